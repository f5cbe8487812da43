"""Tab as one reads: what comes before a page, the page however often it is made anew, what comes after it.

Comes in: the stops, one of them the page. Goes out: the focus, moved. (A page that is made anew would come
last in the order of Qt.)
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def move_focus(
    page: QWidget,
    stops: Sequence[QWidget],
    at: QWidget | None,
    within: Callable[[], QWidget | None],
    *,
    forward: bool,
) -> None:
    """Move the focus one stop on, or one back.

    Args:
        page: the part whose own order Qt knows.
        stops: the page and the single widgets around it, in the order of reading.
        at: what has the focus.
        within: lets Qt move the focus, and returns what has it then.
        forward: on, or back.
    """
    in_page = at is not None and page.isAncestorOf(at)
    if in_page:
        now = within()
        if now is not None and now is not at and page.isAncestorOf(now):
            return
    usable = [stop for stop in stops if stop is page or takes_tab(stop)]
    here = page if in_page else at
    place = usable.index(here) if here in usable else -1
    target = usable[(place + (1 if forward else -1)) % len(usable)]
    if target is page:
        inside = [widget for widget in _chain(page) if takes_tab(widget)]
        target = (inside[0] if forward else inside[-1]) if inside else usable[-1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab may stop at a widget now."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _chain(page: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a page in the order of Tab."""
    widget = page.nextInFocusChain()
    while widget is not page:
        if page.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()
