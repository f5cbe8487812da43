"""A third party with only the paper recomputes every minute: from the text of the PDF alone."""

import ast
import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import RekenstapSoort, Voorstel
from indicatietool.engine.tijdlijn import lines_of, total_of
from indicatietool.engine.total import indicate
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import load_normenkader
from indicatietool.verslag.bewerking import sums_of, sums_of_total
from indicatietool.verslag.pdf import render_pdf
from indicatietool.verslag.zaak import Zaak
from tests.builders import make_aftrek, make_dossier, make_kader, make_taak, score, take_all_over
from tests.strategies import Geval, gevallen
from tests.verslag import narekenaar
from tests.verslag.narekenaar import KloptNietError, evaluate, recompute
from tests.verslag.papier import pages, proof, report

NORMEN = Path(__file__).parents[2] / "normen"
CASUSSEN = sorted(NORMEN.glob("*/*/casussen/*.json"))


def text_of_paper(pdf: bytes, map_: Path, *opties: str) -> str:
    """The text as poppler's pdftotext gives it, or as pypdfium2 does where poppler is absent."""
    if shutil.which("pdftotext") is None or "pypdfium2" in opties:
        return "\n".join(pages(pdf)).replace("\r\n", "\n")
    bestand = map_ / "verslag.pdf"
    bestand.write_bytes(pdf)
    opdracht = ["pdftotext", *opties, "-enc", "UTF-8", str(bestand), "-"]
    return subprocess.run(opdracht, capture_output=True, check=True, timeout=60).stdout.decode("utf-8")


def shipped(pad: Path) -> tuple[Normenkader, Dossier]:
    kader = load_normenkader(pad.parents[1] / "normenkader.toml").kader
    return kader, read_dossier(pad)


@pytest.mark.parametrize("naam", ["o2-weer-op-orde", "b4-intensief-thuis"])
def test_shipped_case_is_recomputed_from_paper_alone(naam: str, tmp_path: Path) -> None:
    kader, dossier = shipped(NORMEN / "voorbeeld-begeleiding/2026.1/casussen" / f"{naam}.json")
    indicatie = indicate(kader, dossier)

    gevonden = recompute(text_of_paper(render_pdf(report(kader, dossier)), tmp_path))

    assert gevonden.per_maand == indicatie.berekend_per_maand == indicatie.minuten_per_maand
    assert gevonden.per_week == indicatie.minuten_per_week
    assert gevonden.over_de_looptijd == total_of(lines_of(dossier, indicatie)).minuten
    assert [t.telt_mee for t in gevonden.taken] == [u.minuten_per_week for u in indicatie.taken]
    stappen = [u.voorstel.stappen for u in indicatie.taken if isinstance(u.voorstel, Voorstel)]
    assert gevonden.sommen == sum(len(s) for s in stappen) + len(indicatie.stappen)


@pytest.mark.parametrize("opties", [("-layout",), ("pypdfium2",)], ids=["layout", "pypdfium2"])
def test_another_way_of_reading_the_paper_gives_the_same(
    kader: Normenkader, dossier: Dossier, tmp_path: Path, opties: tuple[str, ...]
) -> None:
    pdf = render_pdf(report(kader, dossier))

    assert recompute(text_of_paper(pdf, tmp_path, *opties)) == recompute(text_of_paper(pdf, tmp_path))


def test_every_kind_of_step_is_recomputed_from_paper_alone(
    kader: Normenkader, dossier: Dossier, tmp_path: Path
) -> None:
    tekst = text_of_paper(render_pdf(report(kader, dossier)), tmp_path)

    gevonden = recompute(tekst)

    assert gevonden.per_maand == indicate(kader, dossier).minuten_per_maand
    for teken in (" × ", " : ", " % × ", " − ", "afgerond naar boven op 5"):
        assert any(teken in regel for regel in tekst.splitlines() if regel.startswith("Som: ")), teken


def test_one_changed_digit_in_a_sum_does_not_come_out(
    kader: Normenkader, dossier: Dossier, tmp_path: Path
) -> None:
    tekst = text_of_paper(render_pdf(report(kader, dossier)), tmp_path)
    begin = tekst.index("14. Bijlage")
    sommen = list(re.finditer(r"^Som: .*$", tekst[begin:], re.MULTILINE))
    gemist = []
    for som in sommen:
        laatste = begin + som.end() - 1
        ander = tekst[:laatste] + str((int(tekst[laatste]) + 1) % 10) + tekst[laatste + 1 :]
        try:
            recompute(ander)
        except (KloptNietError, ZeroDivisionError):
            continue
        gemist.append(som[0])

    assert sommen
    assert gemist == []


