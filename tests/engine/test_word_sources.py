"""Entries of the source list by the kind of source, which is told only by honest signs; short names beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.blocks import Run
from briefing.layout.entries import source_inlines
from briefing.layout.short_names import short_names
from briefing.layout.source_kinds import SourceKind, kind_of
from briefing.model import Source


def source(text: str = "Prices rose in May. They fell in June.", **card: str) -> Source:
    return replace(pipeline.load_text(text, "a.txt"), **card)  # type: ignore[arg-type]


def entry(one: Source) -> str:
    """The entry as one reads it, italics between stars."""
    runs = [part for part in source_inlines(one) if isinstance(part, Run)]
    return "".join(f"*{part.text}*" if part.italic else part.text for part in runs)


@pytest.mark.parametrize(
    ("one", "kind", "shown"),
    [
        (
            source(publisher="The Coast Gazette", author="Ann Lee", title="Rice runs low", published="2026-03-04"),
            SourceKind.NEWS,
            "Ann Lee, “Rice runs low”, *The Coast Gazette*, 4 March 2026, file a.txt.",
        ),
        (
            source(publisher="Energy Regulator", title="Annual report 2025", published="2026"),
            SourceKind.REPORT,
            "*Annual report 2025*, Energy Regulator, 2026, file a.txt.",
        ),
        (
            source("Press release\n\nThe port is open again.", publisher="Port Office", title="Port opens"),
            SourceKind.PRESS_RELEASE,
            "“Port opens” (press release), *Port Office*, file a.txt.",
        ),
        (
            source(author="Mia Roe", title="Speech by the Minister of Health", published="2026-02"),
            SourceKind.SPEECH,
            "Mia Roe, “Speech by the Minister of Health”, February 2026, file a.txt.",
        ),
        (
            source(author="Parliament", title="Energy Act 2023", published="2023-10-26"),
            SourceKind.LEGISLATION,
            "*Energy Act 2023*, file a.txt.",
        ),
        (
            source(
                publisher="Statistics Office", title="Trade by month", media_type="text/csv", published="2026-01-31"
            ),
            SourceKind.DATASET,
            "*Trade by month* (dataset), Statistics Office, 31 January 2026, file a.txt.",
        ),
        (
            source(publisher="Ministry of Water", title="Wells", url="https://example.org/wells"),
            SourceKind.WEB_PAGE,
            "“Wells” (web page), *Ministry of Water*, file a.txt.",
        ),
        (source(author="Unit 4", title="Note"), SourceKind.DOCUMENT, "Unit 4, “Note”, file a.txt."),
        (source(), SourceKind.DOCUMENT, "file a.txt."),
        (source(author="Bank", publisher="Bank", title="Note"), SourceKind.DOCUMENT, "Bank, “Note”, file a.txt."),
    ],
)
def test_each_kind_has_its_form(one: Source, kind: SourceKind, shown: str) -> None:
    assert (kind_of(one), entry(one)) == (kind, shown)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://example.org/press-releases/2026/12", SourceKind.PRESS_RELEASE),
        ("https://example.org/media/speeches/opening", SourceKind.SPEECH),
        ("https://example.org/news/2026/rice", SourceKind.NEWS),
        ("https://www.legislation.example/ukpga/2023/52", SourceKind.LEGISLATION),
        ("https://example.org/reporters/ann", SourceKind.WEB_PAGE),
        ("ftp://example.org/news/rice", SourceKind.DOCUMENT),
        ("http://[broken", SourceKind.WEB_PAGE),
    ],
)
def test_an_address_is_a_sign(url: str, kind: SourceKind) -> None:
    assert kind_of(source(url=url)) is kind


@pytest.mark.parametrize(
    "text",
    [
        "The press release of the ministry said nothing about prices, and its spokesman declined to comment on them.",
        "The minister gave a speech. The Energy Act 2023 was mentioned in a report.",
        "A reporter of the Times asked about the news.",
    ],
)
def test_what_a_text_speaks_of_is_no_sign(text: str) -> None:
    assert kind_of(source(text)) is SourceKind.DOCUMENT


def test_short_names_follow_the_kind() -> None:
    sources = [
        source("One text here.", title="Energy Act 2023", published="2023-10-26"),
        source(
            "Two texts here.", title="Speech by the Minister", author="Mia Roe", publisher="House", published="2026"
        ),
        source("Three texts here.", publisher="House", published="2026"),
        source("Four texts here.", publisher="House", published="2026-05"),
    ]
    names = short_names(sources)
    assert [names[one.id] for one in sources] == ["Energy Act 2023", "Mia Roe 2026", "House 2026a", "House 2026b"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40))
def test_any_card_gives_an_entry_that_ends_with_the_file(title: str, publisher: str, url: str) -> None:
    one = source(title=title, publisher=publisher, url=url)
    assert kind_of(one) in SourceKind
    assert entry(one).replace("*", "").endswith("file a.txt.")


def test_a_long_title_takes_no_long_time() -> None:
    one = source(title="report " * 20_000 + "Act " * 20_000, publisher="daily " * 20_000)
    assert kind_of(one) is SourceKind.NEWS
