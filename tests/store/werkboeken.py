"""Random kaders of every shape the format allows, for the workbook and the TOML writer.

`filled` asks for a strategy per field: a new field of the format stops the tests until it has one.
References need not point at anything; that is what kader_checks is for, not the cells.
"""

import re
from datetime import date

from hypothesis import strategies as st
from pydantic import BaseModel

from indicatietool.domain import factoren, normenkader, regels, schaal

LASTIG = (
    "=1+1",
    "+31 6",
    "-5 %",
    "@naam",
    "_x0041_",
    "007",
    "2026.10",
    "#N/A",
    "'tekst",
    "TRUE",
    "1-2",
    '"""',
    "\\",
    "[[[[",
    "a\nb\tc ",
    "\ufffe",
    "  ruimte ",
    "open: x",
    "20|30",
    "\u2028[a.b]",
    "{" * 500,
    'x"= [{' * 3_000,
)

tekst = st.one_of(
    st.sampled_from(LASTIG),
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), min_size=1, max_size=30
    ),
)
gevuld = tekst.filter(lambda woorden: bool(woorden.strip()))
los = st.just("") | tekst
sleutel = st.from_regex(re.compile(r"[a-z0-9][a-z0-9-]{0,8}", re.ASCII), fullmatch=True)
code = st.from_regex(re.compile(r"[A-Z0-9]{1,4}", re.ASCII), fullmatch=True)
gemeente = st.from_regex(re.compile(r"[0-9]{4}", re.ASCII), fullmatch=True)
dag = st.dates(date(1800, 1, 1), date(9999, 12, 31))
minuten = st.integers(0, 10_080)
ruim = st.integers(0, 525_600)
grens = st.none() | st.integers() | st.integers(-5, 5)
exact = st.fractions(0, 400)


