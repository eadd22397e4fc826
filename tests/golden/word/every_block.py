"""A document with every kind of block, for the Word and the preview writer's tests."""

from __future__ import annotations

from briefing.blocks import (
    Align,
    Cite,
    Column,
    Document,
    Heading,
    LedgerEntry,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
    WritePlace,
)
from briefing.model import CitationForm

_QUOTES = (
    ("l_s0123456789ab_0_62", 1, "Ministers agreed on Monday to release 40,000 tonnes of grain.", 1, None),
    ("l_sfedcba987654_120_185", 2, "The agency put the shortfall at about\n55,000 tonnes, Türkiye said.", 12, 4),
    ("f_sfedcba987654_150_163", 2, "55,000 tonnes", 12, 4),
    ("l_s0123456789ab_300_340", 1, "قال الوزير إن المخزون يكفي", 7, None),
)


def _cite(number: int, locator: str, order: int) -> Cite:
    return Cite(number, locator, f"source-{number}", f"cite-{order}")


def _ledger() -> tuple[LedgerEntry, ...]:
    names = ("grain.txt", "agency.pdf")
    return tuple(
        LedgerEntry(
            evidence=evidence,
            number=number,
            source=evidence.split("_")[1],
            name=names[number - 1],
            sha256=f"{number}" * 64,
            start=int(evidence.split("_")[2]),
            end=int(evidence.split("_")[3]),
            passage=passage,
            page=page,
            quote=quote,
        )
        for evidence, number, quote, passage, page in _QUOTES
    )


def _table() -> Table:
    return Table(
        caption="Key figures by actor",
        columns=(
            Column("Counted", 0.4),
            Column("Value", 0.2, Align.RIGHT),
            Column("Said by", 0.2),
            Column("Source", 0.2),
        ),
        rows=(
            Row(((Run("Grain agency"),),), group=True),
            Row(
                (
                    (Run("shortfall"),),
                    (Run("about "), Run("55,000 tonnes", evidence=_QUOTES[2][0])),
                    (Run("Türkiye"),),
                    (_cite(2, "p. 4, para 12", 3),),
                )
            ),
            Row(((Run("stock in 한국 (₴)"),), (Run("n/a"),), (), ())),
        ),
        alt="Two figures of the grain agency with who said them.",
        number=1,
    )


def every_block(form: CitationForm = CitationForm.BRACKET) -> Document:
    """The document; nothing in it is left out by any writer."""
    line, second, _, arabic = _QUOTES
    return Document(
        title="Grain reserve: position & outlook",
        language="en-GB",
        author="Policy Unit",
        date="2026-10-21",
        marking="OFFICIAL – SENSITIVE",
        reference="PU/2026/17",
        citation_form=form,
        ledger=_ledger(),
        blocks=(
            Title(
                "Grain reserve: position & outlook",
                "OFFICIAL – SENSITIVE",
                (("Date", "21 October 2026"), ("Reference", "PU/2026/17")),
            ),
            Heading(1, "Summary", "section-1"),
            Paragraph((Run("What the sources say, "), Run("in their own words", italic=True), Run("."))),
            ListItem((Run(line[2], evidence=line[0]), Run(" "), _cite(1, "para 1", 1))),
            ListItem(
                (
                    Run("The agency put the shortfall at ", evidence=second[0]),
                    Run("about\n55,000 tonnes", bold=True, evidence=second[0]),
                    Run(", Türkiye said.", evidence=second[0]),
                    Run(" "),
                    _cite(2, "p. 4, para 12", 2),
                )
            ),
            ListItem((Run(arabic[2], evidence=arabic[0], language="ar"), Run(" "), _cite(1, "para 7", 4))),
            Heading(2, "Key figures", "section-2"),
            _table(),
            Heading(3, "In detail", "section-3"),
            Paragraph((Run(line[2], evidence=line[0]), Run(" "), _cite(1, "para 1", 5)), Role.EVIDENCE),
            Paragraph((Run("We judge that the reserve lasts.\nA second line.\tAfter a tab."),), Role.WRITTEN),
            Paragraph((Run("No dated events were found."),), Role.NOTICE),
            ListItem((Run("An item a person wrote."),), Role.WRITTEN),
            ListItem((Run("A plain item."),), Role.BODY),
            WritePlace("recommendation", "Write the recommendation here: what is to be decided, and by when."),
            Paragraph((Run("OFFICIAL – SENSITIVE"),), Role.MARKING),
            Heading(1, "Sources", "section-4"),
            SourceEntry(
                1,
                (Run("Daily Grain, "), Run("“Ministers release reserve”", italic=True), Run(", 20 October 2026.")),
                "source-1",
                ("cite-1", "cite-4", "cite-5"),
                "https://example.org/grain?a=1&b=<2>",
            ),
            SourceEntry(2, (Run("Grain agency, Report, 2026."),), "source-2", ("cite-2", "cite-3")),
        ),
    )
