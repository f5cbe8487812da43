"""A case and a group of consulenten that scored it, all made up: who differs where is planted.

The kader is the tiny one of `builders`; the case has three taken and a model answer.
"""

from collections.abc import Sequence
from pathlib import Path

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.oefening import Modelreden, Oefencasus
from indicatietool.domain.uitslag import Uitslag
from indicatietool.session.kalibratie.casus import Kalibratiecasus, case_of
from indicatietool.session.kalibratie.inleveren import file_name, uitslag_of
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.uitslagen import write_uitslag
from tests.builders import VANDAAG, as_loaded, make_dossier, make_leefgebied, score, tiny_kader

KADER = as_loaded(tiny_kader())
CASUS = Oefencasus(
    id="post",
    titel="Post op de kast",
    vignet="De post ligt ongeopend op de kast. De woning is vol.",
    redenen=(Modelreden(taak="post", waarom="Er ligt een stapel."),),
)
LEEFGEBIEDEN = (make_leefgebied("geld", drukte="rustig"), make_leefgebied("wonen", drukte="druk"))


def antwoord(post: str | None = "O2", opruimen: str | None = "O3", waakvlam: str | None = None) -> Dossier:
    """Return a practice dossier with these blokken; None leaves a taak out."""
    taken: list[TaakAntwoord] = []
    if post:
        taken.append(score("post", post, keer=2, motivatie="goed"))
    if opruimen:
        taken.append(score("opruimen", opruimen, motivatie="goed", veiligheid="veilig"))
    if waakvlam:
        taken.append(score("waakvlam", waakvlam))
    dossier = make_dossier(*taken, kader=KADER.verwijzing, leefgebieden=LEEFGEBIEDEN, planbaar="nee")
    return dossier.with_changes(oefening=True, oefencasus=CASUS)


def oefenen(dossier: Dossier, geladen: GeladenKader = KADER) -> Session:
    """Return a session in memory."""
    return Session(dossier, geladen, None, VANDAAG)


def casus() -> Kalibratiecasus:
    """Return the case with its model answer: post O2, opruimen O3."""
    return case_of(oefenen(antwoord()), "casus.json")


def uitslag(nummer: int, dossier: Dossier | None = None) -> Uitslag:
    """Return the uitslag of consulent number so and so."""
    return uitslag_of(oefenen(dossier or antwoord()), geheim(nummer))


def geheim(nummer: int) -> bytes:
    """Return the secret of the laptop of consulent number so and so."""
    return nummer.to_bytes(32, "big")


def twintig() -> tuple[Uitslag, ...]:
    """Return a group of twenty: all agree on post but two, and opruimen divides them in half."""
    blokken = [("O2", "O3")] * 9 + [("O2", "B2")] * 9 + [("O1", "O3"), ("O3", "B2")]
    return tuple(
        uitslag(nummer, antwoord(post, opruimen, "B1" if nummer % 10 == 0 else None))
        for nummer, (post, opruimen) in enumerate(blokken)
    )


def inleveren(map_: Path, uitslagen: Sequence[Uitslag]) -> list[Path]:
    """Write uitslagen to a folder as consulenten would."""
    paden = [map_ / file_name(u) for u in uitslagen]
    for pad, u in zip(paden, uitslagen, strict=True):
        write_uitslag(pad, u)
    return paden


def klas(model: Session, aantal: int, *, verdeelt: str) -> tuple[Uitslag, ...]:
    """Return a group on a shipped case: like the model but for a slip here and there, and one taak in half.

    Args:
        model: the model answers, as a session in memory.
        aantal: how many.
        verdeelt: the taak that every other one scores in the other richting.
    """
    groep = []
    for nummer in range(aantal):
        eigen = model.what_if()
        for plek, taak in enumerate(model.dossier.antwoorden.taken):
            codes = list(model.kader.taak_by_id[taak.taak].minuten)
            nu = codes.index(taak.blok) if taak.blok else 0
            if taak.taak == verdeelt and nummer % 2:
                eigen.answer_blok(taak.taak, codes[(nu + len(codes) // 2) % len(codes)])
            elif taak.taak != verdeelt and taak.blok and (nummer * 7 + plek * 3) % 11 == 0:
                eigen.answer_blok(taak.taak, codes[max(0, nu - 1)])
            elif (nummer + plek) % 13 == 5 and taak.taak != verdeelt:
                eigen.choose_taak(taak.taak, nodig=False)
        groep.append(uitslag_of(eigen, geheim(nummer)))
    return tuple(groep)
