"""Part 1: who, when, on whose behalf and with which normenkader."""

from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.verslag.blocks import VerslagBlok
from indicatietool.verslag.invulling import row, rows, show_date, table_of
from indicatietool.verslag.zaak import Zaak


def gegevens(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return who it is about, who did the research, on whose behalf and with which normenkader."""
    dossier, bewijs = zaak.dossier, zaak.verantwoording
    return table_of(
        row("Gemeente", gemeente_naam(dossier.melding.gemeente)),
        row("Namens", zaak.normtekst("namens"), nodig=False),
        *rows(
            dossier,
            "melding.client",
            "melding.leeftijdsgroep",
            "melding.geheim_adres",
            "melding.zaaknummer",
            "melding.consulent",
            "melding.soort_onderzoek",
            "melding.verandering",
            "melding.huidige_indicatie",
            "melding.meldingsdatum",
            "melding.gespreksdatum",
            "melding.aanwezigen",
        ),
        row("Normenkader", f"{bewijs.kader_naam}, versie {bewijs.kader_versie} ({bewijs.kader_status})"),
        row("Verordening", zaak.profiel.verordening if zaak.profiel else "", nodig=False),
        row("Datum van dit verslag", show_date(bewijs.datum)),
        row("Controlecode", zaak.controlecode, nodig=False),
    )
