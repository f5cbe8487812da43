"""Practising: begin blind, compare with the model, write a case, hand it out without giving anything away."""

import json
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.antwoorden import Antwoorden, Frequentie
from indicatietool.domain.besluit import Overnemen
from indicatietool.domain.dossier import Oplossingen, Weging
from indicatietool.domain.oefening import Modelreden, Oefencasus
from indicatietool.engine.total import indicate
from indicatietool.errors import BesluitError, DossierError, InvoerError
from indicatietool.session.definitief import make_definitief
from indicatietool.session.desk import Desk
from indicatietool.session.oefenen.begin import begin, blind
from indicatietool.session.oefenen.casussen import cases, demonstrated, model_for, model_of
from indicatietool.session.oefenen.delen import has_model, share_blind, share_with_model
from indicatietool.session.oefenen.model_tekst import tell_model
from indicatietool.session.oefenen.schrijven import adopt, advice, write_case
from indicatietool.session.oefenen.vergelijk import (
    ModelVergelijking,
    compare_with_model,
    mark_seen,
    open_questions,
)
from indicatietool.session.oefenen.vergelijk_tekst import as_json, as_text, standing_of
from indicatietool.session.overdragen import take_in
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import check_fit
from indicatietool.store.overdracht import read_overdracht
from tests.builders import VANDAAG, as_loaded
from tests.strategies import Geval, gevallen

VERHAAL = "Mevrouw opent de post niet meer. "


@pytest.fixture
def model(practice_desk: Desk) -> Session:
    """The model answers of the case that is demonstrated."""
    return model_of(practice_desk, demonstrated(practice_desk))


def as_scored(model: Session) -> Session:
    """Someone who answered everything as the model, blind."""
    dossier = model.dossier.with_changes(oefencasus=model.dossier.oefencasus.blind(), besluiten=())
    return Session(dossier, model.geladen, None, VANDAAG)


# Blind


def test_practice_tells_the_case_and_hides_every_answer(practice_desk: Desk, model: Session):
    dossier = begin(practice_desk, demonstrated(practice_desk)).dossier

    assert dossier.oefening
    assert dossier.melding.client == model.dossier.melding.client
    assert dossier.hulpvraag == model.dossier.hulpvraag
    assert dossier.oefencasus is not None
    assert dossier.oefencasus.vignet == model.dossier.oefencasus.vignet
    assert dossier.oefencasus.kenmerk == model.dossier.oefencasus.kenmerk
    assert (dossier.antwoorden, dossier.besluiten, dossier.oplossingen) == (Antwoorden(), (), Oplossingen())
    assert (dossier.afwijking_totaal, dossier.weging, dossier.fasen) == (None, Weging(), ())
    assert (dossier.oefencasus.redenen, dossier.oefencasus.bespreekpunten) == ((), "")


def test_what_was_done_with_the_advice_is_an_answer_and_the_zaaknummer_names_no_blok(practice_desk: Desk):
    for casus in cases(practice_desk):
        melding = begin(practice_desk, casus).dossier.melding

        assert (melding.advies_gevolgd, melding.advies_want, melding.zaaknummer) == (None, "", "OEFENING")


def test_every_case_can_be_begun_and_its_model_is_found_again(practice_desk: Desk):
    for casus in cases(practice_desk):
        session = begin(practice_desk, casus)

        assert model_for(practice_desk, session.dossier).dossier.oefencasus == casus.verhaal


def test_there_is_no_practice_among_real_dossiers(desk: Desk):
    with pytest.raises(InvoerError, match="Oefenen doet u in de oefenkluis"):
        begin(desk, demonstrated(desk))


def test_real_dossier_is_never_handed_out_or_made_a_case(desk: Desk, tmp_path: Path):
    session = desk.new()
    casus = Oefencasus(id="x", titel="Titel", vignet="Verhaal")

    with pytest.raises(InvoerError, match="Dit is een echt dossier"):
        session.set_oefencasus(casus)
    for share in (share_blind, share_with_model):
        with pytest.raises(InvoerError):
            share(session, tmp_path / "x.indicatie")
    with pytest.raises(InvoerError, match="geen oefencasus"):
        blind(session.dossier, "x")
    with pytest.raises(InvoerError, match="in de oefenkluis"):
        adopt(desk, demonstrated(desk))
    assert list(tmp_path.glob("*.indicatie")) == []


