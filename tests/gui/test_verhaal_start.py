"""The start screen: finding a dossier among many, its deadline in words, and what can be done with it."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.domain.kaart import Dossierkaart, DossierRegel, DossierStatus
from indicatietool.gui.start.model import DossierTable, deadline_of
from indicatietool.session.instellingen import Instellingen, read_settings
from tests.gui.robot import CTRL
from tests.gui.stories import open_scored_case

VANDAAG = date(2026, 11, 22)


def begin(robot, **velden: object) -> str:
    """Make a dossier with these fields of the melding, and go back to the list; returns its nummer."""
    robot.window.dossiers.new.click()
    for naam, waarde in velden.items():
        robot.wizard.view.act(robot.session.set_veld, f"melding.{naam}", waarde)
    nummer = robot.session.dossier.nummer
    robot.window.show_start()
    return nummer


@pytest.fixture
def three(robot):
    """A robot with three dossiers."""
    begin(robot, client="Mevrouw Janssen", zaaknummer="Z-17", gemeente="0505", meldingsdatum=date(2026, 9, 1))
    begin(robot, client="De heer Yılmaz", zaaknummer="Z-18", meldingsdatum=date(2026, 11, 20))
    begin(robot, client="Mevrouw de Vries", zaaknummer="Q-1")
    return robot


def rows(robot) -> list[str]:
    model = robot.window.dossiers.model
    return [model.regel(row).kaart.nummer for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("woorden", "gevonden"),
    [
        ("janss", ["2026-0001"]),
        ("yilm", ["2026-0002"]),
        ("z-1", ["2026-0002", "2026-0001"]),
        ("dordrecht", ["2026-0001"]),
        ("mevrouw vries", ["2026-0003"]),
        ("pietersen", []),
    ],
)
def test_search_narrows_while_one_types(three, woorden, gevonden):
    three.vult("zoeken", woorden)

    assert rows(three) == gevonden


def test_search_then_enter_enter_opens_the_first_hit(three):
    three.vult("zoeken", "vries")
    three.drukt(Qt.Key.Key_Return)
    three.drukt(Qt.Key.Key_Return)

    assert three.session.dossier.nummer == "2026-0003"


def test_status_filter_shows_only_that_status(three):
    three.kiest("status", "definitief")

    assert rows(three) == []
    assert "Geen van de 3 dossiers past hierbij" in three.ziet()


@pytest.mark.parametrize(
    ("melding", "status", "says"),
    [
        (date(2026, 9, 1), DossierStatus.CONCEPT, "13-10-2026, te laat"),
        (date(2026, 9, 1), DossierStatus.DEFINITIEF, "13-10-2026"),
        (date(2026, 10, 11), DossierStatus.COMPLEET, "22-11-2026, vandaag"),
        (date(2026, 10, 12), DossierStatus.CONCEPT, "23-11-2026, nog 1 dag"),
        (date(2026, 10, 18), DossierStatus.CONCEPT, "29-11-2026, nog 7 dagen"),
        (date(2026, 10, 19), DossierStatus.CONCEPT, "30-11-2026"),
        (None, DossierStatus.CONCEPT, ""),
    ],
)
def test_deadline_is_marked_in_words(melding, status, says):
    kaart = Dossierkaart(nummer="2026-0001", meldingsdatum=melding, status=status)

    assert deadline_of(DossierRegel(kaart, datetime.now(UTC)), VANDAAG) == says


def test_five_thousand_dossiers_sort_on_every_column(qapp):
    table = DossierTable(VANDAAG)
    table.show_rows(
        [
            DossierRegel(
                Dossierkaart(nummer=f"2026-{nummer:04}", client=f"Cliënt {nummer % 97}"),
                datetime(2026, 1, 1, tzinfo=UTC),
            )
            for nummer in range(5_000)
        ]
    )

    for column in range(table.columnCount()):
        table.sort(column, Qt.SortOrder.AscendingOrder)
        assert table.rowCount() == 5_000
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert table.regel(0).kaart.client == "Cliënt 96"


def test_deleting_asks_for_a_reason_from_the_list(three):
    three.gaat_naar("dossiers")
    three.drukt(Qt.Key.Key_Down)
    nummer = three.window.dossiers.selected
    three.gaat_naar("verwijderen")
    three.drukt(Qt.Key.Key_Space)
    three.gaat_naar("dialoog.ok")
    three.drukt(Qt.Key.Key_Space)
    assert "Kies eerst een reden" in three.ziet()
    assert three.desk.kluis.exists(nummer)

    three.kiest("reden", "het dossier is dubbel")
    three.gaat_naar("dialoog.ok")
    three.drukt(Qt.Key.Key_Space)

    assert not three.desk.kluis.exists(nummer)
    assert nummer not in rows(three)
    assert "het dossier is dubbel" in "".join(regel.resultaat for regel in three.desk.kluis.logboek())


def test_ctrl_n_begins_a_new_onderzoek(robot):
    QTest.keyClick(robot._focus(), Qt.Key.Key_N, CTRL)

    assert robot.session.dossier.nummer == "2026-0001"


@pytest.mark.parametrize("soort", [SoortOnderzoek.HERINDICATIE, SoortOnderzoek.HERZIENING])
def test_follow_up_starts_from_the_list_with_nothing_typed_twice(robot, soort):
    open_scored_case(robot)
    robot.wizard.view.act(robot.session.set_veld, "melding.client", "Mevrouw Janssen")
    robot.window.show_start()
    robot.wacht(lambda: robot.window.wizard is None)
    robot.gaat_naar("dossiers")
    robot.drukt(Qt.Key.Key_Down)

    robot.gaat_naar(soort.value)
    robot.drukt(Qt.Key.Key_Space)

    assert robot.session.dossier.nummer == "2026-0002"
    assert robot.session.dossier.melding.soort_onderzoek is soort
    assert robot.session.dossier.melding.client == "Mevrouw Janssen"
    assert robot.session.dossier.eerder.nummer == "2026-0001"
    robot.gaat_naar_stap("Voorstel en besluit")
    assert "Vergeleken met het vorige onderzoek" in robot.ziet()
    assert "minuten per maand. Nu" in robot.ziet()


def test_omzetting_goes_on_from_a_list_without_bsn(robot, tmp_path):
    lijst = tmp_path / "lijst.csv"
    lijst.write_text(
        "Zaaknummer;Gemeente;Huidige indicatie;Einddatum\nZ-1;Dordrecht;IB1, 2 "
        "uur;31-12-2026\nZ-2;0610;IB3;\n",
        "utf-8",
    )
    robot.gaat_naar("omzetting")
    robot.drukt(Qt.Key.Key_Space)
    robot.dialog.read_list(lijst)
    assert "0 van 2 omgezet" in robot.dialog.progress.format()
    robot.gaat_naar("omzetlijst")
    robot.drukt(Qt.Key.Key_Down)

    robot.drukt(Qt.Key.Key_Return)

    melding = robot.session.dossier.melding
    assert (melding.zaaknummer, melding.gemeente) == ("Z-1", "0505")
    assert melding.soort_onderzoek is SoortOnderzoek.OMZETTING
    assert melding.huidige_indicatie == "IB1, 2 uur tot en met 31-12-2026"
    robot.window.show_start()
    robot.window.dossiers.omzetting.click()
    assert "bezig in 2026-0001" in robot.ziet()


def test_dossier_leaves_encrypted_and_comes_back_under_a_free_nummer(robot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("indicatietool.gui.start.acts.tell", lambda _parent, text: told.append(text))
    monkeypatch.setattr("indicatietool.gui.start.acts.warn", lambda _parent, text: told.append(text))
    nummer = begin(robot, client="Mevrouw Janssen")
    file = tmp_path / "weg.indicatie"
    robot.window.dossiers.select(nummer)
    robot.gaat_naar("meenemen")
    robot.drukt(Qt.Key.Key_Space)
    robot.dialog.file.setText(str(file))
    for veld in ("wachtwoord", "wachtwoord.nogmaals"):
        robot.gaat_naar(veld)
        robot.typt("krant brug appel toren kachel")
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)
    robot.wacht(lambda: QApplication.activeModalWidget() is None)
    assert b"Janssen" not in file.read_bytes()
    robot.desk.delete(nummer, "proef")

    robot.window.dossier_acts.take_in(file)
    robot.wacht(lambda: QApplication.activeModalWidget() is not None)
    robot.typt("krant brug appel toren kachel")
    robot.drukt(Qt.Key.Key_Return)
    robot.wacht(lambda: told)

    assert "geschiedenis van de afzender" in told[-1]
    assert robot.desk.kluis.load(nummer).melding.client == "Mevrouw Janssen"
    assert robot.window.dossiers.selected == nummer


def drop(robot, file) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    robot.window.dropEvent(event)


def test_kader_that_is_dropped_as_a_zip_is_read_in(robot, tmp_path, monkeypatch):
    import shutil

    from tests.gui.test_verhaal_kader import copy_with_version

    told = []
    monkeypatch.setattr("indicatietool.gui.comfort.acts.tell", lambda _parent, text: told.append(text))
    folder = copy_with_version(tmp_path / "x", "2026.3")
    zip_ = shutil.make_archive(str(tmp_path / "kader"), "zip", folder.parent, folder.name)

    drop(robot, zip_)

    assert "2026.3" in told[0]


def test_what_can_not_be_read_in_is_not_taken(robot, tmp_path):
    from indicatietool.gui.comfort.drop import dropped_file

    other = tmp_path / "foto.jpg"
    other.write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(other))])

    assert dropped_file(mime) is None
    mime.setUrls([QUrl("https://voorbeeld.nl/normenkader.toml")])
    assert dropped_file(mime) is None


def test_settings_hold_for_this_kluis_and_at_once(robot):
    robot.kiest_menu("instellingen")
    robot.kiest("vergrendelen", "na 30 minuten")
    robot.gaat_naar("bsn")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)

    assert read_settings(robot.desk.kluis) == Instellingen(30, 15, True)
    assert robot.window.lock.idle._minutes == 30
    robot.start_opnieuw()
    assert robot.window.settings == Instellingen(30, 15, True)


def test_opruimen_shows_only_what_is_past_its_time(three):
    three.kiest_menu("opruimen")
    assert "Er is niets op te ruimen." in three.ziet()
    three.drukt(Qt.Key.Key_Escape)
    later = [(date(2055, 1, 1), 3), (date(2027, 1, 1), 0)]

    from indicatietool.session.onderhoud import past_retention

    for dag, aantal in later:
        assert len(past_retention(three.desk.list(), 15, dag)) == aantal


def test_copy_of_today_is_made_once_and_only_after_a_change(three):
    kluis = three.desk.kluis
    before = len(kluis.copies(kluis.folder))

    three.start_opnieuw()
    three.wacht(lambda: "Kopie van vandaag gemaakt" in three.ziet())
    assert len(three.make_toegang().copies()) == before + 1
    three.start_opnieuw()
    three.qtbot.wait(100)

    assert len(three.make_toegang().copies()) == before + 1


def test_file_dialog_for_a_dossier_that_is_no_dossier_is_one_clear_message(robot, tmp_path, monkeypatch):
    warned = []
    file = tmp_path / "iets.json"
    file.write_text("{}", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr("indicatietool.gui.start.acts.warn", lambda _parent, text: warned.append(text))
    monkeypatch.setattr("indicatietool.gui.start.transfer.ask", lambda _parent, _text: False)

    robot.kiest_menu("inlezen")
    robot.wacht(lambda: warned)

    assert "iets.json" in warned[0]
