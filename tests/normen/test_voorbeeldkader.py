"""What the shipped kader must hold because the minutes ask for it, whatever its figures are.

Bron: eisen 11, 47, 52–56, 62, 68–71, 100, 113 and 143–146.
"""

from fractions import Fraction

import pytest

from indicatietool.domain.antwoorden import Antwoorden, Frequentie, TaakAntwoord
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Per
from indicatietool.domain.schaal import Richting
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import propose

TAAK = "post-administratie"
GEWOON = {"planbaarheid": "planbaar", "complexiteit": "samenhangend", "zelfinzicht": "ziet-zelf"}


@pytest.fixture(scope="module")
def kader(voorbeeldkader):
    return voorbeeldkader.kader


def minutes(kader, *, blok="O2", keer=1, **keuzes) -> Fraction:
    """Return the voorstel for one taak, in minutes per week, with ordinary answers but for these."""
    gevraagd = {"vorm": "samen-doen", "motivatie": "voldoende", "risico": "laag", "netwerk": "aanwezig"}
    taak = {**gevraagd, **{naam: keuze for naam, keuze in keuzes.items() if naam in gevraagd}}
    dossier = {naam: keuze for naam, keuze in keuzes.items() if naam not in gevraagd}
    antwoord = TaakAntwoord(taak=TAAK, blok=blok, frequentie=Frequentie(keer=keer, per_weken=1), keuzes=taak)
    alles = {**GEWOON, "belastbaarheid": "gewoon", **dossier}
    voorstel = propose(kader, Antwoorden(keuzes=alles, taken=(antwoord,)), antwoord)
    assert isinstance(voorstel, Voorstel)
    return voorstel.omvang.richt


def test_eight_blokken_four_to_develop_and_four_to_keep(kader):
    per_richting = {
        richting: sorted(b.gradatie for b in kader.blokken if b.richting is richting) for richting in Richting
    }

    assert per_richting == {Richting.ONTWIKKEL: [1, 2, 3, 4], Richting.BEHOUD: [1, 2, 3, 4]}


def test_eleven_leefgebieden_and_three_producten_each_taken_by_a_profiel(kader):
    assert len(kader.leefgebieden) == 11
    assert {profiel.product for profiel in kader.profielen} == {product.id for product in kader.producten}
    assert len(kader.producten) == 3


@pytest.mark.parametrize(
    ("factor", "zwaarder"),
    [
        ("belastbaarheid", "snel-uitgeput"),
        ("complexiteit", "verweven"),
        ("motivatie", "gering"),
        ("netwerk", "belastend"),
        ("planbaarheid", "weinig-planbaar"),
        ("risico", "hoog"),
        ("zelfinzicht", "ziet-niet"),
    ],
)
def test_heavier_answer_to_a_factor_gives_more_minutes(kader, factor, zwaarder):
    assert minutes(kader, **{factor: zwaarder}) > minutes(kader)


def test_simple_situation_gives_fewer_minutes_than_the_ordinary_one(kader):
    assert minutes(kader, complexiteit="enkelvoudig") < minutes(kader)


def test_overnemen_is_lighter_than_aanleren_and_may_be_often(kader):
    assert minutes(kader, vorm="overnemen") < minutes(kader, vorm="samen-doen")
    assert minutes(kader, vorm="samen-doen") < minutes(kader, vorm="aanleren")
    assert minutes(kader, vorm="overnemen", keer=7) == 7 * minutes(kader, vorm="overnemen")


def test_toezicht_is_not_the_lightest_where_the_blok_is_heavy(kader):
    assert minutes(kader, blok="B4", vorm="stimuleren-toezicht") > minutes(kader, blok="B4", vorm="overnemen")


def test_motivatie_is_asked_but_counts_nothing_when_keeping_stable(kader):
    assert minutes(kader, blok="B3", motivatie="gering") == minutes(kader, blok="B3", motivatie="voldoende")


def test_veiligheid_is_scored_at_the_taken_where_it_matters(kader):
    vraagt = [taak.id for taak in kader.taken if "veiligheid" in taak.vraagt]

    assert kader.factor_by_id["veiligheid"].gevraagd_bij is Plaats.TAAK
    assert vraagt


def test_no_taak_is_travel_diagnosis_or_treatment(kader):
    namen = " ".join(taak.naam.lower() for taak in kader.taken)

    assert not any(woord in namen for woord in ("reistijd", "diagnos", "verslaglegging"))
    assert "Reistijd, diagnostiek en behandeling tellen niet mee" in kader.kader.toelichting


def test_only_the_heaviest_profielen_run_six_months_and_none_is_shorter(kader):
    looptijd = {profiel.blok: profiel.looptijd_maanden for profiel in kader.profielen}

    assert {blok for blok, maanden in looptijd.items() if maanden == 6} == {"O4", "B4"}
    assert min(looptijd.values()) == 6


def test_rules_that_are_an_own_choice_say_so(kader):
    own = [bron.id for bron in kader.bronnen if bron.lokaal]

    assert "sdd-vorm" in own
    assert all("SDD-keuze" in kader.bron_text_by_id[bron] for bron in own)


def test_monitoring_may_be_monthly_or_less(kader):
    preventie, waakvlam = kader.taak_by_id["terugvalpreventie"], kader.taak_by_id["waakvlam"]
    keren = Frequentie(keer=1, per_weken=4), Frequentie(keer=1, per_weken=52)

    assert preventie.per is Per.KEER
    assert waakvlam.per is Per.MAAND
    assert [str(frequentie) for frequentie in keren] == ["1 keer per 4 weken", "1 keer per jaar"]
