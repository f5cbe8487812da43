"""Sessions that are kept: figures of the group only, a trend in words, and gone when they are removed."""

from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.kalibratie_tekst import meaning, show_alpha, summary, to_discuss
from indicatietool.engine.kalibratie import calibrate
from indicatietool.errors import InvoerError
from indicatietool.session.kalibratie.sessies import keep, kept, line_of, remove, trend_in_words
from tests.kalibreren import KADER, antwoord, casus, twintig, uitslag

EERST, LATER = date(2027, 1, 12), date(2027, 6, 3)


def eens():
    groep = [uitslag(n, antwoord("O2", "O3" if n else "B2")) for n in range(20)]
    return calibrate(KADER.kader, groep)


def test_kept_session_holds_no_uitslag(tmp_path: Path):
    bewaard = keep(casus(), calibrate(KADER.kader, twintig()), EERST, tmp_path)

    inhoud = bewaard.pad.read_text("utf-8")
    assert not any(u.deelnemer in inhoud for u in twintig())
    assert 'deelnemer"' not in inhoud
    assert kept(tmp_path) == ((bewaard,), ())
    assert bewaard.pad.stat().st_mode & 0o077 == 0


def test_trend_goes_from_the_first_day_to_the_last_in_words(tmp_path: Path):
    keep(casus(), eens(), LATER, tmp_path)
    keep(casus(), calibrate(KADER.kader, twintig()), EERST, tmp_path)

    bewaard, _ = kept(tmp_path)
    woorden = trend_in_words([deel.sessie for deel in bewaard])

    assert [deel.sessie.datum for deel in bewaard] == [EERST, LATER]
    assert woorden.startswith("Van 0,60 op 12-01-2027 naar 0,9")
    assert "meer eens geworden" in woorden
    assert "20 uitslagen tellen mee; alpha 0,60" in line_of(bewaard[0].sessie)


def test_one_session_is_no_trend():
    assert "twee of meer" in trend_in_words(())


def test_same_session_twice_is_one_and_a_removed_one_is_gone(tmp_path: Path):
    kalibratie = calibrate(KADER.kader, twintig())
    keep(casus(), kalibratie, EERST, tmp_path)
    bewaard = keep(casus(), kalibratie, EERST, tmp_path)

    remove(bewaard)
    remove(bewaard)

    assert kept(tmp_path) == ((), ())


def test_damaged_session_is_named_and_the_others_are_shown(tmp_path: Path):
    keep(casus(), calibrate(KADER.kader, twintig()), EERST, tmp_path)
    (tmp_path / "2027-kapot.sessie").write_text('{"formaat": 1}', "utf-8")
    (tmp_path / "2027-stuk.sessie").write_text("{", "utf-8")

    bewaard, fouten = kept(tmp_path)

    assert len(bewaard) == 1
    assert [fout.partition(":")[0] for fout in fouten] == ["2027-kapot.sessie", "2027-stuk.sessie"]


def test_two_uitslagen_are_too_few_to_keep(tmp_path: Path):
    with pytest.raises(InvoerError, match="minder dan 3"):
        keep(casus(), calibrate(KADER.kader, twintig()[:2]), EERST, tmp_path)


@pytest.mark.parametrize(
    ("alpha", "getal", "woorden"),
    [
        (1.0, "1,00", "is het eens"),
        (0.8, "0,80", "is het eens"),
        (0.7999, "0,79", "redelijk eens"),
        (0.667, "0,66", "redelijk eens"),
        (0.6669, "0,66", "nog niet genoeg eens"),
        (0.0, "0,00", "nog niet genoeg eens"),
        (-0.2, "−0,20", "bij toeval"),
        (None, "geen", "niet te berekenen"),
    ],
)
def test_alpha_is_told_in_words(alpha: float | None, getal: str, woorden: str):
    assert show_alpha(alpha) == getal
    assert woorden in meaning(alpha)


def test_summary_names_the_taak_that_divides_and_what_to_ask():
    kalibratie = calibrate(KADER.kader, twintig(), casus().model)

    zinnen = " ".join(summary(kalibratie))
    (vraag,) = to_discuss(kalibratie)

    assert "20 uitslagen tellen mee." in zinnen
    assert "alpha): 0,60. De groep is het nog niet genoeg eens" in zinnen
    assert "De meeste verschillen zitten bij: Opruimen." in zinnen
    assert vraag.startswith("Opruimen, welke woorden in het verhaal wijzen op “O3 Blok O3”")


def test_summary_of_two_says_why_nothing_is_shown():
    zinnen = summary(calibrate(KADER.kader, twintig()[:2]))

    assert zinnen[0] == "2 uitslagen tellen mee."
    assert "minder dan 3" in zinnen[1]
