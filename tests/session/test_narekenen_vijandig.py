"""Narekenen of what was forged, damaged or never a verslag: refused or found, never believed."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject

from indicatietool.domain.versie import Versie
from indicatietool.errors import (
    BestandError,
    IndicatietoolError,
    IntegriteitError,
    InvoerError,
    NieuwereVersieError,
    VerslagError,
)
from indicatietool.session.narekenen import Make, narekenen
from indicatietool.session.recept import Recept
from indicatietool.store.kluis.canoniek import canonical, fingerprint
from tests.session.knoeier import Knoeier
from tests.session.verslagen import KADERS, casus, recept, saved_again, verslag


def rotate(schrijver: PdfWriter) -> None:
    schrijver.pages[2].rotate(180)


def add_file(schrijver: PdfWriter) -> None:
    schrijver.add_attachment("x.txt", b"anders")


def add_blank(schrijver: PdfWriter) -> None:
    schrijver.add_blank_page()


def swap_pages(schrijver: PdfWriter) -> None:
    kinderen = schrijver.root_object["/Pages"]["/Kids"]
    kinderen[0], kinderen[1] = kinderen[1], kinderen[0]


@pytest.mark.parametrize(
    ("verandering", "plaats"),
    [
        (rotate, "bladzijde 3, letters of figuur"),
        (add_file, "bijlage"),
        (add_blank, "aantal bladzijden"),
        (swap_pages, "bladzijde 1, regel"),
    ],
)
def test_anything_added_or_moved_is_found(
    verandering: Callable[[PdfWriter], object], plaats: str, bewaard: Callable[[bytes], Path], make: Make
) -> None:
    anders = bewaard(saved_again(verslag("b1-waakvlam"), verandering))

    assert str(narekenen(anders, KADERS, make=make).verschil).startswith(plaats)


def test_forged_proof_is_found(bewaard: Callable[[bytes], Path], make: Make) -> None:
    knoeier = Knoeier(verslag("b1-waakvlam"), seed=1)
    eigen = recept("b1-waakvlam")
    vals = replace(eigen, verantwoording=replace(eigen.verantwoording, minuten_per_maand=9_999))
    pad = bewaard(knoeier.replaced(knoeier.plekken["recept"][0].nummer, vals.to_bytes()))

    assert str(narekenen(pad, KADERS, make=make).verschil).startswith("gegevens om na te rekenen")


def test_recept_of_a_newer_program_is_told(bewaard: Callable[[bytes], Path], make: Make) -> None:
    knoeier = Knoeier(verslag("b1-waakvlam"), seed=1)
    nieuw = {"formaat": 2, "iets": "anders"}
    inhoud = canonical({**nieuw, "controle": fingerprint(nieuw)})

    with pytest.raises(NieuwereVersieError):
        narekenen(bewaard(knoeier.replaced(knoeier.plekken["recept"][0].nummer, inhoud)), KADERS, make=make)


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[]", b"{", b"null", b"\xff", b'{"controle":1}'])
def test_recept_that_is_none_is_damaged(inhoud: bytes) -> None:
    with pytest.raises(IntegriteitError):
        Recept.from_bytes(inhoud)


@pytest.mark.parametrize("logo", [b"geen plaatje", b"\x89PNG\r\n\x1a\n" + b"\0" * 100])
def test_recept_with_a_strange_logo_is_damaged(logo: bytes) -> None:
    with pytest.raises(IntegriteitError):
        Recept.from_bytes(replace(recept("b1-waakvlam"), logo=logo).to_bytes())


@pytest.mark.parametrize("soort", ["recept", "pakket", "bladzijde"])
def test_bomb_in_a_verslag_is_refused(soort: str, bewaard: Callable[[bytes], Path], make: Make) -> None:
    knoeier = Knoeier(verslag("b1-waakvlam"), seed=1)
    bom = knoeier.replaced(knoeier.plekken[soort][0].nummer, b" " * 78_000_000)

    assert len(bom) < 1_000_000
    with pytest.raises((IntegriteitError, VerslagError)):
        narekenen(bewaard(bom), KADERS, make=make)


def without_carrier(schrijver: PdfWriter) -> None:
    del schrijver.root_object[NameObject("/PieceInfo")]


def with_password(schrijver: PdfWriter) -> None:
    schrijver.encrypt("geheim", algorithm="AES-256")


@pytest.mark.parametrize(
    ("maak", "fout", "woorden"),
    [
        (lambda: saved_again(verslag("b1-waakvlam"), without_carrier), InvoerError, "niets bij zich"),
        (lambda: saved_again(verslag("b1-waakvlam"), with_password), VerslagError, "geen leesbare PDF"),
        (lambda: b"geen pdf", VerslagError, "geen leesbare PDF"),
        (lambda: b"%PDF-1.7\n%%EOF", VerslagError, "geen leesbare PDF"),
        (lambda: verslag("b1-waakvlam")[:20_000], VerslagError, "geen leesbare PDF"),
        (lambda: b"", BestandError, "leeg"),
    ],
)
def test_what_can_not_be_recomputed_says_what_to_give(
    maak: Callable[[], bytes],
    fout: type[IndicatietoolError],
    woorden: str,
    bewaard: Callable[[bytes], Path],
) -> None:
    with pytest.raises(fout, match=woorden):
        narekenen(bewaard(maak()), KADERS)


def test_cut_and_scrambled_files_never_end_in_a_traceback(
    bewaard: Callable[[bytes], Path], make: Make
) -> None:
    heel, kans = verslag("b1-waakvlam", Versie.CLIENT), random.Random(1)
    for _ in range(60):
        plek = kans.randrange(len(heel))
        stuk = heel[:plek] + kans.randbytes(kans.randrange(40)) + heel[plek + kans.randrange(40) :]
        with suppress(IndicatietoolError):
            narekenen(bewaard(stuk), KADERS, casus("b1-waakvlam"), make=make)
