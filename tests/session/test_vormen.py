"""The verslag in every form and version, part by part, with the house style of the gemeente."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from indicatietool.domain.dossier import Afscherming
from indicatietool.domain.versie import Versie
from indicatietool.errors import HuisstijlError, VerslagError
from indicatietool.paths import resources_folder
from indicatietool.session.desk import Desk
from indicatietool.session.gemeenten import profile_of, text_at_end
from indicatietool.session.overdragen import take_in
from indicatietool.session.session import Session
from indicatietool.session.vormen import (
    Vorm,
    file_name,
    guardable,
    name_of_place,
    note_copied,
    preview,
    sections,
    write_verslag,
)
from indicatietool.store.normenkaders import GeladenKader

NAAM, ZAAK = "Oefencliënt F", "OEFEN-O2"


@pytest.fixture
def session(practice_desk: Desk, voorbeeldkader: GeladenKader) -> Session:
    (casus,) = (voorbeeldkader.folder / "casussen").glob("o2-*.json")
    return practice_desk.open(take_in(practice_desk, casus).nummer)


def acts(desk: Desk) -> list[str]:
    assert desk.kluis is not None
    return [regel.actie for regel in desk.kluis.logboek()]


@pytest.mark.parametrize("vorm", list(Vorm))
def test_verslag_is_written_in_every_form_and_noted_in_the_log(
    session: Session, practice_desk: Desk, tmp_path: Path, vorm: Vorm
):
    versie = Versie.CLIENT
    pad = tmp_path / file_name(session, versie, vorm)

    write_verslag(session, pad, versie, vorm)

    inhoud = pad.read_bytes()
    if vorm is Vorm.PDF:
        assert inhoud.startswith(b"%PDF")
    elif vorm in (Vorm.ODT, Vorm.DOCX):
        assert ZipFile(BytesIO(inhoud)).testzip() is None
    else:
        assert f"{session.indicatie.minuten_per_maand}" in inhoud.decode()
    assert "verslag gemaakt" in acts(practice_desk)


@pytest.mark.parametrize("versie", list(Versie))
@pytest.mark.parametrize("vorm", list(Vorm))
def test_name_of_the_file_holds_the_number_and_nobody(session: Session, versie: Versie, vorm: Vorm):
    naam = file_name(session, versie, vorm)

    assert session.dossier.nummer in naam
    assert NAAM not in naam
    assert ZAAK not in naam


@pytest.mark.parametrize("versie", list(Versie))
def test_preview_is_the_same_story_and_reaches_for_nothing(session: Session, versie: Versie):
    html = preview(session, versie)

    assert str(session.indicatie.minuten_per_maand) in html
    for ding in ("<img", "<script", "<link", "src=", "href=", "http:", "https:"):
        assert ding not in html


def test_typed_text_is_never_markup(session: Session):
    session.set_veld("hulpvraag.eigen_woorden", "<img src=x onerror=alert(1)> & <b>vet</b>")

    html = preview(session, Versie.DOSSIER)

    assert "<img" not in html
    assert "&lt;b&gt;vet&lt;/b&gt;" in html


def test_each_part_can_be_copied_with_and_without_layout(session: Session, practice_desk: Desk):
    onderdelen = list(sections(session, Versie.DOSSIER))

    assert len(onderdelen) == 15
    hulpvraag = next(o for o in onderdelen if "Hulpvraag" in o.titel)
    for tekst in (hulpvraag.html, hulpvraag.tekst):
        assert session.dossier.hulpvraag.eigen_woorden[:40] in tekst.replace("&quot;", '"')
    assert "<" not in hulpvraag.tekst
    note_copied(session, hulpvraag)
    assert "klembord verslag" in acts(practice_desk)


def test_every_place_that_is_offered_can_be_guarded(session: Session):
    plekken = guardable(session)
    session.guard(
        tuple(
            Afscherming(plek=p.plek, niet_voor_aanbieder=True, niet_voor_client=True, reden="Privé.")
            for p in plekken
        )
    )

    assert len(plekken) > 30
    for versie in Versie:
        assert preview(session, versie)
    assert all(name_of_place(session, p.plek) == p.naam or p.naam for p in plekken)


def test_guarded_passage_stays_out_of_the_versions_it_is_not_for(session: Session):
    tekst = session.dossier.hulpvraag.eigen_woorden[:40]
    session.guard((Afscherming(plek="hulpvraag.eigen_woorden", niet_voor_aanbieder=True, reden="Privé."),))

    gevonden = [versie for versie in Versie if tekst in preview(session, versie).replace("&quot;", '"')]

    assert gevonden == [Versie.DOSSIER, Versie.CLIENT]


def test_place_that_is_gone_is_said_and_not_passed_over(session: Session):
    session.guard((Afscherming(plek="iets.weg", niet_voor_client=True, reden="Privé."),))

    with pytest.raises(VerslagError, match="niet te vinden"):
        preview(session, Versie.CLIENT)


# House style


def test_gemeente_has_a_text_for_the_end_and_another_has_none():
    assert "stopt de begeleiding" in text_at_end("0505")
    assert text_at_end("9999") == text_at_end(None) == ""


def test_own_file_goes_before_the_one_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INDICATIETOOL_MAP", str(tmp_path))
    assert "vanzelf" in text_at_end("0505")
    eigen = tmp_path / "gemeenten.toml"
    shutil.copy(resources_folder() / "gemeenten.toml", eigen)
    eigen.write_text(
        eigen.read_text("utf-8").replace("Zij gaat niet vanzelf door.", "Wij bellen u."), "utf-8"
    )

    assert "Wij bellen u." in text_at_end("0505")

    eigen.write_text("formaat = 1\ngemeenten = 3\n", "utf-8")
    with pytest.raises(HuisstijlError):
        profile_of("0505")
