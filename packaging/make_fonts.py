"""Makes the fonts of the PDF writer from open-licence fonts on PyPI: static, without hinting, a part of the characters.

The families with the widths of Calibri, Cambria, Arial and Times New Roman are copied unchanged, because licences
reserve their names for the files as published: Carlito and Liberation from installed Debian packages, Caladea from
PyPI, where it is version 1.002. Debian's, 1.001 of 2020, no longer has Cambria's widths (huertatipografica/Caladea,
issue 4).

    pip install fontpkg-noto-sans==2.15 manimgx-fonts==2026.9.26.post1 manimgx-fonts-cjk==2026.9.26.post1
    pip install fontpkg-noto-serif==2.15 fontpkg-ibm-plex-sans-arabic==1.101 font-caladea==0.0.2
    pip install matplotlib fonttools pillow
    apt-get install fonts-crosextra-carlito fonts-liberation2
    python packaging/make_fonts.py [FOLDER]

Run by hand when a font changes; the result is committed. A font made here holds only what the PDF writer can set right,
which is the Basic Multilingual Plane (reportlab's text layer knows no more), and keeps its layout tables only where
HarfBuzz needs them. So "is there a glyph" is the same question as "can it be printed"; of the unchanged ones the writer
takes only some characters. Same packages, same bytes.
"""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer
from PIL import ImageCms

FOLDER = Path(__file__).parent.parent / "briefing" / "writers" / "pdf" / "fonts"

# Latin, Greek, Cyrillic and what goes with them: marks, punctuation, currency, letterlike, numbers, ligatures.
EUROPEAN = (
    (0x0020, 0x052F),
    (0x1AB0, 0x1AFF),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x20FF),
    (0x2100, 0x218F),
    (0x2200, 0x22FF),
    (0x2400, 0x243F),
    (0x25A0, 0x25FF),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2E5F),
    (0xA640, 0xA69F),
    (0xA700, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
    (0xFE20, 0xFE2F),
    (0xFFFC, 0xFFFD),
)
CAUCASIAN = ((0x0530, 0x058F), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F), (0xFB13, 0xFB17))
ETHIOPIC = ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))
SYMBOLS = ((0x2070, 0x2BFF), (0xFFFC, 0xFFFD))


@dataclass(frozen=True, slots=True)
class Face:
    """One file to make: from which package and file, at which weight, with which characters."""

    out: str
    package: str
    file: str
    weight: int
    ranges: tuple[tuple[int, int], ...]
    shaped: bool = False


STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
SERIF = ("fontpkg_noto_serif", "files/NotoSerif[wdth,wght].ttf", "files/NotoSerif-Italic[wdth,wght].ttf")
NOTO = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", "files/NotoSans-Italic[wdth,wght].ttf")
FACES = (
    Face("NotoSans-Regular", NOTO[0], NOTO[1], 400, EUROPEAN),
    Face("NotoSans-Bold", NOTO[0], NOTO[1], 700, EUROPEAN),
    Face("NotoSans-Italic", NOTO[0], NOTO[2], 400, EUROPEAN),
    Face("NotoSans-BoldItalic", NOTO[0], NOTO[2], 700, EUROPEAN),
    Face("NotoSerif-Regular", SERIF[0], SERIF[1], 400, EUROPEAN),
    Face("NotoSerif-Bold", SERIF[0], SERIF[1], 700, EUROPEAN),
    Face("NotoSerif-Italic", SERIF[0], SERIF[2], 400, EUROPEAN),
    Face("NotoSerif-BoldItalic", SERIF[0], SERIF[2], 700, EUROPEAN),
    Face("NotoSansArmenian-Regular", "manimgx_fonts", "NotoSansArmenian[wght].ttf", 400, CAUCASIAN),
    Face("NotoSansArmenian-Bold", "manimgx_fonts", "NotoSansArmenian[wght].ttf", 700, CAUCASIAN),
    Face("NotoSansGeorgian-Regular", "manimgx_fonts", "NotoSansGeorgian[wght].ttf", 400, CAUCASIAN),
    Face("NotoSansGeorgian-Bold", "manimgx_fonts", "NotoSansGeorgian[wght].ttf", 700, CAUCASIAN),
    Face("NotoSansEthiopic-Regular", "manimgx_fonts", "NotoSansEthiopic[wght].ttf", 400, ETHIOPIC),
    Face("NotoSansSymbols-Regular", "manimgx_fonts", "NotoSansSymbols[wght].ttf", 400, SYMBOLS),
    Face("DejaVuSans-Regular", "matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf", 0, SYMBOLS),
    Face("DejaVuSans-Bold", "matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf", 0, SYMBOLS),
)
# Taken as they are. "Plex" is a reserved name, and its files have one glyph per letter: the text layer is sound.
UNCHANGED = (
    ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Regular.ttf"),
    ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Bold.ttf"),
    *(("font_caladea", f"files/Caladea-{style}.ttf") for style in STYLES),
)
# The same, and a reserved name each: stand-ins for offices' own fonts, by Debian package and family.
STAND_INS = (
    ("fonts-crosextra-carlito", "Carlito"),
    ("fonts-liberation2", "LiberationSans"),
    ("fonts-liberation2", "LiberationSerif"),
)
# Scripts that HarfBuzz sets: these fonts keep their layout tables.
SHAPED = (
    ("Hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("Devanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF))),
    ("Bengali", ((0x0980, 0x09FF),)),
    ("Gurmukhi", ((0x0A00, 0x0A7F),)),
    ("Gujarati", ((0x0A80, 0x0AFF),)),
    ("Oriya", ((0x0B00, 0x0B7F),)),
    ("Tamil", ((0x0B80, 0x0BFF),)),
    ("Telugu", ((0x0C00, 0x0C7F),)),
    ("Kannada", ((0x0C80, 0x0CFF),)),
    ("Malayalam", ((0x0D00, 0x0D7F),)),
    ("Sinhala", ((0x0D80, 0x0DFF),)),
    ("Thai", ((0x0E00, 0x0E7F),)),
    ("Lao", ((0x0E80, 0x0EFF),)),
    ("Myanmar", ((0x1000, 0x109F), (0xA9E0, 0xA9FE), (0xAA60, 0xAA7F))),
    ("Khmer", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
)
JOINERS = ((0x200C, 0x200D), (0x25CC, 0x25CC))

