"""A double click on a `.indicatie` file: the window offers to read it in, where it belongs, when it can."""

from pathlib import Path

import pytest

from indicatietool import app
from indicatietool.gui.start import meegegeven
from indicatietool.gui.start.screen import MINE, PRACTICE
from indicatietool.gui.window import MainWindow
from indicatietool.session.overdragen import hand_over
from tests.gui.robot import PATIENCE
from tests.kluizen import make_desk, make_practice_desk


@pytest.fixture
def gevraagd(monkeypatch) -> list[str]:
    """What was asked; each is answered with yes."""
    asked: list[str] = []
    monkeypatch.setattr(meegegeven, "ask", lambda _parent, text: asked.append(text) or True)
    return asked


@pytest.fixture
def verteld(monkeypatch) -> list[str]:
    told: list[str] = []
    for naam in ("start.acts.tell", "start.meegegeven.warn", "complete.warn"):
        monkeypatch.setattr(f"indicatietool.gui.{naam}", lambda _parent, text: told.append(text))
    return told


@pytest.fixture
def van_collega(tmp_path: Path) -> Path:
    session = make_desk(tmp_path / "collega").new()
    session.set_veld("melding.client", "Mevrouw Bakker")
    hand_over(session, tmp_path / "dossier-2027-0001.indicatie")
    return tmp_path / "dossier-2027-0001.indicatie"


@pytest.fixture
def oefengeval(tmp_path: Path) -> Path:
    desk = make_practice_desk(tmp_path / "trainer")
    hand_over(desk.new(), tmp_path / "oefening.indicatie")
    return tmp_path / "oefening.indicatie"


def test_dossier_waits_for_the_kluis_and_is_read_in_after_a_yes(robot, van_collega, gevraagd, verteld):
    robot.sluit()
    robot.open_window(van_collega)
    robot.wacht(lambda: "dossier-2027-0001.indicatie staat klaar" in robot.ziet())
    assert gevraagd == []

    robot.opent_kluis()

    robot.wacht(lambda: verteld)
    assert gevraagd == ["dossier-2027-0001.indicatie inlezen in uw kluis?"]
    assert verteld[0].startswith("Het dossier is opgenomen als 2027-0001.")
    assert robot.desk.kluis.load("2027-0001").melding.client == "Mevrouw Bakker"


def test_after_a_no_nothing_is_read_in_and_it_is_said_how_it_can_later(robot, van_collega, monkeypatch):
    monkeypatch.setattr(meegegeven, "ask", lambda _parent, _text: False)
    robot.sluit()
    robot.open_window(van_collega)
    robot.wacht(lambda: "staat klaar" in robot.ziet())

    robot.opent_kluis()

    assert "dossier-2027-0001.indicatie is niet ingelezen" in robot.ziet()
    assert robot.desk.list() == ()


def test_offer_is_made_once_and_not_again_after_each_lock(robot, van_collega, gevraagd, verteld):
    robot.sluit()
    robot.open_window(van_collega)
    robot.wacht(lambda: "staat klaar" in robot.ziet())
    robot.opent_kluis()
    robot.wacht(lambda: verteld)

    robot.kiest_menu("vergrendelen")
    robot.wacht(lambda: robot.window.desk is None)
    robot.opent_kluis()

    assert len(gevraagd) == 1


def test_practice_case_goes_to_the_oefenkluis_without_a_wachtwoord(robot, oefengeval, gevraagd, verteld):
    robot.sluit()
    window = robot.open_window(oefengeval)

    robot.wacht(lambda: verteld)

    assert gevraagd == ["oefening.indicatie is een oefengeval. Inlezen in de oefenkluis?"]
    assert window.home.currentIndex() == PRACTICE
    assert window.desk is None
    assert [regel.kaart.oefening for regel in window.toegang.practice().list()] == [True]


@pytest.mark.parametrize(
    ("inhoud", "woorden"), [(b"geen zip", "niet te gebruiken"), (None, "het is er niet")]
)
def test_file_that_can_not_be_used_is_a_message_and_the_window_stays(
    robot, tmp_path, gevraagd, verteld, inhoud, woorden
):
    pad = tmp_path / "x.indicatie"
    if inhoud is not None:
        pad.write_bytes(inhoud)
    robot.sluit()
    window = robot.open_window(pad)

    robot.wacht(lambda: verteld)

    assert woorden in verteld[0]
    assert "x.indicatie" in verteld[0]
    assert window.isVisible()
    assert window.home.currentIndex() == MINE
    assert gevraagd == []


def test_second_window_says_what_to_do_with_the_file(robot, qtbot, van_collega, verteld):
    second = MainWindow(robot.make_toegang, robot.folder / "tweede.json", van_collega)
    qtbot.addWidget(second)
    with qtbot.waitSignal(second.ready, timeout=PATIENCE):
        second.show()
    robot.wacht(lambda: not second.isVisible())

    assert second.exit_code == 4
    assert "Ga naar dat venster en kies daar “Dossier inlezen…”" in verteld[0]
    assert "dossier-2027-0001.indicatie is niet ingelezen" in verteld[0]
    assert robot.window.isVisible()


def test_name_of_a_file_opens_the_window_and_no_command(monkeypatch):
    geopend: list[Path | None] = []
    monkeypatch.setattr(app, "_show_window", lambda pad=None: geopend.append(pad) or 0)

    assert app.main(["/tmp/Dossier van gisteren.INDICATIE"]) == 0
    assert app.main([]) == 0

    assert geopend == [Path("/tmp/Dossier van gisteren.INDICATIE"), None]
