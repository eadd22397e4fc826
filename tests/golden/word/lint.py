"""What no validator of Word files looks at: links and references to nothing, double names, open fields."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def stories_of(data: bytes) -> dict[str, etree._Element]:
    found = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
    return {name: etree.fromstring(part) for name, part in parts_of(data).items() if found.fullmatch(name)}


def faults_of(data: bytes) -> list[str]:
    """All faults, none of which a sound file has."""
    stories = stories_of(data)
    names = [mark.get(f"{W}name", "") for story in stories.values() for mark in story.iter(f"{W}bookmarkStart")]
    folded = {name.casefold() for name in names}
    faults = [f"bookmark {name}" for name in names if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII)]
    if len(folded) < len(names):
        faults.append("bookmark names")
    for story in stories.values():
        faults += _mark_faults(story)
        faults += [
            f"link to {link.get(f'{W}anchor')}"
            for link in story.iter(f"{W}hyperlink")
            if link.get(f"{W}anchor") is not None and link.get(f"{W}anchor", "").casefold() not in folded
        ]
        faults += _field_faults(story, folded)
    return faults + _style_faults(data, stories) + _relation_faults(data)


def _mark_faults(story: etree._Element) -> list[str]:
    faults = []
    for start, end in (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd")):
        opened = [mark.get(f"{W}id", "") for mark in story.iter(W + start)]
        closed = [mark.get(f"{W}id", "") for mark in story.iter(W + end)]
        if len(set(opened)) != len(opened) or sorted(opened) != sorted(closed):
            faults.append(f"ids of {start}")
    controls = [mark.get(f"{W}val") for mark in story.iterfind(f".//{W}sdtPr/{W}id")]
    if len(set(controls)) != len(controls):
        faults.append("ids of controls")
    return faults


def _field_faults(story: etree._Element, names: set[str]) -> list[str]:
    faults = []
    depth = 0
    for node in story.iter(f"{W}fldChar", f"{W}instrText"):
        if node.tag == f"{W}instrText":
            target = re.match(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", node.text or "")
            if target and target[1].casefold() not in names:
                faults.append(f"reference to {target[1]}")
        else:
            depth += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType", ""), 0)
            if depth < 0:
                faults.append("field end")
    return faults + (["field left open"] if depth else [])


def _style_faults(data: bytes, stories: dict[str, etree._Element]) -> list[str]:
    parts = parts_of(data)
    name = next(name for name in parts if name.casefold() == "word/styles.xml")
    styles = etree.fromstring(parts[name])
    there = [made.get(f"{W}styleId", "") for made in styles.iter(f"{W}style")]
    used = {
        node.get(f"{W}val", "")
        for story in (styles, *stories.values())
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for node in story.iter(W + kind)
    }
    return [f"style {identity}" for identity in sorted(used - set(there))] + (
        ["style ids"] if len({identity.casefold() for identity in there}) < len(there) else []
    )


def _relation_faults(data: bytes) -> list[str]:
    parts = parts_of(data)
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    faults = []
    for name, part in parts.items():
        if not name.endswith(".xml") or name.startswith("[") or "/_rels/" in name:
            continue
        folder, _, file = name.rpartition("/")
        related = parts.get(f"{folder}/_rels/{file}.rels", b"<none/>")
        known = {node.get("Id") for node in etree.fromstring(related)}
        root = etree.fromstring(part)
        used = {value for node in root.iter() for key, value in node.attrib.items() if str(key).startswith(space)}
        faults += [f"relationship {identity} of {name}" for identity in sorted(used - known - {""})]
    return faults
