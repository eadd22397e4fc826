"""Saved web pages: the article and nothing round it, and only particulars the page states."""

from __future__ import annotations

import socket
import time

import pytest
import reader_fixtures as made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.model import Source

_PARAGRAPH = (
    "<p>All sailings to the outer islands were halted on Tuesday after a fire in an engine room, the port said.</p>"
)


def web(page: str | bytes) -> Source:
    source = readers.read_bytes(page.encode() if isinstance(page, str) else page, "a.html")
    made.assert_sound(source)
    return source


def article(head: str = "", body: str = _PARAGRAPH * 3, attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body><article>{body}</article></body></html>"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_a_news_page() -> None:
    source = web(made.NEWS_PAGE)
    assert source.title == "Ferry service halted after engine fire"
    assert source.author == "Ines Valdovar, Tom Ashgrove"
    assert (source.publisher, source.published, source.language) == ("Harbour Post", "2024-03-05", "en-GB")
    assert source.url == "https://www.harbourpost.example/2024/ferry/"
    found = made.kinds(source)
    assert found[0] == ("heading", "Ferry service halted after engine fire")
    assert ("heading", "What the inspectors found") in found
    assert ("list-item", "Sailings to Norvik are cancelled until Friday at the earliest.") in found
    assert [text for kind, text in found if kind == "cell"] == [
        "Route",
        "Passengers a day",
        "Norvik",
        "1,150",
        "Aldhaven",
        "420",
    ]
    body = [text for kind, text in found if kind == "paragraph"]
    assert any(text.endswith("nobody was seriously hurt, according to the coastguard.") for text in body)
    assert any("“We will not sail again until we know the cause,” its managing director" in text for text in body)
    assert "The operator says all nine had been repaired." in source.text
    for noise in ("cookies", "Accept all", "Weather", "Imprint", "herring", "track(", "color"):
        assert noise not in source.text


def test_headings_carry_their_level() -> None:
    source = web(
        article(body=f"<h1>Ferries</h1>{_PARAGRAPH}<h2>Inspection</h2>{_PARAGRAPH}<h3>Faults</h3>{_PARAGRAPH}")
    )
    assert [passage.level for passage in source.passages if passage.level] == [1, 2, 3]


def test_a_first_heading_outside_the_article_is_kept() -> None:
    top = "<div class='top'><h1>Ferries stand still</h1></div>"
    page = f"<html><body>{top}<div class='content'>{_PARAGRAPH * 4}</div></body></html>"
    assert made.texts(web(page))[0] == "Ferries stand still"


@pytest.mark.parametrize(
    ("head", "attributes", "expected"),
    [
        (
            "<title>Ferries stand still - Harbour Post</title><meta property='og:site_name' content='Harbour Post'>",
            "",
            "Ferries stand still",
        ),
        (
            "<title>Harbour Post | Ferries stand still</title><meta property='og:site_name' content='Harbour Post'>",
            "",
            "Ferries stand still",
        ),
        ("<title>Ferries: half - or all - stand still</title>", "", "Ferries: half - or all - stand still"),
        ("<meta property='og:title' content='Ferries &amp; ships'><title>x</title>", "", "Ferries & ships"),
        ("<title>untitled</title>", "", ""),
    ],
)
def test_titles(head: str, attributes: str, expected: str) -> None:
    assert web(article(head, attributes=attributes)).title == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta name='author' content='By Ines Valdovar'>", "Ines Valdovar"),
        ("<meta name='author' content='admin'>", ""),
        ("<meta property='article:author' content='https://social.example/ines'>", ""),
        ('<script type="application/ld+json">[{"@type":"Report","author":"Ines Valdovar"}]</script>', "Ines Valdovar"),
    ],
)
def test_authors(head: str, expected: str) -> None:
    assert web(article(head)).author == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta property='article:published_time' content='2024-03-05T10:00:00Z'>", "", "2024-03-05"),
        ("<meta name='DC.date.issued' content='2024-03'>", "", "2024-03"),
        ("<meta property='article:modified_time' content='2024-03-05'>", "", ""),
        ("", "<time itemprop='datePublished' datetime='2024-03-05'>Tuesday</time>", "2024-03-05"),
        ("", "<time datetime='2024-03-05'>Tuesday</time>", ""),
        ("", "<p>Updated 5 March 2024. Copyright 2023.</p>", ""),
        ("<link rel='canonical' href='https://harbourpost.example/2024/03/05/ferry'>", "", ""),
    ],
)
def test_a_date_is_only_taken_where_it_is_stated(head: str, body: str, expected: str) -> None:
    assert web(article(head, body=body + _PARAGRAPH * 3)).published == expected


