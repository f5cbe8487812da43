"""The end of the explanation: who does not agree, a list of words, the sources and the fingerprint."""

from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegevens,
    Kolom,
    Lijst,
    Rij,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.invulling import row, show_date
from indicatietool.verslag.onderdelen.client.vervolg import BEZWAAR, ONDERSTEUNER, PRAAT
from indicatietool.verslag.uitleg.stof import Stof, capital

NOG_GEEN_BESLUIT = "Een verslag is nog geen besluit. Het besluit krijgt u in een aparte brief."
CLIENT = (
    "Lees het verslag. Kijk bij elke taak of het antwoord klopt.",
    PRAAT,
    "U mag vertellen of opschrijven wat u ervan vindt. Dat heet een zienswijze.",
    "Uw mening komt in het verslag, ook als de consulent er anders over denkt.",
    ONDERSTEUNER,
    BEZWAAR,
)
AANBIEDER = (
    "Ziet u iets anders dan in het verslag staat? Bel de consulent.",
    "Noem de taak en vertel wat u ziet. Een ander getal zonder uitleg helpt niet.",
    "Bij een evaluatie kunt u voorstellen om meer of minder te doen. Schrijf op waarom.",
    "De cliënt kan zelf een mening geven (zienswijze) en bezwaar maken tegen het besluit.",
    "Denkt u dat het normenkader zelf niet klopt? Meld dat bij de gemeente.",
)
BRONNEN = "Elk getal en elke regel in het normenkader heeft een bron:"
VINGERAFDRUK = (
    "De vingerafdruk hoort bij dit ene normenkader. Verandert er één letter, "
    "dan is de vingerafdruk anders. Hij staat ook in elk verslag."
)
WOORDEN = (
    ("aanbieder", "De organisatie die de begeleiding geeft."),
    ("anker", "De zin waaraan te herkennen is hoe zwaar de hulp is."),
    ("bezwaar", "Een brief aan de gemeente waarin staat dat u het niet eens bent met het besluit."),
    ("consulent", "De medewerker van de gemeente die onderzoekt hoeveel hulp nodig is."),
    ("factor", "Een vraag over de situatie die minuten erbij of eraf kan geven."),
    ("leefgebied", "Een deel van het leven, zoals wonen, geld of contact met anderen."),
    ("normenkader", "Het hulpmiddel met taken, zinnen, getallen en regels waar deze uitleg over gaat."),
    ("profiel", "Wat er bij het geheel past: een product, hoe lang, en wanneer u samen terugkijkt."),
    ("product", "De naam waaronder de gemeente de hulp regelt."),
    ("ruimte (marge)", "Hoeveel de consulent zonder uitleg mag afwijken van het voorstel."),
    ("taak", "Iets waar begeleiding bij kan helpen, zoals de post openen."),
    ("voorstel", "Het aantal minuten dat uit de som komt. De consulent bepaalt of het zo wordt."),
    ("zienswijze", "Uw mening over het verslag, voordat de gemeente besluit."),
)


def niet_eens(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return how a reader can disagree.

    Bron: Wmo 2015 art. 2.3.2 lid 3 and 8; Awb art. 4:8 and 6:7.
    """
    if stof.is_for_client:
        return (Alinea(NOG_GEEN_BESLUIT), Lijst(CLIENT))
    return (Lijst(AANBIEDER),)


def woorden(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the words that a reader may not know, with that of the scale of this kader."""
    schaal = (stof.schaal, "Hoe zwaar de hulp bij een taak is. Hoe hoger het cijfer, hoe meer hulp.")
    alle = sorted((*WOORDEN, schaal))
    rijen = tuple(Rij((capital(woord), uitleg)) for woord, uitleg in alle)
    return (Tabel((Kolom("Woord", 40), Kolom("Wat het betekent", 130)), rijen),)


def bronnen(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return every source of the kader, and which version this was about."""
    kolommen = (Kolom("Bron", 80), Kolom("Te vinden in", 60), Kolom("Soort", 30))
    rijen = tuple(
        Rij(
            (
                bron.titel,
                bron.vindplaats,
                "eigen keuze" if bron.lokaal else "normenkader",
            )
        )
        for bron in stof.kader.bronnen
    )
    kop = stof.kader.kader
    gegevens = (
        row("Normenkader", f"{kop.id}, versie {kop.versie} ({kop.status})"),
        row("Vingerafdruk (sha256)", stof.sha256),
        row("Uitleg gemaakt op", show_date(stof.datum)),
    )
    return (
        Alinea(BRONNEN),
        Tabel(kolommen, rijen),
        Gegevens(tuple(rij for rij in gegevens if rij is not None)),
        Alinea(VINGERAFDRUK, AlineaStijl.KLEIN),
    )