def test_case_that_was_handed_out_can_hold_no_reasons():
    with pytest.raises(ValueError, match="een uitgedeelde casus heeft geen redenen"):
        Oefencasus(
            id="x", titel="T", vignet="V", uitgedeeld=True, redenen=(Modelreden(taak="a", waarom="b"),)
        )


# Handing out


def test_blind_file_holds_no_answer_no_history_and_no_worked_example(practice_desk: Desk, tmp_path: Path):
    eigen = adopt(practice_desk, demonstrated(practice_desk))
    eigen.set_veld("melding.zaaknummer", "O2-1")
    eigen.save()
    bestand = tmp_path / "blind.indicatie"

    share_blind(eigen, bestand)

    pakket = read_overdracht(bestand)
    assert pakket.geschiedenis == ()
    assert pakket.dossier.antwoorden == Antwoorden()
    with zipfile.ZipFile(bestand) as zip_:
        assert [naam for naam in zip_.namelist() if "casussen" in naam or "voorbeelden" in naam] == []
    alles = bestand.read_bytes()
    for reden in eigen.dossier.oefencasus.redenen:
        assert json.dumps(reden.waarom, ensure_ascii=False)[1:-1].encode() not in alles


def test_blind_file_is_scored_elsewhere_and_its_model_comes_later(practice_desk: Desk, tmp_path: Path):
    eigen = adopt(practice_desk, demonstrated(practice_desk))
    share_blind(eigen, tmp_path / "blind.indicatie")
    share_with_model(eigen, tmp_path / "model.indicatie")
    practice_desk.delete(eigen.dossier.nummer, "dubbel")

    nummer = take_in(practice_desk, tmp_path / "blind.indicatie").nummer
    oefening = practice_desk.open(nummer)
    assert not has_model(oefening.dossier)
    with pytest.raises(InvoerError, match="Het modelantwoord van deze casus staat niet op deze laptop"):
        model_for(practice_desk, oefening.dossier)

    take_in(practice_desk, tmp_path / "model.indicatie")
    assert model_for(practice_desk, oefening.dossier).indicatie == eigen.indicatie


def test_answers_of_who_practises_never_leave_as_a_model(practice_desk: Desk, model: Session, tmp_path: Path):
    with pytest.raises(InvoerError, match="geen modelantwoord"):
        share_with_model(as_scored(model), tmp_path / "x.indicatie")


def test_model_under_another_kader_is_not_compared(practice_desk: Desk, model: Session):
    verwijzing = model.dossier.kader.model_copy(update={"sha256": "0" * 64})
    oefening = as_scored(model).dossier.with_changes(kader=verwijzing)

    with pytest.raises(InvoerError, match="hoort bij een ander normenkader"):
        model_for(practice_desk, oefening)


# Comparing


def compared(session: Session, model: Session) -> ModelVergelijking:
    return compare_with_model(session, model)


def test_the_same_answers_differ_nowhere(practice_desk: Desk):
    for casus in cases(practice_desk):
        model = model_of(practice_desk, casus)
        zelf = model.what_if()

        vergelijking = compared(zelf, model)

        assert all(taak.is_gelijk for taak in vergelijking.taken), casus.naam
        assert (vergelijking.hoger, vergelijking.algemeen) == (0, ())
        assert "op hetzelfde aantal minuten per maand uit" in vergelijking.samenvatting


def test_other_blok_is_told_with_the_anchor_that_was_missed_and_what_it_does(model: Session):
    zelf = as_scored(model)
    voor = zelf.indicatie.berekend_per_maand
    zelf.answer_blok("dagstructuur", "O3")

    taak = compared(zelf, model).taken[0]

    (verschil,) = taak.verschillen
    kader = model.kader
    ankers = kader.taak_by_id["dagstructuur"].ankers
    assert (taak.taak, taak.eigen_blok, taak.model_blok) == ("dagstructuur", "O3", "O2")
    assert (verschil.vraag, verschil.eigen_anker, verschil.model_anker) == (
        "Blok",
        ankers["O3"],
        ankers["O2"],
    )
    assert verschil.hoger == zelf.indicatie.berekend_per_maand - voor > 0
    assert taak.reden == model.dossier.oefencasus.reden("dagstructuur")
    assert standing_of(taak) == f"u O3, model O2 · {taak.hoger} minuten hoger"


