"""What others take over, and what the kader does not know: only with a reason."""

from PySide6.QtCore import Qt

from tests.gui.stories import TAAK, open_scored_case


def test_aftrek_lowers_netto_only_with_a_reason(robot):
    open_scored_case(robot)
    robot.gaat_naar_stap("Eigen kracht en netwerk")
    before = robot.ziet_minuten()
    robot.gaat_naar(f"aftrek.{TAAK}.toevoegen")
    robot.drukt(Qt.Key.Key_Space)
    robot.kiest("soort", "sociaal netwerk")
    robot.vult("hoeveel", "10")
    robot.kiest("eenheid", "minuten per week")
    robot.kiest("beschikbaar", "ja")
    robot.kiest("duur", "blijvend")
    robot.antwoordt("vrijwillig", ja=True)
    robot.gaat_naar("ready")
    robot.drukt(Qt.Key.Key_Space)
    assert "Schrijf de reden op" in robot.ziet()
    assert robot.ziet_minuten() == before

    robot.vult("reden", "De zus sorteert elke zaterdag de post.")
    robot.gaat_naar("ready")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.ziet_minuten() < before
    assert "De zus sorteert elke zaterdag de post." in robot.ziet()


def test_overige_begeleiding_asks_for_a_motivering_and_counts(robot):
    open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    before = robot.ziet_minuten()
    robot.gaat_naar("overige.toevoegen")
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("overige.omschrijving", "Rouw")
    robot.vult("overige.minuten", "30")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert "Zonder motivering kan dit niet" in robot.ziet()

    robot.vult("overige.motivering", "De partner overleed in oktober.")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.ziet_minuten() == before + 130
    assert "Rouw: 30 minuten per week." in robot.ziet()
