"""The typed fields of a dossier: label, kind, legal ground and whether a definitive report needs them.

One table for the wizard's pages, the list of what is missing and the report, so that they can't differ.
"""

from indicatietool.domain.dossier import AdviesGevolgd, Leveringsvorm, SoortOnderzoek
from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

_SOORT_ONDERZOEK = (
    (SoortOnderzoek.EERSTE, "eerste onderzoek"),
    (SoortOnderzoek.HERINDICATIE, "herindicatie"),
    (SoortOnderzoek.HERZIENING, "herziening na een verandering"),
    (SoortOnderzoek.OMZETTING, "omzetting van een bestaande indicatie"),
)
_ADVIES_GEVOLGD = (
    (AdviesGevolgd.GEVOLGD, "gevolgd"),
    (AdviesGevolgd.DEELS, "deels gevolgd"),
    (AdviesGevolgd.NIET, "niet gevolgd"),
)
_LEVERINGSVORM = ((Leveringsvorm.ZIN, "zorg in natura"), (Leveringsvorm.PGB, "pgb"))


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
            Veld(
                "melding.advies_minuten_per_maand",
                "Geadviseerde minuten per maand",
                VeldSoort.GETAL,
                uitleg="Leeg als er geen advies is.",
            ),
            Veld("melding.advies_samenvatting", "Samenvatting van het advies", VeldSoort.TEKST),
            Veld("melding.advies_gevolgd", "Is het advies gevolgd", VeldSoort.KEUZE, keuzes=_ADVIES_GEVOLGD),
            Veld(
                "melding.advies_want",
                "Want",
                VeldSoort.TEKST,
                uitleg="Waarom wel, deels of niet gevolgd?",
                grondslag="Awb art. 3:46",
            ),
        ),
    ),
)

HULPVRAAG = (
    VeldGroep(
        "In de woorden van de cliënt",
        (
            Veld(
                "hulpvraag.eigen_woorden",
                "Wat vraagt de cliënt",
                VeldSoort.TEKST,
                uitleg="Schrijf op wat de cliënt zelf zegt.",
                grondslag="CRvB 2018:819 stap 1",
                nodig=True,
            ),
        ),
    ),
    VeldGroep(
        "Situatie",
        (
            Veld(
                "hulpvraag.situatie",
                "Situatie en kenmerken van de persoon",
                VeldSoort.TEKST,
                uitleg="Alleen wat nodig is om de hulpvraag te begrijpen. Geen diagnose nodig.",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder a",
                nodig=True,
            ),
            Veld(
                "hulpvraag.behoeften",
                "Behoeften en voorkeuren",
                VeldSoort.TEKST,
                uitleg="Ook godsdienst, levensovertuiging of cultuur als dat van belang is.",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder a",
                nodig=True,
            ),
            Veld(
                "hulpvraag.hulpgeschiedenis",
                "Eerdere hulp en wat die opleverde",
                VeldSoort.TEKST,
                uitleg="Belangrijk bij behoudgerichte begeleiding: wat is al geprobeerd te leren?",
            ),
        ),
    ),
)

