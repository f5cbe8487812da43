"""A screen reader that works: completes one page of scores in the running program, through AT-SPI alone.

Run by /usr/bin/python3, which has pyatspi, inside a session bus and a screen of its own; the program runs
beside it. Comes in: nothing. Goes out on stdout: one line of JSON with what was read and heard. Knows nothing
of Qt and nothing of the program but what stands on its screen.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator

import pyatspi
from gi.repository import GLib

PATIENCE = 40.0
"""Seconds to wait for anything."""
LEEFGEBIED = "Persoonlijk functioneren"
UNIT = "minuten per maand"
TAAK = "Slaap- en waakritme"
ANSWERS = (
    "Blok: O2",
    "Vorm van de hulp: Samen doen",
    "Motivatie: Wisselend",
    "Risico: Verhoogd",
    "Rol van het netwerk: Aanwezig",
)


class Bediener:
    """Finds nodes by their role and name, and does with them what they say that can be done."""

    def __init__(self) -> None:
        """Wait for the program and listen to what it says."""
        self.heard: list[str] = []
        pyatspi.Registry.registerEventListener(self._on_said, "object:announcement")
        self.app = self.wait_for(self._find_app, "the program")

    def find(self, role: str, name: str, within: object = None) -> object:
        """Return the node with this role whose name begins so, as soon as it can be seen."""
        return self.wait_for(lambda: self._seen(role, name, within or self.app), f"{role} {name!r}")

    def all(self, role: str, within: object = None) -> list:
        """Return every node with this role that can be seen."""
        return [node for node in walk(within or self.app) if shows(node) and node.getRoleName() == role]

    def do(self, node: object, what: str) -> None:
        """Do one of the things that a node says that can be done with it."""
        actions = node.queryAction()
        names = [actions.getName(index) for index in range(actions.nActions)]
        actions.doAction(names.index(what))
        self.settle()

    def tick(self, radio: object) -> None:
        """Choose a radio button, and see that it is chosen."""
        self.do(radio, "Toggle")
        self.wait_for(lambda: radio.getState().contains(pyatspi.STATE_CHECKED), f"{radio.name!r}, chosen")

    def select(self, role: str, name: str, row: str) -> None:
        """Select a row of a list, by how its name begins, and wait for the heading of what it shows."""
        rows = self.find(role, name)
        place = next(index for index, node in enumerate(rows) if node.name.startswith(row))
        rows.querySelection().selectChild(place)
        self.find("label", row)

    def choose(self, box: object, row: str) -> None:
        """Unfold a combo box and choose a row with the arrow keys and Enter."""
        rows = [node.name for node in walk(box) if node.getRoleName() == "list item"]
        by = next(index for index, name in enumerate(rows) if name.startswith(row)) - rows.index(box.name)
        self.do(box, "Press")
        for _ in range(abs(by)):
            self.press(DOWN if by > 0 else UP)
        self.press(ENTER)
        self.wait_for(lambda: box.name.startswith(row), f"{row!r} in the combo box")

    def press(self, keysym: int) -> None:
        """Press a key."""
        pyatspi.Registry.generateKeyboardEvent(keysym, None, pyatspi.KEY_SYM)
        self.settle()

    def wait_for(self, look: Callable[[], object], what: str) -> object:
        """Return what a look finds, as soon as it finds something."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = look()
            if found:
                return found
            self.settle()
        raise AssertionError(f"not found: {what}; on screen: {self._names()}")

    def settle(self) -> None:
        """Let the program work, and take in what it says."""
        until = time.monotonic() + 0.1
        while time.monotonic() < until:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.01)

    def _find_app(self) -> object:
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.name == "indicatietool"), None)

    def _seen(self, role: str, name: str, within: object) -> object:
        return next((node for node in self.all(role, within) if node.name.startswith(name)), None)

    def _names(self) -> list[str]:
        return [f"{node.getRoleName()} {node.name}" for node in walk(self.app) if node.name and shows(node)]

    def _on_said(self, event: object) -> None:
        self.heard.append(str(event.any_data))


UP, DOWN, ENTER = 0xFF52, 0xFF54, 0xFF0D
"""Keys, as X calls them."""


def walk(node: object) -> Iterator:
    """Yield all nodes in a node, in the order of the tree; one that goes meanwhile is passed over."""
    try:
        children = list(node)
    except (GLib.Error, LookupError, RuntimeError):
        return
    for child in children:
        if child is not None:
            yield child
            yield from walk(child)


def shows(node: object) -> bool:
    """Tell whether a node can be seen."""
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except (GLib.Error, RuntimeError):
        return False


def score(user: Bediener) -> dict[str, object]:
    """Begin a practice case, complete the page of one leefgebied, and tell what stands there then."""
    user.do(user.find("page tab", "Oefenen"), "Press")
    user.do(user.find("push button", "Oefenen met de gekozen casus"), "Press")
    user.select("list", "Stappen van het onderzoek", "Leefgebieden")
    panel = user.find("panel", LEEFGEBIED)
    user.choose(user.find("combo box", "", panel), "begeleiding nodig")
    user.select("list", "Stappen van het onderzoek", "Cliënt en situatie")
    for group in user.all("panel"):
        radios = user.all("radio button", group)
        if radios:
            user.tick(radios[1])
    user.select("list", "Stappen van het onderzoek", LEEFGEBIED)
    user.select("list", f"Taken bij {LEEFGEBIED}", TAAK)
    for answer in ANSWERS:
        user.tick(user.find("radio button", answer))
    user.find("text", "Aantal keer").queryEditableText().setTextContents("2")
    user.choose(user.find("combo box", "— per wat?"), "per week")
    voorstel = user.find("label", "Voorstel:").name
    user.wait_for(lambda: user.heard and user.heard[-1].endswith(UNIT) and user.heard[-1], "a total")
    panel = user.find("filler", "Indicatie tot nu toe")
    labels = [node.name for node in user.all("label", panel)]
    return {
        "voorstel": voorstel,
        "minuten": int(labels[labels.index(UNIT) - 1]),
        "gehoord": user.heard,
        "taken": [node.name for node in user.find("list", "Taken bij")],
    }


if __name__ == "__main__":
    bediener = Bediener()
    told = score(bediener)
    bediener.do(bediener.find("push button", "Later afmaken"), "Press")
    bediener.find("page tab", "Oefenen")
    print(json.dumps(told, ensure_ascii=False))
    sys.exit(0)
