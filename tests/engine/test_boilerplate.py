"""Publishers' furniture is told from the matter, also where the matter uses the same words."""

from __future__ import annotations

import time

import pytest

from briefing.text.boilerplate import is_boilerplate

FURNITURE = [
    "Sign up for our daily newsletter and never miss a story.",
    "Sign up for the Morning Briefing newsletter here.",
    "Follow us on Twitter and Facebook.",
    "Follow Jane Doe on Twitter: @janedoe.",
    "We use cookies to improve your experience.",
    "By continuing you accept our Terms of Service and Privacy Policy.",
    "By Ama Boateng and Li Wei",
    "By Jane Doe, Health Correspondent",
    "© 2024 Example Media Ltd.",
    "Copyright 2023 The Example Press. All rights reserved.",
    "Photo: Jane Doe / Example Images",
    "Reporting by Jane Doe in Accra; Editing by John Roe",
    "Associated Press writers Jane Doe and John Roe contributed to this report.",
    "Read more: What the new rules mean for ports",
    "Share this article on Facebook, Twitter or by email.",
    "Facebook Twitter WhatsApp Email Print",
    "Advertisement",
    "Last updated on 4 November 2024 at 10:31.",
    "This article was originally published in another paper.",
    "Click here to read the full report.",
    "Already a subscriber? Log in.",
    "Alle Rechte vorbehalten.",
    "www.example.org/report",
    "Do you have a story to tell us?",
    "Get the latest news delivered to your inbox.",
    "You can unsubscribe at any time.",
    "Support local journalism by becoming a subscriber.",
    "Jane Doe reported from London and John Roe from Paris.",
    "More: What we know about the strike",
    "Watch the video above for more.",
    "Join the conversation in the comments below.",
    "Please accept marketing cookies to view this content.",
    "(Reporting by Jane Doe; editing by John Roe)",
    "Have a news tip? Email us at tips@example.com.",
]
MATTER = [
    "Residents can sign up for the vaccination programme from Monday.",
    "The regulator fined the firm over its use of tracking and the way it stored data.",
    "The report was first published in 2019 and has been revised twice.",
    "The minister followed her predecessor in rejecting the offer.",
    "By Monday the river had risen by two metres, and three villages were cut off.",
    "By contrast, exports to the region fell by a tenth.",
    "He said the newspaper had published the photographs without permission.",
    "The court found that the company had copied the design.",
    "The ministry will read the comments before it decides on the dam.",
    "The committee recommends that ports share information on cargo.",
    "Video footage showed smoke over the refinery on Tuesday.",
    "More than 400 people reported from the shelter to the clinic on Monday.",
    "The ministry sent alerts to all residents of the valley before the dam broke.",
    "The commission wants browsers to ask before a site may store cookies.",
    "Support for the party fell to 21 per cent.",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize("text", MATTER)
def test_matter(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize("unit", ["follow a ", "reporting by ", "By A ", "sign up for a ", "subscribe to a ", "a | "])
def test_hostile_text_is_quick(unit: str) -> None:
    began = time.process_time()
    assert is_boilerplate(unit * 50_000) in (True, False)
    assert time.process_time() - began < 0.5
