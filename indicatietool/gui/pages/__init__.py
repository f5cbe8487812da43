"""One page per subject. A page builds its widgets, binds signals to acts, and refreshes from the session."""

from importlib import import_module

from indicatietool.gui.pages.base import Page
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import Stap, StapSoort

_PAGES = {
    StapSoort.MELDING: ("form", "MeldingPage"),
    StapSoort.HULPVRAAG: ("form", "HulpvraagPage"),
    StapSoort.LEEFGEBIEDEN: ("leefgebieden", "LeefgebiedenPage"),
    StapSoort.FACTOREN: ("factoren", "FactorenPage"),
    StapSoort.SCOREN: ("scoren", "ScorenPage"),
    StapSoort.OPLOSSINGEN: ("oplossingen", "OplossingenPage"),
    StapSoort.BESLUIT: ("besluit", "BesluitPage"),
    StapSoort.WEGING: ("weging", "WegingPage"),
    StapSoort.LOOPTIJD: ("looptijd", "LooptijdPage"),
    StapSoort.CONTROLEREN: ("controleren", "ControlerenPage"),
    StapSoort.VERSLAG: ("verslag", "VerslagPage"),
}
"""The module and class of each page; a new page needs a line here and a StapSoort."""


def page_for(view: ViewModel, stap: Stap) -> Page:
    """Return a new page for a step; its module is imported when it is first shown."""
    module, name = _PAGES[stap.soort]
    page: Page = getattr(import_module(f"{__name__}.{module}"), name)(view, stap)
    return page