CJK = ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc")
JAPANESE, KOREAN, CHINESE = 0, 1, 2  # the collection's fonts; they differ in the form of some characters
HAN_FILES = 5
KANA = ((0x3000, 0x30FF), (0x31F0, 0x31FF), (0xFF01, 0xFF9F), (0xFFE0, 0xFFE6))

LICENCES = (
    ("fontpkg_noto_sans", "LICENSE", "OFL-NotoSans.txt"),
    ("fontpkg_noto_serif", "LICENSE", "OFL-NotoSerif.txt"),
    ("manimgx_fonts", "../manimgx_fonts-2026.9.26.post1.dist-info/licenses/LICENSE", "OFL-Noto-other-scripts.txt"),
    ("manimgx_fonts_cjk", "../manimgx_fonts_cjk-2026.9.26.post1.dist-info/licenses/LICENSE", "OFL-NotoSansCJK.txt"),
    ("fontpkg_ibm_plex_sans_arabic", "LICENSE", "OFL-IBMPlexSansArabic.txt"),
    ("font_caladea", "files/APACHE-2.0.txt", "LICENSE-Caladea.txt"),
    ("matplotlib", "mpl-data/fonts/ttf/LICENSE_DEJAVU", "LICENSE-DejaVu.txt"),
)


def shaped_faces() -> list[Face]:
    return [
        Face(
            f"NotoSans{script}-Regular",
            "manimgx_fonts",
            f"NotoSans{script}[wght].ttf",
            400,
            (*ranges, *JOINERS),
            shaped=True,
        )
        for script, ranges in SHAPED
    ]


