"""What this program needs of its Qt binding."""

import sys

from PySide6.QtWidgets import QWidget

CALLS = 2000


def test_qt_binding_keeps_its_hands_off_none(qapp):
    """PySide6 6.12.0 on CPython 3.11 drops one reference to None per call, until the program aborts."""
    widget = QWidget()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        widget.focusProxy()

    assert sys.getrefcount(None) > before - CALLS / 10
