"""A push button with a name for tests and for a screen reader."""

from PySide6.QtWidgets import QPushButton

from indicatietool.gui.theme import icon, icon_size


def named_button(text: str, name: str, accessible: str = "", symbol: str = "") -> QPushButton:
    """Return a button.

    Args:
        text: what stands on it.
        name: of the object.
        accessible: what a screen reader says, where the text alone is not enough.
        symbol: an icon.
    """
    button = QPushButton(text)
    button.setObjectName(name)
    if accessible:
        button.setAccessibleName(accessible)
    if symbol:
        button.setIcon(icon(symbol))
        button.setIconSize(icon_size())
    return button