def package_folder(name: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; see the first lines of this script")
    return Path(next(iter(spec.submodule_search_locations)))


def static(font: TTFont, weight: int) -> TTFont:
    """The font at one weight and normal width."""
    if "fvar" not in font:
        return font
    where = {axis.axisTag: float(weight) if axis.axisTag == "wght" else axis.defaultValue for axis in font["fvar"].axes}
    return instancer.instantiateVariableFont(font, where)


def rename(font: TTFont, name: str) -> None:
    """Gives the face its family, style and PostScript name; the variable font's own are those of another weight."""
    family, _, style = name.partition("-")
    style = {"BoldItalic": "Bold Italic"}.get(style, style)
    table = font["name"]
    table.names = [one for one in table.names if one.nameID in {0, 7, 8, 9, 11, 13, 14} and one.platformID == 3]
    for number, text in ((1, family), (2, style), (3, name), (4, f"{family} {style}"), (5, "Version 1.0"), (6, name)):
        table.setName(text, number, 3, 1, 0x409)


def make(face: Face) -> TTFont:
    """The face: static, subset, renamed, without hints, and without layout tables where nothing is shaped."""
    font = static(TTFont(package_folder(face.package) / face.file, recalcTimestamp=False), face.weight)
    layout = ["GSUB", "GPOS", "GDEF"]
    options = Options(
        layout_features=["*"] if face.shaped else [],
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        legacy_cmap=False,
        drop_tables=[*([] if face.shaped else layout), "STAT", "HVAR", "MVAR", "avar", "DSIG", "FFTM", "kern", "prep"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in face.ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    rename(font, face.out)
    return font


def characters(codec: str, first: int, last: int) -> set[str]:
    """The characters of a two-byte national standard whose first byte is between the two."""
    found = set()
    for lead in range(first, last + 1):
        for trail in range(0x40, 0xFF):
            with contextlib.suppress(UnicodeDecodeError):
                found.add(bytes([lead, trail]).decode(codec))
    return {char for char in found if len(char) == 1}


def hangul() -> list[str]:
    """The syllables of KS X 1001, which ordinary Korean keeps to."""
    return sorted(characters("euc_kr", 0xB0, 0xC8))


def han() -> list[str]:
    """The characters in common use: level 1 of GB 2312, JIS X 0208 and Big5."""
    return sorted(characters("gb2312", 0xB0, 0xD7) | characters("euc_jp", 0xB0, 0xCF) | characters("big5", 0xA4, 0xC6))


def quadratic(number: int, chars: Iterable[str], name: str) -> FontBuilder:
    """Some characters of a font of the CJK collection at weight 400, with TrueType outlines (reportlab wants those)."""
    source = TTCollection(package_folder(CJK[0]) / CJK[1], lazy=True).fonts[number]
    known, outlines = source.getBestCmap(), source.getGlyphSet(location={"wght": 400})
    cmap = {ord(char): known[ord(char)] for char in chars if ord(char) in known}
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder([".notdef", *sorted(set(cmap.values()) - {".notdef"})])
    builder.setupCharacterMap(cmap)
    glyphs, metrics = {}, {}
    for glyph in builder.font.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[glyph].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
        glyphs[glyph] = pen.glyph()
        metrics[glyph] = (round(outlines[glyph].width), 0)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({key: (width, glyphs[key].xMin) for key, (width, _) in metrics.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    builder.setupNameTable({"copyright": str(source["name"].getDebugName(0))})
    builder.updateHead(created=0, modified=0)
    rename(builder.font, name)
    return builder


def make_cjk(folder: Path) -> None:
    """Kana, Hangul and Han; the Han over several files, to keep each small."""
    kana = [chr(code) for first, last in KANA for code in range(first, last + 1)]
    parts = [(JAPANESE, kana, "NotoSansKana-Regular"), (KOREAN, hangul(), "NotoSansHangul-Regular")]
    chars = han()
    step = -(-len(chars) // HAN_FILES)
    for number in range(HAN_FILES):
        parts.append((CHINESE, chars[number * step : (number + 1) * step], f"NotoSansHan{number + 1}-Regular"))
    for number, part, name in parts:
        path = folder / f"{name}.ttf"
        quadratic(number, part, name).save(path)
        print(f"{path.name}: {len(part)} characters, {path.stat().st_size // 1000} kB")


def colour_profile() -> bytes:
    """The sRGB profile of Little CMS (MIT), with a fixed date in its header (ICC.1, 7.2.8) instead of today's."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return bytes(profile)


def debian_files(package: str) -> dict[str, Path]:
    """An installed Debian package's files by name."""
    listed = subprocess.run(["dpkg-query", "--listfiles", package], check=False, capture_output=True, text=True)
    if listed.returncode:
        raise SystemExit(f"{package} is not installed; see the first lines of this script")
    return {Path(line).name: Path(line) for line in listed.stdout.splitlines()}


def copy_stand_ins(folder: Path) -> None:
    """The files as they are, and the part of Debian's copyright file that is about them (the rest: Debian's own)."""
    for package, family in STAND_INS:
        files = debian_files(package)
        for style in STYLES:
            shutil.copyfile(files[f"{family}-{style}.ttf"], folder / f"{family}-{style}.ttf")
        terms = files["copyright"].read_text("utf-8").partition("\nFiles: debian/")[0]
        (folder / f"OFL-{family}.txt").write_text(f"{terms.rstrip()}\n", "utf-8")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for face in (*FACES, *shaped_faces()):
        path = folder / f"{face.out}.ttf"
        font = make(face)
        font.save(path, reorderTables=True)
        print(f"{path.name}: {len(font.getBestCmap())} characters, {path.stat().st_size // 1000} kB")
    make_cjk(folder)
    for package, file in UNCHANGED:
        shutil.copyfile(package_folder(package) / file, folder / Path(file).name)
    copy_stand_ins(folder)
    (folder / "sRGB.icc").write_bytes(colour_profile())
    for package, file, name in LICENCES:
        shutil.copyfile(package_folder(package) / file, folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
