"""Plain text and Markdown: the text as it is, its passages, its character sets and its particulars."""

from __future__ import annotations

import time

import pytest
import reader_fixtures as made
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.model import Source

_LONG = "The authority said the bridge would stay closed until the inspection of all forty cables is finished in May."
_LONGER = _LONG + " Drivers are sent over the old road, which the province has begun to widen at a cost of 3 million."


def plain(text: str) -> Source:
    source = readers.read_text(text, "a.txt")
    made.assert_sound(source)
    return source


def markdown(text: str) -> Source:
    source = readers.read_text(text, "a.md")
    made.assert_sound(source)
    return source


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_utf8_file_is_taken_as_it_is(name: str) -> None:
    text = f"  Title line\n\n\n{_LONG}  \n\t“Çå” — 한국 ₴5\u00a0m\u200b\n- item\n"
    assert readers.read_bytes(text.encode(), name).text == text


def test_paragraphs_stand_between_blank_lines() -> None:
    assert made.texts(plain(f"{_LONG}\n\n{_LONGER}\n \t\n{_LONG}\n")) == [_LONG, _LONGER, _LONG]


def test_long_lines_are_paragraphs_without_blank_lines() -> None:
    assert made.kinds(plain(f"{_LONGER}\n{_LONGER} Again.\n{_LONGER}")) == [
        ("paragraph", _LONGER),
        ("paragraph", _LONGER + " Again."),
        ("paragraph", _LONGER),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The authority said on Monday that the bridge over the lower river would\n"
        "stay closed until the inspection of all forty cables is finished, which\n"
        "it expects to be the case in May."
    )
    other = (
        "Drivers are sent over the old road. The province has begun to widen it\n"
        "5. That is no list item but the end of a date, and the paragraph goes\n"
        "on here."
    )
    assert made.kinds(plain(f"{wrapped}\n\n{other}\n")) == [("paragraph", wrapped), ("paragraph", other)]


def test_short_lines_that_end_sentences_are_paragraphs_of_their_own() -> None:
    text = (
        "The bridge is closed to all traffic.\nIt will open again in May at the earliest.\nNobody was hurt in the fall."
    )
    assert made.texts(plain(text)) == text.split("\n")


def test_a_short_line_before_a_paragraph_is_a_heading_and_the_first_the_title() -> None:
    source = plain(
        f"Bridge stays closed until May\n{_LONGER}\nWhat the inspectors found\n\n{_LONGER}\nNo heading behind this"
    )
    assert [kind for kind, _ in made.kinds(source)] == ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert [passage.level for passage in source.passages] == [1, 0, 2, 0, 0]
    assert source.title == "Bridge stays closed until May"


def test_an_address_is_no_stack_of_headings() -> None:
    source = plain(f"{_LONGER}\n\nPort Authority\nHarbour Road 5\nNorvik\nSouthern Province\n\n{_LONGER}")
    assert "heading" not in [kind for kind, _ in made.kinds(source)]


def test_an_underlined_line_is_a_heading_and_rules_say_nothing() -> None:
    source = plain(f"BRIDGE\n======\n\n{_LONG}\n\n* * *\n\n{_LONG}\n-----\n{_LONG}")
    assert made.kinds(source) == [
        ("heading", "BRIDGE"),
        ("paragraph", _LONG),
        ("paragraph", _LONG),
        ("paragraph", _LONG),
    ]


def test_a_byline_and_a_dateline_under_the_title_are_particulars() -> None:
    source = plain(f"Bridge stays closed until May\nBy Ines Valdovar\n5 March 2024\n\n{_LONGER}")
    assert (source.title, source.author, source.published) == (
        "Bridge stays closed until May",
        "Ines Valdovar",
        "2024-03-05",
    )
    assert [kind for kind, _ in made.kinds(source)] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_list_items_stand_without_their_bullets() -> None:
    text = f"{_LONGER}\n\n- first\n* second\n• third\n1. fourth\n2) fifth\n(a) sixth\n   goes on\n–  seventh"
    assert made.kinds(plain(text))[1:] == [
        ("list-item", "first"),
        ("list-item", "second"),
        ("list-item", "third"),
        ("list-item", "fourth"),
        ("list-item", "fifth"),
        ("list-item", "sixth\n   goes on"),
        ("list-item", "seventh"),
    ]


@pytest.mark.parametrize(
    "text", ["2024. was a bad year, and 2025 will be no better.", "-5 degrees.", "*Nobody* was hurt."]
)
def test_what_only_looks_like_a_bullet_is_none(text: str) -> None:
    assert made.kinds(plain(text)) == [("paragraph", text)]


def test_header_lines_feed_the_particulars_and_are_no_passages() -> None:
    source = plain(
        f"Title: Bridge stays closed\nSource: Harbour Post\nDate: 5 March 2024\nAuthor: Ines Valdovar\n"
        f"URL: https://harbourpost.example/bridge\nLanguage: en_GB\nSection: News\n\n{_LONG}"
    )
    assert made.texts(source) == [_LONG]
    assert (source.title, source.publisher, source.published) == ("Bridge stays closed", "Harbour Post", "2024-03-05")
    assert (source.author, source.language) == ("Ines Valdovar", "en-GB")
    assert source.url == "https://harbourpost.example/bridge"