def test_taken_that_only_one_of_the_two_chose_are_told(model: Session):
    zelf = as_scored(model)
    zelf.choose_taak("netwerk-opbouwen", nodig=False)
    zelf.choose_taak(_other(zelf), nodig=True)

    taken = {taak.taak: taak for taak in compared(zelf, model).taken}

    gemist = taken["netwerk-opbouwen"]
    assert (gemist.gekozen, gemist.in_model, gemist.eigen_per_week) == (False, True, None)
    assert gemist.hoger < 0
    (extra,) = [taak for taak in taken.values() if not taak.in_model]
    assert (extra.gekozen, extra.hoger, extra.model_per_week) == (True, 0, None)
    assert open_questions(zelf) == 1


def _other(session: Session) -> str:
    return next(t.id for t in session.kader.taken if session.dossier.antwoorden.taak(t.id) is None)


def test_what_differs_most_in_minutes_comes_first(model: Session):
    zelf = as_scored(model)
    zelf.answer_blok("dagstructuur", "O3")
    zelf.answer_frequentie("budgetteren", Frequentie(keer=3, per_weken=1))
    zelf.answer_factor("planbaarheid", zelf.kader.factor_by_id["planbaarheid"].keuzes[-1].id)

    vergelijking = compared(zelf, model)

    zwaarte = [abs(taak.hoger) for taak in vergelijking.taken]
    assert zwaarte == sorted(zwaarte, reverse=True)
    assert vergelijking.taken[0].taak == "budgetteren"
    assert [verschil.vraag for verschil in vergelijking.taken[0].verschillen] == ["Hoe vaak"]
    assert [verschil.vraag for verschil in vergelijking.algemeen] == ["Planbaarheid"]
    assert vergelijking.samenvatting == (
        f"{vergelijking.gelijk} van 7 taken gelijk; u komt {vergelijking.hoger} minuten per maand hoger uit."
    )


def test_every_effect_is_what_the_engine_says_with_that_one_answer(model: Session):
    """Put the answer of the model into a copy of the own dossier: the sum moves by exactly what is told."""
    zelf = as_scored(model)
    zelf.answer_blok("dagstructuur", "O3")
    zelf.answer_factor("motivatie", "wisselend", "budgetteren")
    zelf.set_aftrek("post-administratie", ())

    for taak in compared(zelf, model).taken:
        for verschil in taak.verschillen:
            copy = zelf.what_if()
            antwoord = model.dossier.antwoorden.taak(taak.taak)
            match verschil.vraag:
                case "Blok":
                    copy.answer_blok(taak.taak, antwoord.blok)
                case "Wat anderen overnemen":
                    copy.set_aftrek(taak.taak, antwoord.aftrek)
                case "Motivatie":
                    copy.answer_factor("motivatie", antwoord.keuzes["motivatie"], taak.taak)
                case "Besluit":
                    continue
            verschuift = zelf.indicatie.berekend_per_maand - copy.indicatie.berekend_per_maand
            assert verschil.hoger == verschuift, verschil.vraag


@given(gevallen(), st.data())
def test_any_two_scores_can_be_compared_and_each_taak_weighs_what_it_weighs(
    geval: Geval, data: st.DataObject
):
    ander = data.draw(gevallen(only=geval.kader))
    casus, geladen = Oefencasus(id="x", titel="T", vignet="V"), as_loaded(geval.kader)
    model, zelf = (
        Session(dossier.with_changes(oefening=True, oefencasus=verhaal), geladen, None, VANDAAG)
        for dossier, verhaal in ((geval.dossier, casus), (ander.dossier, casus.blind()))
    )
    voor = zelf.dossier

    vergelijking = compared(zelf, model)

    assert zelf.dossier == voor
    assert vergelijking.hoger == zelf.indicatie.minuten_per_maand - model.indicatie.minuten_per_maand
    taken = {antwoord.taak: antwoord for antwoord in voor.antwoorden.taken}
    van_model = {antwoord.taak: antwoord for antwoord in model.dossier.antwoorden.taken}
    assert {taak.taak for taak in vergelijking.taken} == taken.keys() | van_model.keys()
    for taak in vergelijking.taken:
        erin = {**taken, taak.taak: van_model.get(taak.taak)}
        antwoorden = {**dict(voor.antwoorden), "taken": tuple(a for a in erin.values() if a is not None)}
        besluiten = [b for b in voor.besluiten if b.taak != taak.taak]
        anders = [b for b in model.dossier.besluiten if b.taak == taak.taak]
        besluiten += [b for b in anders if not isinstance(b.besluit, Overnemen)]
        dossier = voor.with_changes(antwoorden=Antwoorden(**antwoorden), besluiten=tuple(besluiten))
        dan = indicate(geval.kader, dossier).berekend_per_maand
        assert taak.hoger == zelf.indicatie.berekend_per_maand - dan
    assert vergelijking.samenvatting in as_text(vergelijking)
    json.dumps(as_json(vergelijking))


