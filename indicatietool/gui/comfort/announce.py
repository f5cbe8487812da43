"""What a screen reader says aloud of its own accord: a message that appears, a number that changed.

Comes in: a widget and words. Goes out: an announcement, when a screen reader listens. Nothing is said twice
in a row, and of what keeps changing only the last.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

REST_MS = 1_000
"""Shortest time between two announcements of the same number."""


def announce(source: QObject, words: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something.

    Args:
        source: what it is about.
        words: what is said; nothing when it is empty.
        at_once: whether it may break in on what is being said: for what went wrong.
    """
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, words)
    kind = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kind.Assertive if at_once else kind.Polite)
    QAccessible.updateAccessibility(event)


def show_message(label: QLabel, text: str) -> None:
    """Show a message that appears beside what one does, and let it be heard; an empty one hides the label."""
    is_new = text != label.text() or not label.isVisible()
    label.setText(text)
    label.setVisible(bool(text))
    if is_new:
        announce(label, text, at_once=True)


class Announcer(QObject):
    """Zegt wat er telkens verandert, hooguit één keer per seconde, en dan alleen het laatste."""

    def __init__(self, source: QObject) -> None:
        """Say nothing yet.

        Args:
            source: what it is about.
        """
        super().__init__(source)
        self._source = source
        self._said = self._wanted = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._speak)

    def begin_at(self, words: str) -> None:
        """Take this as known; it is not said."""
        self._said = self._wanted = words

    def say(self, words: str) -> None:
        """Say this, now or as soon as the last announcement has had its second."""
        self._wanted = words
        if not self._rest.isActive():
            self._speak()

    def _speak(self) -> None:
        if self._wanted == self._said:
            return
        self._said = self._wanted
        announce(self._source, self._said)
        self._rest.start()
