"""Besluiten by keys: one voorstel at a time, each with its marge, advice beside it, and texts used again."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from indicatietool.domain.besluit import Afwijken, BinnenMarge
from indicatietool.domain.indicatie import IndicatieStatus
from indicatietool.gui.pages.besluit_kop import RijKop
from tests.gui.casussen import open_casus, taken_over
from tests.gui.stories import TAAK, open_scored_case

STAP = "Voorstel en besluit"
TOLK = "Elk gesprek gaat via een tolk en duurt daardoor langer."


def in_hand(robot) -> str:
    """Return the taak of the line with the focus."""
    focus = robot._focus()
    assert isinstance(focus, RijKop), f"de focus staat op {focus}"
    return focus.objectName().removeprefix("besluit.")


def test_o_takes_over_one_voorstel_and_goes_on_to_the_next(robot):
    open_casus(robot, "o2", STAP, besloten=False)
    taken = [uitkomst.taak for uitkomst in robot.session.indicatie.taken]
    robot.gaat_naar(f"besluit.{taken[0]}")

    robot.typt("o")

    assert taken_over(robot) == taken[:1]
    assert in_hand(robot) == taken[1]
    assert "1 van 7 taken besloten" in robot.ziet()


def test_whole_table_is_walked_with_one_key_per_voorstel(robot):
    open_casus(robot, "o2", STAP, besloten=False)
    taken = [uitkomst.taak for uitkomst in robot.session.indicatie.taken]
    robot.gaat_naar(f"besluit.{taken[0]}")
    before = robot.presses

    for _ in taken:
        robot.drukt(Qt.Key.Key_O)

    assert taken_over(robot) == taken
    assert robot.session.indicatie.status is IndicatieStatus.BEPAALD
    assert robot.presses - before == len(taken)
    assert not robot.wizard.page.walk.isEnabled()


def test_key_that_is_held_down_decides_nothing_more(robot):
    open_casus(robot, "o2", STAP, besloten=False)
    robot.gaat_naar(f"besluit.{robot.session.indicatie.taken[0].taak}")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier, "o", True)

    for _ in range(5):
        QApplication.sendEvent(robot._focus(), held)

    assert robot.session.dossier.besluiten == ()


def test_nothing_is_decided_beforehand_and_no_button_decides_all(robot):
    open_casus(robot, "o2", STAP, besloten=False)

    assert robot.session.dossier.besluiten == ()
    knoppen = [
        f"{knop.text()} {knop.accessibleName()}".lower()
        for knop in robot.wizard.page.findChildren(QAbstractButton)
    ]
    assert not [tekst for tekst in knoppen if "alle" in tekst and "overnemen" in tekst]


def test_arrows_choose_a_taak_and_v_finds_the_next_that_is_open(robot):
    open_casus(robot, "o2", STAP)
    taken = [uitkomst.taak for uitkomst in robot.session.indicatie.taken]
    robot.wizard.view.act(robot.session.revoke, taken[4])
    robot.gaat_naar(f"besluit.{taken[0]}")

    robot.drukt(Qt.Key.Key_Down, keer=2)
    assert in_hand(robot) == taken[2]
    robot.drukt(Qt.Key.Key_Up)
    assert in_hand(robot) == taken[1]
    robot.typt("v")
    assert in_hand(robot) == taken[4]
    robot.drukt(Qt.Key.Key_End)
    assert in_hand(robot) == taken[-1]


def test_a_opens_the_number_and_enter_records_one_within_the_marge(robot):
    open_casus(robot, "o2", STAP, besloten=False)
    taak = robot.session.indicatie.taken[0].taak
    robot.gaat_naar(f"besluit.{taak}")

    robot.typt("a")
    robot.typt("45")
    robot.drukt(Qt.Key.Key_Return)

    (besluit,) = robot.session.dossier.besluiten
    assert besluit.besluit == BinnenMarge(minuten_per_week=45)
    assert in_hand(robot) == robot.session.indicatie.taken[1].taak


def test_w_shows_why_and_the_line_says_all_to_a_screen_reader(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap(STAP)
    robot.gaat_naar(f"besluit.{taak}")

    naam = robot._focus().accessibleName()
    robot.typt("w")

    assert robot.rij(taak).detail.steps.isVisible()
    assert "Post en administratie, Blok O2, voorstel" in naam
    assert "marge" in naam
    assert "nog geen besluit" in naam


def test_override_that_contradicts_a_score_is_advice_and_blocks_nothing(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap(STAP)
    robot.gaat_naar(f"besluit.{taak}")
    robot.typt("a")
    robot.typt("55")
    robot.gaat_naar("grond")
    robot.drukt(Qt.Key.Key_Down)
    robot.vult("motivering", "De reistijd is lang en er is een tolk nodig.")
    robot.gaat_naar("afwijking.vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    advies = robot.wizard.page.findChild(QLabel, f"advies.{taak}")
    assert "Klopt het gekozen blok?" in advies.text()
    assert "Reistijd zit in het tarief" in advies.text()
    (besluit,) = robot.session.dossier.besluiten
    assert isinstance(besluit.besluit, Afwijken)
    assert robot.session.indicatie.status is IndicatieStatus.BEPAALD


def test_own_text_is_kept_and_used_again_at_another_taak(robot):
    open_casus(robot, "o2", STAP, besloten=False)
    eerste, tweede = (uitkomst.taak for uitkomst in robot.session.indicatie.taken[:2])
    depart(robot, eerste, TOLK)
    robot.gaat_naar("tekstblok.bewaren")
    robot.drukt(Qt.Key.Key_Space)
    robot.typt("Tolk")
    robot.drukt(Qt.Key.Key_Return)
    assert "Tekstblok “Tolk” is bewaard." in robot.ziet()

    go_to_row(robot, tweede)
    robot.typt("a")
    robot.typt("300")
    robot.gaat_naar("motivering")
    robot.kiest("tekstblok.keuze", "Tolk")
    robot.gaat_naar("tekstblok.invoegen")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.rij(tweede).form.motivering.value() == TOLK


def test_text_block_with_the_client_in_it_is_refused(robot):
    taak = open_scored_case(robot)
    robot.wizard.view.act(robot.session.set_veld, "melding.client", "Mevrouw Pietersen")
    robot.gaat_naar_stap(STAP)
    depart(robot, taak, "Bij mevrouw Pietersen duurt het langer.")
    robot.gaat_naar("tekstblok.bewaren")
    robot.drukt(Qt.Key.Key_Space)
    robot.typt("Langer")
    robot.gaat_naar("tekstblok.klaar")
    robot.drukt(Qt.Key.Key_Space)

    assert "gegevens van de cliënt" in robot.ziet()


def test_taak_with_open_questions_leads_to_them(robot):
    taak = open_scored_case(robot)
    robot.wizard.view.act(robot.session.answer_blok, taak, None)
    robot.gaat_naar_stap(STAP)
    assert "nog 1 vraag open" in robot.rij(taak).kop.accessibleName()

    robot.gaat_naar(f"vragen.{taak}")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.wizard.current_step == "scoren.financien"


def test_total_is_set_otherwise_with_a_reason_and_taken_back(robot):
    open_casus(robot, "o2", STAP)
    som = robot.session.indicatie.berekend_per_maand
    form = robot.wizard.page._total.form
    form.minuten.setFocus()
    robot.typt("600")
    robot.gaat_naar("grond")
    robot.drukt(Qt.Key.Key_Down)
    robot.vult("motivering", "Alles gaat in één bezoek.")
    robot.gaat_naar("afwijking.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.indicatie.minuten_per_maand == 600
    assert f"De som van de taken is {som}." in robot.ziet()

    form.undo.setFocus()
    robot.drukt(Qt.Key.Key_Space)

    assert robot.session.indicatie.minuten_per_maand == som


def test_begeleiding_outside_the_kader_is_added_changed_and_removed(robot):
    open_casus(robot, "o2", STAP)
    robot.gaat_naar("overige.toevoegen")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert "Zonder motivering kan dit niet" in robot.ziet()
    robot.vult("overige.omschrijving", "Mee naar de kapper")
    robot.vult("overige.minuten", "15")
    robot.vult("overige.motivering", "Niemand anders kan mee.")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.dossier.antwoorden.overige[0].minuten_per_week == 15

    robot.gaat_naar("overige.1.wijzigen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.wizard.page._overige.form.omschrijving.value() == "Mee naar de kapper"
    robot.vult("overige.minuten", "20")
    robot.gaat_naar("overige.vastleggen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.dossier.antwoorden.overige[0].minuten_per_week == 20

    robot.gaat_naar("overige.1.weghalen")
    robot.drukt(Qt.Key.Key_Space)
    assert robot.session.dossier.antwoorden.overige == ()


@pytest.mark.parametrize("gevolgd", ["gevolgd", "deels", "niet"])
def test_advice_of_the_aanbieder_stands_beside_the_number(robot, gevolgd: str):
    open_casus(robot, "o2", "Melding")
    robot.vult("melding.advies_minuten_per_maand", "1000")
    robot.gaat_naar("advies.naar")
    robot.drukt(Qt.Key.Key_Space)

    assert robot.wizard.current_step == "besluit"
    assert "is 1000 minuten per maand. De indicatie is nu 810: 190 minder." in robot.ziet()
    robot.kiest("melding.advies_gevolgd", gevolgd)
    robot.vult("melding.advies_want", "De zus helpt ook.")
    melding = robot.session.dossier.melding
    assert (melding.advies_gevolgd, melding.advies_want) == (gevolgd, "De zus helpt ook.")
    assert ("Klopt dat?" in robot.ziet()) is (gevolgd == "gevolgd")


def test_without_a_reason_an_advice_that_was_not_followed_keeps_the_verslag_a_concept(robot):
    open_casus(robot, "o2", STAP)
    robot.kiest("melding.advies_gevolgd", "niet")
    robot.vult("melding.advies_want", " ")
    robot.gaat_naar_stap("Controleren")

    assert "U volgt het advies van de aanbieder niet. Schrijf op waarom." in robot.ziet()


def go_to_row(robot, taak: str) -> None:
    """Go up to the table and choose a line."""
    robot.wizard.page._choose(taak)


def depart(robot, taak: str, motivering: str) -> None:
    go_to_row(robot, taak)
    robot.typt("a")
    robot.typt("300")
    robot.gaat_naar("grond")
    robot.drukt(Qt.Key.Key_Down)
    robot.vult("motivering", motivering)


def test_number_outside_the_marge_shows_beside_the_drawing_in_words(robot):
    taak = open_scored_case(robot)
    robot.gaat_naar_stap(STAP)
    depart(robot, taak, TOLK)
    robot.gaat_naar("afwijking.vastleggen")
    robot.drukt(Qt.Key.Key_Space)

    assert taak == TAAK
    assert "afgeweken: 300" in robot.rij(taak).kop.accessibleName()
