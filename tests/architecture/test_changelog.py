"""The changelog keeps its form and does not fall behind the version."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

from packaging.version import Version

import briefing

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_unreleased_changes_come_first() -> None:
    assert HEADINGS[0] == "[Unreleased]"


def test_releases_have_a_version_and_a_date_and_are_newest_first() -> None:
    found = [re.fullmatch(r"\[(\d+)\.(\d+)\.(\d+)\] - (\S+)", heading) for heading in HEADINGS[1:]]
    assert all(found)
    releases = [(int(m[1]), int(m[2]), int(m[3]), date.fromisoformat(m[4])) for m in found if m]
    assert releases == sorted(releases, reverse=True)


def test_every_kind_of_change_is_a_known_one_and_lists_something() -> None:
    kinds = re.findall(r"^### (.+)\n\n(- )?", TEXT, re.MULTILINE)
    assert kinds
    assert {kind for kind, _ in kinds} <= KINDS
    assert all(item for _, item in kinds)


def test_the_version_is_the_same_everywhere_and_never_behind_the_changelog() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version == briefing.__version__
    released = [Version(heading.partition("]")[0].strip("[")) for heading in HEADINGS[1:]]
    assert all(number <= Version(version) for number in released)
