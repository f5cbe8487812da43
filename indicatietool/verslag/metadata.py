"""What a file says of itself: title, language, the norms it meets, the meaning of its colours.

Comes in: a Verslag. Goes out: XMP, which archives read, and a colour profile.

Bron: ISO 19005-2 §6.6 and §6.2.3; ISO 14289-1 §5.
"""

from datetime import date
from xml.sax.saxutils import escape

from indicatietool.errors import VerslagError
from indicatietool.paths import resources_folder
from indicatietool.verslag.archief import xml_safe
from indicatietool.verslag.blocks import Verslag

MAKER = "indicatietool"
ONDERWERP = "Wmo 2015, individuele begeleiding"
PDFUA_SCHEMA = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A knows no pdfuaid of its own, so the file has to say what it is."""


def title_of(verslag: Verslag) -> str:
    """Return what a window or a list of files calls it."""
    return f"{verslag.titel}, {verslag.kenmerk}"


def pdf_date(dag: date) -> str:
    """Return a day as PDF writes it: the day of the verslag, never the clock's."""
    return f"D:{dag:%Y%m%d}000000Z"


def xmp(verslag: Verslag, deel: int) -> bytes:
    """Return the metadata of a file.

    Args:
        verslag: where title, author, date and language come from.
        deel: the part of PDF/A it meets: 2, or 3 with a file inside.
    """
    dag = f"{verslag.datum:%Y-%m-%d}T00:00:00Z"
    return f"""\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{deel}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_words(title_of(verslag))}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{_words(verslag.auteur)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{ONDERWERP}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{_words(verslag.taal)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{MAKER}</xmp:CreatorTool>
<xmp:CreateDate>{dag}</xmp:CreateDate>
<xmp:ModifyDate>{dag}</xmp:ModifyDate>
<xmp:MetadataDate>{dag}</xmp:MetadataDate>
<pdf:Producer>{MAKER}</pdf:Producer>
{PDFUA_SCHEMA}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def srgb() -> bytes:
    """Return the profile that says which colours red, green and blue are.

    Raises:
        VerslagError: the file is missing.
    """
    try:
        return (resources_folder() / "icc" / "sRGB.icc").read_bytes()
    except OSError as error:
        raise VerslagError(
            "Het kleurprofiel sRGB.icc ontbreekt. Installeer het programma opnieuw."
        ) from error


def _words(tekst: str) -> str:
    return escape(xml_safe(tekst))
