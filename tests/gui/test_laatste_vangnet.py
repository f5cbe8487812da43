"""The last resort: save first, one small file with no word of a client, one dialog, signals, two windows."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType

from indicatietool.gui.last_resort import FOLDER, MOST_FILES, LastResort
from indicatietool.gui.window import MainWindow
from tests.gui.robot import PATIENCE, Robot
from tests.kluizen import WACHTWOORD

HUIS = Path(__file__).parents[2]
CANARY = "Mevrouw Kanarie"


class Net:
    """What the last resort did."""

    def __init__(self, folder: Path, saves: bool = True) -> None:
        self.folder, self.saves = folder, saves
        self.rescued, self.left, self.shown = 0, 0, []
        self.resort = LastResort(folder, self._rescue, self.shown.append, self._leave)

    def _rescue(self) -> bool:
        self.rescued += 1
        return self.saves

    def _leave(self) -> None:
        self.left += 1

    @property
    def files(self) -> list[Path]:
        return sorted((self.folder / FOLDER).glob("*"))

    def falls(self) -> None:
        try:
            raise ValueError(f"{CANARY} woont op nummer 12")
        except ValueError as error:
            self.resort.on_exception(type(error), error, error.__traceback__)


@pytest.fixture
def net(qapp, tmp_path):
    return Net(tmp_path)


def test_crash_is_saved_first_told_once_and_written_without_a_word_of_the_client(net, qapp):
    net.falls()
    net.falls()
    qapp.processEvents()

    assert net.rescued == 2
    assert len(net.shown) == 1
    assert "is bewaard" in net.shown[0]
    assert net.files[0].name in net.shown[0]
    assert len(net.files) == 2
    text = net.files[0].read_text("utf-8")
    assert "soort: ValueError" in text
    assert "regel: " in text
    assert "versie: " in text
    assert "Kanarie" not in text
    assert "Kanarie" not in net.shown[0]


def test_crash_that_could_not_save_says_where_the_work_is(qapp, tmp_path):
    net = Net(tmp_path, saves=False)

    net.falls()
    qapp.processEvents()

    assert "staat nog in het venster" in net.shown[0]


def test_crash_on_another_thread_is_told_on_the_thread_of_the_window(net, qtbot):
    told_on = []
    net.resort._show = lambda _text: told_on.append(threading.current_thread())
    thread = threading.Thread(target=net.falls)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(told_on))

    assert told_on == [threading.main_thread()]


def test_crash_files_do_not_pile_up(net):
    for _ in range(MOST_FILES + 5):
        net.falls()
    assert len(net.files) == MOST_FILES

    another_run = Net(net.folder)
    another_run.falls()

    assert len(net.files) == MOST_FILES


def test_folder_that_can_not_be_written_still_ends_in_one_message(qapp, tmp_path):
    (tmp_path / FOLDER).write_text("in de weg", "utf-8")
    net = Net(tmp_path)

    net.falls()
    qapp.processEvents()

    assert "Meld dit bij de beheerder." in net.shown[0]


def test_qt_warning_is_let_go_and_critical_is_kept_without_its_text(net):
    class Context:
        category, line = "qt.gui", 7

    net.resort._on_qt(QtMsgType.QtWarningMsg, Context, CANARY)
    assert net.files == []

    net.resort._on_qt(QtMsgType.QtCriticalMsg, Context, CANARY)

    assert "Kanarie" not in net.files[0].read_text("utf-8")
    assert "module: qt.gui" in net.files[0].read_text("utf-8")


PROGRAM = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from indicatietool.gui.application import application
    from indicatietool.gui.window import MainWindow
    from indicatietool import app as program
    from tests.kluizen import WACHTWOORD, make_toegang

    folder = Path(sys.argv[1])
    app = application(may_be_offscreen=True)
    window = MainWindow(lambda: make_toegang(folder), folder / "voorkeuren.json")
    window.ready.connect(lambda: program._guard(window))

    def type_something():
        window.dossiers.new.click()
        window.wizard.view.act(window.wizard.view.session.set_veld, "melding.client", "Mevrouw Kanarie")
        print("typed", flush=True)

    def unlock():
        window.kluis_opened.connect(type_something)
        door = window.home.door
        door.enter(lambda: make_toegang(folder).unlock(WACHTWOORD), "")

    window.ready.connect(lambda: QTimer.singleShot(0, unlock))
    window.show()
    sys.exit(app.exec() or window.exit_code)
    """
)


@pytest.mark.skipif(os.name != "posix", reason="Windows knows no signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_signal_saves_the_last_letter_and_ends_quietly(qapp, qtbot, tmp_path, name):
    robot = Robot(qtbot, tmp_path)
    robot.sluit()
    env = {**os.environ, "PYTHONPATH": str(HUIS), "INDICATIETOOL_MAP": str(tmp_path / "map")}
    ran = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=env,
        cwd=HUIS,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert ran.stdout.readline() == "typed\n", ran.stderr.read()

    ran.send_signal(getattr(signal, name))
    _, errors = ran.communicate(timeout=30)

    assert ran.returncode == 0, errors
    desk = robot.make_toegang().unlock(WACHTWOORD)
    assert [regel.kaart.client for regel in desk.list()] == [CANARY]
    desk.kluis.close()


def test_second_window_says_so_and_ends_with_code_4(robot, qtbot, monkeypatch):
    warned = []
    monkeypatch.setattr("indicatietool.gui.complete.warn", lambda _parent, text: warned.append(text))
    second = MainWindow(robot.make_toegang, robot.folder / "tweede.json")
    qtbot.addWidget(second)

    with qtbot.waitSignal(second.ready, timeout=PATIENCE):
        second.show()
    qtbot.waitUntil(lambda: not second.isVisible())

    assert second.exit_code == 4
    assert "al open" in warned[0]
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.dossier.nummer.startswith("20")
