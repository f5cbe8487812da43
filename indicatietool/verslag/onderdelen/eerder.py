"""Part 11: the earlier onderzoek beside this one, with the difference per taak."""

from fractions import Fraction

from indicatietool.domain.eerder import EerderOnderzoek, TaakVerschil
from indicatietool.domain.tekst import show_minutes, show_signed
from indicatietool.engine.verschil import differences
from indicatietool.verslag.blocks import Kolom, Kop, Rij, RijSoort, Tabel, VerslagBlok
from indicatietool.verslag.invulling import row, show_date, table_of
from indicatietool.verslag.zaak import Zaak

NIET = "–"
"""Stands for a taak that was or is not in the indicatie."""


def since_then(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what the earlier onderzoek came to, and what is different now; nothing for a first onderzoek.

    Bron: eisen 80, 101, 132 en 140.
    """
    eerder = zaak.dossier.eerder
    if eerder is None:
        return ()
    verschil = zaak.indicatie.minuten_per_maand - eerder.minuten_per_maand
    return (
        Kop(2, "Verschil met het vorige onderzoek", "Wmo 2015 art. 2.3.9"),
        *table_of(
            row("Vorig onderzoek", _which(eerder), nodig=False),
            row("Normenkader van toen", eerder.kader, nodig=False),
            row("Profiel van toen", eerder.profiel or "", nodig=False),
            row("Einddatum van toen", show_date(eerder.einddatum), nodig=False),
            row("Toen", f"{eerder.minuten_per_maand} minuten per maand"),
            row("Nu", f"{zaak.indicatie.minuten_per_maand} minuten per maand"),
            row("Verschil", f"{show_signed(verschil)} minuten per maand"),
        ),
        *_per_taak(zaak, eerder),
    )


def _which(eerder: EerderOnderzoek) -> str:
    delen = (f"dossier {eerder.nummer}" if eerder.nummer else "", show_date(eerder.datum))
    return ", ".join(deel for deel in delen if deel)


def _per_taak(zaak: Zaak, eerder: EerderOnderzoek) -> tuple[Tabel, ...]:
    rijen = tuple(_row(verschil) for verschil in differences(zaak.dossier, zaak.indicatie))
    if not rijen:
        return ()
    kolommen = (
        Kolom("Taak", 66),
        Kolom("Blok toen", 20),
        Kolom("Blok nu", 20),
        Kolom("Toen", 20, True),
        Kolom("Nu", 20, True),
        Kolom("Verschil", 24, True),
    )
    toen = sum((taak.minuten_per_week for taak in eerder.taken), Fraction(0))
    nu = sum((u.minuten_per_week or 0 for u in zaak.indicatie.taken), Fraction(0))
    samen = ("Samen per week", "", "", show_minutes(toen), show_minutes(nu), show_signed(nu - toen))
    totaal = Rij(samen, soort=RijSoort.TOTAAL)
    return (Tabel(kolommen, (*rijen, totaal), "Minuten per week, per taak, toen en nu"),)


def _row(verschil: TaakVerschil) -> Rij:
    toen, nu = verschil.toen, verschil.nu
    return Rij(
        (
            verschil.naam,
            verschil.blok_toen or NIET,
            verschil.blok_nu or NIET,
            NIET if toen is None else show_minutes(toen),
            NIET if nu is None else show_minutes(nu),
            show_signed((nu or Fraction(0)) - (toen or Fraction(0))),
        )
    )
