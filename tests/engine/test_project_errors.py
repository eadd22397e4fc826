"""What goes wrong with a project is said in sentences of its own, and crosses process borders."""

from __future__ import annotations

import pickle

import pytest

from briefing import errors
from briefing.wording import message

ERRORS: tuple[tuple[errors.BriefingError, str], ...] = (
    (errors.ProjectMissing("/x/a.briefing"), "There is no project “/x/a.briefing”."),
    (
        errors.ProjectExists("/x/a.briefing"),
        "There is a file “/x/a.briefing” already. Choose another name, or open it.",
    ),
    (
        errors.ProjectUnreadable("/x/a.briefing", "Permission denied"),
        "The project “a.briefing” could not be opened: Permission denied.",
    ),
    (
        errors.ProjectDamaged("/x/a.briefing", "its end is missing"),
        "“a.briefing” is not a sound project: its end is missing. Nothing in the file was changed.",
    ),
    (
        errors.ProjectTooNew("/x/a.briefing", 7, 2),
        (
            "The project “a.briefing” was saved by a newer version of this program (format 7; this version reads "
            "formats up to 2). Open it with that version. Nothing in the file was changed."
        ),
    ),
    (
        errors.ProjectLocked("/x/a.briefing", 4711),
        "The project “a.briefing” is open in another window or program (process 4711). Close it there first.",
    ),
    (
        errors.ProjectLocked("/x/a.briefing"),
        "The project “a.briefing” is open in another window or program. Close it there first.",
    ),
    (
        errors.ProjectNotWritable("/x/a.briefing", "the disk is full"),
        "The project “/x/a.briefing” could not be written: the disk is full. What was saved before is safe.",
    ),
    (errors.SourceChanged("/x/a.pdf"), "“a.pdf” has changed since it was read. Load it again."),
)


@pytest.mark.parametrize(("error", "sentence"), ERRORS, ids=lambda value: type(value).__name__)
def test_each_has_its_sentence_and_survives_a_pipe(error: errors.BriefingError, sentence: str) -> None:
    assert message(error) == sentence
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)


def test_every_project_error_is_here() -> None:
    assert {type(error) for error, _ in ERRORS} >= set(errors.ProjectError.__subclasses__())
