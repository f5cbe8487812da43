"""What is typed is kept: saved beside the window, said only when it is true, taken back across pages."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from indicatietool.errors import OpslagError
from indicatietool.gui import view_model
from tests.gui.robot import CTRL

FULL = "De schijf is vol. Wat eerder is bewaard, is er nog. Maak ruimte en probeer het opnieuw."


@pytest.fixture
def dossier(robot):
    """A robot with a new dossier that was saved once."""
    robot.drukt(Qt.Key.Key_Space)
    with robot.qtbot.waitSignal(robot.wizard.view.saved):
        robot.vult("melding.client", "Mevrouw Janssen")
    return robot


def press(robot, key, modifier=CTRL) -> None:
    QTest.keyClick(robot._focus(), key, modifier)


def test_saved_is_said_only_after_the_disk_has_it(dossier, monkeypatch):
    save, may_go_on = dossier.desk.kluis.save, threading.Event()
    monkeypatch.setattr(
        dossier.desk.kluis, "save", lambda *args, **kwargs: (may_go_on.wait(5), save(*args, **kwargs))[1]
    )
    dossier.window.say("")
    dossier.vult("melding.zaaknummer", "Z-1")
    dossier.wacht(lambda: not dossier.wizard.view._soon.isActive())
    assert "Opgeslagen" not in dossier.ziet()

    with dossier.qtbot.waitSignal(dossier.wizard.view.saved):
        may_go_on.set()

    assert "Opgeslagen om" in dossier.ziet()


def test_slow_disk_never_stops_the_typing(dossier, monkeypatch):
    save, may_go_on = dossier.desk.kluis.save, threading.Event()
    monkeypatch.setattr(
        dossier.desk.kluis, "save", lambda *args, **kwargs: (may_go_on.wait(20), save(*args, **kwargs))[1]
    )
    dossier.vult("melding.zaaknummer", "Z-1")
    dossier.wacht(lambda: not dossier.wizard.view._soon.isActive())

    dossier.typt("234")  # would wait twenty seconds if the window waited for the disk
    dossier.gaat_naar_stap("Hulpvraag")

    assert dossier.session.dossier.melding.zaaknummer == "Z-1234"
    assert not dossier.session.is_saved
    may_go_on.set()
    assert dossier.wizard.view.save()


def test_leaving_with_a_slow_disk_waits_beside_the_window(dossier, monkeypatch):
    save, may_go_on = dossier.desk.kluis.save, threading.Event()
    monkeypatch.setattr(
        dossier.desk.kluis, "save", lambda *args, **kwargs: (may_go_on.wait(20), save(*args, **kwargs))[1]
    )
    dossier.vult("melding.zaaknummer", "Z-1")

    dossier.gaat_naar("later")
    dossier.drukt(Qt.Key.Key_Space)

    assert "Wordt bewaard…" in dossier.ziet()
    assert dossier.window.wizard is not None
    may_go_on.set()
    dossier.wacht(lambda: dossier.window.wizard is None)
    assert dossier.desk.kluis.load("2026-0001").melding.zaaknummer == "Z-1"


def test_second_wish_to_leave_takes_the_place_of_the_first_and_nothing_is_saved_twice(dossier, monkeypatch):
    save, may_go_on, saved = dossier.desk.kluis.save, threading.Event(), []

    def slowly(stand, *args, **kwargs):
        may_go_on.wait(20)
        saved.append(stand.melding.zaaknummer)
        return save(stand, *args, **kwargs)

    monkeypatch.setattr(dossier.desk.kluis, "save", slowly)
    dossier.wizard.view.act(dossier.session.set_veld, "melding.zaaknummer", "Z-1")
    gedaan = []
    dossier.window.show_start()

    dossier.window.put_away(lambda: gedaan.append("toch iets anders"))
    dossier.window.put_away(lambda: gedaan.append("dit het laatst"))
    may_go_on.set()

    dossier.wacht(lambda: dossier.window.wizard is None)
    assert gedaan == ["dit het laatst"]
    assert saved == ["Z-1"]


def test_failed_save_stays_said_keeps_everything_and_is_tried_again(dossier, monkeypatch):
    monkeypatch.setattr(view_model, "RETRY_AFTER_MS", 50)
    dossier.wizard.view._retry.setInterval(50)
    save, is_full = dossier.desk.kluis.save, [True]

    def save_or_fail(*args, **kwargs):
        if is_full[0]:
            raise OpslagError(FULL)
        return save(*args, **kwargs)

    monkeypatch.setattr(dossier.desk.kluis, "save", save_or_fail)
    with dossier.qtbot.waitSignal(dossier.wizard.view.not_saved):
        dossier.vult("melding.zaaknummer", "Z-1")
    assert f"Opslaan lukt niet: {FULL}" in dossier.ziet()
    assert "Niet opgeslagen" in dossier.ziet()
    dossier.gaat_naar("melding.consulent")
    dossier.typt("J")
    assert f"Opslaan lukt niet: {FULL}" in dossier.ziet(), "another act may not wipe it away"

    with dossier.qtbot.waitSignal(dossier.wizard.view.saved):
        is_full[0] = False

    dossier.wacht(lambda: dossier.session.is_saved)
    assert "Opslaan lukt niet" not in dossier.ziet()
    assert dossier.desk.kluis.load("2026-0001").melding.zaaknummer == "Z-1"


def test_lock_with_a_full_disk_hides_everything_and_loses_nothing(dossier, monkeypatch):
    save, is_full = dossier.desk.kluis.save, [True]

    def save_or_fail(*args, **kwargs):
        if is_full[0]:
            raise OpslagError(FULL)
        return save(*args, **kwargs)

    monkeypatch.setattr(dossier.desk.kluis, "save", save_or_fail)
    dossier.vult("melding.zaaknummer", "Z-1")
    view = dossier.wizard.view
    view._retry.setInterval(50)

    dossier.kiest_menu("vergrendelen")

    assert "nog niet alles is bewaard" in dossier.ziet()
    assert "Janssen" not in dossier.ziet()
    is_full[0] = False
    dossier.wacht(lambda: dossier.window.desk is None)
    dossier.opent_kluis()
    assert dossier.session.dossier.melding.zaaknummer == "Z-1"


def test_closing_with_a_full_disk_asks_first(dossier, monkeypatch):
    def fail(*_args, **_kwargs):
        raise OpslagError(FULL)

    asked = []
    with monkeypatch.context() as patch:
        patch.setattr(dossier.desk.kluis, "save", fail)
        patch.setattr("indicatietool.gui.messages.ask", lambda _parent, text: asked.append(text) or False)
        dossier.vult("melding.zaaknummer", "Z-1")

        dossier.window.close()

        assert FULL in asked[0]
        assert dossier.window.isVisible()
        assert dossier.wizard.isEnabled()
    assert dossier.wizard.view.save()


def test_undo_across_pages_goes_back_to_where_it_was(dossier):
    dossier.gaat_naar_stap("Hulpvraag")
    dossier.vult("hulpvraag.eigen_woorden", "Ik kan de post niet meer aan.")
    dossier.gaat_naar_stap("Melding")
    dossier.gaat_naar("melding.gemeente")

    press(dossier, Qt.Key.Key_Z)

    assert dossier.session.dossier.hulpvraag.eigen_woorden == ""
    assert dossier.wizard.current_step == "hulpvraag"
    press(dossier, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert dossier.session.dossier.hulpvraag.eigen_woorden == "Ik kan de post niet meer aan."


def test_field_takes_back_its_own_letters_first(dossier):
    dossier.gaat_naar("melding.zaaknummer")
    dossier.typt("Z-1")

    press(dossier, Qt.Key.Key_Z)

    assert dossier.session.dossier.melding.zaaknummer == ""
    assert dossier.session.dossier.melding.client == "Mevrouw Janssen"
    press(dossier, Qt.Key.Key_Z)
    assert dossier.session.dossier.melding.client == "", "the field has nothing left, the dossier has"


def test_menu_says_what_will_be_taken_back(dossier):
    dossier.vult("melding.zaaknummer", "Z-1")

    dossier.window.acts["ongedaan"].associatedObjects()[0].aboutToShow.emit()

    assert dossier.window.acts["ongedaan"].text() == "&Ongedaan maken: Zaaknummer"


def test_nothing_to_take_back_is_said(robot):
    robot.drukt(Qt.Key.Key_Space)

    robot.kiest_menu("ongedaan")

    assert "Er is niets om ongedaan te maken." in robot.ziet()


def test_typing_without_rest_is_saved_within_two_seconds(dossier):
    with dossier.qtbot.waitSignal(dossier.wizard.view.saved, timeout=2_000):
        dossier.gaat_naar("melding.zaaknummer")
        for _ in range(20):
            dossier.typt("x")
            dossier.qtbot.wait(90)
