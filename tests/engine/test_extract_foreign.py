from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from extract_sources import analysed, make_source
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.foreign import find_foreign
from briefing.model import Figure


def figures(text: str, language: str) -> tuple[Figure, ...]:
    return analysed(replace(make_source(text), language=language)).figures


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "counted"),
    [
        ("Environ 3,5 millions de personnes ont fui.", "fr", "3500000", "", "personnes"),
        ("Le pays a reçu 1 200 000 réfugiés.", "fr", "1200000", "", "réfugiés"),
        ("Une hausse de 12,4 % en un an.", "fr", "12.4", "%", ""),
        ("Une aide de 3,5 millions d'euros.", "fr", "3500000", "EUR", ""),
        ("Es sind 7.500 Menschen geflohen.", "de", "7500", "", "Menschen"),
        ("Das sind 12,5 Prozent der Menschen.", "de", "12.5", "%", ""),
        ("El plan cuesta 2 mil millones de dólares.", "es", "2000000000", "", "dólares"),
        ("Помощь получили 3,5 млн человек.", "ru", "3500000", "", "человек"),
    ],
)
def test_certain_figures_of_other_languages(text: str, language: str, value: str, unit: str, counted: str) -> None:
    (found,) = figures(text, language)
    assert (found.low, found.unit, found.counted) == (Decimal(value), unit, counted)
    assert found.actor is None
    assert found.originator is None


@pytest.mark.parametrize(
    "text", ["Le 12 novembre 2024.", "Trois personnes et 14 enfants.", "Im Jahr 2023.", "Article 3."]
)
def test_what_is_not_certain_is_left_out(text: str) -> None:
    assert figures(text, "fr") == ()


def test_states_are_known_behind_an_article() -> None:
    source = replace(make_source("L'Allemagne et l'Italie aident la Côte d'Ivoire."), language="fr")
    assert {actor.name for actor in analysed(source).actors} == {"Germany", "Italy", "Côte d'Ivoire"}


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=0, max_value=999))
def test_grouped_digits_have_one_value_in_every_language(thousands: int, rest: int) -> None:
    for sign, language in ((".", "de"), (" ", "fr"), ("\u202f", "fr"), (",", "ja")):
        text = f"x {thousands}{sign}{rest:03} y"
        (found,) = find_foreign(text, language)
        assert found.low == thousands * 1000 + rest
        assert text[found.start : found.end] == f"{thousands}{sign}{rest:03}"
