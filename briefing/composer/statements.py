"""Who said what: which statements are printed, and how each is introduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.composer.state import Composition, Scope, line_id
from briefing.deciding import arranged
from briefing.model import Section, SectionKind, Span, Statement, StatementRow, Statements

_MARKS = ('"', "'", "“", "‘", "«", "„")
_PARTICLES = ("for", "on", "upon", "against", "about", "of", "with", "to", "at")
_NEAR = 40
_FEWEST_WORDS = 4


def who_said_what(composition: Composition, section: Section, scope: Scope) -> Statements | None:
    """Statements in source order. An annex and what has no limit is a log; a selection repeats no printed line,
    except where the whole section would else be empty.
    """
    only, dropped = composition.only(scope), composition.decisions.dropped
    found = [
        statement
        for statement in composition.analysis.statements
        if statement.id not in dropped and (not only or statement.actor in only)
        if composition.covers(scope, statement.source, statement.sentence)
    ]
    different = _different(composition, found)
    most = scope.most(section)
    if most and section.kind is SectionKind.ANNEX:
        different = different[:most]
    elif most:
        telling = [item for item in different if item.quote or _is_long(composition, item)]
        new = [item for item in telling if _line(item) not in composition.printed]
        if not new and scope.everything:
            new = telling
        kept = _spread(composition, new)[:most]
        different = [statement for statement in different if statement in kept]
        composition.printed += [_line(statement) for statement in different]
    shown = arranged(different, _identity, composition.decisions.order)
    return Statements(tuple(_row(composition, statement) for statement in shown)) if shown else None


def _identity(statement: Statement) -> str:
    return statement.id


def said_again(composition: Composition, section: Section, scope: Scope) -> Statements | None:
    """A selection that may repeat lines printed before."""
    printed, composition.printed = composition.printed, []
    found = who_said_what(composition, section, scope)
    composition.printed = [*printed, *composition.printed]
    return found


def _is_long(composition: Composition, statement: Statement) -> bool:
    """Long enough to tell something without its surroundings."""
    return len(composition.index.cut(statement.source, statement.span).split()) >= _FEWEST_WORDS


def _line(statement: Statement) -> str:
    return line_id(statement.source, statement.sentence)


def _spread(composition: Composition, statements: Iterable[Statement]) -> list[Statement]:
    """Best first: pinned ones, then each speaker's first before anybody's second, named speakers before unnamed
    ones, quotations before reported speech.
    """
    pinned = composition.decisions.pinned
    turns: Counter[str] = Counter()
    ranked = []
    for place, statement in sorted(enumerate(statements), key=lambda pair: (pair[1].quote is None, pair[0])):
        who = statement.actor or statement.speaker.name
        unnamed = statement.actor is None and statement.speaker.actor is None
        ranked.append((statement.id not in pinned, turns[who], unnamed, statement.quote is None, place, statement))
        turns[who] += 1
    return [statement for *_rank, statement in sorted(ranked, key=lambda entry: entry[:5])]


def _different(composition: Composition, statements: Iterable[Statement]) -> list[Statement]:
    """The statements without those that repeat another's words or are a part of a longer one."""
    order = {source.id: place for place, source in enumerate(composition.analysis.sources)}
    seen: set[str] = set()
    longest: dict[str, Span] = {}
    different = []
    for statement in sorted(statements, key=lambda item: (order[item.source], item.span.start, -item.span.end)):
        words = " ".join(composition.index.cut(statement.source, statement.quote or statement.span).casefold().split())
        before = longest.get(statement.source)
        if words not in seen and not (before and before.contains(statement.span)):
            different.append(statement)
            longest[statement.source] = statement.span
        seen.add(words)
    return different


def _row(composition: Composition, statement: Statement) -> StatementRow:
    index = composition.index
    return StatementRow(
        speaker=statement.speaker.name,
        role=index.role(statement.speaker),
        verb=_introduction(composition, statement),
        claim=index.claim(statement.id, statement.source, statement.span, statement.passage, statement.page),
        direct=statement.direct and not index.cut(statement.source, statement.span).startswith(_MARKS),
    )


def _introduction(composition: Composition, statement: Statement) -> str:
    """The reporting verb as printed, with its particle ("called for"); what is no finite verb gives its kind."""
    if statement.verb.split()[0].endswith("ing") or statement.verb.endswith(" to"):
        return str(statement.kind)
    before = composition.index.cut(
        statement.source, Span(max(0, statement.span.start - _NEAR), statement.span.start)
    ).split()
    if len(before) >= 2 and before[-1] in _PARTICLES and before[-2] == statement.verb.split()[-1]:
        return f"{statement.verb} {before[-1]}"
    return statement.verb
