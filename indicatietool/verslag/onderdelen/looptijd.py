"""The lines in time: fases, temporary begeleiding and the sum over the whole duration."""

from dataclasses import replace
from fractions import Fraction

from indicatietool.domain.tekst import show_exact
from indicatietool.domain.tijdlijn import LijnSoort, Toewijzingslijn
from indicatietool.engine.tijdlijn import total_of
from indicatietool.verslag.bewerking import told
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kolom, Kop, Rij, RijSoort, Tabel, VerslagBlok
from indicatietool.verslag.invulling import paragraphs, show_date
from indicatietool.verslag.zaak import Zaak

SOORTEN = {
    LijnSoort.INDICATIE: "hele looptijd",
    LijnSoort.START: "start",
    LijnSoort.VERVOLG: "vervolg",
    LijnSoort.AFBOUW: "afbouw",
    LijnSoort.WAAKVLAM: "waakvlam",
    LijnSoort.TIJDELIJK: "tijdelijk extra",
}
GEEN_FASEN = "Het aantal minuten is in de hele looptijd gelijk. Er zijn geen fasen."
UITLEG_TOTAAL = (
    "Een maand die voor een deel meetelt, telt naar het aantal dagen. Er wordt één keer afgerond: naar boven "
    "op hele minuten."
)


def fase_table(zaak: Zaak) -> Tabel:
    """Return the periods with their minutes per month, to be read at a glance."""
    kolommen = (
        Kolom("Periode", 64),
        Kolom("Van", 32),
        Kolom("Tot en met", 32),
        Kolom("Minuten per maand", 42, True),
    )
    rijen = tuple(
        Rij((name_of_line(lijn), show_date(lijn.van), show_date(lijn.tot), str(lijn.minuten_per_maand)))
        for lijn in zaak.lijnen
    )
    return Tabel(kolommen, rijen, "Minuten per periode")


def name_of_line(lijn: Toewijzingslijn) -> str:
    """Return the kind of a line, with what a temporary line is for."""
    naam = SOORTEN[lijn.soort].capitalize()
    return f"{naam}: {lijn.omschrijving.strip()}" if lijn.omschrijving.strip() else naam


def over_time(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the lines with their motivering, and the sum over the duration that can be computed again."""
    if not zaak.lijnen:
        return ()
    uitleg = () if zaak.heeft_fasen else (Alinea(GEEN_FASEN),)
    return (
        Kop(2, "Minuten over de looptijd", "iWmo frequentie 4 en 6"),
        *uitleg,
        _duration_table(zaak),
        Alinea(_sum_of_lines(zaak), AlineaStijl.KLEIN),
        Alinea(UITLEG_TOTAAL),
        *(blok for lijn in zaak.lijnen for blok in _motivering(lijn)),
    )


def _duration_table(zaak: Zaak) -> Tabel:
    kolommen = (
        Kolom("Periode", 50),
        Kolom("Van", 24),
        Kolom("Tot en met", 24),
        Kolom("Maanden", 24, True),
        Kolom("Per maand", 22, True),
        Kolom("Samen", 26, True),
    )
    totaal = total_of(zaak.lijnen)
    samen = Rij(("Hele looptijd, afgerond", "", "", "", "", str(totaal.minuten)), soort=RijSoort.TOTAAL)
    return Tabel(kolommen, (*(_line(lijn) for lijn in zaak.lijnen), samen), "Minuten per periode (exact)")


def _sum_of_lines(zaak: Zaak) -> str:
    delen = " + ".join(show_exact(total_of((lijn,)).exact) for lijn in zaak.lijnen)
    return told(f"{delen} afgerond naar boven op 1", total_of(zaak.lijnen).minuten)


def _line(lijn: Toewijzingslijn) -> Rij:
    maanden, samen = months_in(lijn), total_of((lijn,)).exact
    return Rij(
        (
            name_of_line(lijn),
            show_date(lijn.van),
            show_date(lijn.tot),
            show_exact(maanden),
            str(lijn.minuten_per_maand),
            show_exact(samen),
        ),
        toelichting=told(f"{show_exact(maanden)} × {lijn.minuten_per_maand}", samen),
    )


def _motivering(lijn: Toewijzingslijn) -> tuple[VerslagBlok, ...]:
    if not lijn.motivering.strip():
        return ()
    return (Kop(3, f"Waarom: {name_of_line(lijn)}", "Awb art. 3:46"), *paragraphs(lijn.motivering))


def months_in(lijn: Toewijzingslijn) -> Fraction:
    """Return the months of a line, exact; what one minute per month would add up to."""
    return total_of((replace(lijn, minuten_per_maand=1),)).exact