def filled(model: type[BaseModel], **velden: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return a strategy for a model; every field must be named."""
    assert set(velden) == set(model.model_fields), model
    return st.builds(dict, **velden).map(lambda waarden: _try(model, waarden)).filter(lambda x: x is not None)


def _try(model: type[BaseModel], waarden: dict[str, object]) -> BaseModel | None:
    try:
        return model(**waarden)
    except ValueError:
        return None


def rij(deel: st.SearchStrategy[object], kleinst: int = 0, grootst: int = 3, uniek: str = "") -> object:
    """Return a strategy for a tuple, with unique names where they are asked."""
    by = (lambda item: getattr(item, uniek)) if uniek else None
    return st.lists(deel, min_size=kleinst, max_size=grootst, unique_by=by).map(tuple)


bereik = st.lists(minuten, min_size=3, max_size=3).map(sorted)
cel = st.one_of(
    minuten,
    bereik.map(lambda drie: schaal.Cel(min=drie[0], richt=drie[1], max=drie[2])),
    bereik.map(lambda drie: schaal.Cel(min=drie[0], max=drie[2])),
    filled(schaal.TenHoogsteCel, ten_hoogste=minuten),
    filled(schaal.OpenCel, open=gevuld, stand=st.sampled_from(("open", "gevraagd", "uitgesteld"))),
)
voorwaarde = st.builds(
    lambda basis, gekozen: _try(regels.Voorwaarde, basis | gekozen),
    st.builds(
        dict,
        richtingen=rij(st.sampled_from(schaal.Richting)),
        blokken=rij(code),
        taken=rij(sleutel),
        leefgebieden=rij(sleutel),
        met_een_van=rij(sleutel),
        met_alle=rij(sleutel),
        gemeenten=rij(gemeente),
        niet=st.booleans(),
    ),
    st.one_of(
        st.just({}),
        st.builds(dict, factor=sleutel, keuzes=rij(sleutel, 1)),
        st.builds(dict, factor=sleutel, vanaf=grens, boven=grens, tot_en_met=grens, onder=grens),
    ),
).filter(lambda gemaakt: gemaakt is not None)
periode = st.sampled_from(regels.Periode)
effect = st.one_of(
    filled(
        regels.Procent,
        soort=st.just("procent"),
        procent=st.integers(-100, 400),
        van=st.sampled_from(("basis", "tussenstand")),
    ),
    filled(
        regels.MinutenErbij,
        soort=st.just("minuten"),
        minuten=st.integers(-525_600, 525_600),
        per=periode,
        maal=st.none() | sleutel,
    ),
    filled(regels.Vervangt, soort=st.just("vervangt"), minuten=ruim, per=periode),
    filled(regels.Vervalt, soort=st.just("vervalt")),
    filled(regels.TenHoogste, soort=st.just("maximum"), minuten=ruim, per=periode),
    filled(regels.TenMinste, soort=st.just("minimum"), minuten=ruim, per=periode),
)
puntengrens = st.builds(
    lambda keuze, soort, getal: factoren.Puntengrens(keuze=keuze, **{soort: getal}),
    sleutel,
    st.sampled_from(("vanaf", "boven")),
    st.integers(),
)
keuze = filled(factoren.Keuze, id=sleutel, naam=gevuld, anker=gevuld, punten=st.integers(-99, 99))
gedeeld = {
    "id": sleutel,
    "naam": gevuld,
    "vraag": gevuld,
    "gevraagd_bij": st.sampled_from(factoren.Plaats),
    "van": st.sampled_from(("client", "omgeving")),
    "uitleg": los,
    "hoogste": st.integers(1, 999),
    "eenheid": los,
    "bron": sleutel,
}
factor = st.one_of(
    filled(factoren.Factor, **gedeeld, soort=st.just("aantal"), keuzes=st.just(()), punten=st.none()),
    filled(
        factoren.Factor,
        **gedeeld,
        soort=st.just("keuze"),
        keuzes=rij(keuze, 2, 3, "id"),
        punten=st.none()
        | filled(factoren.Puntentabel, factoren=rij(sleutel, 1), grenzen=rij(puntengrens, 1)),
    ),
)
afronding = filled(
    normenkader.Afrondingsregel,
    stap=st.integers(1, 60),
    richting=st.sampled_from(("dichtstbij", "omhoog", "omlaag")),
)


@st.composite
def taken(draw: st.DrawFn) -> normenkader.Taak:
    per_blok = draw(st.booleans())
    velden = {
        "id": sleutel,
        "naam": gevuld,
        "leefgebied": sleutel,
        "omschrijving": gevuld,
        "per": st.sampled_from(normenkader.Per),
        "minuten": st.dictionaries(code, cel, min_size=1, max_size=3) if per_blok else st.just({}),
        "vast": st.none() if per_blok else cel,
        "blokken": rij(code),
        "maal": st.none() | sleutel,
        "ankers": st.dictionaries(code, gevuld, max_size=3),
        "vraagt": rij(sleutel),
        "bron": sleutel,
    }
    return draw(filled(normenkader.Taak, **velden))


kaders = filled(
    normenkader.Normenkader,
    kader=filled(
        normenkader.Kop,
        formaat=st.just(1),
        id=sleutel,
        naam=gevuld,
        versie=st.from_regex(re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,6}", re.ASCII), fullmatch=True),
        status=st.sampled_from(normenkader.KaderStatus),
        uitgever=gevuld,
        toelichting=los,
        geldig_van=dag,
        geldig_tot=st.none() | dag,
        cijfers_delen=st.none() | st.booleans(),
    ),
    rekenwijze=filled(
        normenkader.Rekenwijze,
        weken_per_maand=exact,
        weken_per_jaar=exact,
        dagen_per_week=exact,
        afronding_totaal=afronding,
        afronding_taak=st.none() | afronding,
        periode=st.sampled_from(("maand", "totaal")),
        bron=sleutel,
    ),
    schaal=filled(schaal.Schaal, naam=gevuld, bandbreedte=st.sampled_from(("onder", "midden", "boven"))),
    bronnen=rij(
        filled(
            normenkader.Bron,
            id=sleutel,
            titel=gevuld,
            vindplaats=los,
            lokaal=st.booleans(),
            datum=st.none() | dag,
            eigenaar=los,
        ),
        1,
    ),
    blokken=rij(
        filled(
            schaal.Blok,
            code=code,
            naam=gevuld,
            richting=st.none() | st.sampled_from(schaal.Richting),
            gradatie=st.integers(0, 99),
            anker=gevuld,
            marge=filled(schaal.Marge, onder_procent=st.integers(0, 100), boven_procent=st.integers(0, 400)),
            bron=sleutel,
        ),
        1,
    ),
    leefgebieden=rij(
        filled(normenkader.Leefgebied, id=sleutel, naam=gevuld, omschrijving=gevuld, gevoelig=st.booleans()),
        1,
    ),
    factoren=rij(factor, uniek="id"),
    taken=rij(taken(), 1, uniek="id"),
    regels=rij(
        filled(
            regels.Regel,
            id=sleutel,
            tekst=gevuld,
            als=rij(voorwaarde, 1),
            effect=effect,
            deel=st.sampled_from(("bruto", "aftrek")),
            groep=st.none() | sleutel,
            bron=sleutel,
        ),
        uniek="id",
    ),
    samenval=rij(
        filled(
            regels.Samenval,
            id=sleutel,
            taak=sleutel,
            met=sleutel,
            minuten_per_week=minuten,
            tekst=gevuld,
            bron=sleutel,
        )
    ),
    maxima=rij(
        filled(
            regels.Maximum,
            id=sleutel,
            tekst=gevuld,
            taken=rij(sleutel),
            als=rij(voorwaarde),
            groep=st.none() | sleutel,
            minuten_per_week=minuten,
            bron=sleutel,
        ),
        uniek="id",
    ),
    hoogste=rij(filled(regels.Hoogste, id=sleutel, tekst=gevuld, taken=rij(sleutel, 2), bron=sleutel)),
    teksten=rij(
        filled(
            normenkader.NormTekst,
            plek=st.sampled_from(("bij-einddatum", "ondertekening", "namens", "life-events")),
            gemeenten=rij(gemeente),
            tekst=gevuld,
            bron=sleutel,
        )
    ),
    gronden=rij(filled(normenkader.Grond, id=sleutel, naam=gevuld, uitleg=gevuld), 1),
    producten=rij(
        filled(
            normenkader.Product,
            id=sleutel,
            naam=gevuld,
            omschrijving=gevuld,
            iwmo_code=st.from_regex(re.compile(r"[0-9A-Z]{0,5}", re.ASCII), fullmatch=True),
        )
    ),
    profielen=rij(
        filled(
            normenkader.Profiel,
            blok=code,
            vanaf_minuten_per_week=minuten,
            tot_minuten_per_week=minuten,
            product=sleutel,
            looptijd_maanden=st.integers(1, 120),
            eerste_evaluatie_maanden=st.integers(1, 60),
            evaluatie_elke_maanden=st.integers(1, 60),
            aanleveren_weken_ervoor=st.integers(0, 26),
            bron=sleutel,
        )
    ),
)
"""Kaders that pass the models, with whatever text a person could paste."""
