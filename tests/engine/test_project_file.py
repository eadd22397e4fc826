"""What is put into a project comes out of it again, and what is taken out is gone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints

import matter
import project_files
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import ProjectExists, ProjectLocked, ProjectNotWritable, SourceChanged
from briefing.model import Decisions, Passage, PassageKind, Request, Source, Span
from briefing.project import (
    Credibility,
    NewSource,
    Project,
    ProjectState,
    Reliability,
    SourceCard,
    carded,
    create,
    ledger_of,
    open_project,
    printed_in,
    read_project,
    verify_project,
)
from briefing.verify import verify

ODD = st.sampled_from(["\0", "\ud800", "\udfff", "\u202e", "שלום", "👩‍🚒", "\r\n", "'", '"', "--", "\x1b[0m", "\ufeff"])
TEXT = st.one_of(st.text(st.characters(exclude_categories=())), st.lists(ODD).map("".join))
STRATEGIES: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    str | None: st.none() | TEXT,
    int: st.integers(0, 2**40),
    int | None: st.none() | st.integers(0, 2**40),
    bool: st.booleans(),
    tuple[str, ...]: st.lists(TEXT, max_size=4).map(tuple),
    tuple[tuple[str, str], ...]: st.lists(st.tuples(TEXT, TEXT), max_size=4).map(tuple),
    Reliability | None: st.none() | st.sampled_from(Reliability),
    Credibility | None: st.none() | st.sampled_from(Credibility),
}


def every_field(kind: type[Any], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values with all fields drawn, so that a field the project forgets is noticed."""
    drawn = {name: STRATEGIES[hint] for name, hint in get_type_hints(kind).items() if name not in fixed}
    return st.builds(kind, **drawn, **fixed)


@st.composite
def sources(draw: st.DrawFn) -> NewSource:
    data = draw(st.binary(max_size=300))
    digest = hashlib.sha256(data).hexdigest()
    parts = draw(st.lists(TEXT, max_size=4))
    passages = []
    start = 0
    for number, part in enumerate(parts, 1):
        span = Span(start, start + len(part))
        page, level = draw(STRATEGIES[int | None]), draw(st.integers(0, 6))
        passages.append(Passage(number, draw(st.sampled_from(PassageKind)), span, page, level))
        start += len(part)
    source = draw(
        every_field(
            Source,
            id=st.just("s" + digest[:12]),
            sha256=st.just(digest),
            text=st.just("".join(parts)),
            passages=st.just(tuple(passages)),
        )
    )
    return NewSource(source, data)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with create(tmp_path_factory.mktemp("round") / "trip.briefing") as made:
        made.add_sources(map(project_files.new, project_files.SOURCES))
        yield made


@settings(max_examples=60, deadline=None)
@given(every_field(Decisions))
def test_decisions_come_back(project: Project, decisions: Decisions) -> None:
    project.save_decisions(decisions)
    assert project.matter().decisions == decisions


@settings(max_examples=40, deadline=None)
@given(TEXT, every_field(Request))
def test_a_request_comes_back(project: Project, template: str, request: Request) -> None:
    project.save_request(template, request)
    state = project.matter()
    assert (state.template, state.request) == (template, request)


@settings(max_examples=40, deadline=None)
@given(every_field(SourceCard, source=st.sampled_from([source.id for source in project_files.SOURCES])))
def test_a_card_comes_back(project: Project, card: SourceCard) -> None:
    project.save_card(card)
    assert card in project.matter().cards


@settings(max_examples=40, deadline=None)
@given(st.lists(sources(), max_size=3, unique_by=lambda new: new.source.id))
def test_sources_come_back(tmp_path_factory: pytest.TempPathFactory, new: list[NewSource]) -> None:
    path = tmp_path_factory.mktemp("sources") / "new.briefing"
    with create(path) as made:
        made.add_sources(new)
    with open_project(path) as again:
        assert again.matter().sources == tuple(item.source for item in new)
        assert [again.original(item.source.id) for item in new] == [item.data for item in new]


