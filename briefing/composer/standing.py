"""The standing of the sources in counted facts, as Intelligence Community Directive 206 asks of a source summary.

Nothing is judged here: how far the sources are to be believed is for a person to write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.composer.state import Composition, Scope, actors_of
from briefing.layout.words import count, date_in_words
from briefing.model import DisagreementKind, Originator, Section, Source, Standing

_NAMES = 5
_LOOKED_AT = 10


def standing(composition: Composition, _section: Section, _scope: Scope) -> Standing | None:
    """Sentences that only count; None without sources."""
    sources = composition.analysis.sources
    if not sources:
        return None
    return Standing(
        (
            *_documents(sources),
            *_copies(sources),
            *_speakers(composition),
            *_silent(composition),
            *_disputes(composition),
        )
    )


def _documents(sources: Sequence[Source]) -> Iterator[str]:
    publishers = sorted({source.publisher for source in sources if source.publisher}, key=str.casefold)
    unnamed = sum(not source.publisher for source in sources)
    said = f"This briefing rests on {count(len(sources), 'document')}"
    if not publishers:
        yield f"{said}; no publisher is named."
    else:
        without = f"; {_of(unnamed, len(sources))} {_does(unnamed, 'name')} no publisher" if unnamed else ""
        yield f"{said} of {count(len(publishers), 'named publisher')} ({_listed(publishers)}){without}."
    dates = sorted(source.published for source in sources if source.published)
    undated = len(sources) - len(dates)
    if not dates:
        yield "None of them carries a date."
        return
    first, last = date_in_words(dates[0]), date_in_words(dates[-1])
    span = f"dated {first}" if first == last else f"dated from {first} to {last}"
    if undated:
        yield f"{_of(len(dates), len(sources))} {'is' if len(dates) == 1 else 'are'} {span}; the others carry no date."
    else:
        yield f"{'It is' if len(sources) == 1 else 'They are'} {span}."


def _copies(sources: Sequence[Source]) -> Iterator[str]:
    copies = sum(source.duplicate_of is not None for source in sources)
    if copies:
        yield (
            f"{_of(copies, len(sources))} {_does(copies, 'repeat')} the text of another and "
            f"{'is' if copies == 1 else 'are'} no voice of {'its' if copies == 1 else 'their'} own: "
            f"there are {count(len(sources) - copies, 'voice')}."
        )


def _speakers(composition: Composition) -> Iterator[str]:
    """How many originators there are, and how many of them are heard of through one voice alone."""
    heard: dict[str, set[str]] = {}
    named: set[str] = set()
    voices = {source.id: source.duplicate_of or source.id for source in composition.analysis.sources}
    statements = [item for item in composition.analysis.statements if item.id not in composition.decisions.dropped]
    for statement in statements:
        key = _key(statement.speaker)
        heard.setdefault(key, set()).add(voices[statement.source])
        if statement.speaker.actor:
            named.add(key)
    if not heard:
        yield "No statements of anyone were found in them."
        return
    alone = sum(len(places) == 1 for places in heard.values())
    yield (
        f"{count(len(statements), 'statement')} {'was' if len(statements) == 1 else 'were'} found, attributed to "
        f"{count(len(heard), 'different originator')}, {_of(len(named), len(heard))} identified by name; "
        f"{_of(alone, len(heard))} {'is' if alone == 1 else 'are'} heard through one document only."
    )


def _key(speaker: Originator) -> str:
    return speaker.actor or speaker.name.casefold()


def _silent(composition: Composition) -> Iterator[str]:
    """The states and bodies named most often of which no statement was found."""
    analysis = composition.analysis
    speaking = {item.actor for item in analysis.statements} | {item.speaker.actor for item in analysis.statements}
    often = [actor for actor in actors_of(analysis)[:_LOOKED_AT] if len(actor.mentions) > 1]
    silent = [actor.name for actor in often if actor.id not in speaking]
    if silent:
        yield f"Named more than once, but without a statement of their own that was found: {_listed(silent)}."


def _disputes(composition: Composition) -> Iterator[str]:
    conflicts = sum(item.kind is DisagreementKind.CONFLICT for item in composition.analysis.disagreements)
    if conflicts:
        things = "one thing" if conflicts == 1 else f"{conflicts} things"
        yield f"For {things} the documents give values that contradict each other."


def _listed(names: Iterable[str]) -> str:
    given = list(names)
    more = f" and {len(given) - _NAMES} more" if len(given) > _NAMES else ""
    return ", ".join(given[:_NAMES]) + more


def _of(part: int, whole: int) -> str:
    return f"{part or 'none'} of {whole}"


def _does(number: int, verb: str) -> str:
    return verb + ("s" if number == 1 else "")
