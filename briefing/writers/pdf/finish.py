"""What reportlab cannot write: the structure tree, the metadata, the output intent. Done on its file with pikepdf.

PDF/UA-1 is ISO 14289-1, PDF/A-2 is ISO 19005-2; "14.7" and the like are sections of ISO 32000-1.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.blocks import Document
from briefing.writers.pdf.attachments import Attachment, attach
from briefing.writers.pdf.metadata import information, xmp
from briefing.writers.pdf.navigation import add_links, add_outline, add_places
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.shaped_fonts import add_shaped_fonts
from briefing.writers.pdf.tree import Annotation, Element, Marked

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

SRGB = Path(__file__).parent / "fonts" / "sRGB.icc"


def finish(raw: bytes, document: Document, root: Element, pen: Pen, attachments: Sequence[Attachment]) -> bytes:
    """Reportlab's file, tagged and described, without the standard font it names and nothing uses."""
    import pikepdf

    with pikepdf.open(BytesIO(raw)) as pdf:
        _Tagger(pdf, pen).tag(root)
        add_places(pdf, pen)
        add_outline(pdf, pen)
        _describe(pdf, document, part=3 if attachments else 2)
        attach(pdf, attachments, document)
        _add_output_intent(pdf)
        _drop_unused_fonts(pdf)
        add_shaped_fonts(pdf, pen.shaped)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


class _Tagger:
    """Turns the elements into the structure tree (14.7) and ties the pages' marks and links to it."""

    def __init__(self, pdf: Pdf, pen: Pen) -> None:
        self.pdf = pdf
        self.pen = pen
        self.pages: list[Object] = [page.obj for page in pdf.pages]
        self.annotations = add_links(pdf, pen)
        self.objects: dict[int, Object] = {}
        self.owners: list[Object] = []
        self.identified: dict[str, Object] = {}

    def tag(self, root: Element) -> None:
        from pikepdf import Array, Dictionary, Name, String

        top = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._element(root, top)
        nums: list[int | Object] = []
        for number, page in enumerate(self.pages):
            page.StructParents = number
            page.Tabs = Name.S
            owners = Array([self.objects[id(element)] for element in self.pen.marked[number]])
            nums += [number, self.pdf.make_indirect(owners)]
        for number, owner in enumerate(self.owners, len(self.pages)):
            nums += [number, owner]
        top.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(nums)))
        top.ParentTreeNextKey = len(self.pages) + len(self.owners)
        if self.identified:
            names = [one for key in sorted(self.identified) for one in (String(key), self.identified[key])]
            top.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(names)))
        self.pdf.Root.StructTreeRoot = top
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        from pikepdf import Array, Dictionary, Name, String

        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
        self.objects[id(element)] = made
        for key, text in _texts(element):
            made[key] = String(text)
        if element.identifier:
            self.identified[element.identifier] = made
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes
        kids: list[Object | int] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids += [self._element(kid, made)] if _worth(kid) else []
            elif isinstance(kid, Marked):
                kids.append(Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number))
            else:
                kids.append(self._annotation(kid, made))
        made.K = Array(kids)
        return made

    def _annotation(self, kid: Annotation, owner: Object) -> Object:
        from pikepdf import Dictionary, Name

        annotation = self.annotations[kid.page][kid.number]
        annotation.StructParent = len(self.pages) + len(self.owners)
        self.owners.append(owner)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[kid.page])


def _texts(element: Element) -> list[tuple[str, str]]:
    pairs = [("/Lang", element.language), ("/ID", element.identifier)]
    return [pair for pair in [*pairs, ("/ActualText", element.spoken), ("/Alt", element.alt)] if pair[1]]


def _worth(element: Element) -> bool:
    """Elements without content say nothing, except for cells, which keep a row's columns in order."""
    return element.tag in {"TD", "TH"} or bool(element.kids)


def _attributes(element: Element) -> Object | None:
    from pikepdf import Array, Dictionary, Name, String

    if element.box:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(side, 2) for side in element.box]))
    if element.list_numbering:
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.list_numbering}"))
    if element.summary:  # not /Alt, which some screen readers read instead of the cells
        return Dictionary(O=Name.Table, Summary=String(element.summary))
    if element.scope:
        made = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.span > 1:
            made.ColSpan = element.span
        return made
    return None


def _describe(pdf: Pdf, document: Document, part: int) -> None:
    from pikepdf import Dictionary, Name, String

    root = pdf.Root
    root.Lang = String(document.language or "en-GB")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in information(document).items():
        pdf.docinfo[key] = String(value)
    stream = pdf.make_stream(xmp(document, part))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    root.Metadata = stream


def _add_output_intent(pdf: Pdf) -> None:
    """Colours are sRGB; PDF/A wants that said (6.2.3)."""
    from pikepdf import Array, Dictionary, Name, String

    profile = pdf.make_stream(SRGB.read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _drop_unused_fonts(pdf: Pdf) -> None:
    """Reportlab lists its default font on every page, not embedded, though no text uses it."""
    for page in pdf.pages:
        listed = page.obj.Resources.get("/Font")
        if listed is None:
            continue
        for key in [key for key, font in listed.items() if "/FontDescriptor" not in font]:
            del listed[key]
