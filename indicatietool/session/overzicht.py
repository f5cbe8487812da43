"""All answers of a dossier on one list, each with the place where it can be changed.

Comes in: a session. Goes out: an Antwoordregel per thing that was filled in, in the order of the steps.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.veld import is_filled, text_of
from indicatietool.session.session import Session
from indicatietool.session.steps import GROEPEN_OF_STAP, Stap, StapSoort, steps
from indicatietool.session.tijd import fase_in_words, line_in_words

_CHOSEN = (
    ("profiel", "Profiel"),
    ("profiel_motivering", "Waarom dit profiel"),
    ("behoud_motivering", "Waarom een start in behoud"),
    ("product", "Product"),
    ("product_motivering", "Toelichting bij het product"),
)
_TEXTS = (
    ("problemen", "problemen"),
    ("doel", "doel"),
    ("indicator", "te zien aan"),
    ("toelichting", "toelichting"),
)


@dataclass(frozen=True, slots=True)
class Antwoordregel:
    """Eén ingevuld gegeven: bij welke stap, hoe het heet, wat er staat en waar het te wijzigen is."""

    stap: Stap
    veld: str
    label: str
    waarde: str


def recap(session: Session) -> Iterator[Antwoordregel]:
    """Yield everything that was filled in; what is empty is left out."""
    for stap in steps(session.kader, session.dossier, session.indicatie):
        yield from (
            Antwoordregel(stap, veld, label, waarde)
            for veld, label, waarde in (*_typed(session, stap), *_of_step(session, stap))
            if waarde.strip()
        )


def stand_sentence(uitkomst: TaakUitkomst) -> str:
    """Return in a sentence how the besluit about a taak stands."""
    match uitkomst.stand, uitkomst.besluit:
        case BesluitStand.VERLOPEN, _:
            return "Let op: het voorstel is veranderd na uw besluit. Besluit opnieuw."
        case _, Overnemen() as besluit:
            return (
                f"Besluit: voorstel overgenomen, {show_minutes(besluit.minuten_per_week)} minuten per week."
            )
        case _, BinnenMarge() as besluit:
            return f"Besluit: {besluit.minuten_per_week} minuten per week, binnen de marge."
        case _, Afwijken() as besluit:
            return f"Besluit: afgeweken naar {besluit.minuten} minuten per week, met motivering."
        case _:
            return "Nog geen besluit."


_Deel = tuple[str, str, str]


def _typed(session: Session, stap: Stap) -> Iterator[_Deel]:
    for groep in GROEPEN_OF_STAP.get(stap.soort, ()):
        for veld in groep.velden:
            if is_filled(session.dossier, veld):
                yield veld.pad, veld.label, text_of(session.dossier, veld)


def _of_step(session: Session, stap: Stap) -> Iterator[_Deel]:
    match stap.soort:
        case StapSoort.MELDING:
            naam = gemeente_naam(session.dossier.melding.gemeente)
            yield "melding.gemeente", "Gemeente", naam or ""
        case StapSoort.LEEFGEBIEDEN:
            yield from _leefgebieden(session)
        case StapSoort.FACTOREN:
            yield from _factoren(session)
        case StapSoort.SCOREN:
            yield from _taken(session, stap.leefgebied)
        case StapSoort.OPLOSSINGEN:
            yield from _aftrek(session)
        case StapSoort.BESLUIT:
            yield from _besluiten(session)
        case StapSoort.WEGING:
            yield from _gekozen(session)
        case StapSoort.LOOPTIJD:
            yield from _tijd(session)
        case _:
            return


def _leefgebieden(session: Session) -> Iterator[_Deel]:
    for antwoord in session.dossier.antwoorden.leefgebieden:
        naam = session.kader.leefgebied_by_id[antwoord.leefgebied].naam
        plek = f"leefgebied.{antwoord.leefgebied}"
        yield plek, naam, antwoord.situatie.naam
        for veld, label in _TEXTS:
            yield f"{plek}.{veld}", f"{naam}, {label}", getattr(antwoord, veld)


def _factoren(session: Session) -> Iterator[_Deel]:
    keuzes = session.dossier.antwoorden.keuzes
    for factor in session.kader.factoren_at(Plaats.DOSSIER):
        if factor.id in keuzes:
            yield f"factor.{factor.id}", factor.naam, factor.tell(keuzes[factor.id])


def _taken(session: Session, leefgebied: str) -> Iterator[_Deel]:
    for antwoord in session.dossier.antwoorden.taken:
        taak = session.kader.taak_by_id[antwoord.taak]
        if taak.leefgebied != leefgebied:
            continue
        yield f"taak.{taak.id}.blok", taak.naam, _scores(session.kader, antwoord)
        yield f"taak.{taak.id}.observatie", f"{taak.naam}, wat u zag of hoorde", antwoord.observatie


def _scores(kader: Normenkader, antwoord: TaakAntwoord) -> str:
    delen = [f"{kader.schaal.naam.lower()} {antwoord.blok}"] if antwoord.blok else []
    delen += [str(antwoord.frequentie)] if antwoord.frequentie else []
    for id_, keuze in antwoord.keuzes.items():
        factor = kader.factor_by_id[id_]
        delen.append(f"{factor.naam.lower()}: {factor.tell(keuze).lower()}")
    return ", ".join(delen) or "nog niet gescoord"


def _aftrek(session: Session) -> Iterator[_Deel]:
    for antwoord in session.dossier.antwoorden.taken:
        naam = session.kader.taak_by_id[antwoord.taak].naam
        for aftrek in antwoord.aftrek:
            hoeveel = (
                f"{aftrek.procent} %"
                if aftrek.procent is not None
                else f"{aftrek.minuten_per_week} minuten per week"
            )
            tekst = f"{hoeveel}. {aftrek.reden}"
            yield f"aftrek.{antwoord.taak}.toevoegen", f"{naam}, {aftrek.soort.naam}", tekst


def _besluiten(session: Session) -> Iterator[_Deel]:
    for uitkomst in session.indicatie.taken:
        tekst = stand_sentence(uitkomst)
        if isinstance(uitkomst.besluit, Afwijken):
            tekst = f"{tekst} {uitkomst.besluit.motivering}"
        yield f"besluit.{uitkomst.taak}", uitkomst.naam, tekst
    for nummer, overig in enumerate(session.dossier.antwoorden.overige, 1):
        tekst = f"{overig.minuten_per_week} minuten per week. {overig.motivering}"
        yield f"overig.{nummer}", f"Overig: {overig.omschrijving}", tekst
    afwijking = session.dossier.afwijking_totaal
    if afwijking:
        tekst = f"{afwijking.minuten_per_maand} minuten per maand. {afwijking.motivering}"
        yield "afwijking_totaal", "Totaal anders vastgesteld", tekst


def _gekozen(session: Session) -> Iterator[_Deel]:
    weging = session.dossier.weging
    for naam, label in _CHOSEN:
        waarde = getattr(weging, naam) or ""
        product = session.kader.product_by_id.get(waarde) if naam == "product" else None
        yield f"weging.{naam}", label, product.naam if product else waarde


def _tijd(session: Session) -> Iterator[_Deel]:
    for nummer, fase in enumerate(session.dossier.fasen, 1):
        yield f"fase.{nummer}", f"Fase {nummer}", fase_in_words(fase)
    for nummer, lijn in enumerate(session.dossier.tijdelijke_lijnen, 1):
        yield f"tijdelijk.{nummer}", f"Tijdelijk extra {nummer}", line_in_words(lijn)
