"""Guessing the language: right on a sentence, silent on too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.language import guess_language
from briefing.text.stopwords import LANGUAGES

SENTENCES = [
    ("ar", "قالت الحكومة يوم الاثنين إنها لن تقبل العرض."),
    (
        "cs",
        "Vláda uvedla, že nabídku nepřijme a že jednání skončila, protože nebylo co dodat k tomu, co již bylo.",
    ),
    (
        "da",
        "Regeringen sagde mandag, at den ikke ville acceptere tilbuddet, men at man ville mødes efter valget.",
    ),
    ("de", "Die Regierung sagte am Montag, dass sie das Angebot nicht annehmen werde und die Gespräche beendet seien."),
    ("el", "Η κυβέρνηση είπε τη Δευτέρα ότι δεν θα δεχθεί την προσφορά."),
    ("en", "The government said on Monday that it would not accept the offer, and that talks were over."),
    ("es", "El gobierno dijo el lunes que no aceptaría la oferta y que las conversaciones habían terminado."),
    ("fa", "دولت روز دوشنبه گفت که این پیشنهاد را نمی‌پذیرد."),
    (
        "fi",
        "Hallitus sanoi maanantaina, että se ei hyväksy tarjousta ja että neuvottelut ovat ohi, mutta se ei ole.",
    ),
    ("fr", "Le gouvernement a déclaré lundi qu'il n'accepterait pas l'offre et que les pourparlers étaient terminés."),
    ("he", "הממשלה אמרה ביום שני כי לא תקבל את ההצעה."),
    ("hi", "सरकार ने सोमवार को कहा कि वह प्रस्ताव स्वीकार नहीं करेगी।"),
    ("hu", "A kormány hétfőn azt mondta, hogy nem fogadja el az ajánlatot, és hogy a tárgyalások véget értek."),
    (
        "id",
        "Pemerintah mengatakan pada hari Senin bahwa tidak akan menerima tawaran itu dan pembicaraan telah berakhir.",
    ),
    ("it", "Il governo ha detto lunedì che non avrebbe accettato l'offerta e che i colloqui erano finiti."),
    ("ja", "政府は月曜日、申し出を受け入れないと述べた。"),
    ("ko", "정부는 월요일 제안을 받아들이지 않겠다고 밝혔다."),
    ("nl", "De regering zei maandag dat zij het aanbod niet zou aanvaarden en dat de gesprekken waren beëindigd."),
    (
        "pl",
        "Rząd powiedział w poniedziałek, że nie przyjmie oferty i że rozmowy się zakończyły, ale to nie jest koniec.",
    ),
    ("pt", "O governo disse na segunda-feira que não aceitaria a oferta e que as conversas tinham terminado."),
    ("ro", "Guvernul a declarat luni că nu va accepta oferta și că discuțiile s-au încheiat, dar nu este totul."),
    ("ru", "Правительство заявило в понедельник, что не примет предложение и что переговоры окончены."),
    (
        "sk",
        "Vláda v pondelok uviedla, že ponuku neprijme a že rokovania sa skončili, pretože nebolo čo dodať.",
    ),
    ("sv", "Regeringen sade på måndagen att den inte skulle acceptera erbjudandet och att samtalen var över."),
    ("th", "รัฐบาลกล่าวว่าจะไม่ยอมรับข้อเสนอ"),
    (
        "tr",
        "Hükümet teklifi kabul etmeyeceğini ve görüşmelerin sona erdiğini bir kez daha söyledi, ama bu son.",
    ),
    ("uk", "Уряд заявив у понеділок, що не прийме пропозицію і що переговори закінчено."),
    ("zh", "政府周一表示不会接受这一提议。"),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "  ", "12 34", "Hello", "Kofi Annan", "KYIV, Nov. 4"])
def test_too_little_gives_nothing(text: str) -> None:
    assert guess_language(text) == ""


@given(st.text(max_size=300))
def test_the_answer_is_a_known_tag_or_nothing(text: str) -> None:
    assert guess_language(text) in (*LANGUAGES, "")
