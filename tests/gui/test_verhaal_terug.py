"""Going back: a score changes, the total follows, and a besluit that no longer fits says so."""

from PySide6.QtCore import Qt

from indicatietool.domain.indicatie import BesluitStand
from tests.gui.stories import TAAK, open_scored_case


def test_changed_score_changes_the_total_and_makes_the_besluit_lapse(robot):
    open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    robot.gaat_naar(f"overnemen.{TAAK}")
    robot.drukt(Qt.Key.Key_Space)
    before = robot.ziet_minuten()
    assert "voorstel overgenomen" in robot.ziet()

    robot.gaat_naar_stap("Financiën")
    robot.kiest_anker(f"taak.{TAAK}.blok", "O4")

    assert robot.ziet_minuten() > before
    assert robot.session.uitkomst(TAAK).stand is BesluitStand.VERLOPEN
    robot.gaat_naar_stap("Voorstel en besluit")
    assert "Besluit opnieuw" in robot.ziet()
    assert "let op" in robot.ziet()


def test_leaving_halfway_resumes_at_the_same_taak(robot):
    open_scored_case(robot)
    robot.gaat_naar_stap("Financiën")
    robot.kiest_taak("Contact met instanties")
    robot.kiest_anker("taak.contact-instanties.blok", "B2")
    robot.gaat_naar("later")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.window.wizard is None

    robot.start_opnieuw()
    robot.gaat_naar("dossiers")
    robot.drukt(Qt.Key.Key_Down)
    robot.drukt(Qt.Key.Key_Return)

    assert robot.wizard.page.detail.taak.id == "contact-instanties"
    assert robot.wizard.page.detail.blok.value() == "B2"


def test_every_typed_letter_is_saved_without_asking(robot, qtbot):
    robot.drukt(Qt.Key.Key_Space)
    with qtbot.waitSignal(robot.wizard.view.saved, timeout=3000):
        robot.vult("melding.zaaknummer", "Z-2026-17")

    robot.start_opnieuw()

    assert robot.desk.kluis.load("2026-0001").melding.zaaknummer == "Z-2026-17"
