"""Letterheads damaged at random: refused in plain words, or a whole document; nothing else."""

from __future__ import annotations

import io
import random
import runpy
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.errors import TemplateInvalid
from briefing.model import CitationForm
from briefing.writers.word import letterhead_problems, read_ledger, write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
HOUSES = [data for _, data in runpy.run_path(str(GOLDEN / "houses.py"))["houses"]()]
VALUES = ("", "-5", "abc", "99999999999", "é", "0", "1.5", "true")


def damaged(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(list(members))
        kind = chance.random()
        if kind < 0.05:
            del members[name]
        elif kind < 0.1:
            members[name] = members[name][: chance.randint(0, len(members[name]))]
        elif name.endswith((".xml", ".rels")):
            members[name] = _bent(members[name], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def _bent(part: bytes, chance: random.Random) -> bytes:
    """The part with one element taken out, moved or renamed, or one attribute changed."""
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError:
        return part
    nodes = list(root.iter())
    node, other = chance.choice(nodes), chance.choice(nodes)
    parent = node.getparent()
    kind = chance.random()
    if kind < 0.35 and parent is not None:
        parent.remove(node)
    elif kind < 0.8 and node.attrib:
        node.set(chance.choice([str(key) for key in node.attrib]), chance.choice(VALUES))
    elif kind < 0.9 and other is not root and other not in list(node.iterancestors()) and other is not node:
        node.append(other)
    else:
        node.tag = other.tag
    return etree.tostring(root)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_damage_is_refused_or_mended(seed: int) -> None:
    chance = random.Random(seed)
    data = damaged(chance.choice(HOUSES), chance)
    form = chance.choice(list(CitationForm))
    try:
        letterhead_problems(data)
    except TemplateInvalid as error:
        refused = error.reason
    else:
        refused = ""
    if refused:
        with pytest.raises(TemplateInvalid):
            write_word(every_block(form), data)
        return
    written = write_word(every_block(form), data, checked=chance.random() < 0.5)
    assert len(read_ledger(written).printed) == 5
    docx.Document(io.BytesIO(written))
