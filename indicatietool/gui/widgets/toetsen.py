"""Which number a key stands for when an answer is chosen by its number.

Comes in: a key press. Goes out: 1 to 9, or None. Knows no answers.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SECOND_HALF = 4
_SHIFTED = {Qt.Key.Key_Exclam: 1, Qt.Key.Key_At: 2, Qt.Key.Key_NumberSign: 3, Qt.Key.Key_Dollar: 4}
"""What Shift makes of 1 to 4 on the keyboards that are in use here (US international)."""

_M = Qt.KeyboardModifier
_OTHER = _M.ControlModifier | _M.AltModifier | _M.MetaModifier


def has_other_modifier(event: QKeyEvent) -> bool:
    """Tell whether Ctrl, Alt or the system key is held: then the key is not ours."""
    return bool(event.modifiers() & _OTHER)


def number_of(event: QKeyEvent) -> int | None:
    """Return the number of an answer; Shift+1 to 4 is 5 to 8, the second half of eight."""
    if has_other_modifier(event):
        return None
    key = event.key()
    if key in _SHIFTED:
        return _SHIFTED[key] + _SECOND_HALF
    if not Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return None
    number = key - Qt.Key.Key_0
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return number + _SECOND_HALF if is_shifted and number <= _SECOND_HALF else number
