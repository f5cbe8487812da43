"""Colours, fonts and icons. A palette and a style, no application stylesheet (that is three times slower)."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from indicatietool.gui.kleuren import (
    BLAUW,
    CONTRAST,
    DISABLED,
    EDGES,
    FOCUS,
    GRIJS,
    GROEN,
    KNOP,
    LICHT,
    LIGHT,
    OEFEN,
    ORANJE,
    PALETTES,
    ROOD,
    TINTS,
    WIT,
    ZWART,
)
from indicatietool.paths import resources_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QIcon

__all__ = ("BLAUW", "GRIJS", "GROEN", "LICHT", "OEFEN", "ORANJE", "ROOD", "WIT", "ZWART")

POINTS = 10.5
"""Size of ordinary text at 100 %."""

_EDGED = (
    "QAbstractSpinBox",
    "QCheckBox",
    "QComboBox",
    "QLineEdit",
    "QListView",
    "QPlainTextEdit",
    "QProgressBar",
    "QPushButton",
    "QRadioButton",
    "QScrollBar",
    "QTableView",
    "QTextEdit",
    "QToolButton",
    "QTreeView",
)
"""Classes whose edge the style derives from the window colour, which they do not paint themselves."""


def prepare(app: QApplication, kleuren: str = LIGHT, letters: int = 100) -> None:
    """Give the application its style, palette and font: what the first paint needs.

    Args:
        app: the application.
        kleuren: one of gui.kleuren.PALETTES.
        letters: size of the text in percents.
    """
    app.setStyle("Fusion")
    for file in ("FiraSans-Regular.ttf", "FiraSans-Bold.ttf"):
        _add_font(file)
    dress(app, kleuren, letters)


def dress(app: QApplication, kleuren: str, letters: int) -> None:
    """Give the application other colours or another size; widgets that stand have to be made anew."""
    app.setProperty("kleuren", kleuren)
    palette = _palette(app, kleuren)
    app.setPalette(palette)
    palette.setColor(QPalette.ColorRole.Window, QColor(EDGES[kleuren]))
    # Resolved, each widget would have a copy of its own, and the style never forgets what it painted for one.
    palette.setResolveMask(0)
    for name in _EDGED:
        app.setPalette(palette, name)
    font = QFont("Fira Sans")
    font.setPointSizeF(POINTS * letters / 100)
    app.setFont(font)


def complete(app: QApplication) -> None:
    """Give the application its language, logo and italics, after the first paint: together 30 ms."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
    from PySide6.QtGui import QIcon

    _add_font("FiraSans-Italic.ttf")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        app.installTranslator(translator)
    app.setWindowIcon(QIcon(str(resources_folder() / "logo" / "indicatietool.png")))


def kleuren_in_use() -> str:
    """Return which colours the application wears."""
    return QApplication.instance().property("kleuren") or LIGHT


def tint(name: str) -> str:
    """Return what a tint is in the colours in use; one that is not known stays as it is."""
    return TINTS[kleuren_in_use()].get(name, name)


def ink(name: str) -> QColor:
    """Return a tint to paint with, in the colours in use. Ask for it while painting, not once."""
    return QColor(tint(name))


def focus_ink() -> QColor:
    """Return the colour of the ring around what has the focus."""
    return QColor(FOCUS[kleuren_in_use()])


def scale() -> float:
    """Return how large text is beside the ordinary size."""
    return QApplication.font().pointSizeF() / POINTS


def icon(name: str, colour: str = GRIJS) -> "QIcon":
    """Return a Lucide icon in a colour; an empty icon when the file is missing."""
    return _painted(name, round(20 * scale()), ink(colour).rgba())


@cache
def _painted(name: str, side: int, rgba: int) -> "QIcon":
    """Paint an icon once: a new one each time would fill the cache of Qt, which holds on to each."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QIcon, QPainter  # 2 ms that the first paint does not need

    pixmap = QIcon(str(resources_folder() / "icons" / f"{name}.svg")).pixmap(QSize(side, side))
    if pixmap.isNull():
        return QIcon()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor.fromRgba(rgba))
    painter.end()
    return QIcon(pixmap)


def icon_size() -> "QSize":
    """Return how large an icon stands beside the text."""
    from PySide6.QtCore import QSize

    side = round(16 * scale())
    return QSize(side, side)


def enlarge(widget: QWidget, factor: float, *, bold: bool = False) -> None:
    """Make the text of a widget larger than the application's."""
    font = QFont(widget.font())
    font.setPointSizeF(QApplication.font().pointSizeF() * factor)
    font.setBold(bold)
    widget.setFont(font)


def colour(widget: QWidget, name: str) -> None:
    """Give the text of a widget a colour."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, ink(name))
    palette.setColor(QPalette.ColorRole.Text, ink(name))
    widget.setPalette(palette)


def ground(widget: QWidget, name: str) -> None:
    """Give a widget a coloured ground, with text that can be read on it."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, ink(name))
    palette.setColor(QPalette.ColorRole.WindowText, ink(ZWART))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def edge(frame: QWidget) -> None:
    """Give a frame an edge that can be seen, also where its ground is that of the window."""
    if kleuren_in_use() == CONTRAST:
        palette = frame.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(EDGES[CONTRAST]))
        frame.setPalette(palette)


def make_primary(button: QPushButton) -> None:
    """Show that this is the button to go on with."""
    button.installEventFilter(_primary_paint())


class _PrimaryPaint(QObject):
    """Paints buttons in the colours of the one to go on with, from one palette that all of them share.

    A palette of its own would make Qt's style keep, under a name of its own, what it painted for each button.
    """

    def eventFilter(self, button: QPushButton, event: QEvent) -> bool:
        """Paint in the place of the button."""
        if event.type() != QEvent.Type.Paint:
            return False
        option = QStyleOptionButton()
        button.initStyleOption(option)
        palette = QPalette(_primary_palette(kleuren_in_use()))
        palette.setCurrentColorGroup(option.palette.currentColorGroup())  # grey while it can't be pressed
        option.palette = palette
        QStylePainter(button).drawControl(QStyle.ControlElement.CE_PushButton, option)
        return True


@cache
def _primary_paint() -> _PrimaryPaint:
    return _PrimaryPaint()


@cache
def _primary_palette(_kleuren: str) -> QPalette:
    palette = QApplication.palette("QPushButton")
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Button, ink(KNOP))
        palette.setColor(group, QPalette.ColorRole.ButtonText, ink(WIT))
    return palette


def select_softly(widget: QWidget) -> None:
    """Mark the chosen row with a light colour, so that its icon and text stay readable."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Highlight, ink(LICHT))
    palette.setColor(QPalette.ColorRole.HighlightedText, ink(ZWART))
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


def _palette(app: QApplication, kleuren: str) -> QPalette:
    palette = app.palette()  # QPalette(colour) would cost 28 ms: it loads the whole Qt namespace
    for name, value in PALETTES[kleuren].items():
        palette.setColor(QPalette.ColorRole[name], QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(DISABLED[kleuren]))
    return palette


def _add_font(file: str) -> None:
    QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / file))
