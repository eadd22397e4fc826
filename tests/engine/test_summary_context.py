"""The lost-context guard, the speaker who stays with the words, and the ways out that are offered."""

from __future__ import annotations

import time

import pytest

from briefing.model import Passage, PassageKind, Sentence, Source, Span, SummarySentence
from briefing.summary import OfferKind, SummaryOptions, offers, summarise
from briefing.summary.context import Lean, full_names, names_of, opening_lean, qualifies
from briefing.summary.speech import names_speaker
from briefing.text.sentences import split


def source_of(text: str) -> Source:
    passages, at = [], 0
    for number, part in enumerate(text.split("\n\n"), 1):
        passages.append(Passage(number, PassageKind.PARAGRAPH, Span(at, at + len(part))))
        at += len(part) + 2
    return Source("s0123456789ab", "a.txt", "a.txt", "0" * 64, "text/plain", text, tuple(passages))


def summary_of(text: str, words: int = 500) -> tuple[Source, tuple[Sentence, ...], tuple[SummarySentence, ...]]:
    source = source_of(text)
    sentences = split(source)
    return source, sentences, summarise(sentences, [source], SummaryOptions(words=words))


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("He resigned on Friday after the vote.", Lean.PRONOUN),
        ("Their demands were met in part.", Lean.PRONOUN),
        ("This would double the price of bread.", Lean.PRONOUN),
        ("“They will pay,” the mayor said.", Lean.PRONOUN),
        ("On Monday, he left for Geneva.", Lean.PRONOUN),
        ("The move comes two weeks after the strike.", Lean.PRONOUN),
        ("We are ready to give 500 million dollars.", Lean.PRONOUN),
        ("However, the dam held.", Lean.CONNECTIVE),
        ("There are, however, two ways out.", Lean.CONNECTIVE),
        ("Further, the dam leaks.", Lean.CONNECTIVE),
        ("Further talks are planned for May.", Lean.NOTHING),
        ("But the talks failed.", Lean.CONNECTIVE),
        ("As a result, prices rose by a tenth.", Lean.CONNECTIVE),
        ("For example, the clinic in Bo closed.", Lean.CONNECTIVE),
        ("It is unclear whether the dam will hold.", Lean.NOTHING),
        ("It was not known how many people were on board.", Lean.NOTHING),
        ("This year the harvest failed in three districts.", Lean.NOTHING),
        ("On Monday, Minister Okoro said he would resign.", Lean.NOTHING),
        ("The government said they had no plans to sell the port.", Lean.NOTHING),
        ("Both Ghana and Togo closed the border.", Lean.NOTHING),
        ("The moving of the capital will cost 4 billion.", Lean.NOTHING),
        ("In a statement, she denied the report.", Lean.PRONOUN),
        ("After the ministers met, they signed the treaty.", Lean.NOTHING),
        ("Heathrow was closed for a day.", Lean.NOTHING),
        ("Butter prices rose by a tenth.", Lean.NOTHING),
    ],
)
def test_what_an_opening_leans_on(text: str, lean: Lean) -> None:
    assert opening_lean(text) is lean


def test_a_bare_surname_leans_on_the_sentence_that_introduces_it() -> None:
    names = names_of(["Vice Foreign Minister Kim Hong Kyun met the envoy.", "On Monday Ama Boateng spoke."])
    assert names.missing("Boateng said the vaccine was safe.") == "Boateng"
    assert names.missing("Ama Boateng said the vaccine was safe.") == ""
    assert names.missing("Parliament said the vaccine was safe.") == ""
    assert full_names("On Monday Ama Boateng spoke to J. K. Rowling.") == ["Ama Boateng", "J. K. Rowling"]


FLOOD = (
    "Ama Boateng, the health minister, opened the clinic on Monday. Boateng said the vaccine was safe for children.\n\n"
    "The dam at Akosombo was built in 1965. The lake behind it is the largest of its kind. "
    "The turbines give power to half the country. However, two of the turbines have stood still since May."
)


def test_half_of_a_contrast_is_marked_unless_the_other_half_is_there() -> None:
    assert qualifies("However, two stood still.")
    _, _, whole = summary_of(FLOOD)
    assert not any(line.context_needed for line in whole)
    source, sentences, _ = summary_of(FLOOD)
    banned = tuple(f"l_{s.source}_{s.span.start}_{s.span.end}" for s in sentences if s.text.startswith("However"))
    lines = summarise(sentences, [source], SummaryOptions(words=500, banned=banned))
    assert [line.sentence.text for line in lines if line.context_needed] == [
        "The turbines give power to half the country."
    ]


def test_a_leaning_line_comes_with_ways_out() -> None:
    source, sentences, _ = summary_of(FLOOD)
    banned = (f"l_{source.id}_{sentences[0].span.start}_{sentences[0].span.end}",)
    options = SummaryOptions(count=3, banned=banned)
    lines = summarise(sentences, [source], options)
    line = next(line for line in lines if line.sentence.text.startswith("Boateng"))
    assert line.context_needed
    found = {offer.kind: offer for offer in offers(line, lines, sentences, [source], options)}
    assert found[OfferKind.BEFORE].sentence == sentences[0]
    assert found[OfferKind.NAME].shown_in(line.sentence.text).startswith("Boateng [Ama Boateng] said")
    other = found[OfferKind.OTHER].sentence
    assert other is not None
    assert other not in [line.sentence for line in lines]


def test_a_pronoun_is_offered_the_name_before_it() -> None:
    source, sentences, lines = summary_of(
        "Ama Boateng opened the clinic on Monday. She promised a second one by the spring."
    )
    line = next(line for line in lines if line.sentence.text.startswith("She"))
    kinds = {offer.kind: offer for offer in offers(line, lines, sentences, [source], SummaryOptions(words=500))}
    assert kinds[OfferKind.NAME].insertion == " [Ama Boateng]"
    assert kinds[OfferKind.NAME].shown_in("She promised") == "She [Ama Boateng] promised"


QUOTED = (
    "The reactor was switched off on Sunday after a leak in the second circuit of the plant.\n\n"
    '"The plant is a danger to the whole region. It must be closed for good. Nobody can trust this operator," '
    "said Ewa Nowak, who leads the residents' group.\n\nThe operator said the leak was small and harmed nobody."
)


def test_an_opinion_is_not_chosen_without_its_speaker_or_is_marked() -> None:
    for words in range(20, 80, 5):
        _, _, lines = summary_of(QUOTED, words)
        chosen = [line.sentence.text for line in lines]
        for line in lines:
            if line.sentence.text.startswith(('"The plant', "It must")):
                assert line.context_needed or any("said Ewa Nowak" in text for text in chosen)


def test_who_names_a_speaker() -> None:
    assert names_speaker('"We will stay," the mayor said.')
    assert names_speaker("According to the ministry, exports fell.")
    assert not names_speaker('"They said they would stay."')
    assert not names_speaker("Exports fell by a tenth.")


@pytest.mark.parametrize("unit", ["the ", "It is ", "A. ", "Aa ", "he ", "on ", "Kim, who ", '" '])
def test_hostile_text_is_quick(unit: str) -> None:
    text = unit * 30_000
    began = time.process_time()
    assert opening_lean(text) in tuple(Lean)
    assert isinstance(names_of([text]).missing(text), str)
    assert names_speaker(text) is False
    assert time.process_time() - began < 2.0
