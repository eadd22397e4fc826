"""Filling pages: order, room, and what keeps together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.writers.pdf.slabs import Slab, fill_pages, glue, glue_all

_SLABS = st.lists(
    st.builds(
        Slab, st.floats(1, 90), gap=st.floats(0, 20), glued=st.booleans(), head=st.sampled_from([(), (Slab(10.0),)])
    ),
    max_size=60,
)


@given(_SLABS)
def test_every_slab_is_set_once_in_order_and_on_its_page(slabs: list[Slab]) -> None:
    pages = fill_pages(slabs, 80, 100)
    assert [one.slab for page in pages for one in page.body if not one.again] == slabs
    for number, page in enumerate(pages):
        bottom = 0.0
        for one in page.body:
            assert one.y >= bottom - 1e-9
            bottom = one.y + one.slab.height
        whole = [one for one in page.body if not one.again]
        assert bottom <= (100 if number else 80) + 0.02 or len(whole) == 1


@given(_SLABS)
def test_no_page_but_the_first_is_empty(slabs: list[Slab]) -> None:
    assert all(page.body for page in fill_pages(slabs, 80, 100)[1:])


def test_a_heading_goes_with_what_follows() -> None:
    body = [Slab(10.0) for _ in range(9)]
    heading = glue_all([Slab(10.0)], with_next=True)
    pages = fill_pages([*body, *heading, *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page.body) for page in pages] == [9, 5]


def test_neither_widow_nor_orphan() -> None:
    body = [Slab(10.0) for _ in range(9)]
    pages = fill_pages([*body, *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page.body) for page in pages] == [9, 4]
    pages = fill_pages([*body[:7], *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page.body) for page in pages] == [9, 2]


def test_a_table_head_is_repeated_where_a_page_begins_inside() -> None:
    head = Slab(10.0)
    rows = [Slab(30.0, head=(head,)) for _ in range(5)]
    pages = fill_pages([head, *rows], 100, 100)
    assert [[one.again for one in page.body] for page in pages] == [[False] * 4, [True, False, False]]


def _notes(*heights: float) -> dict[str, list[Slab]]:
    return {str(number): [Slab(10.0)] * int(height / 10) for number, height in enumerate(heights)}


def test_a_note_stands_at_the_foot_of_the_page_of_its_reference() -> None:
    slabs = [Slab(10.0) for _ in range(8)] + [Slab(10.0, notes=("0",)), Slab(10.0)]
    first, second = fill_pages(slabs, 100, 100, _notes(20))
    assert len(first.body) == 8
    assert first.notes == []
    assert second.body[0].slab.notes == ("0",)
    assert [one.y for one in second.notes] == [80, 90]


def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_the_next() -> None:
    pages = fill_pages([Slab(10.0, notes=("0",)), Slab(10.0)], 100, 100, _notes(300))
    assert sum(len(page.notes) for page in pages) == 30
    assert [len(page.body) for page in pages][:2] == [1, 1]
    assert all(page.notes[-1].y + 10 <= 100.01 for page in pages)


@given(
    st.lists(st.builds(Slab, st.floats(1, 60), gap=st.floats(0, 9), notes=st.sampled_from([(), ("0",), ("1", "2")]))),
    st.lists(st.integers(10, 250), min_size=3, max_size=3),
)
def test_no_note_is_lost_and_none_stands_in_the_body(slabs: list[Slab], heights: list[int]) -> None:
    notes = _notes(*heights)
    pages = fill_pages(slabs, 80, 100, notes)
    assert [one.slab for page in pages for one in page.body] == slabs
    assert sum(len(page.notes) for page in pages) == sum(len(notes[key]) for slab in slabs for key in slab.notes)
    for number, page in enumerate(pages):
        bottom = max((one.y + one.slab.height for one in page.body), default=0.0)
        if page.notes:
            assert page.notes[0].y >= bottom - 0.02
            assert page.notes[-1].y + 10 <= (100 if number else 80) + 0.02


def test_a_heading_that_begins_a_page_does() -> None:
    from dataclasses import replace

    import pdf_documents
    from pdf_reading import page_texts

    from briefing.blocks import Heading, Paragraph, Run
    from briefing.writers.pdf import write_pdf

    heads = (Heading(1, "First", "h1", new_page=True), Heading(1, "Annex", "h2", new_page=True))
    blocks = (heads[0], Paragraph((Run("Text."),)), heads[1], Paragraph((Run("More."),)))
    texts = page_texts(write_pdf(replace(pdf_documents.document(0, 0), blocks=blocks)))
    assert len(texts) == 2
    assert "Annex" in texts[1]
    assert "Text." in texts[0]
