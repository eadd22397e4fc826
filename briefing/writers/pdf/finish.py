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
from briefing.writers.pdf.navigation import add_outline, places_text
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.serial import writer_for
from briefing.writers.pdf.shaped_fonts import add_shaped_fonts
from briefing.writers.pdf.tagging import Tagger
from briefing.writers.pdf.tree import Element

if TYPE_CHECKING:
    from pikepdf import Pdf

SRGB = Path(__file__).parent / "fonts" / "sRGB.icc"


def finish(raw: bytes, document: Document, root: Element, pen: Pen, attachments: Sequence[Attachment]) -> bytes:
    """Reportlab's file, tagged and described, without the standard font it names and nothing uses."""
    import pikepdf

    with pikepdf.open(BytesIO(raw)) as pdf:
        _fill_pages(pdf, pen)
        add_outline(pdf, pen)
        _describe(pdf, document, part=3 if attachments else 2)
        attach(pdf, attachments, document)
        _add_output_intent(pdf)
        _drop_unused_fonts(pdf)
        add_shaped_fonts(pdf, pen.shaped)
        plain = BytesIO()
        pdf.save(plain, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(plain) as pdf:
        return _tagged(pdf, root, pen)


def _fill_pages(pdf: Pdf, pen: Pen) -> None:
    """The pages' contents, and places for what is tied to the structure tree."""
    from pikepdf import Array, Dictionary, Name

    for number, (page, content) in enumerate(zip(pdf.pages, pen.contents, strict=True)):
        page.obj.Contents.write(content, filter=Name.FlateDecode)
        page.obj.Annots = pdf.make_indirect(Array())
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
    if pen.places:
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary()))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary())
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _tagged(pdf: Pdf, root: Element, pen: Pen) -> bytes:
    """The file written anew with the structure tree and the links in their places."""
    out = writer_for(pdf)
    tree = pdf.Root.StructTreeRoot.objgen[0]
    annotations = [page.obj.Annots.objgen[0] for page in pdf.pages]
    pages = [page.obj.objgen[0] for page in pdf.pages]
    Tagger(out, pen, pages).tag(root, tree, annotations)
    written = {tree, *annotations}
    if pen.places:
        places = pdf.Root.Names.Dests.objgen[0]
        out.put(places, places_text(pen, pages).encode("ascii"))
        written.add(places)
    for one in pdf.objects:
        if one.objgen[0] not in written:
            out.copy(one)
    return out.finish(pdf.Root.objgen[0], pdf.docinfo.objgen[0])


def _describe(pdf: Pdf, document: Document, part: int) -> None:
    from pikepdf import Array, Dictionary, Name, String

    root = pdf.Root
    root.Lang = String(document.language or "en-GB")
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
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
