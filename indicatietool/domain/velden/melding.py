"""Melding and procedure: who, where, when, and the steps of the law."""

from indicatietool.domain.dossier import AdviesGevolgd, Leeftijdsgroep, SoortOnderzoek
from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

_SOORT_ONDERZOEK = (
    (SoortOnderzoek.EERSTE, "eerste onderzoek"),
    (SoortOnderzoek.HERINDICATIE, "herindicatie"),
    (SoortOnderzoek.HERZIENING, "herziening na een verandering"),
    (SoortOnderzoek.OMZETTING, "omzetting van een bestaande indicatie"),
)
_LEEFTIJDSGROEP = (
    (Leeftijdsgroep.TOT_23, "18 tot 23 jaar"),
    (Leeftijdsgroep.TOT_27, "23 tot 27 jaar"),
    (Leeftijdsgroep.VANAF_27, "27 jaar of ouder"),
)
_ADVIES_GEVOLGD = (
    (AdviesGevolgd.GEVOLGD, "gevolgd"),
    (AdviesGevolgd.DEELS, "deels gevolgd"),
    (AdviesGevolgd.NIET, "niet gevolgd"),
)

MELDING = (
    VeldGroep(
        "Wie en waar",
        (
            Veld(
                "melding.client",
                "Cliënt",
                VeldSoort.REGEL,
                uitleg="Naam zoals die in het verslag komt. Bij oefenen: een verzonnen naam.",
                nodig=True,
            ),
            Veld(
                "melding.zaaknummer",
                "Zaaknummer",
                VeldSoort.REGEL,
                uitleg="Het nummer uit het zaaksysteem, geen BSN.",
                nodig=True,
            ),
            Veld(
                "melding.bsn",
                "BSN",
                VeldSoort.BSN,
                uitleg="Alleen als het echt nodig is. Het komt in geen enkel verslag.",
                grondslag="Wmo 2015 art. 5.2.9",
            ),
            Veld("melding.consulent", "Consulent", VeldSoort.REGEL, uitleg="Uw naam of functie.", nodig=True),
            Veld(
                "melding.soort_onderzoek",
                "Soort onderzoek",
                VeldSoort.KEUZE,
                nodig=True,
                keuzes=_SOORT_ONDERZOEK,
            ),
            Veld(
                "melding.huidige_indicatie",
                "Huidige indicatie",
                VeldSoort.REGEL,
                uitleg="Bijvoorbeeld IB1, 3 uur per week. Leeg als er geen is.",
            ),
            Veld(
                "melding.leeftijdsgroep",
                "Leeftijdsgroep",
                VeldSoort.KEUZE,
                uitleg="Denk tot 27 jaar aan de overgang uit de jeugdhulp. Dit verandert geen minuten.",
                keuzes=_LEEFTIJDSGROEP,
            ),
            Veld(
                "melding.geheim_adres",
                "Is het adres geheim",
                VeldSoort.JA_NEE,
                uitleg="Bij gevaar voor de cliënt gaat er geen bericht via het berichtenverkeer.",
                grondslag="iWmo OP003",
            ),
        ),
    ),
    VeldGroep(
        "Melding en gesprek",
        (
            Veld(
                "melding.meldingsdatum",
                "Datum van de melding",
                VeldSoort.DATUM,
                uitleg="Het onderzoek is binnen zes weken klaar.",
                grondslag="Wmo 2015 art. 2.3.2 lid 1",
                nodig=True,
            ),
            Veld(
                "melding.ontvangst_bevestigd",
                "Ontvangst van de melding bevestigd",
                VeldSoort.JA_NEE,
                grondslag="Wmo 2015 art. 2.3.2 lid 1",
                nodig=True,
            ),
            Veld(
                "melding.gespreksdatum",
                "Datum van het gesprek",
                VeldSoort.DATUM,
                grondslag="Wmo 2015 art. 2.3.2 lid 1",
                nodig=True,
            ),
            Veld(
                "melding.aanwezigen",
                "Wie waren bij het gesprek",
                VeldSoort.TEKST,
                uitleg="Alleen de rol: cliënt, zus, begeleider. Geen namen van anderen.",
                grondslag="Wmo 2015 art. 2.3.2 lid 1",
                nodig=True,
            ),
            Veld(
                "melding.spoed",
                "Is er spoed",
                VeldSoort.JA_NEE,
                uitleg="Bij spoed kan direct een tijdelijke voorziening worden gegeven.",
                grondslag="Wmo 2015 art. 2.3.3",
            ),
            Veld(
                "melding.verandering",
                "Wat is er veranderd",
                VeldSoort.TEKST,
                uitleg="Bij een herziening of herindicatie: wat is er gebeurd sinds het vorige onderzoek?",
                grondslag="Wmo 2015 art. 2.3.9",
            ),
        ),
    ),
    VeldGroep(
        "Procedure",
        (
            Veld(
                "melding.clientondersteuning_genoemd",
                "Gewezen op gratis cliëntondersteuning",
                VeldSoort.JA_NEE,
                grondslag="Wmo 2015 art. 2.3.2 lid 3",
                nodig=True,
            ),
            Veld(
                "melding.persoonlijk_plan",
                "Heeft de cliënt een persoonlijk plan gegeven",
                VeldSoort.JA_NEE,
                uitleg="De cliënt heeft hier zeven dagen voor.",
                grondslag="Wmo 2015 art. 2.3.2 lid 2 en 5",
                nodig=True,
            ),
            Veld(
                "melding.persoonlijk_plan_gebruikt",
                "Hoe is het persoonlijk plan gebruikt",
                VeldSoort.TEKST,
                uitleg="Alleen als er een plan is.",
                grondslag="Wmo 2015 art. 2.3.2 lid 5",
            ),
            Veld(
                "melding.identiteit_vastgesteld",
                "Identiteit vastgesteld met een document",
                VeldSoort.JA_NEE,
                uitleg="Alleen bekijken, geen kopie bewaren.",
                grondslag="Wmo 2015 art. 2.3.4",
                nodig=True,
            ),
            Veld(
                "melding.pgb_besproken",
                "Pgb besproken, met de gevolgen",
                VeldSoort.JA_NEE,
                grondslag="Wmo 2015 art. 2.3.2 lid 6",
                nodig=True,
            ),
            Veld(
                "melding.stukken",
                "Gebruikte stukken",
                VeldSoort.TEKST,
                uitleg="Welke stukken heeft u gelezen? Eén per regel.",
                grondslag="Wmo 2015 art. 2.3.2 lid 7",
            ),
        ),
    ),
    VeldGroep(
        "Advies van een aanbieder",
        (
            Veld("melding.advies_datum", "Datum van het advies", VeldSoort.DATUM),
            Veld(
                "melding.advies_minuten_per_maand",
                "Geadviseerde minuten per maand",
                VeldSoort.GETAL,
                uitleg="Leeg als er geen advies is.",
            ),
            Veld("melding.advies_samenvatting", "Samenvatting van het advies", VeldSoort.TEKST),
        ),
    ),
)

ADVIES = (
    VeldGroep(
        "Wat doet u met het advies",
        (
            Veld("melding.advies_gevolgd", "Is het advies gevolgd", VeldSoort.KEUZE, keuzes=_ADVIES_GEVOLGD),
            Veld(
                "melding.advies_want",
                "Want",
                VeldSoort.TEKST,
                uitleg="Waarom gevolgd, deels gevolgd of niet gevolgd?",
                grondslag="Awb art. 3:46",
            ),
        ),
    ),
)
"""What is done with the advice; it can only be answered once there is a number."""