def test_besluit_of_the_model_that_moves_the_sum_is_a_difference(model: Session):
    zelf = as_scored(model)

    taken = {taak.taak: taak for taak in compared(zelf, model).taken}

    (verschil,) = taken["contact-instanties"].verschillen
    assert verschil.vraag == "Besluit"
    assert "afgeweken" in verschil.model
    assert verschil.hoger < 0


def test_comparing_leaves_the_dossier_as_it_was_and_nothing_is_seen_before_one_is_ready(model: Session):
    zelf = as_scored(model)
    voor = zelf.dossier

    compared(zelf, model)
    assert zelf.dossier == voor
    assert zelf.dossier.oefencasus.model_gezien is None

    mark_seen(zelf)
    assert zelf.dossier.oefencasus.model_gezien == VANDAAG
    assert zelf.to_undo == "Oefencasus"
    mark_seen(zelf)
    assert zelf.undo() is not None
    assert zelf.dossier == voor


def test_definitief_dossier_is_compared_without_a_mark(practice_desk: Desk):
    casus = demonstrated(practice_desk)
    model = model_of(practice_desk, casus)
    dossier = model.dossier.with_changes(nummer="2027-0009", oefencasus=casus.verhaal.blind())
    zelf = Session(dossier, model.geladen, practice_desk.kluis, VANDAAG)
    make_definitief(zelf)

    assert compared(zelf, model).gelijk == 7
    mark_seen(zelf)
    with pytest.raises(BesluitError):
        zelf.set_oefencasus(None)


def test_model_of_another_case_is_not_compared(practice_desk: Desk, model: Session):
    ander = next(casus for casus in cases(practice_desk) if casus.verhaal != model.dossier.oefencasus)

    with pytest.raises(InvoerError, match="hoort bij een andere casus"):
        compared(as_scored(model), model_of(practice_desk, ander))


def test_comparison_is_told_as_text_and_as_json_with_the_same_numbers(model: Session):
    zelf = as_scored(model)
    zelf.answer_blok("dagstructuur", "O3")
    zelf.set_overige(())
    vergelijking = compared(zelf, model)

    tekst, data = as_text(vergelijking), as_json(vergelijking)

    json.dumps(data)
    assert data["samenvatting"] == vergelijking.samenvatting
    assert vergelijking.samenvatting in tekst
    for taak in vergelijking.taken:
        assert f"{taak.naam} ({standing_of(taak)})" in tekst
        assert taak.reden is not None
        assert taak.reden.waarom in tekst
    (eerste,) = [taak for taak in data["taken"] if taak["taak"] == "dagstructuur"]
    assert eerste["hoger_per_maand"] == next(t.hoger for t in vergelijking.taken if t.taak == "dagstructuur")
    assert Fraction(eerste["model_per_week"]) == model.uitkomst("dagstructuur").minuten_per_week


def test_model_answer_is_told_whole(practice_desk: Desk):
    for casus in cases(practice_desk):
        tekst = "\n".join(deel.tekst for deel in tell_model(model_of(practice_desk, casus)))

        assert f"{casus.minuten_per_maand} minuten per maand" in tekst
        for reden in casus.verhaal.redenen:
            assert reden.waarom in tekst
            assert reden.waarom_niet in tekst
    with pytest.raises(InvoerError, match="geen casus"):
        tell_model(practice_desk.new())


# Writing


