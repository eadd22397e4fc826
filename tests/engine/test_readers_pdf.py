"""PDFs: paragraphs from lines, words from halves, no running heads, and every way a PDF can fail."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from textwrap import wrap

import pikepdf
import pytest
import reader_fixtures as made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

from briefing import readers
from briefing.errors import SourceDamaged, SourceEncrypted, SourceWithoutText
from briefing.model import Source

_SENTENCE = (
    "The authority said the bridge would stay closed until the inspection of all forty cables is finished in May. "
)
_PARAGRAPHS = [
    f"Number {name}: {_SENTENCE * 3}Drivers are sent over the old road, which costs {cost} crowns a day."
    for name, cost in (("one", "1,200"), ("two", "2,300"), ("three", "3,400"), ("four", "4,500"), ("five", "5,600"))
]


def pdf(data: bytes, name: str = "a.pdf") -> Source:
    source = readers.read_bytes(data, name)
    made.assert_sound(source)
    return source


def page(lines: Sequence[str], **options: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        made.draw_lines(canvas, lines, **options)

    return draw


def typeset(
    texts: Sequence[str], columns: int = 1, justified: bool = True, indent: float = 0, space: float = 6, head: str = ""
) -> bytes:
    """A document set by reportlab's own line breaker, with a running head and page numbers."""
    buffer = BytesIO()
    width, height = A4
    column = (width - 144 - 18 * (columns - 1)) / columns
    frames = [Frame(72 + number * (column + 18), 72, column, height - 150, 0, 0, 0, 0) for number in range(columns)]

    def furniture(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, height - 40, f"{head} {template.page}" if head else "")
        canvas.drawCentredString(width / 2, 30, f"Page {template.page}")

    style = ParagraphStyle(
        "x", fontName="Times-Roman", fontSize=11, leading=13.5, firstLineIndent=indent, spaceAfter=space
    )
    if justified:
        style.alignment = TA_JUSTIFY
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    template.build([Paragraph(text, style) for text in texts])
    return buffer.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("justified", [True, False])
@pytest.mark.parametrize(("indent", "space"), [(0, 6), (14, 0), (0, 0)])
def test_typeset_paragraphs_come_back(columns: int, justified: bool, indent: float, space: float) -> None:
    source = pdf(typeset(_PARAGRAPHS, columns, justified, indent, space))
    assert made.texts(source) == [text.strip() for text in _PARAGRAPHS]


def test_paragraphs_go_on_over_the_page_and_running_heads_are_left_out() -> None:
    texts = _PARAGRAPHS * 6
    source = pdf(typeset(texts, head="Bridge report"))
    assert source.pages is not None
    assert source.pages > 2
    assert made.texts(source) == [text.strip() for text in texts]
    pages = [passage.page for passage in source.passages]
    assert pages == sorted(pages, key=lambda number: number or 0)
    assert pages[0] == 1
    assert pages[-1] == source.pages


def test_a_line_that_ends_early_does_not_go_on_over_the_page() -> None:
    first = [*wrap(_SENTENCE * 3, 80), "", "Signed in Norvik"]
    source = pdf(made.pdf_file([page(first), page(["Annex with the figures of the year"])]))
    assert made.texts(source)[-2:] == ["Signed in Norvik", "Annex with the figures of the year"]


