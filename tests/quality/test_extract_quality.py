"""How good extraction is, on the gold in ../shared: floors a little under what was measured."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from briefing.extract import Evidence, extract_source, merge
from briefing.model import Modifier, Source
from briefing.pipeline import load_text
from briefing.text.sentences import split

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold"
FOLDERS = {"seeds": SHARED / "sources", "topics": GOLD / "topics"}
MODIFIERS = {Modifier.EXACT: None, Modifier.RANGE: None}


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> tuple[Source, Evidence]:
    source = load_text(path.read_text(encoding="utf-8"), path.name)
    return source, merge([source], [extract_source(source, split(source))])


def rows(path: Path) -> list[dict[str, object]]:
    _source, evidence = read(path)
    names = {actor.id: actor.name for actor in evidence.actors}
    found = []
    for figure in evidence.figures:
        low = figure.low if figure.low is not None else figure.high
        high = figure.high if figure.high is not None else low
        found.append(
            {
                "source": path.name,
                "start": figure.span.start,
                "end": figure.span.end,
                "value_low": float(low or 0),
                "value_high": float(high or 0),
                "unit": figure.unit,
                "counted": figure.counted,
                "actor": names.get(figure.actor or ""),
                "attributed_to": figure.originator.name if figure.originator else None,
                "modifier": MODIFIERS.get(figure.modifier, figure.modifier.value.replace("_", " ")),
            }
        )
    return found


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("seeds", {"F1": 1.0, "strict_F1": 1.0, "row_F1": 0.95, "counted": 0.9}),
        ("topics", {"F1": 0.98, "strict_F1": 0.95, "row_F1": 0.9, "counted": 0.92, "attr_when_gold": 0.85}),
    ],
)
def test_figures(name: str, floors: dict[str, float], scorer: ModuleType) -> None:
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = [row for path in sorted(FOLDERS[name].glob("*.txt")) for row in rows(path)]
    measured = scorer.score(gold, predicted)[0]
    assert {key: measured[key] for key, floor in floors.items() if measured[key] < floor} == {}


def test_statements_of_the_five_texts(scorer: ModuleType) -> None:
    gold = [json.loads(line) for line in (GOLD / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]
    evidence = {path.name: read(path)[1] for path in sorted(FOLDERS["seeds"].glob("*.txt"))}
    found = named = 0
    for entry in gold:
        size = (entry["end"] - entry["start"]) / 2
        hits = [
            statement
            for statement in evidence[entry["source"]].statements
            if min(statement.span.end, entry["end"]) - max(statement.span.start, entry["start"]) >= size
        ]
        found += bool(hits)
        named += any(scorer.fold(hit.speaker.name) == scorer.fold(entry["speaker"]) for hit in hits)
    assert found / len(gold) >= 0.97
    assert named / len(gold) >= 0.92


def test_people_and_disagreements_of_the_five_texts(scorer: ModuleType) -> None:
    sources = [read(path)[0] for path in sorted(FOLDERS["seeds"].glob("*.txt"))]
    evidence = merge(sources, [extract_source(source, split(source)) for source in sources])
    names = {actor.id: actor.name for actor in evidence.actors}
    people = {person.name.replace("-", " "): names.get(person.actor or "") for person in evidence.people}
    for entry in json.loads((GOLD / "people.json").read_text(encoding="utf-8")):
        assert scorer.fold(people[entry["person"].replace("-", " ")]) == scorer.fold(entry["actor"])
    groups = [(found.actor, found.low, found.high) for found in evidence.disagreements]
    assert sorted(groups) == [("a_north_korea", 1500, 7000), ("a_north_korea", 10000, 100000)]
