"""Colours, fonts and icons. A palette and a style, no application stylesheet (that is three times slower)."""

from PySide6.QtCore import QLibraryInfo, QLocale, QSize, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from indicatietool.paths import resources_folder

BLAUW = "#0b5394"
ORANJE = "#a34700"
GROEN = "#1e6b2f"
GRIJS = "#595959"
LICHT = "#c9dced"
ROOD = "#a1210f"
"""All at least 4.5:1 on white and on the window colour, except LICHT, which never carries text."""


def prepare(app: QApplication) -> None:
    """Give the application its style, palette and font: what the first paint needs."""
    app.setStyle("Fusion")
    app.setPalette(_palette(app))
    app.setFont(_font())


def complete(app: QApplication) -> None:
    """Give the application its language and logo, after the first paint: together 30 ms."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        app.installTranslator(translator)
    app.setWindowIcon(QIcon(str(resources_folder() / "logo" / "indicatietool.png")))


def icon(name: str, colour: str = GRIJS) -> QIcon:
    """Return a Lucide icon in a colour; an empty icon when the file is missing."""
    source = QIcon(str(resources_folder() / "icons" / f"{name}.svg"))
    pixmap: QPixmap = source.pixmap(QSize(20, 20))
    if pixmap.isNull():
        return QIcon()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return QIcon(pixmap)


def enlarge(widget: QWidget, factor: float, *, bold: bool = False) -> None:
    """Make the text of a widget larger than the application's."""
    font = QFont(widget.font())
    font.setPointSizeF(QApplication.font().pointSizeF() * factor)
    font.setBold(bold)
    widget.setFont(font)


def colour(widget: QWidget, name: str) -> None:
    """Give the text of a widget a colour."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(name))
    palette.setColor(QPalette.ColorRole.Text, QColor(name))
    widget.setPalette(palette)


def make_primary(button: QWidget) -> None:
    """Show that this is the button to go on with."""
    palette = button.palette()
    palette.setColor(QPalette.ColorRole.Button, QColor("#073763"))
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("white"))
    button.setPalette(palette)


def select_softly(widget: QWidget) -> None:
    """Mark the chosen row with a light colour, so that its icon and text stay readable."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor(LICHT))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#111111"))
    widget.setPalette(palette)


def text_label(text: str = "", *, soft: bool = False) -> QLabel:
    """Return a label that wraps and shows its text literally, whatever is in it."""
    from PySide6.QtCore import Qt  # 20 ms at its first use, which the first paint can't spare

    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if soft:
        colour(label, GRIJS)
    return label


def title_label(text: str, factor: float = 1.6) -> QLabel:
    """Return a heading."""
    label = text_label(text)
    enlarge(label, factor, bold=True)
    colour(label, BLAUW)
    return label


_COLOURS = {
    "Window": "#f3f4f6",
    "WindowText": "#1a1a1a",
    "Base": "#ffffff",
    "AlternateBase": "#eef2f7",
    "Text": "#1a1a1a",
    "PlaceholderText": GRIJS,
    "Button": "#f3f4f6",
    "ButtonText": "#1a1a1a",
    "BrightText": "#ffffff",
    "ToolTipBase": "#ffffff",
    "ToolTipText": "#1a1a1a",
    "Highlight": BLAUW,
    "HighlightedText": "#ffffff",
    "Light": "#ffffff",
    "Midlight": "#e6e8ec",
    "Mid": "#b9bcc2",
    "Dark": "#9a9da3",
    "Shadow": "#6d7076",
}
"""Every colour that the style uses, so that a dark desktop does not mix in its own."""


def _palette(app: QApplication) -> QPalette:
    palette = app.palette()  # QPalette(colour) would cost 28 ms: it loads the whole Qt namespace
    for name, value in _COLOURS.items():
        palette.setColor(QPalette.ColorRole[name], QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#8a8d93"))
    return palette


def _font() -> QFont:
    for file in ("FiraSans-Regular.ttf", "FiraSans-Bold.ttf", "FiraSans-Italic.ttf"):
        QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / file))
    font = QFont("Fira Sans")
    font.setPointSizeF(10.5)
    return font
