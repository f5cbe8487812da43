"""The outcome of a session as JSON for scripts and as text for a terminal. Same numbers, same steps."""

from collections.abc import Mapping

from indicatietool.domain.base import write_exact
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.domain.voorstel import BeoordeelZelf, Onbepaald, Rekenstap, Voorstel
from indicatietool.session.session import Session

Json = Mapping[str, object]


def as_json(session: Session) -> Json:
    """Return kader, taken and total; minutes are ints, or strings like "65/3" where exact."""
    kop, indicatie = session.kader.kader, session.indicatie
    return {
        "dossier": session.dossier.nummer,
        "kader": {
            "id": kop.id,
            "versie": kop.versie,
            "sha256": session.geladen.sha256,
            "status": str(kop.status),
        },
        "taken": [_taak(uitkomst) for uitkomst in indicatie.taken],
        "overige": [
            {"omschrijving": overig.omschrijving, "besluit_per_week": overig.minuten_per_week}
            for overig in session.dossier.antwoorden.overige
        ],
        "totaal": {
            "minuten_per_week": write_exact(indicatie.minuten_per_week),
            "minuten_per_maand": indicatie.minuten_per_maand,
            "berekend_per_maand": indicatie.berekend_per_maand,
            "status": str(indicatie.status),
            "stappen": [
                {
                    "tekst": stap.tekst,
                    "voor": write_exact(stap.voor),
                    "na": write_exact(stap.na),
                    "bron": stap.bron,
                }
                for stap in indicatie.stappen
            ],
        },
        "profiel": indicatie.profiel.blok if indicatie.profiel else None,
    }


def as_text(session: Session) -> str:
    """Return the outcome in a few lines for a terminal."""
    kop, indicatie = session.kader.kader, session.indicatie
    lines = [
        f"Dossier {session.dossier.nummer} · {kop.naam} {kop.versie} ({kop.status})",
        *(_line(uitkomst) for uitkomst in indicatie.taken),
        f"Totaal: {show_minutes(indicatie.minuten_per_week)} minuten per week "
        f"(ongeveer {show_hours(indicatie.minuten_per_week)})",
        f"Indicatie: {indicatie.minuten_per_maand} minuten per maand ({indicatie.status})",
    ]
    return "\n".join(lines)


def _taak(uitkomst: TaakUitkomst) -> Json:
    voorstel = uitkomst.voorstel if isinstance(uitkomst.voorstel, Voorstel) else None
    genomen = uitkomst.minuten_per_week if uitkomst.stand is BesluitStand.GENOMEN else None
    open_vragen = uitkomst.voorstel.open_vragen if isinstance(uitkomst.voorstel, Onbepaald) else ()
    return {
        "taak": uitkomst.taak,
        "leefgebied": uitkomst.leefgebied,
        "blok": uitkomst.blok,
        "bruto_per_week": write_exact(voorstel.bruto.richt) if voorstel else None,
        "netto_per_week": write_exact(voorstel.netto.richt) if voorstel else None,
        "voorstel_per_week": write_exact(voorstel.omvang.richt) if voorstel else None,
        "marge": (
            {"min": write_exact(voorstel.omvang.min), "max": write_exact(voorstel.omvang.max)}
            if voorstel
            else None
        ),
        "besluit_per_week": write_exact(genomen) if genomen is not None else None,
        "besluit": uitkomst.besluit.soort if uitkomst.besluit else None,
        "stand": str(uitkomst.stand),
        "open_vragen": [vraag.tekst for vraag in open_vragen],
        "stappen": [_stap(stap) for stap in voorstel.stappen] if voorstel else [],
    }


def _stap(stap: Rekenstap) -> Json:
    return {
        "soort": str(stap.soort),
        "tekst": stap.tekst,
        "voor": write_exact(stap.voor.richt),
        "na": write_exact(stap.na.richt),
        "marge": {"min": write_exact(stap.na.min), "max": write_exact(stap.na.max)},
        "bron": stap.bron,
    }


def _line(uitkomst: TaakUitkomst) -> str:
    match uitkomst.voorstel:
        case Voorstel() as voorstel:
            omvang = voorstel.omvang
            trede = f" [{uitkomst.blok}]" if uitkomst.blok else ""
            return (
                f"  {uitkomst.naam}{trede}: voorstel {show_minutes(omvang.richt)} per week, "
                f"marge {show_minutes(omvang.min)}–{show_minutes(omvang.max)}, {_besluit(uitkomst)}"
            )
        case Onbepaald(open_vragen=vragen):
            return f"  {uitkomst.naam}: nog open: {', '.join(vraag.tekst for vraag in vragen)}"
        case BeoordeelZelf(uitleg=uitleg):
            return f"  {uitkomst.naam}: beoordeel zelf. {uitleg} {_besluit(uitkomst).capitalize()}"


def _besluit(uitkomst: TaakUitkomst) -> str:
    match uitkomst.stand:
        case BesluitStand.GENOMEN if uitkomst.minuten_per_week is not None:
            return f"besluit {show_minutes(uitkomst.minuten_per_week)}"
        case BesluitStand.VERLOPEN:
            return "het besluit is verlopen, besluit opnieuw"
        case _:
            return "nog geen besluit"
