"""A house's own Word file: filled, completed, and left as it was everywhere else."""

from __future__ import annotations

import io
import re
import runpy
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.blocks import Document, Heading, ListItem, Paragraph, Run
from briefing.errors import TemplateInvalid
from briefing.model import CitationForm
from briefing.writers.word import letterhead_problems, read_ledger, write_word

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block: Callable[..., Document] = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
_LINT = runpy.run_path(str(GOLDEN / "lint.py"))
H = runpy.run_path(str(GOLDEN / "houses.py"))
W = _LINT["W"]
ALL = dict(H["houses"]())


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    story = _LINT["stories_of"](data)[part]
    return ["".join(node.text or "" for node in line.iter(f"{W}t")) for line in story.iter(f"{W}p")]


def written(*changes: str, form: CitationForm = CitationForm.BRACKET, checked: bool = False) -> bytes:
    return write_word(every_block(form), H["house"](*(H[change] for change in changes)), checked=checked)


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_house_gives_a_sound_document(name: str) -> None:
    form = list(CitationForm)[len(name) % 4]
    checked = len(name) % 3 == 0
    data = write_word(every_block(form), ALL[name], checked=checked)
    assert _LINT["faults_of"](data) == []
    ledger = read_ledger(data)
    assert ledger.missing == ()
    assert all(printed.text == printed.written for printed in ledger.printed)
    lines = texts(data)
    assert "End of the house’s text." in lines
    assert any(line.startswith("Briefing: Grain reserve: position & outlook of 21 October 2026") for line in lines)
    assert lines.index("Summary") < lines.index("Sources")
    assert "{{" not in "".join(lines)
    docx.Document(io.BytesIO(data))
    assert write_word(every_block(form), ALL[name], checked=checked) == data


def test_the_collection_is_of_a_hundred_and_more() -> None:
    assert len(ALL) > 100


def test_what_the_house_shows_already_is_not_printed_again() -> None:
    lines = texts(written())
    assert lines[:6] == [
        "Ministry of Supply",
        "Briefing: Grain reserve: position & outlook of 21 October 2026",
        "OFFICIAL – SENSITIVE",
        "Reference\tPU/2026/17".replace("\t", ""),
        "Summary",
        "What the sources say, in their own words.",
    ]


def test_fields_in_header_footer_and_text_box_are_filled() -> None:
    data = written("in_text_box")
    assert texts(data, "word/header1.xml") == ["Supply | OFFICIAL – SENSITIVE"]
    assert texts(data, "word/footer1.xml") == ["Ref PU/2026/17", "OFFICIAL – SENSITIVE"]
    assert texts(data).count("Box: Grain reserve: position & outlook") == 2


def test_a_value_kept_once_is_shown_in_every_control_bound_to_it() -> None:
    data = written("bound_values")
    assert texts(data).count("Grain reserve: position & outlook") == 2
    assert b"<name>Grain reserve: position &amp; outlook</name>" in _LINT["parts_of"](data)["customXml/item1.xml"]


def test_fields_that_show_properties_show_them_at_once() -> None:
    lines = texts(written("property_fields"), "word/header1.xml")
    assert lines == ["Supply | OFFICIAL – SENSITIVE", "Grain reserve: position & outlook", "PU/2026/17", "7"]


def test_a_date_control_knows_its_day() -> None:
    data = written("date_picker")
    assert "21 October 2026" in texts(data)
    picker = next(_LINT["stories_of"](data)["word/document.xml"].iter(f"{W}date"))
    assert picker.get(f"{W}fullDate") == "2026-10-21T00:00:00Z"


def test_missing_styles_are_given_and_the_house_s_own_are_kept() -> None:
    styles: Any = docx.Document(io.BytesIO(written("clashing_ids"))).styles
    assert styles["Evidence Bullet"].base_style.name == "List Bullet"
    assert styles["House Title"].style_id == "Title"
    assert styles["Heading 2"].base_style.style_id == "Normal"
    assert styles["Table Text"].font.size.pt == 10  # 0.9 of the house's 11 points, in half points


