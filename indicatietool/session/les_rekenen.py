"""The arithmetic of a kader on one worked example: a slide for each rekenstap, and one for the total.

Comes in: a kader with its own examples. Goes out: slides; none for a kader without an example. The steps are
the trace of the engine, not a telling of it.
"""

from collections.abc import Iterator

from indicatietool.domain.indicatie import Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Voorbeeld
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.session.les_dia import Dia, Kolom
from indicatietool.session.uitleg_zinnen import minutes, tell_stap
from indicatietool.session.veranderd import arrow
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader

DEEL = "Rekenen"
MOST_STEPS = 8
"""An example with more steps than this loses the room."""


def worked_example(geladen: GeladenKader) -> Iterator[Dia]:
    """Yield the slides of the example in which most happens to one taak.

    Raises:
        IndicatietoolError: a case of the kader can't be read.
    """
    gevonden = _richest(geladen)
    if gevonden is None:
        return
    voorbeeld, indicatie, uitkomst, voorstel = gevonden
    zinnen = [tell_stap(stap) for stap in voorstel.stappen]
    aantal = len(zinnen)
    inleiding = f"{voorbeeld.titel}. Taak: {uitkomst.naam}."
    for nummer, stap in enumerate(voorstel.stappen):
        getallen = (show_minutes(omvang.richt) for omvang in (stap.voor, stap.na))
        getal = arrow(*getallen) if nummer else show_minutes(stap.na.richt)
        nu = Kolom(f"Stap {nummer + 1}", getal, (zinnen[nummer],))
        eerder = (Kolom("Tot nu toe", regels=tuple(zinnen[:nummer])),) if nummer else ()
        yield Dia(
            DEEL,
            f"Rekenen, stap {nummer + 1} van {aantal}",
            inleiding,
            (*eerder, nu),
            f"Bron: {stap.bron}.",
            vindplaats=("", uitkomst.naam),
        )
    yield _total(voorbeeld, indicatie)


def _richest(geladen: GeladenKader) -> tuple[Voorbeeld, Indicatie, TaakUitkomst, Voorstel] | None:
    """Return the example and the taak with most steps that move the number, and not too many in all."""
    beste: tuple[Voorbeeld, Indicatie, TaakUitkomst, Voorstel] | None = None
    meeste = 0
    for voorbeeld in geladen.voorbeelden:
        dossier = read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus)
        indicatie = indicate(geladen.kader, dossier)
        for uitkomst in indicatie.taken:
            voorstel = uitkomst.voorstel
            if not isinstance(voorstel, Voorstel) or len(voorstel.stappen) > MOST_STEPS:
                continue
            beweegt = sum(stap.voor.richt != stap.na.richt for stap in voorstel.stappen)
            if beweegt > meeste:
                meeste, beste = beweegt, (voorbeeld, indicatie, uitkomst, voorstel)
    return beste


def _total(voorbeeld: Voorbeeld, indicatie: Indicatie) -> Dia:
    namen = {uitkomst.naam for uitkomst in indicatie.taken}
    taken = tuple(
        f"{uitkomst.naam}: {show_minutes(uitkomst.minuten_per_week)}"
        for uitkomst in indicatie.taken
        if uitkomst.minuten_per_week is not None
    )
    stappen = tuple(
        f"{stap.tekst}: {arrow(show_minutes(stap.voor), show_minutes(stap.na))}"
        for stap in indicatie.stappen
        if stap.tekst not in namen
    )
    return Dia(
        DEEL,
        "Rekenen: van taken naar een maand",
        voorbeeld.titel,
        (
            Kolom("Taken samen", f"{minutes(indicatie.minuten_per_week)} per week", taken),
            Kolom("Naar een maand", f"{minutes(indicatie.minuten_per_maand)} per maand", stappen),
        ),
        "Het totaal is één getal. Elke stap is terug te vinden.",
    )
