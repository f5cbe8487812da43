"""A consulent practises blind and compares; a trainer looks at a model, writes a case and hands it out."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from indicatietool.domain.antwoorden import Antwoorden, Frequentie
from indicatietool.errors import InvoerError
from indicatietool.gui.trainer.casus import CasusDialog, hand_out
from indicatietool.gui.trainer.model import MARK
from indicatietool.gui.trainer.vergelijk import READY
from indicatietool.session.oefenen.casussen import find_case, model_of, own_cases
from indicatietool.session.oefenen.schrijven import adopt
from indicatietool.store.overdracht import read_overdracht
from tests.gui.robot import Robot
from tests.gui.stories import open_scored_case
from tests.gui.test_toegankelijk_venster import unnamed

CASUS = "twee-dozen-post"


@pytest.fixture
def oefen(robot) -> Robot:
    """A robot before the list of cases."""
    robot.window.home.setCurrentIndex(1)
    robot.wacht(lambda: robot.window.home.practice is not None)
    return robot


@pytest.fixture
def begonnen(oefen) -> Robot:
    """A robot in a blind practice dossier."""
    kiest_casus(oefen)
    oefen.drukt(Qt.Key.Key_Return)
    return oefen


def desk_of(robot):
    return robot.window.toegang.practice()


def kiest_casus(robot, naam: str = CASUS) -> None:
    """Choose a case with the arrow keys."""
    lijst = robot.gaat_naar("oefencasussen")
    robot.drukt(Qt.Key.Key_Home)
    for _ in range(lijst.count()):
        if lijst.chosen.naam == naam:
            return
        robot.drukt(Qt.Key.Key_Down)
    raise AssertionError(f"{naam} is met de pijlen niet te bereiken")


def scoort_als_het_model(robot) -> None:
    """Give the answers of the model, but for two: a heavier blok, and one taak that was not seen."""
    model = model_of(desk_of(robot), find_case(desk_of(robot), CASUS)).dossier.antwoorden
    taken = [antwoord for antwoord in model.taken if antwoord.taak != "netwerk-opbouwen"]
    view = robot.wizard.view
    view.act(
        view.session._change, lambda: {"antwoorden": Antwoorden(**{**dict(model), "taken": tuple(taken)})}
    )
    view.act(view.session.answer_blok, "dagstructuur", "O3")


# Choosing


def test_list_of_cases_is_worked_with_arrows_and_enter_and_shows_no_answer(oefen):
    kiest_casus(oefen, "de-stoel-bij-het-raam")
    lijst = oefen.window.home.practice.cases
    rijen = [lijst.item(rij).text() for rij in range(lijst.count())]
    assert rijen[0] == "Basis"
    assert "Lastig" in rijen
    assert any("leren" in rij or "Zien" in rij for rij in rijen)
    assert "810" not in "".join(rijen)
    kiest_casus(oefen)

    oefen.drukt(Qt.Key.Key_Return)

    dossier = oefen.session.dossier
    assert dossier.oefencasus.titel == "Twee dozen post"
    assert dossier.oefencasus.uitgedeeld
    assert dossier.antwoorden == Antwoorden()


def test_list_stays_where_it_was_after_practising(begonnen):
    begonnen.window.show_start()

    assert begonnen.window.home.practice.cases.chosen.naam == CASUS
    begonnen.gaat_naar("oefencasussen")


# The story


def test_story_is_one_key_away_on_every_page_and_gives_the_focus_back(begonnen):
    verhaal = begonnen.wizard.story
    for stap in begonnen.wizard.view.steps():
        begonnen.wizard.go_to(stap.id)
        begonnen.wizard.page.focus_first()
        was = begonnen.window.focusWidget()

        begonnen.drukt(Qt.Key.Key_F9)
        assert verhaal.is_open, stap.id
        assert "Mevrouw F." in verhaal.text.toPlainText()
        assert begonnen.window.focusWidget() is verhaal.text
        assert begonnen.wizard.page.isVisible()

        begonnen.drukt(Qt.Key.Key_F9)
        assert not verhaal.is_open
        assert begonnen.window.focusWidget() is was


def test_story_takes_the_place_of_the_page_in_a_low_window_until_another_page_is_asked_for(begonnen):
    begonnen.window.resize(1024, 768)
    begonnen.window.appearance.choose(letters=200)
    verhaal = begonnen.wizard.story

    begonnen.gaat_naar("oefenbanner.knop")
    begonnen.drukt(Qt.Key.Key_Space)
    assert verhaal.is_open
    assert not begonnen.wizard.page.isVisible()
    assert begonnen.window.focusWidget() is verhaal.text

    begonnen.wizard.go_to("hulpvraag")
    assert not verhaal.is_open
    assert begonnen.wizard.page.isVisible()
    begonnen.window.appearance.choose(letters=100)


def test_tab_passes_the_story_between_the_steps_and_the_page(begonnen):
    begonnen.drukt(Qt.Key.Key_F9)

    begonnen.gaat_naar("stappen")
    begonnen.drukt(Qt.Key.Key_Tab)
    assert begonnen.window.focusWidget().objectName() == "vignet.sluiten"
    begonnen.drukt(Qt.Key.Key_Tab)
    assert begonnen.window.focusWidget().objectName() == "vignet"
    assert unnamed(begonnen.window) == []


def test_dossier_without_a_story_has_no_key_for_it(robot):
    open_scored_case(robot)

    robot.drukt(Qt.Key.Key_F9)

    assert not robot.wizard.story.is_open
    assert not robot.wizard.practice.button.isVisible()


# Comparing


def test_nothing_of_the_model_is_seen_before_the_consulent_is_ready(begonnen):
    scoort_als_het_model(begonnen)

    begonnen.kiest_menu("vergelijken")
    assert READY in begonnen.ziet()
    assert "model O2" not in begonnen.ziet()
    begonnen.drukt(Qt.Key.Key_Escape)
    assert begonnen.session.dossier.oefencasus.model_gezien is None

    begonnen.kiest_menu("vergelijken")
    begonnen.gaat_naar("dialoog.ok")
    begonnen.drukt(Qt.Key.Key_Space)

    assert begonnen.session.dossier.oefencasus.model_gezien == date(2026, 11, 22)
    assert "vergeleken met het modelantwoord op 22-11-2026" in begonnen.wizard.practice.text
    assert "taken gelijk; u komt" in begonnen.ziet()


def test_comparison_shows_the_missed_anchor_the_reason_and_what_it_does(begonnen):
    scoort_als_het_model(begonnen)
    begonnen.kiest_menu("vergelijken")
    dialog = begonnen.dialog
    dialog.submit()
    lijst = dialog.list
    rijen = [lijst.item(rij).text() for rij in range(lijst.count())]
    assert any("alleen het model" in rij for rij in rijen)

    begonnen.gaat_naar("vergelijking.taken")
    begonnen.drukt(Qt.Key.Key_Home)
    for _ in rijen:
        if lijst.currentItem().text().startswith("Dagstructuur"):
            break
        begonnen.drukt(Qt.Key.Key_Down)

    QApplication.processEvents()
    woorden = "\n".join(label.text() for label in dialog.detail.findChildren(QLabel) if label.isVisible())
    kader = begonnen.session.kader.taak_by_id["dagstructuur"].ankers
    for deel in ("Gemist anker", kader["O2"], kader["O3"], "minuten per maand hoger uit", "O3 past niet"):
        assert deel in woorden
    assert unnamed(dialog) == []
    begonnen.gaat_naar("kopieren")
    begonnen.drukt(Qt.Key.Key_Space)
    assert dialog.vergelijking.samenvatting in QGuiApplication.clipboard().text()


def test_compared_dossier_shows_the_comparison_at_once(begonnen):
    scoort_als_het_model(begonnen)
    begonnen.kiest_menu("vergelijken")
    begonnen.dialog.submit()
    begonnen.dialog.reject()
    begonnen.wizard.view.act(begonnen.session.answer_blok, "dagstructuur", "O2")

    begonnen.kiest_menu("vergelijken")

    assert begonnen.dialog.vergelijking is not None
    assert not begonnen.dialog.ok.isVisible()


# The model


def test_model_is_looked_at_as_a_model_and_taken_over_as_a_case_of_ones_own(oefen):
    kiest_casus(oefen)
    oefen.gaat_naar("model.bekijken")
    oefen.drukt(Qt.Key.Key_Space)
    assert MARK in oefen.ziet()
    assert "810 minuten per maand" in oefen.ziet()
    assert unnamed(oefen.dialog) == []
    assert "modelantwoord getoond" in [regel.actie for regel in desk_of(oefen).kluis.logboek()]

    oefen.gaat_naar("model.overnemen")
    oefen.drukt(Qt.Key.Key_Space)
    oefen.wacht(lambda: oefen.window.wizard is not None)

    assert oefen.session.dossier.oefencasus.redenen
    assert not oefen.session.dossier.oefencasus.uitgedeeld
    oefen.window.show_start()
    assert oefen.window.home.practice.cases.findItems("eigen casus", Qt.MatchFlag.MatchContains)


def test_look_at_the_model_is_asked_twice_while_someone_practises(begonnen, monkeypatch):
    begonnen.wizard.view.act(begonnen.session.set_veld, "melding.verandering", "iets")
    nummer = begonnen.session.dossier.nummer
    begonnen.window.show_start()
    kiest_casus(begonnen)
    asked = []
    monkeypatch.setattr("indicatietool.gui.start.practice.ask", lambda _window, text: asked.append(text))
    assert f"Geoefend in {nummer} (bezig)" in begonnen.window.home.practice.cases.currentItem().text()

    begonnen.gaat_naar("model.bekijken")
    begonnen.drukt(Qt.Key.Key_Space)

    assert nummer in asked[0]
    assert QApplication.activeModalWidget() is None
    begonnen.window.open_from(lambda: desk_of(begonnen).open(nummer))
    begonnen.kiest_menu("vergelijken")
    begonnen.dialog.submit()
    begonnen.dialog.reject()
    begonnen.window.show_start()
    assert f"{nummer} (vergeleken)" in begonnen.window.home.practice.cases.currentItem().text()
    begonnen.gaat_naar("model.bekijken")
    begonnen.drukt(Qt.Key.Key_Space)
    assert len(asked) == 1
    assert MARK in begonnen.ziet()


# Writing


def test_trainer_writes_a_case_that_is_kept_while_one_types_and_stands_in_the_list(oefen):
    oefen.gaat_naar("nieuw")
    oefen.drukt(Qt.Key.Key_Space)
    oefen.wizard.view.act(oefen.session.choose_taak, "dagstructuur", nodig=True)
    oefen.wizard.view.act(oefen.session.answer_blok, "dagstructuur", "O2")
    oefen.wizard.view.act(oefen.session.answer_frequentie, "dagstructuur", Frequentie(keer=1, per_weken=1))
    oefen.kiest_menu("casus")
    dialog = oefen.dialog

    oefen.vult("casus.titel", "De brievenbus")
    oefen.drukt(Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in a line closes nothing"
    oefen.vult("casus.vignet", "Meneer maakt een lijst, en dat duurt 30 minuten.")
    oefen.vult("reden.dagstructuur.niet", "O3 past niet.")
    oefen.wacht(lambda: "In het verhaal staan minuten" in oefen.ziet())
    assert "schrijf eerst waarom dit antwoord past" in oefen.ziet()
    oefen.vult("reden.dagstructuur.waarom", "Hij vult de helft zelf in: O2.")
    oefen.drukt(Qt.Key.Key_Escape)

    casus = oefen.session.dossier.oefencasus
    assert (casus.titel, casus.reden("dagstructuur").waarom_niet) == ("De brievenbus", "O3 past niet.")
    assert oefen.wizard.practice.button.isVisible()
    oefen.window.show_start()
    kiest_casus(oefen, own_cases(desk_of(oefen))[0].naam)
    assert oefen.window.home.practice.cases.chosen.verhaal == casus


def test_long_texts_keep_their_edge_however_wide_the_dialog_is(oefen):
    oefen.window.open_from(lambda: adopt(desk_of(oefen), find_case(desk_of(oefen), CASUS)))
    oefen.kiest_menu("casus")
    dialog = oefen.dialog
    for breed in (480, 900):
        dialog.resize(breed, 600)
        QApplication.processEvents()

        for editor in (editor for pair in dialog.redenen.values() for editor in pair):
            assert editor.viewport().geometry().bottom() + editor.frameWidth() < editor.height()


def test_what_was_written_is_there_again_and_is_taken_back_with_undo(oefen):
    oefen.window.open_from(lambda: desk_of(oefen).new())
    oefen.kiest_menu("casus")
    oefen.vult("casus.leerdoel", "Zien wat past")
    oefen.drukt(Qt.Key.Key_Escape)
    assert oefen.session.dossier.oefencasus.leerdoel == "Zien wat past"

    oefen.kiest_menu("casus")
    dialog = oefen.dialog
    assert (dialog.titel.text(), dialog.leerdoel.text(), dialog.vignet.value()) == ("", "Zien wat past", "")
    assert unnamed(dialog) == []
    oefen.drukt(Qt.Key.Key_Escape)
    oefen.kiest_menu("ongedaan")

    assert oefen.session.dossier.oefencasus is None


def test_who_practises_and_a_real_dossier_can_not_become_a_case(begonnen):
    echt = begonnen.desk.new()
    with pytest.raises(InvoerError, match="Dit is een oefening op een casus"):
        CasusDialog(begonnen.window, begonnen.session)
    with pytest.raises(InvoerError, match="Dit is een echt dossier"):
        CasusDialog(begonnen.window, echt)
    with pytest.raises(InvoerError, match="staat geen casus"):
        hand_out(begonnen.window, None, echt)


# Handing out


@pytest.mark.parametrize("met_model", [False, True])
def test_case_is_handed_out_and_comes_in_on_another_laptop(oefen, tmp_path, monkeypatch, met_model):
    bestand = tmp_path / "uit" / "casus.indicatie"
    bestand.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(bestand), ""))
    eigen = adopt(desk_of(oefen), find_case(desk_of(oefen), CASUS))
    oefen.window.refresh_list()
    kiest_casus(oefen, eigen.dossier.nummer)
    oefen.gaat_naar("casus.uitdelen")
    oefen.drukt(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert unnamed(oefen.dialog) == []
    oefen.gaat_naar("delen.blind")
    if met_model:
        oefen.drukt(Qt.Key.Key_Down)
    oefen.gaat_naar("dialoog.ok")
    oefen.drukt(Qt.Key.Key_Space)
    assert bool(read_overdracht(bestand).dossier.antwoorden.taken) is met_model
    desk_of(oefen).delete(eigen.dossier.nummer, "dubbel")
    oefen.window.refresh_list()

    sleept(oefen, bestand, monkeypatch)

    (regel,) = desk_of(oefen).list()
    assert [casus.naam for casus in own_cases(desk_of(oefen))] == ([regel.kaart.nummer] if met_model else [])
    lijst = oefen.window.home.practice.cases
    assert bool(lijst.findItems("eigen casus", Qt.MatchFlag.MatchContains)) is met_model


def sleept(robot, bestand, monkeypatch) -> None:
    """Drop a file on the window and wait until it is in."""
    said = []
    monkeypatch.setattr("indicatietool.gui.start.acts.tell", lambda _window, text: said.append(text))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(bestand))])
    robot.window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    robot.wacht(lambda: said)


def test_open_exercise_is_handed_out_only_blind(begonnen):
    begonnen.kiest_menu("uitdelen")

    assert not begonnen.dialog.met_model.isEnabled()
    assert begonnen.dialog.blind.isChecked()
