"""What the pages list: the stappenplan, plussen en minnen, all answers, and the way to each of them."""

from datetime import date
from fractions import Fraction

import pytest

from indicatietool.domain.dossier import Dossier, Hulpvraag, Melding, Oplossingen, Weging
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.engine.total import indicate
from indicatietool.session.overzicht import recap
from indicatietool.session.plussen import Weegfactor, weigh
from indicatietool.session.session import Session
from indicatietool.session.stappenplan import Stand, law_points, stappenplan
from indicatietool.session.steps import GROEPEN_OF_STAP, step_of, steps
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader
from tests.builders import (
    VANDAAG,
    afwijken,
    as_loaded,
    make_aftrek,
    make_dossier,
    make_factor,
    make_kader,
    make_leefgebied,
    make_overig,
    make_regel,
    make_taak,
    procent,
    score,
    take_all_over,
)

KADER = make_kader(
    make_taak("post", vraagt=("motivatie", "netwerk")),
    make_taak("bellen", vraagt=("motivatie",)),
    factoren=(
        make_factor("motivatie", "goed", "matig"),
        make_factor("netwerk", "er", "weg").model_copy(update={"van": "omgeving"}),
        make_factor("drukte", "rustig", "druk", bij=Plaats.LEEFGEBIED),
        make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),
    ),
    regels=(
        make_regel("matig", procent(10), factor="motivatie", keuzes=("matig",)),
        make_regel("weg", procent(50), factor="netwerk", keuzes=("weg",)),
        make_regel("druk", procent(20), factor="drukte", keuzes=("druk",)),
        make_regel("planbaar", procent(-5), factor="planbaar", keuzes=("ja",)),
    ),
)


def dossier_of(*taken, **changes) -> Dossier:
    leefgebieden = [make_leefgebied("geld", problemen="De post blijft liggen.", drukte="druk")]
    return make_dossier(*taken, leefgebieden=leefgebieden, planbaar="ja", **changes)


# Plussen en minnen


def weighed(dossier: Dossier, kader: Normenkader = KADER) -> dict[tuple[str, str], Weegfactor]:
    gewogen = weigh(kader, dossier, indicate(kader, dossier))
    return {(factor.factor, factor.antwoord): factor for factor in gewogen}


def test_each_answer_tells_how_many_minutes_it_makes_over_all_taken():
    gewogen = weighed(
        dossier_of(score("post", motivatie="matig", netwerk="weg"), score("bellen", motivatie="matig"))
    )

    minuten = {sleutel: factor.minuten_per_week for sleutel, factor in gewogen.items()}
    assert minuten == {
        ("Netwerk", "weg"): 30,
        ("Drukte", "druk"): 24,
        ("Motivatie", "matig"): 12,
        ("Planbaar", "ja"): -6,
    }
    assert gewogen["Motivatie", "matig"].waar == ("Post", "Bellen")


def test_pluses_come_first_then_minuses_then_what_changes_nothing():
    dossier = dossier_of(score("post", motivatie="goed", netwerk="weg"), score("bellen", motivatie="matig"))

    volgorde = [f.minuten_per_week for f in weigh(KADER, dossier, indicate(KADER, dossier))]

    assert volgorde == [30, 24, 6, -6, 0]


def test_client_and_omgeving_are_apart():
    gewogen = weighed(dossier_of(score("post", motivatie="matig", netwerk="weg")))

    assert {naam for (naam, _), factor in gewogen.items() if factor.van == "omgeving"} == {"Netwerk"}


def test_what_is_not_scored_yet_counts_for_nothing():
    gewogen = weighed(dossier_of(score("post", None, motivatie="matig")))

    assert gewogen["Motivatie", "matig"].minuten_per_week == Fraction(0)
    assert weighed(make_dossier()) == {}


@pytest.mark.parametrize("casus", ["b1", "b3", "o2", "o4"])
def test_pluses_and_minuses_are_all_that_the_rules_did(voorbeeldkader: GeladenKader, casus: str):
    (bestand,) = (voorbeeldkader.folder / "casussen").glob(f"{casus}-*.json")
    kader, dossier = voorbeeldkader.kader, read_dossier(bestand)
    indicatie = indicate(kader, dossier)
    teksten = {regel.tekst for regel in kader.regels}

    gedaan = sum(
        stap.na.richt - stap.voor.richt
        for uitkomst in indicatie.taken
        for stap in getattr(uitkomst.voorstel, "stappen", ())
        if stap.tekst in teksten
    )

    assert sum(factor.minuten_per_week for factor in weigh(kader, dossier, indicatie)) == gedaan


# Stappenplan and law


def points(dossier: Dossier) -> dict[str, Stand]:
    indicatie = indicate(KADER, dossier)
    alle = (*stappenplan(KADER, dossier, indicatie), *law_points(KADER, dossier))
    return {punt.kenmerk: punt.stand for punt in alle}


def test_empty_dossier_has_nothing_of_the_stappenplan():
    assert points(make_dossier()) == dict.fromkeys("12345abcdefg", Stand.NOG_NIET)


def test_finished_casus_has_all_of_it(voorbeeldkader: GeladenKader):
    (bestand,) = (voorbeeldkader.folder / "casussen").glob("o2-*.json")
    kader, dossier = voorbeeldkader.kader, read_dossier(bestand)

    alle = (*stappenplan(kader, dossier, indicate(kader, dossier)), *law_points(kader, dossier))

    assert {punt.stand for punt in alle} == {Stand.VASTGELEGD}


