"""Where actors are named: the gazetteer, acronyms by their definition, titles with names, surnames known by then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.gazetteer import Form, gazetteer
from briefing.extract.lexicon import lexicon
from briefing.extract.naming import find_person
from briefing.extract.roster import Mention, Roster
from briefing.extract.runs import NOT_NAMES, clean_name, name_run
from briefing.extract.titles import NO_ACTORS, ORGANISATION_WORDS, PARTICLES, ROLE_WORDS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.tokens import Words

_FUNCTION_WORDS = word_set("mentions.function_words")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z]*\d?$")


def find_mentions(words: Words, roster: Roster, titled: bool) -> list[Mention]:
    """The mentions of one sentence, in order. `titled` marks a line in title case, where capitals tell nothing."""
    found: list[Mention] = []
    i, count, names = 0, len(words), words.words
    while i < count:
        word = names[i]
        if words.lows[i] == "#" or not (word[0].isupper() or word in roster.longest or word in _LOWER_STARTS):
            i += 1
            continue
        mention = _listed(words, i, roster) if i == 0 or names[i - 1] not in _SHIPS else None
        if mention is None and words.lows[i] in _FUNCTION_WORDS:
            i += 1
            continue
        if roster.foreign:
            found += [mention] if mention else []
            i = mention.last if mention else i + 1
            continue
        if mention and _describes(words, mention):
            i = mention.last
            continue
        mention = _geographic(words, mention) if mention else None
        mention = _of_other_state(words, mention, found, roster) if mention else None
        mention = _institution(words, mention, i, roster, titled) if mention else find_person(words, i, roster, titled)
        if mention is None and word in {"North", "South"}:
            mention = _half_of_korea(words, i, roster)
        if mention is None and not titled:
            mention = _proper(words, i, roster)
        if mention is None:
            i += 1
            continue
        if mention.how == "office":
            i = mention.last
            continue
        mention = _define_acronym(words, mention, roster)
        found.append(mention)
        i = mention.last
    return found


_SHIPS = frozenset(("USS", "USNS", "HMS", "HMAS", "HMCS", "MV", "MT", "Lake", "Mount", "Cape", "Sea", "Gulf"))
_GEOGRAPHY = frozenset(
    "Bight River Bay Harbor Harbour Ocean Sea Basin Valley Canal Delta Strait Straits Peninsula Coast Lake Mountains"
    " Island Islands Desert Gulf Rivers Lakes Channel Sound Current Plateau".split()
)
_A_STATE = (["nation"], ["country"], ["state"], ["republic"], ["island"], ["kingdom"])
_LOWER_STARTS = frozenset(
    ("eurozone", "euro", "euro-zone", "al-Qaeda", "al-Shabaab", "al-Shabab", "al-Qaida", "sub-Saharan")
)


def _listed(words: Words, i: int, roster: Roster) -> Mention | None:
    """The longest name of the user, the document or the gazetteer that begins at token `i`."""
    known = gazetteer()
    tables = [(roster.forms, roster.longest), (known.forms, known.longest)]
    if roster.foreign:
        tables.append((known.foreign, known.foreign_longest))
    for forms, longest in tables:
        found = _longest(words, i, forms, longest)
        if found:
            return found
    word = words.words[i]
    if len(word) > 4 and word.isupper() and (form := known.forms.get(word.title())):
        return Mention(i, i + 1, form.name, form.how)
    return None


def _institution(words: Words, mention: Mention, i: int, roster: Roster, titled: bool) -> Mention:
    """For "Japan Automobile Manufacturers Association": a state's name that only begins an organisation's."""
    names, end = words.words, mention.last
    if titled or mention.how not in {"name", "demonym", "capital"} or end >= len(names) or not names[end][0].isupper():
        return mention
    last = name_run(words, end)
    while last > end and (
        words.lows[last - 1] in PARTICLES | {"of", "for", "and"} or names[last - 1] not in ORGANISATION_WORDS
    ):
        last -= 1
    if last <= end or any(low in ROLE_WORDS for low in words.lows[end:last]):
        return mention
    last = _extend(words, last)
    name = clean_name(words, i, last)
    record = roster.record(name, "organisation", mention.name)
    record.parent = record.parent or mention.name
    return Mention(i, last, name, "name")


def _describes(words: Words, mention: Mention) -> bool:
    """For "the South Asian nation": a part of the world that only describes a state."""
    known = gazetteer().actors.get(mention.name)
    return known is not None and known.kind == "group" and words.lows[mention.last : mention.last + 1] in _A_STATE


def _geographic(words: Words, mention: Mention) -> Mention:
    """For "the New York Bight", "the Niger River": a place that only bears a state's name."""
    if words.words[mention.last : mention.last + 1] and words.words[mention.last] in _GEOGRAPHY:
        return Mention(mention.first, mention.last + 1, clean_name(words, mention.first, mention.last + 1), "proper")
    return mention


