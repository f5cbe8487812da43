"""Handing in an uitslag: only of a practice case that is scored to the end, and nothing typed goes along."""

import json

import pytest
from pydantic import ValidationError

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, LeefgebiedSituatie, OverigeBegeleiding
from indicatietool.domain.besluit import AfwijkenTotaal, BinnenMarge, TaakBesluit
from indicatietool.domain.dossier import Afscherming, Dossier, Hulpvraag, Melding, Oplossingen, Weging
from indicatietool.domain.uitslag import Besluitvorm, Uitslag
from indicatietool.errors import InvoerError
from indicatietool.session.kalibratie.deelnemer import begin_as_another, participant, secret_of
from indicatietool.session.kalibratie.inleveren import (
    file_name,
    file_text,
    in_words,
    missing,
    uitslag_of,
    write,
)
from indicatietool.store.uitslagen import read_uitslag
from tests.builders import VANDAAG, afwijken, make_aftrek, score
from tests.kalibreren import CASUS, KADER, antwoord, geheim, oefenen
from tests.kluizen import make_practice_desk

KANARIE = "Kanariepiet Zonneveld"


def vol_met_kanaries() -> Dossier:
    """Return a scored practice dossier with the canary typed in every field that takes a text."""
    blanco = antwoord()
    teksten = {
        deel: model(**{naam: KANARIE for naam, veld in model.model_fields.items() if veld.default == ""})
        for deel, model in (
            ("melding", Melding),
            ("hulpvraag", Hulpvraag),
            ("oplossingen", Oplossingen),
            ("weging", Weging),
        )
    }
    antwoorden = blanco.antwoorden
    return blanco.with_changes(
        nummer="kanarie-7",
        **teksten,
        antwoorden=antwoorden.model_copy(
            update={
                "taken": tuple(
                    taak.model_copy(
                        update={
                            "observatie": KANARIE,
                            "aftrek": (make_aftrek(minuten=5, reden=KANARIE),),
                        }
                    )
                    for taak in antwoorden.taken
                ),
                "leefgebieden": tuple(
                    LeefgebiedAntwoord(
                        leefgebied=deel.leefgebied,
                        situatie=LeefgebiedSituatie.BEGELEIDING,
                        problemen=KANARIE,
                        doel=KANARIE,
                        indicator=KANARIE,
                        toelichting=KANARIE,
                        keuzes=deel.keuzes,
                    )
                    for deel in antwoorden.leefgebieden
                ),
                "overige": (
                    OverigeBegeleiding(omschrijving=KANARIE, minuten_per_week=5, motivering=KANARIE),
                ),
            }
        ),
        besluiten=(TaakBesluit(taak="post", besluit=afwijken(90, motivering=KANARIE)),),
        afwijking_totaal=AfwijkenTotaal(minuten_per_maand=500, grond="afbouw", motivering=KANARIE),
        afgeschermd=(Afscherming(plek="hulpvraag.situatie", niet_voor_client=True, reden=KANARIE),),
    )


def test_nothing_that_was_typed_is_in_the_file(tmp_path):
    pad = tmp_path / "a.uitslag"

    write(uitslag_of(oefenen(vol_met_kanaries()), geheim(1)), pad)

    inhoud = pad.read_bytes().decode().lower()
    for woord in (*KANARIE.lower().split(), "kanarie-7", CASUS.vignet.lower()[:20], "2027", str(tmp_path)):
        assert woord not in inhoud
    assert read_uitslag(pad).minuten_per_maand == 500


def test_an_uitslag_has_no_field_for_text_but_the_title_of_the_case():
    def texts(schema: dict, name: str = "") -> set[str]:
        """Names of fields that take any text."""
        found = set()
        if schema.get("type") == "string" and not {"pattern", "enum", "const", "format"} & set(schema):
            found.add(name)
        for key, part in schema.get("properties", {}).items():
            found |= texts(part, key)
        for part in (
            *schema.get("anyOf", ()),
            *schema.get("$defs", {}).values(),
            *filter(None, [schema.get("items")]),
        ):
            found |= texts(part, name)
        return found

    assert texts(Uitslag.model_json_schema()) == {"titel"}


def test_what_the_file_holds_is_shown_before_it_is_written():
    uitslag = uitslag_of(oefenen(vol_met_kanaries()), geheim(1))

    getoond = dict(in_words(uitslag, KADER.kader))

    assert getoond["Casus"] == CASUS.titel
    assert getoond["Post"].startswith("O2; 2 keer per week; motivatie: goed; hulp van een ander")
    assert getoond["Post"].endswith("besluit: afgeweken; 90 minuten per week")
    assert getoond["Totaal"] == "500 minuten per maand"
    assert uitslag.deelnemer in getoond["Deelnemer"]
    assert json.loads(file_text(uitslag))["minuten_per_maand"] == 500
    assert file_name(uitslag) == f"uitslag-post-{uitslag.deelnemer[:8]}.uitslag"


def test_uitslag_tells_how_the_minutes_came_about():
    besluiten = (TaakBesluit(taak="post", besluit=BinnenMarge(minuten_per_week=70)),)

    uitslag = uitslag_of(oefenen(antwoord().with_changes(besluiten=besluiten)), geheim(1))

    assert uitslag.taak("post").besluit is Besluitvorm.BINNEN_MARGE
    assert uitslag.taak("opruimen").besluit is Besluitvorm.VOORSTEL
    assert uitslag.taak("post").minuten_per_week == 70


@pytest.mark.parametrize(
    ("dossier", "woorden"),
    [
        (antwoord().with_changes(oefening=False, oefencasus=None), "geen oefendossier"),
        (antwoord().with_changes(oefencasus=None), "geen oefencasus"),
        (antwoord(None, None), "geen taak gekozen"),
        (
            antwoord().with_changes(oefencasus=CASUS.model_copy(update={"model_gezien": VANDAAG})),
            "modelantwoord al gezien",
        ),
    ],
    ids=["real dossier", "no case", "no taak", "model was seen"],
)
def test_what_is_no_scored_practice_case_has_no_uitslag(dossier: Dossier, woorden: str):
    with pytest.raises(InvoerError, match=woorden):
        uitslag_of(oefenen(dossier), geheim(1))


def test_what_is_not_scored_yet_is_named():
    dossier = antwoord()
    half = dossier.antwoorden.model_copy(update={"taken": (score("post", None, motivatie="goed"),)})

    gebreken = missing(oefenen(dossier.with_changes(antwoorden=half)))

    assert gebreken == ("Post: kies het blok, vul in hoe vaak dit nodig is.",)


def test_deelnemer_is_equal_for_a_laptop_and_a_case_and_nothing_else(tmp_path):
    desk = make_practice_desk(tmp_path)
    eigen = secret_of(desk.kluis)

    assert secret_of(desk.kluis) == eigen
    assert participant(eigen, "a" * 64) == participant(eigen, "a" * 64)
    assert participant(eigen, "a" * 64) != participant(eigen, "b" * 64)
    assert participant(begin_as_another(desk.kluis), "a" * 64) != participant(eigen, "a" * 64)
    assert secret_of(desk.kluis) != eigen


def test_without_an_oefenkluis_nobody_can_hand_in():
    with pytest.raises(InvoerError, match="oefenkluis"):
        secret_of(None)


def test_a_taak_twice_is_refused():
    data = uitslag_of(oefenen(antwoord()), geheim(1)).model_dump(mode="json")
    data["taken"].append(data["taken"][0])

    with pytest.raises(ValidationError, match="twee keer"):
        Uitslag.model_validate_json(json.dumps(data))
