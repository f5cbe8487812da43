"""Cliëntversie: what happens now, and what the client can do who does not agree."""

from indicatietool.domain.dossier import Leveringsvorm
from indicatietool.domain.kalender import research_deadline
from indicatietool.verslag.blocks import Alinea, Kop, Lijst, VerslagBlok
from indicatietool.verslag.invulling import paragraphs, show_date
from indicatietool.verslag.zaak import Zaak

NOG_GEEN_BESLUIT = "Dit verslag is nog geen besluit. Een besluit krijgt u in een aparte brief."
LEES = "Lees dit verslag rustig door."
KLOPT_NIET = "Klopt er iets niet? Schrijf het op of bel uw consulent."
TEKENEN = "Wilt u deze begeleiding? Teken dan het verslag en stuur het terug. Dat is uw aanvraag."
FORMULIER = "Wilt u deze begeleiding? Doe dan een aanvraag. U krijgt daarvoor een formulier."
TWEE_WEKEN = "De gemeente besluit binnen twee weken na uw aanvraag. U krijgt daarover een brief."
AANBIEDER = "Daarna maakt de aanbieder een afspraak met u. Samen maakt u een plan."
BUDGET = "Daarna regelt u de hulp met uw budget. Uw consulent legt uit hoe dat gaat."
BIJ_SPOED = "Kunt u niet wachten? De gemeente kan bij spoed meteen tijdelijke hulp geven."
PRAAT = "Praat eerst met uw consulent. Vaak is er samen een oplossing te vinden."
OPSCHRIJVEN = "U mag in dit verslag opschrijven waarmee u het niet eens bent."
ONDERSTEUNER = "Een cliëntondersteuner kan u helpen. Dat is gratis. Die werkt niet voor de gemeente."
BEZWAAR = "Bent u het niet eens met het besluit? Dan kunt u binnen zes weken bezwaar maken."


def vervolg(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the next steps with the terms of the law.

    Bron: Wmo 2015 art. 2.3.2 lid 1 en 9, art. 2.3.3 en art. 2.3.5 lid 2.
    """
    is_aanvraag = zaak.profiel is None or zaak.profiel.verslag_is_aanvraag
    daarna = {Leveringsvorm.ZIN: (AANBIEDER,), Leveringsvorm.PGB: (BUDGET,), None: ()}
    spoed = (BIJ_SPOED,) if zaak.dossier.melding.spoed else ()
    return (
        Alinea(NOG_GEEN_BESLUIT),
        Lijst(
            (
                LEES,
                KLOPT_NIET,
                TEKENEN if is_aanvraag else FORMULIER,
                TWEE_WEKEN,
                *daarna[zaak.dossier.weging.leveringsvorm],
            )
        ),
        *(Alinea(zin) for zin in (*_in_time(zaak), *spoed)),
    )


def niet_eens(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what the client can do who does not agree, who helps, and whom to ask.

    Bron: Wmo 2015 art. 2.3.2 lid 3; Awb art. 6:7.
    """
    bezwaar = zaak.profiel.bezwaar if zaak.profiel else ""
    return (
        Lijst((PRAAT, OPSCHRIJVEN, ONDERSTEUNER)),
        *paragraphs(bezwaar or BEZWAAR),
        *_contact(zaak),
    )


def _in_time(zaak: Zaak) -> tuple[str, ...]:
    melding = zaak.dossier.melding.meldingsdatum
    klaar = research_deadline(melding) if melding else None
    if melding is None or klaar is None:
        return ()
    return (
        f"U meldde zich op {show_date(melding)}. Het onderzoek moet klaar zijn op {show_date(klaar)}.",
        "Is het dan niet klaar? Dan mag u meteen een aanvraag doen.",
    )


def _contact(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    regels = zaak.profiel.contact if zaak.profiel else ()
    consulent = zaak.dossier.melding.consulent.strip()
    alle = (*((f"Uw consulent: {consulent}",) if consulent else ()), *regels)
    return (Kop(2, "Contact"), Lijst(alle)) if alle else ()
