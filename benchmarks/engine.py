"""The traced calculation of a dossier with forty taken."""

from collections.abc import Iterator
from datetime import date
from statistics import median
from time import process_time

from indicatietool.domain.antwoorden import Antwoorden, Frequentie, TaakAntwoord
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.engine.total import indicate
from indicatietool.paths import normen_folder
from indicatietool.session.kaders import PRACTICE_KADER
from indicatietool.store.normenkaders import find_normenkaders, load_normenkader

TAKEN = 40
RUNS = 200
OBSERVATIE = "Op tafel lagen veertien ongeopende brieven. Cliënt weet niet welke eerst open moet."


def forty_taken() -> tuple[Normenkader, Dossier]:
    """Return the practice kader and a dossier with forty of its taken, every question answered."""
    versies = find_normenkaders(normen_folder())
    geladen = load_normenkader(next(versie for versie in versies if versie.parent.name == PRACTICE_KADER))
    kader = geladen.kader
    taken = tuple(
        TaakAntwoord(
            taak=taak.id,
            blok="O3",
            frequentie=Frequentie(keer=2, per_weken=1) if taak.per is Per.KEER else None,
            keuzes={factor: kader.factor_by_id[factor].keuzes[-1].id for factor in taak.vraagt},
            observatie=OBSERVATIE,
        )
        for taak in kader.taken[:TAKEN]
    )
    keuzes = {factor.id: factor.keuzes[-1].id for factor in kader.factoren_at(Plaats.DOSSIER)}
    return kader, Dossier(
        nummer="meting",
        gemaakt=date(2026, 11, 22),
        kader=geladen.verwijzing,
        antwoorden=Antwoorden(keuzes=keuzes, taken=taken),
    )


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, the least processor time with the median, and goal."""
    kader, dossier = forty_taken()
    times = []
    for _ in range(RUNS):
        begin = process_time()
        indicatie = indicate(kader, dossier)
        times.append(process_time() - begin)
    stappen = sum(len(uitkomst.voorstel.stappen) for uitkomst in indicatie.taken)  # type: ignore[union-attr]
    told = f"{min(times) * 1000:.2f} ({median(times) * 1000:.2f}) ms"
    yield f"{TAKEN} taken doorrekenen met {stappen} rekenstappen, de snelste keer", told, "≤ 2 ms"
