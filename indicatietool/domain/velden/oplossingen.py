"""What the client, others and other laws can do."""

from indicatietool.domain.veld import Veld, VeldGroep, VeldSoort

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
            Veld(
                "oplossingen.mantelzorger_overbelast",
                "Is de mantelzorger overbelast",
                VeldSoort.JA_NEE,
                uitleg="Wie overbelast is, kan niets overnemen. Leeg als er geen mantelzorger is.",
                grondslag="Wmo 2015 art. 2.3.2 lid 4 onder d",
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
                "oplossingen.crisisafspraken",
                "Afspraken bij crisis",
                VeldSoort.TEKST,
                uitleg="Bij gevaar of een lange wachttijd op behandeling: wie belt wie, en wanneer?",
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
