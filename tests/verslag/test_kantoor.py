"""The verslag to work on further: ODT and DOCX hold every text, open clean and don't depend on the clock."""

import re
import shutil
import subprocess
import time
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import odfdo
import pytest

from indicatietool.domain.dossier import Hulpvraag
from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.versie import Versie
from indicatietool.verslag.blocks import Kop, Tabel, Verslag
from indicatietool.verslag.docx import render_docx
from indicatietool.verslag.odt import render_odt
from tests.builders import make_dossier, make_kader, tiny_kader
from tests.verslag.papier import report, seen, squeezed
from tests.verslag.plaatje import png
from tests.verslag.vol_dossier import full_dossier

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KADER = tiny_kader()
VIJANDIG = ("<b>&amp;</b>", "a\tb  c", "😀 漢字 Łódź", "x\ufffe\uffffy", "]]>", "[U+1F600]", "{{ x }}")
NIET_GEOPEND = "LET OP: de ODT is niet in een ander programma geopend"
PROFIEL = Gemeenteprofiel(code="0505", naam="Dordrecht", status="voorbeeld", kleur="#7A1F5C")


@dataclass(frozen=True)
class Gemaakt:
    """Een verslag met de bestanden die ervan zijn gemaakt."""

    verslag: Verslag
    odt: bytes
    word: bytes


@pytest.fixture(params=Versie, scope="module")
def gemaakt(request: pytest.FixtureRequest) -> Gemaakt:
    verslag = report(KADER, full_dossier(KADER), versie=request.param, profiel=PROFIEL, logo=png(40, 20))
    return Gemaakt(verslag, render_odt(verslag), render_docx(verslag))


def text_of_odt(inhoud: bytes) -> str:
    boom = ET.fromstring(_part(inhoud, "content.xml"))
    return squeezed("".join(boom.itertext()))


def text_of_docx(inhoud: bytes) -> str:
    boom = ET.fromstring(_part(inhoud, "word/document.xml"))
    return squeezed("".join(deel.text or "" for deel in boom.iter(f"{W}t")))


def test_every_text_of_the_blocks_stands_in_both_files(gemaakt: Gemaakt) -> None:
    for papier in (text_of_odt(gemaakt.odt), text_of_docx(gemaakt.word)):
        assert [tekst for tekst in seen(gemaakt.verslag) if squeezed(tekst) not in papier] == []


def test_bytes_are_equal_for_an_equal_verslag(monkeypatch: pytest.MonkeyPatch) -> None:
    verslag = report(KADER, make_dossier(), logo=png(4, 2))
    eerst = (render_odt(verslag), render_docx(verslag))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0)))

    assert (render_odt(verslag), render_docx(verslag)) == eerst


