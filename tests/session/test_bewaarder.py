"""Who saves while another saves waits; every step comes in the kluis once, in order."""

import threading
import time

import pytest

from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.session.bewaarder import Bewaarder, Bewaarstap
from indicatietool.store.kluis.inlezen import bare_kaart
from tests.builders import make_dossier


class TraagKluis:
    """Een kluis die de tijd neemt, en onthoudt wat zij kreeg."""

    def __init__(self) -> None:
        self.gekregen: list[str] = []

    def save(self, _dossier, _kaart, *, wat: str, **_kwargs) -> int:
        time.sleep(0.01)
        self.gekregen.append(wat)
        return len(self.gekregen)


@pytest.mark.parametrize("in_background", [True, False])
def test_several_that_save_at_once_write_each_step_once_and_in_order(in_background: bool):
    kluis, dossier = TraagKluis(), make_dossier()
    bewaarder = Bewaarder(kluis)
    for wat in "abcde":
        bewaarder.add(Bewaarstap(dossier, bare_kaart(dossier), GebeurtenisSoort.WIJZIGING, wat))

    if in_background:
        bewaarder.start(lambda _error: None)
    anderen = [threading.Thread(target=bewaarder.flush) for _ in range(3)]
    for ander in anderen:
        ander.start()
    for ander in anderen:
        ander.join()
    bewaarder.close()

    assert kluis.gekregen == list("abcde")
    assert bewaarder.is_idle
