"""Topics are groups of sentences named by words that stand in them."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Passage, PassageKind, Source, Span
from briefing.summary import topics
from briefing.text.sentences import split

HARVEST = [
    "The wheat harvest fell by a fifth after the drought.",
    "Farmers blame the drought for the poor wheat harvest.",
    "Wheat prices rose as the harvest came in.",
    "The drought also hurt the harvest of barley and wheat in the north.",
]
RAIL = [
    "The rail line to the port will open in spring.",
    "Trains on the rail line carry grain to the port.",
    "The port expects twice as many trains on the new rail line.",
    "A bridge on the rail line to the port is still missing.",
]


def source_of(text: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    passages = (Passage(1, PassageKind.PARAGRAPH, Span(0, len(text))),)
    return Source("s" + digest[:12], "a.txt", "a.txt", digest, "text/plain", text, passages)


def test_two_matters_make_two_topics() -> None:
    source = source_of(" ".join(line for pair in zip(HARVEST, RAIL, strict=True) for line in pair))
    found = topics(split(source), [source], limit=2)
    groups = [{line.text for line in topic.sentences} for topic in found]
    assert any(group <= set(HARVEST) for group in groups)
    assert any(group <= set(RAIL) for group in groups)
    assert all(any(term in line.text for line in topic.sentences) for topic in found for term in topic.terms)


def test_topics_do_not_depend_on_the_order_of_the_sources() -> None:
    sources = [source_of(" ".join(HARVEST)), source_of(" ".join(RAIL)), source_of(" ".join(RAIL[:2] + HARVEST[:2]))]
    forwards = topics([s for source in sources for s in split(source)], sources)
    backwards = topics([s for source in sources[::-1] for s in split(source)], sources[::-1])
    assert [t.name for t in forwards] == [t.name for t in backwards]


def test_nothing_gives_no_topics() -> None:
    assert topics((), ()) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from(HARVEST + RAIL), max_size=20), st.integers(1, 5))
def test_every_sentence_is_in_one_topic_at_most(lines: list[str], limit: int) -> None:
    source = source_of(" ".join(lines))
    found = topics(split(source), [source], limit=limit)
    gathered = [line for topic in found for line in topic.sentences]
    assert len(found) <= limit
    assert len(gathered) == len(set(gathered))
    assert set(gathered) <= set(split(source))
