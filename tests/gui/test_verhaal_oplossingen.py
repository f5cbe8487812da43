"""What others take over: only with a reason, only when it is there, and seen before it is recorded."""

import pytest
from PySide6.QtCore import Qt

from indicatietool.domain.antwoorden import AftrekSoort, Beschikbaar, LeefgebiedSituatie
from tests.builders import make_aftrek
from tests.gui.stories import TAAK, open_scored_case

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
REDEN = "De zus sorteert elke zaterdag de post."


@pytest.fixture
def oplossingen(robot):
    """A scored taak, at the page of what others take over."""
    open_scored_case(robot)
    robot.wizard.go_to("oplossingen")
    robot.presses = 0
    return robot


def deduct(robot, hoeveel: str = "10", eenheid: K = K.Key_M) -> None:
    """Fill in the form by keys: who, how much with its unit, there, lasting, wanted, why."""
    robot.kiest("soort", "sociaal netwerk")
    robot.vult("hoeveel", hoeveel)
    robot.drukt(eenheid)
    robot.kiest("beschikbaar", "ja")
    robot.kiest("duur", "blijvend")
    robot.antwoordt("vrijwillig", ja=True)
    robot.vult("reden", REDEN)


def netto(robot):
    return robot.session.uitkomst(TAAK).netto


def aftrek(robot):
    return robot.session.dossier.antwoorden.taak(TAAK).aftrek


def test_aftrek_lowers_netto_only_with_a_reason(oplossingen):
    before = oplossingen.ziet_minuten()
    oplossingen.gaat_naar(f"aftrek.{TAAK}.toevoegen")
    oplossingen.drukt(K.Key_Space)
    deduct(oplossingen)
    oplossingen.vult("reden", " ")
    oplossingen.gaat_naar("ready")
    oplossingen.drukt(K.Key_Space)
    assert "Schrijf de reden op" in oplossingen.ziet()
    assert oplossingen.ziet_minuten() == before

    oplossingen.vult("reden", REDEN)
    oplossingen.gaat_naar("ready")
    oplossingen.drukt(K.Key_Space)

    assert oplossingen.ziet_minuten() < before
    assert REDEN in oplossingen.ziet()


def test_aftrek_by_keys_shows_netto_before_and_after(oplossingen):
    before = netto(oplossingen)
    oplossingen.drukt(K.Key_F6)
    oplossingen.drukt(K.Key_Space)

    deduct(oplossingen)
    assert f"Als dit telt, wordt netto {before - 10} minuten per week." in oplossingen.ziet()
    assert netto(oplossingen) == before

    oplossingen.drukt(K.Key_Return, CTRL)
    assert netto(oplossingen) == before - 10
    assert f"Bruto {before} minuten per week → netto {before - 10} minuten per week" in oplossingen.ziet()
    assert oplossingen._focus().objectName() == f"aftrek.{TAAK}.toevoegen"
    assert oplossingen.presses < 40


def test_percent_is_of_bruto(oplossingen):
    before = netto(oplossingen)
    oplossingen.drukt(K.Key_F6)
    oplossingen.drukt(K.Key_Space)
    deduct(oplossingen, "50", K.Key_Percent)
    oplossingen.drukt(K.Key_Return, CTRL)

    assert netto(oplossingen) == before / 2


@pytest.mark.parametrize(
    ("beschikbaar", "woord"), [("wachtlijst", "op een wachtlijst"), ("nee", "niet beschikbaar")]
)
def test_what_is_not_there_is_recorded_and_takes_nothing_off(oplossingen, beschikbaar, woord):
    before = netto(oplossingen)
    oplossingen.drukt(K.Key_F6)
    oplossingen.drukt(K.Key_Space)
    deduct(oplossingen)
    oplossingen.wizard.page.findChild(type(oplossingen.wizard.page._cards[0].form)).beschikbaar.setFocus()
    oplossingen.kiest("beschikbaar", beschikbaar)
    assert f"Dit telt niet mee: netto blijft {before} minuten per week." in oplossingen.ziet()

    oplossingen.drukt(K.Key_Return, CTRL)

    assert netto(oplossingen) == before
    assert f"{woord} — telt niet mee" in oplossingen.ziet()


