"""The verslag for the clipboard: plain text and HTML say the same as the blocks, whole and per part."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicatietool.domain.dossier import Dossier, Hulpvraag, Melding
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegeven,
    Gegevens,
    Kolom,
    Kop,
    LetOp,
    Lijst,
    Nadrukblok,
    NieuwePagina,
    Ondertekenaar,
    Ondertekening,
    Rij,
    RijSoort,
    Tabel,
    Verslag,
    sections_of,
)
from indicatietool.verslag.html import blocks_as_html, render_html
from indicatietool.verslag.tekst import blocks_as_text, render_text
from tests.builders import make_dossier, make_kader, tiny_kader
from tests.verslag.papier import report, seen, squeezed
from tests.verslag.vol_dossier import full_dossier

TABEL = Tabel(
    (Kolom("Taak", 60), Kolom("Hoe vaak", 30), Kolom("Minuten", 20, True)),
    (
        Rij(("Geld",), soort=RijSoort.TUSSENKOP),
        Rij(("Post", "2 keer per week", "90\nafgeweken"), toelichting="Som: 1 + 1 = 2"),
        Rij(("Samen", "", "90"), soort=RijSoort.TOTAAL),
    ),
    "Per taak",
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
VIJANDIG = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></tr></table>",
    "&lt;b&gt; & <b>",
    "javascript:alert(1)",
    "<style>*{display:none}</style>",
    "%s {0} \\n",
]


@pytest.fixture(params=Versie)
def verslag(request: pytest.FixtureRequest) -> Verslag:
    kader = tiny_kader()
    return report(kader, full_dossier(kader), versie=request.param)


class Geraamte(HTMLParser):
    """The tags of a page, in order, and the text a reader sees."""

    LEEG = frozenset({"br", "meta", "img"})

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tekst: list[str] = []
        self.feed(pagina)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.tekst.append(data)


def test_text_holds_every_text_of_the_blocks(verslag: Verslag) -> None:
    papier = squeezed(render_text(verslag))
    eerste_koppen = {b.kolommen[0].kop for b in verslag.blokken if isinstance(b, Tabel)}
    for tekst in set(seen(verslag)) - eerste_koppen:
        assert squeezed(tekst.replace("\n", ",")) in papier or squeezed(tekst) in papier, tekst


def test_html_holds_every_text_of_the_blocks(verslag: Verslag) -> None:
    papier = squeezed("".join(Geraamte(render_html(verslag)).tekst))
    for tekst in seen(verslag):
        assert squeezed(tekst) in papier, tekst


def test_html_is_closed_where_it_opens_and_refers_to_nothing_outside(verslag: Verslag) -> None:
    pagina = render_html(verslag)
    geraamte = Geraamte(pagina)

    assert geraamte.open == []
    assert ("html", {"lang": "nl-NL"}) in geraamte.tags
    assert f"<title>{verslag.titel}" in pagina
    assert not [naam for _, attrs in geraamte.tags for naam in attrs if naam in {"href", "srcset", "onclick"}]
    assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in geraamte.tags}
    assert not re.findall(r"https?://|url\(|@import", pagina)


def test_headings_go_down_one_level_at_a_time(verslag: Verslag) -> None:
    niveaus = [int(tag[1]) for tag, _ in Geraamte(render_html(verslag)).tags if re.fullmatch(r"h\d", tag)]

    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert set(niveaus) <= {1, 2, 3, 4}


def test_table_in_html_says_what_its_headers_belong_to() -> None:
    tabel = ET.fromstring(blocks_as_html((TABEL,)).replace("<br>", "<br/>"))

    assert tabel.findtext("caption") == "Per taak"
    assert [th.get("scope") for th in tabel.iter("th")] == ["col", "col", "col", "rowgroup", "row", "row"]
    assert [th.text for th in tabel.findall("thead/tr/th")] == ["Taak", "Hoe vaak", "Minuten"]
    assert tabel.find("tbody/tr[3]/td").get("colspan") == "3"
    assert tabel.find("tbody/tr[4]/td[2]/strong").text == "90"


def test_table_in_text_names_each_number() -> None:
    assert blocks_as_text((TABEL,)) == (
        "Per taak:\nGeld:\n- Post – Hoe vaak: 2 keer per week; Minuten: 90, afgeweken\n"
        "  Som: 1 + 1 = 2\n- Samen – Minuten: 90\n"
    )


def test_each_block_has_its_own_form_in_text() -> None:
    blokken = (
        Kop(1, "Titel"),
        Kop(2, "Kop", "Awb art. 3:46"),
        Nadrukblok("Boven", "520 minuten", ("Onder",)),
        LetOp("Pas op", "Inleiding.", ("Eén",)),
        Lijst(("a", "b")),
        Gegevens((Gegeven("Datum", "1-1-2027", "Wmo"),)),
        Ondertekening(("Akkoord",), "Aanvraag", (Ondertekenaar("Cliënt", "A"), Ondertekenaar("Consulent"))),
        NieuwePagina(),
    )
    tekst = blocks_as_text(blokken)

    for regel in (
        "Titel\n=====",
        "Kop (Awb art. 3:46)\n------------------",
        "520 minuten",
        "Let op: Pas op",
        "- a\n- b",
        "Datum: 1-1-2027 (Wmo)",
        "☐ Akkoord",
        "☐ Aanvraag",
        "- Naam – Cliënt: A",
    ):
        assert regel in tekst
    assert "\n\n\n\n" not in tekst


def test_one_part_is_copied_without_the_rest(verslag: Verslag) -> None:
    delen = sections_of(verslag)
    for deel in delen:
        fragment = blocks_as_html(deel.blokken)

        assert Geraamte(fragment).open == []
        assert blocks_as_text(deel.blokken).startswith(deel.titel)
        assert "<html" not in fragment
    samen = "".join(blocks_as_text(deel.blokken) for deel in delen)
    assert squeezed(samen) in squeezed(render_text(verslag))


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_typed_text_stays_text_in_html(tekst: str) -> None:
    dossier = make_dossier().with_changes(
        melding=Melding(client=tekst, zaaknummer=tekst, stukken=tekst),
        hulpvraag=Hulpvraag(eigen_woorden=tekst, situatie=tekst),
    )
    gewoon = Geraamte(render_html(report(make_kader(), _harmless(dossier))))
    pagina = Geraamte(render_html(report(make_kader(), dossier)))

    assert pagina.tags == gewoon.tags
    assert "".join(pagina.tekst).count(tekst) >= 3


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
    st.sampled_from(AlineaStijl),
)
def test_any_text_comes_back_from_html_as_it_was(tekst: str, stijl: AlineaStijl) -> None:
    fragment = blocks_as_html((Alinea(tekst, stijl),))

    assert tekst in unescape(re.sub(r"<[^<>]+>", "", fragment))


def test_logo_goes_into_the_page_itself_and_not_into_a_part(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier, logo=b"\x89PNG")
    pagina = render_html(verslag)

    assert 'src="data:image/png;base64,' in pagina
    assert all("<img" not in blocks_as_html(deel.blokken) for deel in sections_of(verslag))


def _harmless(dossier: Dossier) -> Dossier:
    return dossier.with_changes(
        melding=Melding(client="a", zaaknummer="a", stukken="a"),
        hulpvraag=Hulpvraag(eigen_woorden="a", situatie="a"),
    )
