"""One page per subject. A page builds its widgets, binds signals to acts, and refreshes from the session."""

from indicatietool.gui.pages.base import Page
from indicatietool.gui.view_model import ViewModel
from indicatietool.session.steps import Stap, StapSoort


def page_for(view: ViewModel, stap: Stap) -> Page:
    """Return a new page for a step; a page is made when it is first shown."""
    from indicatietool.gui.pages import (
        besluit,
        controleren,
        factoren,
        form,
        leefgebieden,
        oplossingen,
        scoren,
        verslag,
        weging,
    )

    pages: dict[StapSoort, type[Page]] = {
        StapSoort.MELDING: form.MeldingPage,
        StapSoort.HULPVRAAG: form.HulpvraagPage,
        StapSoort.LEEFGEBIEDEN: leefgebieden.LeefgebiedenPage,
        StapSoort.FACTOREN: factoren.FactorenPage,
        StapSoort.SCOREN: scoren.ScorenPage,
        StapSoort.OPLOSSINGEN: oplossingen.OplossingenPage,
        StapSoort.BESLUIT: besluit.BesluitPage,
        StapSoort.WEGING: weging.WegingPage,
        StapSoort.CONTROLEREN: controleren.ControlerenPage,
        StapSoort.VERSLAG: verslag.VerslagPage,
    }
    return pages[stap.soort](view, stap)