def test_bullets_join_the_house_s_numbering() -> None:
    numbering = docx.Document(io.BytesIO(written("own_numbering"))).part.numbering_part.element
    assert [node.tag.rpartition("}")[2] for node in numbering] == [
        "abstractNum", "abstractNum", "num", "num", "numIdMacAtCleanup",
    ]  # fmt: skip


def test_tables_fit_the_place_they_stand_in() -> None:
    def widths(*changes: str) -> int:
        tables = docx.Document(io.BytesIO(written(*changes))).element.body.iter(f"{W}tblGrid")
        return sum(int(node.get(f"{W}w")) for node in list(tables)[-1])

    assert widths() == 11906 - 1134 - 1418
    assert widths("two_columns") == (11906 - 1134 - 1418 - 600) // 2
    assert widths("body_before_section_break") == 16838 - 1134 - 1418
    assert widths("body_in_cell") == 7000 - 216


@pytest.mark.parametrize("form", [CitationForm.FOOTNOTE, CitationForm.ENDNOTE])
def test_notes_are_real_and_later_ones_point_to_the_first(form: CitationForm) -> None:
    kind = form.value
    data = written("own_notes", form=form)
    lines = texts(data, f"word/{kind}s.xml")
    assert lines[2:] == [
        f"A {kind} of the house.",
        " Daily Grain, “Ministers release reserve”, 20 October 2026, https://example.org/grain?a=1&b=<2> [1], para 1.",
        " Grain agency, Report, 2026 [2], p. 4, para 12.",
        " n 1, para 7.",
        " n 2, p. 4, para 12.",
        " n 1, para 1.",
    ]
    references = _LINT["stories_of"](data)["word/document.xml"].iter(f"{W}{kind}Reference")
    assert [node.get(f"{W}id") for node in references] == ["8", "9", "10", "11", "12", "7"]
    assert "[1, para 1]" not in "".join(texts(data))


def test_author_and_date_stand_in_the_text_where_the_entry_has_a_short_name() -> None:
    lines = "".join(texts(written(form=CitationForm.AUTHOR_DATE)))
    assert "(1, para 1)" in lines


def test_checker_s_copy_has_the_source_s_words_once_for_each_line() -> None:
    data = written("own_comments", checked=True)
    lines = texts(data, "word/comments.xml")
    assert lines[0] == "Check."
    assert lines[1:3] == [
        "[1] grain.txt, para 1, characters 0–62:",
        "“Ministers agreed on Monday to release 40,000 tonnes of grain.”",
    ]
    assert len(lines) == 1 + 2 * 4


@pytest.mark.parametrize("change", ["old_contents", "contents_field"])
def test_contents_are_filled_in_and_nothing_asks(change: str) -> None:
    data = written(change, "update_fields")
    lines = texts(data)
    assert [line for line in lines if re.fullmatch(r"(Summary|Key figures|In detail|Sources)\d+", line)] == [
        "Summary1", "Key figures1", "In detail1", "Sources1",
    ]  # fmt: skip
    assert "Old entry 1" not in lines
    assert b"updateFields" not in _LINT["parts_of"](data)["word/settings.xml"]


def test_macros_and_what_would_be_fetched_are_left_out_and_told() -> None:
    data = H["house"](H["macros"], H["attached_template"], H["linked_picture"])
    out = b"".join(_LINT["parts_of"](write_word(every_block(), data)).values())
    assert b"AutoOpen" not in out
    assert b"evil.dotm" not in out
    assert b"pixel.png" not in out
    told = " ".join(problem.message for problem in letterhead_problems(data))
    assert "macros" in told
    assert "fetched “https://example.org/evil.dotm” from elsewhere (attachedTemplate of word/settings.xml)" in told
    assert "fetched “https://example.org/pixel.png” from elsewhere (image of word/document.xml)" in told


