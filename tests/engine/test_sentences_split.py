"""Sentences: what parts, what must not, and that every span is the source's own characters."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Passage, PassageKind, Source, Span
from briefing.text.sentences import split, split_text


def source_of(*parts: tuple[PassageKind, str]) -> Source:
    text = "\n\n".join(part for _, part in parts)
    passages, at = [], 0
    for number, (kind, part) in enumerate(parts, 1):
        passages.append(Passage(number, kind, Span(at, at + len(part))))
        at += len(part) + 2
    return Source("s0123456789ab", "a.txt", "a.txt", "0" * 64, "text/plain", text, tuple(passages))


def texts(text: str) -> list[str]:
    return [span.cut(text) for span in split_text(text)]


HARD = [
    [
        "He lives in the U.S.",
        "The law was passed in the U.S. Congress on Nov. 4.",
        "It cost $2.5m.",
        "No. 5 was Art. IV.",
    ],
    ["Lt. Gen. John A. Smith met Mr. Kim at 9 a.m. Monday.", "See H.R. 1234.", "Smith et al. (2004) found it."],
    ['"Why did you go?" Ms. Okoro asked.', '"I left."', "She nodded.", '"Will it stop?"', "The crowd went quiet."],
    ['He said, "No."', "Then he left."],
    ["In Washington, D.C. he said so.", "He wrote ... and then stopped...", "Later it rained."],
    ["The bank (see Fig. 2. It is long.) paid.", "(It did.)", "Next."],
    ["Rep. Nancy Pelosi (D., Calif.) spoke.", "Vitamin D.", "It helps.", "It is so.[2][3]", "She stayed."],
    ["The firm, Acme Inc., was sold.", "Buyer Co. Ltd. paid $3.2bn.", "The U.S. Department of State agreed."],
    [
        "It is safe.",
        "They came from Ghana, Togo, etc.",
        "The rest stayed.",
        "Mt. Everest is high.",
        "On Sept. 11 it fell.",
    ],
    ["Prices rose 3.5 percent.[12]", "The rest fell.", "Wow!", "Really?!", "Yes."],
    ["1. The plan is set.", "2. It works.", "The answer was No.", "He left."],
    [
        "Apple Inc. said it.",
        "He works at Apple Inc.",
        "The firm grew.",
        "He met J. K. Rowling.",
        "Plan B.",
        "The plan.",
    ],
    ["Roe v. Wade is law.", "Pub. L. 94-412 and 50 U.S.C. §1601 apply.", "Sec. 3 of Stat. 12."],
    ["“Done.”", "“Good.”", "The list (items, etc.) is long.", "He took 5 mg.", "The end."],
    ["Am 5. Oktober kam Dr. Müller, z.B. nach Wien.", "Er ging.", "El Sr. López llegó.", "Fue así."],
    [
        "he came home.",
        "then he ate.",
        "nobody said a word about mr. smith or the u.s. army and so it went on.",
        "fine.",
    ],
    ["هل جاء؟", "نعم جاء.", "ثم ذهب."],
    ["यह पहला है।", "यह दूसरा है।"],
    ["She was born in Sept. 2004.", "$5 was paid.", "¿Qué pasa?", "Nada."],
]


@pytest.mark.parametrize("parts", HARD, ids=lambda parts: parts[0][:30])
def test_hard_cases(parts: list[str]) -> None:
    assert texts(" ".join(parts)) == parts


def test_scripts_without_blanks() -> None:
    assert texts("彼は言った。「はい。」次の文です！ 你好吗？我很好。") == [
        "彼は言った。",
        "「はい。」",
        "次の文です！",
        "你好吗？",
        "我很好。",
    ]


def test_a_forgotten_blank_parts_but_a_file_name_does_not() -> None:
    assert texts("The minister said.The house voted. Visit www.gov.uk or Node.js now.") == [
        "The minister said.",
        "The house voted.",
        "Visit www.gov.uk or Node.js now.",
    ]


def test_a_wrapped_line_stays_in_its_sentence() -> None:
    source = source_of((PassageKind.PARAGRAPH, "The line was\nwrapped here. The next\none too."))
    assert [s.text for s in split(source)] == ["The line was\nwrapped here.", "The next\none too."]


def test_headings_are_whole_and_items_keep_their_kind() -> None:
    source = source_of(
        (PassageKind.HEADING, "1. Growth. And decline"),
        (PassageKind.LIST_ITEM, "First thing. Second thing."),
        (PassageKind.CELL, "1,500"),
        (PassageKind.PARAGRAPH, "   "),
    )
    found = split(source)
    assert [(s.kind, s.text, s.passage) for s in found] == [
        (PassageKind.HEADING, "1. Growth. And decline", 1),
        (PassageKind.LIST_ITEM, "First thing.", 2),
        (PassageKind.LIST_ITEM, "Second thing.", 2),
        (PassageKind.CELL, "1,500", 3),
    ]


PIECES = st.sampled_from(
    [
        "The ",
        "U.S. ",
        "Mr. ",
        "said",
        ". ",
        "? ",
        "! ",
        "(",
        ")",
        '"',
        "”",
        "\n",
        "2.5",
        "No. ",
        "。",
        "Xi",
        "é",
        "\u00a0",
        "…",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)), st.integers(0, 1000))
def test_spans_are_ordered_complete_and_trimmed(text: str, start: int) -> None:
    spans = split_text(text, start)
    covered = "".join(text[s.start - start : s.end - start] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all((cut := text[s.start - start : s.end - start]) and cut == cut.strip() for s in spans)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80), max_size=6))
def test_every_sentence_is_its_source_s_characters(parts: list[str]) -> None:
    source = source_of(*[(kind, part) for part in parts for kind in (PassageKind.PARAGRAPH, PassageKind.HEADING)])
    for sentence in split(source):
        assert sentence.span.cut(source.text) == sentence.text
        assert source.passages[sentence.passage - 1].span.contains(sentence.span)


@pytest.mark.parametrize("unit", ["a. ", "A.", "(", "(a. B) ", '"', "a.b", "( A. ", "?", "x", "Mr. A. ", " "])
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def cost(count: int) -> float:
        text = unit * count
        began = time.process_time()
        split_text(text)
        return time.process_time() - began

    assert cost(40_000) < 2.0 + 16 * cost(10_000)
