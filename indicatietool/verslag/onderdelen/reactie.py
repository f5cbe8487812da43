"""Part 13: what the client thinks of it, and the place to sign."""

from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, Ondertekenaar, Ondertekening, VerslagBlok
from indicatietool.verslag.invulling import field, paragraphs, rows, table_of
from indicatietool.verslag.zaak import Zaak

NIET_TEKENEN = "Dit is een concept. Onderteken pas als het verslag af is."
UITLEG = (
    "Ondertekenen is niet verplicht. U kunt hieronder aangeven of u het met dit verslag eens bent. "
    "Klopt er iets niet, schrijf het dan op."
)


def reactie(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the client's opinion and reaction, and the block to sign."""
    dossier = zaak.dossier
    return (
        *field(dossier, "afronding.mening_client"),
        *field(dossier, "afronding.reactie_client"),
        *table_of(*rows(dossier, "afronding.verslag_verzonden")),
        Kop(3, "Ondertekening"),
        *_before_signing(zaak),
        Ondertekening(
            keuzes=(
                "Gezien: ik heb dit verslag gelezen.",
                "Akkoord: ik ben het eens met dit verslag.",
                "Niet akkoord, omdat:",
            ),
            aanvraag="Met dit ondertekende verslag doe ik een aanvraag voor de maatwerkvoorziening.",
            ondertekenaars=(
                Ondertekenaar("Cliënt of vertegenwoordiger", dossier.melding.client),
                Ondertekenaar("Consulent", dossier.melding.consulent),
            ),
        ),
    )


def _before_signing(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    if zaak.is_concept:
        return (Alinea(NIET_TEKENEN, AlineaStijl.NADRUK),)
    uitleg = paragraphs(zaak.normtekst("ondertekening", UITLEG))
    return (*uitleg, *paragraphs(zaak.normtekst("namens")))
