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
    assert [one.slab for page in pages for one in page if not one.again] == slabs
    for number, page in enumerate(pages):
        bottom = 0.0
        for one in page:
            assert one.y >= bottom - 1e-9
            bottom = one.y + one.slab.height
        whole = [one for one in page if not one.again]
        assert bottom <= (100 if number else 80) + 0.02 or len(whole) == 1


@given(_SLABS)
def test_no_page_but_the_first_is_empty(slabs: list[Slab]) -> None:
    assert all(fill_pages(slabs, 80, 100)[1:])


def test_a_heading_goes_with_what_follows() -> None:
    body = [Slab(10.0) for _ in range(9)]
    heading = glue_all([Slab(10.0)], with_next=True)
    pages = fill_pages([*body, *heading, *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page) for page in pages] == [9, 5]


def test_neither_widow_nor_orphan() -> None:
    body = [Slab(10.0) for _ in range(9)]
    pages = fill_pages([*body, *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page) for page in pages] == [9, 4]
    pages = fill_pages([*body[:7], *glue([Slab(10.0) for _ in range(4)])], 100, 100)
    assert [len(page) for page in pages] == [9, 2]


def test_a_table_head_is_repeated_where_a_page_begins_inside() -> None:
    head = Slab(10.0)
    rows = [Slab(30.0, head=(head,)) for _ in range(5)]
    pages = fill_pages([head, *rows], 100, 100)
    assert [[one.again for one in page] for page in pages] == [[False] * 4, [True, False, False]]
