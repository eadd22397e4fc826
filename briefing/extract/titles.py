"""Words of office: what makes a capitalised word beside them a person or an organisation."""

from __future__ import annotations

from briefing.extract.wordlists import word_set

#: single words that end or begin the name of an office
ROLE_WORDS = word_set("titles.role_words")
#: what an office is about: "Secretary of Defense", "Foreign Minister"
PORTFOLIOS = word_set("titles.portfolios")
PARTICLES = word_set("titles.particles")
#: family name first
SURNAME_FIRST = word_set("titles.surname_first")
#: words of names that act for nobody: events, laws, places
NO_ACTORS = word_set("titles.no_actors")
ORGANISATION_WORDS = word_set("titles.organisation_words")


def is_role_word(low: str) -> bool:
    """True for a word of office in lower case, plural not counted."""
    return low in ROLE_WORDS
