"""Four common ways in which minutes run over time, as a start to change.

Comes in: a session with an ingangsdatum. Goes out: a plan in words and data; nothing is filled in before the
consulent says so. A fase with minutes of its own gets a motivering that still has to be completed.

Bron: eisen 92, 118, 119, 120, 127 and 141.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil

from indicatietool.domain.fasen import Fase, FaseSoort
from indicatietool.domain.kalender import add_months
from indicatietool.domain.schaal import Richting
from indicatietool.errors import InvoerError
from indicatietool.session.session import Session
from indicatietool.session.steps import VUL_AAN
from indicatietool.verslag.invulling import show_date


class PresetSoort(StrEnum):
    """Een gebruikelijk verloop van de begeleiding over de tijd."""

    WAAKVLAM = "waakvlam"
    LAAG_FREQUENT = "laag_frequent"
    INTENSIEF = "intensief"
    AFBOUW = "afbouw"


@dataclass(frozen=True, slots=True)
class Preset:
    """Een verloop met een naam en een uitleg; `eerste` and `elke` are months of evaluation."""

    soort: PresetSoort
    naam: str
    uitleg: str
    maanden: int
    eerste: int
    elke: int
    maakt: "Callable[[_Stand], tuple[_Deel, ...]]"


@dataclass(frozen=True, slots=True)
class Presetplan:
    """Wat een verloop zou invullen; `regels` says it in words."""

    naam: str
    fasen: tuple[Fase, ...]
    einddatum: date
    eerste_evaluatie: date
    evaluatie_elke_maanden: int
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stand:
    """What a preset starts from: minutes per month now, of a waakvlam, and the step of rounding."""

    minuten: int
    waakvlam: int
    stap: int

    def share(self, deel: Fraction) -> int:
        """Return a part of the minutes, up to a whole step."""
        return ceil(self.minuten * deel / self.stap) * self.stap


@dataclass(frozen=True, slots=True)
class _Deel:
    """A fase that begins so many months after the start; no minutes means those of the indicatie."""

    soort: FaseSoort
    vanaf: int
    minuten: int | None = None


def _waakvlam(stand: _Stand) -> tuple[_Deel, ...]:
    return (_Deel(FaseSoort.VERVOLG, 0), _Deel(FaseSoort.WAAKVLAM, -3, stand.waakvlam))


def _intensief(stand: _Stand) -> tuple[_Deel, ...]:
    return (_Deel(FaseSoort.START, 0), _Deel(FaseSoort.AFBOUW, 3, stand.share(Fraction(1, 2))))


def _afbouw(stand: _Stand) -> tuple[_Deel, ...]:
    return (
        _Deel(FaseSoort.START, 0),
        _Deel(FaseSoort.VERVOLG, 4, stand.share(Fraction(3, 4))),
        _Deel(FaseSoort.AFBOUW, 6, stand.share(Fraction(1, 2))),
    )


PRESETS = (
    Preset(
        PresetSoort.AFBOUW,
        "Afbouw na vier tot zes maanden",
        "Vier maanden het volle aantal, twee maanden driekwart, daarna de helft.",
        12,
        4,
        6,
        _afbouw,
    ),
    Preset(
        PresetSoort.INTENSIEF,
        "Kort en intensief",
        "Zes maanden: drie maanden het volle aantal, daarna de helft.",
        6,
        3,
        3,
        _intensief,
    ),
    Preset(
        PresetSoort.LAAG_FREQUENT,
        "Weinig en lang",
        "Twee jaar hetzelfde aantal, met één evaluatie per jaar.",
        24,
        6,
        12,
        lambda _stand: (),
    ),
    Preset(
        PresetSoort.WAAKVLAM,
        "Waakvlam aan het einde",
        "De laatste drie maanden alleen nog een vinger aan de pols.",
        12,
        6,
        6,
        _waakvlam,
    ),
)
_BY_SOORT = {preset.soort: preset for preset in PRESETS}


def plan(session: Session, soort: PresetSoort) -> Presetplan:
    """Return what a preset would fill in for this dossier.

    An einddatum that is there stays for afbouw and waakvlam, which have no length of their own.

    Raises:
        InvoerError: the ingangsdatum is not there yet, or lies too far away to reckon with.
    """
    preset, weging = _BY_SOORT[soort], session.dossier.weging
    start = weging.ingangsdatum
    if start is None:
        raise InvoerError("Vul eerst de ingangsdatum in. Daarna kan het verloop worden gemaakt.")
    keeps_end = soort in (PresetSoort.AFBOUW, PresetSoort.WAAKVLAM)
    einde = weging.einddatum if keeps_end and weging.einddatum else _later(start, preset.maanden) - _DAG
    eerste = min(_later(start, preset.eerste), einde)
    fasen = _fasen(preset, start, einde, _stand(session))
    return Presetplan(
        preset.naam, fasen, einde, eerste, preset.elke, tuple(_in_words(preset, fasen, einde, eerste))
    )


def apply(session: Session, gekozen: Presetplan) -> None:
    """Fill in a plan as one step; everything in it can be changed afterwards."""
    with session.together():
        session.set_fasen(())
        session.set_veld("weging.einddatum", gekozen.einddatum)
        session.set_veld("weging.eerste_evaluatie", gekozen.eerste_evaluatie)
        session.set_veld("weging.evaluatie_elke_maanden", gekozen.evaluatie_elke_maanden)
        session.set_fasen(gekozen.fasen)


_DAG = timedelta(days=1)


def _stand(session: Session) -> _Stand:
    minuten = session.indicatie.minuten_per_maand
    stap = session.kader.rekenwijze.afronding_totaal.stap
    waakvlam = min(minuten, ceil(_waakvlam_of_kader(session, minuten) / stap) * stap)
    return _Stand(minuten, waakvlam, stap)


def _waakvlam_of_kader(session: Session, minuten: int) -> Fraction:
    """Return the middle of the band of the lightest behoud profiel, in minutes per month; else a quarter."""
    kader = session.kader
    behoud = [p for p in kader.profielen if kader.blok_by_code[p.blok].richting is Richting.BEHOUD]
    if not behoud:
        return Fraction(minuten, 4)
    lichtste = min(behoud, key=lambda profiel: kader.blok_by_code[profiel.blok].gradatie)
    midden = Fraction(lichtste.vanaf_minuten_per_week + lichtste.tot_minuten_per_week, 2)
    return midden * kader.rekenwijze.weken_per_maand


def _fasen(preset: Preset, start: date, einde: date, stand: _Stand) -> tuple[Fase, ...]:
    delen = [(deel, _begin(deel, start, einde)) for deel in preset.maakt(stand)]
    binnen = [(deel, van) for deel, van in delen if start <= van <= einde]
    if len(binnen) < 2:
        return ()
    grenzen = [van for _, van in binnen[1:]] + [einde + _DAG]
    return tuple(
        Fase(
            soort=deel.soort,
            van=van,
            tot=volgende - _DAG,
            minuten_per_maand=deel.minuten,
            motivering="" if deel.minuten is None else f"{preset.naam}: {preset.uitleg} {VUL_AAN}",
        )
        for (deel, van), volgende in zip(binnen, grenzen, strict=True)
    )


def _begin(deel: _Deel, start: date, einde: date) -> date:
    return _later(start, deel.vanaf) if deel.vanaf >= 0 else _later(einde + _DAG, deel.vanaf)


def _later(dag: date, maanden: int) -> date:
    gevonden = add_months(dag, maanden)
    if gevonden is None:
        raise InvoerError("Met deze ingangsdatum is niet te rekenen. Kies een andere.")
    return gevonden


def _in_words(preset: Preset, fasen: tuple[Fase, ...], einde: date, eerste: date) -> list[str]:
    regels = [
        f"{str(fase.soort).capitalize()}: {show_date(fase.van)} tot en met {show_date(fase.tot)}, "
        + (
            "het aantal van de indicatie."
            if fase.minuten_per_maand is None
            else f"{fase.minuten_per_maand} minuten per maand."
        )
        for fase in fasen
    ]
    return [
        *(regels or ["Geen fasen: de hele looptijd hetzelfde aantal."]),
        f"Einddatum {show_date(einde)}. Eerste evaluatie {show_date(eerste)}, "
        f"daarna elke {preset.elke} maanden.",
    ]
