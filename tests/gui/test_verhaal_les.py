"""The lesson, the tornado and two kaders side by side, worked by keys and looked at in two looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from indicatietool.gui.kader_browser import KaderBrowser
from indicatietool.gui.trainer.afstand import ZwartScherm
from indicatietool.gui.trainer.les import OVERVIEW, SLIDE
from indicatietool.gui.trainer.naast_elkaar import NaastElkaarDialog
from indicatietool.session.naast_elkaar import side_by_side
from indicatietool.session.wat_als import stand
from indicatietool.store.dossiers import dossier_to_json, read_dossier
from tests.gui.test_toegankelijk_venster import unnamed
from tests.gui.trainer import CASE, TAAK, open_model, panel, picture
from tests.session.test_naast_elkaar import with_cell

pytestmark = pytest.mark.usefixtures("plain_dress")


# -- tornado ---------------------------------------------------------------------------------------


def test_the_tornado_tells_every_bar_and_enter_tries_the_heaviest_on_a_copy(dressed):
    robot = dressed
    session = open_model(robot)
    inhoud = dossier_to_json(session.dossier)
    robot.kiest_menu("tornado")
    dialog = robot.dialog
    assert unnamed(dialog) == []
    picture(dialog, f"5-tornado-{robot.look}")
    antwoorden = dialog.lists[2]
    wegen = [gewicht.zwaarte for gewicht in antwoorden.gewichten]
    assert wegen == sorted(wegen, reverse=True)
    gelezen = antwoorden.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert gelezen == antwoorden.gewichten[0].tekst
    assert "per maand" in gelezen

    dialog.tabs.setCurrentIndex(2)
    picture(dialog, f"5-tornado-antwoorden-{robot.look}")
    antwoorden.setFocus()
    robot.drukt(Qt.Key.Key_Down)
    gewicht = antwoorden.chosen
    assert gewicht is antwoorden.gewichten[1]
    verwacht = max(gewicht.verschuivingen, key=lambda v: abs(v.verschil)).per_maand
    robot.drukt(Qt.Key.Key_Return)
    robot.wacht(lambda: robot.wizard.is_trial)

    assert robot.session.indicatie.berekend_per_maand == verwacht
    assert robot.session.dossier.antwoorden != session.dossier.antwoorden
    assert dossier_to_json(session.dossier) == inhoud
    assert panel(robot).begin.isEnabled()


def test_a_button_tries_the_other_side_and_a_second_try_goes_on_from_the_copy(robot):
    open_model(robot)
    robot.kiest_menu("tornado")
    dialog = robot.dialog
    dialog.tabs.setCurrentIndex(2)
    minder = next(v for v in dialog.list.chosen.verschuivingen if v.verschil < 0)
    dialog.less.click()
    robot.wacht(lambda: robot.wizard.is_trial)
    assert robot.session.indicatie.berekend_per_maand == minder.per_maand
    was = robot.window.trial.was

    robot.kiest_menu("tornado")
    assert f"{minder.per_maand} minuten" in robot.dialog.total.text()
    robot.dialog.tabs.setCurrentIndex(0)
    zonder = robot.dialog.list.chosen.verschuivingen[0]
    robot.dialog.less.click()
    robot.wacht(lambda: robot.session.indicatie.berekend_per_maand == zonder.per_maand)

    assert robot.window.trial.was is was
    assert len(stand(robot.window.trial).veranderd) >= 2


def test_an_empty_dossier_has_nothing_to_weigh_and_says_so(robot):
    robot.window.dossiers.new.click()
    robot.kiest_menu("tornado")

    assert "nog niets te wegen" in robot.ziet()


# -- the lesson ------------------------------------------------------------------------------------


def test_the_lesson_goes_by_remote_and_jumps_by_the_overview(dressed):
    robot = dressed
    robot.kiest_menu("les")
    les = robot.dialog
    les.resize(1024, 768)
    QApplication.processEvents()
    assert unnamed(les) == []
    assert les.slide.hasFocus()
    picture(les, f"6-les-{robot.look}")
    seen = [les.dia.titel]
    for _ in range(200):
        robot.drukt(Qt.Key.Key_PageDown)
        if les.dia.titel != seen[-1]:
            seen.append(les.dia.titel)
            if len(seen) in (3, 14):
                picture(les, f"6-les-{len(seen)}-{robot.look}")
    assert seen == [dia.titel for dia in les._slides]
    robot.drukt(Qt.Key.Key_PageUp, keer=40)
    assert les.dia is not les._slides[-1]

    robot.drukt(Qt.Key.Key_Home)
    robot.drukt(Qt.Key.Key_Return)
    assert les.stack.currentIndex() == OVERVIEW
    robot.drukt(Qt.Key.Key_Down, keer=3)
    robot.drukt(Qt.Key.Key_Return)
    assert les.stack.currentIndex() == SLIDE
    assert les.dia is les._slides[3]


def test_every_slide_with_figures_carries_the_mark_of_the_kader(robot):
    robot.kiest_menu("les")
    les = robot.dialog
    for place, dia in enumerate(les._slides):
        les.go_to(place)
        QApplication.processEvents()
        merk = [label for label in les.slide.findChildren(QLabel, "dia.merk") if not label.isHidden()]
        assert bool(merk) is dia.heeft_cijfers, dia.titel
        assert les.slide.accessibleName() == dia.tekst


def test_each_kader_can_be_chosen_and_read_on_in_the_browser(robot):
    robot.kiest_menu("les")
    les = robot.dialog
    assert les.which.count() == 3
    assert les.which.itemText(0).startswith("Voorbeeldkader")
    assert "vervallen" in les.which.itemText(2)
    for row in range(les.which.count()):
        les.which.setCurrentIndex(row)
        les.which.activated.emit(row)
        assert les.dia.titel in les.which.itemText(row)
    les.go_to(next(n for n, dia in enumerate(les._slides) if dia.deel == "Factoren" and n > 3))
    titel = les.dia.vindplaats[1]

    les.read.click()

    browser = les.findChild(KaderBrowser)
    robot.wacht(browser.isVisible)
    assert browser.tree.currentItem().text(0) == titel
    browser.close()


def test_black_and_back_in_a_lesson(robot):
    robot.kiest_menu("les")
    les = robot.dialog
    robot.drukt(Qt.Key.Key_PageDown)
    dia = les.dia
    robot.drukt(Qt.Key.Key_B)
    zwart = les.findChild(ZwartScherm)
    assert zwart.isVisible()
    robot.drukt(Qt.Key.Key_Escape)

    assert not zwart.isVisible()
    assert les.isVisible()
    assert les.dia is dia
    robot.wacht(les.slide.hasFocus)


# -- side by side ----------------------------------------------------------------------------------


def test_two_kaders_stand_side_by_side_on_the_open_case(dressed):
    robot = dressed
    open_model(robot)
    robot.kiest_menu("naast_elkaar")
    dialog = robot.dialog
    dialog.resize(984, 708)
    assert unnamed(dialog) == []
    assert dialog.casus.currentText() == "De oefencasus die open is"
    assert "Voorbeeldkader" in dialog.links.currentText()
    assert "kent geen enkele taak" in robot.ziet()
    assert "taak Post en administratie" in robot.ziet()
    picture(dialog, f"7-naast-{robot.look}")

    dialog.rechts.setCurrentIndex(0)
    dialog.rechts.activated.emit(0)
    assert "niets veranderd" in dialog.total.text()


def test_another_version_of_the_same_kader_is_what_stands_beside_it(qapp, qtbot, voorbeeldkader):
    nieuw = with_cell(voorbeeldkader.kader, TAAK, "O2", 90)
    dialog = NaastElkaarDialog(None, (voorbeeldkader, nieuw))
    qtbot.addWidget(dialog)
    titel = next(v.titel for v in voorbeeldkader.voorbeelden if v.casus == CASE.name)
    dialog.casus.setCurrentText(titel)
    dialog.casus.activated.emit(dialog.casus.currentIndex())

    assert "2027.1" in dialog.rechts.currentText()
    naast = side_by_side(voorbeeldkader, nieuw, read_dossier(CASE))
    assert dialog.total.text() == naast.zin
    assert "minuten meer" in naast.zin
    cellen = [label.text() for label in dialog.grid.findChildren(QLabel)]
    assert all(tekst in cellen for rij in (*naast.taken, naast.totaal) for tekst in rij)


def test_a_real_dossier_takes_no_part_in_what_a_class_sees(robot):
    robot.window.dossiers.new.click()
    robot.kiest_menu("naast_elkaar")

    assert "die open is" not in robot.dialog.casus.currentText()
    assert robot.dialog.casus.count() > 0
