"""The command line on real files: exit statuses, problems, whole outputs, the same bytes twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from briefing import examples
from briefing.cli import main

SCHEMA = json.loads((files("briefing") / "analysis.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(
        "Kenya said on 3 March 2026 that 4,500 people had returned to the delta.\n\n"
        "“We counted every boat,” said Interior Minister Jane Otieno.\n\n"
        "Aid workers in Kenya estimated that about 3,900 people had returned.\n",
        encoding="utf-8",
    )
    return path


def examples_given() -> list[str]:
    return [str(path) for path in examples.paths()]


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_build_writes_all_outputs_and_verify_finds_every_passage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = [tmp_path / f"out{suffix}" for suffix in (".docx", ".pdf", ".html")]
    options = [part for path in outputs for part in ("--output", str(path))]
    assert main(["build", *examples_given(), "--marking", "OFFICIAL", "--date", "2026-10-22", *options]) == 0
    for path in outputs:
        assert path.stat().st_size > 5_000
    assert main(["verify", str(outputs[0]), *examples_given()]) == 0
    said = capsys.readouterr().out
    found, of = said.split(" cited passages")[0].split()[-3], said.split(" cited passages")[0].split()[-1]
    assert found == of
    assert int(found) > 20


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for turn, seed in (("a", "1"), ("b", "77")):
        command = [sys.executable, "-m", "briefing", "build", *examples_given(), "--date", "2026-10-22"]
        for suffix in (".docx", ".pdf", ".html"):
            command += ["--output", str(tmp_path / f"{turn}{suffix}")]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed}, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert parts(tmp_path / "a.docx") == parts(tmp_path / "b.docx")


def test_analyse_json_follows_the_schema_and_cuts_its_text(tmp_path: Path) -> None:
    out = tmp_path / "analysis.json"
    assert main(["analyse", *examples_given(), "--with-text", "--json", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    jsonschema.validate(found, SCHEMA)
    texts = {source["id"]: source["text"] for source in found["sources"]}
    for kind in ("figures", "summary"):
        assert found[kind]
        for item in found[kind]:
            assert texts[item["source"]][item["start"] : item["end"]] == item["text"]
    for place in [mention for actor in found["actors"] for mention in actor["mentions"]]:
        assert texts[place["source"]][place["start"] : place["end"]].strip()


def test_summarise_keeps_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summarise", *examples_given(), "--words", "80", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert 40 <= sum(len(item["text"].split()) for item in found["summary"]) <= 80
    assert main(["summarise", *examples_given(), "--sentences", "3", "--by", "source"]) == 0
    assert capsys.readouterr().out.count("\n- ") >= len(examples_given())
    assert main(["summarise", *examples_given(), "--words", "40", "--by", "actor"]) == 0
    assert main(["summarise", *examples_given(), "--method", "no-such"]) == 2


def test_summaries_by_topic_and_to_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summarise", *examples_given(), "--words", "60", "--by", "topic", "--json", "-"]) == 0
    topics = json.loads(capsys.readouterr().out)["summaries"]
    assert len({topic["of"] for topic in topics}) == len(topics) >= 2
    question = "How full are the grain silos?"
    assert main(["summarise", *examples_given(), "--sentences", "1", "--question", question]) == 0
    assert "silo" in capsys.readouterr().out.casefold()


def test_a_text_in_another_language_is_told_and_still_summarised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "note.txt"
    page.write_text(
        "Le ministère de la Santé a annoncé lundi que les hôpitaux de la région avaient reçu des vaccins. "
        "Les médecins disent que ce n'est pas assez pour tous les malades.\n",
        encoding="utf-8",
    )
    assert main(["summarise", str(page)]) == 0
    assert "vaccins" in capsys.readouterr().out
    assert main(["analyse", str(page)]) == 1
    assert "French" in capsys.readouterr().err


def test_bad_files_are_problems_and_the_good_one_still_gives_a_briefing(
    tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "no.docx").write_bytes(b"this is no zip")
    bad = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "no.docx")]
    out = tmp_path / "out.docx"
    assert main(["build", str(good), *bad, str(folder), "--output", str(out)]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 4
    for name in ("missing.txt", "empty.txt", "no.docx", "photo.png"):
        assert any(name in line for line in lines), name
    assert out.exists()


def test_nothing_readable_is_status_2_and_no_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "out.pdf"
    assert main(["build", str(tmp_path / "empty.txt"), "--output", str(out)]) == 2
    assert not out.exists()
    assert "empty.txt" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_loses_nothing(tmp_path: Path, good: Path) -> None:
    old = tmp_path / "old.docx"
    old.write_bytes(b"old")
    assert main(["build", str(good), "--output", str(tmp_path / "no" / "x.pdf")]) == 2
    assert main(["build", str(good), "--output", str(old), "--output", str(tmp_path / "no" / "x.pdf")]) == 1
    assert zipfile.is_zipfile(old)
    assert main(["build", str(good), "--output", str(tmp_path / "x.odt")]) == 2


def test_a_source_is_never_written_to(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Kenya said 40 boats had left the port on Monday.</p></body></html>")
    before = page.read_bytes()
    assert main(["build", str(page), "--output", str(tmp_path / "." / "page.html")]) == 2
    assert page.read_bytes() == before


def test_an_unknown_template_or_actor_is_told_before_anything_is_written(
    tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "x.docx")
    assert main(["build", str(good), "--template", "situationreport", "--output", out]) == 2
    assert "situation-report" in capsys.readouterr().err
    assert main(["build", str(good), "--actor", "Atlantis", "--output", out]) == 2
    assert "Kenya" in capsys.readouterr().err
    assert not Path(out).exists()


def test_templates_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "list"]) == 0
    assert "one-page-note" in capsys.readouterr().out
    assert main(["templates", "show", "one-page-note"]) == 0
    assert "Bottom line" in capsys.readouterr().out
    assert main(["templates", "check", "situation-report"]) == 0
    (tmp_path / "template.toml").write_text('title = "x"\n[[section]]\nheading = "A"\nkind = "figurs"\n')
    assert main(["templates", "check", str(tmp_path)]) == 2
    assert "figures" in capsys.readouterr().err


def test_demo_says_where_it_put_the_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--folder", str(tmp_path / "demo")]) == 0
    said = capsys.readouterr().out
    for suffix in ("docx", "pdf", "html"):
        path = tmp_path / "demo" / f"briefing.{suffix}"
        assert path.exists()
        assert str(path) in said


def test_a_closed_pipe_is_no_crash(good: Path) -> None:
    command = f"{sys.executable} -m briefing analyse {good} --with-text --json - | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr


def test_no_progress_bar_in_a_pipe(good: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "summarise", str(good)], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
