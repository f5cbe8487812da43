"""What the client thinks of the verslag."""

from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

AFRONDING = (
    VeldGroep(
        "De cliënt over het verslag",
        (
            Veld(
                "afronding.mening_client",
                "Mening van de cliënt over de uitkomst",
                VeldSoort.TEKST,
                uitleg="Wat vindt de cliënt van het aantal minuten en de taken?",
                grondslag="Wmo 2015 art. 2.3.2 lid 8",
                nodig=True,
            ),
            Veld(
                "afronding.reactie_client",
                "Schriftelijke reactie van de cliënt",
                VeldSoort.TEKST,
                uitleg="Opmerkingen en aanvullingen die de cliënt later geeft.",
                grondslag="Wmo 2015 art. 2.3.2 lid 8",
            ),
            Veld(
                "afronding.verslag_verzonden",
                "Verslag verzonden op",
                VeldSoort.DATUM,
                grondslag="Wmo 2015 art. 2.3.2 lid 8",
            ),
        ),
    ),
)
