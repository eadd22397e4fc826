"""Sets up Briefing Desk in a `.venv` folder of its own beside this file, then runs it or its tests.

    python3 run.py demo              make the example briefing (Word and PDF)
    python3 run.py test [ARGS]       run the tests (ARGS go to pytest)
    python3 run.py lint              formatter, linter, types, import contracts
    python3 run.py check             lint, then test
    python3 run.py app [FILES]       open the window
    python3 run.py briefing ARGS     the command line, e.g. briefing build notes/ --template one-page-note ...

Windows: "py run.py demo" and so on. Only the standard library is used, and nothing outside `.venv` is changed.
"--offline FOLDER" before the command installs from a folder of wheels, without a network.
"""

# An old Python must get as far as the next lines. So: no `from __future__ import annotations`, which 3.6 refuses,
# and no syntax newer than 3.6 in this file (a test keeps that).
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        f"Briefing Desk needs Python 3.11 or newer; {sys.executable} is Python {sys.version.split()[0]}.\n"
        "If a newer one is installed, name it: python3.11 run.py ... (Windows: py -3.11 run.py ...)"
    )

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-for.txt"
CONSTRAINTS = ROOT / "constraints.txt"
# What may be left of one that was being removed; anything else in there is somebody's own.
PARTS_OF_A_VENV = {"bin", "etc", "include", "lib", "lib64", "share", "Include", "Lib", "Scripts", STAMP.name}
QT_PROBE = "import PySide6.QtTest, PySide6.QtWidgets, PySide6.QtPdfWidgets"
QT_PACKAGES = "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
QT_PACKAGES_FOR_A_SCREEN = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
NETWORK_SIGNS = ("NewConnectionError", "ConnectTimeout", "NameResolutionError", "ProxyError", "connection broken")
FAILED = 1
WRONG_USE = 2


class SetUpError(Exception):
    """Why the set-up cannot go on, worded for people, with what to do about it."""


