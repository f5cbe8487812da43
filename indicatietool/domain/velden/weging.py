"""Weighing and policy principles; looptijd and evaluation."""

from indicatietool.domain.dossier import Leveringsvorm, Volumevorm
from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

_LEVERINGSVORM = ((Leveringsvorm.ZIN, "zorg in natura"), (Leveringsvorm.PGB, "pgb"))
_VOLUMEVORM = (
    (Volumevorm.PER_MAAND, "minuten per maand"),
    (Volumevorm.TOTAAL, "minuten voor de hele duur"),
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
            Veld(
                "weging.bijzondere_omstandigheden",
                "Bijzondere omstandigheden",
                VeldSoort.TEKST,
                uitleg="Wat past niet in taken en minuten, maar telt wel mee?",
            ),
            Veld(
                "weging.verwachte_pieken",
                "Verwachte pieken en veranderingen",
                VeldSoort.TEKST,
                uitleg="Wanneer is er tijdelijk meer of minder nodig? Dit telt niet mee in de minuten.",
            ),
            Veld(
                "weging.onzeker",
                "Is deze inschatting nog onzeker",
                VeldSoort.JA_NEE,
                uitleg="Soms weet u het pas na een paar maanden. Dan past een vroege evaluatie.",
            ),
        ),
    ),
    VeldGroep(
        "Uitgangspunten van het beleid",
        (
            Veld(
                "weging.normaliseren",
                "Normaliseren",
                VeldSoort.TEKST,
                uitleg="Wat hoort bij het gewone leven en vraagt geen professionele hulp?",
            ),
            Veld(
                "weging.zelfredzaamheid",
                "Zelfredzaamheid en participatie",
                VeldSoort.TEKST,
                uitleg="Hoe helpt deze begeleiding de cliënt om zelf meer te doen of mee te doen?",
            ),
            Veld(
                "weging.naar_de_voorkant",
                "Naar de voorkant",
                VeldSoort.TEKST,
                uitleg="Wat kan het wijkteam, de buurt of een vrijwilliger doen, nu of later?",
            ),
        ),
    ),
)

LOOPTIJD = (
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
                "weging.volumevorm",
                "Hoe de minuten worden toegewezen",
                VeldSoort.KEUZE,
                uitleg="Leeg is: per maand.",
                keuzes=_VOLUMEVORM,
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
