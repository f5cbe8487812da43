"""A whole case from an empty screen to a definitive verslag, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from indicatietool.domain.veld import VeldSoort
from indicatietool.domain.velden import AFRONDING, HULPVRAAG, LOOPTIJD, MELDING, OPLOSSINGEN
from indicatietool.session.checks import missing

DATES = {"weging.ingangsdatum": "01-01-2027", "weging.einddatum": "31-12-2027"}


def test_whole_case_by_keyboard_alone_ends_in_a_definitive_verslag(robot, tmp_path, monkeypatch):
    verslag = tmp_path / "verslag.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(verslag), ""))

    robot.gaat_naar("nieuw")
    robot.drukt(Qt.Key.Key_Space)
    fill_in(robot, MELDING)
    robot.kiest("melding.gemeente", "Dordrecht")
    robot.gaat_verder()
    fill_in(robot, HULPVRAAG)
    robot.gaat_verder()
    choose_leefgebied(robot)
    robot.gaat_verder()
    answer_factoren(robot)
    robot.gaat_verder()
    robot.kiest_taak("Post en administratie")
    robot.scoort(
        "post-administratie",
        "B2",
        keer="1",
        per="per week",
        vorm="samen-doen",
        motivatie="voldoende",
        risico="laag",
        netwerk="aanwezig",
    )
    assert "Voorstel:" in robot.ziet()
    assert "marge" in robot.ziet()
    robot.gaat_verder()
    fill_in(robot, OPLOSSINGEN)
    robot.gaat_verder()
    robot.gaat_naar("overnemen.post-administratie")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_verder()
    robot.vult("weging.plussen_en_minnen", "Rustig, met hulp van de zus.")
    robot.gaat_naar("profiel.overnemen")
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("weging.behoud_motivering", "Leren is twee keer geprobeerd en lukte niet.")
    robot.kiest("weging.product", "IB-licht")
    robot.gaat_verder()
    fill_in(robot, LOOPTIJD)
    robot.gaat_verder()
    fill_in(robot, AFRONDING)
    robot.gaat_naar("definitief.maken")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_verder()
    session = robot.session
    assert missing(session.kader, session.dossier, session.indicatie) == ()
    assert f"Definitief: {session.indicatie.minuten_per_maand} minuten per maand." in robot.ziet()

    robot.gaat_naar("verslag.maken")
    robot.drukt(Qt.Key.Key_Space)

    assert verslag.read_bytes().startswith(b"%PDF")
    assert robot.presses < 600


def test_the_way_to_a_gap_leads_to_the_very_field(robot):
    robot.gaat_naar("nieuw")
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar_stap("Controleren")
    gaps = robot.gaat_naar("ontbreekt")
    for _ in range(gaps.count()):
        if "Zaaknummer" in (gaps.currentItem().text() if gaps.currentItem() else ""):
            break
        robot.drukt(Qt.Key.Key_Down)

    robot.drukt(Qt.Key.Key_Return)

    assert robot.wizard.current_step == "melding"
    assert robot.window.focusWidget().objectName() == "melding.zaaknummer"


def fill_in(robot, groepen) -> None:
    for veld in (veld for groep in groepen for veld in groep.velden if veld.nodig):
        match veld.soort:
            case VeldSoort.REGEL | VeldSoort.TEKST:
                robot.vult(veld.pad, "ja, dat klopt")
            case VeldSoort.DATUM:
                robot.vult(veld.pad, DATES.get(veld.pad, "01-04-2027"))
            case VeldSoort.JA_NEE:
                robot.antwoordt(veld.pad, ja=veld.pad != "melding.persoonlijk_plan")
            case VeldSoort.KEUZE:
                robot.kiest(veld.pad, veld.keuzes[0][1])


def choose_leefgebied(robot) -> None:
    robot.kiest("leefgebied.financien", "begeleiding nodig")
    robot.vult("leefgebied.financien.problemen", "De post blijft liggen.")
    robot.vult("leefgebied.financien.doel", "De post is elke week open.")


def answer_factoren(robot) -> None:
    for factor in robot.session.kader.factoren:
        if factor.gevraagd_bij == "dossier":
            robot.kiest_anker(f"factor.{factor.id}", factor.keuzes[0].id)
