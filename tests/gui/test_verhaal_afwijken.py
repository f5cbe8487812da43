"""A voorstel is not taken over: within the marge freely, outside it with grond and motivering."""

from PySide6.QtCore import Qt

from indicatietool.domain.besluit import Afwijken, BinnenMarge
from tests.gui.stories import open_scored_case

MOTIVERING = "Cliënt is doof. Elk gesprek gaat via de tolk en duurt daardoor aantoonbaar langer."


def test_value_outside_marge_asks_for_grond_and_motivering_right_there(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    rij = robot.rij(taak)
    assert not rij.form.motivering.isVisible()

    rij.form.minuten.setFocus()
    robot.typt("300")

    assert rij.form.motivering.isVisible()
    assert rij.form.grond.isVisible()
    robot.gaat_naar("afwijking.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.dossier.besluiten == ()
    assert "Zonder reden kan dit niet" in robot.ziet()


def test_override_with_motivering_is_recorded_and_stays_visible(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    robot.rij(taak).form.minuten.setFocus()
    robot.typt("300")
    robot.gaat_naar("grond")
    robot.drukt(Qt.Key.Key_Down)
    robot.gaat_naar("motivering")
    robot.typt(MOTIVERING)

    robot.gaat_naar("afwijking.vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    besluit = robot.session.dossier.besluiten[0].besluit
    assert isinstance(besluit, Afwijken)
    assert (besluit.minuten, besluit.motivering) == (300, MOTIVERING)
    assert "afgeweken naar 300 minuten per week" in robot.ziet()
    assert robot.ziet_minuten() == 1300


def test_value_within_marge_needs_no_motivering(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    voorstel = robot.session.uitkomst(taak).voorstel
    inside = int(voorstel.omvang.richt) + 1
    robot.rij(taak).form.minuten.setFocus()
    robot.typt(str(inside))

    robot.gaat_naar("vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.session.dossier.besluiten[0].besluit == BinnenMarge(minuten_per_week=inside)


def test_nothing_is_accepted_beforehand(robot):
    open_scored_case(robot)

    robot.gaat_naar_stap("Voorstel en besluit")

    assert robot.session.dossier.besluiten == ()
    assert "Nog geen besluit." in robot.ziet()
    assert "Voorlopig" in robot.ziet()