def test_what_is_half_done_says_so_and_leads_to_what_is_open():
    dossier = dossier_of(score("post", motivatie="goed", netwerk="er"), score("bellen", None)).with_changes(
        hulpvraag=Hulpvraag(eigen_woorden="De post."), oplossingen=Oplossingen(eigen_kracht="Leest zelf.")
    )
    indicatie = indicate(KADER, dossier)

    standen = points(dossier)
    per_kenmerk = {punt.kenmerk: punt for punt in stappenplan(KADER, dossier, indicatie)}
    (eerste, *_) = law_points(KADER, dossier)

    assert standen["1"] is standen["2"] is Stand.VASTGELEGD
    assert standen["3"] is standen["4"] is standen["a"] is Stand.DEELS
    assert per_kenmerk["3"].stap == "scoren.geld"
    assert per_kenmerk["4"].veld == "oplossingen.mantelzorg_en_netwerk"
    assert (eerste.stap, eerste.veld) == ("hulpvraag", "hulpvraag.situatie")
    assert per_kenmerk["5"].uitkomst.endswith("nog voorlopig")


# The way to a place


@pytest.mark.parametrize(
    ("plek", "stap"),
    [
        ("melding.client", "melding"),
        ("melding.gemeente", "melding"),
        ("melding.advies_want", "besluit"),
        ("weging.profiel", "weging"),
        ("weging.plussen_en_minnen", "weging"),
        ("weging.einddatum", "looptijd"),
        ("fasen", "looptijd"),
        ("fase.2.motivering", "looptijd"),
        ("tijdelijk.1", "looptijd"),
        ("taak.post.blok", "scoren.geld"),
        ("leefgebied.geld.doel", "leefgebieden"),
        ("factor.planbaar", "factoren"),
        ("aftrek.post", "oplossingen"),
        ("besluit.post", "besluit"),
        ("overig.1", "besluit"),
        ("afwijking_totaal", "besluit"),
        ("afronding.mening_client", "controleren"),
    ],
)
def test_every_place_has_its_step(plek: str, stap: str):
    assert step_of(KADER, plek) == stap


def test_every_typed_field_stands_on_one_page():
    op_paginas = [
        veld.pad for groepen in GROEPEN_OF_STAP.values() for groep in groepen for veld in groep.velden
    ]

    assert sorted(op_paginas) == sorted(veld.pad for veld in ALLE_VELDEN)


# All answers


def full_session() -> Session:
    taken = (
        score("post", motivatie="matig", netwerk="weg", observatie="Zeven dichte enveloppen."),
        score("bellen", motivatie="goed", aftrek=[make_aftrek(procent=20)]),
    )
    dossier = take_all_over(KADER, dossier_of(*taken, overige=[make_overig()], totaal=500))
    dossier = dossier.with_changes(
        besluiten=tuple(
            b if b.taak == "post" else b.model_copy(update={"besluit": afwijken(90)})
            for b in dossier.besluiten
        ),
        melding=Melding(client="Oefencliënt", gemeente="0505", advies_want="Deels."),
        weging=Weging(profiel="O2", product="licht", ingangsdatum=date(2027, 2, 1)),
        fasen=(Fase(soort=FaseSoort.START, van=date(2027, 2, 1), tot=date(2027, 4, 30)),),
        tijdelijke_lijnen=(
            TijdelijkeLijn(
                omschrijving="Verhuizing",
                van=date(2027, 2, 1),
                tot=date(2027, 3, 1),
                minuten_per_maand=30,
                motivering="Nieuw huis.",
            ),
        ),
    )
    return Session(dossier, as_loaded(KADER), None, VANDAAG)


def test_recap_holds_every_answer_with_its_place():
    regels = {regel.veld: regel for regel in recap(full_session())}

    gezien = {veld: (regel.stap.id, regel.label, regel.waarde) for veld, regel in regels.items()}
    assert gezien["melding.gemeente"] == ("melding", "Gemeente", "Dordrecht")
    assert gezien["melding.advies_want"] == ("besluit", "Want", "Deels.")
    assert gezien["leefgebied.geld"] == ("leefgebieden", "Geld", "begeleiding nodig")
    assert gezien["factor.planbaar"] == ("factoren", "Planbaar", "ja")
    assert gezien["taak.post.blok"][2] == "blok O1, motivatie: matig, netwerk: weg"
    assert gezien["taak.post.observatie"][2] == "Zeven dichte enveloppen."
    assert gezien["aftrek.bellen.toevoegen"][2] == "20 %. Een zus doet dit elke week."
    assert "voorstel overgenomen" in gezien["besluit.post"][2]
    assert "afgeweken naar 90" in gezien["besluit.bellen"][2]
    assert "Het kost hier meer tijd." in gezien["besluit.bellen"][2]
    assert gezien["overig.1"][1] == "Overig: Mee naar de kapper"
    assert gezien["afwijking_totaal"][2] == "500 minuten per maand. De hulp loopt af."
    assert gezien["weging.product"][2] == "Licht"
    assert gezien["fase.1"][2] == "Start, 1-2-2027 tot en met 30-4-2027: het aantal van de indicatie."
    assert gezien["tijdelijk.1"][0] == "looptijd"


def test_recap_leaves_out_what_is_empty_and_follows_the_steps():
    session = full_session()
    volgorde = [stap.id for stap in steps(session.kader, session.dossier, session.indicatie)]

    regels = list(recap(session))

    assert all(regel.waarde.strip() for regel in regels)
    plaatsen = [volgorde.index(regel.stap.id) for regel in regels]
    assert plaatsen == sorted(plaatsen)
    assert list(recap(Session(make_dossier(), as_loaded(KADER), None, VANDAAG))) == []


def test_every_line_of_the_recap_leads_to_the_step_it_stands_under():
    session = full_session()

    for regel in recap(session):
        assert step_of(session.kader, regel.veld) == regel.stap.id
