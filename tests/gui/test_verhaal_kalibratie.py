"""A trainer calibrates a group: consulenten hand in, the trainer gathers, sees what divides and keeps it."""

import json
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.gui.trainer.kalibratie import KalibratieVenster
from indicatietool.gui.trainer.kalibratie_bewaren import UitslagDialog
from indicatietool.gui.trainer.kalibratie_samen import THE_WHOLE
from indicatietool.gui.widgets.stippen import Keuzestippen, Stippenlijn
from indicatietool.session.kalibratie.groep import cases_to_choose
from indicatietool.session.kalibratie.sessies import keep, kept
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import model_of
from indicatietool.store.dossiers import dossier_to_json
from tests.builders import VANDAAG
from tests.gui.test_toegankelijk_venster import unnamed
from tests.kalibreren import inleveren, klas
from tests.kluizen import make_practice_desk

BEGELEIDING = LeefgebiedSituatie.BEGELEIDING
PLEK = 3
"""Which taak of the case divides."""


@pytest.fixture(scope="module")
def klaar(tmp_path_factory):
    """A desk, the case that is demonstrated, and a folder of twenty uitslagen on it."""
    folder = tmp_path_factory.mktemp("klas")
    desk = make_practice_desk(folder)
    casus = next(casus for casus in cases_to_choose(desk) if "o2-" in str(casus.plaats))
    model = model_of(desk, casus)
    taak = model.dossier.antwoorden.taken[PLEK].taak
    inleveren(folder / "in", klas(model, 20, verdeelt=taak))
    return desk, casus, model, folder / "in"


class Trainer:
    """Works the window as a trainer would."""

    def __init__(self, qtbot, klaar, folder):
        self.desk, self.casus, self.model, self.ingeleverd = klaar
        self.folder = folder
        self._qtbot = qtbot
        self.window = KalibratieVenster(None, self.desk, folder / "sessies")
        qtbot.addWidget(self.window)
        self.window.show()
        self.wacht()
        self.window.which.setCurrentText(self.casus.verhaal.titel)
        self.wacht()

    def wacht(self):
        self._qtbot.waitUntil(lambda: self.window._aside is None and self.window.group is not None)
        QApplication.processEvents()

    def verzamelt(self, *bronnen):
        self.window.add(bronnen or [self.ingeleverd])
        self.wacht()

    def kiest(self, rij):
        self.window.tabs.setCurrentIndex(1)
        self.window.together.list.setCurrentRow(rij)
        QApplication.processEvents()

    def ziet(self):
        detail = self.window.together.detail.widget()
        return "\n".join(label.text() for label in detail.findChildren(QLabel))

    def rijen(self):
        model = self.window.handed_in.table.model()
        return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]

    def klikt(self, naam):
        knop = self.window.findChild(object, f"kalibratie.{naam}")
        self._qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        self.wacht()


@pytest.fixture
def trainer(qapp, qtbot, klaar, tmp_path):
    return Trainer(qtbot, klaar, tmp_path)


def test_group_shows_first_what_divides_with_anchors_side_by_side_and_nobody(trainer):
    trainer.verzamelt()

    trainer.kiest(1)

    naam = trainer.model.kader.taak_by_id[trainer.model.dossier.antwoorden.taken[PLEK].taak].naam
    assert trainer.window.together.list.item(1).text().startswith(f"1. {naam}\nverdeeld: 10 kozen")
    gezien = trainer.ziet()
    assert gezien.count("10 kozen: ") == 2
    assert "Ankers die de groep verdelen" in gezien
    stippen = trainer.window.together.detail.widget().findChildren(Stippenlijn)
    assert stippen[0]._values == tuple(sorted(stippen[0]._values))
    assert len(stippen[0]._values) == 20
    assert not any(
        str(deel.uitslag.deelnemer)[:8] in gezien for deel in trainer.window.group.verzameling.ingeleverd
    )


def test_everything_drawn_is_also_said(trainer):
    trainer.verzamelt()

    for rij in range(trainer.window.together.list.count()):
        trainer.kiest(rij)
        detail = trainer.window.together.detail.widget()
        for tekening in (*detail.findChildren(Stippenlijn), *detail.findChildren(Keuzestippen)):
            assert tekening.accessibleName()
            assert any(teken.isdigit() for teken in tekening.accessibleDescription())
            assert not tekening.grab().isNull()


