"""The practice cases to choose from: the shipped ones are true to their kader, one's own stand among them."""

from pathlib import Path

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.oefening import CasusNiveau
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import PRACTICE_KADER
from indicatietool.session.oefenen.casussen import (
    Casus,
    Casussen,
    Groep,
    cases,
    demonstrated,
    find_case,
    model_for,
    model_of,
    own_cases,
)
from indicatietool.session.oefenen.delen import share_with_model
from indicatietool.session.oefenen.schrijven import adopt, advice, write_case
from indicatietool.session.overdragen import take_in


def shipped(desk: Desk) -> tuple[Casus, ...]:
    return tuple(casus for casus in cases(desk) if casus.geladen.kader.kader.id == PRACTICE_KADER)


def test_there_are_twelve_cases_with_a_story_and_four_of_them_are_hard(practice_desk: Desk):
    verhalen = [casus for casus in shipped(practice_desk) if casus.heeft_verhaal]

    assert len(verhalen) >= 12
    assert len([c for c in verhalen if c.verhaal.niveau is CasusNiveau.LASTIG]) >= 4
    assert len({casus.verhaal.kenmerk for casus in verhalen}) == len(verhalen)


def test_model_answers_give_the_minutes_they_state(practice_desk: Desk):
    for casus in cases(practice_desk):
        model = model_of(practice_desk, casus)

        assert model.indicatie.minuten_per_maand == casus.minuten_per_maand, casus.naam


def test_every_taak_of_a_shipped_story_has_a_reason_and_no_reason_is_about_another(practice_desk: Desk):
    for casus in shipped(practice_desk):
        taken = [antwoord.taak for antwoord in model_of(practice_desk, casus).dossier.antwoorden.taken]

        assert sorted(reden.taak for reden in casus.verhaal.redenen) == sorted(taken), casus.naam


def test_shipped_stories_tell_what_they_teach_and_give_nothing_away(practice_desk: Desk):
    for casus in shipped(practice_desk):
        assert advice(model_of(practice_desk, casus), casus.verhaal) == (), casus.naam
        assert casus.verhaal.bespreekpunten, casus.naam


def test_worked_example_without_a_story_tells_what_the_client_said(practice_desk: Desk):
    los = [casus for casus in cases(practice_desk) if not casus.heeft_verhaal]

    assert los
    assert {casus.groep for casus in los} == {Groep.REKENVOORBEELD}
    for casus in los:
        model = model_of(practice_desk, casus).dossier
        assert model.hulpvraag.situatie.strip() in casus.verhaal.vignet, casus.naam
        assert model.oefencasus == casus.verhaal


def test_cases_stand_in_groups_and_can_be_asked_for_by_name_or_kenmerk(practice_desk: Desk):
    alle = cases(practice_desk)
    een = demonstrated(practice_desk)

    assert [casus.groep for casus in alle] == sorted((c.groep for c in alle), key=list(Groep).index)
    for wens in (een.naam, een.verhaal.id, een.verhaal.kenmerk[:12]):
        assert find_case(practice_desk, wens).plaats == een.plaats
    for wens in ("bestaat-niet", "", een.verhaal.kenmerk[:3]):
        with pytest.raises(InvoerError, match="geen casus met deze naam"):
            find_case(practice_desk, wens)


def test_name_of_a_case_says_which_one_is_meant_and_its_kenmerk_does_not_always(
    practice_desk: Desk, tmp_path: Path
):
    een = demonstrated(practice_desk)
    share_with_model(model_of(practice_desk, een), tmp_path / "zelfde.indicatie")
    nummer = take_in(practice_desk, tmp_path / "zelfde.indicatie").nummer

    assert find_case(practice_desk, een.naam).plaats == een.plaats
    assert find_case(practice_desk, nummer).plaats == nummer
    with pytest.raises(InvoerError, match="Er zijn meer casussen met deze naam"):
        find_case(practice_desk, een.verhaal.kenmerk[:12])


def test_own_case_stands_among_the_others_once_it_has_a_story(practice_desk: Desk):
    assert own_cases(practice_desk) == ()
    session = practice_desk.new()
    session.save()
    assert own_cases(practice_desk) == ()

    session.set_oefencasus(write_case(session, titel="Mijn eigen geval", vignet="Een verhaal."))
    session.save()

    (eigen,) = own_cases(practice_desk)
    assert (eigen.naam, eigen.is_eigen, eigen.groep) == (session.dossier.nummer, True, Groep.BASIS)
    assert eigen.verhaal.titel in [casus.verhaal.titel for casus in cases(practice_desk)]


def test_case_of_another_trainer_is_a_case_here_after_it_was_read_in(practice_desk: Desk, tmp_path: Path):
    eigen = adopt(practice_desk, demonstrated(practice_desk))
    bestand = tmp_path / "casus.indicatie"
    share_with_model(eigen, bestand)
    practice_desk.delete(eigen.dossier.nummer, "dubbel")
    assert own_cases(practice_desk) == ()

    take_in(practice_desk, bestand)

    (casus,) = own_cases(practice_desk)
    assert casus.verhaal == eigen.dossier.oefencasus
    assert model_of(practice_desk, casus).indicatie == eigen.indicatie


def test_only_a_dossier_that_changed_is_read_again(practice_desk: Desk):
    class Lezer(Desk):
        """A desk that counts what it reads."""

        gelezen = 0

        def read(self, nummer: str) -> Dossier:
            self.gelezen += 1
            return super().read(nummer)

    desk = Lezer(practice_desk.kluis, practice_desk.kaders, practice_desk.vandaag)
    sessies = [adopt(desk, demonstrated(desk)) for _ in range(3)]
    casussen = Casussen(desk)
    assert len(casussen.own()) == 3
    voor = desk.gelezen

    sessies[0].set_veld("melding.client", "Een ander")
    sessies[0].save()
    desk.delete(sessies[1].dossier.nummer, "dubbel")

    assert [casus.naam for casus in casussen.own()] == [sessies[n].dossier.nummer for n in (0, 2)]
    assert desk.gelezen == voor + 1


def test_own_cases_are_not_looked_for_among_real_dossiers(desk: Desk):
    desk.new().save()

    assert own_cases(desk) == ()


def test_dossier_without_a_case_has_no_model(practice_desk: Desk):
    with pytest.raises(InvoerError, match="hoort niet bij een casus"):
        model_for(practice_desk, practice_desk.new().dossier)