def test_case_is_written_beside_the_answers_and_taken_back_with_undo(practice_desk: Desk):
    session = practice_desk.new()
    session.save()

    session.set_oefencasus(
        write_case(session, titel="  De  post ", vignet=VERHAAL, leerdoel="Zien wat past.")
    )
    session.save()

    casus = practice_desk.read(session.dossier.nummer).oefencasus
    assert (casus.id, casus.titel) == (f"de-post-{session.dossier.nummer}", "De post")
    assert casus.vignet == VERHAAL.strip()
    assert session.to_undo == "Oefencasus"
    session.undo()
    assert session.dossier.oefencasus is None


def test_changed_case_keeps_its_id(model: Session):
    eerste = write_case(model, titel="Andere titel", vignet=VERHAAL)

    assert eerste.id == model.dossier.oefencasus.id
    assert eerste.kenmerk != model.dossier.oefencasus.kenmerk


@pytest.mark.parametrize(
    ("delen", "zegt"),
    [
        ({"titel": " ", "vignet": VERHAAL}, "Geef de casus een titel"),
        ({"titel": "Titel", "vignet": "\n"}, "Schrijf het verhaal"),
        ({"titel": "Titel" * 50, "vignet": VERHAAL}, "titel"),
        ({"titel": "Titel", "vignet": VERHAAL, "leerdoel": "x" * 201}, "leerdoel"),
    ],
)
def test_case_that_can_not_stand_is_told_in_dutch(model: Session, delen, zegt):
    with pytest.raises(InvoerError, match=zegt):
        write_case(model, **delen)


def test_who_practises_can_not_make_a_model_of_the_same_case(model: Session):
    with pytest.raises(InvoerError, match="Dit is een oefening op een casus"):
        write_case(as_scored(model), titel="Titel", vignet=VERHAAL)


def test_reasons_are_kept_only_for_taken_of_the_model(model: Session):
    redenen = {"dagstructuur": ("Past.", ""), "budgetteren": ("", "Alleen dit."), "onbekend": ("Weg.", "")}

    casus = write_case(model, titel="Titel", vignet=VERHAAL, redenen=redenen)

    assert [(reden.taak, reden.waarom) for reden in casus.redenen] == [("dagstructuur", "Past.")]


@pytest.mark.parametrize(
    ("titel", "vignet", "zegt"),
    [
        ("Titel", "Kort.", "Het verhaal is kort: 1 woorden"),
        ("Titel", "Zij is 30 minuten bezig. " * 30, "In het verhaal staan minuten"),
        ("Titel", "Dit is blok O2. " * 60, "In het verhaal staat blok O2"),
        ("Een B1", VERHAAL * 40, "In de titel staat blok B1"),
        ("Titel", VERHAAL * 40, "Er staat nog geen reden bij: Dagstructuur en weekplanning,"),
        ("Titel", VERHAAL * 40, "Schrijf in één zin wat iemand van deze casus leert"),
    ],
)
def test_advice_says_what_to_look_at_again(model: Session, titel, vignet, zegt):
    casus = write_case(model, titel=titel, vignet=vignet)

    assert [regel for regel in advice(model, casus) if zegt in regel]


def test_advice_names_what_is_still_to_be_answered(practice_desk: Desk):
    session = practice_desk.new()
    casus = write_case(session, titel="Titel", vignet=VERHAAL)
    assert [regel for regel in advice(session, casus) if "nog geen taak gekozen" in regel]

    session.choose_taak("dagstructuur", nodig=True)

    assert [
        regel for regel in advice(session, casus) if "Nog niet alles is beantwoord bij: Dagstructuur" in regel
    ]


def test_adopted_case_is_another_case_with_the_same_answers(practice_desk: Desk):
    casus = demonstrated(practice_desk)

    eigen = adopt(practice_desk, casus)

    assert eigen.is_saved
    assert eigen.dossier.oefencasus.kenmerk != casus.verhaal.kenmerk
    assert eigen.dossier.oefencasus.redenen == casus.verhaal.redenen
    assert eigen.indicatie.minuten_per_maand == casus.minuten_per_maand


def test_reason_about_a_taak_that_the_kader_does_not_have_is_refused(practice_desk: Desk, model: Session):
    vreemd = Oefencasus(id="x", titel="T", vignet="V", redenen=(Modelreden(taak="bestaat-niet", waarom="b"),))

    with pytest.raises(InvoerError, match="bestaat-niet"):
        practice_desk.new().set_oefencasus(vreemd)
    with pytest.raises(DossierError, match="bestaat-niet"):
        check_fit(model.geladen, model.dossier.with_changes(oefencasus=vreemd))
