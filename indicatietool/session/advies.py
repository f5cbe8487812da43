"""Advice about the whole of a dossier; it never holds anything up.

Comes in: kader, dossier, outcome. Goes out: a Toets per remark, with the place in the dossier it is about.

Bron: rekenmodel.md "Toetsen"; eisen 39, 46, 47, 87, 102, 113, 116, 117 and 133.
"""

from collections.abc import Iterator

from indicatietool.domain.dossier import AdviesGevolgd, Dossier, Volumevorm
from indicatietool.domain.indicatie import Indicatie, Toets
from indicatietool.domain.kalender import add_months
from indicatietool.domain.normenkader import Normenkader, Profiel
from indicatietool.session.advies_antwoorden import about_answers
from indicatietool.session.advies_besluit import about_besluiten
from indicatietool.verslag.invulling import show_date

HEAVY = 6
"""A profiel whose looptijd is at most this many months is a heavy one (eis 113)."""
EXTENDED = 12
"""Months to which a heavy indicatie may be extended with a motivering (eis 114)."""
MOST_PER_WEEK = 480
"""Minutes per week: the highest intensity that was named for a heavy question (eis 117)."""
EVALUATION = (3, 6)
"""Months after the start between which the first evaluation lies (eis 102)."""


def advise(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Toets, ...]:
    """Return advice about the whole, in the order of the steps."""
    return (
        *about_answers(kader, dossier),
        *about_besluiten(kader, dossier, indicatie),
        *_band(kader, dossier, indicatie),
        *_advies(dossier, indicatie),
        *_looptijd(kader, dossier),
        *_start(dossier),
        *_evaluatie(dossier),
        *_in_time(dossier),
    )


def _band(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    per_week = indicatie.minuten_per_week
    if per_week > MOST_PER_WEEK:
        yield Toets(
            "weging.profiel",
            "Het totaal is meer dan 8 uur per week. Bij een zware vraag is 6 tot 8 uur genoemd. Klopt dit?",
        )
    profiel = kader.profiel_by_blok.get(dossier.weging.profiel or "")
    if profiel and not profiel.vanaf_minuten_per_week <= per_week < profiel.tot_minuten_per_week:
        yield Toets(
            "weging.profiel",
            f"Het totaal per week past niet in de band van profiel {profiel.blok} "
            f"({profiel.vanaf_minuten_per_week} tot {profiel.tot_minuten_per_week} minuten). "
            "Klopt het profiel?",
        )


def _advies(dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    melding, nu = dossier.melding, indicatie.minuten_per_maand
    geadviseerd = melding.advies_minuten_per_maand
    if geadviseerd is None or melding.advies_gevolgd is not AdviesGevolgd.GEVOLGD:
        return
    if abs(nu - geadviseerd) * 10 > geadviseerd:
        yield Toets(
            "melding.advies_gevolgd",
            f"U volgt het advies van de aanbieder, maar het verschil is {abs(nu - geadviseerd)} minuten per "
            f"maand ({geadviseerd} geadviseerd, {nu} nu). Klopt dat?",
        )


def _looptijd(kader: Normenkader, dossier: Dossier) -> Iterator[Toets]:
    weging = dossier.weging
    profiel = kader.profiel_by_blok.get(weging.profiel or "")
    if profiel is None or weging.ingangsdatum is None or weging.einddatum is None:
        return
    maanden = (weging.einddatum - weging.ingangsdatum).days / 30.4
    tekst = _about_length(profiel, maanden)
    if tekst:
        yield Toets("weging.einddatum", tekst)


def _about_length(profiel: Profiel, maanden: float) -> str:
    gewoon = profiel.looptijd_maanden
    gebruikelijk = f"{profiel.blok} ({gewoon} maanden)"
    if gewoon <= HEAVY and maanden > EXTENDED + 0.5:
        return (
            f"Dit is een zware indicatie voor langer dan {EXTENDED} maanden. Gebruikelijk is {gewoon} "
            f"maanden, met motivering tot {EXTENDED} maanden."
        )
    if gewoon <= HEAVY and maanden > gewoon + 0.5:
        return (
            f"De looptijd is langer dan gebruikelijk bij {gebruikelijk}. Dat mag tot {EXTENDED} maanden. "
            "Leg uit waarom."
        )
    if maanden > gewoon * 1.5:
        return f"De looptijd is langer dan gebruikelijk bij {gebruikelijk}. Leg uit waarom."
    if maanden < gewoon * 0.5:
        return f"De looptijd is korter dan gebruikelijk bij {gebruikelijk}. Is dat genoeg?"
    return ""


def _start(dossier: Dossier) -> Iterator[Toets]:
    start = dossier.weging.ingangsdatum
    if start is not None and start.day != 1:
        yield Toets(
            "weging.ingangsdatum",
            "De begeleiding start midden in een maand. Dan mogen in die maand toch alle minuten worden "
            "gebruikt (iWmo IV078). Beter is de eerste dag van een maand.",
        )
    if start is not None and start < dossier.gemaakt:
        yield Toets(
            "weging.ingangsdatum", "De ingangsdatum ligt in het verleden. Leg uit waarom dat nodig is."
        )
    if dossier.weging.volumevorm is Volumevorm.TOTAAL:
        yield Toets(
            "weging.volumevorm",
            "De minuten gelden voor de hele duur. Stopt de begeleiding eerder, dan moet het totaal worden "
            "aangepast.",
        )


def _evaluatie(dossier: Dossier) -> Iterator[Toets]:
    weging = dossier.weging
    start, eerste = weging.ingangsdatum, weging.eerste_evaluatie
    if start is None or eerste is None:
        return
    vroeg, laat = (add_months(start, maanden) for maanden in EVALUATION)
    if weging.einddatum is not None and eerste > weging.einddatum:
        yield _first("De eerste evaluatie ligt na de einddatum. Kies een eerdere dag.")
    elif weging.onzeker and vroeg is not None and eerste > vroeg:
        yield _first(f"U vindt de inschatting nog onzeker. Evalueer vroeg, rond {show_date(vroeg)}.")
    elif laat is not None and eerste > laat:
        yield _first("De eerste evaluatie is later dan zes maanden na de start. Leg uit waarom.")
    elif vroeg is not None and eerste < vroeg and not weging.onzeker:
        yield _first("De eerste evaluatie is eerder dan drie maanden na de start. Is er dan al iets te zien?")


def _first(tekst: str) -> Toets:
    return Toets("weging.eerste_evaluatie", tekst)


def _in_time(dossier: Dossier) -> Iterator[Toets]:
    start, einde = dossier.weging.ingangsdatum, dossier.weging.einddatum
    if start is None or einde is None:
        return
    stukken = [
        *((f"fase.{n}", f"Fase {n} ({f.soort})", f.van, f.tot) for n, f in enumerate(dossier.fasen, 1)),
        *(
            (f"tijdelijk.{n}", f"Tijdelijke begeleiding {n}", lijn.van, lijn.tot)
            for n, lijn in enumerate(dossier.tijdelijke_lijnen, 1)
        ),
    ]
    for plek, naam, van, tot in stukken:
        if van < start or tot > einde:
            yield Toets(
                plek,
                f"{naam} valt niet binnen de looptijd ({show_date(start)} tot en met {show_date(einde)}). "
                "Pas de datums of de looptijd aan.",
            )
