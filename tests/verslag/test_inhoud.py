"""What the verslag says: fourteen parts in order, every number with its reason, nothing hidden."""

import subprocess
import sys
from datetime import date
from fractions import Fraction
from math import ceil

import pytest

from indicatietool.domain.dossier import Dossier, Weging
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.verslag.blocks import Kop, LetOp, Tabel, Waterval
from tests.builders import (
    afwijken,
    make_dossier,
    make_kader,
    make_leefgebied,
    make_taak,
    score,
    take_all_over,
)
from tests.verslag.conftest import MOTIVERING, OBSERVATIE
from tests.verslag.papier import DOSSIER_SHA256, KADER_SHA256, report, section, words


def test_fourteen_parts_stand_in_the_order_of_the_law(kader: Normenkader, dossier: Dossier) -> None:
    koppen = [b.tekst for b in report(kader, dossier).blokken if isinstance(b, Kop) and b.niveau == 1]

    assert koppen == [
        "1. Gegevens van dit verslag",
        "2. Samenvatting en conclusie",
        "3. Procedure",
        "4. Hulpvraag in eigen woorden",
        "5. Situatie, behoeften en voorkeuren",
        "6. Leefgebieden: problemen, doelen en begeleiding",
        "7. Oplossingen: wat u zelf en anderen kunnen doen",
        "8. Ondersteuning van de mantelzorger",
        "9. Weging en berekening",
        "10. Afwijking van de norm",
        "11. Conclusie: de maatwerkvoorziening",
        "12. Doelen, evaluatie en einde",
        "13. Uw mening en ondertekening",
        "14. Bijlage: berekening en bronnen",
    ]


def test_every_part_of_an_empty_dossier_says_something(kader: Normenkader) -> None:
    verslag = report(kader, make_dossier())

    for nummer in range(1, 15):
        assert len(section(verslag, nummer).split("\n")) > 1, f"onderdeel {nummer} is leeg"


def test_no_table_has_an_empty_row(kader: Normenkader, dossier: Dossier) -> None:
    for verslag in (report(kader, dossier), report(kader, make_dossier())):
        tabellen = [blok for blok in verslag.blokken if isinstance(blok, Tabel)]

        assert all(tabel.rijen for tabel in tabellen)
        assert all(any(rij.cellen) for tabel in tabellen for rij in tabel.rijen)


def test_summary_begins_with_the_number_and_its_total_over_the_looptijd(
    kader: Normenkader, dossier: Dossier
) -> None:
    minuten = indicate(kader, dossier).minuten_per_maand
    samenvatting = section(report(kader, dossier), 2)

    assert samenvatting.split("\n")[2] == f"{minuten} minuten per maand"
    assert "Dat is gemiddeld" in samenvatting
    assert f"Over de hele looptijd van 12 maanden is dat samen {12 * minuten} minuten" in samenvatting


def test_summary_leaves_the_total_out_while_a_date_is_missing(kader: Normenkader, dossier: Dossier) -> None:
    zonder_einde = dossier.with_changes(weging=Weging(ingangsdatum=date(2027, 1, 1)))

    assert "hele looptijd" not in section(report(kader, zonder_einde), 2)


def test_part_of_a_month_counts_by_its_days(kader: Normenkader, dossier: Dossier) -> None:
    weging = Weging(ingangsdatum=date(2027, 1, 1), einddatum=date(2027, 3, 10))
    verslag = report(kader, dossier.with_changes(weging=weging))
    minuten = indicate(kader, dossier).minuten_per_maand
    samen = minuten * (2 + Fraction(10, 31))

    assert f"Over de hele looptijd van 2 maanden en 10 dagen is dat samen {ceil(samen)}" in section(
        verslag, 2
    )
    assert f"Som: 2 10/31 × {minuten} = {show_exact(samen)}" in section(verslag, 11)


@pytest.mark.parametrize(
    ("periode", "volume", "frequentie"), [("maand", 1, "4 (per maand)"), ("totaal", 12, "6 (totaal")]
)
def test_size_stands_in_the_words_of_the_message_standard(
    dossier: Dossier, kader: Normenkader, periode: str, volume: int, frequentie: str
) -> None:
    wijze = kader.rekenwijze.model_copy(update={"periode": periode})
    ander = kader.model_copy(update={"rekenwijze": wijze})
    minuten = indicate(ander, dossier).minuten_per_maand

    conclusie = section(report(ander, dossier), 11)

    assert f"volume {volume * minuten}, eenheid 01 (minuut), frequentie {frequentie}" in conclusie


