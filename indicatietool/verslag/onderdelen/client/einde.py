"""Cliëntversie: when we look how it goes, when it becomes more or less, and what happens at the end."""

from indicatietool.engine.looptijd import evaluations
from indicatietool.verslag.blocks import Alinea, Kop, Lijst, VerslagBlok
from indicatietool.verslag.invulling import paragraphs, show_date
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.zaak import Zaak

SAMEN_KIJKEN = "We kijken samen met u en uw begeleider hoe het gaat. Dat doen we op:"
NOG_GEEN_DAG = "We kijken samen met u en uw begeleider hoe het gaat. De dag is nog niet bekend."
VERANDERT = "Verandert er eerder iets in uw situatie? Laat het ons dan meteen weten."
STOPT = "Daarna stopt de begeleiding. Zij gaat niet vanzelf door."
OPNIEUW_MELDEN = "Heeft u daarna nog hulp nodig? Meld u dan op tijd opnieuw bij de gemeente."


def einde(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the evaluations, what changes the begeleiding, and what happens on the einddatum.

    Bron: eisen 103, 121 en 122.
    """
    dag = show_date(zaak.dossier.weging.einddatum)
    return (
        *_evaluations(zaak),
        *told(zaak, "Wanneer er meer of minder begeleiding komt", "weging.op_en_afschalen"),
        Kop(2, "Wat gebeurt er op de einddatum"),
        *((Alinea(f"De laatste dag van de begeleiding is {dag}."),) if dag else ()),
        *paragraphs(zaak.normtekst("bij-einddatum", STOPT)),
        *paragraphs(zaak.profiel.initiatief if zaak.profiel else OPNIEUW_MELDEN),
        *paragraphs(zaak.dossier.weging.bij_einddatum),
        *paragraphs(zaak.normtekst("life-events")),
        Alinea(VERANDERT),
    )


def _evaluations(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    dagen = tuple(show_date(moment.dag) for moment in evaluations(zaak.dossier.weging))
    return (Alinea(SAMEN_KIJKEN), Lijst(dagen)) if dagen else (Alinea(NOG_GEEN_DAG),)