@pytest.mark.parametrize(
    "broken",
    ["{", "[" * 100_000, '{"@type": 5}', "null", '{"@graph": {"@graph": []}}', '{"@type":"Article","author":[[{}]]}'],
)
def test_broken_json_is_passed_over(broken: str) -> None:
    source = web(article(f'<script type="application/ld+json">{broken}</script><title>Ferries stand still</title>'))
    assert source.title == "Ferries stand still"


def test_addresses() -> None:
    assert web(article("<link rel='canonical' href='https://a.example/x'>")).url == "https://a.example/x"
    assert web(article("<link rel='canonical' href='/x'>")).url == ""
    single_file = "<!--\n Page saved with SingleFile \n url: https://a.example/y \n saved date: x\n-->"
    assert web(article(single_file)).url == "https://a.example/y"


@pytest.mark.parametrize(
    ("encoding", "declared", "said"),
    [
        ("utf-8", "", "Die Fähre „Möwe“ – gestoppt"),
        ("cp1252", "", "Die Fähre „Möwe“ – gestoppt"),
        ("cp1252", "iso-8859-1", "Die Fähre „Möwe“ – gestoppt"),
        ("utf-8", "iso-8859-15x", "Die Fähre „Möwe“ – gestoppt"),
        ("cp1252", "utf-8x", "Die Fähre „Möwe“ – gestoppt"),
        ("cp1251", "windows-1251", "Паром остановлен из-за пожара"),
        ("cp1251", "", "Паром остановлен из-за пожара, сообщили власти порта"),
        ("shift_jis", "Shift_JIS", "フェリーは火災のため運休した"),
        ("gb18030", "gb2312", "渡轮因火灾停运"),
        ("utf-16", "", "Die Fähre „Möwe“ – gestoppt"),
    ],
)
def test_the_character_set_of_a_page(encoding: str, declared: str, said: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{head}</head><body><article><p>{said}.</p></article></body></html>"
    assert f"{said}." in web(page.encode(encoding)).text


def test_an_xml_declaration_is_no_hindrance() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">'
    assert web(f"{page}<body>{_PARAGRAPH}</body></html>").language == "en"


def test_a_page_without_an_article_gives_all_that_is_visible() -> None:
    page = "<html><head><title>x</title><script>var a</script></head><body><nav>Menu</nav>" + "<div>" * 20_000
    source = web(
        page + "<h2>Deep heading</h2><p>Deep <b>words</b> here.</p><ul><li>an item</li></ul>" + "</div>" * 20_000
    )
    assert made.kinds(source) == [
        ("heading", "Deep heading"),
        ("paragraph", "Deep words here."),
        ("list-item", "an item"),
    ]


def test_a_short_page_is_read() -> None:
    assert "It reopened." in web("<html><body><p>It reopened.</p></body></html>").text


def test_two_thousand_paragraphs_are_quick() -> None:
    started = time.process_time()
    source = web(article(body="".join(_PARAGRAPH.replace("Tuesday", f"day {number}") for number in range(2_000))))
    assert time.process_time() - started < 10
    assert len(source.passages) == 2_000


_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td>",
        "</table>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<h1>",
        "</h1>",
        "&amp;",
        "&#0;",
        "&#xfffe;",
        "<article>",
        "words of it ",
        "é한",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(_TAGS, st.text(max_size=20)), max_size=40))
def test_any_page_gives_a_sound_source_or_a_source_error(pieces: list[str]) -> None:
    page = ("<html><body>" + "".join(pieces)).encode("utf-8", "replace")
    made.sound_or_refused(page, "a.html")
