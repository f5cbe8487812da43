"""Narekenen: what was not touched is the same; what was touched anywhere is found."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from indicatietool.domain.versie import Versie
from indicatietool.errors import (
    DossierError,
    IntegriteitError,
    InvoerError,
)
from indicatietool.paths import normen_folder
from indicatietool.session.definitief import make_definitief
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.narekenen import Make, checked_as_json, checked_as_text, narekenen
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.overdragen import hand_over, take_in
from indicatietool.session.recept import make_pdf
from indicatietool.session.report import write_report
from indicatietool.session.session import Session
from indicatietool.store.dossiers import dossier_to_json, read_dossier
from indicatietool.store.overdracht import write_overdracht
from indicatietool.verslag.drager import read_drager
from indicatietool.verslag.vergelijken import open_pdf
from tests.builders import VANDAAG
from tests.session.knoeier import Knoeier, Plek
from tests.session.verslagen import CASUSSEN, KADERS, bron, casus, recept, saved_again, verslag

MUTANTEN = {
    Versie.DOSSIER: {
        "bladzijde": 3,
        "opbouw": 2,
        "letters": 1,
        "metagegevens": 1,
        "recept": 1,
        "pakket": 2,
    },
    Versie.CLIENT: {"bladzijde": 4, "opbouw": 1, "letters": 1, "metagegevens": 1, "recept": 1},
    Versie.AANBIEDER: {"bladzijde": 4, "opbouw": 1, "letters": 1, "recept": 1},
}
"""What is changed in the versions of each of the eight cases: 25 a case, 200 in all."""


@pytest.mark.parametrize("naam", CASUSSEN)
def test_untouched_verslag_is_the_same(naam: str, bewaard: Callable[[bytes], Path]) -> None:
    uitkomst = narekenen(bewaard(verslag(naam)), KADERS)

    assert uitkomst.is_gelijk
    assert not uitkomst.is_opnieuw_bewaard
    assert uitkomst.minuten_per_maand == recept(naam).verantwoording.minuten_per_maand
    assert "Gelijk:" in checked_as_text(uitkomst)


@pytest.mark.parametrize("versie", Versie)
@pytest.mark.parametrize("naam", CASUSSEN)
def test_each_of_200_changed_verslagen_is_found(
    naam: str, versie: Versie, bewaard: Callable[[bytes], Path], make: Make
) -> None:
    knoeier = Knoeier(verslag(naam, versie), seed=CASUSSEN.index(naam))
    dossier = None if versie is Versie.DOSSIER else casus(naam)
    gevonden: Counter[str] = Counter()

    for soort, aantal in MUTANTEN[versie].items():
        for _ in range(aantal):
            plek, veranderd = knoeier.change(soort)
            gevonden[soort] += found(bewaard(veranderd), dossier, make, plek)

    assert gevonden == MUTANTEN[versie]
    assert sum(sum(soorten.values()) for soorten in MUTANTEN.values()) * len(CASUSSEN) == 200


def found(pad: Path, dossier: Path | None, make: Make, plek: Plek) -> bool:
    """Tell whether a changed file is refused or answered as different, at the right place."""
    try:
        verschil = narekenen(pad, KADERS, dossier, make=make).verschil
    except IntegriteitError:
        return plek.soort in ("recept", "pakket")
    if plek.soort == "bladzijde":
        return verschil is not None and verschil.plaats.startswith(f"bladzijde {plek.bladzijde},")
    return verschil is not None


def test_changed_digit_is_named_with_page_line_and_both_words(
    bewaard: Callable[[bytes], Path], make: Make
) -> None:
    knoeier = Knoeier(verslag("o2-weer-op-orde"), seed=1)
    eerste = next(p for p in knoeier.plekken["bladzijde"] if b"(810 minuten per maand)" in knoeier.content(p))
    inhoud = knoeier.content(eerste).replace(b"(810 minuten per maand)", b"(910 minuten per maand)", 1)
    uitkomst = narekenen(bewaard(knoeier.replaced(eerste.nummer, inhoud)), KADERS, make=make)

    assert uitkomst.verschil is not None
    assert re.fullmatch(rf"bladzijde {eerste.bladzijde}, regel \d+", uitkomst.verschil.plaats)
    assert (uitkomst.verschil.staat_er, uitkomst.verschil.hoort) == ("910", "810")
    assert uitkomst.minuten_per_maand == 810
    assert "Niet gelijk." in checked_as_text(uitkomst)
    assert checked_as_json(uitkomst)["gelijk"] is False


def test_longer_bar_in_a_figure_is_found(bewaard: Callable[[bytes], Path], make: Make) -> None:
    knoeier = Knoeier(verslag("o4-nieuwe-start"), seed=1)
    balk = re.compile(rb"/Figure .*?(\d+\.\d+) \d+\.\d+ re", re.S)
    plek, match = next((p, m) for p in knoeier.plekken["bladzijde"] if (m := balk.search(knoeier.content(p))))
    inhoud = knoeier.content(plek)
    langer = inhoud[: match.start(1)] + b"99.9" + inhoud[match.end(1) :]
    uitkomst = narekenen(bewaard(knoeier.replaced(plek.nummer, langer)), KADERS, make=make)

    assert str(uitkomst.verschil).startswith(f"bladzijde {plek.bladzijde}, tekening of plaats")


@pytest.mark.parametrize("versie", [Versie.CLIENT, Versie.AANBIEDER])
@pytest.mark.parametrize("naam", ["b1-waakvlam", "o4-nieuwe-start"])
def test_other_versions_are_recomputed_with_the_dossier(
    naam: str, versie: Versie, bewaard: Callable[[bytes], Path], make: Make, tmp_path: Path
) -> None:
    pad = bewaard(verslag(naam, versie))
    reis = tmp_path / "reis.indicatie"
    write_overdracht(reis, bron(naam).pakket)

    assert narekenen(pad, KADERS, casus(naam), make=make).is_gelijk
    assert narekenen(pad, KADERS, reis, make=make).is_gelijk
    plek, veranderd = Knoeier(verslag(naam, versie), seed=5).change("bladzijde")
    anders = narekenen(bewaard(veranderd), KADERS, casus(naam), make=make)
    assert str(anders.verschil).startswith(f"bladzijde {plek.bladzijde},")


@pytest.mark.parametrize("versie", [Versie.CLIENT, Versie.AANBIEDER])
def test_only_the_dossierversie_carries_the_dossier(versie: Versie, bewaard: Callable[[bytes], Path]) -> None:
    drager = read_drager(PdfReader(BytesIO(verslag("o2-weer-op-orde", versie))))

    assert drager is not None
    assert drager.pakket == b""
    assert bron("o2-weer-op-orde").pakket.dossier.melding.client.encode() not in drager.recept
    with pytest.raises(InvoerError, match="Geef het dossier met --dossier"):
        narekenen(bewaard(verslag("o2-weer-op-orde", versie)), KADERS)


def test_other_dossier_than_the_verslag_was_made_of_is_found(
    bewaard: Callable[[bytes], Path], make: Make, tmp_path: Path
) -> None:
    anders = bron("o2-weer-op-orde").pakket.dossier.with_changes(gemaakt=date(2026, 1, 1))
    pad = tmp_path / "anders.json"
    pad.write_bytes(dossier_to_json(anders))
    kader = casus("o2-weer-op-orde").parent.parent

    for versie in Versie:
        uitkomst = narekenen(bewaard(verslag("o2-weer-op-orde", versie)), KADERS, pad, kader=kader, make=make)
        assert uitkomst.verschil is not None
        assert uitkomst.verschil.plaats == "vingerafdruk van het dossier"


def test_dossier_of_another_kader_is_told(bewaard: Callable[[bytes], Path], make: Make) -> None:
    ander = normen_folder() / "awbz-2014-bijlage-6" / "2014"

    with pytest.raises(DossierError, match="hoort bij"):
        narekenen(
            bewaard(verslag("b1-waakvlam", Versie.CLIENT)),
            KADERS,
            casus("b1-waakvlam"),
            kader=ander,
            make=make,
        )


def test_kader_that_is_not_on_this_laptop_travels_along(
    bewaard: Callable[[bytes], Path], make: Make, tmp_path: Path
) -> None:
    assert narekenen(bewaard(verslag("b1-waakvlam")), Kaders(tmp_path), make=make).is_gelijk


def test_file_that_was_saved_again_by_another_program_is_the_same(
    bewaard: Callable[[bytes], Path], make: Make
) -> None:
    uitkomst = narekenen(bewaard(saved_again(verslag("b1-waakvlam"))), KADERS, make=make)

    assert uitkomst.is_gelijk
    assert uitkomst.is_opnieuw_bewaard
    assert "opnieuw bewaard" in checked_as_text(uitkomst)


def test_dossier_inside_as_a_file_is_compared_too(bewaard: Callable[[bytes], Path], make: Make) -> None:
    met_bijlage = replace(recept("b1-waakvlam"), met_bijlage=True)
    pdf = make_pdf(met_bijlage, bron("b1-waakvlam").pakket, bron("b1-waakvlam").geladen)

    assert narekenen(bewaard(pdf), KADERS, make=make).is_gelijk


def test_verslag_of_another_version_of_the_program_says_so(
    bewaard: Callable[[bytes], Path], make: Make
) -> None:
    eigen = recept("b1-waakvlam")
    ouder = replace(eigen, verantwoording=replace(eigen.verantwoording, programmaversie="0.0.9"))
    pdf = make_pdf(ouder, bron("b1-waakvlam").pakket, bron("b1-waakvlam").geladen)
    _, anders = Knoeier(pdf, seed=2).change("bladzijde")

    assert narekenen(bewaard(pdf), KADERS, make=make).is_gelijk
    assert "Reken na met versie 0.0.9" in checked_as_text(narekenen(bewaard(anders), KADERS, make=make))


def test_verslagen_from_a_kluis_are_recomputed_as_concept_and_as_definitief(
    practice_desk: Desk, tmp_path: Path
) -> None:
    nummer = take_in(practice_desk, casus("b1-waakvlam")).nummer
    session = practice_desk.open(nummer)
    reis = tmp_path / "reis.indicatie"

    for stand in ("concept", "definitief"):
        if stand == "definitief":
            make_definitief(session)
            hand_over(session, reis)
        for versie in Versie:
            pad = tmp_path / f"{stand}-{versie}.pdf"
            write_report(session, pad, versie)
            pakket = tmp_path / "pakket.json"
            session.write_copy(pakket)
            assert narekenen(pad, KADERS, pakket).is_gelijk, pad.name
    assert narekenen(tmp_path / "definitief-client.pdf", KADERS, reis).is_gelijk


def test_facts_of_the_answer_are_those_of_the_verslag(bewaard: Callable[[bytes], Path], make: Make) -> None:
    antwoord = checked_as_json(narekenen(bewaard(verslag("b1-waakvlam")), KADERS, make=make))
    bewijs = recept("b1-waakvlam").verantwoording
    kader = antwoord["kader"]

    assert isinstance(kader, Mapping)
    assert (antwoord["gelijk"], antwoord["verschil"]) == (True, None)
    assert antwoord["dossier_sha256"] == bewijs.dossier_sha256
    assert kader["sha256"] == bewijs.kader_sha256
    assert read_dossier(casus("b1-waakvlam")).nummer == antwoord["dossier"]


def test_bsn_is_in_no_verslag_and_its_dossier_still_recomputes(
    desk: Desk, practice_desk: Desk, tmp_path: Path
):
    model = model_of(practice_desk, demonstrated(practice_desk)).dossier
    geladen = desk.kaders.load(desk.kaders.find_for(desk.new().dossier))
    melding = model.melding.model_copy(update={"bsn": "111222333"})
    session = Session(model.with_changes(melding=melding), geladen, None, VANDAAG)
    verslag, los = tmp_path / "verslag.pdf", tmp_path / "dossier.json"
    write_report(session, verslag)
    session.write_copy(los)

    nagerekend = narekenen(verslag, desk.kaders, los)

    assert nagerekend.is_gelijk, nagerekend.verschil
    lezer = open_pdf(verslag.read_bytes())
    drager = read_drager(lezer)
    assert drager is not None
    assert b"111222333" not in drager.pakket + drager.recept
    assert all("111222333" not in blad.extract_text() for blad in lezer.pages)
