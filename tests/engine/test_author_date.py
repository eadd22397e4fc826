"""Author-date markers: the source's short name and year, told apart by letters."""

from __future__ import annotations

from dataclasses import replace

import pdf_documents
from pdf_reading import structure

from briefing import pipeline
from briefing.blocks import Cite, Paragraph, Run, SourceEntry, author_date
from briefing.layout.short_names import short_names
from briefing.model import CitationForm, Source
from briefing.writers.pdf import write_pdf


def _source(number: int, publisher: str, published: str) -> Source:
    source = pipeline.load_text(f"Text {number}. There is more of it in this source.", f"file {number}.txt")
    return replace(source, publisher=publisher, published=published)


def test_sources_of_one_publisher_and_year_get_letters() -> None:
    given = [("Gazette", "2026-03-01"), ("Gazette", "2025-03-01"), ("Gazette", "2026"), ("", ""), ("Herald", "2026-01")]
    sources = [_source(number, *one) for number, one in enumerate(given)]
    names = short_names(sources)
    expected = ["Gazette 2026a", "Gazette 2025", "Gazette 2026b", "file 3 n.d.", "Herald 2026"]
    assert [names[source.id] for source in sources] == expected


def test_more_than_twenty_six_of_one_year_and_undated_ones() -> None:
    sources = [_source(number, "Gazette", "2026") for number in range(28)]
    assert list(short_names(sources).values())[25:] == ["Gazette 2026z", "Gazette 2026aa", "Gazette 2026ab"]
    undated = [_source(number, "Gazette", "") for number in range(2)]
    assert list(short_names(undated).values()) == ["Gazette n.d.-a", "Gazette n.d.-b"]


def test_a_long_name_is_cut_between_words() -> None:
    (name,) = short_names(
        [_source(0, "United Nations Office for the Coordination of Humanitarian Affairs", "2026")]
    ).values()
    assert name == "United Nations Office… 2026"


def test_the_marker_falls_back_to_the_number() -> None:
    entry = SourceEntry(2, (), "source-2", short="Gazette 2026a")
    assert author_date(Cite(2, "para 3", "source-2", "cite-1"), entry) == "(Gazette 2026a, para 3)"
    assert author_date(Cite(2, "", "source-2", "cite-1"), entry) == "(Gazette 2026a)"
    assert author_date(Cite(2, "p. 4", "source-2", "cite-1"), None) == "(2, p. 4)"


def test_the_pdf_names_the_source_in_the_text() -> None:
    paragraph = Paragraph((Run("It rained."), Run(" "), Cite(1, "para 3", "source-1", "cite-1")))
    entry = SourceEntry(1, (Run("Rain."),), "source-1", ("cite-1",), short="Gazette 2026a")
    whole = replace(pdf_documents.document(0, 0), blocks=(paragraph, entry), citation_form=CitationForm.AUTHOR_DATE)
    (first,) = structure(write_pdf(whole)).found("P")
    assert " ".join(first.text.split()) == "It rained. (Gazette 2026a, para 3)"


def test_a_briefing_in_this_form_names_its_sources_in_text_and_list() -> None:
    sources = [
        replace(
            pipeline.load_text(f"Kenya said on Monday that {count} people had returned.", "a.txt"), publisher="Gazette"
        )
        for count in ("4,500", "3,900")
    ]
    dated = [replace(source, published="2026-05-01") for source in sources]
    (template,) = [one for one in pipeline.templates() if one.name == "situation-report"]
    chosen = replace(template, citation_form=CitationForm.AUTHOR_DATE)
    document = pipeline.lay_out(pipeline.compose(pipeline.analyse(dated), chosen))
    entries = [block for block in document.blocks if isinstance(block, SourceEntry)]
    assert [entry.short for entry in entries] == ["Gazette 2026a", "Gazette 2026b"]
    said = structure(write_pdf(document)).text.replace("\u00a0", " ")
    for entry in entries:
        assert said.count(f"({entry.short}, para 1)") == len(entry.backs) > 0
        assert f"{entry.short}. " in said
