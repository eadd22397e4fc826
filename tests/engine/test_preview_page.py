"""The HTML preview: one page, the same blocks and numbers, nothing loaded, nothing run."""

from __future__ import annotations

import dataclasses
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefing.blocks import Column, Document, Heading, ListItem, Paragraph, Row, Run, SourceEntry, Table, Title
from briefing.writers.preview import write_html

if TYPE_CHECKING:
    from collections.abc import Callable

every_block: Callable[[], Document] = runpy.run_path(
    str(Path(__file__).parents[1] / "golden" / "word" / "every_block.py")
)["every_block"]


def test_every_link_inside_the_page_arrives() -> None:
    page = html.fromstring(write_html(every_block()))
    anchors = [node.get("id") for node in page.iter() if node.get("id")]
    assert len(set(anchors)) == len(anchors)
    inside = [link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")]
    assert inside == [
        "source-1",
        "source-2",
        "source-1",
        "source-2",
        "source-1",
        "cite-1",
        "cite-4",
        "cite-5",
        "cite-2",
        "cite-3",
    ]
    assert set(inside) <= set(anchors)


def test_blocks_become_the_elements_they_are() -> None:
    page = html.fromstring(write_html(every_block()))
    assert page.get("lang") == "en-GB"
    assert [node.text_content() for node in page.iter("h1", "h2", "h3", "h4")] == [
        "Grain reserve: position & outlook", "Summary", "Key figures", "In detail", "Sources",
    ]  # fmt: skip
    table = next(page.iter("table"))
    assert [node.text_content() for node in table.iterfind("thead/tr/th")] == ["Counted", "Value", "Said by", "Source"]
    assert table.find("tbody/tr/th").get("colspan") == "4"
    assert table.find("caption").text_content() == "Table 1: Key figures by actor"
    assert len(page.find_class("items")) == 2
    assert len(page.find_class("items")[0]) == 3
    assert page.find_class("write")[0].text_content().startswith("Write the recommendation here")
    arabic = page.find_class("items")[0][2]
    assert arabic.get("dir") == "rtl"
    assert arabic.find("span").get("lang") == "ar"


def test_evidence_is_marked_with_its_id_and_is_verbatim() -> None:
    document = every_block()
    page = html.fromstring(write_html(document))
    verbatim: dict[str, str] = {}
    for node in page.find_class("verbatim"):
        verbatim.setdefault(node.get("data-evidence"), "")
        verbatim[node.get("data-evidence")] += node.text_content()
    quotes = {entry.evidence: entry.quote for entry in document.ledger}
    assert verbatim["f_sfedcba987654_150_163"] == quotes["f_sfedcba987654_150_163"]
    assert verbatim["l_sfedcba987654_120_185"] == quotes["l_sfedcba987654_120_185"]


def test_nothing_is_loaded_or_run() -> None:
    page = write_html(every_block())
    assert not re.search(r"<(script|img|link|iframe|object)\b|@import|url\(|\son\w+=", page)
    assert "default-src 'none'" in page


def test_a_marking_cannot_leave_its_style_rule() -> None:
    document = dataclasses.replace(every_block(), marking='"; } </style><script>alert(1)</script>')
    page = write_html(document)
    assert page.count("</style>") == page.count("<style") == 2
    assert "<script" not in page


def test_the_marking_stands_at_both_ends_with_or_without_a_title() -> None:
    document = every_block()
    for made in (document, dataclasses.replace(document, blocks=document.blocks[1:3])):
        page = html.fromstring(write_html(made))
        shown = [node.text_content() for node in page.body.iter() if node.get("class") == "marking"]
        assert shown[0] == shown[-1] == "OFFICIAL – SENSITIVE"
        assert len(shown) >= 2


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_escaped_and_comes_back(text: str) -> None:
    run = (Run(text, evidence="l_s1_0_1"),)
    blocks = (
        Title(text, text, ((text, text),)),
        Heading(2, text, "section-1"),
        Paragraph(run),
        ListItem(run),
        Table(text, (Column(text, 1.0),), (Row((run,)),), text),
        SourceEntry(1, run, "source-1", (), text),
    )
    page = write_html(Document(text, "en-GB", text, "", text, "", blocks))
    page.encode("utf-8")
    assert page.count("<script") == 0
    shown = html.fromstring(page).find_class("evidence")[0].text_content()
    kept = re.sub("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    assert shown == kept
