"""One document while it is read: its sentences as words, mentions, numbers and, where asked for, phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.extract.foreign import find_foreign, is_foreign
from briefing.extract.mentions import find_mentions
from briefing.extract.noise import is_bare, is_noise, is_year
from briefing.extract.numbers import Quantity, find_quantities
from briefing.extract.phrases import Phrase, find_phrases
from briefing.extract.reporting import CLAUSE_VERBS, UNDERTAKING, reporting_base
from briefing.extract.roster import Mention, Roster, new_roster
from briefing.extract.subjects import subject_of
from briefing.extract.tagging import tag
from briefing.extract.titles import NO_ACTORS
from briefing.extract.tokens import Words, collapse, split_words
from briefing.extract.turns import label_end, turn_labels, whose_turn
from briefing.model import PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.extract.aliases import Aliases
    from briefing.extract.tables import Cell
    from briefing.model import Sentence, Source
    from briefing.text.dates import DateFound


_last = attrgetter("last")


@dataclass(slots=True)
class Line:
    """One sentence and what is known of it. `numbers` are key figures only; offsets of `numbers` are the sentence's.

    `label` is whose turn it is in a transcript. `opening` counts the tokens of a dateline or a speaker's label, which
    are no part of the sentence.
    """

    sentence: Sentence
    words: Words
    mentions: list[Mention]
    numbers: list[Quantity]
    titled: bool
    opening: int = 0
    label: str = ""
    counting: frozenset[int] | None = None
    dates: tuple[DateFound, ...] | None = None
    phrases: list[Phrase] = field(init=False, repr=False)

    def __getattr__(self, name: str) -> list[Phrase]:
        """The phrases, found when they are first asked for (most sentences never are): until then the slot is empty."""
        if name != "phrases":
            raise AttributeError(name)
        named = {i for mention in self.mentions for i in range(mention.first, mention.last)}
        tag(self.words, named, self.titled)
        self.words.tags[: self.opening] = ["•"] * self.opening
        self.phrases = find_phrases(self.words)
        return self.phrases

    def counts(self, token: int) -> bool:
        """True where a token is a key number, not the number of a model or a year."""
        if self.counting is None:
            self.counting = frozenset(self.words.start + number.start for number in self.numbers)
        return self.words.lows[token] == "#" and self.words.starts[token] in self.counting

    def mention_in(self, first: int, last: int) -> list[Mention]:
        return [mention for mention in self.mentions if mention.first < last and first < mention.last]

    def phrase_at(self, token: int) -> int:
        """The phrase that holds a token."""
        phrases = self.phrases
        return min(bisect_right(phrases, token, key=_last), len(phrases) - 1)

    def main_subject(self) -> int | None:
        """The subject of the first finite verb group, unless it only speaks ("the ministry said ...")."""
        for v, phrase in enumerate(self.phrases):
            if phrase.kind == "VP" and phrase.form == "finite":
                base = reporting_base(self.words.lows[phrase.head])
                if base and base not in UNDERTAKING and (base in CLAUSE_VERBS or base == "put") and not phrase.passive:
                    continue
                subject = subject_of(self.words, self.phrases, v)
                if subject is not None:
                    return subject
        return None

    def first_subject(self) -> int | None:
        """The subject of the first finite verb group, whatever the verb: what a pronoun stands for."""
        for v, phrase in enumerate(self.phrases):
            if phrase.kind == "VP" and phrase.form == "finite":
                return subject_of(self.words, self.phrases, v)
        return None

    def speakers(self) -> set[int]:
        """The phrases that are subjects of a verb of saying, or follow "according to"."""
        found: set[int] = set()
        for v, phrase in enumerate(self.phrases):
            base = reporting_base(self.words.lows[phrase.head]) if phrase.kind == "VP" else ""
            if base and base not in UNDERTAKING:
                subject = subject_of(self.words, self.phrases, v)
                found |= {subject} if subject is not None else set()
                found |= {v + 1} if base == "tell" else set()
                found |= (
                    {v + 1}
                    if v + 1 < len(self.phrases) and v and self.phrases[v - 1].kind in {",", "”", '"'}
                    else set()
                )
            elif phrase.kind == "P" and self.words.lows[phrase.first] == "according":
                found |= {v + 1, v + 3}
        return found


@dataclass(slots=True)
class Quote:
    """Characters between quotation marks, without the marks, and whose words they are."""

    start: int
    end: int
    speaker: str = ""
    known: bool = False
    verb: str = ""
    line: int = 0


@dataclass(slots=True)
class Reading:
    """One document under reading. `home` is the actor it is mostly about, or "". `leads` holds for each line the
    actor that a label, list lead-in or heading above it names, or "".
    """

    source: Source
    lines: list[Line]
    roster: Roster
    home: str = ""
    home_state: str = ""
    leads: list[str] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)
    quote_starts: list[int] = field(default_factory=list)
    own_states: dict[str, str] = field(default_factory=dict)
    spoken: bool | None = None

    def add_quote(self, quote: Quote) -> None:
        """Append a quotation; they come in text order and do not overlap."""
        self.quotes.append(quote)
        self.quote_starts.append(quote.start)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds a character of the source."""
        place = bisect_right(self.quote_starts, offset) - 1
        return self.quotes[place] if place >= 0 and offset < self.quotes[place].end else None

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """The quotations that touch a stretch of the source."""
        first = max(0, bisect_right(self.quote_starts, start) - 1)
        last = bisect_left(self.quote_starts, end)
        return [quote for quote in self.quotes[first:last] if quote.end > start]

    def lines_at(self, passage: list[int], start: int, end: int) -> list[int]:
        """Those of a passage's lines that touch a stretch of the source."""
        first = bisect_right(passage, start, key=lambda n: self.lines[n].sentence.span.end)
        last = bisect_left(passage, end, key=lambda n: self.lines[n].sentence.span.start)
        return passage[first:last]


