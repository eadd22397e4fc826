"""The document's settings, in the order the schema wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word.markup import add, element, w

if TYPE_CHECKING:
    from lxml import etree

_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# ECMA-376 part 1, 17.15.1 (CT_Settings): the children that may stand after the ones this writer puts in.
_AFTER_NOTES = (
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
    "docId",
    "defaultImageDpi",
    "conflictMode",
    "discardImageEditingData",
    "chartTrackingRefBased",
)
_SLOTS = {
    "footnotePr": ("endnotePr", "compat", *_AFTER_NOTES),
    "endnotePr": ("compat", *_AFTER_NOTES),
    "compat": _AFTER_NOTES,
    "themeFontLang": _AFTER_NOTES[5:],
}


def fresh_settings(language: str) -> etree._Element:
    """Settings of a new document of today's Word (mode 15), with no trace of another one."""
    made = element("settings")
    add(made, "zoom", percent=100)
    add(made, "defaultTabStop", val=720)
    add(made, "characterSpacingControl", val="doNotCompress")
    compat = add(made, "compat")
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ):
        add(compat, "compatSetting", name=name, uri=_COMPATIBILITY, val=value)
    add(made, "themeFontLang", val=language)
    scheme = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    add(
        made,
        "clrSchemeMapping",
        bg1="light1",
        t1="dark1",
        bg2="light2",
        t2="dark2",
        **scheme,
        hyperlink="hyperlink",
        followedHyperlink="followedHyperlink",
    )
    add(made, "decimalSymbol", val=".")
    add(made, "listSeparator", val=",")
    return made


def put_setting(settings: etree._Element, made: etree._Element) -> None:
    """Put one setting in its place, instead of the one there is."""
    name = str(made.tag).rpartition("}")[2]
    for old in settings.findall(w(name)):
        settings.remove(old)
    later = set(_SLOTS[name])
    for index, child in enumerate(settings):
        if str(child.tag).rpartition("}")[2] in later:
            settings.insert(index, made)
            return
    settings.append(made)


def settle_settings(settings: etree._Element, language: str) -> None:
    """Make a house's settings fit a finished document: nothing asks or fetches when it is opened."""
    for name in ("updateFields", "attachedTemplate", "mailMerge"):
        for old in settings.findall(w(name)):
            settings.remove(old)
    if language:
        old_languages = settings.find(w("themeFontLang"))
        if old_languages is None:
            put_setting(settings, element("themeFontLang", val=language))
        else:
            old_languages.set(w("val"), language)
