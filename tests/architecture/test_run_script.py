"""`run.py`, as a newcomer meets it: run as a process, in a copy of its own."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
# What run.py finds with a stock Debian Python, whose ensurepip is a package of its own.
WITHOUT_ENSUREPIP = """
import runpy, sys
sys.modules["ensurepip"] = None
sys.argv = ["run.py", "demo"]
runpy.run_path("run.py", run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("run.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # The Python under the environment these tests run in: an environment is made from the system's.
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run([python, *arguments], cwd=folder, capture_output=True, text=True)


def loaded(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_copy", folder / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_gets_as_far_as_the_version_check() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    kinds = [type(node) for node in tree.body]
    check = kinds.index(ast.If)
    assert kinds[:check] == [ast.Expr, ast.Import], "only the docstring and `import sys` may stand before the check"
    assert "sys.version_info" in ast.unparse(tree.body[check])


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_without_a_command_it_tells_the_commands_and_sets_nothing_up(checkout: Path) -> None:
    done = started(checkout, "run.py")
    assert done.returncode == 2
    for command in ("demo", "test", "check", "app", "briefing"):
        assert f"python3 run.py {command}" in done.stdout
    assert not (checkout / ".venv").exists()


def test_a_python_without_ensurepip_is_told_what_to_install(checkout: Path) -> None:
    done = started(checkout, "-c", WITHOUT_ENSUREPIP)
    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_failed_installation_leaves_no_environment(checkout: Path) -> None:
    (checkout / "wheels").mkdir()
    done = started(checkout, "run.py", "--offline", "wheels", "demo")
    assert done.returncode == 1
    assert "Not everything needed is in wheels" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_folder_that_is_no_environment_is_left_alone(checkout: Path) -> None:
    mine = checkout / ".venv" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("keep me", encoding="utf-8")
    done = started(checkout, "run.py", "demo")
    assert done.returncode == 1
    assert "is in the way" in done.stderr
    assert mine.read_text(encoding="utf-8") == "keep me"


def test_a_broken_environment_is_made_anew_and_not_left_half_made(checkout: Path) -> None:
    (checkout / "wheels").mkdir()
    started(checkout, "-m", "venv", "--without-pip", ".venv")
    done = started(checkout, "run.py", "--offline", "wheels", "demo")
    assert done.returncode == 1
    assert "making it anew" in done.stderr
    assert not (checkout / ".venv").exists()


def test_the_remains_of_an_environment_are_cleared_away(checkout: Path) -> None:
    (checkout / "wheels").mkdir()
    (checkout / ".venv" / "lib" / "python3").mkdir(parents=True)
    done = started(checkout, "run.py", "--offline", "wheels", "demo")
    assert "making it anew" in done.stderr
    assert "Not everything needed is in wheels" in done.stderr
    assert not (checkout / ".venv").exists()


def test_an_environment_is_used_again_until_something_changes(checkout: Path) -> None:
    run = loaded(checkout)
    run.python().parent.mkdir(parents=True)
    run.python().touch()
    run.STAMP.write_text(run.stamp(dev=False), encoding="utf-8")
    assert run.is_up_to_date(dev=False)
    assert not run.is_up_to_date(dev=True)
    run.STAMP.write_text(run.stamp(dev=True), encoding="utf-8")
    assert run.is_up_to_date(dev=False)
    assert run.is_up_to_date(dev=True)
    with run.CONSTRAINTS.open("a", encoding="utf-8") as file:
        file.write("another==1\n")
    assert not run.is_up_to_date(dev=False)


def test_a_damaged_stamp_counts_as_none(checkout: Path) -> None:
    run = loaded(checkout)
    run.python().parent.mkdir(parents=True)
    run.python().touch()
    run.STAMP.write_text("", encoding="utf-8")
    assert not run.is_up_to_date(dev=False)


def test_the_environment_is_not_led_astray_by_the_callers(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET"):
        monkeypatch.setenv(name, os.fspath(checkout))
    monkeypatch.setenv("PIP_USER", "1")
    given = loaded(checkout).environment()
    assert not {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET"} & set(given)
    assert given["PIP_USER"] == "0"
    assert given["PATH"] == os.environ["PATH"]


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError(...)'", "is there a network"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "no build for this system"),
        ("ERROR: Could not install packages due to an OSError: No space left on device", "pip's own words"),
    ],
)
def test_pips_errors_are_explained(checkout: Path, errors: str, said: str) -> None:
    assert said in loaded(checkout).install_complaint(errors, None)


def test_qt_is_reported_missing_where_it_is_missing(checkout: Path) -> None:
    started(checkout, "-m", "venv", "--without-pip", ".venv")
    complaint = loaded(checkout).qt_complaint()
    assert "No module named 'PySide6'" in complaint
    if sys.platform.startswith("linux"):
        assert "apt install --no-install-recommends libegl1" in complaint
