"""A Kalibratie in words: B1, about taken and anchors, never about a person.

Comes in: the figures. Goes out: sentences for the screen, the page and the command line.
"""

from collections.abc import Iterator
from fractions import Fraction

from indicatietool.domain.kalibratie import (
    MINSTE,
    Aantal,
    Kalibratie,
    Minutenbeeld,
    TaakKalibratie,
    Verdeling,
)
from indicatietool.domain.tekst import show_minutes

TE_WEINIG = (
    f"Er zijn minder dan {MINSTE} uitslagen. Dan is te zien wie wat koos. Daarom toont het programma "
    "nog niets per taak. Verzamel er meer."
)
ONBEPAALD = (
    "Overal staat hetzelfde antwoord. Dan is er niets om te vergelijken en is alpha niet te berekenen."
)

BETROUWBAAR, VOORZICHTIG = 0.8, 0.667
"""From where one may build on the answers of a group, and from where only tentatively.

Bron: K. Krippendorff, Content Analysis, 2nd ed. 2004, p. 241: α ≥ .800, and .667 ≤ α < .800.
"""

DUIDING = (
    (BETROUWBAAR, "De groep is het eens. U kunt op deze antwoorden bouwen."),
    (VOORZICHTIG, "De groep is het redelijk eens. Trek alleen voorzichtige conclusies."),
    (0.0, "De groep is het nog niet genoeg eens. Bespreek de taken die bovenaan staan."),
)
BIJ_TOEVAL = "De antwoorden lijken niet meer op elkaar dan bij toeval. Bespreek de taken die bovenaan staan."
WHAT_ALPHA_IS = "Alpha is 1 als iedereen gelijk kiest, en 0 als het niet meer is dan toeval."
IEDEREEN_GELIJK = "Iedereen koos bij elke taak hetzelfde."


