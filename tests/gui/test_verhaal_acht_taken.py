"""The whole of an ordinary case in few keys: eight taken, two of them overridden, until it is definitief.

Every key counts but the letters of free text. F8 goes to what is missing; nobody has to look for it.

Bron: the fear of "extra werk voor consulenten, bovenop de al grote werkdruk" in the minutes.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from indicatietool.domain.besluit import Afwijken, Overnemen
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.voorstel import Voorstel
from indicatietool.session.checks import missing
from tests.gui.robot import Robot
from tests.gui.scoren import K, focus_name, press

MAX_PRESSES = 250
TEXT = {
    "melding.client": "Oefencliënt",
    "melding.zaaknummer": "Z-1",
    "melding.consulent": "Oefenconsulent",
    "melding.aanwezigen": "Cliënt en consulent",
}
SHORT = {
    "melding.soort_onderzoek": "e",
    "melding.gemeente": "Do",
    "melding.meldingsdatum": "1-3-27",
    "melding.gespreksdatum": "15-3-27",
    "melding.persoonlijk_plan": "n",
    "weging.leveringsvorm": "z",
    "weging.ingangsdatum": "1-4-27",
}
"""What is chosen or typed as a date: these keys count."""
TAKEN = {
    "persoonlijk-functioneren": ("dagstructuur", "keuzes-maken"),
    "regie-bij-huishouden": ("huishouden-regie", "koken-boodschappen", "huishoudtaken-oefenen"),
    "financien": ("post-administratie", "digitale-post", "budgetteren"),
}
OVERRIDDEN = ("keuzes-maken", "digitale-post")


@pytest.fixture
def lang_genoeg(robot: Robot) -> Robot:
    robot.presses = 0
    return robot


def test_eight_taken_with_two_overrides_in_few_keys(lang_genoeg: Robot, record_property):
    robot = lang_genoeg
    press(robot, (K.Key_N, Qt.KeyboardModifier.ControlModifier))
    fill_in(robot, "melding")
    fill_in(robot, "hulpvraag")
    choose_leefgebieden(robot)
    fill_in(robot, "leefgebieden")
    answer_factoren(robot)
    for leefgebied, taken in TAKEN.items():
        score(robot, leefgebied, taken)
    fill_in(robot, "oplossingen")
    decide(robot)
    weigh(robot)
    set_terms(robot)
    fill_in(robot, "controleren")
    seal(robot)

    session = robot.session
    assert session.is_definitief
    assert missing(session.kader, session.dossier, session.indicatie) == ()
    uitkomsten = session.indicatie.taken
    assert [u.taak for u in uitkomsten] == [taak for taken in TAKEN.values() for taak in taken]
    assert all(isinstance(u.voorstel, Voorstel) for u in uitkomsten)
    kinds = {besluit.taak: type(besluit.besluit) for besluit in session.dossier.besluiten}
    assert [taak for taak, kind in kinds.items() if kind is Afwijken] == list(OVERRIDDEN)
    assert sum(kind is Overnemen for kind in kinds.values()) == 6
    record_property("toetsen voor acht taken met twee afwijkingen", robot.presses)
    assert robot.presses <= MAX_PRESSES


def types(robot: Robot, keys: str) -> None:
    """Type what is no free text: every key counts."""
    robot.presses += len(keys)
    robot.typt(keys)


def in_hand(robot: Robot) -> str:
    """Return the name of the field with the focus."""
    widget = robot._focus()
    while widget is not None and "." not in widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""


def fill_in(robot: Robot, stap: str) -> None:
    """Fill in what is missing on a step, from one gap to the next; F8 then shows the step after it."""
    seen: list[str] = []
    while stap in {gap.stap for gap in gaps(robot)}:
        press(robot, K.Key_F8)
        veld = in_hand(robot)
        assert robot.wizard.current_step == stap
        assert veld not in seen, f"F8 komt terug bij {veld}; {robot.wizard.problem.text()}"
        seen.append(veld)
        if veld in SHORT:
            types(robot, SHORT[veld])
        elif isinstance(robot._focus(), QRadioButton):
            types(robot, "j")
        else:
            robot.typt(TEXT.get(veld, "Dat is besproken en het klopt."))


def gaps(robot: Robot):
    session = robot.session
    return missing(session.kader, session.dossier, session.indicatie)


def choose_leefgebieden(robot: Robot) -> None:
    press(robot, K.Key_F8)
    for leefgebied in robot.session.kader.leefgebieden:
        if len(robot.session.dossier.antwoorden.leefgebieden) == len(TAKEN):
            return
        press(robot, K.Key_1 if leefgebied.id in TAKEN else K.Key_F6)


def answer_factoren(robot: Robot) -> None:
    robot.gaat_verder()
    for _ in robot.session.kader.factoren_at(Plaats.DOSSIER):
        press(robot, K.Key_2)


def score(robot: Robot, leefgebied: str, taken: tuple[str, ...]) -> None:
    """Choose the taken in the list, then answer what is open: one key per answer."""
    press(robot, K.Key_F8)
    assert robot.wizard.current_step == f"scoren.{leefgebied}"
    names = [taak.id for taak in robot.session.kader.taken_of(leefgebied)]
    for row, naam in enumerate(names[: 1 + max(map(names.index, taken))]):
        press(robot, *([K.Key_Down] if row else []), *([K.Key_Space] if naam in taken else []))
    press(robot, K.Key_Home)
    while any(gap.stap == f"scoren.{leefgebied}" for gap in gaps(robot)):
        if focus_name(robot) == "keer":
            press(robot, K.Key_1, K.Key_W)
        else:
            press(robot, K.Key_2)


def decide(robot: Robot) -> None:
    """Take over with O; another number with A, its grond and a motivering."""
    press(robot, K.Key_F8)
    for taak in (taak for taken in TAKEN.values() for taak in taken):
        if taak not in OVERRIDDEN:
            press(robot, K.Key_O)
            continue
        press(robot, K.Key_A)
        types(robot, "90")
        press(robot, K.Key_Return, K.Key_Down, K.Key_Tab)
        robot.typt("De cliënt vraagt hier elke keer meer tijd; dat is twee keer gezien.")
        while focus_name(robot) != "afwijking.vastleggen":
            press(robot, K.Key_Tab)
        press(robot, K.Key_Space)


def weigh(robot: Robot) -> None:
    while any(gap.stap == "weging" for gap in gaps(robot)):
        press(robot, K.Key_F8)
        match in_hand(robot):
            case "weging.profiel":
                types(robot, robot.session.indicatie.profiel.blok)
            case "weging.product":
                press(robot, K.Key_Down)
            case _:
                robot.typt("De cliënt kan dit leren en wil het ook.")


def set_terms(robot: Robot) -> None:
    """Choose how and from when; the other days are proposed and taken over by a button."""
    for _ in range(2):
        press(robot, K.Key_F8)
        types(robot, SHORT[in_hand(robot)])
    robot.gaat_naar("termijnen.overnemen")
    press(robot, K.Key_Space)
    fill_in(robot, "looptijd")


def seal(robot: Robot) -> None:
    press(robot, K.Key_F8)
    assert focus_name(robot) == "definitief.maken"
    press(robot, K.Key_Space)
    robot.gaat_naar("dialoog.ok")
    press(robot, K.Key_Space)
    robot.wacht(lambda: robot.session.is_definitief)