def test_leefgebied_shows_problems_goal_observation_and_bruto(kader: Normenkader, dossier: Dossier) -> None:
    leefgebieden = section(report(kader, dossier), 6)

    for tekst in ("Post blijft liggen.", "Post is open.", OBSERVATIE, "2 keer per week", "Opruimen"):
        assert tekst in leefgebieden


def test_help_on_a_waiting_list_is_named_but_not_counted(kader: Normenkader, dossier: Dossier) -> None:
    oplossingen = section(report(kader, dossier), 7)

    assert "Een zus sorteert op zaterdag." in oplossingen
    assert "staat op een wachtlijst: geen aftrek. De cursus is vol." in oplossingen
    assert "lost dit zelf op" in oplossingen


def test_leefgebied_that_was_not_discussed_is_named_as_such(kader: Normenkader) -> None:
    oplossingen = section(report(kader, make_dossier(leefgebieden=[make_leefgebied("geld")])), 7)

    assert "Niet besproken in dit onderzoek: Wonen, Vrije tijd." in oplossingen


def test_weighing_tells_that_a_tool_without_ai_was_used(kader: Normenkader, dossier: Dossier) -> None:
    weging = section(report(kader, dossier), 9)

    assert "rekenhulpmiddel" in weging
    assert "geen kunstmatige intelligentie (AI)" in weging
    assert "Het is een hulpmiddel, geen vervanging van professionele beoordeling." in weging


def test_weighing_shows_every_taak_with_voorstel_marge_and_besluit(
    kader: Normenkader, dossier: Dossier
) -> None:
    weging = section(report(kader, dossier), 9)

    for tekst in ("Post", "Opruimen", "Waakvlam", "Motivatie: matig", "90\nafgeweken", "overgenomen"):
        assert tekst in weging
    assert f"Motivering: {MOTIVERING}" in weging


def test_long_motivering_stands_in_full_in_part_ten_only(kader: Normenkader, dossier: Dossier) -> None:
    lang = "Dit vraagt veel uitleg. " * 100
    besluiten = [
        b.model_copy(update={"besluit": afwijken(90, motivering=lang)}) if b.taak == "post" else b
        for b in dossier.besluiten
    ]
    verslag = report(kader, dossier.with_changes(besluiten=tuple(besluiten)))

    assert "Motivering: zie onderdeel 10." in section(verslag, 9)
    assert words(verslag).count(lang.strip()) == 1


def test_waterfall_walks_from_bruto_to_the_total(kader: Normenkader, dossier: Dossier) -> None:
    indicatie = indicate(kader, dossier)
    (waterval,) = (blok for blok in report(kader, dossier).blokken if isinstance(blok, Waterval))
    netto = next(staaf for staaf in waterval.staven if staaf.label.startswith("Netto"))

    assert waterval.staven[0].tot == indicatie.bruto_per_week
    assert netto.tot == indicatie.netto_per_week
    assert waterval.staven[-1].tot == indicatie.minuten_per_week


def test_departure_has_norm_marge_ground_and_motivering(kader: Normenkader, dossier: Dossier) -> None:
    afwijking = section(report(kader, dossier), 10)

    for tekst in ("Voorstel volgens de norm", "Marge", "90 minuten per week", "Bijzonder.", MOTIVERING):
        assert tekst in afwijking
    assert "Mee naar de kapper" in afwijking


def test_departure_of_the_total_names_both_numbers(kader: Normenkader, dossier: Dossier) -> None:
    afgeweken = make_dossier(score("waakvlam", "B1", planbaar="ja"), totaal=77)
    afwijking = section(report(kader, afgeweken), 10)

    assert f"{indicate(kader, afgeweken).berekend_per_maand} minuten per maand" in afwijking
    assert "77 minuten per maand" in afwijking
    assert "De hulp loopt af." in afwijking


def test_part_ten_says_so_when_nothing_departs(kader: Normenkader) -> None:
    overgenomen = take_all_over(kader, make_dossier(score("waakvlam", "B1"), planbaar="ja"))

    verslag = report(kader, overgenomen.with_changes(antwoorden=overgenomen.antwoorden))

    assert "niet afgeweken van de norm" in section(verslag, 10)


def test_evaluations_run_to_the_end_with_the_day_papers_are_due(kader: Normenkader, dossier: Dossier) -> None:
    doelen = section(report(kader, dossier), 12)

    assert "Evaluatie op\nStukken van de aanbieder uiterlijk op\n1-4-2027\n4-3-2027" in doelen
    assert "1-10-2027" in doelen
    assert "1-4-2028" not in doelen


def test_place_to_sign_offers_seen_agreed_not_agreed_and_aanvraag(
    kader: Normenkader, dossier: Dossier
) -> None:
    reactie = section(report(kader, dossier), 13)

    for tekst in ("Ik vind het genoeg.", "Gezien", "Akkoord", "Niet akkoord, omdat", "doe ik een aanvraag"):
        assert tekst in reactie


