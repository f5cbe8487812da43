"""F1 finds a chapter of the handleiding at every page that there is."""

import pytest

from indicatietool.gui.comfort.help import chapter_for, handleiding_folder
from indicatietool.session.steps import StapSoort

ELDERS = ("kluis", "start", "oefenen")


@pytest.mark.parametrize("onderwerp", [*StapSoort, *ELDERS])
def test_page_has_a_chapter(onderwerp):
    assert chapter_for(handleiding_folder(), str(onderwerp)) is not None
