"""Whose turn it is in a transcript: the labels before what is spoken ("MINISTER OKAFOR: ...", "Q: ...")."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.extract.gazetteer import gazetteer
from briefing.extract.titles import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.roster import Roster
    from briefing.model import Sentence

_CAPITALS = re.compile(r"(?:(?:[A-Z][A-Z.'’-]+)(?: [A-Z][A-Z.'’-]*){0,5}(?: \([^)]{2,40}\))?|[QA]|Q&A): ")
_TITLED = re.compile(r"(?:[A-Z][\w.'’-]*(?: (?:de|of|the|van|von|al))?)(?: [A-Z][\w.'’-]*){0,4}(?: \([^)]{2,40}\))?: ")
#: labels of nobody whose words are to be attributed
_NOBODY = frozenset(
    "q question reporter journalist a q&a answer note update warning source sources moderator operator interviewer"
    " press audience questioner host contact contacts table figure summary example remarks background".split()
) | {"fact sheet", "key points", "key figures", "media contact"}


def turn_labels(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The labels of a transcript with their colon; none where the text is no transcript.

    Labels in capitals count once there are three of them; others have to come back, and be no state's name.
    """
    capitals = [match.group() for sentence in sentences if (match := _CAPITALS.match(sentence.text))]
    titled = Counter(match.group() for sentence in sentences if (match := _TITLED.match(sentence.text)))
    found = set(capitals) if len(capitals) > 2 else set()
    back = {label for label, times in titled.items() if times > 1 and label[:-2] not in gazetteer().forms}
    return frozenset(found | (back if sum(titled[label] for label in back) > 2 else set()))


def label_end(text: str, named: frozenset[str]) -> int:
    """The length of a label that begins `text`, else 0. Labels in capitals are known without being listed."""
    match = _CAPITALS.match(text) or (_TITLED.match(text) if named else None)
    return match.end() if match and (match.group() in named or _CAPITALS.match(text)) else 0


def whose_turn(roster: Roster, text: str, before: str, named: frozenset[str]) -> str:
    """Whose turn it is, given whose it was; a question ends a turn. The speaker joins the roster."""
    end = label_end(text, named)
    if not end:
        return before
    printed = re.sub(r" \(.*", "", text[:end]).rstrip(": ")
    if printed.lower() in _NOBODY:
        return ""
    words = [word.capitalize() if word.isupper() and len(word) > 2 else word for word in printed.split()]
    role = [word for word in words if word.lower() in ROLE_WORDS]
    name = words[max((i for i, word in enumerate(words) if word.lower() in ROLE_WORDS), default=-1) + 1 :]
    if not name or words[0] in {"The", "THE"}:
        return " ".join(words)
    known = roster.surnames.get(name[-1])
    full = known[-1] if known and len(name) == 1 else " ".join(name)
    record = roster.person(full)
    record.role = record.role or " ".join(role)
    return full
