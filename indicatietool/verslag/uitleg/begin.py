"""The beginning of the explanation: what a normenkader is for, and the way from a question to minutes."""

from indicatietool.domain.normenkader import KaderStatus
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Gegevens, LetOp, Lijst, VerslagBlok
from indicatietool.verslag.invulling import row, show_date
from indicatietool.verslag.uitleg.stof import MET_CIJFERS, STATUS_ZINNEN, ZONDER_CIJFERS, Stof, in_a_row

KORT = (
    "Een normenkader is een hulpmiddel. Het beschrijft hoeveel begeleiding vaak past.",
    "De consulent praat met de cliënt en kijkt wat er nodig is.",
    "Het programma rekent dat om naar minuten. Dat is een voorstel.",
    "De consulent bepaalt het aantal. Een ander aantal mag altijd, met een reden.",
    "Elke stap van de berekening staat in het verslag. Iedereen kan de som narekenen.",
)
VASTE_REGELS = (
    "De som gaat met vaste regels. Dezelfde antwoorden geven altijd dezelfde uitkomst. "
    "Er is geen kunstmatige intelligentie (AI) bij gebruikt."
)
WEG_NAAR_AANTAL = "Zo gaat het, van de eerste vraag tot het aantal minuten:"
STAP_HULP = "Doet iemand anders een deel, dan gaan die minuten eraf. Daar hoort altijd een reden bij."
STAP_SAMEN = "Alle taken samen geven een aantal per week. Dat wordt een aantal per maand."
STAP_MENS = "De consulent kijkt of het voorstel past. Past het niet, dan kiest de consulent een ander aantal."


def kort(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return what everyone should know, and which kader this is about."""
    kop = stof.kader.kader
    geldig = f"van {show_date(kop.geldig_van)} "
    geldig += f"tot en met {show_date(kop.geldig_tot)}" if kop.geldig_tot else "tot er een nieuwe versie is"
    rijen = (
        row("Normenkader", f"{kop.naam}, versie {kop.versie}"),
        row("Gemaakt door", kop.uitgever),
        row("Geldig", geldig),
        row("Wat de maker zegt", kop.toelichting, nodig=False),
    )
    return (
        Lijst(KORT),
        Alinea(VASTE_REGELS),
        _standing(stof),
        Gegevens(tuple(rij for rij in rijen if rij is not None)),
    )


def van_vraag_naar_aantal(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the steps in the order in which they are taken, with words of this kader."""
    taken, factoren = stof.kader.taken[:2], stof.kader.factoren[:2]
    namen = in_a_row([f"“{taak.naam}”" for taak in taken], "of")
    regels = [
        f"Eerst kijkt de consulent waar hulp nodig is. Er zijn taken, zoals {namen}.",
        *([_step_on_the_scale(stof)] if any(taak.vraagt_blok for taak in stof.kader.taken) else []),
    ]
    if factoren:
        vragen = in_a_row([f"“{factor.naam}”" for factor in factoren], "of")
        regels.append(
            f"Dan zijn er vragen, zoals {vragen}. Een antwoord kan minuten erbij geven, of minuten eraf."
        )
    regels += [STAP_HULP, STAP_SAMEN, STAP_MENS]
    genummerd = tuple(f"Stap {nummer}. {regel}" for nummer, regel in enumerate(regels, start=1))
    return (Alinea(WEG_NAAR_AANTAL), Lijst(genummerd))


def _step_on_the_scale(stof: Stof) -> str:
    return f"Bij elke taak kiest de consulent een {stof.schaal}. Dat zegt hoe zwaar de hulp is."


def _standing(stof: Stof) -> VerslagBlok:
    """Return how hard the figures are and whether they are shown; a box where a reader could be misled."""
    status = stof.kader.kader.status
    zinnen = (STATUS_ZINNEN[status], MET_CIJFERS if stof.met_cijfers else ZONDER_CIJFERS)
    if status is KaderStatus.VASTGESTELD and stof.met_cijfers:
        return Alinea(" ".join(zinnen), AlineaStijl.NADRUK)
    return LetOp(f"Stand: {status}", zinnen[0], (zinnen[1],))
