"""Cliëntversie: per leefgebied what is hard, the goal, how to see that it works, and with which minutes."""

from fractions import Fraction

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.verslag.blocks import Alinea, Kolom, Kop, Rij, RijSoort, Tabel, VerslagBlok
from indicatietool.verslag.onderdelen.afspraak import often, per_leefgebied
from indicatietool.verslag.onderdelen.uitkomst import NOG_OPEN
from indicatietool.verslag.zaak import Zaak

UITLEG = "Per leefgebied leest u wat het doel is en waarmee u begeleiding krijgt."
GEEN = "Er is nog geen begeleiding afgesproken."
GEMIDDELD = "De minuten per week zijn een gemiddelde. De ene week kan er meer zijn dan de andere."
ANDERS = "Andere begeleiding"
KOLOMMEN = (Kolom("Begeleiding bij", 86), Kolom("Hoe vaak", 46), Kolom("Minuten per week", 38, True))
FEITEN = (("Wat is lastig", "problemen"), ("Uw doel", "doel"), ("Hieraan ziet u dat het lukt", "indicator"))


def afspraken(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what is agreed per leefgebied, and the begeleiding that belongs to none."""
    blokken = (*per_leefgebied(zaak, FEITEN, _table), *_other(zaak))
    return (Alinea(UITLEG), *blokken, Alinea(GEMIDDELD)) if blokken else (Alinea(GEEN),)


def _table(zaak: Zaak, taken: tuple[TaakUitkomst, ...]) -> Tabel:
    rijen = tuple(Rij((u.naam, often(zaak, u), _minutes(u.minuten_per_week))) for u in taken)
    bekend = [u.minuten_per_week for u in taken if u.minuten_per_week is not None]
    samen = (Rij(("Samen", "", show_minutes(sum(bekend))), soort=RijSoort.TOTAAL),) if len(taken) > 1 else ()
    return Tabel(KOLOMMEN, (*rijen, *samen))


def _minutes(minuten: Fraction | None) -> str:
    return NOG_OPEN if minuten is None else show_minutes(minuten)


def _other(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        Rij((overig.omschrijving.strip(), "elke week", show_minutes(overig.minuten_per_week)))
        for overig in zaak.dossier.antwoorden.overige
    )
    return (Kop(2, ANDERS), Tabel(KOLOMMEN, rijen)) if rijen else ()