def read_lines(source: Source, sentences: Sequence[Sentence], aliases: Aliases) -> Reading:
    """The document's sentences with their words, mentions and key numbers."""
    roster = new_roster(aliases)
    roster.foreign = source.language if is_foreign(source) else ""
    roster.lower = frozenset(word for word in source.text.split() if word.islower())
    reading = Reading(source, [], roster)
    label = ""
    named = turn_labels(sentences)
    for sentence in _pieces(sentences):
        line = _line(sentence, roster, named)
        label = whose_turn(roster, sentence.text, label, named) if named else ""
        line.label = label
        reading.lines.append(line)
    _promote_names(reading)
    _find_home(reading)
    return reading


_LONGEST = 1500
_MOST_NUMBERS = 60


def _pieces(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, cut at blanks where one is longer than any sentence is: keeps the work linear on hostile text."""
    for sentence in sentences:
        text, first = sentence.text, 0
        while len(text) - first > _LONGEST:
            cut = text.rfind(" ", first + _LONGEST // 2, first + _LONGEST)
            cut = cut if cut > 0 else first + _LONGEST
            yield _piece(sentence, first, cut)
            first = cut
        yield _piece(sentence, first, len(text)) if first else sentence


def _piece(sentence: Sentence, first: int, last: int) -> Sentence:
    span = Span(sentence.span.start + first, sentence.span.start + last)
    return replace(sentence, span=span, text=sentence.text[first:last])


def _line(sentence: Sentence, roster: Roster, named: frozenset[str]) -> Line:
    text = sentence.text
    numbers = find_foreign(text, roster.foreign) if roster.foreign else find_quantities(text)
    if len(numbers) > _MOST_NUMBERS:
        numbers = []  # a dump of digits, no sentence
    words = split_words(text, sentence.span.start, elided=bool(roster.foreign))
    titled = _is_titled(words, sentence)
    if numbers:
        start = sentence.span.start
        spans = [Span(start + number.start, start + number.end) for number in numbers]
        words = collapse(words, spans)
        alone = bool(roster.foreign) or (sentence.kind is PassageKind.CELL and len(numbers) == 1 and is_bare(text))
        numbers = [number for number in numbers if not (is_year(text, number) if alone else is_noise(text, number))]
    opening = _opening(text, named)
    mentions = [
        m for m in find_mentions(words, roster, titled) if words.starts[m.first] - sentence.span.start >= opening
    ]
    for mention in mentions:
        if mention.how != "proper":
            _note(roster, words, mention)
    return Line(sentence, words, mentions, numbers, titled, words.at(sentence.span.start + opening) if opening else 0)


_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,30}|[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)"
    r"(?:, ?[A-Z][\w. ]{1,20}|, \d\d? [A-Z][a-z]+\.?(?: \d{4})?)?"
    r"(?:, (?:[A-Z][a-z]+\.? \d\d?|\d\d? [A-Z][a-z]+)(?:, \d{4})?)?"
    r"(?: ?\([A-Z][\w .]{1,25}\))? ?(?:—|–|--| - )\s?"
    r"|[A-Z]{4,20}(?: [A-Z]{3,})?\.\s(?=[A-Z])"
    r"|[A-Z][a-z]+, \d\d? [A-Z][a-z]+\.\s"
)


def _opening(text: str, named: frozenset[str]) -> int:
    """The length of a dateline ("PARIS (Reuters) - ") or a speaker's label ("THE PRESIDENT: ") before the sentence."""
    match = _DATELINE.match(text)
    end = match.end() if match else label_end(text, named)
    return end if end < len(text) else 0


def _is_titled(words: Words, sentence: Sentence) -> bool:
    """True for a line in title case or capitals, where a capital is no sign of a name."""
    if (
        sentence.kind is PassageKind.PARAGRAPH
        and sentence.text.rstrip()[-1:] in {".", "!", "?", "”", '"'}
        and not sentence.text.isupper()
    ):
        return False
    long = [word for word in words.words if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _promote_names(reading: Reading) -> None:
    """A proper name that stands three times or more is an actor: a company or a body that no list knows."""
    roster = reading.roster
    _complete_names(reading)
    counts = Counter(m.name for line in reading.lines for m in line.mentions if m.how == "proper" and not line.titled)
    chosen = {name for name, count in counts.items() if count > 2 and name not in roster.records}
    chosen = {name for name in chosen if not NO_ACTORS.intersection(name.split())}
    for line in reading.lines if chosen else ():
        for place, mention in enumerate(line.mentions):
            if mention.how == "proper" and mention.name in chosen:
                line.mentions[place] = replace(mention, how="name")
                _note(roster, line.words, mention)


def _complete_names(reading: Reading) -> None:
    """A first word by itself stands for the longer name it begins ("Maruti" for "Maruti Udyog")."""
    named = dict.fromkeys(m.name for line in reading.lines for m in line.mentions if not line.titled)
    kinds = reading.roster.records
    full: dict[str, str] = {}
    for name in named:
        first, _, rest = name.partition(" ")
        if rest and (name not in kinds or kinds[name].kind == "organisation") and first in named and first not in kinds:
            full[first] = "" if full.get(first, name) != name else name
    for line in reading.lines if any(full.values()) else ():
        for place, mention in enumerate(line.mentions):
            if mention.how == "proper" and full.get(mention.name):
                name = full[mention.name]
                line.mentions[place] = replace(mention, name=name, how="name" if name in kinds else "proper")


def _note(roster: Roster, words: Words, mention: Mention) -> None:
    record = roster.record(mention.name)
    record.forms.append(words.cut(mention.first, mention.last))
    record.places.append(Span(words.starts[mention.first], words.ends[mention.last - 1]))


def _find_home(reading: Reading) -> None:
    """The actor the document is mostly about: what is named most, what stands in the first line counting four times."""
    counts: Counter[str] = Counter()
    own: Counter[str] = Counter()
    first = {mention.name for mention in reading.lines[0].mentions} if reading.lines else set()
    for record in reading.roster.records.values():
        if record.kind in {"state", "organisation"} or (record.name in first and record.kind == "group"):
            own[record.name] += len(record.places)
            counts[record.name] += len(record.places) + 3 * (record.name in first)
        if record.parent:
            counts[record.parent] += len(record.places)
    states = Counter({name: n for name, n in counts.items() if _is_state(reading.roster, name)})
    reading.home_state = states.most_common(1)[0][0] if states else ""
    reading.home = reading.home_state or (counts.most_common(1)[0][0] if counts else "")
    if reading.lines and counts:
        best = counts.most_common(1)[0][0]
        whose = reading.roster.records[best].parent if best in reading.roster.records else ""
        if best in first and own[best] > 2 and counts[best] > 1.5 * counts[reading.home_state] and not whose:
            reading.home = best


def _is_state(roster: Roster, name: str) -> bool:
    return name not in roster.records or roster.records[name].kind == "state"
