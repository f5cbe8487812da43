"""The report of two kaders: a first page that sums up, then every difference and what it does."""

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.errors import InvoerError
from indicatietool.session.vergelijking_verslag import difference_report, file_name
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.verslag.blocks import Kop, Tabel, Verslag
from indicatietool.verslag.pdf import render_pdf
from tests.builders import (
    afwijken,
    as_loaded,
    make_dossier,
    make_kader,
    make_regel,
    make_taak,
    procent,
    score,
    tiny_kader,
)
from tests.engine.test_vergelijken import edited
from tests.verslag.papier import pages, words
from tests.verslag.uitleg.stoffen import DAG, kaders
from tests.verslag.uitleg.test_cijfers import AMOUNT

OUD = make_kader(make_taak("post", minuten=60), make_taak("opruimen"), status=KaderStatus.VOORBEELD)
NIEUW = edited(
    OUD,
    ("kader.versie", "2"),
    ("taken.post.minuten.O2", 90),
    ("taken.post.omschrijving", "Post openen en 30 minuten lezen."),
    ("blokken.O1.marge.onder_procent", 10),
    ("profielen.B1.looptijd_maanden", 24),
    ("regels", [make_regel("meer", procent(10)).model_dump(mode="json")]),
    ("rekenwijze.weken_per_maand", "52/12"),
)


def report_on(
    nieuw: Normenkader = NIEUW, *eigen: Dossier, met_cijfers: bool | None = None, oud: Normenkader = OUD
) -> Verslag:
    return difference_report(
        as_loaded(oud), as_loaded(nieuw), DAG, eigen=eigen or None, met_cijfers=met_cijfers
    )


