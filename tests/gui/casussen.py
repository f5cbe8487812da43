"""Practice cases with their model answers, open on the screen; several stories begin there."""

from indicatietool.domain.besluit import Overnemen
from indicatietool.paths import normen_folder
from indicatietool.session.overdragen import take_in
from tests.gui.robot import Robot

CASUSSEN = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen"


def open_casus(robot: Robot, naam: str, stap: str, *, besloten: bool = True) -> None:
    """Show a finished practice case at a step.

    Args:
        robot: works the window.
        naam: how the file begins, such as "o2".
        stap: the title of the step, as the list of steps has it.
        besloten: whether the besluiten stand.
    """
    robot.window.home.setCurrentIndex(1)
    desk = robot.window.toegang.practice()
    (bestand,) = CASUSSEN.glob(f"{naam}-*.json")
    session = desk.open(take_in(desk, bestand).nummer)
    if not besloten:
        for uitkomst in session.indicatie.taken:
            session.revoke(uitkomst.taak)
        session.save()
    nummer = session.dossier.nummer
    robot.window.open_from(lambda: desk.open(nummer))
    robot.wizard.go_to(next(s.id for s in robot.wizard.view.steps() if s.titel.startswith(stap)))


def taken_over(robot: Robot) -> list[str]:
    """Return the taken whose voorstel was taken over."""
    return [b.taak for b in robot.session.dossier.besluiten if isinstance(b.besluit, Overnemen)]
