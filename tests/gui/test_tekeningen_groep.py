"""Drawings of a group stand whatever the numbers: one, hundreds, all equal, far apart, below zero."""

import pytest
from PySide6.QtGui import QColor

from indicatietool.gui.theme import BLAUW, ink
from indicatietool.gui.widgets.stippen import Keuzerij, Keuzestippen, Stippenlijn
from indicatietool.gui.widgets.trend import Punt, Trendtekening

pytestmark = pytest.mark.usefixtures("qapp")
GRENZEN = ((0.8, "0,80"), (0.667, "0,667"), (0.0, "0"))


def columns_inked(widget, wide: int) -> set[int]:
    """The columns of pixels in which the colour of a dot stands."""
    widget.resize(wide, widget.sizeHint().height())
    picture, tint = widget.grab().toImage(), QColor(ink(BLAUW)).rgb()
    return {
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) & 0xFFFFFF == tint & 0xFFFFFF
    }


@pytest.mark.parametrize(
    "values", [(60.0,), (60.0,) * 500, (0.0, 44_640.0), tuple(float(n) for n in range(300))], ids=len
)
@pytest.mark.parametrize("model", [None, 0.0, 90_000.0])
def test_every_dot_stays_inside(qtbot, values, model):
    line = Stippenlijn("Minuten")
    qtbot.addWidget(line)

    line.show_values(values, (values[0], values[-1]), model, "woorden")

    inked = columns_inked(line, 300)
    assert inked
    assert min(inked) > 0
    assert max(inked) < 299
    assert line.accessibleDescription() == "woorden"


def test_dots_say_nothing_of_who_came_first(qtbot):
    pictures = []
    for values in ((10.0, 20.0, 20.0, 90.0), (10.0, 20.0, 20.0, 90.0)[::-1]):
        line = Stippenlijn("Minuten")
        qtbot.addWidget(line)
        line.show_values(sorted(values), (10.0, 20.0), None, "")
        line.resize(300, line.sizeHint().height())
        pictures.append(line.grab().toImage())

    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("aantal", [0, 1, 20, 800])
def test_row_of_dots_leaves_room_for_its_number(qtbot, aantal):
    dots = Keuzestippen("Blok")
    qtbot.addWidget(dots)

    dots.show_rows([Keuzerij("O2", aantal, is_model=False)], f"{aantal} keer")

    assert max(columns_inked(dots, 240), default=0) < 230


@pytest.mark.parametrize("alphas", [(0.5,), (1.0, 1.0), (-0.6, 0.2, 0.9), (0.4,) * 60], ids=len)
def test_trend_is_drawn_whatever_the_alphas(qtbot, alphas):
    trend = Trendtekening("Alpha", GRENZEN, 1.0)
    qtbot.addWidget(trend)

    trend.show_points([Punt("01-01-27", alpha, f"{alpha}") for alpha in alphas], "alpha per sessie")

    inked = columns_inked(trend, 300)
    assert inked
    assert max(inked) < 299
    assert not trend.isHidden()


def test_spread_of_equal_totals_is_drawn_and_no_session_is_no_drawing(qtbot):
    trend = Trendtekening("Spreiding")
    qtbot.addWidget(trend)

    trend.show_points([Punt("01-01-27", 600.0, "breedte 0", (600.0, 600.0, 600.0, 600.0))], "gelijk")
    assert columns_inked(trend, 300)

    trend.show_points([], "niets")
    assert trend.isHidden()
