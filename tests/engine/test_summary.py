"""Summaries: verbatim, within the budget, the same whatever the order, the same in every process."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import RequestInvalid
from briefing.model import Passage, PassageKind, Sentence, Source, Span, evidence_id
from briefing.summary import METHODS, SummaryOptions, summarise
from briefing.text.sentences import split
from briefing.text.words import count_words


def source_of(text: str, kinds: tuple[PassageKind, ...] = ()) -> Source:
    passages, at = [], 0
    for number, part in enumerate(text.split("\n\n"), 1):
        kind = kinds[number - 1] if number <= len(kinds) else PassageKind.PARAGRAPH
        passages.append(Passage(number, kind, Span(at, at + len(part))))
        at += len(part) + 2
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source("s" + digest[:12], "a.txt", "a.txt", digest, "text/plain", text, tuple(passages))


def sentences_of(*sources: Source) -> tuple[Sentence, ...]:
    return tuple(sentence for source in sources for sentence in split(source))


def texts(*bodies: str, **options: object) -> list[str]:
    sources = [source_of(body) for body in bodies]
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(**options))  # type: ignore[arg-type]
    return [line.sentence.text for line in chosen]


RIVER = (
    "The river Oder rose by two metres on Monday and flooded three villages near the border. Rescue teams moved 400 "
    "people to schools in the next town. The water board opened the upper sluices at noon.\n\n"
    'Mayor Ewa Nowak said the town had asked for more pumps. "We need them before the night," Nowak told reporters. '
    "She expects the peak on Wednesday.\n\nThe insurance federation estimates the damage at 30 million euros. "
    "However, farmers say that their losses are not in that figure."
)
RIVER_TOO = (
    "Three villages near the border were flooded when the river Oder rose by two metres. The army sent 200 soldiers "
    "with boats and sandbags. Rescue teams moved 400 people to schools in the next town.\n\n"
    "The national weather service expects more rain until Thursday. The government promised quick help for the "
    "villages. Sign up for our newsletter to get more. Trains across the border stopped running on Tuesday."
)
PORT = (
    "The port of Tema handled a tenth more grain in the first half of the year. Dock workers ended their strike after "
    "the owners agreed to raise wages by six per cent.\n\nThe ministry of transport plans a second rail line to the "
    "port. Lorry drivers complain of queues that last for two days. The second rail line would cost 90 million dollars."
)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_verbatim_within_budget_and_ranked(method: str) -> None:
    sources = [source_of(RIVER), source_of(RIVER_TOO), source_of(PORT)]
    by_id = {source.id: source for source in sources}
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(method=method, words=60))
    assert chosen
    assert sum(count_words(line.sentence.text) for line in chosen) <= 60
    assert [line.rank for line in chosen] == list(range(1, len(chosen) + 1))
    for line in chosen:
        assert line.sentence.span.cut(by_id[line.sentence.source].text) == line.sentence.text
        assert all(place.span.end <= len(by_id[place.source].text) for place in line.also)


@pytest.mark.parametrize("method", METHODS)
def test_the_order_of_the_sources_does_not_matter(method: str) -> None:
    sources = [source_of(RIVER), source_of(RIVER_TOO), source_of(PORT)]
    answers = {
        tuple(line.sentence.text for line in summarise(sentences_of(*order), order, SummaryOptions(method, words=70)))
        for order in itertools.permutations(sources)
    }
    assert len(answers) == 1


def test_an_unknown_method_is_told_with_the_known_ones() -> None:
    with pytest.raises(RequestInvalid) as raised:
        SummaryOptions(method="magic")
    assert "coverage" in raised.value.reason
    with pytest.raises(RequestInvalid):
        SummaryOptions(words=-1)
    with pytest.raises(RequestInvalid):
        SummaryOptions(count=-1)


def test_budgets_in_words_and_in_sentences_hold_together() -> None:
    assert len(texts(RIVER, RIVER_TOO, count=3)) == 3
    assert len(texts(RIVER, RIVER_TOO, count=30, words=40)) < 5
    assert texts(RIVER, words=3) == []


def test_what_two_sources_say_is_said_once_with_both_places() -> None:
    sources = [source_of(RIVER), source_of(RIVER_TOO)]
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(words=150))
    moved = [line for line in chosen if line.sentence.text.startswith("Rescue teams moved 400")]
    assert len(moved) == 1
    assert [place.source for place in moved[0].also] == [s.id for s in sources if s.id != moved[0].sentence.source]


def test_a_source_given_twice_repeats_nothing() -> None:
    again = source_of(RIVER + "\n\nAll of this was printed again.")
    sources = [source_of(RIVER), again]
    chosen = [line.sentence.text for line in summarise(sentences_of(*sources), sources, SummaryOptions(words=120))]
    assert len(chosen) == len(set(chosen))


def test_sentences_with_other_figures_are_no_repetition() -> None:
    first = "The flood killed 5 people in the valley on Monday night, police said."
    second = "The flood killed 7 people in the valley on Monday night, police said."
    sources = [source_of(first), source_of(second)]
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(words=100))
    assert all(line.also == () for line in chosen)


def test_pinned_stay_in_and_banned_stay_out() -> None:
    source = source_of(RIVER)
    sentences = sentences_of(source)
    farmers = next(s for s in sentences if "farmers" in s.text)
    flood = next(s for s in sentences if s.text.startswith("The river"))
    options = SummaryOptions(
        words=40,
        pinned=(evidence_id("l", source.id, farmers.span),),
        banned=(evidence_id("l", source.id, flood.span),),
    )
    chosen = [line.sentence for line in summarise(sentences, [source], options)]
    assert farmers in chosen
    assert flood not in chosen
    assert sum(count_words(s.text) for s in chosen) <= 40


def test_a_pinned_heading_stays_in() -> None:
    source = source_of("Floods\n\n" + RIVER, (PassageKind.HEADING,))
    sentences = sentences_of(source)
    options = SummaryOptions(words=40, pinned=(evidence_id("l", source.id, sentences[0].span),))
    assert sentences[0] in [line.sentence for line in summarise(sentences, [source], options)]


def test_headings_cells_and_furniture_are_not_chosen() -> None:
    body = (
        "Floods on the river Oder near the border\n\n400 people moved to schools by the rescue teams.\n\n" + RIVER_TOO
    )
    source = source_of(body, (PassageKind.HEADING, PassageKind.CELL))
    chosen = summarise(sentences_of(source), [source], SummaryOptions(words=500))
    assert {line.sentence.kind for line in chosen} == {PassageKind.PARAGRAPH}
    assert not any("newsletter" in line.sentence.text for line in chosen)


def test_a_question_brings_what_answers_it() -> None:
    assert set(texts(RIVER, RIVER_TOO, PORT, query="What will the rail line cost?", count=2)) == {
        "The ministry of transport plans a second rail line to the port.",
        "The second rail line would cost 90 million dollars.",
    }
    assert texts(RIVER, query="volcanic ash") == []


def test_leaning_sentences_are_marked_unless_their_ground_is_there() -> None:
    sources = [source_of(RIVER)]
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(words=500))
    assert len(chosen) == 8
    assert not any(line.context_needed for line in chosen)
    sentences = [s for s in sentences_of(*sources) if not s.text.startswith(("Mayor", '"We', "The insurance"))]
    marked = {
        line.sentence.text[:3]
        for line in summarise(sentences, sources, SummaryOptions(words=500))
        if line.context_needed
    }
    assert marked == {"She", "How"}


def test_a_chosen_sentence_tells_what_it_was_chosen_for() -> None:
    sources = [source_of(RIVER), source_of(RIVER_TOO)]
    chosen = summarise(sentences_of(*sources), sources, SummaryOptions(words=60))
    assert chosen[0].covers
    assert all(term in line.sentence.text for line in chosen for term in line.covers)
    assert chosen[0].score == 1.0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", 0),
        ("   \n\n  ", 0),
        ("One line", 1),
        ("Ceasefire talks begin in Geneva", 1),
        ("word " * 3000, 1),
        (
            "the river rose by two metres. three villages were flooded by noon. schools took 400 people that night.",
            3,
        ),
        (
            "政府は月曜日、三つの村で洪水が起きたと発表した。救助隊は四百人を学校に移した。水位は水曜日に最も高くなる。",
            3,
        ),
        ("Die Oder stieg am Montag um zwei Meter. Drei Dörfer an der Grenze wurden dabei überflutet.", 2),
        ("ارتفع منسوب النهر بمقدار مترين يوم الاثنين وغمر ثلاث قرى. نقلت فرق الإنقاذ أربعمئة شخص إلى المدارس.", 2),
    ],
    ids=["empty", "blank", "line", "headline", "endless", "lowered", "japanese", "german", "arabic"],
)
def test_odd_inputs_give_a_sensible_answer(body: str, expected: int) -> None:
    assert len(texts(body, words=150)) == expected


def test_headlines_alone_are_quoted() -> None:
    source = source_of("Talks begin\n\nRiver falls", (PassageKind.HEADING, PassageKind.HEADING))
    assert len(summarise(sentences_of(source), [source], SummaryOptions(words=100))) == 2


WORDS = st.sampled_from(
    ["river", "Oder", "rose", "the", "Kim", "said", "He", "However", "2.5", "no", "政", "village", '"']
)
BODIES = st.lists(
    st.lists(st.lists(WORDS, min_size=1, max_size=14).map(lambda w: " ".join(w) + "."), max_size=6).map(" ".join),
    max_size=4,
).map("\n\n".join)


@settings(deadline=None)
@given(st.lists(BODIES, max_size=4, unique=True), st.integers(1, 80), st.integers(0, 4))
def test_any_text_gives_verbatim_sentences_within_the_budget(bodies: list[str], budget: int, count: int) -> None:
    sources = [source_of(body) for body in bodies]
    by_id = {source.id: source for source in sources}
    options = SummaryOptions(words=budget, count=count)
    chosen = summarise(sentences_of(*sources), sources, options)
    assert sum(count_words(line.sentence.text) for line in chosen) <= budget
    assert not count or len(chosen) <= count
    assert all(line.sentence.span.cut(by_id[line.sentence.source].text) == line.sentence.text for line in chosen)
    assert len({line.sentence for line in chosen}) == len(chosen)
    backwards = summarise(sentences_of(*reversed(sources)), sources[::-1], options)
    assert [line.sentence.text for line in backwards] == [line.sentence.text for line in chosen]


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    source = source_of(text)
    chosen = summarise(sentences_of(source), [source], SummaryOptions(words=50))
    assert all(line.sentence.span.cut(text) == line.sentence.text for line in chosen)


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from test_summary import RIVER, RIVER_TOO, PORT, texts
from briefing.summary import METHODS
for method in METHODS:
    print(method, texts(RIVER, RIVER_TOO, PORT, words=60, method=method))
"""


def test_every_process_gives_the_same() -> None:
    here = os.path.dirname(__file__)  # noqa: PTH120
    answers = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, here],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(answers) == 1
    assert next(iter(answers)).count("\n") == len(METHODS)
