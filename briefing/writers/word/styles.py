"""The document's styles by name: the ones it has, and ours for the ones it lacks.

Style ids are localised by Word, names of built-in styles are not, so everything is asked for by name. Word keeps unused
built-in styles latent (out of the file), so a house's own file lacks many of them and is given ours, with all they are
based on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word.look import Look, defaults_element, looks, style_element
from briefing.writers.word.markup import add, element, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from briefing.model import Style


class StyleSheet:
    """Style ids by name; asking for a style that is not there adds it."""

    def __init__(self, root: etree._Element, style: Style, new_bullets: Callable[[], int]) -> None:
        self._root = root
        self._style = style
        self.size = style.size
        self._new_bullets = new_bullets
        self._looks = {(look.kind, look.name.casefold()): look for look in looks(style)}
        self._ids: dict[tuple[str, str], str] = {}
        self._defaults: dict[str, str] = {}
        for made in root.findall(w("style")):
            self._learn(made)

    def _learn(self, made: etree._Element) -> None:
        kind = made.get(w("type"), "paragraph")
        name = made.find(w("name"))
        identity = made.get(w("styleId"), "")
        if name is not None and identity:
            self._ids.setdefault((kind, name.get(w("val"), "").casefold()), identity)
        if made.get(w("default")) in {"1", "true", "on"}:
            self._defaults.setdefault(kind, identity)

    def has(self, name: str, kind: str = "paragraph") -> bool:
        """Whether the document has a style of that name already."""
        return (kind, name.casefold()) in self._ids

    def paragraph(self, name: str) -> str:
        return self._id("paragraph", name)

    def character(self, name: str) -> str:
        return self._id("character", name)

    def table(self, name: str) -> str:
        return self._id("table", name)

    def _id(self, kind: str, name: str) -> str:
        key = (kind, name.casefold())
        found = self._ids.get(key)
        if found is not None:
            return found
        look = self._looks[key]
        if not look.based_on and kind in self._defaults:
            return self._defaults[kind]
        return self._give(look)

    def _give(self, look: Look) -> str:
        made = style_element(look, self._style)
        identity = self._free(look.id)
        made.set(w("styleId"), identity)
        if w("default") in made.attrib:
            self._defaults.setdefault(look.kind, identity)
        self._ids[look.kind, look.name.casefold()] = identity
        self._root.append(made)
        for tag, other in (("basedOn", look.based_on), ("next", look.next)):
            pointer = made.find(w(tag))
            if pointer is not None:
                pointer.set(w("val"), self._id(look.kind, other))
        number = made.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            number.set(w("val"), str(self._new_bullets()))
        return identity

    def _free(self, wanted: str) -> str:
        taken = {identity.casefold() for identity in self._ids.values()}
        name, count = wanted, 1
        while name.casefold() in taken:
            count += 1
            name = f"{wanted}{count}"
        return name


def own_styles(root: etree._Element, style: Style, language: str, new_bullets: Callable[[], int]) -> StyleSheet:
    """Replace whatever styles there are by the default look's, keeping only the list of latent ones."""
    for child in list(root):
        if child.tag != w("latentStyles"):
            root.remove(child)
    root.insert(0, defaults_element(style, language))
    sheet = StyleSheet(root, style, new_bullets)
    for look in looks(style):
        sheet._id(look.kind, look.name)
    return sheet


def mend_references(root: etree._Element) -> None:
    """Take out pointers to styles that are not there."""
    there = {made.get(w("styleId")) for made in root.iterfind(w("style"))}
    for made in root.iterfind(w("style")):
        for name in ("basedOn", "next", "link"):
            pointer = made.find(w(name))
            if pointer is not None and pointer.get(w("val")) not in there:
                made.remove(pointer)


def set_language(root: etree._Element, language: str) -> None:
    """Make `language` the language of text that names none of its own."""
    holder = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if holder is None:
        holder = _default_run_properties(root)
    found = holder.find(w("lang"))
    (found if found is not None else add(holder, "lang")).set(w("val"), language)
    for style in root.iterfind(w("style")):
        if style.get(w("default")) in {"1", "true", "on"} and style.get(w("type")) == "paragraph":
            own = style.find(f"{w('rPr')}/{w('lang')}")
            if own is not None:
                own.set(w("val"), language)


def _default_run_properties(root: etree._Element) -> etree._Element:
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = element("docDefaults")
        root.insert(0, defaults)
    holder = defaults.find(w("rPrDefault"))
    if holder is None:
        holder = element("rPrDefault")
        defaults.insert(0, holder)
    return add(holder, "rPr")
