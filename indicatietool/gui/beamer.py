"""What a room may not see: the fields that say who the client is are covered on a page."""

from PySide6.QtWidgets import QWidget

from indicatietool.gui.theme import text_label

HIDDEN = {
    "melding.client": "cliënt",
    "melding.bsn": "BSN",
    "melding.zaaknummer": "zaaknummer",
    "melding.consulent": "consulent",
}
"""The fields by their object name, and what stands there instead."""


def hide_names(page: QWidget) -> None:
    """Cover the fields of a page that name a person."""
    for name, instead in HIDDEN.items():
        editor = page.findChild(QWidget, name)
        if editor is None or editor.parentWidget() is None:
            continue
        cover = text_label(f"{instead} (verborgen: de beamermodus staat aan)")
        cover.setObjectName(f"{name}.verborgen")
        layout = editor.parentWidget().layout()
        layout.insertWidget(layout.indexOf(editor), cover)
        editor.hide()
