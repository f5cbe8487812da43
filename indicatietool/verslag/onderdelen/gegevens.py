"""Parts 1 and 3: who, when and with which normenkader; and how the research went."""

from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.veld import text_of
from indicatietool.domain.velden import MELDING
from indicatietool.engine.looptijd import research_deadline
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Gegeven, Kop, Lijst, VerslagBlok
from indicatietool.verslag.invulling import row, rows, show_date, table_of
from indicatietool.verslag.zaak import Zaak

"""Days for the research: Wmo 2015 art. 2.3.2 lid 1."""


def kop(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return who it is about, who did the research and with which normenkader."""
    dossier, bewijs = zaak.dossier, zaak.verantwoording
    return table_of(
        row("Gemeente", gemeente_naam(dossier.melding.gemeente)),
        *rows(
            dossier,
            "melding.client",
            "melding.zaaknummer",
            "melding.consulent",
            "melding.soort_onderzoek",
            "melding.huidige_indicatie",
            "melding.meldingsdatum",
            "melding.gespreksdatum",
            "melding.aanwezigen",
        ),
        row("Normenkader", f"{bewijs.kader_naam}, versie {bewijs.kader_versie} ({bewijs.kader_status})"),
        row("Datum van dit verslag", show_date(bewijs.datum)),
    )


def procedure(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the steps that the law asks for, the papers that were read and an advice of an aanbieder."""
    return (
        *table_of(
            *rows(zaak.dossier, "melding.ontvangst_bevestigd"),
            _deadline(zaak),
            *rows(
                zaak.dossier,
                "melding.spoed",
                "melding.clientondersteuning_genoemd",
                "melding.persoonlijk_plan",
                "melding.persoonlijk_plan_gebruikt",
                "melding.identiteit_vastgesteld",
                "melding.pgb_besproken",
            ),
        ),
        *_stukken(zaak),
        *_advies(zaak),
    )


def _deadline(zaak: Zaak) -> Gegeven | None:
    melding = zaak.dossier.melding.meldingsdatum
    uiterlijk = research_deadline(melding) if melding else None
    grondslag = "Wmo 2015 art. 2.3.2 lid 1"
    return row("Onderzoek klaar, uiterlijk op", show_date(uiterlijk), grondslag, nodig=False)


def _stukken(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    regels = tuple(regel.strip() for regel in zaak.dossier.melding.stukken.splitlines() if regel.strip())
    kop = Kop(3, "Gebruikte stukken", "Wmo 2015 art. 2.3.2 lid 7")
    return (kop, Lijst(regels) if regels else Alinea("Er zijn geen stukken genoemd.", AlineaStijl.LEEG))


def _advies(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    groep = next(groep for groep in MELDING if groep.velden[0].pad == "melding.advies_minuten_per_maand")
    kop = Kop(3, groep.titel)
    if not any(text_of(zaak.dossier, veld) for veld in groep.velden):
        return (kop, Alinea("Er is geen advies van een aanbieder.", AlineaStijl.LEEG))
    return (kop, *table_of(*rows(zaak.dossier, *(veld.pad for veld in groep.velden))))
