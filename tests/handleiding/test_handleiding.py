"""The handleiding is whole and true: a page for every screen, no picture missing, none of them stale."""

import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from indicatietool.gui.comfort.help import chapter_for, chapters, fitting, heading_of
from indicatietool.session.steps import StapSoort
from tests.gui.robot import _KADERS
from tests.handleiding.beelden import Fotograaf

FOLDER = Path(__file__).parents[2] / "docs" / "handleiding"
BEELDEN = FOLDER / "beelden"
PAGES = sorted(FOLDER.glob("*.md"))
CHAPTERS = [pad for pad in PAGES if pad.name != "README.md"]
ASKED = (*(str(soort) for soort in StapSoort), "kluis", "start", "oefenen")
"""What F1 asks for: the step on screen, the door, the list, practice."""
MOST_LINES = 60
MOST_BYTES = 150_000
MOST_PICTURES = 16
AGAIN = "draai `make handleiding`, kijk naar de beelden en lees of de tekst nog klopt"

_PICTURE = re.compile(r"!\[([^\]]+)\]\(beelden/([\w-]+)\.png\)")


def named() -> list[str]:
    """Return the pictures that the pages show, each as often as it is shown."""
    return [naam for pad in CHAPTERS for _, naam in _PICTURE.findall(pad.read_text("utf-8"))]


@pytest.fixture(scope="module")
def now(qapp, tmp_path_factory):
    """The words on every picture, as the program shows them now."""
    folder = tmp_path_factory.mktemp("handleiding")
    return {beeld.naam: beeld.woorden for beeld in Fotograaf(folder, _KADERS).run()}


@pytest.mark.parametrize("onderwerp", ASKED)
def test_f1_finds_a_page_for_every_screen(onderwerp):
    page = chapter_for(FOLDER, onderwerp)

    assert page is not None, f"docs/handleiding heeft geen pagina voor {onderwerp}"
    assert heading_of(page) != page.stem


def test_f1_lists_the_pages_and_shows_pictures_no_wider_than_the_text():
    picture = QImage(str(BEELDEN / "scoren.png"))

    assert chapters(FOLDER) == tuple(CHAPTERS)
    assert fitting(picture, 600).width() == 600
    assert fitting(picture, 5_000).width() == picture.width()


@pytest.mark.parametrize("page", PAGES, ids=lambda pad: pad.stem)
def test_page_is_short_and_has_one_title(page):
    lines = page.read_text("utf-8").splitlines()

    assert len(lines) <= MOST_LINES
    assert [line for line in lines if line.startswith("# ")] == [lines[0]]


def test_index_leads_to_every_page_in_order():
    links = re.findall(r"\]\((\d\d-[\w-]+\.md)\)", (FOLDER / "README.md").read_text("utf-8"))

    assert links == [pad.name for pad in CHAPTERS]


def test_client_is_never_told_that_the_tool_decides():
    for page in PAGES:
        assert not re.search(r"de tool (besluit|beslist|bepaalt)\b(?! niets)", page.read_text("utf-8"), re.I)


def test_every_picture_is_shown_once_and_every_page_of_the_wizard_has_one():
    made = {pad.stem for pad in BEELDEN.glob("*.png")}

    assert sorted(named()) == sorted(made), AGAIN
    assert len(made) <= MOST_PICTURES
    assert {str(soort) for soort in StapSoort} - made == {"hulpvraag"}


@pytest.mark.parametrize("naam", sorted(set(named())))
def test_picture_is_small_and_has_its_words_beside_it(naam):
    picture = BEELDEN / f"{naam}.png"

    assert picture.is_file(), AGAIN
    assert picture.stat().st_size <= MOST_BYTES
    assert (BEELDEN / f"{naam}.txt").read_text("utf-8").strip()
    with Image.open(picture) as opened:
        assert opened.width <= 1300


@pytest.mark.parametrize("naam", sorted(set(named())))
def test_picture_shows_what_the_program_shows_now(naam, now):
    assert naam in now, AGAIN
    assert (BEELDEN / f"{naam}.txt").read_text("utf-8") == now[naam], f"{naam} is verouderd: {AGAIN}"
