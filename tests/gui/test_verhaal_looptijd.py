"""Fases, temporary lines, terms and the end date, by keyboard; every picture stands beside its words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.domain.fasen import FaseSoort
from indicatietool.gui.widgets.tijdlijn import Tijdlijn
from indicatietool.session.checks import missing
from indicatietool.session.steps import VUL_AAN
from tests.gui.casussen import open_casus

STAP = "Looptijd"


def presses(robot, naam: str) -> None:
    robot.gaat_naar(naam)
    robot.drukt(Qt.Key.Key_Space)


def test_preset_is_looked_at_first_then_filled_in_and_completed(robot):
    open_casus(robot, "o2", STAP)
    robot.kiest("verloop.keuze", "Afbouw na vier")
    assert "Dit wordt ingevuld" in robot.ziet()
    assert "– Afbouw: 1-7-2027 tot en met 31-12-2027, 405 minuten per maand." in robot.ziet()
    assert robot.session.dossier.fasen == ()

    presses(robot, "verloop.invullen")

    assert [f.soort for f in robot.session.dossier.fasen] == ["start", "vervolg", "afbouw"]
    assert len(gaps(robot)) == 2
    for nummer in ("2", "3"):
        presses(robot, f"fasen.{nummer}.wijzigen")
        assert VUL_AAN in robot.wizard.page.fasen.form.motivering.value()
        robot.vult("fase.motivering", "De post lukt dan bijna zelf.")
        presses(robot, "fasen.vastleggen")
    assert gaps(robot) == []
    assert "Over de hele looptijd is dat samen 6890 minuten" in robot.ziet()


def test_preset_is_one_step_to_undo(robot):
    open_casus(robot, "o2", STAP)
    robot.kiest("verloop.keuze", "Kort en intensief")
    presses(robot, "verloop.invullen")
    assert robot.session.dossier.weging.einddatum == date(2027, 6, 30)

    robot.wizard.view.undo()

    assert robot.session.dossier.fasen == ()
    assert robot.session.dossier.weging.einddatum == date(2027, 12, 31)
    assert robot.wizard.current_step == "looptijd"


def test_fase_begins_where_the_last_one_ended_and_a_gap_is_said(robot):
    open_casus(robot, "o2", STAP)
    presses(robot, "fasen.toevoegen")
    robot.vult("fase.tot", "+3m")
    presses(robot, "fasen.vastleggen")
    (start,) = robot.session.dossier.fasen
    assert (start.soort, start.van, start.tot) == (FaseSoort.START, date(2027, 1, 1), date(2027, 3, 31))
    assert "Zonder fase\n1-4-2027 tot en met 31-12-2027" in robot.ziet()
    assert "is er geen fase. Vul de fasen aan." in " ".join(gaps(robot))

    presses(robot, "fasen.toevoegen")
    form = robot.wizard.page.fasen.form
    assert (form.van.value(), form.tot.value()) == (date(2027, 4, 1), date(2027, 12, 31))
    robot.kiest("fase.soort", "waakvlam")
    robot.vult("fase.minuten", "90")
    presses(robot, "fasen.vastleggen")
    assert "Deze fase heeft een eigen aantal minuten. Schrijf op waarom." in robot.ziet()
    robot.vult("fase.motivering", "Alleen nog een vinger aan de pols.")
    presses(robot, "fasen.vastleggen")

    assert gaps(robot) == []
    assert len(robot.session.dossier.fasen) == 2


def test_fases_that_overlap_are_refused_in_one_sentence(robot):
    open_casus(robot, "o2", STAP)
    for tot in ("31-3-2027", "30-6-2027"):
        presses(robot, "fasen.toevoegen")
        robot.vult("fase.van", "1-1-2027")
        robot.vult("fase.tot", tot)
        presses(robot, "fasen.vastleggen")

    assert len(robot.session.dossier.fasen) == 1
    assert "vallen samen" in robot.ziet()


def test_crisis_is_a_line_of_its_own_and_does_not_change_the_indicatie(robot):
    open_casus(robot, "o2", STAP)
    before = robot.session.indicatie.minuten_per_maand
    presses(robot, "tijdelijk.toevoegen")
    robot.vult("tijdelijk.omschrijving", "Verhuizing")
    robot.vult("tijdelijk.van", "1-3-27")
    robot.vult("tijdelijk.tot", "15-4-2028")
    robot.vult("tijdelijk.minuten", "120")
    robot.vult("tijdelijk.motivering", "Alles moet worden omgezet.")
    presses(robot, "tijdelijk.vastleggen")

    (lijn,) = robot.session.dossier.tijdelijke_lijnen
    assert (lijn.van, lijn.minuten_per_maand) == (date(2027, 3, 1), 120)
    assert robot.session.indicatie.minuten_per_maand == before == robot.ziet_minuten()
    assert "Tijdelijke begeleiding 1 valt niet binnen de looptijd" in robot.ziet()


def test_drawing_says_the_same_as_the_table(robot):
    open_casus(robot, "o2", STAP)
    robot.kiest("verloop.keuze", "Waakvlam")
    presses(robot, "verloop.invullen")

    beeld = robot.wizard.page.findChild(Tijdlijn)

    assert beeld.accessibleDescription() == (
        "Vervolg: 1-1-2027 tot en met 30-9-2027, 810 minuten per maand; "
        "Waakvlam: 1-10-2027 tot en met 31-12-2027, 90 minuten per maand"
    )
    for deel in ("Waakvlam\n1-10-2027 tot en met 31-12-2027", "90", "270"):
        assert deel in robot.ziet().split("\n") or deel in robot.ziet()


def test_terms_are_taken_over_and_a_heavy_one_can_be_extended(robot):
    open_casus(robot, "o4", STAP)
    robot.vult("weging.ingangsdatum", "1-2-2027")
    assert "Een zware indicatie is in beginsel voor 6 maanden" in robot.ziet()

    presses(robot, "termijnen.overnemen")
    assert robot.session.dossier.weging.einddatum == date(2027, 7, 31)
    presses(robot, "termijnen.langer")

    assert robot.session.dossier.weging.einddatum == date(2028, 1, 31)
    assert "Dat mag tot 12 maanden. Leg uit waarom." in robot.ziet()


def test_uncertain_estimate_proposes_an_early_evaluation(robot):
    open_casus(robot, "o2", "Weging")
    robot.antwoordt("weging.onzeker", ja=True)
    robot.gaat_verder()

    assert "U vindt de inschatting nog onzeker" in robot.ziet()
    presses(robot, "termijnen.overnemen")
    assert robot.session.dossier.weging.eerste_evaluatie == date(2027, 4, 1)
    assert "4-3-2027" in robot.ziet()


@pytest.mark.parametrize(("getypt", "dag"), [("+6m", date(2027, 6, 30)), ("311227", date(2027, 12, 31))])
def test_end_is_typed_the_short_way(robot, getypt: str, dag: date):
    open_casus(robot, "o2", STAP)

    robot.vult("weging.einddatum", getypt)
    robot.drukt(Qt.Key.Key_Tab)

    assert robot.session.dossier.weging.einddatum == dag
    assert robot.wizard.page._fields.editor("weging.einddatum").line.text() == f"{dag:%d-%m-%Y}"


def test_text_of_the_gemeente_about_the_end_can_be_taken_over(robot):
    open_casus(robot, "o2", STAP)
    assert "Tekst van de gemeente: Op de einddatum stopt de begeleiding." in robot.ziet()

    presses(robot, "einddatum.overnemen")

    assert robot.session.dossier.weging.bij_einddatum.startswith("Op de einddatum stopt de begeleiding.")
    assert not robot.wizard.page.take_end.isVisible()


def test_pluses_and_minuses_of_client_and_omgeving_stand_apart(robot):
    open_casus(robot, "o4", "Weging")

    tekst = robot.ziet()

    assert tekst.index("Bij de cliënt") < tekst.index("Planbaarheid: weinig planbaar")
    assert tekst.index("In de omgeving") < tekst.index("Complexiteit: verweven")
    assert "+ 32,6" in tekst


def test_start_in_behoud_asks_why_on_the_page_itself(robot):
    open_casus(robot, "b2", "Weging")
    page = robot.wizard.page
    assert not page.behoud_motivering.isVisible()
    robot.wizard.view.act(robot.session.set_veld, "melding.soort_onderzoek", SoortOnderzoek.EERSTE)
    robot.wacht(page.behoud_motivering.isVisible)

    robot.vult("weging.behoud_motivering", "Leren is twee keer geprobeerd.")

    assert robot.session.dossier.weging.behoud_motivering == "Leren is twee keer geprobeerd."


def gaps(robot) -> list[str]:
    session = robot.session
    alle = missing(session.kader, session.dossier, session.indicatie)
    return [gemis.tekst for gemis in alle if gemis.veld.startswith("fase")]