def test_fields_that_fetch_become_plain_text_and_are_told_with_their_place() -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO excel "a" </w:instrText></w:r>'
    shown = f"{sign.format('begin')}{code}{sign.format('separate')}<w:r><w:t>Shown</w:t></w:r>{sign.format('end')}"
    simple = (
        '<w:fldSimple w:instr=" INCLUDETEXT &quot;\\\\server\\file&quot; "><w:r><w:t>kept</w:t></w:r></w:fldSimple>'
    )
    members = H["letter"]()
    text: Callable[..., str] = H["text"]
    more = f"<w:p>{shown}</w:p><w:p>{simple}</w:p>"
    members["word/document.xml"] = members["word/document.xml"].replace(text("{{Body}}"), more + text("{{Body}}"))
    members["word/header1.xml"] = members["word/header1.xml"].replace("</w:hdr>", f"<w:p>{shown}</w:p></w:hdr>")
    data = H["to_bytes"](members)
    out = write_word(every_block(), data)
    lines = texts(out)
    assert lines[2:4] == ["Shown", "kept"]
    assert not [
        name for name, part in _LINT["parts_of"](out).items() if b"AUTO excel" in part or b"INCLUDETEXT" in part
    ]
    assert _LINT["faults_of"](out) == []
    told = [problem.message.partition(" from elsewhere in ")[2] for problem in letterhead_problems(data)]
    assert [message.partition(" (“")[0] for message in told] == [
        "body, paragraph 4",
        "body, paragraph 3",
        "header 1, paragraph 2",
    ]
    assert "DDEAUTO excel" in told[1]


def test_a_header_without_a_marking_is_given_one_and_keeps_its_own_text() -> None:
    members = H["letter"]()
    members["word/header1.xml"] = members["word/header1.xml"].replace("{{Mark", "Head").replace("ing}}", "ing")
    data = write_word(every_block(), H["to_bytes"](members))
    assert texts(data, "word/header1.xml") == ["OFFICIAL – SENSITIVE", "Supply | Heading"]
    assert texts(data, "word/footer1.xml") == ["Ref PU/2026/17", "OFFICIAL – SENSITIVE"]


def test_pages_without_header_or_footer_are_given_both() -> None:
    data = written("no_header", "first_and_even_pages")
    stories = {name: texts(data, name) for name in _LINT["stories_of"](data) if "header" in name or "footer" in name}
    given = [lines for name, lines in sorted(stories.items()) if name not in {"word/header1.xml", "word/footer1.xml"}]
    assert given == [["Page 1 of 1", "OFFICIAL – SENSITIVE"]] * 3 + [["OFFICIAL – SENSITIVE", ""]] * 3


def _said(*changes: str) -> list[str]:
    return [
        problem.message for problem in letterhead_problems(H["house"](*(H[change] for change in changes)), path="h")
    ]


def test_a_sound_letterhead_gives_no_remark() -> None:
    assert _said() == []


def test_remarks_name_place_and_nearest_right_name() -> None:
    members = H["letter"]()
    text: Callable[..., str] = H["text"]
    more = text("{{Tit", "el}}") + text("{{Weather}} {{ open") + H["control"]("Referense", text("x"))
    members["word/document.xml"] = members["word/document.xml"].replace(text("{{Body}}"), more + text("{{Body}}") * 2)
    said = [problem.message for problem in letterhead_problems(H["to_bytes"](members))]
    assert said == [
        "Unknown field “Titel” in body, paragraph 3. Did you mean “Title”?",
        "Unknown field “Weather” in body, paragraph 4.",
        "Unknown field “Referense” in body, paragraph 5. Did you mean “Reference”?",
        "Unfinished field in body, paragraph 4: “{{Weather}} {{ open”.",
        "The body place “Body” in body, paragraph 7 stands a second time; only the first was filled.",
    ]


def test_a_missing_body_place_is_told() -> None:
    assert [message[:34] for message in _said("no_body")] == ["The letterhead has no body place ("]


def test_a_body_place_in_a_text_box_is_told() -> None:
    members = H["letter"]()
    H["in_text_box"](members, "{{bo", "dy}}")
    said = [problem.message for problem in letterhead_problems(H["to_bytes"](members))]
    assert said == ["The body place “body” in body, paragraph 4 stands in a text box, where no briefing fits."]
    assert "Summary" in texts(write_word(every_block(), H["to_bytes"](members)))


