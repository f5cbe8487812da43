"""Part 13: what the client thinks of it, and the place to sign."""

from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, Ondertekenaar, Ondertekening, VerslagBlok
from indicatietool.verslag.invulling import field, paragraphs, rows, table_of
from indicatietool.verslag.zaak import Zaak

NIET_TEKENEN = "Dit is een concept. Onderteken pas als het verslag af is."
UITLEG = (
    "Ondertekenen is niet verplicht. U kunt hieronder aangeven of u het met dit verslag eens bent. "
    "Klopt er iets niet, schrijf het dan op."
)

AANVRAAG = "Met dit ondertekende verslag doe ik een aanvraag voor de maatwerkvoorziening."
STUUR_FORMULIER = "Ik wil een aanvraag doen. Stuur mij het formulier."


def reactie(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the client's opinion and reaction, and the block to sign."""
    dossier = zaak.dossier
    return (
        *field(dossier, "afronding.mening_client"),
        *field(dossier, "afronding.reactie_client"),
        *table_of(*rows(dossier, "afronding.verslag_verzonden")),
        Kop(3, "Ondertekening"),
        *_before_signing(zaak),
        sign_block(zaak),
    )


def sign_block(zaak: Zaak) -> Ondertekening:
    """Return the place to sign, with the aanvraag where the gemeente takes the verslag for one."""
    melding, profiel = zaak.dossier.melding, zaak.profiel
    is_aanvraag = profiel is None or profiel.verslag_is_aanvraag
    return Ondertekening(
        keuzes=(
            "Gezien: ik heb dit verslag gelezen.",
            "Akkoord: ik ben het eens met dit verslag.",
            "Niet akkoord, omdat:",
        ),
        aanvraag=AANVRAAG if is_aanvraag else STUUR_FORMULIER,
        ondertekenaars=(
            Ondertekenaar("Cliënt of vertegenwoordiger", melding.client),
            Ondertekenaar("Consulent", melding.consulent),
        ),
    )


def _before_signing(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    if zaak.is_concept:
        return (Alinea(NIET_TEKENEN, AlineaStijl.NADRUK),)
    uitleg = paragraphs(zaak.normtekst("ondertekening", UITLEG))
    return (*uitleg, *paragraphs(zaak.normtekst("namens")))
