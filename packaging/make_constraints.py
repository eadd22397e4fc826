"""Writes `constraints.txt`: the version of everything that is installed for Briefing Desk and its development.

    python packaging/make_constraints.py        (with the .venv's Python, when the tests have passed)

Follows the requirements of the installed `briefing-desk[dev]`, so a library that merely lies in the environment is
left out. What only another system needs (colorama on Windows, say) is not installed here and so stays free.
"""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
HEAD = """\
# The tested versions of everything `run.py` installs. Made by packaging/make_constraints.py; do not edit.
"""


def needed(name: str, extras: frozenset[str], found: dict[str, str], seen: set[tuple[str, frozenset[str]]]) -> None:
    """Adds to `found` the name and version of what the distribution requires, and what that requires."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            continue
        wanted = canonicalize_name(requirement.name)
        found[wanted] = distribution(wanted).version
        needed(wanted, frozenset(requirement.extras), found, seen)


def constraints() -> str:
    """The whole text of the file."""
    found: dict[str, str] = {}
    needed("briefing-desk", frozenset({"dev"}), found, set())
    found.pop("briefing-desk", None)
    return HEAD + "".join(f"{name}=={found[name]}\n" for name in sorted(found))


if __name__ == "__main__":
    CONSTRAINTS.write_text(constraints(), encoding="utf-8", newline="\n")