def test_appendix_has_every_step_exactly_with_its_source(kader: Normenkader, dossier: Dossier) -> None:
    bijlage = section(report(kader, dossier), 14)

    for uitkomst in indicate(kader, dossier).taken:
        assert isinstance(uitkomst.voorstel, Voorstel)
        for stap in uitkomst.voorstel.stappen:
            assert f"{stap.tekst}\n{show_exact(stap.voor.richt)}\n{show_exact(stap.na.richt)}" in bijlage
    for bron in ("De norm", "De regels", "vastgesteld door de consulent"):
        assert bron in bijlage


def test_appendix_ends_with_the_proof(kader: Normenkader, dossier: Dossier) -> None:
    bijlage = section(report(kader, dossier), 14)

    for bewijs in (KADER_SHA256, DOSSIER_SHA256, "indicatietool 9.8.7", "22-11-2026", "bepaald"):
        assert bewijs in bijlage


def test_verslag_never_calls_itself_a_besluit_van_het_college(kader: Normenkader, dossier: Dossier) -> None:
    assert "besluit van het college" not in words(report(kader, dossier)).lower()


def test_open_besluit_makes_a_concept_that_names_the_taak(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier.with_changes(besluiten=dossier.besluiten[1:]))
    (vak,) = (blok for blok in verslag.blokken if isinstance(blok, LetOp))

    assert verslag.is_concept
    assert verslag.titel == "CONCEPT onderzoeksverslag"
    assert vak.regels == ("Post: er is nog geen besluit van de consulent.",)


def test_open_question_stands_in_the_box_of_the_concept(kader: Normenkader) -> None:
    verslag = report(kader, make_dossier(score("post", None, motivatie="goed"), planbaar="ja"))
    (vak,) = (blok for blok in verslag.blokken if isinstance(blok, LetOp))

    assert "Post: kies het blok, vul in hoe vaak dit nodig is" in vak.regels[0]


def test_what_is_missing_makes_a_concept_of_a_number_that_stands(
    kader: Normenkader, dossier: Dossier
) -> None:
    verslag = report(kader, dossier, "Het product is nog niet gekozen.")
    (vak,) = (blok for blok in verslag.blokken if isinstance(blok, LetOp))

    assert verslag.is_concept
    assert verslag.watermerk == "CONCEPT"
    assert vak.regels == ("Het product is nog niet gekozen.",)
    assert "Indicatie begeleiding" in section(verslag, 2)


def test_finished_verslag_under_a_vastgesteld_kader_has_no_box_and_no_watermark(
    kader: Normenkader, dossier: Dossier
) -> None:
    verslag = report(kader, dossier)

    assert not verslag.is_concept
    assert verslag.titel == "Onderzoeksverslag"
    assert verslag.watermerk is None
    assert not any(isinstance(blok, LetOp) for blok in verslag.blokken)


@pytest.mark.parametrize(
    ("status", "watermerk"),
    [
        (KaderStatus.VOORBEELD, "VOORBEELD – geen vastgestelde norm"),
        (KaderStatus.CONCEPT, "CONCEPT-NORM – geen vastgestelde norm"),
        (KaderStatus.VERVALLEN, "VERVALLEN NORM"),
    ],
)
def test_status_of_the_kader_is_the_watermark(status: KaderStatus, watermerk: str) -> None:
    kader = make_kader(status=status)
    klaar = take_all_over(kader, make_dossier(score()))

    assert report(kader, klaar).watermerk == watermerk
    assert report(kader, make_dossier(score())).watermerk == f"CONCEPT · {watermerk}"


def test_practice_case_is_called_so_above_and_below(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier.with_changes(oefening=True))

    assert verslag.kopregels[0].startswith("OEFENING")
    assert verslag.voettekst.startswith("OEFENING · Controlecode")
    assert "OEFENING" not in words(report(kader, dossier))


def test_open_norm_and_kader_without_profielen_are_told_plainly() -> None:
    kader = make_kader(make_taak(open_norm="Elke situatie is anders."), profielen=())
    dossier = make_dossier(score(), besluiten={"post": afwijken(45)})
    verslag = report(kader, dossier)

    assert "geen norm" in section(verslag, 6)
    assert "Dit normenkader kent geen profielen." in section(verslag, 9)
    assert "Het kader geeft geen aantal minuten. Elke situatie is anders." in section(verslag, 10)


def test_composing_needs_no_reportlab() -> None:
    code = "import sys, indicatietool.verslag.content; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
