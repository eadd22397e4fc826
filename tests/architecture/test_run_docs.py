"""What the README and the pages in docs/ tell people to type exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from briefing import templates

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").glob("*.md"))]
OPTION = r"--[a-z][a-z-]+"
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = dict(re.findall(r"^## briefing (\w+)\n(.*?)(?=^## |\Z)", COMMAND_LINE, re.MULTILINE | re.DOTALL))


def help_of(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *command, "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return done.stdout


def test_every_command_is_described_and_no_other() -> None:
    offered = set(re.findall(r"^    (\w+)(?: |$)", help_of(), re.MULTILINE))
    assert offered == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_described_and_no_other(command: str) -> None:
    offered = set(re.findall(OPTION, help_of(command))) - {"--help"}
    assert set(re.findall(OPTION, COMMANDS[command])) == offered


def test_the_readmes_options_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = re.findall(r"^python3 run\.py briefing (\w+)(.*)$", readme, re.MULTILINE)
    assert {command for command, _ in lines} == {"build", "analyse", "summarise", "verify", "templates"}
    for command, rest in lines:
        assert set(re.findall(OPTION, rest)) <= set(re.findall(OPTION, help_of(command)))


def test_run_py_knows_the_commands_that_are_told() -> None:
    script = (ROOT / "run.py").read_text(encoding="utf-8")
    known = re.search(r"choices=\[(.*?)\]", script)
    assert known is not None
    told = {name for page in PAGES for name in re.findall(r"`?run\.py ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert told <= set(re.findall(r"[a-z]+", known[1]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not missing


def test_the_template_in_the_docs_is_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert tomllib.loads(text)
    (tmp_path / "template.toml").write_text(text, encoding="utf-8")
    headings = [section.heading for section in templates.read(tmp_path).sections]
    assert headings == ["Highlights", "By actor", "What is not known", "Sources"]


def test_every_kind_of_section_is_described() -> None:
    from briefing.model import SectionKind

    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    rows = page.partition("## Kinds")[2]
    assert set(re.findall(r"^\| `([a-z-]+)` ", rows, re.MULTILINE)) == {str(kind) for kind in SectionKind}
