"""Where pieces stand: within the page, in order, nothing left out, and no heading at the foot of a page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indicatietool.verslag.blocks import (
    Alinea,
    Gegeven,
    Gegevens,
    Kolom,
    Kop,
    LetOp,
    Lijst,
    NieuwePagina,
    Rij,
    RijSoort,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.flowables import Paginaeinde, Stuk
from indicatietool.verslag.layout import Blad, paginate
from indicatietool.verslag.pdf import pieces_of
from indicatietool.verslag.style import HOOGTE, ONDER
from indicatietool.verslag.tagging import Boom, Tag

teksten = st.sampled_from((0, 3, 7, 11, 14, 40, 200)).map(
    lambda woorden: "woorden van gewone lengte " * woorden
)
rijen = st.lists(
    st.builds(
        Rij,
        st.tuples(teksten, teksten),
        st.just("") | teksten,
        st.sampled_from([RijSoort.GEWOON] * 4 + [RijSoort.TUSSENKOP, RijSoort.TOTAAL]),
    ),
    max_size=25,
).map(tuple)
blokken = st.one_of(
    st.builds(Kop, st.sampled_from((1, 2, 3)), st.just("Een kop"), st.sampled_from(("", "Awb"))),
    st.builds(Alinea, teksten),
    st.builds(Lijst, st.lists(teksten, max_size=4).map(tuple)),
    st.builds(LetOp, st.just("Let op"), teksten, st.lists(teksten, max_size=3).map(tuple)),
    st.builds(Gegevens, st.lists(st.builds(Gegeven, teksten, teksten), min_size=1, max_size=8).map(tuple)),
    st.builds(Tabel, st.just((Kolom("Wat", 60), Kolom("Hoeveel", 40, True))), rijen, st.just("Een tabel")),
    st.just(NieuwePagina()),
)
verhalen = st.lists(blokken, min_size=15, max_size=40)


def _laid_out(verhaal: list[VerslagBlok]) -> tuple[list[Blad], Tag]:
    boom = Boom()
    stukken: list[Stuk] = [stuk for blok in verhaal for stuk in pieces_of(blok, boom)]
    return paginate(stukken), boom.document


@given(verhalen)
def test_every_piece_stands_within_its_page_and_below_the_one_before(verhaal: list[VerslagBlok]) -> None:
    bladen, _ = _laid_out(verhaal)

    for blad in bladen:
        for plaats in blad:
            assert ONDER - 0.01 <= plaats.top - plaats.stuk.hoogte <= plaats.top < HOOGTE
        for boven, onder in pairwise(blad):
            assert onder.top <= boven.top - boven.stuk.hoogte + 0.01


@given(verhalen)
def test_no_heading_or_caption_ends_a_page(verhaal: list[VerslagBlok]) -> None:
    zonder_einde = [blok for blok in verhaal if not isinstance(blok, NieuwePagina)]
    bladen, _ = _laid_out(zonder_einde)

    assert not any(blad[-1].stuk.leidt for blad in bladen[:-1])


@given(verhalen)
def test_no_page_is_empty(verhaal: list[VerslagBlok]) -> None:
    bladen, _ = _laid_out([*verhaal, Alinea("Slot.")])

    assert all(bladen)
    assert not any(isinstance(plaats.stuk, Paginaeinde) for blad in bladen for plaats in blad)
