"""Briefing Desk's engine: from source documents to a cited briefing.

    sources = [briefing.load("report.pdf"), briefing.load_text("Reuters, Geneva - ...", "wire")]
    analysis = briefing.analyse(sources)
    document = briefing.compose(analysis, template="situation-report")
    briefing.export(document, "out.docx")

The names are looked up on first use, so `import briefing.model` costs nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.pipeline import analyse, compose, export, load, load_text, summarise

__all__ = ["__version__", "analyse", "compose", "export", "load", "load_text", "summarise"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name in __all__:
        from briefing import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
