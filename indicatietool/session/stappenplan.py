"""The stappenplan of the Centrale Raad van Beroep and art. 2.3.2 lid 4 as a list to tick off, in words.

Comes in: kader, dossier, outcome. Goes out: a Punt each, with where it stands and where to fill it in.

Bron: CRvB 21-03-2018, ECLI:NL:CRVB:2018:819; Wmo 2015 art. 2.3.2 lid 4; recht.md §3.2 and §3.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, IndicatieStatus
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.veld import is_filled
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.session.steps import StapSoort, step_of
from indicatietool.verslag.onderdelen.wet import LID_4


class Stand(StrEnum):
    """Hoe ver een punt is, in woorden."""

    VASTGELEGD = "vastgelegd"
    DEELS = "deels"
    NOG_NIET = "nog niet"


@dataclass(frozen=True, slots=True)
class Punt:
    """Eén punt van de lijst: wat, hoe ver, wat eruit kwam en waar het wordt ingevuld."""

    kenmerk: str
    wat: str
    stand: Stand
    uitkomst: str
    stap: str
    veld: str


def stappenplan(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> tuple[Punt, ...]:
    """Return the five steps in order."""
    hulp = [VELD_BY_PAD[pad] for _, _, _, velden in LID_4[1:6] for pad in velden]
    return (
        Punt(
            "1",
            "Wat is de hulpvraag",
            _stand([is_filled(dossier, VELD_BY_PAD["hulpvraag.eigen_woorden"])]),
            "in de woorden van de cliënt",
            StapSoort.HULPVRAAG,
            "hulpvraag.eigen_woorden",
        ),
        _problemen(kader, dossier),
        Punt(
            "3",
            "Welke ondersteuning is nodig, naar aard en omvang (bruto)",
            _stand([not isinstance(uitkomst.voorstel, Onbepaald) for uitkomst in indicatie.taken]),
            f"{_taken(len(indicatie.taken))}, {show_minutes(indicatie.bruto_per_week)} minuten per week",
            _first_scoring(indicatie),
            "",
        ),
        Punt(
            "4",
            "Wat kunnen eigen kracht, gebruikelijke hulp, mantelzorg, netwerk en andere voorzieningen",
            _stand([is_filled(dossier, veld) for veld in hulp]),
            f"{show_minutes(indicatie.aftrek_per_week)} minuten per week eraf",
            StapSoort.OPLOSSINGEN,
            next((veld.pad for veld in hulp if not is_filled(dossier, veld)), hulp[0].pad),
        ),
        _netto(indicatie),
    )


def law_points(kader: Normenkader, dossier: Dossier) -> tuple[Punt, ...]:
    """Return the letters a to g of art. 2.3.2 lid 4."""
    return tuple(_letter(kader, dossier, letter, onderwerp, velden) for letter, onderwerp, _, velden in LID_4)


def _letter(kader: Normenkader, dossier: Dossier, letter: str, onderwerp: str, velden: Sequence[str]) -> Punt:
    ingevuld = [is_filled(dossier, VELD_BY_PAD[pad]) for pad in velden]
    eerste_open = next((pad for pad, is_er in zip(velden, ingevuld, strict=True) if not is_er), velden[0])
    return Punt(letter, onderwerp, _stand(ingevuld), "", step_of(kader, eerste_open), eerste_open)


def _problemen(kader: Normenkader, dossier: Dossier) -> Punt:
    nodig = [a for a in dossier.antwoorden.leefgebieden if a.situatie is LeefgebiedSituatie.BEGELEIDING]
    open_ = [a for a in nodig if not a.problemen.strip()]
    return Punt(
        "2",
        "Welke problemen zijn er bij zelfredzaamheid en participatie",
        _stand([bool(a.problemen.strip()) for a in nodig]),
        f"begeleiding nodig bij {len(nodig)} van {len(kader.leefgebieden)} leefgebieden",
        StapSoort.LEEFGEBIEDEN,
        f"leefgebied.{open_[0].leefgebied}.problemen" if open_ else "",
    )


def _netto(indicatie: Indicatie) -> Punt:
    bepaald = indicatie.status is IndicatieStatus.BEPAALD
    besloten = [uitkomst.besluit is not None for uitkomst in indicatie.taken]
    eerste = next((u.taak for u in indicatie.taken if u.besluit is None), "")
    return Punt(
        "5",
        "Wat blijft over voor een maatwerkvoorziening (netto)",
        Stand.VASTGELEGD if bepaald else Stand.DEELS if any(besloten) else Stand.NOG_NIET,
        f"{indicatie.minuten_per_maand} minuten per maand" + ("" if bepaald else ", nog voorlopig"),
        StapSoort.BESLUIT,
        f"besluit.{eerste}" if eerste else "",
    )


def _first_scoring(indicatie: Indicatie) -> str:
    open_ = [u for u in indicatie.taken if isinstance(u.voorstel, Onbepaald)] or indicatie.taken
    return f"{StapSoort.SCOREN}.{open_[0].leefgebied}" if open_ else StapSoort.LEEFGEBIEDEN


def _stand(delen: list[bool]) -> Stand:
    if delen and all(delen):
        return Stand.VASTGELEGD
    return Stand.DEELS if any(delen) else Stand.NOG_NIET


def _taken(aantal: int) -> str:
    return "1 taak" if aantal == 1 else f"{aantal} taken"
