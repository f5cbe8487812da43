"""Beginnings that several stories share."""

from tests.gui.robot import Robot

TAAK = "post-administratie"
LEEFGEBIED = "financien"


def open_scored_case(robot: Robot) -> str:
    """Open a new dossier in which one taak is fully scored; returns that taak."""
    robot.window.dossiers.new.click()
    session, act = robot.session, robot.wizard.view.act
    kader = session.kader
    from indicatietool.domain.antwoorden import Frequentie, LeefgebiedSituatie
    from indicatietool.domain.factoren import Plaats

    act(session.set_situatie, LEEFGEBIED, LeefgebiedSituatie.BEGELEIDING)
    for factor in kader.factoren_at(Plaats.DOSSIER):
        act(session.answer_factor, factor.id, factor.keuzes[0].id)
    act(session.choose_taak, TAAK, nodig=True)
    act(session.answer_blok, TAAK, "O2")
    act(session.answer_frequentie, TAAK, Frequentie(keer=1, per_weken=1))
    for factor in kader.taak_by_id[TAAK].vraagt:
        act(session.answer_factor, factor, kader.factor_by_id[factor].keuzes[0].id, TAAK)
    return TAAK
