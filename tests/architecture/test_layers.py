"""The dependency rule, as the contracts in pyproject.toml state it, and what they cannot state."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted([*(ROOT / "briefing").rglob("*.py"), *(ROOT / "ui").rglob("*.py"), ROOT / "run.py"])
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", ["briefing.cli", "briefing.pipeline", "briefing.composer", "briefing.layout"])
def test_engine_and_command_line_import_no_qt(module: str) -> None:
    loaded = run(f"import {module}, sys; print(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'ui')))")
    assert loaded == "[]"


def test_a_whole_build_imports_no_qt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway said 1,200 people were moved on Monday.\n\nSweden denied it.\n")
    code = (
        "import sys; from briefing.cli import main; "
        f"status = main(['build', {str(tmp_path / 'a.txt')!r}, '--output', {str(tmp_path / 'a.docx')!r}, "
        f"'--output', {str(tmp_path / 'a.pdf')!r}]); "
        "print(status, sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'ui')))"
    )
    assert run(code) == "0 []"


def test_values_are_quick_to_import() -> None:
    heavy = ("numpy", "lxml", "docx", "reportlab", "sumy", "trafilatura", "pypdfium2", "nltk")
    assert run(f"import briefing.model, briefing.wording, sys; print([m for m in {heavy} if m in sys.modules])") == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_packaging_folder_is_no_package() -> None:
    """With an __init__.py it would shadow the `packaging` library for whoever runs Python from here."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_broad_except_stands_only_at_the_worker_boundary() -> None:
    broad = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]
    assert set(broad) <= {"ui/worker.py"}


def test_nothing_opens_a_socket() -> None:
    names = {"socket", "http", "urllib.request", "requests", "ssl", "ftplib", "smtplib"}
    found = [
        f"{path.relative_to(ROOT)}: {alias}"
        for path in MODULES
        if path.name != "run.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for alias in (
            [item.name for item in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if alias in names
    ]
    assert not found
