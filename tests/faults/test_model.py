"""A working life of a kluis: any row of acts, with a plain model beside it that never forgets.

After each step the kluis is sound; whatever was saved is what the model holds, through locks, crashes,
changed wachtwoorden and restored copies. `make test-faults` does 200 lives of 50 steps.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.dossier import Dossier
from indicatietool.errors import BesluitError, WachtwoordError
from indicatietool.session.session import Session
from indicatietool.store.kluis import Kluis
from tests.builders import VANDAAG, as_loaded, make_dossier, make_kader, make_taak
from tests.faults.gedood import GRONDIG
from tests.kluizen import LICHT, WACHTWOORD, make_kluis

KADER = as_loaded(make_kader(make_taak("post", minuten=60), make_taak("koken", leefgebied="wonen")))
TAKEN = st.sampled_from(["post", "koken"])
TEKSTEN = st.sampled_from(["", "Anna", "Łódź <b>vet</b>", "a\n\tb", "😀", "x" * 200])
ZINNEN = tuple(f"zomer kano lepel {woord} bakfiets" for woord in ("toren", "duinen", "wortel"))


class Leven(RuleBasedStateMachine):
    """Eén kluis en alles wat ermee kan gebeuren."""

    def __init__(self) -> None:
        super().__init__()
        self.huis = Path(tempfile.mkdtemp(prefix="kluis-leven-"))
        self.folder = self.huis / "kluis"
        self.kluis = make_kluis(self.folder)
        self.kluis.close()
        shutil.rmtree(self.folder)
        self.kluis, self.code = Kluis.create(self.folder, WACHTWOORD, kdf=LICHT, actor="consulent")
        self.wachtwoord = WACHTWOORD
        self.bewaard: dict[str, Dossier] = {}
        self.verzegeld: set[str] = set()
        self.kopieen: dict[str, tuple[dict[str, Dossier], set[str]]] = {}
        self.session: Session | None = None
        self.nummers: set[str] = set()

    def teardown(self) -> None:
        self.kluis.close()
        shutil.rmtree(self.huis, ignore_errors=True)

    # -- at work ----------------------------------------------------------------------------------

    @rule()
    def new(self) -> None:
        nummer = self.kluis.next_nummer(2027)
        assert nummer not in self.nummers, "een nummer komt nooit terug"
        self.nummers.add(nummer)
        self.session = Session(make_dossier().with_changes(nummer=nummer), KADER, self.kluis, VANDAAG)
        self._save()

    @precondition(lambda self: self.bewaard)
    @rule(data=st.data())
    def open(self, data: st.DataObject) -> None:
        nummer = data.draw(st.sampled_from(sorted(self.bewaard)))
        self.session = Session(self.kluis.load(nummer), KADER, self.kluis, VANDAAG)
        assert self.session.dossier == self.bewaard[nummer]
        assert self.session.is_definitief == (nummer in self.verzegeld)

    @precondition(lambda self: self.session)
    @rule(
        veld=st.sampled_from(["melding.client", "hulpvraag.situatie", "weging.plussen_en_minnen"]),
        tekst=TEKSTEN,
    )
    def type(self, veld: str, tekst: str) -> None:
        self._act(lambda session: session.set_veld(veld, tekst))

    @precondition(lambda self: self.session)
    @rule(leefgebied=st.sampled_from(["geld", "wonen"]), situatie=st.sampled_from(list(LeefgebiedSituatie)))
    def situatie(self, leefgebied: str, situatie: LeefgebiedSituatie) -> None:
        self._act(lambda session: session.set_situatie(leefgebied, situatie))

    @precondition(lambda self: self.session)
    @rule(taak=TAKEN, blok=st.sampled_from(["O1", "O3", "B2"]))
    def score(self, taak: str, blok: str) -> None:
        def act(session: Session) -> None:
            session.choose_taak(taak, nodig=True)
            session.answer_blok(taak, blok)

        self._act(act)

    @precondition(lambda self: self.session and self.session.dossier.antwoorden.taken)
    @rule(minuten=st.integers(0, 500), afwijken=st.booleans())
    def decide(self, minuten: int, afwijken: bool) -> None:
        def act(session: Session) -> None:
            taak = session.dossier.antwoorden.taken[0].taak
            if afwijken:
                session.depart(taak, minuten, "bijzonder", "Het kost hier meer tijd.")
            elif session.dossier.antwoorden.taken[0].blok:
                session.take_over(taak)

        self._act(act)

    @precondition(lambda self: self.session)
    @rule(terug=st.booleans())
    def undo_or_redo(self, terug: bool) -> None:
        self._act(lambda session: session.undo() if terug else session.redo())

    @precondition(lambda self: self.session)
    @rule()
    def save(self) -> None:
        self._save()

    @precondition(lambda self: self.session and self.session.dossier.nummer not in self.verzegeld)
    @rule()
    def seal(self) -> None:
        self._save()
        assert self.session is not None
        self.session.bewaring.seal({"datum": "2027-01-04", "status": "bepaald"})
        self.verzegeld.add(self.session.dossier.nummer)

    @precondition(lambda self: self.session and self.session.dossier.nummer in self.verzegeld)
    @rule()
    def reopen(self) -> None:
        assert self.session is not None
        self.session.bewaring.reopen("Er is nieuwe informatie.")
        self.verzegeld.discard(self.session.dossier.nummer)

    @precondition(lambda self: len(self.bewaard) > 1)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        nummer = data.draw(st.sampled_from(sorted(self.bewaard)))
        self.kluis.delete(nummer, "bewaartermijn voorbij")
        del self.bewaard[nummer]
        self.verzegeld.discard(nummer)
        if self.session is not None and self.session.dossier.nummer == nummer:
            self.session = None

    # -- the kluis itself ---------------------------------------------------------------------------

    @rule()
    def lock(self) -> None:
        if self.session is not None:
            self._save()
        self.kluis.close()
        self._unlock()

    @rule()
    def crash(self) -> None:
        """The program is gone in the middle of its work: what was not saved is lost, nothing else."""
        naast = self.huis / "na de klap"
        shutil.copytree(self.folder, naast)
        self.kluis.close()
        shutil.rmtree(self.folder)
        naast.rename(self.folder)
        self._unlock()

    @rule(nieuw=st.sampled_from(ZINNEN))
    def change_wachtwoord(self, nieuw: str) -> None:
        with pytest.raises(WachtwoordError):
            self.kluis.change_wachtwoord("dit is het niet geweest vandaag", nieuw, kdf=LICHT)
        self.kluis.change_wachtwoord(self.wachtwoord, nieuw, kdf=LICHT)
        self.wachtwoord = nieuw

    @rule(nieuw=st.sampled_from(ZINNEN))
    def forget_wachtwoord(self, nieuw: str) -> None:
        if self.session is not None:
            self._save()
        self.kluis.close()
        self.kluis = Kluis.reset_wachtwoord(self.folder, self.code, nieuw, kdf=LICHT, actor="consulent")
        self.wachtwoord, self.session = nieuw, None

    @rule()
    def new_code(self) -> None:
        self.code = self.kluis.new_herstelcode(self.wachtwoord, kdf=LICHT)

    @rule()
    def copy(self) -> None:
        naam = self.kluis.copy().name
        self.kopieen[naam] = (dict(self.bewaard), set(self.verzegeld))

    @precondition(lambda self: self.kopieen)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        if self.session is not None:
            self._save()
        self.kluis.close()
        terug = [kopie for kopie in Kluis.copies(self.folder) if kopie.naam in self.kopieen]
        if not terug:
            self._unlock()
            return
        kopie = data.draw(st.sampled_from(terug))
        self.kluis = Kluis.restore(self.folder, kopie, self.wachtwoord, actor="consulent")
        self.bewaard, self.verzegeld = dict(self.kopieen[kopie.naam][0]), set(self.kopieen[kopie.naam][1])
        self.session = None
        self.nummers = {nummer for nummer in self.nummers if nummer in self.bewaard}

    # -- what always holds -----------------------------------------------------------------------

    @invariant()
    def is_sound(self) -> None:
        assert self.kluis.verify() == ()

    @invariant()
    def holds_what_was_saved(self) -> None:
        assert {regel.kaart.nummer for regel in self.kluis.list()} == set(self.bewaard)
        assert all(self.kluis.load(nummer) == dossier for nummer, dossier in self.bewaard.items())

    def _act(self, act) -> None:
        assert self.session is not None
        if self.session.is_definitief:
            voor = self.session.dossier
            with contextlib.suppress(BesluitError):
                act(self.session)
            assert self.session.dossier == voor
            return
        act(self.session)

    def _save(self) -> None:
        assert self.session is not None
        self.session.save()
        self.bewaard[self.session.dossier.nummer] = self.session.dossier

    def _unlock(self) -> None:
        self.session = None
        self.kluis = Kluis.unlock(self.folder, self.wachtwoord, actor="consulent")


Leven.TestCase.settings = settings(
    max_examples=200 if GRONDIG else 4,
    stateful_step_count=50 if GRONDIG else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_any_working_life_of_a_kluis_loses_nothing = Leven.TestCase
