"""A dossier that is definitief stays as it was; opening it again needs a reason and keeps both."""

import json

import pytest

from indicatietool.domain.kaart import DossierStatus, kaart_of
from indicatietool.domain.kluis import GebeurtenisSoort
from indicatietool.errors import ConflictError, InvoerError
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.inlezen import bare_kaart
from tests.builders import make_dossier, score

KADER = b'[kader]\nnaam = "klein"\n' * 50
EERST, DAARNA = make_dossier(), make_dossier(score())
KAART = kaart_of(EERST, DossierStatus.DEFINITIEF, 60, 1, 1)


@pytest.fixture
def verzegeld(kluis: Kluis) -> Kluis:
    kluis.begin(EERST, bare_kaart(EERST))
    kluis.seal(EERST, KAART, KADER, {"minuten_per_maand": 60, "kader": {"id": "klein"}})
    return kluis


def test_seal_holds_dossier_kader_and_proof(verzegeld: Kluis):
    (zegel,) = verzegeld.zegels(EERST.nummer)

    assert zegel.versie == 1
    assert json.loads(zegel.inhoud) == EERST.model_dump(mode="json")
    assert zegel.kader == KADER
    assert zegel.verantwoording == {"minuten_per_maand": 60, "kader": {"id": "klein"}}
    assert zegel.heropend_op is None
    assert verzegeld.list()[0].kaart.status is DossierStatus.DEFINITIEF
    assert verzegeld.history(EERST.nummer)[-1].soort is GebeurtenisSoort.DEFINITIEF
    assert verzegeld.verify() == ()


def test_sealed_dossier_can_not_be_changed(verzegeld: Kluis):
    for use in (
        lambda: verzegeld.save(DAARNA, bare_kaart(DAARNA)),
        lambda: verzegeld.save(EERST, bare_kaart(EERST), soort=GebeurtenisSoort.ONGEDAAN),
        lambda: verzegeld.seal(EERST, KAART, KADER, {}),
    ):
        with pytest.raises(ConflictError, match=r"is definitief\. Heropen het eerst, met een reden"):
            use()
    assert verzegeld.save(EERST, KAART) == 2, "nothing changed, so nothing to refuse"
    assert verzegeld.load(EERST.nummer) == EERST


def test_what_was_not_saved_yet_is_sealed_too(kluis: Kluis):
    kluis.begin(EERST, bare_kaart(EERST))

    zegel = kluis.seal(DAARNA, KAART, KADER, {})

    assert json.loads(zegel.inhoud) == DAARNA.model_dump(mode="json")
    assert kluis.load(EERST.nummer) == DAARNA
    assert kluis.verify() == ()


def test_reopened_dossier_can_change_and_be_sealed_again(verzegeld: Kluis):
    verzegeld.reopen(EERST.nummer, bare_kaart(EERST), "Bezwaar gegrond.")
    verzegeld.save(DAARNA, bare_kaart(DAARNA))
    verzegeld.seal(DAARNA, KAART, KADER, {})

    eerste, tweede = verzegeld.zegels(EERST.nummer)
    assert (eerste.versie, tweede.versie) == (1, 2)
    assert json.loads(eerste.inhoud) == EERST.model_dump(mode="json")
    assert json.loads(tweede.inhoud) == DAARNA.model_dump(mode="json")
    assert (eerste.heropend_waarom, eerste.heropend_door) == ("Bezwaar gegrond.", "consulent")
    assert eerste.heropend_op is not None
    assert [g.soort for g in verzegeld.history(EERST.nummer)] == [
        GebeurtenisSoort.BEGIN,
        GebeurtenisSoort.DEFINITIEF,
        GebeurtenisSoort.HEROPEND,
        GebeurtenisSoort.WIJZIGING,
        GebeurtenisSoort.DEFINITIEF,
    ]
    assert verzegeld.verify() == ()


@pytest.mark.parametrize("waarom", ["", "  \n"])
def test_reopening_needs_a_reason(verzegeld: Kluis, waarom: str):
    with pytest.raises(InvoerError, match="waarom"):
        verzegeld.reopen(EERST.nummer, bare_kaart(EERST), waarom)
    assert verzegeld.zegels(EERST.nummer)[0].heropend_op is None


def test_dossier_that_is_not_sealed_can_not_be_reopened(kluis: Kluis):
    kluis.begin(EERST, bare_kaart(EERST))

    with pytest.raises(ConflictError, match="is niet definitief"):
        kluis.reopen(EERST.nummer, bare_kaart(EERST), "Zomaar.")
    assert len(kluis.history(EERST.nummer)) == 1


def test_the_same_kader_is_kept_once_and_goes_with_the_last_dossier(verzegeld: Kluis):
    ander = make_dossier(nummer="2027-0002")
    verzegeld.begin(ander, bare_kaart(ander))
    verzegeld.seal(ander, kaart_of(ander, DossierStatus.DEFINITIEF, 60, 1, 1), KADER, {})
    assert len(verzegeld._db.rows("SELECT 1 FROM kader")) == 1

    verzegeld.delete(EERST.nummer, "bewaartermijn")
    assert verzegeld.zegels("2027-0002")[0].kader == KADER
    verzegeld.delete("2027-0002", "bewaartermijn")
    assert verzegeld._db.rows("SELECT 1 FROM kader") == []
    assert verzegeld.verify() == ()
