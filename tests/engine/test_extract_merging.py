from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from extract_sources import analysed, make_source

from briefing.errors import SourceMissing
from briefing.extract import Alias, Aliases, copies, extract_source, load_aliases, merge
from briefing.extract.merging import fold
from briefing.text.sentences import split


def test_names_are_merged_over_aliases_and_sources() -> None:
    first = make_source("Seoul sent 300 tents. Russian Ambassador Georgy Zinoviev left.", "a")
    second = make_source("South Korea sent 300 tents. Russia's ambassador, Georgiy Zinoviev, left.", "b")
    evidence = analysed(first, second)
    assert [actor.name for actor in evidence.actors].count("South Korea") == 1
    assert len(evidence.people) == 1
    assert {figure.actor for figure in evidence.figures} == {"a_south_korea"}


def test_different_values_for_one_thing_are_a_disagreement() -> None:
    first = make_source("Kenya sent 1,500 soldiers to Haiti, the UN said.", "a")
    second = make_source("Kenya sent 2,500 troops to Haiti, according to Oxfam.", "b")
    (found,) = analysed(first, second).disagreements
    assert (found.low, found.high, found.actor, len(found.figures)) == (1500, 2500, "a_kenya", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya sent 1,500 soldiers.", "Kenya may send 9,000 soldiers."),
        ("Kenya spent $2,000 per month on fuel.", "Kenya spent $24,000 on fuel."),
        ("Kenya sent 1,500 soldiers.", "Kenya sent another 500 soldiers."),
        ("Kenya sent 1,500 soldiers.", "Uganda sent 2,500 soldiers."),
        ("Kenya sent 1,500 soldiers.", "Kenya sent 2,500 tents."),
        ("Kenya sent 1,500 soldiers.", "Kenya sent about 1,500 soldiers."),
    ],
)
def test_what_only_looks_like_a_disagreement(one: str, other: str) -> None:
    assert analysed(make_source(one, "a"), make_source(other, "b")).disagreements == ()


def test_a_part_of_the_whole_is_no_disagreement() -> None:
    text = "Kenya sent 12,000 soldiers, including 1,500 from Mombasa, the UN said."
    assert analysed(make_source(text)).disagreements == ()


def test_copies_of_one_text_are_found_and_are_one_voice() -> None:
    story = (
        "Kenya sent 1,500 soldiers to Haiti on Monday, the first of several groups that are to arrive this year. "
        "They landed in Port-au-Prince and will guard the airport, the port and the roads between, officials said. "
    )
    first = make_source(story, "a")
    second = make_source(story + "It was carried by a second outlet.", "b")
    other = make_source("Uganda has no soldiers in Haiti, its government told parliament in Kampala.", "c")
    (copy,) = copies((first, second, other))
    assert (copy.source, copy.original) == (second.id, first.id)
    assert copy.likeness > 0.7


def test_evidence_of_one_source_can_cross_a_process_border() -> None:
    source = make_source("Kenya sent 1,500 soldiers, the UN said.")
    found = extract_source(source, split(source))
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_users_aliases_are_known(tmp_path: Path) -> None:
    path = tmp_path / "aliases.txt"
    path.write_text("# ours\nKenya = Harambee House\n\nno equals sign\n", encoding="utf-8")
    aliases = load_aliases(path)
    assert aliases == Aliases((Alias("Harambee House", "Kenya"),))
    source = make_source("Harambee House sent 300 trucks.")
    evidence = merge([source], [extract_source(source, split(source), aliases)], aliases)
    assert evidence.figures[0].actor == "a_kenya"


def test_a_missing_alias_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        load_aliases(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["South Korea", "Côte d'Ivoire", "  G20 ", "한국", "!?"])
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name) != ""