def show_alpha(alpha: float | None) -> str:
    """Return an alpha as a person reads it: two decimals, cut so that it never looks better than it is.

    >>> show_alpha(0.7999), show_alpha(-0.128), show_alpha(None)
    ('0,79', '−0,13', 'geen')
    """
    if alpha is None:
        return "geen"
    honderdsten = int(Fraction(alpha).limit_denominator(10**9) * 100 // 1)
    teken = "−" if honderdsten < 0 else ""
    return f"{teken}{abs(honderdsten) // 100},{abs(honderdsten) % 100:02}"


def meaning(alpha: float | None) -> str:
    """Return what an alpha of a group means, in one or two short sentences."""
    if alpha is None:
        return ONBEPAALD
    return next((zin for vanaf, zin in DUIDING if alpha >= vanaf), BIJ_TOEVAL)


def summary(kalibratie: Kalibratie) -> tuple[str, ...]:
    """Return what there is to say about the group as a whole."""
    return tuple(_summary(kalibratie))


def _summary(kalibratie: Kalibratie) -> Iterator[str]:
    yield f"{count_of(kalibratie.deelnemers)}."
    if kalibratie.totaal is None:
        yield TE_WEINIG
        return
    if kalibratie.is_unanimous:
        yield IEDEREEN_GELIJK
    yield (
        f"Overeenstemming over de blokken (Krippendorffs alpha): {show_alpha(kalibratie.alpha_keuze)}. "
        f"{meaning(kalibratie.alpha_keuze)}"
    )
    yield (
        f"Overeenstemming over de minuten per taak: alpha {show_alpha(kalibratie.alpha_minuten)}. "
        f"{WHAT_ALPHA_IS}"
    )
    yield f"Het totaal per maand. {spread_in_words(kalibratie.totaal)}"
    verdeeld = [taak for taak in kalibratie.taken if taak.keuze.tweedeling]
    if verdeeld:
        yield f"De meeste verschillen zitten bij: {_listed([taak.naam for taak in verdeeld[:3]])}."


def count_of(deelnemers: int) -> str:
    """Return how many handed in.

    >>> count_of(1), count_of(20)
    ('1 uitslag telt mee', '20 uitslagen tellen mee')
    """
    return (
        f"{deelnemers} uitslag{'' if deelnemers == 1 else 'en'} {'telt' if deelnemers == 1 else 'tellen'} mee"
    )


def spread_in_words(beeld: Minutenbeeld) -> str:
    """Return how far minutes per month lie apart, with the model answer."""
    s = beeld.spreiding
    if s.laagst == s.hoogst:
        zinnen = [f"Iedereen komt op {show_minutes(s.laagst)} minuten."]
    else:
        zinnen = [
            f"Van {show_minutes(s.laagst)} tot {show_minutes(s.hoogst)} minuten, midden "
            f"{show_minutes(s.mediaan)}. De middelste helft ligt tussen {show_minutes(s.kwart)} en "
            f"{show_minutes(s.driekwart)}."
        ]
    if beeld.model is not None:
        zinnen.append(f"Modelantwoord: {show_minutes(beeld.model)}.")
    if beeld.uitschieters:
        wie = "1 uitslag ligt" if beeld.uitschieters == 1 else f"{beeld.uitschieters} uitslagen liggen"
        zinnen.append(f"{wie} ver van de rest.")
    return " ".join(zinnen)


def needed_in_words(taak: TaakKalibratie) -> str:
    """Return how many chose a taak."""
    if taak.nodig == taak.deelnemers:
        return "Iedereen vond deze taak nodig."
    wie = "1 deelnemer vond" if taak.nodig == 1 else f"{taak.nodig} van de {taak.deelnemers} vonden"
    return f"{wie} deze taak nodig. Wie haar niet koos, telt mee met 0 minuten."


def counted_in_words(verdeling: Verdeling) -> str:
    """Return how often each answer was chosen, with the model answer.

    >>> deel = Aantal("O2", "O2 leren", "", 12), Aantal("O3", "O3 oefenen", "", 8)
    >>> counted_in_words(Verdeling("blok", "Blok", deel, "O2", Fraction(1, 2)))
    'Blok: O2 leren 12 keer, O3 oefenen 8 keer. Modelantwoord: O2 leren.'
    """
    keren = ", ".join(f"{aantal.naam} {aantal.aantal} keer" for aantal in verdeling.aantallen)
    return f"{verdeling.naam}: {keren}.{_model(verdeling)}"


def _model(verdeling: Verdeling) -> str:
    if verdeling.model is None:
        return ""
    namen = {aantal.keuze: aantal.naam for aantal in verdeling.aantallen}
    if verdeling.model not in namen:
        return f" Niemand koos het modelantwoord ({verdeling.model})."
    return f" Modelantwoord: {namen[verdeling.model]}."


def chose(aantal: int) -> str:
    """Return how many chose something.

    >>> chose(1), chose(10)
    ('1 koos', '10 kozen')
    """
    return f"{aantal} {'koos' if aantal == 1 else 'kozen'}"


def divided_in_words(verdeling: Verdeling, een: Aantal, ander: Aantal) -> str:
    """Return which two answers divide the group."""
    return f"{verdeling.naam}: {chose(een.aantal)} {een.naam}, {chose(ander.aantal)} {ander.naam}."


def to_discuss(kalibratie: Kalibratie, most: int = 3) -> tuple[str, ...]:
    """Return questions to talk about, at most so many: from the taken that divide, in their order."""
    vragen = []
    for taak in kalibratie.taken:
        for verdeling, een, ander in taak.tweedelingen[:1]:
            wat = {"blok": "", "frequentie": "hoe vaak: "}.get(verdeling.vraag, f"{verdeling.naam.lower()}: ")
            vragen.append(
                f"{taak.naam}, {wat}welke woorden in het verhaal wijzen op “{een.naam}”, en welke op "
                f"“{ander.naam}”?"
            )
    return tuple(vragen[:most])


LONGEST_NAME = 80
"""Longest name of a taak within a sentence, in characters."""


def _listed(namen: list[str]) -> str:
    kort = [naam if len(naam) <= LONGEST_NAME else f"{naam[: LONGEST_NAME - 1].rstrip()}…" for naam in namen]
    *eerste, laatste = kort
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