def test_one_header_line_alone_is_text() -> None:
    source = plain(f"Source: a man who knows the bridge well.\n\n{_LONG}")
    assert made.texts(source) == ["Source: a man who knows the bridge well.", _LONG]
    assert source.publisher == ""


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("March 5, 2024", "2024-03-05"),
        ("Tuesday, 5th March 2024, 10:00", "2024-03-05"),
        ("Sept. 2024", "2024-09"),
        ("05.03.2024", "2024-03-05"),
        ("03/05/2024", ""),
        ("2024-02-31", ""),
        ("last week", ""),
        ("20240305", "2024-03-05"),
    ],
)
def test_a_date_is_what_is_stated_or_nothing(stated: str, date: str) -> None:
    assert plain(f"Source: Harbour Post\nDate: {stated}\n\n{_LONG}").published == date


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("José était très fatigué; João não veio. “Señor”, he said — it cost £5m.", "cp1252"),
        ("Die Behörde prüft das Gelände; die Straße bleibt für Fußgänger gesperrt.", "cp1252"),
        ("Prezydent powiedział, że żołnierze wrócą do końca miesiąca. Łódź i Kraków.", "cp1250"),
        ("Ministr řekl, že most zůstane uzavřen až do května. Příští týden přijede komise.", "cp1250"),
        ("A miniszter szerint a híd májusig zárva marad, a költségek nőnek, és újabb hűtőgépet küldtek.", "cp1250"),
        ("Министр обороны сообщил, что мост останется закрытым до конца месяца.", "cp1251"),
        ("Министр обороны сообщил, что мост останется закрытым до конца месяца.", "koi8_r"),
        ("Ο υπουργός δήλωσε ότι η γέφυρα θα παραμείνει κλειστή μέχρι τον Μάιο.", "cp1253"),
        ("防衛省は月曜日に声明を発表し、部隊の派遣を否定した。日本政府は懸念を示した。", "shift_jis"),
        ("국방부는 월요일 성명을 발표하고 부대 파견을 부인했다.", "cp949"),
        ("国防部星期一发表声明，否认派遣部队。", "gb18030"),
        ("The bridge “stays” closed — Türkiye, 한국.", "utf-16"),
        ("The bridge “stays” closed — Türkiye, 한국.", "utf-8-sig"),
        ("The bridge “stays” closed — Türkiye, 한국.", "utf-32"),
        ("The bridge stays closed — Türkiye.", "utf-16-le"),
        ("The bridge stays closed — Türkiye.", "utf-16-be"),
    ],
)
def test_the_character_set_is_found(text: str, encoding: str) -> None:
    assert readers.read_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_of_all_systems_are_one(newline: str) -> None:
    data = newline.join([_LONG, "", _LONGER]).encode()
    assert readers.read_bytes(data, "a.txt").text == f"{_LONG}\n\n{_LONGER}"


def test_markdown_blocks() -> None:
    source = markdown(
        "# Bridge closed #\n\nA paragraph on\ntwo lines.\n\n## Findings\n- one\n  goes on\n- [x] two\n1. three\n\n"
        "Setext heading\n---\n\n> A quotation.\n\n| Route | Cars |\n|---|---:|\n| North | 1,150 |\n\n```\ncode\n```\n\n"
        "---\n"
        "[1]: https://harbourpost.example\n"
    )
    assert made.kinds(source) == [
        ("heading", "Bridge closed"),
        ("paragraph", "A paragraph on\ntwo lines."),
        ("heading", "Findings"),
        ("list-item", "one\n  goes on"),
        ("list-item", "two"),
        ("list-item", "three"),
        ("heading", "Setext heading"),
        ("paragraph", "A quotation."),
        ("cell", "Route"),
        ("cell", "Cars"),
        ("cell", "North"),
        ("cell", "1,150"),
        ("paragraph", "code"),
    ]
    assert [passage.level for passage in source.passages if passage.level] == [1, 2, 2]
    assert source.title == "Bridge closed"


def test_front_matter_feeds_the_particulars() -> None:
    source = markdown(
        '---\ntitle: "Bridge: closed until May"\nauthors: [Ines Valdovar, Tom Ashgrove]\ndate: 2024-03-05\n'
        "publisher: Harbour Post\nlang: en\nlayout: post\n---\n\n# Another heading\n\nText of it."
    )
    assert made.texts(source) == ["Another heading", "Text of it."]
    assert (source.title, source.author) == ("Bridge: closed until May", "Ines Valdovar, Tom Ashgrove")
    assert (source.published, source.publisher, source.language) == ("2024-03-05", "Harbour Post", "en")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert made.texts(markdown("---\n\nText above.\n\nText below.")) == ["Text above.", "Text below."]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abc .,:-", min_size=0, max_size=90), max_size=30), st.sampled_from(["a.txt", "a.md"]))
def test_no_word_is_lost_from_the_passages(lines: list[str], name: str) -> None:
    text = f"{_LONG}\n\n" + "\n".join(lines)
    source = readers.read_text(text, name)
    made.assert_sound(source)
    said = "".join(made.texts(source))
    assert [said.count(letter) for letter in "abc"] == [text.count(letter) for letter in "abc"]


@pytest.mark.parametrize(
    "hostile",
    [
        "#" * 300_000,
        " " * 300_000 + "x",
        "- " * 150_000,
        "a:" * 150_000,
        "|" * 300_000 + "x",
        "<!--" * 75_000,
        "1." * 150_000,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_hostile_lines_take_no_time(hostile: str, name: str) -> None:
    started = time.process_time()
    for text in (
        hostile,
        hostile + "\nx",
        "\n".join(hostile[i : i + 100] for i in range(0, len(hostile), 100)) + "\nword",
    ):
        readers.read_bytes((text + "\n\nA word.").encode(), name)
    assert time.process_time() - started < 5
