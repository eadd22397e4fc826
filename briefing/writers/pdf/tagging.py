"""The structure tree (ISO 32000-1, 14.7) and the links, written straight into the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.writers.pdf.navigation import link_text
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.serial import FileWriter, text_string
from briefing.writers.pdf.tree import Annotation, Element, Marked


class Tagger:
    """Writes the elements and ties the pages' marks and links to them; `pages` are the pages' object numbers."""

    def __init__(self, out: FileWriter, pen: Pen, pages: Sequence[int]) -> None:
        self.out = out
        self.pen = pen
        self.pages = pages
        self.numbers: dict[int, int] = {}
        self.links = [[out.new() for _ in links] for links in pen.links]
        self.owners: list[int] = []
        self.identified: dict[str, int] = {}

    def tag(self, root: Element, tree: int, annotations: Sequence[int]) -> None:
        """Writes the tree's root as object `tree`, each page's list of links as one of `annotations`."""
        top = self._element(root, tree)
        parents, entries = self.out.new(), []
        for number, elements in enumerate(self.pen.marked[: len(self.pages)]):
            own = self.out.new()
            self._put(own, f"[{self._references(self.numbers[id(element)] for element in elements)}]")
            entries.append(f"{number} {own} 0 R")
        entries += [f"{number} {owner} 0 R" for number, owner in enumerate(self.owners, len(self.pages))]
        self._put(parents, f"<</Nums[{' '.join(entries)}]>>")
        names = " ".join(f"{text_string(key)} {self.identified[key]} 0 R" for key in sorted(self.identified))
        identified = f"/IDTree<</Names[{names}]>>" if names else ""
        following = len(self.pages) + len(self.owners)
        self._put(
            tree,
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {following}{identified}>>",
        )
        for number, links in zip(annotations, self.links, strict=False):
            self._put(number, f"[{self._references(links)}]")

    def _put(self, number: int, text: str) -> None:
        self.out.put(number, text.encode("ascii"))

    @staticmethod
    def _references(numbers: Iterable[int]) -> str:
        return " ".join(f"{number} 0 R" for number in numbers)

    def _element(self, element: Element, parent: int) -> int:
        number = self.numbers[id(element)] = self.out.new()
        if element.identifier:
            self.identified[element.identifier] = number
        home = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids += [f"{self._element(kid, number)} 0 R"] if _worth(kid) else []
            elif isinstance(kid, Annotation):
                kids.append(self._annotation(kid, number))
            elif kid.page == home:
                kids.append(str(kid.number))
            else:
                kids.append(f"<</Type/MCR/Pg {self.pages[kid.page]} 0 R/MCID {kid.number}>>")
        page = "" if home is None else f"/Pg {self.pages[home]} 0 R"
        said = "".join(f"{key} {text_string(text)}" for key, text in _texts(element) if text)
        head = f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{page}{said}{_attributes(element)}"
        self._put(number, f"{head}/K[{' '.join(kids)}]>>")
        return number

    def _annotation(self, kid: Annotation, owner: int) -> str:
        number = self.links[kid.page][kid.number]
        self._put(number, link_text(self.pen.links[kid.page][kid.number], len(self.pages) + len(self.owners)))
        self.owners.append(owner)
        return f"<</Type/OBJR/Obj {number} 0 R/Pg {self.pages[kid.page]} 0 R>>"


def _texts(element: Element) -> tuple[tuple[str, str], ...]:
    return (
        ("/Lang", element.language),
        ("/ID", element.identifier),
        ("/ActualText", element.spoken),
        ("/Alt", element.alt),
    )


def _worth(element: Element) -> bool:
    """Elements without content say nothing, except for cells, which keep a row's columns in order."""
    return element.tag in {"TD", "TH"} or bool(element.kids)


def _attributes(element: Element) -> str:
    if element.box:
        sides = " ".join(f"{side:.2f}" for side in element.box)
        return f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>"
    if element.list_numbering:
        return f"/A<</O/List/ListNumbering/{element.list_numbering}>>"
    if element.summary:  # not /Alt, which some screen readers read instead of the cells
        return f"/A<</O/Table/Summary {text_string(element.summary)}>>"
    if element.scope:
        span = f"/ColSpan {element.span}" if element.span > 1 else ""
        return f"/A<</O/Table/Scope/{element.scope}{span}>>"
    return ""