def rows(verslag: Verslag, kop: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of the table below a heading, by their first cell."""
    plek = next(n for n, b in enumerate(verslag.blokken) if isinstance(b, Kop) and b.tekst == kop)
    tabel = next(blok for blok in verslag.blokken[plek:] if isinstance(blok, Tabel))
    return {rij.cellen[0]: rij.cellen[1:] for rij in tabel.rijen}


def test_every_difference_stands_under_its_kind_with_what_it_was_and_its_source() -> None:
    verslag = report_on()

    assert rows(verslag, "Normen") == {"Post: minuten, O2": ("60", "90", "[1]")}
    assert rows(verslag, "Marges") == {"O1 · Blok O1: ruimte, naar beneden": ("20", "10", "[1]")}
    assert rows(verslag, "Profielen") == {"Profiel B1: looptijd": ("12", "24", "[1]")}
    assert rows(verslag, "Rekenafspraken") == {"Weken per maand": ("4", "13/3", "[1]")}
    assert rows(verslag, "Regels") == {"Regel meer": ("–", "Regel meer", "[2]")}
    assert rows(verslag, "Bronnen") == {"[1]": ("De norm",), "[2]": ("De regels",)}
    assert rows(verslag, "Taken")["Post: omschrijving"][:2] == (
        "“Hulp bij post.”",
        "“Post openen en 30 minuten lezen.”",
    )


def test_without_figures_it_says_which_way_each_figure_goes_and_no_amount() -> None:
    verslag = report_on(NIEUW, make_dossier(score("post", "O2")), met_cijfers=False)

    assert rows(verslag, "Normen") == {"Post: minuten, O2": ("…", "hoger", "[1]")}
    assert rows(verslag, "Marges")["O1 · Blok O1: ruimte, naar beneden"][1] == "lager"
    assert rows(verslag, "Rekenafspraken")["Weken per maand"][1] == "anders"
    assert rows(verslag, "Taken")["Post: omschrijving"][1] == "“Post openen en … minuten lezen.”"
    assert AMOUNT.findall(words(verslag)) == []
    assert "90" not in words(verslag)
    assert not {"Gemiddeld verschil in minuten per maand"} & set(rows(verslag, "Wat het doet"))


def test_figures_need_the_leave_of_both_kaders() -> None:
    dicht = edited(NIEUW, ("kader.status", "vastgesteld"))

    for oud, nieuw in ((OUD, dicht), (dicht, OUD)):
        assert AMOUNT.findall(words(report_on(nieuw, oud=oud))) == []
        with pytest.raises(InvoerError, match="cijfers_delen"):
            report_on(nieuw, oud=oud, met_cijfers=True)


def test_own_dossiers_are_told_in_numbers_only() -> None:
    hoger, gelijk = (
        make_dossier(score("post", blok), nummer=f"2027-{blok.lower()}") for blok in ("O2", "B2")
    )
    weg = make_dossier(score("post", "O2"), besluiten={"post": afwijken(100, motivering="Geheime reden.")})
    alleen_post = edited(OUD, ("taken.post.minuten.O2", 90))

    verslag = report_on(alleen_post, hoger, gelijk, weg)

    getallen = {naam: cellen[-1] for naam, cellen in rows(verslag, "Wat het doet").items()}
    assert getallen == {
        "Doorgerekend": "3 van 3",
        "Meer minuten": "1",
        "Minder minuten": "0",
        "Evenveel": "2",
        "Gemiddeld verschil in minuten per maand": "+40",
        "Kleinste en grootste verschil": "0 en +120",
        "Afwijkingen van de consulent": "1",
        "Daarvan niet meer nodig": "1",
    }
    for geheim in ("Geheime reden", "2027-o2", "2027-b2"):
        assert geheim not in words(verslag)


@pytest.mark.parametrize("naam", ["awbz-2014-bijlage-6", "huishoudelijke-ondersteuning", "klein"])
def test_first_page_sums_up_even_where_everything_differs(naam: str) -> None:
    oud, nieuw = kaders()["voorbeeld-begeleiding"], kaders()[naam]
    verslag = difference_report(oud, nieuw, DAG, eigen=[make_dossier(score())])
    bladen = pages(render_pdf(verslag))

    assert "Daarvan niet meer nodig" in bladen[0]
    assert "Wat er verandert" in bladen[1]
    assert "past niet" in words(verslag)


def test_every_case_of_both_kaders_is_computed_and_named_by_its_title(kader_versie: GeladenKader) -> None:
    oud = kaders()["voorbeeld-begeleiding"]
    verslag = difference_report(oud, kader_versie, DAG)
    tabel = rows(verslag, "Gevolg per casus")

    assert set(tabel) == {voorbeeld.titel for voorbeeld in oud.voorbeelden}
    assert {cellen[0] for cellen in tabel.values()} == {str(v.minuten_per_maand) for v in oud.voorbeelden}


def test_two_equal_kaders_have_no_difference_and_the_same_bytes_come_twice() -> None:
    een, twee = report_on(OUD), report_on(OUD)

    assert "Geen verschillen." in words(een)
    assert render_pdf(een) == render_pdf(twee)


def test_kader_that_is_not_settled_is_marked_and_two_settled_ones_are_not() -> None:
    vast = edited(tiny_kader(), ("kader.status", "vastgesteld"))

    assert report_on().watermerk == "GEEN VASTGESTELDE NORM"
    assert report_on(edited(vast, ("kader.versie", "9")), oud=vast).watermerk is None


def test_name_of_the_file_says_which_two() -> None:
    geladen = as_loaded(OUD), as_loaded(NIEUW)

    assert file_name(*geladen) == "verschil-klein-1-2.pdf"
    assert (
        file_name(geladen[0], kaders()["awbz-2014-bijlage-6"])
        == "verschil-klein-1-awbz-2014-bijlage-6-2014.pdf"
    )


@pytest.fixture
def kader_versie() -> GeladenKader:
    """Return the voorbeeldkader as another version, with the same cases."""
    geladen = kaders()["voorbeeld-begeleiding"]
    nieuw = edited(geladen.kader, ("kader.versie", "2027.1"), ("maxima.alles-samen.minuten_per_week", 100))
    return GeladenKader(nieuw, "1" * 64, geladen.folder, geladen.voorbeelden)
