"""Cliëntversie: what the client thinks of it, and the place to sign."""

from indicatietool.verslag.blocks import Alinea, AlineaStijl, Ondertekenaar, Ondertekening, VerslagBlok
from indicatietool.verslag.invulling import paragraphs
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.zaak import Zaak

NOG_NIET = "Dit verslag is nog niet af. Teken het pas als het af is."
UITLEG = "U hoeft niet te tekenen. Klopt er iets niet? Schrijf het dan hieronder op."
KEUZES = ("Ik heb dit verslag gelezen.", "Ik ben het eens met dit verslag.", "Ik ben het niet eens, omdat:")
AANVRAAG = "Met dit verslag vraag ik de begeleiding aan."
FORMULIER = "Ik wil een aanvraag doen. Stuur mij het formulier."


def mening(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the client's opinion and reaction, and the block to sign."""
    melding = zaak.dossier.melding
    is_aanvraag = zaak.profiel is None or zaak.profiel.verslag_is_aanvraag
    return (
        *told(zaak, "Wat u van de uitkomst vindt", "afronding.mening_client"),
        *told(zaak, "Uw reactie op papier", "afronding.reactie_client"),
        *_before(zaak),
        Ondertekening(
            KEUZES,
            AANVRAAG if is_aanvraag else FORMULIER,
            (
                Ondertekenaar("Cliënt of vertegenwoordiger", melding.client),
                Ondertekenaar("Consulent", melding.consulent),
            ),
        ),
    )


def _before(zaak: Zaak) -> tuple[Alinea, ...]:
    if zaak.is_concept:
        return (Alinea(NOG_NIET, AlineaStijl.NADRUK),)
    return paragraphs(zaak.normtekst("ondertekening", UITLEG))
