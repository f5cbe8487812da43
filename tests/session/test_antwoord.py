"""The outcome as text for a terminal: each kind of voorstel and each stand of a besluit has its words."""

import pytest

from indicatietool.domain.besluit import BinnenMarge
from indicatietool.domain.dossier import Dossier
from indicatietool.session.answer import as_json, as_text
from indicatietool.session.session import Session
from tests.builders import (
    VANDAAG,
    afwijken,
    as_loaded,
    make_dossier,
    make_kader,
    make_overig,
    make_taak,
    score,
)

KADER = make_kader(
    make_taak("post", minuten=60), make_taak("koken", leefgebied="wonen", open_norm="Kijk zelf.")
)


def session_of(dossier: Dossier) -> Session:
    return Session(dossier, as_loaded(KADER), None, VANDAAG)


@pytest.mark.parametrize(
    ("dossier", "regel"),
    [
        (
            make_dossier(score("post")),
            "  Post [O1]: voorstel 60 per week, marge 48–78, nog geen besluit",
        ),
        (
            make_dossier(score("post"), besluiten={"post": BinnenMarge(minuten_per_week=70)}),
            "  Post [O1]: voorstel 60 per week, marge 48–78, besluit 70",
        ),
        (
            make_dossier(score("post"), besluiten={"post": BinnenMarge(minuten_per_week=7)}),
            "  Post [O1]: voorstel 60 per week, marge 48–78, het besluit is verlopen, besluit opnieuw",
        ),
        (make_dossier(score("post", None)), "  Post: nog open: kies het blok"),
        (make_dossier(score("koken", None)), "  Koken: beoordeel zelf. Kijk zelf. Nog geen besluit"),
        (
            make_dossier(score("koken", None), besluiten={"koken": afwijken(25)}),
            "  Koken: beoordeel zelf. Kijk zelf. Besluit 25",
        ),
    ],
    ids=["open", "binnen marge", "verlopen", "onbepaald", "open norm", "open norm besloten"],
)
def test_each_taak_is_one_line(dossier: Dossier, regel: str):
    assert as_text(session_of(dossier)).splitlines()[1] == regel


def test_total_is_said_per_week_and_per_month():
    tekst = as_text(session_of(make_dossier(score("post"), totaal=200)))

    assert tekst.splitlines()[-2:] == [
        "Totaal: 60 minuten per week (ongeveer 1 uur)",
        "Indicatie: 200 minuten per maand (voorlopig)",
    ]


def test_json_keeps_the_sum_beside_a_total_that_was_set_otherwise():
    totaal = as_json(session_of(make_dossier(score("post"), totaal=200)))["totaal"]

    assert (totaal["minuten_per_maand"], totaal["berekend_per_maand"]) == (200, 240)


def test_json_of_an_open_norm_has_a_besluit_and_no_voorstel():
    dossier = make_dossier(score("koken", None), besluiten={"koken": afwijken(25)})

    (taak,) = as_json(session_of(dossier))["taken"]

    assert (taak["voorstel_per_week"], taak["marge"], taak["besluit_per_week"]) == (None, None, 25)


def test_json_names_what_is_outside_the_kader():
    answer = as_json(session_of(make_dossier(overige=[make_overig(15)])))

    assert answer["overige"] == [{"omschrijving": "Mee naar de kapper", "besluit_per_week": 15}]
    assert answer["totaal"]["minuten_per_week"] == 15
