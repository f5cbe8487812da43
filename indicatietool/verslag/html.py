"""A verslag, or a part of it, as HTML: for the clipboard, and as a page that refers to nothing outside it.

Comes in: blocks; any text is allowed and escaped. Goes out: semantic HTML with the headers of tables marked.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegeven,
    Gegevens,
    Kop,
    Lijst,
    Rij,
    RijSoort,
    Tabel,
    Verslag,
    VerslagBlok,
)
from indicatietool.verslag.eenvoudig import Eenvoudig, front_lines, plain

_STIJL = (
    "body{font-family:sans-serif;line-height:1.5;max-width:60em;margin:2em auto;padding:0 1em;color:#1b2733}"
    "h1,h2{color:KLEUR}table{border-collapse:collapse;width:100%;margin:1em 0}"
    "caption{text-align:left;font-weight:bold}th,td{border:1px solid #8795a3;padding:.3em .5em;"
    "text-align:left;vertical-align:top}.getal{text-align:right}.klein{font-size:.9em}"
)
_RAND = ' style="border-collapse:collapse" border="1" cellpadding="4"'
"""What a word processor reads when a part is pasted; it knows no style sheet."""

_ALINEA = {
    AlineaStijl.GEWOON: "<p>{}</p>",
    AlineaStijl.KLEIN: '<p class="klein">{}</p>',
    AlineaStijl.NADRUK: "<p><strong>{}</strong></p>",
    AlineaStijl.CITAAT: "<blockquote><p>{}</p></blockquote>",
    AlineaStijl.LEEG: "<p><em>{}</em></p>",
}


def render_html(verslag: Verslag) -> str:
    """Return a whole verslag as one page, without script and without references to other files."""
    stijl = _STIJL.replace("KLEUR", escape(verslag.kleur))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(verslag.taal)}">',
            '<head><meta charset="utf-8">',
            f"<title>{_text(verslag.titel)}, {_text(verslag.kenmerk)}</title>",
            f'<meta name="author" content="{escape(verslag.auteur)}">',
            f"<style>{stijl}</style></head>",
            "<body>",
            "<header>",
            *_logo(verslag),
            f"<h1>{_text(verslag.titel)}</h1>",
            *(f"<p>{_text(regel)}</p>" for regel in front_lines(verslag)),
            "</header>",
            "<main>",
            blocks_as_html(verslag.blokken),
            "</main>",
            f"<footer><p>{_text(verslag.voettekst)}</p></footer>",
            "</body></html>",
            "",
        )
    )


def blocks_as_html(blokken: Iterable[VerslagBlok]) -> str:
    """Return blocks as a piece of HTML, such as one part of a verslag for the clipboard."""
    return "\n".join(stuk for blok in blokken for stuk in _pieces(blok))


def _logo(verslag: Verslag) -> Iterator[str]:
    if verslag.logo:
        bron = b64encode(verslag.logo).decode("ascii")
        yield (
            f'<p><img alt="{escape(verslag.logo_alternatief)}" height="60" '
            f'src="data:image/png;base64,{bron}"></p>'
        )


def _pieces(blok: VerslagBlok) -> Iterator[str]:
    if isinstance(blok, Gegevens):
        rijen = "".join(_fact(gegeven) for gegeven in blok.rijen)
        yield f"<table{_RAND}><tbody>{rijen}</tbody></table>"
        return
    for deel in plain((blok,)):
        yield _plain_piece(deel)


def _plain_piece(blok: Eenvoudig) -> str:
    match blok:
        case Kop():
            grond = f" <small>({_text(blok.grondslag)})</small>" if blok.grondslag else ""
            return f"<h{blok.niveau + 1}>{_text(blok.tekst)}{grond}</h{blok.niveau + 1}>"
        case Alinea():
            return _ALINEA[blok.stijl].format(_text(blok.tekst))
        case Lijst():
            return f"<ul>{''.join(f'<li>{_text(regel)}</li>' for regel in blok.regels)}</ul>"
        case Tabel():
            return _table(blok)


def _fact(gegeven: Gegeven) -> str:
    grond = f" <small>({_text(gegeven.grondslag)})</small>" if gegeven.grondslag else ""
    return f'<tr><th scope="row">{_text(gegeven.label)}{grond}</th><td>{_text(gegeven.waarde)}</td></tr>'


def _table(tabel: Tabel) -> str:
    koppen = "".join(
        f'<th scope="col"{_side(kolom.is_getal)}>{_text(kolom.kop)}</th>' for kolom in tabel.kolommen
    )
    bijschrift = f"<caption>{_text(tabel.bijschrift)}</caption>" if tabel.bijschrift else ""
    rijen = "".join(_row(tabel, rij) for rij in tabel.rijen)
    return f"<table{_RAND}>{bijschrift}<thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"


def _row(tabel: Tabel, rij: Rij) -> str:
    aantal = len(tabel.kolommen)
    if rij.soort is RijSoort.TUSSENKOP:
        return f'<tr><th scope="rowgroup" colspan="{aantal}">{_text(rij.cellen[0])}</th></tr>'
    eerste, *rest = (*rij.cellen, *[""] * (aantal - len(rij.cellen)))
    is_totaal = rij.soort is RijSoort.TOTAAL
    cellen = "".join(
        f"<td{_side(kolom.is_getal)}>{_strong(_text(cel), is_totaal)}</td>"
        for kolom, cel in zip(tabel.kolommen[1:], rest, strict=True)
    )
    meer = (
        f'<tr><td colspan="{aantal}"><em>{_text(rij.toelichting)}</em></td></tr>' if rij.toelichting else ""
    )
    return f'<tr><th scope="row">{_text(eerste)}</th>{cellen}</tr>{meer}'


def _side(is_getal: bool) -> str:
    return ' class="getal" style="text-align:right"' if is_getal else ""


def _strong(tekst: str, is_strong: bool) -> str:
    return f"<strong>{tekst}</strong>" if is_strong and tekst else tekst


def _text(tekst: str) -> str:
    return escape(tekst).replace("\n", "<br>")
