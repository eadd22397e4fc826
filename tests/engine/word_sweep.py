"""What becomes of each Word file of a folder when it is used as a letterhead.

`python tests/engine/word_sweep.py FOLDER` writes the test document, in turns with brackets, footnotes, endnotes and
author and date, into every .docx, .dotx, .docm and .dotm below the folder, asks the validators (see `word_validators`)
of the result, and of the file itself only where there is something to compare, and prints a line for each file.
"""

from __future__ import annotations

import runpy
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from word_validators import checkers

from briefing.errors import BriefingError
from briefing.model import CitationForm
from briefing.wording import message
from briefing.writers.word import read_ledger, write_word

_EVERY = Path(__file__).parents[1] / "golden" / "word" / "every_block.py"
every_block = runpy.run_path(str(_EVERY))["every_block"]
ENDINGS = (".docx", ".dotx", ".docm", ".dotm")
WANTED = 0.97


class Ending(StrEnum):
    VALID = "valid"
    REFUSED = "refused"
    NEW_ERRORS = "new errors"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `told` is the message, or the new errors."""

    name: str
    ending: Ending
    told: str = ""


def letterheads(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS and path.is_file())


def outcome(path: Path, form: CitationForm, work: Path, *, checked: bool = False) -> Outcome:
    """Use one file as a letterhead and look at the result."""
    try:
        data = write_word(every_block(form), path.read_bytes(), checked=checked, path=path.name)
        missing = read_ledger(data).missing
    except BriefingError as error:
        return Outcome(path.name, Ending.REFUSED, message(error))
    except Exception as error:  # noqa: BLE001 (a sweep tells of what ought not to happen, and goes on)
        return Outcome(path.name, Ending.CRASHED, f"{type(error).__name__}: {error}")
    if missing:
        return Outcome(path.name, Ending.NEW_ERRORS, f"evidence that cannot be found again: {', '.join(missing)}")
    written = work / "written.docx"
    written.write_bytes(data)
    new = new_errors(written, path, work)
    return Outcome(path.name, Ending.NEW_ERRORS if new else Ending.VALID, "; ".join(new))


def new_errors(written: Path, house: Path, work: Path) -> list[str]:
    """What the checkers say of the written file and not of the house's own."""
    found: list[str] = []
    for name, check in checkers().items():
        after = check(written)
        if after:
            before = _before(house, name, work)
            found += [f"{name}: {said}" for said in after if said not in before]
    return found


def _before(house: Path, name: str, work: Path) -> Counter[str]:
    """The errors of the house's file, under an ending that every checker takes."""
    copy = work / "house.docx"
    copy.write_bytes(house.read_bytes())
    try:
        return checkers()[name](copy)
    except (KeyError, ValueError, SyntaxError):  # not even to be read
        return Counter()


def sweep(paths: Iterable[Path]) -> Iterator[Outcome]:
    """All of them, in turns in each form of citation and with and without comments."""
    forms = list(CitationForm)
    with tempfile.TemporaryDirectory() as work:
        for number, path in enumerate(paths):
            yield outcome(path, forms[number % len(forms)], Path(work), checked=number % 3 == 0)


def share(outcomes: Iterable[Outcome]) -> float:
    """How many of the files gave a valid document."""
    counted = Counter(one.ending for one in outcomes)
    return counted[Ending.VALID] / max(1, counted.total())


def main(folder: str) -> int:
    print(f"Asked: {', '.join(checkers())}.")
    outcomes = []
    for one in sweep(letterheads(Path(folder))):
        print(f"{one.ending:10} {one.name}{f': {one.told[:600]}' if one.told else ''}", flush=True)
        outcomes.append(one)
    counted = Counter(one.ending for one in outcomes)
    print(f"{len(outcomes)} files: {', '.join(f'{number} {ending}' for ending, number in sorted(counted.items()))}.")
    print(f"{share(outcomes):.1%} gave a valid document with no new error.")
    bad = counted[Ending.CRASHED] + counted[Ending.NEW_ERRORS]
    return 0 if not bad and share(outcomes) >= WANTED else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/engine/word_sweep.py FOLDER")
    sys.exit(main(sys.argv[1]))
