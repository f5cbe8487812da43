"""What the window asks of the session: preferences, settings, upkeep, finding, history, converting."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.kaart import Dossierkaart, DossierRegel
from indicatietool.errors import InvoerError
from indicatietool.paths import normen_folder
from indicatietool.session import omzettingen, voorkeuren
from indicatietool.session.desk import Desk
from indicatietool.session.geschiedenis import change_at, compare, versions
from indicatietool.session.instellingen import (
    Instellingen,
    is_code_unproven,
    read_settings,
    set_code_unproven,
    write_settings,
)
from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.begin import begin
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.onderhoud import copy_of_today, past_retention
from indicatietool.session.vinden import MOST, find
from indicatietool.session.voorkeuren import Voorkeuren
from indicatietool.store.kluis import Kluis
from tests.kluizen import LICHT, WACHTWOORD

NU = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def test_preferences_come_back_as_they_went(tmp_path: Path):
    pad = tmp_path / "nieuw" / "voorkeuren.json"
    gekozen = Voorkeuren("donker", 175, True, (1, -2, 800, 600), True)

    voorkeuren.write(pad, gekozen)

    assert voorkeuren.read(pad) == gekozen
    assert voorkeuren.read(tmp_path / "er niet.json") == Voorkeuren()


@pytest.mark.parametrize("inhoud", ["", "null", '{"onbekend": 1}', '{"letters": 101}', '{"letters": 100.0}'])
def test_damaged_preferences_are_said(tmp_path: Path, inhoud: str):
    pad = tmp_path / "voorkeuren.json"
    pad.write_text(inhoud, "utf-8")

    with pytest.raises(InvoerError, match="beschadigd"):
        voorkeuren.read(pad)


def test_settings_are_kept_and_only_what_changed_is_logged(desk: Desk):
    before = len(desk.kluis.logboek())
    write_settings(desk.kluis, Instellingen(15, 20, True))
    write_settings(desk.kluis, Instellingen(15, 20, True))

    assert read_settings(desk.kluis) == Instellingen(15, 20, True)
    assert len(desk.kluis.logboek()) == before + 3


@pytest.mark.parametrize("waarde", ["tien", 7, None, [10], -1])
def test_setting_that_can_not_be_is_its_default(desk: Desk, waarde: object):
    for naam in ("vergrendelen_na", "bewaartermijn", "bsn"):
        desk.kluis.set_setting(naam, waarde)

    gelezen = read_settings(desk.kluis)
    assert (gelezen.vergrendelen_na, gelezen.bsn) == (10, False)
    assert 1 <= gelezen.bewaartermijn <= 30


def test_unproven_herstelcode_is_remembered_until_it_is_proven(desk: Desk):
    assert not is_code_unproven(desk.kluis)
    set_code_unproven(desk.kluis, True)
    assert is_code_unproven(desk.kluis)
    set_code_unproven(desk.kluis, False)
    assert not is_code_unproven(desk.kluis)


def test_copy_is_made_once_a_day_and_only_after_a_change(tmp_path: Path):
    nu = [NU]
    kluis, _ = Kluis.create(tmp_path / "kluis", WACHTWOORD, kdf=LICHT, clock=lambda: nu[0])
    desk = Desk(kluis, Kaders(normen_folder()), NU.date())
    assert copy_of_today(desk, nu[0]) is None, "an empty kluis needs none"
    session = desk.new()
    session.set_veld("melding.client", "Mevrouw Janssen")
    session.save()
    nu[0] += timedelta(minutes=5)

    assert copy_of_today(desk, nu[0]) is not None
    nu[0] += timedelta(days=2)
    assert copy_of_today(desk, nu[0]) is None, "nothing changed since"
    session.set_veld("melding.client", "Mevrouw de Vries")
    session.save()
    nu[0] += timedelta(minutes=5)
    assert copy_of_today(desk, nu[0]) is not None
    session.set_veld("melding.client", "Mevrouw Bakker")
    session.save()
    nu[0] += timedelta(minutes=5)
    assert copy_of_today(desk, nu[0]) is None, "there is one of today"
    kluis.close()


@pytest.mark.parametrize(
    ("gewijzigd", "einddatum", "jaren", "vandaag", "is_past"),
    [
        (datetime(2010, 5, 1, tzinfo=UTC), None, 15, date(2025, 5, 1), False),
        (datetime(2010, 5, 1, tzinfo=UTC), None, 15, date(2025, 5, 3), True),
        (datetime(2010, 5, 1, tzinfo=UTC), date(2012, 5, 1), 15, date(2027, 5, 1), False),
        (datetime(2010, 5, 1, tzinfo=UTC), date(2012, 5, 1), 15, date(2027, 5, 2), True),
        (datetime(2010, 5, 1, tzinfo=UTC), date(2000, 1, 1), 1, date(2011, 5, 3), True),
        (datetime(2010, 5, 1, tzinfo=UTC), date(9999, 12, 31), 15, date(2200, 1, 1), False),
    ],
)
def test_retention_counts_from_what_came_last(gewijzigd, einddatum, jaren, vandaag, is_past):
    regel = DossierRegel(Dossierkaart(nummer="2010-0001", einddatum=einddatum), gewijzigd)

    assert bool(past_retention([regel], jaren, vandaag)) is is_past


def test_find_puts_names_before_texts_and_knows_no_accents(desk: Desk):
    session = desk.new()
    session.set_veld("hulpvraag.situatie", "De cliënt noemt de hulpvraag zelf: rúst in de financiën.")

    titels = [vondst.titel for vondst in find(session, "HULPVRAAG")]

    assert titels[0] == "Hulpvraag"
    assert find(session, "rust financien")[0].veld == "hulpvraag.situatie"
    assert "rúst" in find(session, "rust")[0].tekst
    assert find(session, "   ") == ()
    assert find(session, "xyzzy") == ()
    assert len(find(session, "e")) <= MOST


def test_find_leads_to_the_scoring_only_where_there_is_scoring(desk: Desk):
    session = desk.new()
    elders = find(session, "taak post administratie")[0]
    session.set_situatie("financien", LeefgebiedSituatie.BEGELEIDING)
    hier = find(session, "taak post administratie")[0]

    assert elders.stap == "leefgebieden"
    assert (hier.stap, hier.veld) == ("scoren.financien", "taak.post-administratie.blok")


def test_history_says_of_each_step_what_stood_there(desk: Desk):
    session = desk.new()
    for naam in ("Mevrouw Janssen", "Mevrouw de Vries"):
        session.set_veld("melding.client", naam)
        session.save()
        session.set_veld("hulpvraag.situatie", f"Over {naam}")
        session.save()
    laatste = session.bewaring.history()[-2]

    verschil = change_at(session, laatste.volg)

    assert [(v.wat, v.oud, v.nieuw) for v in verschil] == [("Cliënt", "Mevrouw Janssen", "Mevrouw de Vries")]
    assert change_at(session, 1) == ()


def test_versions_are_compared_in_words(practice_desk: Desk):
    session = begin(practice_desk, demonstrated(practice_desk))
    session.set_veld("melding.zaaknummer", "Z-1")
    model = model_of(practice_desk, demonstrated(practice_desk)).dossier

    namen = {verschil.wat for verschil in compare(session.kader, session.dossier, model)}

    assert any(naam.endswith(": blok") for naam in namen)
    assert any(naam.endswith(": besluit") for naam in namen)
    assert compare(session.kader, model, model) == ()
    assert [versie.titel for versie in versions(session)] == ["zoals het nu is"]


def test_omzetting_is_begun_once_and_counted_when_it_is_done(desk: Desk, tmp_path: Path):
    lijst = tmp_path / "lijst.csv"
    lijst.write_text("zaaknummer;huidige indicatie;einddatum\nZ-2;IB3;1-1-2028\nZ-1;IB1;1-1-2027\n", "utf-8")

    assert omzettingen.take_in_list(desk, lijst) == 2
    session = omzettingen.begin(desk, "Z-1")
    session.save()

    regels = omzettingen.overview(desk)
    assert [regel.zaak for regel in regels] == ["Z-1", "Z-2"], "what ends first stands on top"
    assert [regel.stand for regel in regels] == ["bezig in 2027-0001", "nog niet begonnen"]
    assert omzettingen.begin(desk, "Z-1").dossier.nummer == "2027-0001"
    assert session.dossier.besluiten == ()
    assert session.indicatie.minuten_per_maand == 0, "no minutes follow from an old indicatie (eis 152)"
    with pytest.raises(InvoerError, match="niet op de lijst"):
        omzettingen.begin(desk, "Z-9")
    omzettingen.drop_list(desk)
    assert omzettingen.overview(desk) == ()