def test_recorded_aftrek_is_changed_and_taken_away(oplossingen):
    act, session = oplossingen.wizard.view.act, oplossingen.session
    act(
        session.set_aftrek, TAAK, (make_aftrek(minuten=5), make_aftrek(minuten=7, reden="Een buurman helpt."))
    )
    oplossingen.gaat_naar("wijzigen")
    oplossingen.drukt(K.Key_Space)
    oplossingen.vult("hoeveel", "12")
    oplossingen.drukt(K.Key_Return, CTRL)
    assert [a.minuten_per_week for a in aftrek(oplossingen)] == [12, 7]

    oplossingen.gaat_naar("weghalen")
    oplossingen.drukt(K.Key_Space)
    assert [a.reden for a in aftrek(oplossingen)] == ["Een buurman helpt."]


def test_escape_leaves_the_form_without_aftrek(oplossingen):
    oplossingen.drukt(K.Key_F6)
    oplossingen.drukt(K.Key_Space)
    deduct(oplossingen)
    oplossingen.drukt(K.Key_Escape)

    assert aftrek(oplossingen) == ()
    assert REDEN not in oplossingen.ziet()


def test_overburdened_mantelzorger_gets_advice_at_what_counts_and_one_key_mends_it(oplossingen):
    act, session = oplossingen.wizard.view.act, oplossingen.session
    act(session.set_aftrek, TAAK, (make_aftrek(minuten=10),))
    less = netto(oplossingen)
    assert "Dan kan die niets overnemen." not in oplossingen.ziet()

    oplossingen.antwoordt("oplossingen.mantelzorger_overbelast", ja=True)
    assert "Dan kan die niets overnemen." in oplossingen.ziet()

    oplossingen.gaat_naar("overbelast")
    oplossingen.drukt(K.Key_Space)
    assert aftrek(oplossingen)[0].beschikbaar is Beschikbaar.OVERBELAST
    assert netto(oplossingen) == less + 10
    assert "Dan kan die niets overnemen." not in oplossingen.ziet()


def test_outcome_per_leefgebied_is_seen_and_leads_there(oplossingen):
    act, session = oplossingen.wizard.view.act, oplossingen.session
    weg = make_aftrek(minuten=15, soort=AftrekSoort.VOORLIGGEND)
    act(session.set_aftrek, TAAK, (weg,))
    act(session.set_situatie, "vrije-tijd", LeefgebiedSituatie.VOORLIGGEND)
    act(session.set_leefgebied_tekst, "vrije-tijd", "toelichting", "De inloop van het buurthuis.")
    seen = oplossingen.ziet()
    assert "begeleiding nodig. Een voorliggende voorziening neemt 15 minuten per week over." in seen
    assert "Vrije tijd: andere voorziening lost dit op. De inloop van het buurthuis." in seen

    oplossingen.gaat_naar("opgelost")
    oplossingen.drukt(K.Key_Return)

    assert oplossingen.wizard.current_step == "leefgebieden"
    assert oplossingen._focus().objectName().startswith("leefgebied.")


def test_advice_about_aftrek_leads_to_its_taak(oplossingen):
    oplossingen.wizard.go_to("leefgebieden")
    oplossingen.wizard.go_to("oplossingen", f"aftrek.{TAAK}")

    assert oplossingen._focus().objectName() == f"aftrek.{TAAK}.toevoegen"


def test_overige_begeleiding_asks_for_a_motivering_and_counts(robot):
    open_scored_case(robot)
    robot.gaat_naar_stap("Voorstel en besluit")
    before = robot.ziet_minuten()
    robot.gaat_naar("overige.toevoegen")
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("overige.omschrijving", "Rouw")
    robot.vult("overige.minuten", "30")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert "Zonder motivering kan dit niet" in robot.ziet()

    robot.vult("overige.motivering", "De partner overleed in oktober.")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.ziet_minuten() == before + 130
    assert "Rouw: 30 minuten per week." in robot.ziet()
