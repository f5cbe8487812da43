"""A verslag as a Word document, to work on further: headings, lists and tables of Word itself.

Comes in: a Verslag. Goes out: the bytes of a .docx, equal for an equal verslag. python-docx is imported late.
"""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from indicatietool.verslag.archief import repacked, xml_safe
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, Lijst, Rij, RijSoort, Tabel, Verslag
from indicatietool.verslag.eenvoudig import Eenvoudig, front_lines, plain

TAAL = "nl-NL"
BREEDTE_CM = 16.0
"""Width of the text, in centimetres."""

_STIJLEN = {
    AlineaStijl.GEWOON: "Normal",
    AlineaStijl.KLEIN: "Normal",
    AlineaStijl.NADRUK: "Normal",
    AlineaStijl.CITAAT: "Quote",
    AlineaStijl.LEEG: "Normal",
}


def render_docx(verslag: Verslag) -> bytes:
    """Return the Word document of a verslag."""
    import docx

    document = docx.Document()
    _set_up(document, verslag)
    _logo(document, verslag)
    document.add_heading(xml_safe(verslag.titel), 0)
    for regel in front_lines(verslag):
        document.add_paragraph(xml_safe(regel))
    for blok in plain(verslag.blokken):
        _add(document, blok)
    bestand = BytesIO()
    document.save(bestand)
    return repacked(bestand.getvalue(), eerst="[Content_Types].xml")


def _set_up(document: Any, verslag: Verslag) -> None:
    """Give the document its language, title, day, colour, margins and footer."""
    from docx.shared import Cm, Pt, RGBColor

    eigen = document.core_properties
    eigen.title = xml_safe(f"{verslag.titel}, {verslag.kenmerk}")[:255]
    eigen.author = eigen.last_modified_by = xml_safe(verslag.auteur)[:255]
    eigen.subject, eigen.language = "Wmo 2015, individuele begeleiding", TAAL
    eigen.identifier, eigen.comments = verslag.controlecode, ""
    eigen.created = eigen.modified = datetime.combine(verslag.datum, time())
    eigen.revision = 1
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(10.5)
    for naam in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[naam].font.color.rgb = RGBColor.from_string(verslag.kleur.lstrip("#").upper())
    _set_language(document)
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin = deel.right_margin = Cm((21 - BREEDTE_CM) / 2)
    deel.footer.paragraphs[0].text = xml_safe(verslag.voettekst)


def _set_language(document: Any) -> None:
    from docx.oxml.ns import qn

    for taal in document.styles.element.iter(qn("w:lang")):
        for soort in ("w:val", "w:eastAsia", "w:bidi"):
            taal.set(qn(soort), TAAL)


def _logo(document: Any, verslag: Verslag) -> None:
    from docx.shared import Cm

    if not verslag.logo:
        return
    plaatje = document.add_picture(BytesIO(verslag.logo), height=Cm(1.6))
    plaatje._inline.docPr.set("descr", xml_safe(verslag.logo_alternatief))


def _add(document: Any, blok: Eenvoudig) -> None:
    match blok:
        case Kop():
            grond = f" ({blok.grondslag})" if blok.grondslag else ""
            document.add_heading(xml_safe(f"{blok.tekst}{grond}"), blok.niveau)
        case Alinea():
            _paragraph(document, blok)
        case Lijst():
            for regel in blok.regels:
                document.add_paragraph(xml_safe(regel), style="List Bullet")
        case Tabel():
            if blok.bijschrift:
                document.add_paragraph(xml_safe(blok.bijschrift), style="Caption")
            _table(document, blok)


def _paragraph(document: Any, blok: Alinea) -> None:
    from docx.shared import Pt

    run = document.add_paragraph(style=_STIJLEN[blok.stijl]).add_run(xml_safe(blok.tekst))
    run.bold = True if blok.stijl is AlineaStijl.NADRUK else None
    run.italic = True if blok.stijl is AlineaStijl.LEEG else None
    if blok.stijl is AlineaStijl.KLEIN:
        run.font.size = Pt(9)


def _table(document: Any, tabel: Tabel) -> None:
    from docx.oxml import OxmlElement

    aantal = sum(1 + bool(rij.toelichting) for rij in tabel.rijen) + 1
    raster = document.add_table(rows=aantal, cols=len(tabel.kolommen), style="Table Grid")
    raster.autofit = False
    for kolom, breedte in zip(raster.columns, _widths(tabel), strict=True):
        kolom.width = breedte
    regels = iter(raster._tbl.tr_lst)
    kop = next(regels)
    kop.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _fill(kop, [kolom.kop for kolom in tabel.kolommen], tabel, vet=True)
    for rij in tabel.rijen:
        _row(next(regels), rij, tabel)
        if rij.toelichting:
            _wide(next(regels), rij.toelichting, vet=False)
    document.add_paragraph()


def _row(regel: Any, rij: Rij, tabel: Tabel) -> None:
    if rij.soort is RijSoort.TUSSENKOP:
        _wide(regel, rij.cellen[0], vet=True)
    else:
        _fill(regel, rij.cellen, tabel, vet=rij.soort is RijSoort.TOTAAL)


def _fill(regel: Any, cellen: Sequence[str], tabel: Tabel, *, vet: bool) -> None:
    vakjes = zip(regel.tc_lst, tabel.kolommen, _widths(tabel), cellen, strict=False)
    for vakje, kolom, breedte, tekst in vakjes:
        vakje.width = breedte
        _write(vakje, tekst, vet=vet, rechts=kolom.is_getal)


def _widths(tabel: Tabel) -> tuple[int, ...]:
    """Return the width of each column in the unit of Word."""
    from docx.shared import Cm

    geheel = sum(kolom.breedte for kolom in tabel.kolommen)
    return tuple(Cm(BREEDTE_CM * kolom.breedte / geheel) for kolom in tabel.kolommen)


def _wide(regel: Any, tekst: str, *, vet: bool) -> None:
    """Write one text over all columns of a row."""
    eerste, *rest = regel.tc_lst
    eerste.grid_span = len(rest) + 1
    for vakje in rest:
        regel.remove(vakje)
    _write(eerste, tekst, vet=vet, schuin=not vet)


def _write(vakje: Any, tekst: str, *, vet: bool = False, schuin: bool = False, rechts: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    alinea = Paragraph(vakje.p_lst[0], None)  # type: ignore[arg-type]
    alinea.paragraph_format.space_after = Pt(0)
    if rechts:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = alinea.add_run(xml_safe(tekst))
    run.bold, run.italic, run.font.size = vet or None, schuin or None, Pt(9.5)
