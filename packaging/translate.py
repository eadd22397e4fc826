"""Collects the window's texts for translation, and makes what Qt reads of the translations.

    python packaging/translate.py           # brings ui/translations/*.ts up to date and makes the .qm files
    python packaging/translate.py --check   # changes nothing; exit status 1 where that would change something

A new or changed text appears in the .ts as unfinished: translate it there (a text editor or pyside6-linguist will do),
then run this again. Texts are found by parsing, not by pyside6-lupdate, which does not know the short functions that
our modules have for their own context (`_tr("…")`) nor tables of texts.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "ui" / "translations"
LANGUAGES = ("de",)
MARKS = ("QT_TRANSLATE_NOOP", "_N")
SHORT = ("_tr", "tr")


@dataclass(frozen=True, order=True)
class Text:
    """A text as the program looks it up."""

    context: str
    source: str


def texts(root: Path = ROOT) -> tuple[Text, ...]:
    """All texts of the window that are to be translated, in order."""
    found: set[Text] = set()
    for path in sorted((root / "ui").rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        found.update(_in_module(module))
    return tuple(sorted(found))


def _in_module(module: ast.Module) -> Iterator[Text]:
    own = _own_context(module)
    yield from _in_node(module, own, "")


def _own_context(module: ast.Module) -> str:
    """What the module's own `_tr` passes to Qt: `def _tr(text): return QCoreApplication.translate("Files", text)`."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name in SHORT:
            for call in ast.walk(node):
                if _called(call) == "translate" and isinstance(call, ast.Call):
                    return str(_constant(call.args[0]) or "")
    return ""


def _in_node(node: ast.AST, own: str, class_name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            yield from _in_call(child, own, class_name)
        if isinstance(child, ast.FunctionDef):
            yield from _in_tables(child, own)
        yield from _in_node(child, own, inside)


def _in_call(call: ast.Call, own: str, class_name: str) -> Iterator[Text]:
    name, arguments = _called(call), [_constant(argument) for argument in call.args]
    if name in MARKS or name == "translate":
        if len(arguments) >= 2 and arguments[0] and arguments[1]:
            yield Text(arguments[0], arguments[1])
    elif isinstance(call.func, ast.Attribute) and name == "tr":
        if arguments and arguments[0]:
            yield Text(class_name, arguments[0])
    elif isinstance(call.func, ast.Name) and name in SHORT and arguments and arguments[0]:
        yield Text(own, arguments[0])


def _in_tables(function: ast.FunctionDef, own: str) -> Iterator[Text]:
    """The texts of `(_tr(text) for text in ("One", "Two"))`; the tuple may have a name."""
    named = {
        target.id: node.value
        for node in function.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.GeneratorExp | ast.ListComp) and _called(node.elt) in SHORT:
            items = node.generators[0].iter
            items = named.get(items.id, items) if isinstance(items, ast.Name) else items
            if isinstance(items, ast.Tuple):
                yield from (Text(own, text) for text in map(_constant, items.elts) if text)


def _called(node: ast.AST) -> str:
    """The name of the function that is called, without what stands before the full stop."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def read(path: Path) -> dict[Text, str]:
    """The translations in a .ts file; "" for what is unfinished."""
    if not path.exists():
        return {}
    known: dict[Text, str] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            text = (translation.text or "") if translation is not None and finished else ""
            known[Text(name, message.findtext("source") or "")] = text
    return known


def written(language: str, known: dict[Text, str], wanted: tuple[Text, ...]) -> str:
    """The .ts file with the wanted texts and what is known of them."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_GB")
    contexts: dict[str, ET.Element] = {}
    for text in wanted:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def main(arguments: list[str]) -> int:
    wanted, stale = texts(), 0
    for language in LANGUAGES:
        path = FOLDER / f"briefing_{language}.ts"
        known = read(path)
        fresh = written(language, known, wanted)
        same = path.exists() and path.read_text(encoding="utf-8") == fresh
        left = sum(not known.get(text) for text in wanted)
        print(f"{path.name}: {len(wanted)} texts, {left} to be translated{'' if same else ', not up to date'}")
        stale += not same or left > 0
        if "--check" not in arguments:
            path.write_text(fresh, encoding="utf-8")
            release = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([str(release), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)
    return 1 if "--check" in arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
