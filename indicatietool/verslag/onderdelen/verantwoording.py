"""Part 14, last: what the verslag rests on, how to check it, and which passages are guarded."""

from indicatietool.domain.dossier import Afscherming
from indicatietool.verslag.blocks import Alinea, Gegeven, Kolom, Kop, Rij, Tabel, VerslagBlok
from indicatietool.verslag.controlecode import HOE_TE_CONTROLEREN
from indicatietool.verslag.invulling import row, show_date, table_of
from indicatietool.verslag.passages import name_of
from indicatietool.verslag.zaak import Zaak

NAREKENEN = (
    "Met het dossier en het normenkader rekent het programma alles na. Dan is te zien of dit verslag klopt."
)
PROFIEL_VOORBEELD = "voorbeeld: de gemeente heeft deze teksten nog niet vastgesteld"


def verantwoording(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the proof under the verslag."""
    bewijs = zaak.verantwoording
    return (
        *_afgeschermd(zaak),
        Kop(2, "Verantwoording"),
        Alinea("Met deze gegevens is na te gaan waarop dit verslag rust. De vingerafdrukken zijn sha256."),
        *table_of(
            row("Controlecode", zaak.controlecode, nodig=False),
            row("Normenkader", bewijs.kader_naam),
            row("Id en versie", f"{bewijs.kader_id} {bewijs.kader_versie}"),
            row("Status van het kader", bewijs.kader_status),
            row("Vingerafdruk kader", bewijs.kader_sha256),
            row("Dossier", bewijs.dossier),
            row("Vingerafdruk dossier", bewijs.dossier_sha256),
            row("Programma", f"indicatietool {bewijs.programmaversie}"),
            row("Datum", show_date(bewijs.datum)),
            row("Minuten per maand", str(bewijs.minuten_per_maand)),
            row("Status van de uitkomst", str(bewijs.status)),
            _log(zaak),
            _profiel(zaak),
        ),
        Alinea(f"{HOE_TE_CONTROLEREN} {NAREKENEN}"),
    )


def _log(zaak: Zaak) -> Gegeven | None:
    bewijs = zaak.verantwoording
    regel = "" if bewijs.logboek_volg is None else f"regel {bewijs.logboek_volg}, {bewijs.logboek_hash}"
    return row("Stand van het logboek", regel, nodig=False)


def _profiel(zaak: Zaak) -> Gegeven | None:
    is_voorbeeld = zaak.profiel is not None and zaak.profiel.status == "voorbeeld"
    return row("Teksten van de gemeente", PROFIEL_VOORBEELD if is_voorbeeld else "", nodig=False)


def _afgeschermd(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        Rij((name_of(zaak.kader, passage.plek), _not_in(passage), passage.reden.strip()))
        for passage in zaak.dossier.afgeschermd
    )
    if not rijen:
        return ()
    kolommen = (Kolom("Passage", 56), Kolom("Niet in", 44), Kolom("Reden", 70))
    return (Kop(2, "Afgeschermde passages", "AVG art. 5 lid 1 onder c"), Tabel(kolommen, rijen))


def _not_in(passage: Afscherming) -> str:
    keuzes = (
        (passage.niet_voor_client, "cliëntversie"),
        (passage.niet_voor_aanbieder, "aanbiedersversie"),
    )
    return ", ".join(naam for geldt, naam in keuzes if geldt) or "geen enkele versie"