def test_two_pages_are_enough_for_a_running_head() -> None:
    def drawn(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            made.draw_lines(canvas, ["Bridge inquiry 2024"], top=805, size=8)
            made.draw_lines(canvas, [f"{number} of 2"], top=30, left=280, size=8)
            made.draw_lines(canvas, [f"This is what stands on page {number} and nowhere else.", "It is finished."])

        return draw

    source = pdf(made.pdf_file([drawn(1), drawn(2)]))
    assert [(passage.page, passage.span.cut(source.text)) for passage in source.passages] == [
        (1, "This is what stands on page 1 and nowhere else. It is finished."),
        (2, "This is what stands on page 2 and nowhere else. It is finished."),
    ]


def test_words_divided_at_line_ends_are_joined_and_compounds_stay() -> None:
    lines = [
        "A well-known engineer said the recon-",
        "struction of the bridge would not be fin-",
        "ished before May, and that the self-",
        "made plan of the province was a well-",
        "known mistake. Twenty-",
        "five cables are torn in the Anglo-",
        "Saxon part, from 2023-",
        "24 on.",
    ]
    expected = (
        "A well-known engineer said the reconstruction of the bridge would not be finished before May, and that the "
        "self-made plan of the province was a well-known mistake. Twenty-five cables are torn in the Anglo-Saxon part, "
        "from 2023-24 on."
    )
    assert made.texts(pdf(made.pdf_file([page(lines)]))) == [expected]


def test_headings_bullets_and_footnotes() -> None:
    def draw(canvas: Canvas) -> None:
        top = made.draw_lines(canvas, ["Bridge closed"], size=20, font="Helvetica-Bold")
        top = made.draw_lines(canvas, ["What was found"], top - 12, size=14, font="Helvetica-Bold")
        top = made.draw_lines(canvas, wrap(f"{_SENTENCE}Two are torn.", 60), top - 6)
        top = made.draw_lines(canvas, ["• two cables are torn and will", "be replaced", "• one is missing"], top - 10)
        top = made.draw_lines(canvas, ["The next steps"], top - 10, font="Helvetica-Bold")
        made.draw_lines(canvas, ["The province decides in April what is to be done."], top - 4)
        made.draw_lines(canvas, ["1 Report of the inspectors, page 4."], 100, size=8)

    source = pdf(made.pdf_file([draw]))
    assert made.kinds(source) == [
        ("heading", "Bridge closed"),
        ("heading", "What was found"),
        ("paragraph", f"{_SENTENCE.strip()} Two are torn."),
        ("list-item", "two cables are torn and will be replaced"),
        ("list-item", "one is missing"),
        ("heading", "The next steps"),
        ("paragraph", "The province decides in April what is to be done."),
        ("footnote", "1 Report of the inspectors, page 4."),
    ]
    assert [passage.level for passage in source.passages if passage.level] == [1, 2, 3]
    assert source.title == "Bridge closed"


def test_a_footnote_does_not_stand_in_a_paragraphs_way() -> None:
    def first(canvas: Canvas) -> None:
        made.draw_lines(canvas, [_SENTENCE[:70], "and the paragraph goes on over the end of the page with"], 130)
        made.draw_lines(canvas, ["1 A note at the foot of the page."], 90, size=8)

    source = pdf(made.pdf_file([first, page(["the words of the next page."])]))
    assert made.texts(source) == [
        f"{_SENTENCE[:70].strip()} and the paragraph goes on over the end of the page with the words of the next page.",
        "1 A note at the foot of the page.",
    ]
    assert [passage.page for passage in source.passages] == [1, 1]


def test_table_rows_stay_apart() -> None:
    buffer = BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate(frames=[Frame(72, 72, 450, 700)]))
    rows = [["Route", "Cars", "Lorries"], ["North bridge", "1,150", "40"], ["South bridge", "420", "7"]]
    body = ParagraphStyle("x", fontSize=10, leading=12)
    template.build(
        [Paragraph(_SENTENCE * 3, body), Spacer(1, 8), Table(rows, colWidths=150), Paragraph(_SENTENCE * 2, body)]
    )
    said = made.texts(pdf(buffer.getvalue()))
    assert said[0] == (_SENTENCE * 3).strip()
    assert said[-1] == (_SENTENCE * 2).strip()
    assert " ".join(said[1:-1]) == "Route Cars Lorries North bridge 1,150 40 South bridge 420 7"
    assert len(said) >= 5