def test_whole_is_told_first(trainer):
    trainer.verzamelt()

    assert trainer.window.together.list.item(0).text() == THE_WHOLE
    assert "20 uitslagen tellen mee." in trainer.ziet()
    assert "Krippendorffs alpha" in trainer.ziet()


def test_what_does_not_count_stands_on_top_with_its_reason(trainer, tmp_path):
    (eerste, *_), nieuw = sorted(trainer.ingeleverd.iterdir()), tmp_path / "nieuw"
    shutil.copytree(trainer.ingeleverd, nieuw)
    shutil.copy(eerste, nieuw / "z-kopie.uitslag")
    (nieuw / "stuk.uitslag").write_text("{", "utf-8")

    trainer.verzamelt(nieuw)

    assert [rij[:2] for rij in trainer.rijen()[:2]] == [
        ["stuk.uitslag", "telt niet mee"],
        ["z-kopie.uitslag", "telt niet mee"],
    ]
    assert trainer.window.handed_in.count.text() == "20 uitslagen tellen mee. 2 bestanden tellen niet mee."
    assert "hier klopt de JSON niet" in trainer.window.handed_in.reason.text()
    trainer.window.handed_in.table.selectRow(1)
    assert eerste.name in trainer.window.handed_in.reason.text()


def test_two_uitslagen_show_nothing_per_taak_and_say_why(trainer):
    trainer.verzamelt(*sorted(trainer.ingeleverd.iterdir())[:2])

    assert trainer.window.together.list.count() == 1
    assert "minder dan 3" in trainer.ziet()
    assert not trainer.window.results.isEnabled()


def test_another_case_refuses_them_all(trainer):
    trainer.verzamelt()

    trainer.window.which.setCurrentIndex((trainer.window.which.currentIndex() + 1) % 8)
    trainer.wacht()

    assert trainer.window.group.kalibratie.deelnemers == 0
    assert all("andere casus" in rij[2] for rij in trainer.rijen())


def test_folder_without_uitslagen_is_told_and_forgotten(trainer, tmp_path):
    leeg = tmp_path / "leeg"
    leeg.mkdir()

    trainer.verzamelt(leeg)

    assert "geen bestand .uitslag" in trainer.window.message.text()
    trainer.verzamelt()
    assert trainer.window.group.kalibratie.deelnemers == 20


def test_files_can_be_dropped_and_emptied(trainer):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(trainer.ingeleverd))])
    acties, knop, toets = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    trainer.window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), acties, mime, knop, toets))
    trainer.wacht()
    assert trainer.window.group.kalibratie.deelnemers == 20

    trainer.klikt("leeg")
    assert trainer.window.group.kalibratie.deelnemers == 0


def test_case_may_come_from_a_file(trainer, tmp_path):
    pad = tmp_path / "eigen.json"
    pad.write_bytes(dossier_to_json(trainer.model.dossier))

    trainer.window.add_case(pad)
    trainer.wacht()
    trainer.verzamelt()

    assert trainer.window.which.currentText().endswith("(eigen.json)")
    assert trainer.window.group.kalibratie.deelnemers == 20


def test_page_of_the_session_is_saved(trainer, tmp_path, monkeypatch):
    pdf = tmp_path / "sessie.pdf"
    monkeypatch.setattr("indicatietool.gui.trainer.kalibratie.ask_where", lambda *_: pdf)
    trainer.verzamelt()

    trainer.klikt("pdf")

    assert pdf.read_bytes().startswith(b"%PDF")
    assert "sessie.pdf" in trainer.window.message.text()