def _of_other_state(words: Words, mention: Mention, found: list[Mention], roster: Roster) -> Mention:
    """For "Denmark's Ministry of Defence": a body listed as one state's, but here another's."""
    before = found[-1] if found else None
    known = gazetteer().actors.get(mention.name)
    if before is None or known is None or known.kind != "organisation" or not known.parent:
        return mention
    near = before.last == mention.first or (
        before.last == mention.first - 1 and words.lows[before.last] in {"'s", "'", "’"}
    )
    state = gazetteer().actors.get(before.name)
    if not near or state is None or state.kind != "state" or before.name == known.parent:
        return mention
    name = f"{before.name} {clean_name(words, mention.first, mention.last)}"
    roster.record(name, "organisation", before.name)
    return Mention(mention.first, mention.last, name, "name")


def _half_of_korea(words: Words, i: int, roster: Roster) -> Mention | None:
    """For "the North" in a text that has named North Korea."""
    name = f"{words.words[i]} Korea"
    after = words.words[i + 1 : i + 2]
    if i and words.lows[i - 1] == "the" and name in roster.records and not (after and after[0][0].isupper()):
        return Mention(i, i + 1, name, "name")
    return None


def _longest(words: Words, i: int, forms: dict[str, Form], longest: dict[str, int]) -> Mention | None:
    names = words.words
    most = longest.get(names[i], 0)
    for n in range(min(most, len(names) - i), 0, -1):
        printed = names[i] if n == 1 else " ".join(names[i : i + n]).replace("’", "'")
        form = forms.get(printed) if names[i + n : i + n + 1] != ["$"] else None
        if form and not (n == 1 and _part_of_name(words, i)):
            return Mention(i, i + n, form.name, form.how)
    return None


def _part_of_name(words: Words, i: int) -> bool:
    """For "Chad" before a surname: a state's name of one word beside an unknown capitalised word."""
    names = words.words
    if names[i] not in {
        "Jordan",
        "Chad",
        "Georgia",
        "Israel",
        "Virginia",
        "Apple",
        "Shell",
        "Meta",
        "Labour",
        "Bush",
        "Fitch",
        "Guardian",
    }:
        return False
    if names[i] in {"Apple", "Shell", "Meta", "Labour", "Guardian"}:
        return i == 0 and names[i] == "Labour" and names[1:2] != ["Party"]
    after = names[i + 1] if i + 1 < len(names) else ""
    return (
        after[:1].isupper()
        and after.isalpha()
        and after not in {"River", "Valley", "State", "Governor", "Power", "Tech"}
        and after.lower() not in lexicon().tags
    )


def _before_listed(names: list[str], first: int, end: int) -> int:
    """The end of a run, cut before a state's name or demonym that it holds ("Neighbouring Zimbabwe")."""
    forms = gazetteer().forms
    for k in range(first + 1, end):
        form = forms.get(names[k])
        if (
            form is not None
            and gazetteer().actors[form.name].kind in {"state", "organisation"}
            and names[k - 1].lower() not in {"of", "for", "and"}
        ):
            return k
    return end


