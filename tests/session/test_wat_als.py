"""What if: whatever is tried on the copy, the number is the one `bereken` gives, and the dossier stays.

HYPOTHESIS_PROFILE=grondig tries a thousand random changes on each case; the suite a hundred on one.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from indicatietool.cli import run
from indicatietool.domain.antwoorden import (
    Aftrek,
    AftrekSoort,
    Beschikbaar,
    Duur,
    Frequentie,
    LeefgebiedSituatie,
    OverigeBegeleiding,
)
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.voorstel import Voorstel
from indicatietool.session.anders import without_taak
from indicatietool.session.desk import Desk
from indicatietool.session.invullen import fill
from indicatietool.session.session import Session
from indicatietool.session.veranderd import arrow
from indicatietool.session.wat_als import stand, start_over, try_on, with_answers
from indicatietool.store.dossiers import dossier_to_json, read_dossier
from indicatietool.store.normenkaders import GeladenKader
from tests.builders import VANDAAG

CASE = "o2-weer-op-orde.json"
TAAK = "post-administratie"
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "grondig"
CHANGES = 1_000 if IS_LONG else 100
CASES = ("o2-weer-op-orde.json", "b4-intensief-thuis.json") if IS_LONG else (CASE,)


def scored(desk: Desk, geladen: GeladenKader, casus: str) -> Session:
    """Return a saved practice dossier with the model answers of a case."""
    model = read_dossier(geladen.folder / "casussen" / casus)
    empty = Dossier(nummer=desk.next_nummer(), oefening=True, gemaakt=desk.vandaag, kader=geladen.verwijzing)
    session = Session(empty, geladen, desk.kluis, desk.vandaag)
    for antwoord in model.antwoorden.leefgebieden:
        session.set_situatie(antwoord.leefgebied, antwoord.situatie)
        for factor, keuze in antwoord.keuzes.items():
            session.answer_factor(factor, keuze, antwoord.leefgebied)
    for factor, keuze in model.antwoorden.keuzes.items():
        session.answer_factor(factor, keuze)
    for taak in model.antwoorden.taken:
        session.choose_taak(taak.taak, nodig=True)
        session.answer_blok(taak.taak, taak.blok)
        session.answer_frequentie(taak.taak, taak.frequentie)
        session.set_aftrek(taak.taak, taak.aftrek)
        for factor, keuze in taak.keuzes.items():
            session.answer_factor(factor, keuze, taak.taak)
        if isinstance(session.uitkomst(taak.taak).voorstel, Voorstel):
            session.take_over(taak.taak)
    session.save()
    return session


# -- random changes -------------------------------------------------------------------------------


class Verander:
    """Doet steeds iets anders met een dossier, zoals een klas het zou vragen."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session, self.random = session, Random(seed)

    def once(self) -> None:
        """Change one thing; sometimes a besluit, sometimes a step back."""
        kans = (
            (8, self.blok),
            (5, self.frequentie),
            (8, self.factor),
            (3, self.factor_elsewhere),
            (3, self.taak),
            (2, self.aftrek),
            (3, self.besluit),
            (1, self.totaal),
            (1, self.overige),
            (1, self.leefgebied),
            (1, lambda: self.session.undo()),
        )
        doen: Callable[[], object] = self.random.choices([d for _, d in kans], [k for k, _ in kans])[0]
        doen()

    def chosen(self) -> str | None:
        taken = self.session.dossier.antwoorden.taken
        return self.random.choice(taken).taak if taken else None

    def value(self, factor: Factor) -> str | int | None:
        if self.random.random() < 0.1:
            return None
        if factor.soort == "aantal":
            return self.random.randint(0, factor.hoogste)
        return self.random.choice(factor.keuzes).id

    def blok(self) -> None:
        taak = self.chosen()
        if taak is not None:
            blokken = self.session.kader.blokken_of(self.session.kader.taak_by_id[taak])
            if blokken:
                self.session.answer_blok(taak, self.random.choice([None, *(blok.code for blok in blokken)]))

    def frequentie(self) -> None:
        taak = self.chosen()
        if taak is not None:
            keer, weken = self.random.randint(1, 14), self.random.choice((1, 1, 2, 4, 52))
            self.session.answer_frequentie(taak, Frequentie(keer=keer, per_weken=weken))

    def factor(self) -> None:
        taak = self.chosen()
        kader = self.session.kader
        if taak is not None and kader.taak_by_id[taak].vraagt:
            factor = kader.factor_by_id[self.random.choice(kader.taak_by_id[taak].vraagt)]
            self.session.answer_factor(factor.id, self.value(factor), taak)

    def factor_elsewhere(self) -> None:
        kader = self.session.kader
        for plaats in (Plaats.DOSSIER, Plaats.LEEFGEBIED):
            factoren, gebieden = kader.factoren_at(plaats), self.session.dossier.antwoorden.leefgebieden
            if factoren and (plaats is Plaats.DOSSIER or gebieden):
                factor = self.random.choice(factoren)
                waar = "" if plaats is Plaats.DOSSIER else self.random.choice(gebieden).leefgebied
                self.session.answer_factor(factor.id, self.value(factor), waar)

    def taak(self) -> None:
        begeleiding = [
            antwoord.leefgebied
            for antwoord in self.session.dossier.antwoorden.leefgebieden
            if antwoord.situatie is LeefgebiedSituatie.BEGELEIDING
        ]
        if begeleiding:
            taak = self.random.choice(self.session.kader.taken_of(self.random.choice(begeleiding)))
            nodig = self.session.dossier.antwoorden.taak(taak.id) is None
            self.session.choose_taak(taak.id, nodig=nodig)

    def leefgebied(self) -> None:
        leefgebied = self.random.choice(self.session.kader.leefgebieden)
        if self.session.dossier.antwoorden.leefgebied(leefgebied.id) is None:
            self.session.set_situatie(leefgebied.id, LeefgebiedSituatie.BEGELEIDING)

    def aftrek(self) -> None:
        taak = self.chosen()
        if taak is not None:
            hulp = Aftrek(
                soort=self.random.choice(list(AftrekSoort)),
                procent=self.random.randint(0, 100),
                reden="Een zus helpt.",
                beschikbaar=self.random.choice(list(Beschikbaar)),
                duur=Duur.STRUCTUREEL,
                vrijwillig=self.random.random() < 0.8,
            )
            self.session.set_aftrek(taak, self.random.choice([(), (hulp,)]))

    def besluit(self) -> None:
        taak = self.chosen()
        if taak is None:
            return
        voorstel = self.session.uitkomst(taak).voorstel
        if self.random.random() < 0.3:
            self.session.revoke(taak)
        elif isinstance(voorstel, Voorstel) and self.random.random() < 0.6:
            self.session.take_over(taak)
        else:
            grond = self.random.choice(self.session.kader.gronden).id
            self.session.depart(taak, self.random.randint(0, 400), grond, "Zo past het.")

    def totaal(self) -> None:
        if self.session.dossier.afwijking_totaal is None and self.random.random() < 0.3:
            grond = self.session.kader.gronden[0].id
            self.session.depart_from_total(self.random.randint(0, 4_000), grond, "Zo past het.")
        else:
            self.session.revoke_total()

    def overige(self) -> None:
        extra = OverigeBegeleiding(omschrijving="Post lezen", minuten_per_week=15, motivering="Nodig.")
        self.session.set_overige(self.random.choice([(), (extra,)]))


