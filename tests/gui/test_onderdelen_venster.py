"""Small parts around the pages: a row that flows, work beside the window, a glance before the first paint."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from indicatietool.errors import InvoerError
from indicatietool.gui.aside import Aside
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.peek import glance


def flowing_row(width: int, count: int = 6) -> QWidget:
    row = QWidget()
    row.setFixedWidth(width)
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    flow = FlowLayout()
    layout.addLayout(flow)
    for number in range(count):
        flow.addWidget(QPushButton(f"Een knop met nummer {number}"))
    return row


def test_row_goes_on_in_a_next_line_where_it_is_narrow(qapp, qtbot):
    heights = {}
    for width in (2_000, 400):
        row = flowing_row(width)
        qtbot.addWidget(row)
        row.show()
        heights[width] = row.heightForWidth(width)
        places = [button.geometry() for button in row.findChildren(QPushButton)]
        assert all(place.right() <= width for place in places)
        assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])

    assert heights[400] > heights[2_000]


def test_row_survives_its_buttons_and_itself(qapp, qtbot):
    for _ in range(50):
        row = flowing_row(500)
        row.show()
        buttons = row.findChildren(QPushButton)
        buttons[0].deleteLater()
        buttons[1].setParent(None)
        qapp.sendPostedEvents(None, 0)
        row.resize(row.width(), row.heightForWidth(500))
        assert row.layout().itemAt(0).layout().count() <= 6
        row.close()
        row.deleteLater()
        gc.collect(0)
    qapp.processEvents()


def test_work_beside_the_window_is_delivered_on_its_thread(qapp, qtbot):
    owner, told = QObject(), []
    Aside(
        owner,
        threading.current_thread,
        lambda worker: told.append((worker, threading.current_thread())),
        lambda _error: told.append(None),
    )

    qtbot.waitUntil(lambda: bool(told))

    worker, here = told[0]
    assert worker is not here
    assert here is threading.main_thread()


def test_failure_on_purpose_is_delivered_and_any_other_raised(qapp, qtbot):
    owner, told = QObject(), []

    def fail(error: Exception) -> None:
        raise error

    Aside(owner, lambda: fail(InvoerError("Zo niet.")), told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Zo niet."]

    Aside(
        owner, lambda: fail(OSError(5, "/home/mevrouw-janssen")), told.append, lambda e: told.append(str(e))
    )
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].startswith("Lezen of schrijven lukte niet (de schijf werkt niet).")
    assert "janssen" not in told[1]

    with qtbot.captureExceptions() as raised:
        Aside(owner, lambda: fail(RuntimeError("x")), told.append, told.append)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is RuntimeError


def test_answer_for_a_window_that_is_gone_is_dropped(qapp, qtbot):
    may_go_on = threading.Event()
    owner, told = QObject(), []
    aside = Aside(owner, lambda: may_go_on.wait(5), told.append, told.append)
    thread = aside._thread
    owner.deleteLater()
    qapp.sendPostedEvents(None, 0)
    qtbot.wait(10)

    may_go_on.set()
    thread.join()
    qtbot.wait(10)

    assert told == []


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("", ("licht", 100, ())),
        ('{"kleuren": "donker", "letters": 150}', ("donker", 150, ())),
        ('{"kleuren": "roze", "letters": 999}', ("licht", 100, ())),
        ('{"beamer": true}', ("licht", 150, ())),
        ('{"venster": [\n  1,\n  -2,\n  800,\n  600\n ]}', ("licht", 100, (1, -2, 800, 600))),
        ('{"venster": [1, 2]}', ("licht", 100, ())),
    ],
)
def test_glance_before_the_first_paint_takes_what_it_understands(tmp_path, tekst, expected):
    pad = tmp_path / "voorkeuren.json"
    pad.write_text(tekst, "utf-8")

    assert glance(pad) == expected
    assert glance(None) == ("licht", 100, ())
    assert glance(None, is_dark=True).kleuren == "donker"
