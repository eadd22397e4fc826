from __future__ import annotations

import pytest
from extract_sources import evidence_of
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Precision
from briefing.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "published", "date", "precision"),
    [
        ("on 12 May 2023 the", "", "2023-05-12", Precision.DAY),
        ("on May 12, 2023, the", "", "2023-05-12", Precision.DAY),
        ("on 2023-05-12 the", "", "2023-05-12", Precision.DAY),
        ("on the 3rd of May 2023", "", "2023-05-03", Precision.DAY),
        ("in May 2023 the", "", "2023-05", Precision.MONTH),
        ("since 2022 the", "", "2022", Precision.YEAR),
        ("on November 4, the", "2024-11-10", "2024-11-04", Precision.DAY),
        ("on December 28 the", "2024-01-03", "2023-12-28", Precision.DAY),
        ("on Monday the", "2024-11-06", "2024-11-04", Precision.DAY),
        ("yesterday the", "2024-03-01", "2024-02-29", Precision.DAY),
        ("two weeks ago", "2024-03-15", "2024-03-01", Precision.DAY),
        ("last month the", "2024-01-15", "2023-12", Precision.MONTH),
        ("this year the", "2024", "2024", Precision.YEAR),
        ("since August the", "2024-10-21", "2024-08", Precision.MONTH),
        ("yesterday the", "", "", Precision.DAY),
        ("on November 4 the", "", "", Precision.DAY),
    ],
)
def test_dates_are_found_and_resolved(text: str, published: str, date: str, precision: Precision) -> None:
    (found,) = find_dates(text, published)
    assert (found.date, found.precision) == (date, precision)
    assert found.span.cut(text).startswith(found.text)


@pytest.mark.parametrize("text", ["may go", "on 45 May", "2,024 people", "the march of 300", "on 2023-13-45 the", ""])
def test_what_is_no_date(text: str) -> None:
    assert [found.date for found in find_dates(text, "2024-05-01") if found.precision is Precision.DAY] == []


@given(st.text(max_size=200), st.sampled_from(["", "2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31", "x"]))
def test_spans_lie_in_the_text_whatever_the_text(text: str, published: str) -> None:
    for found in find_dates(text, published):
        assert 0 <= found.span.start < found.span.end <= len(text)


def test_a_timeline_is_in_order_of_dates() -> None:
    events = evidence_of("Fighting began on 15 April 2023.\nThe war began in February 2022.").timeline
    assert [(event.date, event.precision) for event in events] == [
        ("2022-02", Precision.MONTH),
        ("2023-04-15", Precision.DAY),
    ]