def _proper(words: Words, i: int, roster: Roster) -> Mention | None:
    """An unlisted proper name: an organisation by its words, else just a name."""
    names, lows, end = words.words, words.lows, _before_listed(words.words, i, name_run(words, i))
    while end > i and lows[end - 1] in PARTICLES | {"of", "for", "and"}:
        end -= 1
    tags = lexicon().known
    while (
        i < end
        and (lows[i] in tags or lows[i] in {"the", "a"})
        and (i == 0 or names[i - 1] in _OPENERS)
        and names[i] not in ORGANISATION_WORDS
        and not (i + 2 == end and names[i + 1] in ORGANISATION_WORDS and lexicon().tags.get(lows[i], "NN") == "NN")
    ):
        i += 1
    if i >= end:
        return None
    body = any(word in ORGANISATION_WORDS for word in names[i:end]) and names[end - 1] not in NO_ACTORS
    if body:
        end = _extend(words, end)
    if not body and end - i == 1 and lows[i] in roster.lower:
        return None
    if (
        not body
        and end - i == 1
        and (lows[i] in tags or names[i] in NOT_NAMES or len(names[i]) < 3 or lows[i] in ROLE_WORDS)
    ):
        return None
    if titled_office(words, i, end):
        return Mention(i, end, "", "office")
    name = clean_name(words, i, end)
    if body and end - i == 1:
        return _short_body(words, i, roster)
    return Mention(i, end, name, "name" if body else "proper")


def _short_body(words: Words, i: int, roster: Roster) -> Mention | None:
    """For "the Bank", "the Commission" in a text that has named one: that one; alone it names nobody."""
    if not i or words.lows[i - 1] not in {"the", "this", "our"}:
        return None
    for name in reversed(roster.records):
        if words.words[i] in name.split() and roster.records[name].kind == "organisation":
            return Mention(i, i + 1, name, "name")
    american = any(record.parent == "United States" for record in roster.records.values())
    if words.words[i] in {"Army", "Navy"} and american:
        name = roster.record(f"US {words.words[i]}", "organisation", "United States").name
        return Mention(i, i + 1, name, "name")
    return None


def titled_office(words: Words, first: int, last: int) -> bool:
    """True where an office, not an organisation, was named ("Principal Secretary of the Treasury")."""
    return any(low in ROLE_WORDS for low in words.lows[first:last])


_OPENERS = frozenset('“"‘(:;—–-•*')


def _extend(words: Words, end: int) -> int:
    """For "Institute for National Security Strategy": on over "for", "of" and capitalised words."""
    names, lows = words.words, words.lows
    while end + 1 < len(names) and lows[end] in {"of", "for", "on", "and", "the", "&"}:
        step = end + 1
        if lows[end] == "and" and not (step + 1 < len(names) and names[step][0].isupper()):
            break
        if lows[step] == "the":
            step += 1
        if step >= len(names) or not names[step][0].isupper() or (lows[end] == "and" and names[step - 2][0].islower()):
            break
        if lows[end] == "and":
            break
        end = step
        while end < len(names) and names[end][0].isupper():
            end += 1
    return end


def _define_acronym(words: Words, mention: Mention, roster: Roster) -> Mention:
    """For "National Intelligence Service (NIS)": from here on NIS is that name."""
    names, last = words.words, mention.last
    if last + 2 < len(names) and names[last] == "(" and names[last + 2] == ")" and _ACRONYM.match(names[last + 1]):
        short = names[last + 1]
        if (
            len(short) <= 8
            and mention.how != "person"
            and short[0] in {word[0] for word in names[mention.first : last]}
        ):
            roster.know(short, mention.name, "name")
            if mention.how == "proper":
                roster.know(mention.name, mention.name, "name")
                return Mention(mention.first, last, mention.name, "name")
    return mention