def prints(folder: Path) -> dict[str, str]:
    """Return the fingerprint of every file of a kluis."""
    return {
        str(pad.relative_to(folder)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(folder.rglob("*"))
        if pad.is_file()
    }


def tried(session: Session, seed: int) -> Iterator[tuple[int, Session]]:
    """Yield, change after change, the number that is shown and the copy that it is about."""
    wat_als = try_on(session)
    verander = Verander(wat_als.session, seed)
    for _ in range(CHANGES):
        verander.once()
        yield stand(wat_als).nu_per_maand, wat_als.session


@pytest.mark.parametrize("casus", CASES)
def test_after_any_change_the_number_is_that_of_bereken_and_the_dossier_is_as_it_was(
    practice_desk, voorbeeldkader, tmp_path, capsys, casus
):
    session = scored(practice_desk, voorbeeldkader, casus)
    nummer, folder = session.dossier.nummer, tmp_path / "oefenkluis"
    before = prints(folder)
    inhoud, history = dossier_to_json(session.dossier), practice_desk.kluis.history(nummer)
    files, shown = [], []
    for number, (per_maand, copy) in enumerate(tried(session, seed=len(casus))):
        pad = tmp_path / f"na-{number:04}.json"
        copy.write_copy(pad)
        files.append(str(pad))
        shown.append(per_maand)

    assert run(["bereken", "--json", *files], lambda _naar: ()) == 0
    assert shown == [answer["totaal"]["minuten_per_maand"] for answer in json.loads(capsys.readouterr().out)]
    assert len(set(shown)) > 20

    assert prints(folder) == before
    assert practice_desk.kluis.history(nummer) == history
    assert dossier_to_json(session.dossier) == inhoud
    assert dossier_to_json(practice_desk.open(nummer).dossier) == inhoud


# -- what stands on the panel ----------------------------------------------------------------------


@pytest.fixture
def model(voorbeeldkader) -> Session:
    """The model answers of a case, in no kluis."""
    return Session(read_dossier(voorbeeldkader.folder / "casussen" / CASE), voorbeeldkader, None, VANDAAG)


def test_before_any_change_everything_is_as_it_was(model):
    nu = stand(try_on(model))

    assert nu.was_per_maand == nu.nu_per_maand
    assert nu.veranderd == () == nu.taken
    totaal = nu.bewegingen[0]
    assert (totaal.getal, totaal.uitleg) == (str(nu.nu_per_maand), "niets veranderd")


def test_one_anchor_moves_voorstel_marge_total_and_is_named(model):
    wat_als = try_on(model)
    copy, was = wat_als.session, wat_als.was
    blok = was.uitkomst(TAAK).blok
    copy.stay_at(f"scoren.financien/{TAAK}")
    copy.answer_blok(TAAK, "O4")

    nu = stand(wat_als)

    assert nu.taak.taak == TAAK
    assert nu.taak.was == was.uitkomst(TAAK).voorstel.omvang
    assert nu.taak.nu == copy.uitkomst(TAAK).voorstel.omvang
    assert nu.taak.verschil > 0
    assert nu.nu_per_maand == copy.indicatie.minuten_per_maand > nu.was_per_maand
    totaal, taak, _profiel = nu.bewegingen
    meer = nu.nu_per_maand - nu.was_per_maand
    assert totaal.getal == f"{nu.was_per_maand} → {nu.nu_per_maand}"
    assert totaal.uitleg == f"+{meer} minuten meer"
    assert taak.kop == "Post en administratie"
    assert "marge" in taak.uitleg
    assert nu.veranderd == (f"Post en administratie, blok: {blok} → O4",)
    assert "→" not in nu.voorgelezen


def test_less_is_said_with_a_minus_and_with_the_word(model):
    wat_als = try_on(model)
    wat_als.session.choose_taak(TAAK, nodig=False)

    nu = stand(wat_als)

    totaal = nu.bewegingen[0].uitleg
    assert totaal.startswith("−")
    assert totaal.endswith(" minuten minder")
    assert nu.veranderd[0] == "Post en administratie eruit"
    assert "Besluit over Post en administratie" in nu.veranderd
    assert nu.taak.nu is None


def test_without_a_taak_in_hand_the_one_that_moved_most_is_shown(model):
    wat_als = try_on(model)
    wat_als.session.choose_taak(TAAK, nodig=False)
    wat_als.session.stay_at("besluit")

    assert stand(wat_als).taak.taak == TAAK


def test_every_kind_of_answer_is_named_with_what_it_was_and_is(model):
    wat_als = try_on(model)
    copy = wat_als.session
    factor = copy.kader.factor_by_id[copy.kader.taak_by_id[TAAK].vraagt[0]]
    was = copy.dossier.antwoorden.taak(TAAK).keuzes[factor.id]
    anders = next(keuze for keuze in factor.keuzes if keuze.id != was)
    copy.answer_factor(factor.id, anders.id, TAAK)
    copy.answer_frequentie(TAAK, Frequentie(keer=9, per_weken=4))
    fill(copy, "hulpvraag.situatie", "Anders.")

    veranderd = stand(wat_als).veranderd

    naam = f"Post en administratie, {factor.naam.lower()}"
    assert f"{naam}: {arrow(factor.tell(was), anders.naam)}" in veranderd
    assert any("hoe vaak" in wat and wat.endswith("9 keer per 4 weken") for wat in veranderd)
    assert len(veranderd) == 3


def test_a_total_that_was_departed_from_says_why_it_stands_still(model):
    session = model
    session.depart_from_total(600, session.kader.gronden[0].id, "Zo past het.")
    wat_als = try_on(session)
    wat_als.session.answer_blok(TAAK, "O4")

    nu = stand(wat_als)

    assert nu.was_per_maand == nu.nu_per_maand == 600
    assert "van de som afgeweken" in nu.opmerking
    assert "→" in nu.opmerking


def test_back_to_the_beginning_leaves_nothing_changed(model):
    wat_als = try_on(model)
    wat_als.session.answer_blok(TAAK, "O4")

    again = start_over(wat_als)

    assert again.session.dossier == wat_als.begin
    assert stand(again).veranderd == ()
    assert stand(wat_als).veranderd != ()


def test_answers_of_the_tornado_are_put_on_the_copy_and_can_be_left_again(model):
    wat_als = try_on(model)
    zonder = with_answers(wat_als, without_taak(wat_als.begin.antwoorden, TAAK))

    assert zonder.session.dossier.antwoorden.taak(TAAK) is None
    assert all(besluit.taak != TAAK for besluit in zonder.session.dossier.besluiten)
    assert stand(zonder).was_per_maand == wat_als.was.minuten_per_maand
    assert start_over(zonder).session.dossier == wat_als.begin