def test_a_turned_page_reads_like_an_upright_one() -> None:
    with pikepdf.open(BytesIO(typeset(_PARAGRAPHS * 2, columns=2))) as document:
        for each in document.pages:
            width, height = (float(each.mediabox[index]) for index in (2, 3))
            each.mediabox = pikepdf.Array([0, 0, height, width])
            each.contents_add(f"0 1 -1 0 {height} 0 cm".encode(), prepend=True)  # a quarter turn to the left
            each.rotate(90, relative=False)  # shown turned to the right
        turned = BytesIO()
        document.save(turned)
    assert made.texts(pdf(turned.getvalue())) == [text.strip() for text in _PARAGRAPHS * 2]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Inspection of the northern bridge", "Inspection of the northern bridge"),
        ("Microsoft Word - Inspection of the bridge", "Inspection of the bridge"),
        ("Microsoft Word - final_v3.doc", "The largest text on the page"),
        ("10811.exe", "The largest text on the page"),
        ("loremipsum.jpg", "The largest text on the page"),
        ("Paper Title (use style: paper title)", "The largest text on the page"),
        ("untitled", "The largest text on the page"),
        ("", "The largest text on the page"),
    ],
)
def test_a_title_is_believed_only_where_it_can_be_one(stated: str, expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        made.draw_lines(canvas, ["The largest text", "on the page"], size=18)
        made.draw_lines(canvas, [_SENTENCE[:60], _SENTENCE[60:]], top=600)

    source = pdf(made.pdf_file([draw], title=stated, author="anonymous"))
    assert (source.title, source.author, source.published) == (expected, "", "")


def test_no_larger_text_no_title() -> None:
    assert pdf(made.pdf_file([page([_SENTENCE[:60], _SENTENCE[60:]])])).title == ""


def test_the_language_is_taken_from_the_catalogue() -> None:
    with pikepdf.open(BytesIO(made.pdf_file([page(["The bridge is closed."])]))) as document:
        document.Root.Lang = "en-GB"
        changed = BytesIO()
        document.save(changed)
    assert pdf(changed.getvalue()).language == "en-GB"


def _encrypted(user: str, owner: str) -> bytes:
    with pikepdf.open(BytesIO(made.pdf_file([page(["The bridge is closed."])]))) as document:
        locked = BytesIO()
        document.save(locked, encryption=pikepdf.Encryption(user=user, owner=owner))
    return locked.getvalue()


def test_a_password_is_asked_for_by_name_of_the_kind() -> None:
    with pytest.raises(SourceEncrypted) as caught:
        readers.read_bytes(_encrypted("secret", "secret"), "a.pdf", "/x/a.pdf")
    assert (caught.value.path, caught.value.kind) == ("/x/a.pdf", "PDF")


def test_an_owners_password_does_not_keep_anyone_from_reading() -> None:
    assert made.texts(pdf(_encrypted("", "secret"))) == ["The bridge is closed."]


def test_a_scan_has_no_text() -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)

    with pytest.raises(SourceWithoutText) as caught:
        readers.read_bytes(made.pdf_file([scan, scan, scan]), "a.pdf")
    assert (caught.value.kind, caught.value.pages) == ("PDF", 3)


def test_a_cut_off_pdf_is_damaged() -> None:
    data = typeset(_PARAGRAPHS)
    with pytest.raises(SourceDamaged) as caught:
        readers.read_bytes(data[: len(data) // 4], "a.pdf")
    assert caught.value.kind == "PDF"


def test_only_page_numbers_are_text_all_the_same() -> None:
    source = pdf(made.pdf_file([page(["17"], top=30.0)]))
    assert made.texts(source) == ["17"]


def test_nothing_is_left_open() -> None:
    for data in (typeset(_PARAGRAPHS), _encrypted("a", "b")):
        try:
            readers.read_bytes(data, "a.pdf")
        except SourceEncrypted:
            continue
    gc.collect()  # pypdfium2 warns about what is still open, and warnings are errors here


def test_time_grows_with_the_pages_and_no_faster() -> None:
    def seconds(pages: int) -> float:
        data = made.pdf_file([page([f"{number} {_SENTENCE[:80]}" for _ in range(40)]) for number in range(pages)])
        started = time.process_time()
        readers.read_bytes(data, "a.pdf")
        return time.process_time() - started

    seconds(5)
    assert seconds(240) < 20 * max(seconds(40), 0.02)


_SOUND = made.pdf_file([page(["The bridge is closed."]), page(["It reopens in May."])])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(_SOUND) - 1), st.binary(max_size=8), st.booleans())
def test_mutilated_files_fail_as_source_errors_only(at: int, junk: bytes, cut: bool) -> None:
    data = _SOUND[:at] + junk + (b"" if cut else _SOUND[at + len(junk) :])
    made.sound_or_refused(data, "a.pdf")