OPLOSSINGEN = (
    VeldGroep(
        "Zelf en samen met anderen",
        (
            Veld(
                "oplossingen.eigen_kracht",
                "Eigen kracht en gebruikelijke hulp",
                VeldSoort.TEKST,
                uitleg="Wat kan de cliënt zelf? Wat kunnen huisgenoten doen? Waaruit blijkt dat?",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder b",
                nodig=True,
            ),
            Veld(
                "oplossingen.mantelzorg_en_netwerk",
                "Mantelzorg en sociaal netwerk",
                VeldSoort.TEKST,
                uitleg="Wie helpt, waarmee, en wil en kan die persoon dat?",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder c",
                nodig=True,
            ),
            Veld(
                "oplossingen.ondersteuning_mantelzorger",
                "Ondersteuning van de mantelzorger",
                VeldSoort.TEKST,
                uitleg="Is die nodig? Dreigt overbelasting?",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder d",
                nodig=True,
            ),
        ),
    ),
    VeldGroep(
        "Voorliggend en andere wetten",
        (
            Veld(
                "oplossingen.algemene_voorzieningen",
                "Algemene en voorliggende voorzieningen",
                VeldSoort.TEKST,
                uitleg="Wat is er in de buurt, is het er echt, of is er een wachtlijst?",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder e",
                nodig=True,
            ),
            Veld(
                "oplossingen.samenwerking",
                "Samenwerking met andere hulp",
                VeldSoort.TEKST,
                uitleg="Zorgverzekering, jeugdhulp, onderwijs, welzijn, wonen, werk en inkomen.",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder f",
                nodig=True,
            ),
            Veld(
                "oplossingen.andere_wetten",
                "Andere wetten",
                VeldSoort.TEKST,
                uitleg="Wlz, Zvw, Jeugdwet, Participatiewet: is daar een recht op?",
                grondslag="Wmo 2015 art. 2.3.5 lid 5 en 6",
                nodig=True,
            ),
            Veld(
                "oplossingen.levensovertuiging",
                "Godsdienst, levensovertuiging en cultuur",
                VeldSoort.TEKST,
                uitleg="Alleen als het invloed heeft op de begeleiding.",
                grondslag="Wmo 2015 art. 2.3.5 lid 5",
            ),
            Veld(
                "oplossingen.eigen_bijdrage",
                "Uitleg over de eigen bijdrage",
                VeldSoort.TEKST,
                uitleg="Wat is daarover verteld?",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder g",
                nodig=True,
            ),
        ),
    ),
)

WEGING = (
    VeldGroep(
        "Plussen en minnen",
        (
            Veld(
                "weging.plussen_en_minnen",
                "Weging in uw woorden",
                VeldSoort.TEKST,
                uitleg="Wat vraagt om meer, wat om minder? Waarom past dit profiel?",
                grondslag="Awb art. 3:46",
                nodig=True,
            ),
        ),
    ),
    VeldGroep(
        "Looptijd",
        (
            Veld(
                "weging.leveringsvorm",
                "Leveringsvorm",
                VeldSoort.KEUZE,
                grondslag="Wmo 2015 art. 2.3.6",
                nodig=True,
                keuzes=_LEVERINGSVORM,
            ),
            Veld(
                "weging.ingangsdatum",
                "Ingangsdatum",
                VeldSoort.DATUM,
                uitleg="Bij voorkeur de eerste dag van een maand (iWmo IV078).",
                nodig=True,
            ),
            Veld(
                "weging.einddatum",
                "Einddatum",
                VeldSoort.DATUM,
                uitleg="Laatste dag van de indicatie.",
                nodig=True,
            ),
            Veld(
                "weging.looptijd_motivering",
                "Waarom deze looptijd",
                VeldSoort.TEKST,
                grondslag="Awb art. 3:46",
                nodig=True,
            ),
        ),
    ),
    VeldGroep(
        "Evaluatie",
        (
            Veld(
                "weging.eerste_evaluatie",
                "Eerste evaluatie",
                VeldSoort.DATUM,
                uitleg="Na drie tot zes maanden.",
                grondslag="Wmo 2015 art. 2.3.9",
                nodig=True,
            ),
            Veld("weging.evaluatie_elke_maanden", "Daarna elke … maanden", VeldSoort.GETAL),
            Veld(
                "weging.aanleveren_weken_ervoor",
                "Stukken aanleveren, weken ervoor",
                VeldSoort.GETAL,
                uitleg="Zoveel weken voor de evaluatie levert de aanbieder zijn verslag aan.",
            ),
            Veld(
                "weging.op_en_afschalen",
                "Wanneer meer of minder begeleiding",
                VeldSoort.TEKST,
                uitleg="Waaraan ziet u dat het meer of minder moet worden, of kan stoppen?",
                nodig=True,
            ),
            Veld(
                "weging.bij_einddatum",
                "Wat gebeurt er op de einddatum",
                VeldSoort.TEKST,
                uitleg="De begeleiding stopt dan, tenzij de cliënt zich opnieuw meldt.",
                nodig=True,
            ),
        ),
    ),
)

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

ALLE_GROEPEN = (*MELDING, *HULPVRAAG, *OPLOSSINGEN, *WEGING, *AFRONDING)
ALLE_VELDEN = tuple(veld for groep in ALLE_GROEPEN for veld in groep.velden)
VELD_BY_PAD = {veld.pad: veld for veld in ALLE_VELDEN}
