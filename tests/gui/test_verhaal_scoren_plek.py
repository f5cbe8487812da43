"""The scoring page as a place: its keys, the order of Tab and of reading, room, and other kaders."""

import pytest
from PySide6.QtGui import QAccessible

from indicatietool.domain.antwoorden import Frequentie
from indicatietool.gui.pages.scoren import ScorenPage
from indicatietool.gui.pages.scoren_indeling import Plaats as Plek
from indicatietool.paths import normen_folder
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import load_normenkader
from tests.builders import VANDAAG, make_dossier, make_leefgebied
from tests.gui.scoren import CTRL, K, answers, focus_name, open_scoring, press


@pytest.fixture
def scoren(robot):
    return open_scoring(robot)


# Places, names and room


def test_all_keys_of_the_page_stand_in_the_list_of_keys(scoren):
    press(scoren, (K.Key_F1, CTRL))

    assert all(key in scoren.ziet() and what in scoren.ziet() for key, what in ScorenPage.toetsen)


def test_tab_follows_the_eye(scoren):
    seen = []
    press(scoren, K.Key_Space)
    for _ in range(12):
        seen.append(focus_name(scoren))
        press(scoren, K.Key_Tab)

    assert seen == [
        "taken",
        "taak.post-administratie.nodig",
        "O1",
        "keer",
        "periode",
        "overnemen",
        "voldoende",
        "laag",
        "aanwezig",
        "taak.post-administratie.observatie",
        "waarom",
        "meer-of-minder",
    ]


def test_every_part_that_takes_an_answer_has_a_name_and_is_read_where_it_stands(scoren):
    press(scoren, K.Key_3, K.Key_F6, K.Key_W)
    scoren.ziet()
    read = list(interactive(QAccessible.queryAccessibleInterface(scoren.wizard.page)))

    assert all(name for _, name in read)
    groups = [name.partition(":")[0].partition(", ")[0] for _, name in read if ":" in name or "(" in name]
    assert list(dict.fromkeys(groups))[:7] == [
        "Post en administratie",
        "Blok",
        "Vorm van de hulp",
        "Motivatie",
        "Risico",
        "Rol van het netwerk",
        "Wat heeft u gezien of gehoord? (toets O)",
    ]
    last = next(place for place, (_, name) in enumerate(read) if name.startswith("Wat heeft u gezien"))
    below = [(column(node), node.rect().top()) for node, _ in read[: last + 1]]
    for side in ("lijst", "taak"):
        tops = [top for where, top in below if where == side]
        assert tops == sorted(tops)


def column(node) -> str:
    """Return in which column of the page a node stands; the second half of the blokken is one of its own."""
    name = node.text(QAccessible.Text.Name)
    if node.role() in (QAccessible.Role.List, QAccessible.Role.ListItem):
        return "lijst"
    return "rest" if name.startswith("Blok: B") or node.role() == QAccessible.Role.Button else "taak"


def interactive(node):
    """Yield the nodes that a user of a screen reader can act on, in the order of reading."""
    state = node.state()
    if state.invisible:
        return
    if state.focusable:
        widget = node.object()
        yield node, (widget.accessibleName() if widget else "") or node.text(QAccessible.Text.Name)
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None:
            yield from interactive(child)


def test_list_and_taak_stand_where_there_is_room(scoren, monkeypatch):
    for width, height, letters, plek in (
        (720, 640, 1.0, Plek.BESIDE),
        (470, 620, 1.0, Plek.ABOVE),
        (720, 600, 2.0, Plek.WITHIN),
    ):
        monkeypatch.setattr("indicatietool.gui.pages.scoren_indeling.scale", lambda letters=letters: letters)

        assert scoren.wizard.page._indeling.fit(width, height) is plek


# Other kaders


def test_numbers_are_typed_and_enter_goes_on_and_a_scale_without_richting_has_one_number_per_class(robot):
    geladen = load_normenkader(normen_folder() / "awbz-2014-bijlage-6" / "2014")
    begeleiding = (make_leefgebied("toezicht"), make_leefgebied("oefenen"))
    dossier = make_dossier(leefgebieden=begeleiding, kader=geladen.verwijzing)
    robot.window.open_from(lambda: Session(dossier, geladen, None, VANDAAG))
    robot.wizard.go_to("scoren.toezicht")
    robot.wizard.page.focus_first()

    press(robot, K.Key_7)
    assert answers(robot, "toezicht-gedrag").blok == "K7"

    robot.wizard.go_to("scoren.oefenen")
    robot.wizard.page.focus_first()
    press(robot, K.Key_Return, K.Key_4, K.Key_W, K.Key_6, K.Key_0, K.Key_Return, K.Key_3)
    assert answers(robot, "oefenen-client").frequentie == Frequentie(keer=4, per_weken=1)
    assert answers(robot, "oefenen-client").keuzes == {"gemiddelde-tijd": 60, "score": "2"}