def test_help_of_more_than_all_shows_that_it_stops_at_zero() -> None:
    kader = make_kader(make_taak(minuten=20))
    dossier = take_all_over(kader, make_dossier(score(aftrek=(make_aftrek(minuten=50),))))

    assert "Som: 20 − 50 (niet minder dan 0) = 0" in _printed_sums(kader, dossier)


@pytest.mark.parametrize("pad", CASUSSEN, ids=lambda pad: pad.stem)
def test_sums_of_every_shipped_case_come_out_and_show_what_they_take(pad: Path) -> None:
    kader, dossier = shipped(pad)
    zaak = Zaak(kader, dossier, indicate(kader, dossier), proof(kader, dossier))
    for uitkomst in zaak.indicatie.taken:
        if not isinstance(uitkomst.voorstel, Voorstel):
            continue
        for stap, som in zip(
            uitkomst.voorstel.stappen, sums_of(zaak, uitkomst, uitkomst.voorstel), strict=True
        ):
            _check(som, stap.voor.richt, stap.na.richt)
            procent = re.search(r"(\d+) %", stap.tekst)
            if procent and stap.soort is RekenstapSoort.REGEL and stap.voor != stap.na:
                assert f"{procent[1]} % × " in som, f"{stap.tekst}: {som}"
    for stap, som in zip(zaak.indicatie.stappen, sums_of_total(zaak), strict=True):
        _check(som, stap.voor, stap.na)


@settings(max_examples=60, deadline=None)
@given(gevallen())
def test_sums_of_any_case_come_out(geval: Geval) -> None:
    kader, dossier = geval.kader, geval.dossier
    zaak = Zaak(kader, dossier, indicate(kader, dossier), proof(kader, dossier))
    for uitkomst in zaak.indicatie.taken:
        if isinstance(uitkomst.voorstel, Voorstel):
            sommen = sums_of(zaak, uitkomst, uitkomst.voorstel)
            for stap, som in zip(uitkomst.voorstel.stappen, sommen, strict=True):
                _check(som, stap.voor.richt, stap.na.richt)
    for stap, som in zip(zaak.indicatie.stappen, sums_of_total(zaak), strict=True):
        _check(som, stap.voor, stap.na)


def test_reader_imports_nothing_of_the_program() -> None:
    boom = ast.parse(Path(narekenaar.__file__).read_text("utf-8"))
    namen = [
        naam
        for deel in ast.walk(boom)
        if isinstance(deel, ast.Import | ast.ImportFrom)
        for naam in (
            [deel.module or ""] if isinstance(deel, ast.ImportFrom) else [a.name for a in deel.names]
        )
    ]

    assert namen
    assert not [naam for naam in namen if naam.startswith(("indicatietool", "tests"))]


@pytest.mark.parametrize(
    "onzin",
    ["60 + 10 % × 61 = 66", "60 plus 6 = 66", "60 + = 66", "60 × (2 = 120", "3 vervangen door 4 5 = 4"],
)
def test_reader_refuses_a_sum_that_is_wrong_or_not_a_sum(onzin: str) -> None:
    links, _, rechts = onzin.rpartition(" = ")

    try:
        uitkomst = evaluate(links)
    except KloptNietError:
        return
    assert uitkomst != int(rechts)


def _check(som: str, voor: Fraction, na: Fraction) -> None:
    assert som.startswith("Som: ")
    links, _, rechts = som.removeprefix("Som: ").rpartition(" = ")
    assert links.startswith(show_exact(voor)), som
    assert (evaluate(links), rechts) == (na, show_exact(na)), som


def _printed_sums(kader: Normenkader, dossier: Dossier) -> str:
    zaak = Zaak(kader, dossier, indicate(kader, dossier), proof(kader, dossier))
    (uitkomst,) = zaak.indicatie.taken
    assert isinstance(uitkomst.voorstel, Voorstel)
    return "\n".join(sums_of(zaak, uitkomst, uitkomst.voorstel))
