"""Why this number, and why not more or less: in sentences, from the trace and by computing anew.

Comes in: an open dossier. Goes out: sentences with the exact numbers they rest on. Every "what if" is
computed by the engine on changed answers and never stored. What weighs most stands in session.zwaarst.

Bron: rekenmodel.md "What the tool can always answer"; eisen 37 and 79.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Voorstel
from indicatietool.session.anders import AnderAntwoord, other_blokken, other_frequenties, other_keuzes
from indicatietool.session.proef import Proef
from indicatietool.session.session import Session
from indicatietool.session.uitleg_zinnen import (
    difference,
    minutes,
    quoted,
    tell_besluit,
    tell_stap,
    tell_total,
)


@dataclass(frozen=True, slots=True)
class Zin:
    """Eén zin van een uitleg, met de bron van wat erin staat; leeg als dat de consulent zelf is."""

    tekst: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Waarom:
    """Waarom een taak dit getal heeft: het getal, de stappen ernaartoe en wat ervan meetelt."""

    kop: str
    zinnen: tuple[Zin, ...]


@dataclass(frozen=True, slots=True)
class Gevolg:
    """Wat één ander antwoord met een taak en met de som doet.

    `minuten_per_week` is the voorstel of the taak then, or None where the kader leaves it open; `per_maand`
    is the sum of all taken then.
    """

    antwoord: AnderAntwoord
    minuten_per_week: Fraction | None
    verschil_per_week: Fraction
    per_maand: int
    verschil_per_maand: int
    tekst: str


@dataclass(frozen=True, slots=True)
class WaaromNiet:
    """Waarom een getal niet hoger of lager is: wat er dan anders zou zijn, en wat niets uitmaakt."""

    kop: str
    gevolgen: tuple[Gevolg, ...]
    zonder_gevolg: tuple[str, ...]


def why(session: Session, taak: str) -> Waarom:
    """Return why a taak has this number.

    Raises:
        InvoerError: the taak is not in the dossier.
    """
    uitkomst = session.uitkomst(taak)
    match uitkomst.voorstel:
        case Onbepaald(open_vragen=vragen):
            zinnen = tuple(Zin(f"{vraag.tekst[0].upper()}{vraag.tekst[1:]}.") for vraag in vragen)
            return Waarom("Er is nog geen getal. Beantwoord eerst deze vragen.", zinnen)
        case BeoordeelZelf(uitleg=uitleg):
            zelf = Zin("U beoordeelt zelf hoeveel minuten nodig zijn. Schrijf op waarom.")
            return Waarom("Het normenkader geeft hier geen getal.", (Zin(uitleg), zelf, *_decided(uitkomst)))
        case Voorstel() as voorstel:
            omvang = voorstel.omvang
            kop = (
                f"Het voorstel is {minutes(omvang.richt)} per week. "
                f"De marge is {show_minutes(omvang.min)} tot {show_minutes(omvang.max)}."
            )
            stappen = (Zin(tell_stap(stap), stap.bron) for stap in voorstel.stappen)
            return Waarom(kop, (*stappen, *_decided(uitkomst)))


def why_not_more_or_less(session: Session, taak: str) -> WaaromNiet:
    """Return what the number would be with the neighbouring blok and with each answer one step away.

    One step is the other answer whose voorstel lies nearest above, and the one nearest below.

    Raises:
        InvoerError: the taak is not in the dossier.
    """
    uitkomst, proef = session.uitkomst(taak), Proef(session)
    antwoord = proef.antwoorden.taak(taak)
    if antwoord is None or not isinstance(uitkomst.voorstel, Voorstel):
        return WaaromNiet("Er is nog geen voorstel om mee te vergelijken.", (), ())
    nu = uitkomst.voorstel.omvang.richt
    kader, antwoorden = proef.kader, proef.antwoorden
    direct = (*other_blokken(kader, antwoorden, antwoord), *other_frequenties(kader, antwoorden, antwoord))
    gevolgen = [_consequence(proef, taak, nu, ander) for ander in direct]
    zonder = []
    for factor in kader.factoren_by_taak[taak]:
        alle = (
            _consequence(proef, taak, nu, ander)
            for ander in other_keuzes(factor, antwoorden, _sleutel(factor, uitkomst))
        )
        naast = _nearest(alle)
        gevolgen += naast
        if not naast:
            zonder.append(factor.naam)
    return WaaromNiet(_chosen(session, antwoord), tuple(gevolgen), tuple(zonder))


def _decided(uitkomst: TaakUitkomst) -> Iterator[Zin]:
    tekst = tell_besluit(uitkomst)
    if tekst:
        yield Zin(tekst)


def _chosen(session: Session, antwoord: TaakAntwoord) -> str:
    kader = session.kader
    blok = kader.blok_by_code.get(antwoord.blok or "")
    delen = []
    if blok is not None:
        anker = kader.taak_by_id[antwoord.taak].ankers.get(blok.code, blok.anker)
        delen.append(f"U koos {kader.schaal.naam.lower()} {blok.code}: {quoted(anker)}.")
    uitkomst = session.uitkomst(antwoord.taak)
    if uitkomst.stand is BesluitStand.GENOMEN and isinstance(uitkomst.besluit, Afwijken):
        delen.append("U week hier af van het voorstel. Een ander antwoord verandert het totaal dan niet.")
    delen += _caps(session)
    return " ".join(delen)


def _caps(session: Session) -> Iterator[str]:
    """Yield which maximum holds the sum down now: then a change of a taak may not reach the sum."""
    teksten = {maximum.tekst for maximum in session.kader.maxima}
    for stap in session.indicatie.stappen:
        if stap.tekst in teksten:
            yield f"Er geldt nu een maximum: {stap.tekst}."


def _sleutel(factor: Factor, uitkomst: TaakUitkomst) -> str:
    return {Plaats.TAAK: uitkomst.taak, Plaats.LEEFGEBIED: uitkomst.leefgebied, Plaats.DOSSIER: ""}[
        factor.gevraagd_bij
    ]


def _consequence(proef: Proef, taak: str, nu: Fraction, ander: AnderAntwoord) -> Gevolg:
    indicatie = proef.outcome(ander.antwoorden)
    uitkomst = indicatie.uitkomst(taak)
    voorstel = uitkomst.voorstel if uitkomst else None
    richt = voorstel.omvang.richt if isinstance(voorstel, Voorstel) else None
    verschil = Fraction(0) if richt is None else richt - nu
    per_maand = indicatie.berekend_per_maand
    verschil_per_maand = per_maand - proef.nu.berekend_per_maand
    hoeveel = (
        "geeft het normenkader geen getal; u beoordeelt dan zelf"
        if richt is None
        else f"is het voorstel {minutes(richt)} per week, {difference(verschil)}"
    )
    delen = [
        f"{ander.vraag} {quoted(ander.anders)} in plaats van {quoted(ander.nu)}: dan {hoeveel}.",
        f"Dan moet dit passen: {quoted(ander.anker)}." if ander.anker else "",
        tell_total(per_maand, verschil_per_maand),
    ]
    tekst = " ".join(deel for deel in delen if deel)
    return Gevolg(ander, richt, verschil, per_maand, verschil_per_maand, tekst)


def _nearest(gevolgen: Iterable[Gevolg]) -> list[Gevolg]:
    """Return the nearest that gives less and the nearest that gives more, in that order."""
    alle = list(gevolgen)
    minder = [g for g in alle if g.verschil_per_week < 0]
    meer = [g for g in alle if g.verschil_per_week > 0]
    return [
        *([max(minder, key=lambda g: g.verschil_per_week)] if minder else []),
        *([min(meer, key=lambda g: g.verschil_per_week)] if meer else []),
    ]
