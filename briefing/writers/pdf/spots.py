"""Where on the pages the links to the source list stand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Pdf

from briefing.writers.pdf.navigation import destination


@dataclass(frozen=True, slots=True)
class LinkSpot:
    """A link's target and its box on a page (from 0), in points from the page's upper left corner."""

    target: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def link_spots(pdf: bytes, anchors: frozenset[str]) -> Iterator[LinkSpot]:
    """The links to these anchors, page by page, in the order they were set."""
    named = {destination(anchor): anchor for anchor in anchors}
    with Pdf.open(io.BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages):
            height = float(page.mediabox[3])
            for annotation in page.obj.get("/Annots", []):
                target = named.get(str(annotation.get("/Dest", "")))
                if target is not None:
                    left, low, right, high = (float(side) for side in annotation.Rect)
                    yield LinkSpot(target, number, left, height - high, right, height - low)
