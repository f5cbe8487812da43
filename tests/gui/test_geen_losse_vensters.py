"""Nothing flashes up as a window of its own: a widget shown before it has a place takes the focus away."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from tests.gui.stories import open_scored_case

pytestmark = pytest.mark.usefixtures("qapp")


class Watch(QObject):
    """Writes down every window that is shown and that is no window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            expected = isinstance(watched, QMainWindow | QDialog | QMenu)
            if not expected and "Popup" not in watched.metaObject().className():
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_page_of_the_wizard_flashes_up(robot, watch):
    open_scored_case(robot)

    for stap in robot.wizard.view.steps():
        robot.wizard.go_to(stap.id)
        QApplication.processEvents()

    assert watch.seen == []


def test_start_screen_and_practice_do_not_flash_up(robot, watch):
    robot.window.home.setCurrentIndex(1)
    robot.window.appearance.choose(letters=125)
    robot.wacht(lambda: robot.window.home.practice is not None)
    QApplication.processEvents()
    robot.window.appearance.choose(letters=100)
    QApplication.processEvents()

    assert watch.seen == []


@pytest.mark.parametrize(
    "naam",
    ["wachtwoord", "herstelcode", "controleren", "opruimen", "logboek", "instellingen", "toetsen", "hulp"],
)
def test_dialogs_do_not_flash_up_in_parts(robot, watch, naam):
    robot.kiest_menu(naam)
    QApplication.processEvents()

    assert watch.seen == []
    robot.wacht(lambda: robot.dialog.buttons.isEnabled())