def main(arguments: list[str]) -> int:
    """The exit status of the command that the arguments ask for."""
    parser = argparse.ArgumentParser(
        prog="run.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("--offline", metavar="FOLDER", type=Path, help="install from this folder of wheels only")
    parser.add_argument("command", choices=["demo", "test", "lint", "check", "app", "briefing"], help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    if not arguments:
        parser.print_help()
        return WRONG_USE
    options = parser.parse_args(arguments)
    try:
        set_up(dev=options.command in {"test", "lint", "check"}, wheels=options.offline)
        return run(options.command, options.rest)
    except SetUpError as error:
        tell(str(error))
        return FAILED
    except KeyboardInterrupt:
        return 130


def run(command: str, rest: list[str]) -> int:
    """The exit status of the command, in the environment that `set_up` made."""
    if command == "test":
        return test(rest)
    if command == "lint":
        return lint()
    if command == "check":
        return max(lint(), test(rest))
    if command == "app":
        complaint = qt_complaint()
        if complaint:
            raise SetUpError(f"The window cannot open, because Qt does not load.\n{complaint}")
        return in_venv("-P", "-m", "briefing", "app", *rest)
    if command == "demo":
        return in_venv("-P", "-m", "briefing", "demo", *rest)
    return in_venv("-P", "-m", "briefing", *rest)


# The environment


def set_up(*, dev: bool, wheels: Path | None = None) -> None:
    """Makes `.venv` what this checkout needs, or leaves none behind; quick when it already is."""
    if is_up_to_date(dev=dev):
        return
    if is_sound():
        install(dev=dev, wheels=wheels)
        return
    clear_the_way()
    with removed_on_failure(VENV):
        make_venv()
        install(dev=dev, wheels=wheels)


@contextmanager
def removed_on_failure(folder: Path) -> Iterator[None]:
    """Removes the folder unless the work ends well, also on Ctrl+C: half an environment would confuse the next run."""
    finished = False
    try:
        yield
        finished = True
    finally:
        if not finished:
            shutil.rmtree(folder, ignore_errors=True)


def stamp(*, dev: bool) -> str:
    """Changes when what is to be installed changes, or the Python, or the place."""
    facts = hashlib.sha256()
    for part in ((ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes(), sys.version.encode()):
        facts.update(hashlib.sha256(part).digest())
    return f"{facts.hexdigest()}{' with what development needs' if dev else ''}\n{ROOT}\n"


def is_up_to_date(*, dev: bool) -> bool:
    if not STAMP.is_file() or not python().is_file():
        return False
    return STAMP.read_text(encoding="utf-8") in ({stamp(dev=True)} if dev else {stamp(dev=True), stamp(dev=False)})


def is_sound() -> bool:
    """Whether `.venv` works, with pip, with the Python that runs this, and was not moved here (its scripts know)."""
    if not python().is_file() or (STAMP.is_file() and str(ROOT) not in STAMP.read_text("utf-8").splitlines()):
        return False
    asked = "import pip, sys; print(sys.prefix, sys.version)"
    try:
        answer = subprocess.run([python(), "-c", asked], check=False, capture_output=True, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == f"{VENV} {sys.version}"


def clear_the_way() -> None:
    """Sees that an environment can be made, and removes one that does not work (but nothing else)."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise SetUpError(
            f"This Python ({sys.executable}) has no {' and no '.join(missing)}, so no environment can be made.\n"
            "On Debian and Ubuntu that is a package of its own. Install it, then run the same command again:\n"
            "    sudo apt install python3-venv"
        )
    if VENV.exists():
        foreign = {entry.name for entry in VENV.iterdir()} - PARTS_OF_A_VENV if VENV.is_dir() else {VENV.name}
        if foreign and not (VENV / "pyvenv.cfg").is_file():
            raise SetUpError(f"{VENV} is in the way: it is not a Python environment. Move it, then try again.")
        tell("The .venv folder is broken or made by another Python: making it anew.")
        shutil.rmtree(VENV)


def make_venv() -> None:
    import venv

    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetUpError(f"The environment {VENV} could not be made: {error}") from error


def install(*, dev: bool, wheels: Path | None) -> None:
    tell("Installing what Briefing Desk needs into .venv (once; about 500 MB, a minute or two) ...")
    STAMP.unlink(missing_ok=True)
    source = ["--no-index", "--find-links", str(wheels.resolve())] if wheels else []
    target = f"{ROOT}[dev]" if dev else str(ROOT)
    command = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "2", *source]
    done = subprocess.run(
        [python(), *command, "--constraint", str(CONSTRAINTS), "--editable", target],
        check=False,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise SetUpError(f"{done.stderr}\n{install_complaint(done.stderr, wheels)}")
    STAMP.write_text(stamp(dev=dev), encoding="utf-8")


def install_complaint(errors: str, wheels: Path | None) -> str:
    """What pip's own words most likely mean."""
    if wheels:
        return (
            f"Not everything needed is in {wheels} (pip's own words are above).\n"
            "To fill it, where run.py has run with a network, on the same system and the same Python:\n"
            "    .venv/bin/python -m pip wheel -w FOLDER -c constraints.txt .[dev] hatchling editables"
        )
    if any(sign in errors for sign in NETWORK_SIGNS):
        return (
            "The Python package index could not be reached: is there a network, and a proxy to be set (HTTPS_PROXY)?\n"
            "Without a network:  python3 run.py --offline FOLDER-OF-WHEELS demo  (see CONTRIBUTING.md)"
        )
    if "No matching distribution" in errors:
        return (
            "A library has no build for this system (pip's own words are above).\n"
            "Qt needs 64-bit Windows 10, macOS 14, or Linux with glibc 2.34 (2.39 on ARM), and their successors."
        )
    return "The installation failed; pip's own words are above."


def python() -> Path:
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def environment() -> dict[str, str]:
    """The caller's environment, less what would lead Python or pip out of `.venv`."""
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET"}}
    return kept | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "1"}


def in_venv(*arguments: str, folder: Path | None = None, **extra: str) -> int:
    """The exit status of `.venv`'s Python with these arguments."""
    sys.stdout.flush()
    return subprocess.run([python(), *arguments], check=False, cwd=folder, env=environment() | extra).returncode


def tell(message: str) -> None:
    sys.stdout.flush()
    print(message, file=sys.stderr, flush=True)


# Tests and checks


def test(rest: list[str]) -> int:
    """The tests. Without Qt's system libraries the engine's still run, unless BRIEFING_REQUIRE_QT=1 is set."""
    complaint = qt_complaint()
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    if not complaint:
        return in_venv("-m", "pytest", *rest, folder=ROOT, QT_QPA_PLATFORM=platform)
    notice = f"THE WINDOW'S TESTS (tests/ui) DO NOT RUN, because Qt does not load.\n{complaint}"
    if os.environ.get("BRIEFING_REQUIRE_QT") == "1":
        raise SetUpError(notice)
    tell(notice + "\nThe engine's tests run without it.\n")
    # pytest-qt ends the whole run where Qt cannot be loaded, so it must not be loaded either.
    status = in_venv("-m", "pytest", "-p", "no:pytest-qt", "--ignore=tests/ui", *rest, folder=ROOT)
    tell("\n" + notice)
    return status


def qt_complaint() -> str:
    """Why Qt does not load and what to do about it, or ""."""
    tried = subprocess.run([python(), "-c", QT_PROBE], check=False, env=environment(), capture_output=True, text=True)
    if tried.returncode == 0:
        return ""
    reason = (tried.stderr.strip().splitlines() or [f"exit status {tried.returncode}"])[-1]
    if not sys.platform.startswith("linux"):
        return f"({reason})"
    return (
        f"({reason})\n"
        "On Debian and Ubuntu its system libraries are installed by (newer releases say libglib2.0-0t64):\n"
        f"    sudo apt install --no-install-recommends {QT_PACKAGES}\n"
        "and, to show windows on a screen, also:\n"
        f"    sudo apt install --no-install-recommends {QT_PACKAGES_FOR_A_SCREEN}"
    )


def lint() -> int:
    """Runs the formatter's check, the linter, the type checker and the import contracts, whatever fails."""
    steps = {
        "Format (ruff format --check)": ("-m", "ruff", "format", "--check"),
        "Lint (ruff check)": ("-m", "ruff", "check"),
        "Types (mypy --strict)": ("-m", "mypy"),
        "Import contracts (lint-imports)": (
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-cache",
        ),
    }
    failed = []
    for name, command in steps.items():
        tell(f"== {name}")
        if in_venv(*command, folder=ROOT):
            failed.append(name)
    for name in failed:
        tell(f"FAILED: {name}")
    return FAILED if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
