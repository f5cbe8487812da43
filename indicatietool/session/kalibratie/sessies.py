"""Sessions kept for the trend: figures of a group, one small file each, in the folder of the user.

Comes in: a Kalibratie and a day. Goes out: kept sessions, the trend in numbers and words, and removing one.
No uitslag is kept: a session can't tell who was there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicatietool.domain.kalibratie import (
    Kalibratie,
    Sessie,
    SessieSpreiding,
    SessieTaak,
    Spreiding,
)
from indicatietool.domain.kalibratie_tekst import TE_WEINIG, count_of, meaning, show_alpha
from indicatietool.domain.tekst import show_minutes
from indicatietool.errors import InvoerError
from indicatietool.paths import user_folder
from indicatietool.session.kalibratie.casus import Kalibratiecasus
from indicatietool.session.kalibratie.inleveren import fingerprint_of
from indicatietool.store.sessies import keep_sessie, read_sessies, remove_sessie

FOLDER = "kalibratie"


@dataclass(frozen=True, slots=True)
class Bewaard:
    """Eén bewaarde sessie, met haar bestand."""

    pad: Path
    sessie: Sessie


def folder_of_sessions() -> Path:
    """Return where the sessions of this user are kept."""
    return user_folder() / FOLDER


def session_of(casus: Kalibratiecasus, kalibratie: Kalibratie, dag: date) -> Sessie:
    """Return what is kept of a kalibratie.

    Raises:
        InvoerError: there are too few uitslagen to keep anything of.
    """
    if kalibratie.totaal is None:
        raise InvoerError(TE_WEINIG)
    return Sessie(
        kenmerk=casus.oefencasus.kenmerk,
        titel=casus.oefencasus.titel,
        kader=fingerprint_of(casus.geladen),
        datum=dag,
        deelnemers=kalibratie.deelnemers,
        alpha_keuze=kalibratie.alpha_keuze,
        alpha_minuten=kalibratie.alpha_minuten,
        totaal=_kept(kalibratie.totaal.spreiding),
        taken=tuple(
            SessieTaak(
                taak=taak.taak,
                naam=taak.naam[:200],
                nodig=taak.nodig,
                alpha=taak.alpha_keuze,
                minuten=_kept(taak.minuten.spreiding),
            )
            for taak in kalibratie.taken
        ),
    )


def _kept(spreiding: Spreiding) -> SessieSpreiding:
    return SessieSpreiding(**spreiding._asdict())


def keep(casus: Kalibratiecasus, kalibratie: Kalibratie, dag: date, folder: Path) -> Bewaard:
    """Keep a session durably.

    Raises:
        InvoerError: too few uitslagen.
        OpslagError: it can't be written.
    """
    sessie = session_of(casus, kalibratie, dag)
    return Bewaard(keep_sessie(folder, sessie), sessie)


def kept(folder: Path) -> tuple[tuple[Bewaard, ...], tuple[str, ...]]:
    """Return the kept sessions, oldest first, and why some files were left out."""
    gelezen, fouten = read_sessies(folder)
    return tuple(Bewaard(pad, sessie) for pad, sessie in gelezen), fouten


def remove(bewaard: Bewaard) -> None:
    """Remove a kept session; raises OpslagError when the disk refuses."""
    remove_sessie(bewaard.pad)


def width_of(sessie: Sessie) -> str:
    """Return how wide the middle half of the totals is, in minutes per month."""
    return show_minutes(sessie.totaal.driekwart - sessie.totaal.kwart)


def line_of(sessie: Sessie) -> str:
    """Return one session in words."""
    return (
        f"{sessie.datum:%d-%m-%Y}, {sessie.titel}: {count_of(sessie.deelnemers)}; alpha "
        f"{show_alpha(sessie.alpha_keuze)}; de middelste helft van de totalen ligt {width_of(sessie)} "
        "minuten per maand uit elkaar"
    )


def trend_in_words(sessies: Sequence[Sessie]) -> str:
    """Return whether a group came closer together from the first session to the last."""
    if len(sessies) < 2:
        return "Bewaar twee of meer sessies. Dan is te zien of de groep dichter bij elkaar komt."
    eerste, laatste = sessies[0], sessies[-1]
    zinnen = [
        f"Van {show_alpha(eerste.alpha_keuze)} op {eerste.datum:%d-%m-%Y} naar "
        f"{show_alpha(laatste.alpha_keuze)} op {laatste.datum:%d-%m-%Y}."
    ]
    if eerste.alpha_keuze is not None and laatste.alpha_keuze is not None:
        zinnen.append(_direction(laatste.alpha_keuze - eerste.alpha_keuze))
    zinnen.append(f"De middelste helft ging van {width_of(eerste)} naar {width_of(laatste)} minuten breed.")
    zinnen.append(meaning(laatste.alpha_keuze))
    if len({sessie.kenmerk for sessie in sessies}) > 1:
        zinnen.append("Let op: dit zijn verschillende casussen. De ene casus is moeilijker dan de andere.")
    return " ".join(zinnen)


SMALL_CHANGE = 0.05
"""A smaller difference between two alphas says nothing in groups of this size."""


def _direction(verschil: float) -> str:
    if abs(verschil) < SMALL_CHANGE:
        return "Dat is ongeveer gelijk."
    return "De groep is het meer eens geworden." if verschil > 0 else "De groep is het minder eens geworden."