def test_an_empty_project_is_empty(tmp_path: Path) -> None:
    with create(tmp_path / "new.briefing") as project:
        assert project.matter() == ProjectState()


def test_everything_comes_back_after_reopening(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    assert [entry.name for entry in tmp_path.iterdir()] == ["full.briefing"]
    with open_project(path) as project:
        state = project.matter()
        assert project.issued(1) == b"the file that went out"
        assert ledger_of(project, 1) == project_files.ledger(matter.ONE, matter.TWO)
        with pytest.raises(KeyError):
            ledger_of(project, 2)
    assert state.sources == project_files.SOURCES
    assert state.cards == (project_files.CARD,)
    assert state.decisions == project_files.DECISIONS
    assert (state.template, state.request) == ("situation-report", project_files.REQUEST)
    (issue,) = state.issues
    assert (issue.number, issue.date, issue.title, issue.name) == (1, "2026-05-07", "Blankets", "note.docx")
    assert issue.sha256 == hashlib.sha256(b"the file that went out").hexdigest()


def test_a_card_stands_over_the_document() -> None:
    source = carded(matter.TWO, replace(project_files.CARD, url=""))
    assert (source.title, source.publisher) == ("Counting blankets", "Malta Wire")
    assert source.url == ""
    assert carded(matter.ONE, SourceCard(matter.ONE.id)) == matter.ONE


def test_issues_are_numbered_and_kept(tmp_path: Path) -> None:
    with create(tmp_path / "new.briefing") as project:
        for date in ("2026-05-01", "2026-05-02"):
            project.record_issue("a.pdf", b"a", date=date, title="", template="t", ledger=())
        assert [(issue.number, issue.date) for issue in project.matter().issues] == [
            (1, "2026-05-01"),
            (2, "2026-05-02"),
        ]


def test_a_removed_source_can_be_brought_back_to_its_place_until_the_project_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "new.briefing"
    with create(path) as project:
        project.add_sources(map(project_files.new, project_files.SOURCES))
        project.save_card(project_files.CARD)
        before = project.matter()
        project.remove_source(matter.TWO.id)
        assert project.matter().sources == (matter.ONE, matter.UNUSED)
        assert project.matter().cards == ()
        project.restore_source(matter.TWO.id)
        assert project.matter() == before
        project.remove_source(matter.TWO.id)
    with open_project(path) as project, pytest.raises(KeyError):
        project.restore_source(matter.TWO.id)


def test_a_source_that_was_issued_stays_for_verifying(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with open_project(path) as project:
        for source in project_files.SOURCES:
            project.remove_source(source.id)
    with open_project(path) as project:
        assert project.matter().sources == ()
        found = verify_project(path)
    assert found.sources == (matter.ONE, matter.TWO)
    assert found.altered == ()
    assert [file.data for file in found.files] == [b"the file that went out"]
    ledger = found.issues[0].ledger
    result = verify(ledger, printed_in(ledger), found.sources)
    assert result.sound
    assert len(result.checked) == len(ledger) == 5


def test_altered_sources_and_files_are_told(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with project_files.raw(path) as database:
        database.execute("UPDATE source SET text = replace(text, '1,200', '9,200')")
        database.execute("UPDATE issued SET data = x'00'")
    found = verify_project(path)
    assert found.altered == ("one.txt", "note.docx")
    assert found.sources == (matter.TWO, matter.UNUSED)
    assert found.files == ()


def test_what_was_removed_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    path = tmp_path / "new.briefing"
    secret = project_files.large(40_000, "secret-document")
    with create(path) as project:
        project.add_sources([secret, project_files.new(matter.ONE)])
        assert b"secret-document" in path.read_bytes()
        project.remove_source(secret.source.id)
        project.save_copy(tmp_path / "copy.briefing")
    for file in (path, tmp_path / "copy.briefing"):
        data = file.read_bytes()
        assert b"secret-document" not in data
        assert secret.data[-1000:-900] not in data
        assert b"blankets" in data


def test_the_same_content_is_the_same_file_whatever_its_history(tmp_path: Path) -> None:
    straight = project_files.filled(tmp_path / "straight.briefing")
    crooked = tmp_path / "crooked.briefing"
    with create(crooked) as project:
        project.save_decisions(Decisions(pinned=("x", "y", "z"), notes=(("x", "y"),)))
        extra = project_files.large(20_000, "extra")
        project.add_sources([extra])
        project.add_sources([project_files.new(matter.ONE)])
        project.save_request("one-page-note", Request(actors=("a", "b", "c")))
        project.save_card(SourceCard(extra.source.id, title="no"))
        project.remove_source(extra.source.id)
        project_files.fill(project)
    assert project_files.dump(crooked) == project_files.dump(straight)


def test_a_source_given_twice_is_kept_once_and_changed_bytes_are_refused(tmp_path: Path) -> None:
    with create(tmp_path / "new.briefing") as project:
        project.add_sources([project_files.new(matter.ONE)] * 2)
        with pytest.raises(SourceChanged) as caught:
            project.add_sources([project_files.new(matter.TWO), NewSource(matter.UNUSED, b"other bytes")])
        assert caught.value.path == "/x/three.txt"
        assert project.matter().sources == (matter.ONE,)


@pytest.mark.parametrize(
    "call",
    [
        lambda project: project.original("s0"),
        lambda project: project.remove_source("s0"),
        lambda project: project.restore_source("s0"),
        lambda project: project.save_card(SourceCard("s0")),
        lambda project: project.issued(1),
    ],
)
def test_what_is_not_there_is_a_key_error(tmp_path: Path, call: Any) -> None:
    with create(tmp_path / "new.briefing") as project:
        with pytest.raises(KeyError):
            call(project)
        project.save_decisions(project_files.DECISIONS)
        assert project.matter() == ProjectState(decisions=project_files.DECISIONS)


def test_a_new_project_does_not_replace_a_file(tmp_path: Path) -> None:
    path = tmp_path / "there.briefing"
    path.write_bytes(b"mine")
    with pytest.raises(ProjectExists):
        create(path)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/new.briefing", "nul\0.briefing"])
def test_a_new_project_needs_a_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectNotWritable):
        create(f"{tmp_path}/{name}")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_whole_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    copy = tmp_path / "copy ü%20?#.briefing"
    copy.write_bytes(b"old")
    copy.chmod(0o600)
    with open_project(path) as project:
        project.save_copy(copy)
        with open_project(copy) as other:
            assert other.matter() == project.matter()
            assert other.original(matter.ONE.id) == project.original(matter.ONE.id)
        project.save_copy(path)  # on itself: it is saved already
        assert project.matter().sources == project_files.SOURCES
    assert copy.stat().st_mode & 0o777 == 0o600
    assert project_files.dump(copy) == project_files.dump(path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [copy.name, path.name]


def test_a_copy_does_not_replace_an_open_project_nor_go_nowhere(tmp_path: Path) -> None:
    path = project_files.filled(tmp_path / "full.briefing")
    with open_project(path) as project, create(tmp_path / "other.briefing") as other:
        with pytest.raises(ProjectLocked):
            project.save_copy(other.path)
        for name in ("missing/copy.briefing", "nul\0.briefing", "."):
            with pytest.raises(ProjectNotWritable):
                project.save_copy(f"{tmp_path}/{name}")
        assert other.matter() == ProjectState()
        assert project.matter().sources == project_files.SOURCES


@pytest.mark.parametrize("name", [b"\xff.briefing", "ü?#%41 'x'.briefing".encode(), b"-.briefing", b"file:x?mode=ro"])
def test_a_file_may_be_called_anything(tmp_path: Path, name: bytes) -> None:
    path = project_files.filled(tmp_path / os.fsdecode(name))
    with open_project(path) as project:
        project.save_copy(tmp_path / (os.fsdecode(name) + "2"))
    assert read_project(path) == read_project(tmp_path / (os.fsdecode(name) + "2"))
    assert sorted(os.fsencode(entry.name) for entry in tmp_path.iterdir()) == [name, name + b"2"]
