"""A verslag as an OpenDocument text, to work on further: headings, lists and tables of the format itself.

Comes in: a Verslag. Goes out: the bytes of an .odt, equal for an equal verslag. odfdo is imported late.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from indicatietool.verslag.archief import repacked, xml_safe
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, Lijst, Rij, RijSoort, Tabel, Verslag
from indicatietool.verslag.eenvoudig import Eenvoudig, front_lines, plain

BREEDTE_CM = 17.0
"""Width of the text, in centimetres."""
LOGO_CM = 1.6

_ALINEA = {
    AlineaStijl.GEWOON: "Verslag",
    AlineaStijl.KLEIN: "Klein",
    AlineaStijl.NADRUK: "Nadruk",
    AlineaStijl.CITAAT: "Citaat",
    AlineaStijl.LEEG: "Leeg",
}
_STIJLEN = (
    ("Verslag", 'fo:margin-bottom="0.2cm"', 'fo:font-size="10.5pt"'),
    ("Klein", 'fo:margin-bottom="0.2cm"', 'fo:font-size="9pt"'),
    ("Nadruk", 'fo:margin-bottom="0.2cm"', 'fo:font-size="10.5pt" fo:font-weight="bold"'),
    ("Citaat", 'fo:margin-left="0.6cm" fo:margin-bottom="0.2cm"', 'fo:font-style="italic"'),
    ("Leeg", 'fo:margin-bottom="0.2cm"', 'fo:font-size="10.5pt" fo:font-style="italic"'),
    ("Bijschrift", 'fo:margin-top="0.2cm" fo:keep-with-next="always"', 'fo:font-weight="bold"'),
    ("Vakje", "", 'fo:font-size="9.5pt"'),
    ("VakjeVet", "", 'fo:font-size="9.5pt" fo:font-weight="bold"'),
    ("VakjeSchuin", "", 'fo:font-size="9pt" fo:font-style="italic"'),
    ("VakjeGetal", 'fo:text-align="end"', 'fo:font-size="9.5pt"'),
    ("VakjeGetalVet", 'fo:text-align="end"', 'fo:font-size="9.5pt" fo:font-weight="bold"'),
)
_CEL = (
    '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #8795a3" fo:padding="0.1cm"/></style:style>'
)
_OPSOMMING = (
    '<text:list-style style:name="Opsomming"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"><style:list-level-properties '
    'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
    'text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.4cm" '
    'fo:margin-left="0.6cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>'
)
_KOPPEN = {0: "20pt", 1: "14pt", 2: "12pt", 3: "11pt"}


def render_odt(verslag: Verslag) -> bytes:
    """Return the OpenDocument text of a verslag."""
    import odfdo

    document = odfdo.Document("text")
    _set_up(document, verslag)
    body = document.body
    body.clear()
    for element in _elements(document, verslag):
        body.append(element)
    bestand = BytesIO()
    document.save(bestand, pretty=False)
    return repacked(bestand.getvalue(), eerst="mimetype")


def _elements(document: Any, verslag: Verslag) -> Iterator[Any]:
    yield from _logo(document, verslag)
    yield _paragraph(verslag.titel, "Titel")
    yield from (_paragraph(regel, "Verslag") for regel in front_lines(verslag))
    breedtes: dict[int, str] = {}
    for nummer, blok in enumerate(plain(verslag.blokken), start=1):
        yield from _block(document, blok, nummer, breedtes)


def _set_up(document: Any, verslag: Verslag) -> None:
    """Give the document its language, title, day, styles and footer."""
    import odfdo

    meta = document.meta
    meta.title, meta.language = xml_safe(f"{verslag.titel}, {verslag.kenmerk}"), "nl-NL"
    meta.subject, meta.keyword = "Wmo 2015, individuele begeleiding", verslag.controlecode
    meta.creator = meta.initial_creator = xml_safe(verslag.auteur)
    meta.creation_date = meta.date = datetime.combine(verslag.datum, time())
    meta.generator, meta.editing_cycles = "indicatietool", 1
    for kenmerken in document.styles.root.get_elements("//style:default-style/style:text-properties"):
        kenmerken.set_attribute("fo:language", "nl")
        kenmerken.set_attribute("fo:country", "NL")
    for niveau in document.styles.root.get_elements("//text:outline-level-style"):
        niveau.set_attribute("style:num-format", "")  # our headings bring their own number
        niveau.set_attribute("style:num-suffix", "")
        niveau.set_attribute("loext:num-list-format", "")
    for xml in _styles(verslag.kleur):
        document.insert_style(odfdo.Element.from_tag(xml))
    document.insert_style(odfdo.Element.from_tag(_CEL), automatic=True)
    bladzijde = document.get_style("master-page", "Standard")
    bladzijde.set_page_footer(_paragraph(verslag.voettekst, "Klein"))


def _styles(kleur: str) -> Iterator[str]:
    for naam, alinea, letter in _STIJLEN:
        yield _style(naam, "Standard", alinea, letter)
    for niveau, grootte in _KOPPEN.items():
        letter = f'fo:font-size="{grootte}" fo:font-weight="bold" fo:color="{kleur}"'
        naam = "Titel" if niveau == 0 else f"Kop{niveau}"
        yield _style(naam, "Heading", 'fo:keep-with-next="always" fo:margin-top="0.4cm"', letter)
    yield _OPSOMMING


def _style(naam: str, ouder: str, alinea: str, letter: str) -> str:
    return (
        f'<style:style style:name="{naam}" style:family="paragraph" style:parent-style-name="{ouder}">'
        f"<style:paragraph-properties {alinea}/>"
        f'<style:text-properties style:font-name="Liberation Sans" {letter}/></style:style>'
    )


def _logo(document: Any, verslag: Verslag) -> Iterator[Any]:
    import odfdo

    if not verslag.logo:
        return
    breed, hoog = (int.from_bytes(verslag.logo[plek : plek + 4], "big") for plek in (16, 20))
    naam = document.add_file(BytesIO(verslag.logo))
    maat = (f"{LOGO_CM * breed / hoog:.2f}cm", f"{LOGO_CM}cm")
    kader = odfdo.Frame.image_frame(naam, name="Logo", size=maat, anchor_type="as-char")
    kader.svg_description = xml_safe(verslag.logo_alternatief)
    alinea = odfdo.Paragraph(style="Verslag")
    alinea.append(kader)
    yield alinea


def _block(document: Any, blok: Eenvoudig, nummer: int, breedtes: dict[int, str]) -> Iterator[Any]:
    import odfdo

    match blok:
        case Kop():
            grond = f" ({blok.grondslag})" if blok.grondslag else ""
            kop = odfdo.Header(blok.niveau, xml_safe(f"{blok.tekst}{grond}"))
            kop.set_attribute("text:style-name", f"Kop{blok.niveau}")
            yield kop
        case Alinea():
            yield _paragraph(blok.tekst, _ALINEA[blok.stijl])
        case Lijst():
            lijst = odfdo.List(style="Opsomming")
            for regel in blok.regels:
                punt = odfdo.ListItem()
                punt.append(_paragraph(regel, "Verslag"))
                lijst.append(punt)
            yield lijst
        case Tabel():
            if blok.bijschrift:
                yield _paragraph(blok.bijschrift, "Bijschrift")
            yield _table(document, blok, nummer, breedtes)
            yield _paragraph("", "Klein")


def _paragraph(tekst: str, stijl: str) -> Any:
    import odfdo

    return odfdo.Paragraph(xml_safe(tekst), style=stijl)


def _table(document: Any, tabel: Tabel, nummer: int, breedtes: dict[int, str]) -> Any:
    import odfdo

    tag = odfdo.Element.from_tag
    element = tag("table:table")
    element.set_attribute("table:name", f"Tabel{nummer}")
    geheel = sum(kolom.breedte for kolom in tabel.kolommen)
    for kolom in tabel.kolommen:
        kolom_element = tag("table:table-column")
        stijl = _width(document, round(BREEDTE_CM * 100 * kolom.breedte / geheel), breedtes)
        kolom_element.set_attribute("table:style-name", stijl)
        element.append(kolom_element)
    kop = tag("table:table-header-rows")
    kop.append(_cells([kolom.kop for kolom in tabel.kolommen], tabel, vet=True))
    element.append(kop)
    for rij in tabel.rijen:
        for regel in _rows(rij, tabel):
            element.append(regel)
    return element


def _width(document: Any, honderdsten: int, breedtes: dict[int, str]) -> str:
    """Return the style of a column so many hundredths of a centimetre wide, made when it is new."""
    import odfdo

    if honderdsten not in breedtes:
        breedtes[honderdsten] = naam = f"Breed{honderdsten}"
        xml = (
            f'<style:style style:name="{naam}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{honderdsten / 100}cm"/></style:style>'
        )
        document.insert_style(odfdo.Element.from_tag(xml), automatic=True)
    return breedtes[honderdsten]


def _rows(rij: Rij, tabel: Tabel) -> Iterator[Any]:
    if rij.soort is RijSoort.TUSSENKOP:
        yield _wide(rij.cellen[0], "VakjeVet", len(tabel.kolommen))
        return
    yield _cells(rij.cellen, tabel, vet=rij.soort is RijSoort.TOTAAL)
    if rij.toelichting:
        yield _wide(rij.toelichting, "VakjeSchuin", len(tabel.kolommen))


def _cells(cellen: Sequence[str], tabel: Tabel, *, vet: bool) -> Any:
    import odfdo

    regel = odfdo.Element.from_tag("table:table-row")
    aangevuld = (*cellen, *[""] * (len(tabel.kolommen) - len(cellen)))
    for kolom, tekst in zip(tabel.kolommen, aangevuld, strict=True):
        stijl = f"Vakje{'Getal' if kolom.is_getal else ''}{'Vet' if vet else ''}"
        regel.append(_cell(tekst, stijl))
    return regel


def _wide(tekst: str, stijl: str, kolommen: int) -> Any:
    """Return a row with one text over all columns."""
    import odfdo

    regel = odfdo.Element.from_tag("table:table-row")
    eerste = _cell(tekst, stijl)
    eerste.set_attribute("table:number-columns-spanned", str(kolommen))
    regel.append(eerste)
    for _ in range(kolommen - 1):
        regel.append(odfdo.Element.from_tag("table:covered-table-cell"))
    return regel


def _cell(tekst: str, stijl: str) -> Any:
    import odfdo

    vakje = odfdo.Element.from_tag("table:table-cell")
    vakje.set_attribute("table:style-name", "Cel")
    vakje.set_attribute("office:value-type", "string")
    vakje.append(_paragraph(tekst, stijl))
    return vakje
