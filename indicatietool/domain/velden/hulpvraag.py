"""The hulpvraag, first in the client's own words."""

from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

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
                "hulpvraag.belastbaarheid",
                "Belastbaarheid",
                VeldSoort.TEKST,
                uitleg="Hoeveel kan de cliënt aan, en waaraan ziet u dat? De score staat bij de factoren.",
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
