"""Three checkers on every Word file that is shipped or could be: the validators, and `doclint`, which looks at links.

The Open XML SDK's validator is asked where it is installed; `.ci/run` installs it wherever there is node.
"""

from __future__ import annotations

import io
import runpy
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import word_sweep
from word_validators import Checker, checkers

from briefing import examples, pipeline
from briefing.blocks import ChartPoint, Paragraph, Run, ranges_chart, timeline_chart
from briefing.model import Analysis, CitationForm, Request
from briefing.writers.word import write_word

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
H = runpy.run_path(str(GOLDEN / "houses.py"))
_lint: Callable[[str], list[str]] = runpy.run_path(str(SHARED / "tools" / "doclint.py"))["lint"]
REQUEST = Request(title="A matter", date="2026-10-22", marking="OFFICIAL", addressee="The Minister", author="Unit 4")
TEMPLATES = {template.name: template for template in pipeline.templates()}


def _doclint(path: Path) -> Counter[str]:
    return Counter(_lint(str(path)))


CHECKERS: dict[str, Checker] = checkers() | {"doclint": _doclint}
# Each sees other faults: what it is to see in a file broken for it.
SEEN = {
    "Open XML SDK": ("<w:body>", "<w:body><w:nonsense/>"),
    "openxml-audit": ("<w:body>", "<w:body><w:nonsense/>"),
    "lint": ("<w:body>", '<w:body><w:p><w:hyperlink w:anchor="nowhere"/></w:p>'),
    "doclint": ("<w:body>", '<w:body><w:p><w:hyperlink w:anchor="nowhere"/></w:p>'),
}


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return pipeline.analyse(pipeline.read_sources([str(path) for path in examples.paths()]).sources)


def faults(paths: Iterable[Path]) -> list[str]:
    """All that any checker says of any of the files; the SDK's runs go side by side."""
    pairs = [(path, name) for path in paths for name in CHECKERS]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda pair: CHECKERS[pair[1]](pair[0]), pairs))
    return [f"{path.name}: {name}: {one}" for (path, name), found in zip(pairs, said, strict=True) for one in found]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_briefing_in_every_form_of_citation_is_faultless(name: str, analysis: Analysis, tmp_path: Path) -> None:
    for form in CitationForm:
        briefing = pipeline.compose(analysis, replace(TEMPLATES[name], citation_form=form), REQUEST)
        data = pipeline.render(briefing, ".docx", checked=form is CitationForm.FOOTNOTE)
        (tmp_path / f"{form}.docx").write_bytes(data)
    assert faults(sorted(tmp_path.iterdir())) == []


def test_the_default_look_is_faultless(tmp_path: Path) -> None:
    for form in CitationForm:
        (tmp_path / f"{form}.docx").write_bytes(write_word(every_block(form), checked=form is CitationForm.ENDNOTE))
    assert faults(sorted(tmp_path.iterdir())) == []


def test_charts_and_references_are_faultless(tmp_path: Path) -> None:
    points = (ChartPoint("A", "3 to 5", 3, 5, "2026-05-03", "x"), ChartPoint("B", "4", 4, 4, "2026-06-03", "y"))
    negative = (ChartPoint("C", "−2 to 1", -2, 1),)
    pointer = Paragraph((Run("See "), Run("Table 1", refers="table-1")))
    charts = (ranges_chart("Aid", points), timeline_chart("Days", points), ranges_chart("Growth", negative))
    for form in CitationForm:
        every = every_block(form)
        data = write_word(replace(every, blocks=(*every.blocks, *charts, pointer)))
        (tmp_path / f"{form}.docx").write_bytes(data)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            (tmp_path / f"{form}.xlsx").write_bytes(package.read("word/embeddings/chart1.xlsx"))
    assert faults(sorted(tmp_path.glob("*.docx"))) == []
    assert [path for path in tmp_path.glob("*.xlsx") if not zipfile.is_zipfile(path)] == []


def test_a_house_s_letterhead_gets_no_fault_it_had_not(tmp_path: Path) -> None:
    house, work = tmp_path / "house.docx", tmp_path / "work"
    house.write_bytes(H["house"]())
    work.mkdir()
    for form in CitationForm:
        assert word_sweep.outcome(house, form, work, checked=True).told == ""


def test_house_files_with_every_fault_give_valid_documents(tmp_path: Path) -> None:
    """Each fault and each kind of body place alone, and some pairs; `word_sweep` on the whole collection by hand."""
    every = list(H["houses"]())
    alone = [(name, data) for name, data in every if "-" not in name]
    pairs = [(name, data) for name, data in every if "-" in name][::20]
    for name, data in (*alone, *pairs):
        (tmp_path / f"{name}.docx").write_bytes(data)
    outcomes = list(word_sweep.sweep(word_sweep.letterheads(tmp_path)))
    assert [one for one in outcomes if one.ending is not word_sweep.Ending.VALID] == []
    assert len(outcomes) > 40


@pytest.mark.parametrize("name", CHECKERS)
def test_the_checker_sees_a_fault(name: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(H["house"]())
    sound = CHECKERS[name](path)
    members = H["letter"]()
    members["word/document.xml"] = members["word/document.xml"].replace(*SEEN[name])
    path.write_bytes(H["to_bytes"](members))
    assert CHECKERS[name](path) - sound
