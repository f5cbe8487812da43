"""Herindicatie, herziening and omzetting: nothing typed twice, nothing decided beforehand."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Melding, SoortOnderzoek
from indicatietool.domain.indicatie import BesluitStand
from indicatietool.engine.verschil import differences
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.session import Session
from indicatietool.session.vervolg import follow_up, omzetting
from tests.builders import VANDAAG


@pytest.fixture
def vorige(practice_desk: Desk) -> Session:
    """The worked case o2 in the oefenkluis, as if it had been done here."""
    model = model_of(practice_desk, demonstrated(practice_desk)).dossier
    nieuw = practice_desk.new()
    dossier = model.with_changes(nummer=nieuw.dossier.nummer, oefening=True, kader=nieuw.dossier.kader)
    session = Session(dossier, nieuw.geladen, practice_desk.kluis, VANDAAG)
    session.save()
    return session


def test_herindicatie_knows_what_was_found_and_decides_nothing(practice_desk: Desk, vorige: Session):
    nieuw = follow_up(practice_desk, vorige.dossier.nummer, SoortOnderzoek.HERINDICATIE).dossier

    assert nieuw.nummer != vorige.dossier.nummer
    assert nieuw.melding.client == vorige.dossier.melding.client
    assert nieuw.melding.soort_onderzoek is SoortOnderzoek.HERINDICATIE
    assert nieuw.melding.meldingsdatum is None
    assert nieuw.hulpvraag == vorige.dossier.hulpvraag
    assert nieuw.antwoorden == vorige.dossier.antwoorden
    assert (nieuw.besluiten, nieuw.weging.profiel, nieuw.weging.ingangsdatum) == ((), None, None)
    assert nieuw.weging.plussen_en_minnen == vorige.dossier.weging.plussen_en_minnen
    assert "810 minuten per maand" in nieuw.melding.huidige_indicatie


def test_snapshot_lets_the_difference_be_shown_without_the_earlier_dossier(
    practice_desk: Desk, vorige: Session
):
    session = follow_up(practice_desk, vorige.dossier.nummer, SoortOnderzoek.HERINDICATIE)
    taak = session.dossier.antwoorden.taken[0].taak
    session.choose_taak(taak, nodig=False)
    session.save()
    practice_desk.delete(vorige.dossier.nummer, "verzonnen geval")

    weer = practice_desk.open(session.dossier.nummer)

    assert weer.dossier.eerder is not None
    assert weer.dossier.eerder.minuten_per_maand == 810
    weg = [v for v in differences(weer.dossier, weer.indicatie) if v.nu is None]
    assert len(weg) == 1


def test_herziening_asks_only_what_the_change_touches_again(practice_desk: Desk, vorige: Session):
    session = follow_up(practice_desk, vorige.dossier.nummer, SoortOnderzoek.HERZIENING)
    assert session.dossier.besluiten == vorige.dossier.besluiten
    assert session.dossier.weging.einddatum == vorige.dossier.weging.einddatum
    assert session.dossier.weging.ingangsdatum is None
    genomen = [u.taak for u in session.indicatie.taken if u.stand is BesluitStand.GENOMEN]

    geraakt = next(b.taak for b in session.dossier.besluiten if b.besluit.soort == "overnemen")
    ander_blok = "O4" if session.uitkomst(geraakt).blok != "O4" else "O1"
    session.answer_blok(geraakt, ander_blok)

    standen = {u.taak: u.stand for u in session.indicatie.taken}
    assert standen[geraakt] is BesluitStand.VERLOPEN
    assert all(standen[taak] is BesluitStand.GENOMEN for taak in genomen if taak != geraakt)


def test_herindicatie_takes_the_version_of_the_kader_that_is_valid_then(
    practice_desk: Desk, vorige: Session, kader_folder: Path, tmp_path: Path
):
    nieuw = tmp_path / "normen" / "voorbeeld-begeleiding" / "2027.2"
    shutil.copytree(kader_folder, nieuw.parent / "2026.1")
    shutil.copytree(kader_folder, nieuw)
    (nieuw / "voorbeelden.toml").unlink()
    tekst = (nieuw / "normenkader.toml").read_text("utf-8")
    tekst = tekst.replace('versie = "2026.1"', 'versie = "2027.2"').replace("2026-01-01", "2027-06-01")
    (nieuw / "normenkader.toml").write_text(tekst, "utf-8")
    later = Desk(practice_desk.kluis, Kaders(tmp_path / "normen"), date(2027, 7, 1))

    versies = [
        follow_up(later, vorige.dossier.nummer, soort).dossier.kader.versie
        for soort in (SoortOnderzoek.HERINDICATIE, SoortOnderzoek.HERZIENING)
    ]

    assert versies == ["2027.2", "2026.1"]


def test_dossier_without_an_indicatie_has_no_follow_up(practice_desk: Desk):
    session = practice_desk.new()
    session.save()

    with pytest.raises(InvoerError, match="nog niets geïndiceerd"):
        follow_up(practice_desk, session.dossier.nummer, SoortOnderzoek.HERINDICATIE)


@pytest.mark.parametrize("soort", [SoortOnderzoek.EERSTE, SoortOnderzoek.OMZETTING])
def test_other_kinds_are_no_follow_up(practice_desk: Desk, vorige: Session, soort: SoortOnderzoek):
    with pytest.raises(InvoerError, match="herindicatie of een herziening"):
        follow_up(practice_desk, vorige.dossier.nummer, soort)


def test_omzetting_notes_the_old_indication_and_derives_no_minutes(desk: Desk):
    session = omzetting(desk, "IB1, 3 uur per week")

    assert session.dossier.melding == Melding(
        soort_onderzoek=SoortOnderzoek.OMZETTING, huidige_indicatie="IB1, 3 uur per week"
    )
    assert session.indicatie.taken == ()
    session.save()
    assert [regel.kaart.soort_onderzoek for regel in desk.list()] == [SoortOnderzoek.OMZETTING]
