"""Every field of a dossier has an address; a value stands there exactly, or the dossier is as it was."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Dossier
from indicatietool.errors import BesluitError, IndicatietoolError, InvoerError
from indicatietool.session.antwoord_fout import as_failure
from indicatietool.session.desk import Desk
from indicatietool.session.invullen import fill
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.regel import MAX_REGEL, name_in_answer, read_line
from indicatietool.session.session import TYPED_FIELDS, Session
from indicatietool.store.normenkaders import GeladenKader
from tests.adressen import lines_of
from tests.builders import VANDAAG, as_loaded, make_dossier, score, tiny_kader

TINY = as_loaded(tiny_kader())
GELD = LeefgebiedAntwoord(leefgebied="geld", situatie=LeefgebiedSituatie.BEGELEIDING)
SECTIES = ("melding", "hulpvraag", "oplossingen", "weging", "afronding")
EXAMPLES: tuple[tuple[str, object], ...] = (
    ("melding.client", "Anna"),
    ("melding.bsn", "111222333"),
    ("melding.gemeente", "0505"),
    ("melding.soort_onderzoek", "herindicatie"),
    ("melding.meldingsdatum", "2027-01-04"),
    ("melding.spoed", False),
    ("melding.advies_minuten_per_maand", 0),
    ("weging.profiel", "O2"),
    ("weging.volumevorm", "totaal"),
    ("weging.evaluatie_elke_maanden", 6),
    ("afronding.verslag_verzonden", "2027-02-01"),
)


def facts(session: Session) -> dict:
    return session.dossier.model_dump(mode="json")


def at(session: Session, veld: str) -> object:
    """What the dossier holds in a typed field, as JSON."""
    sectie, _, naam = veld.partition(".")
    return facts(session)[sectie][naam]


@pytest.fixture
def session() -> Session:
    """A dossier in memory with one taak chosen, under a kader with a factor at each place."""
    session = Session(make_dossier(), TINY, None, VANDAAG)
    fill(session, "leefgebied.geld.situatie", "begeleiding")
    fill(session, "taak.post.nodig", True)
    return session


@pytest.fixture
def scored(session: Session) -> Session:
    """The same, with everything answered that the voorstel needs."""
    fill(session, "taak.post.blok", "O2")
    fill(session, "taak.post.frequentie", {"keer": 2, "per_weken": 1})
    fill(session, "taak.post.factor.motivatie", "goed")
    fill(session, "leefgebied.geld.factor.drukte", "rustig")
    fill(session, "factor.planbaar", "ja")
    return session


# Every field


def test_every_typed_fact_has_an_address():
    velden = {
        f"{sectie}.{naam}"
        for sectie in SECTIES
        for naam in type(Dossier.model_fields[sectie].default).model_fields
    }

    assert velden == TYPED_FIELDS


@pytest.mark.parametrize(("veld", "waarde"), EXAMPLES)
def test_typed_field_holds_what_was_filled_in_and_null_empties_it(
    session: Session, veld: str, waarde: object
):
    leeg = at(session, veld)

    fill(session, veld, waarde)
    assert at(session, veld) == waarde
    assert type(at(session, veld)) is type(waarde)

    fill(session, veld, None)
    assert at(session, veld) == leeg


def test_whole_dossier_can_be_filled_in_line_by_line(desk: Desk, voorbeeldkader: GeladenKader):
    model = model_of(desk, demonstrated(desk)).dossier
    leeg = Dossier(nummer="2027-0001", gemaakt=VANDAAG, kader=voorbeeldkader.verwijzing)
    session = Session(leeg, voorbeeldkader, None, VANDAAG)

    for veld, waarde in lines_of(model):
        fill(session, veld, waarde)

    for deel in (*SECTIES, "afwijking_totaal", "fasen", "tijdelijke_lijnen", "afgeschermd"):
        assert getattr(session.dossier, deel) == getattr(model, deel), deel
    nu, toen = session.dossier.antwoorden, model.antwoorden
    assert (nu.keuzes, nu.taken, nu.overige) == (toen.keuzes, toen.taken, toen.overige)
    for antwoord in (*nu.leefgebieden, *toen.leefgebieden):
        assert nu.leefgebied(antwoord.leefgebied) == toen.leefgebied(antwoord.leefgebied)
    assert {b.taak: b for b in session.dossier.besluiten} == {b.taak: b for b in model.besluiten}


# Answers


def test_leefgebied_is_filled_in_and_taken_out_with_its_taken(session: Session):
    for deel in ("problemen", "doel", "indicator", "toelichting"):
        fill(session, f"leefgebied.geld.{deel}", f"Over {deel}.")
    antwoord = session.dossier.antwoorden.leefgebied("geld")
    assert antwoord is not None
    assert (antwoord.problemen, antwoord.toelichting) == ("Over problemen.", "Over toelichting.")

    fill(session, "leefgebied.geld.situatie", None)
    assert session.dossier.antwoorden.leefgebied("geld") is None
    assert session.dossier.antwoorden.taken == ()


def test_parts_of_a_taak_are_emptied_with_null(scored: Session):
    fill(scored, "taak.post.observatie", "Post ligt ongeopend.")
    fill(
        scored,
        "taak.post.aftrek",
        [
            {
                "soort": "netwerk",
                "procent": 10,
                "reden": "Zus helpt.",
                "beschikbaar": "ja",
                "duur": "tijdelijk",
                "vrijwillig": True,
            }
        ],
    )
    for deel in ("blok", "frequentie", "observatie", "aftrek"):
        fill(scored, f"taak.post.{deel}", None)

    antwoord = scored.dossier.antwoorden.taak("post")
    assert antwoord is not None
    assert (antwoord.blok, antwoord.frequentie, antwoord.observatie, antwoord.aftrek) == (None, None, "", ())


def test_taak_needs_a_leefgebied_with_begeleiding(session: Session):
    fill(session, "leefgebied.geld.situatie", "netwerk")

    with pytest.raises(InvoerError, match=r"leefgebied\.geld\.situatie met begeleiding"):
        fill(session, "taak.post.nodig", True)


@pytest.mark.parametrize("deel", ["blok", "frequentie", "observatie", "aftrek", "besluit", "factor.x"])
@pytest.mark.parametrize("waarde", [None, "x"])
def test_taak_that_was_not_chosen_can_not_be_answered(session: Session, deel: str, waarde: object):
    with pytest.raises(InvoerError, match=r"Vul eerst taak\.opruimen\.nodig"):
        fill(session, f"taak.opruimen.{deel}", waarde)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("factor.planbaar", "nee"),
        ("leefgebied.geld.factor.drukte", "druk"),
        ("taak.post.factor.motivatie", "matig"),
    ],
)
def test_factor_is_answered_and_left_open_again(scored: Session, veld: str, waarde: str):
    fill(scored, veld, waarde)
    assert f'"{veld.rpartition(".")[2]}": "{waarde}"' in json.dumps(facts(scored))

    fill(scored, veld, None)
    assert f'"{veld.rpartition(".")[2]}"' not in json.dumps(facts(scored)["antwoorden"])
    with pytest.raises(InvoerError, match=f"Kies uit: .*{waarde}"):
        fill(scored, veld, "geen-keuze")


@pytest.mark.parametrize(
    "veld",
    [
        "factor.motivatie",
        "factor.drukte",
        "leefgebied.geld.factor.motivatie",
        "taak.post.factor.planbaar",
        "taak.post.factor.veiligheid",
    ],
)
def test_factor_is_asked_in_one_place_only(scored: Session, veld: str):
    voor = facts(scored)

    with pytest.raises(InvoerError, match=r"wordt hier niet gevraagd\. Kies uit"):
        fill(scored, veld, "goed")
    assert facts(scored) == voor


# Besluiten


def test_voorstel_is_taken_over_and_revoked(scored: Session):
    fill(scored, "taak.post.besluit", {"soort": "overnemen"})
    (besluit,) = scored.dossier.besluiten
    assert isinstance(besluit.besluit, Overnemen)

    fill(scored, "taak.post.besluit", None)
    assert scored.dossier.besluiten == ()


def test_voorstel_that_changed_meanwhile_is_not_taken_over(scored: Session):
    with pytest.raises(BesluitError, match="Het voorstel is nu anders"):
        fill(scored, "taak.post.besluit", {"soort": "overnemen", "minuten_per_week": 1})
    assert scored.dossier.besluiten == ()


def test_besluit_outside_the_marge_needs_a_grond_and_a_motivering(scored: Session):
    with pytest.raises(BesluitError, match=r"Dit ligt buiten de marge van .* tot .* minuten"):
        fill(scored, "taak.post.besluit", {"soort": "binnen_marge", "minuten_per_week": 9_999})
    grond = scored.kader.gronden[0].id
    afwijken = {"soort": "afwijken", "minuten": 9_999, "grond": grond, "motivering": "Omdat het moet."}

    for ontbreekt in ("grond", "motivering", "minuten"):
        with pytest.raises(InvoerError):
            fill(scored, "taak.post.besluit", {k: v for k, v in afwijken.items() if k != ontbreekt})
    with pytest.raises(InvoerError, match=f"Kies uit: .*{grond}"):
        fill(scored, "taak.post.besluit", {**afwijken, "grond": "zomaar"})
    fill(scored, "taak.post.besluit", afwijken)

    (besluit,) = scored.dossier.besluiten
    assert besluit.besluit == Afwijken(minuten=9_999, grond=grond, motivering="Omdat het moet.")


def test_value_within_the_marge_is_chosen(scored: Session):
    voorstel = scored.uitkomst("post").voorstel
    minuten = int(voorstel.omvang.max)  # type: ignore[union-attr]

    fill(scored, "taak.post.besluit", {"soort": "binnen_marge", "minuten_per_week": minuten})

    assert scored.dossier.besluiten[0].besluit == BinnenMarge(minuten_per_week=minuten)


def test_total_and_overige_are_set_and_emptied(scored: Session):
    grond = scored.kader.gronden[0].id
    fill(scored, "totaal", {"minuten_per_maand": 600, "grond": grond, "motivering": "Zie hierboven."})
    fill(
        scored,
        "overige",
        [{"omschrijving": "Iets anders", "minuten_per_week": 15, "motivering": "Niet in het kader."}],
    )
    assert facts(scored)["afwijking_totaal"]["minuten_per_maand"] == 600
    assert facts(scored)["antwoorden"]["overige"][0]["minuten_per_week"] == 15

    fill(scored, "totaal", None)
    fill(scored, "overige", None)
    assert (scored.dossier.afwijking_totaal, scored.dossier.antwoorden.overige) == (None, ())
    with pytest.raises(InvoerError, match="Kies uit"):
        fill(scored, "totaal", {"minuten_per_maand": 600, "grond": "zomaar", "motivering": "x"})


# In time, and who reads what


def test_fasen_and_lines_are_lists_of_facts(session: Session):
    fase = {"soort": "start", "van": "2027-01-01", "tot": "2027-03-31"}
    fill(session, "fasen", [{**fase, "minuten_per_maand": 900, "motivering": "Opstarten."}])
    fill(
        session,
        "tijdelijke_lijnen",
        [
            {
                "omschrijving": "Verhuizing",
                "van": "2027-02-01",
                "tot": "2027-02-28",
                "minuten_per_maand": 120,
                "motivering": "Eenmalig.",
            }
        ],
    )
    assert len(session.dossier.fasen) == len(session.dossier.tijdelijke_lijnen) == 1

    with pytest.raises(InvoerError, match=r"nr\. 1"):
        fill(session, "fasen", [{**fase, "tot": "2026-12-31"}])
    fill(session, "fasen", None)
    assert session.dossier.fasen == ()


def test_passage_can_be_guarded_where_there_is_one(session: Session):
    passage = {
        "plek": "hulpvraag.situatie",
        "niet_voor_aanbieder": True,
        "reden": "Gaat de aanbieder niet aan.",
    }
    with pytest.raises(InvoerError, match="leeg of bestaat niet"):
        fill(session, "afgeschermd", [passage])

    fill(session, "hulpvraag.situatie", "Woont alleen.")
    fill(session, "afgeschermd", [passage])

    assert session.dossier.afgeschermd[0].plek == "hulpvraag.situatie"
    with pytest.raises(InvoerError, match="stuurteken"):
        fill(session, "afgeschermd", [{**passage, "plek": "../../etc/passwd\u0000"}])


def test_definitief_dossier_is_not_filled_in(session: Session):
    session.bewaring.work.is_definitief = True

    with pytest.raises(BesluitError, match="Heropen"):
        fill(session, "melding.client", "Anna")


# Anything at all


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=30)
    | st.sampled_from(["begeleiding", "O1", "post", "2027-01-04", "overnemen", "", " ", "\x00", "\ud800"]),
    lambda deel: (
        st.lists(deel, max_size=3)
        | st.dictionaries(
            st.sampled_from(["soort", "van", "tot", "plek", "reden", "keer", "per_weken", "Jan_Jansen"])
            | st.text(),
            deel,
            max_size=4,
        )
    ),
    max_leaves=8,
)
VELDEN = st.sampled_from(
    [
        *sorted(TYPED_FIELDS),
        *(f"taak.post.{deel}" for deel in ("nodig", "blok", "frequentie", "observatie", "aftrek", "besluit")),
        *(f"leefgebied.geld.{deel}" for deel in ("situatie", "problemen", "doel", "indicator")),
        *("overige", "totaal", "fasen", "tijdelijke_lijnen", "afgeschermd"),
    ]
) | st.text(st.sampled_from("abk.-_/\\é\x00"), max_size=20)


@settings(max_examples=300)
@given(VELDEN, JSON)
def test_any_value_stands_there_exactly_or_nothing_changed(veld: str, waarde: object):
    antwoorden = {"leefgebieden": (GELD,), "planbaar": "ja"}
    session = Session(make_dossier(score("post", keer=1), **antwoorden), TINY, None, VANDAAG)
    voor = facts(session)

    try:
        fill(session, veld, waarde)
    except IndicatietoolError as error:
        fout = as_failure(error)
        assert facts(session) == voor
        assert (fout.code, len(fout.bericht) <= 200, fout.bericht.isprintable()) == (2, True, True)
        assert "Jansen" not in fout.bericht
    else:
        if veld in TYPED_FIELDS and waarde is not None:
            assert at(session, veld) == waarde
            assert Dossier.model_validate_json(json.dumps(facts(session))) == session.dossier


# The line


@pytest.mark.parametrize(
    "regel",
    [
        b"",
        b"  ",
        b"null",
        b"[]",
        b'"melding.client"',
        b"{}",
        b"{",
        b'{"veld":"melding.client"}',
        b'{"waarde":1}',
        b'{"veld":1,"waarde":1}',
        b'{"veld":null,"waarde":1}',
        b'{"veld":"melding.client","waarde":"a","nog":1}',
        b'{"veld":"melding.client","veld":"melding.client","waarde":"a"}',
        b'{"veld":"fasen","waarde":[{"a":1,"a":2}]}',
        b'{"veld":"melding.client","waarde":NaN}',
        b'{"veld":"melding.client","waarde":-Infinity}',
        b'{"veld":"melding.client","waarde":"a"} {}',
        b"{'veld':'melding.client','waarde':'a'}",
        b'{"veld":"melding.client","waarde":"\x00"}',
        b'{"veld":"melding.client","waarde":"\xff"}',
        b'{"veld":"melding.client","waarde":"\xed\xa0\x80"}',
        '{"veld":"melding.client","waarde":"a"}'.encode("utf-16"),
        b'{"veld":"fasen","waarde":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"veld":"fasen","waarde":' + b"[" * 25 + b"]" * 25 + b"}",
        b'{"veld":"weging.evaluatie_elke_maanden","waarde":' + b"9" * 5_000 + b"}",
        b'{"veld":"melding.client","waarde":"' + b"a" * MAX_REGEL + b'"}',
    ],
    ids=lambda regel: repr(regel[:60]),
)
def test_line_that_is_not_a_field_and_a_value_is_refused(regel: bytes):
    with pytest.raises(InvoerError) as fout:
        read_line(regel)

    assert len(as_failure(fout.value).bericht) <= 200
    assert name_in_answer(regel) is None


def test_line_may_have_a_bom_spaces_and_any_order():
    assert read_line('\ufeff { "waarde" : [1, {"a": null}], "veld" : "fasen" } \r\n'.encode()) == (
        "fasen",
        [1, {"a": None}],
    )


@pytest.mark.parametrize("veld", ["a" * 201, "melding\n.client", "\u202emelding", "\ud800"])
def test_name_that_is_no_name_is_not_repeated(veld: str):
    regel = json.dumps({"veld": veld, "waarde": 1}).encode()

    assert name_in_answer(regel) is None
    assert name_in_answer(b'{"veld":"melding.client","waarde":1}') == "melding.client"