def test_session_is_kept_shown_in_the_trend_and_removed(trainer, monkeypatch):
    trainer.verzamelt()
    groep = trainer.window.group
    keep(groep.casus, groep.kalibratie, VANDAAG.replace(year=2026), trainer.folder / "sessies")

    trainer.klikt("bewaren")

    trend = trainer.window.trend
    assert len(trend.shown) == 2
    assert "ongeveer gelijk" in trend.words.text()
    assert "20 uitslagen tellen mee" in trend.line.accessibleDescription()
    assert not trend.line.grab().isNull()
    monkeypatch.setattr("indicatietool.gui.trainer.kalibratie_trend.messages.ask", lambda *_: True)
    trend.table.selectRow(0)
    trend.gone.click()
    assert [deel.sessie.datum for deel in kept(trainer.folder / "sessies")[0]] == [VANDAAG]


@pytest.mark.parametrize("letters", [100, 200])
def test_every_part_has_a_name_and_fits_a_small_screen(trainer, letters):
    from indicatietool.gui import theme

    trainer.verzamelt()
    app = QApplication.instance()
    try:
        theme.dress(app, "licht", letters)
        trainer.window.resize(1000, 700)
        for blad in range(3):
            trainer.window.tabs.setCurrentIndex(blad)
            QApplication.processEvents()
            assert unnamed(trainer.window) == []
            assert trainer.window.area.widget().minimumSizeHint().width() <= trainer.window.area.width()
    finally:
        theme.dress(app, "licht", 100)


def test_consulent_sees_all_that_goes_in_the_file_before_it_is_saved(
    qapp, qtbot, klaar, tmp_path, monkeypatch
):
    desk, casus, model, _ = klaar
    pad = tmp_path / "a.uitslag"
    monkeypatch.setattr("indicatietool.gui.trainer.kalibratie_bewaren.ask_where", lambda *_: pad)
    dialog = UitslagDialog(None, desk, model)
    qtbot.addWidget(dialog)
    dialog.show()

    getoond = dialog.file.toPlainText()
    dialog.ok.click()

    assert pad.read_text("utf-8") == getoond
    assert "geen naam" in "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "a.uitslag" in dialog.message.text()
    assert unnamed(dialog) == []
    assert casus.verhaal.titel == json.loads(getoond)["casus"]["titel"]


def test_another_participant_on_this_laptop_gets_another_mark(qapp, qtbot, klaar):
    desk, _, model, _ = klaar
    dialog = UitslagDialog(None, desk, model)
    qtbot.addWidget(dialog)
    eerst = dialog.uitslag

    dialog.another.click()

    assert dialog.uitslag.deelnemer != eerst.deelnemer
    assert dialog.uitslag.deelnemer in dialog.file.toPlainText()
    assert dialog.uitslag.taken == eerst.taken


def test_what_is_not_scored_is_told_and_nothing_can_be_saved(qapp, qtbot, klaar):
    desk, _, model, _ = klaar
    half = model.what_if()
    half.answer_blok(model.dossier.antwoorden.taken[0].taak, None)
    dialog = UitslagDialog(None, desk, half)
    qtbot.addWidget(dialog)

    assert not dialog.ok.isEnabled()
    assert "kies het blok" in "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_trainer_gathers_from_the_menu_and_lands_on_the_first_choice(robot):
    robot.kiest_menu("kalibratie")

    robot.wacht(lambda: robot.dialog.group is not None)
    assert isinstance(robot.dialog, KalibratieVenster)
    assert robot.dialog.which.hasFocus()
    assert unnamed(robot.dialog) == []
    robot.dialog.reject()


def test_consulent_keeps_a_result_from_the_menu(robot):
    desk = robot.window.toegang.practice()
    casus = cases_to_choose(desk)[0]
    session = begin(desk, casus)
    model = model_of(desk, casus)
    session.set_situatie(
        model.kader.taak_by_id[model.dossier.antwoorden.taken[0].taak].leefgebied, BEGELEIDING
    )
    session.save()
    robot.window.open_from(lambda: desk.open(session.dossier.nummer))

    robot.kiest_menu("uitslag")

    robot.wacht(lambda: QApplication.activeModalWidget() is not None)
    assert isinstance(robot.dialog, UitslagDialog)
    assert not robot.dialog.ok.isEnabled()
    assert "Er is nog geen taak gekozen" in "\n".join(
        label.text() for label in robot.dialog.findChildren(QLabel)
    )
    robot.dialog.reject()
