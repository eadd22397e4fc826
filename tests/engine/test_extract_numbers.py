from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.modifiers import modifier_of
from briefing.extract.noise import is_noise
from briefing.extract.numbers import find_quantities, spelt_value
from briefing.model import Modifier


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "unit"),
    [
        ("sent 1,500 troops", "1,500", "1500", "1500", ""),
        ("about $2.5bn in aid", "$2.5bn", "2500000000", "2500000000", "USD"),
        ("cost £587m", "£587m", "587000000", "587000000", "GBP"),
        ("EUR 15 million", "EUR 15 million", "15000000", "15000000", "EUR"),
        ("15 million euros", "15 million euros", "15000000", "15000000", "EUR"),
        ("3 billion Canadian dollars", "3 billion Canadian dollars", "3000000000", "3000000000", "CAD"),
        ("A$40 million", "A$40 million", "40000000", "40000000", "AUD"),
        ("25 crore rupees", "25 crore rupees", "250000000", "250000000", "INR"),
        ("3 lakh people", "3 lakh", "300000", "300000", ""),
        ("600,000 to 700,000 tons", "600,000 to 700,000 tons", "600000", "700000", "t"),
        ("between $250 and $500 million", "$250 and $500 million", "250000000", "500000000", "USD"),
        ("$2-$3.8 trillion", "$2-$3.8 trillion", "2000000000000", "3800000000000", "USD"),
        ("10-15% of homes", "10-15%", "10", "15", "%"),
        ("half a million people", "half a million", "500000", "500000", ""),
        ("two hundred and fifty thousand people", "two hundred and fifty thousand", "250000", "250000", ""),
        ("a quarter of a percentage point", "a quarter of a percentage point", "0.25", "0.25", "%"),
        ("more than half of the food", "half", "50", "50", "%"),
        ("shrank by -2.3% in May", "-2.3%", "-2.3", "-2.3", "%"),
        ("1.200.000 personas", "1.200.000", "1200000", "1200000", ""),
        ("10 000 tonnes of rice", "10 000 tonnes", "10000", "10000", "t"),
        ("30 gigawatts", "30 gigawatts", "30", "30", "GW"),
        ("120 billion dirhams", "120 billion dirhams", "120000000000", "120000000000", "AED"),
    ],
)
def test_a_number_is_read_with_scale_and_unit(text: str, printed: str, low: str, high: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == printed
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    "text", ["2,500,000 people", "2.5 million people", "2.5m people", "two and a half million", "25 lakh people"]
)
def test_one_value_written_in_several_ways(text: str) -> None:
    if text.startswith("two"):
        assert spelt_value("two million five hundred thousand") == Decimal(2500000)
    else:
        assert find_quantities(text)[0].low == Decimal(2500000)


@pytest.mark.parametrize(
    "text", ["from $5 billion to $21.6 billion", "rise by $19bn to $419.3bn", "grew 3 percent to 7 percent"]
)
def test_a_change_is_no_range(text: str) -> None:
    assert [number.is_range for number in find_quantities(text)] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "the summit in 2024 was",
        "on 3 May the army",
        "on May 12, the army",
        "the G20 met",
        "COVID-19 spread",
        "Phase 3 of the plan",
        "call 1-800-621-3362 now",
        "for the first time",
        "over the past 20 years",
        "3–6 months",
        "at 10:30 on",
        "a 45-year-old man",
        "Mohamed Azaw, 38.",
        "the two countries agreed",
        "one of the analysts",
        "in three ways",
        "half of 2020",
        "the southern half of the country",
        "Kursk-2 burned",
        "2. Investing in ports",
        "one in ten inhabitants",
        "+880 2 5566 7788",
    ],
)
def test_dates_labels_and_talk_are_no_key_figures(text: str) -> None:
    assert [text[n.start : n.end] for n in find_quantities(text) if not is_noise(text, n)] == []


@pytest.mark.parametrize(
    ("before", "after", "modifier"),
    [
        ("more than ", "", Modifier.MORE_THAN),
        ("no more than ", "", Modifier.UP_TO),
        ("at least ", "", Modifier.AT_LEAST),
        ("as many as ", "", Modifier.UP_TO),
        ("nearly ", "", Modifier.LESS_THAN),
        ("an estimated ", "", Modifier.ABOUT),
        ("nearly another ", "", Modifier.LESS_THAN),
        ("", " or more people", Modifier.AT_LEAST),
        ("sent ", " people", Modifier.EXACT),
    ],
)
def test_the_words_beside_a_number_bound_it(before: str, after: str, modifier: Modifier) -> None:
    assert modifier_of(before, after, is_range=False) is modifier


@given(st.text(alphabet="0123456789,. $€%-–aimnbkt to", max_size=200))
def test_quantities_stay_inside_their_text_and_do_not_overlap(text: str) -> None:
    last = 0
    for number in find_quantities(text):
        assert last <= number.start < number.end <= len(text)
        assert number.low <= number.high
        last = number.end


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouping_does_not_change_a_value(value: int) -> None:
    assert find_quantities(f"sent {value:,} people")[0].low == find_quantities(f"sent {value} people")[0].low == value


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It cost N36bn last year.", "36000000000", "NGN"),
        ("Eskom lost R1.2 billion.", "1200000000.0", "ZAR"),
        ("Rates rose to 3¼ per cent.", "3.25", "%"),
        ("Rates rose to 4-1/2 percent.", "4.5", "%"),
        ("Output fell by one-fifth.", "20", "%"),
        ("They drew SDR 254 million.", "254000000", "XDR"),
    ],
)
def test_further_ways_to_write_a_number(text: str, low: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.unit) == (Decimal(low), unit)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It cost N36bn - I mean, 38 billion naira.", ["38 billion naira"]),
        ("We spent $20 mil- — $21 million.", ["$21 million"]),
        ("A magnitude 6.9 quake killed 112 people.", ["112"]),
        ("Adults over 60 need 300 beds.", ["300"]),
        ("Borrowing falls to £70bn in 2029-30.", ["£70bn"]),
        ("Canada sent 14 Leopard 2 tanks.", ["14"]),
        ("A 50-kilogram bag costs $29.", ["$29"]),
        ("See item 3 of the report.", []),
    ],
)
def test_slips_ages_magnitudes_and_models_are_no_key_figures(text: str, kept: list[str]) -> None:
    numbers = [number for number in find_quantities(text) if not is_noise(text, number)]
    assert [text[number.start : number.end] for number in numbers] == kept
