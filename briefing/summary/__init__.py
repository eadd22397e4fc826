"""Summaries made of the sources' own sentences.

`summarise` is the door for the engine. `briefing.summary.sumy_methods.CoverageSummarizer` is our method behind sumy's
interface; it is not imported here because sumy takes a second.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Sentence, Source, SummarySentence
from briefing.summary.candidates import prepare
from briefing.summary.choosing import choose_by_coverage, choose_in_order, summary_of
from briefing.summary.offers import Offer, OfferKind, offers
from briefing.summary.options import DEFAULT_WORDS, METHODS, SummaryOptions
from briefing.summary.topics import Topic, topics

__all__ = [
    "DEFAULT_WORDS",
    "METHODS",
    "Offer",
    "OfferKind",
    "SummaryOptions",
    "Topic",
    "offers",
    "summarise",
    "topics",
]


def summarise(
    sentences: Sequence[Sentence], sources: Sequence[Source], options: SummaryOptions
) -> tuple[SummarySentence, ...]:
    """The chosen sentences in rank order; the same whatever the order of the sources.

    Headings, cells and notes are only chosen where there is nothing else. A sentence longer than the budget is not
    cut, so a small budget may give nothing.
    """
    pool = prepare(sentences, sources, options)
    if not pool.candidates:
        return ()
    if options.method == "coverage":
        return summary_of(choose_by_coverage(pool, options))
    from briefing.summary.sumy_methods import ranking

    ranked = ranking(pool, options.method)
    return summary_of(choose_in_order(pool, options, ranked.order, ranked.ratings))