def test_package_knows_no_clock_but_the_day_of_the_verslag(gemaakt: Gemaakt) -> None:
    for inhoud in (gemaakt.odt, gemaakt.word):
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            assert {kaart.date_time for kaart in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"2026-11-22" in b"".join(pakket.read(n) for n in pakket.namelist() if n.endswith(".xml"))
            assert pakket.testzip() is None


def test_odt_begins_with_its_mimetype_and_says_it_is_dutch(gemaakt: Gemaakt) -> None:
    verslag, inhoud = gemaakt.verslag, gemaakt.odt
    with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
        eerste = pakket.infolist()[0]

    assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    stijlen = _part(inhoud, "styles.xml").decode()
    assert set(re.findall(r'fo:language="(\w+)"', stijlen)) == {"nl"}
    assert set(re.findall(r'fo:country="(\w+)"', stijlen)) == {"NL"}
    meta = odfdo.Document(BytesIO(inhoud)).meta
    assert (meta.title, meta.language) == (f"{verslag.titel}, {verslag.kenmerk}", "nl-NL")


def test_docx_says_it_is_dutch_and_what_it_is_called(gemaakt: Gemaakt) -> None:
    verslag, document = gemaakt.verslag, docx.Document(BytesIO(gemaakt.word))
    talen = {taal.get(f"{W}val") for taal in document.styles.element.iter(f"{W}lang")}

    assert talen == {"nl-NL"}
    assert document.core_properties.title == f"{verslag.titel}, {verslag.kenmerk}"
    assert document.core_properties.created.date() == date(2026, 11, 22)
    assert verslag.voettekst in document.sections[0].footer.paragraphs[0].text


def test_headings_are_headings_at_their_level(gemaakt: Gemaakt) -> None:
    koppen = [(blok.niveau, blok.tekst) for blok in gemaakt.verslag.blokken if isinstance(blok, Kop)]
    odt = odfdo.Document(BytesIO(gemaakt.odt))
    word = docx.Document(BytesIO(gemaakt.word))
    in_odt = [(int(kop.get_attribute("text:outline-level")), str(kop)) for kop in odt.body.headers]
    in_word = [
        (int(alinea.style.name[-1]), alinea.text)
        for alinea in word.paragraphs
        if alinea.style.name.startswith("Heading")
    ]

    for gevonden in (in_odt, in_word):
        assert len(gevonden) == len(koppen)
        for (niveau, tekst), (gevonden_niveau, gevonden_tekst) in zip(koppen, gevonden, strict=True):
            assert niveau == gevonden_niveau
            assert squeezed(tekst) in squeezed(gevonden_tekst)


def test_tables_have_header_rows_that_return_on_each_page(gemaakt: Gemaakt) -> None:
    tabellen = [blok for blok in gemaakt.verslag.blokken if isinstance(blok, Tabel)]
    odt = ET.fromstring(_part(gemaakt.odt, "content.xml"))
    word = docx.Document(BytesIO(gemaakt.word))
    ns = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0"}

    in_odt = odt.findall(".//table:table", ns)
    assert len(in_odt) >= len(tabellen)
    assert all(len(tabel.findall("table:table-header-rows/table:table-row", ns)) == 1 for tabel in in_odt)
    assert len({tabel.get(f"{{{ns['table']}}}name") for tabel in in_odt}) == len(in_odt)
    assert len(word.tables) == len(in_odt)
    assert all(tabel._tbl.tr_lst[0].trPr.find(f"{W}tblHeader") is not None for tabel in word.tables)


def test_colour_and_logo_of_the_gemeente_are_in_the_files(gemaakt: Gemaakt) -> None:
    odt, word = gemaakt.odt, gemaakt.word

    assert "#7A1F5C" in _part(odt, "styles.xml").decode()
    assert "7A1F5C" in _part(word, "word/styles.xml").decode()
    assert "Logo van de gemeente Dordrecht" in _part(odt, "content.xml").decode()
    assert 'descr="Logo van de gemeente Dordrecht"' in _part(word, "word/document.xml").decode()
    for inhoud in (odt, word):
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            assert png(40, 20) in [pakket.read(naam) for naam in pakket.namelist()]


def test_typed_text_stays_text() -> None:
    dossier = make_dossier().with_changes(hulpvraag=Hulpvraag(eigen_woorden="\n".join(VIJANDIG)))
    verslag = report(make_kader(), dossier)
    papieren = (text_of_odt(render_odt(verslag)), text_of_docx(render_docx(verslag)))

    for tekst in VIJANDIG:
        verwacht = squeezed(re.sub("[\ufffe\uffff]", "\ufffd", tekst))
        assert all(verwacht in papier for papier in papieren), tekst


def test_libreoffice_opens_the_odt_and_shows_every_word(tmp_path: Path) -> None:
    verslagen = {
        versie.value: report(KADER, full_dossier(KADER), versie=versie, profiel=PROFIEL) for versie in Versie
    }
    for naam, verslag in verslagen.items():
        (tmp_path / f"{naam}.odt").write_bytes(render_odt(verslag))

    papieren = _converted(tmp_path)

    assert set(papieren) == set(verslagen)
    for naam, verslag in verslagen.items():
        gemist = Counter(_words(" ".join(seen(verslag)))) - Counter(_words(papieren[naam]))
        assert [woord for woord in gemist if len(woord) < 16] == []  # a longer one is cut at the margin
        assert set(_words(verslag.voettekst)) <= set(_words(papieren[naam]))


def _converted(map_: Path) -> dict[str, str]:
    """The text of each ODT as LibreOffice makes a PDF of it; skipped, loudly, where that can't be done."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip(f"{NIET_GEOPEND}: er is geen LibreOffice of pdftotext")
    profiel = f"-env:UserInstallation=file://{map_}/profiel"
    opdracht = ["soffice", profiel, "--headless", "--convert-to", "pdf", "--outdir", str(map_)]
    ran = subprocess.run(
        [*opdracht, *map(str, map_.glob("*.odt"))], capture_output=True, text=True, timeout=120
    )
    if "could not be loaded" in ran.stderr and not _has_writer():
        pytest.skip(f"{NIET_GEOPEND}: LibreOffice Writer ontbreekt")
    return {
        pdf.stem: subprocess.run(
            ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True, timeout=60
        ).stdout.decode("utf-8")
        for pdf in map_.glob("*.pdf")
    }


def _words(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.replace("-", ""))  # poppler joins what is cut at a hyphen


def _has_writer() -> bool:
    """Tell whether LibreOffice has its word processor: on Debian a package of its own."""
    soffice = Path(shutil.which("soffice") or "").resolve()
    return any(soffice.parent.glob("libsw*lo.*"))


def _part(inhoud: bytes, naam: str) -> bytes:
    with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
        return pakket.read(naam)