def test_a_field_twice_in_a_table_is_told() -> None:
    members = H["letter"]()
    H["body_in_cell"](members)
    members["word/document.xml"] = members["word/document.xml"].replace("{{author}}", "{{author}} {{Author}}")
    said = [problem.message for problem in letterhead_problems(H["to_bytes"](members))]
    place = "body, table 1, paragraph 3"
    assert said == [f"Field “Author” stands twice in one table: {place} and {place}. Both are filled."]


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(3):
            with package.open(f"word/{number}.xml", "w") as target:
                for _ in range(80):
                    target.write(b" " * 1_000_000)
    return stream.getvalue()


def _declaring() -> bytes:
    members = H["letter"]()
    members["word/document.xml"] = '<!DOCTYPE a [<!ENTITY b "c">]>' + members["word/document.xml"]
    return bytes(H["to_bytes"](members))


def _strict() -> bytes:
    members = H["letter"]()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    members["_rels/.rels"] = members["_rels/.rels"].replace(
        office, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    return bytes(H["to_bytes"](members))


def _without(name: str) -> bytes:
    members = H["letter"]()
    del members[name]
    return bytes(H["to_bytes"](members))


def _damaged(name: str) -> bytes:
    members = H["letter"]()
    members[name] = members[name][:-9]
    return bytes(H["to_bytes"](members))


def _locked() -> bytes:
    """A zip file whose members say that they are encrypted."""
    data = bytearray(H["house"]())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", "no sound zip"),
        (lambda: b"%PDF-1.7", "no sound zip"),
        (lambda: H["house"]()[:900], "no sound zip"),
        (lambda: _COMPOUND, "old .doc"),
        (lambda: _COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_bomb, "implausible 240 MB in 3 parts, the largest of which is word/0.xml"),
        (_locked, "password"),
        (_declaring, "document type"),
        (_strict, "Strict"),
        (lambda: _without("word/document.xml"), "no main document"),
        (lambda: _without("[Content_Types].xml"), "Content_Types"),
        (lambda: _damaged("word/document.xml"), "word/document.xml is damaged"),
        (lambda: _damaged("word/styles.xml"), "damaged"),
        (lambda: _damaged("word/_rels/document.xml.rels"), "damaged"),
    ],
)
def test_what_cannot_be_used_is_refused_in_plain_words(make: Callable[[], bytes], reason: str) -> None:
    data = make()
    for use in (
        lambda: write_word(every_block(), data, path="h.docx"),
        lambda: letterhead_problems(data, None, "h.docx"),
    ):
        with pytest.raises(TemplateInvalid) as caught:
            use()
        assert caught.value.path == "h.docx"
        assert reason in caught.value.reason


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec=None), max_size=30))
def test_no_value_is_ever_taken_for_a_field(value: str) -> None:
    title = "{{author}} " + value + " {{body}} {% x %}"
    blocks = (Heading(1, title, "section-1"), Paragraph((Run(title),)), ListItem((Run(title, evidence="l_s1_1_2"),)))
    data = write_word(Document(title, "en-GB", "Somebody Else", "", "", "", blocks), H["house"]())
    joined = "\n".join(texts(data))
    assert joined.count("{{author}}") == 4
    assert "Somebody Else" not in joined
    assert read_ledger(data).missing == ()


def test_endnotes_are_counted_in_figures_where_the_house_does_not_say() -> None:
    members = _LINT["parts_of"](written(form=CitationForm.ENDNOTE))
    assert b'<w:endnotePr><w:numFmt w:val="decimal"/>' in members["word/settings.xml"]
    assert b'<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz' in members["word/document.xml"]
    kept = _LINT["parts_of"](written("own_notes", form=CitationForm.ENDNOTE))
    assert b"<w:endnotePr>" not in kept["word/document.xml"]


def test_a_heading_that_runs_from_right_to_left_does() -> None:
    data = write_word(Document("T", "en-GB", "", "", "", "", (Heading(1, "الأمن الغذائي", "section-1"),)))
    heading = next(_LINT["stories_of"](data)["word/document.xml"].iter(f"{W}bidi")).getparent()
    assert [node.tag.rpartition("}")[2] for node in heading] == ["pStyle", "bidi"]
