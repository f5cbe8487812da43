"""What the stories of the trainer share: a practice dossier that is scored, and pictures on request."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.gui.trainer.wat_als import WatAlsPaneel
from indicatietool.paths import normen_folder
from indicatietool.session.session import Session
from indicatietool.store.dossiers import read_dossier
from tests.gui.robot import Robot

CASE = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "o2-weer-op-orde.json"
TAAK = "post-administratie"
STAP = "scoren.financien"


def open_model(robot: Robot) -> Session:
    """Open a practice dossier that holds the model answers of a case, at the scoring of its money."""
    desk = robot.window.toegang.practice()
    geladen = next(g for g in desk.kaders.usable() if g.kader.kader.id == "voorbeeld-begeleiding")
    model = read_dossier(CASE).with_changes(
        nummer=desk.next_nummer(), oefening=True, kader=geladen.verwijzing, gebleven=f"{STAP}/{TAAK}"
    )
    robot.window.open_from(lambda: Session(model, geladen, desk.kluis, desk.vandaag))
    robot.wizard.view.act(robot.session.set_veld, "melding.zaaknummer", "Z-1")
    assert robot.wizard.view.save()
    return robot.session


def picture(widget: QWidget, name: str) -> None:
    """Leave a picture in the folder BEELDEN, when that is set: for who wants to look."""
    for _ in range(4):
        QApplication.processEvents()
    folder = os.environ.get("BEELDEN")
    if folder:
        widget.grab().save(str(Path(folder) / f"{name}.png"))


def panel(robot: Robot) -> WatAlsPaneel:
    """Return the strip over the copy."""
    return robot.wizard.findChild(WatAlsPaneel)
