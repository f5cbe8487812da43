"""The words of the cliëntversie that are ours: B1, "u", no sentence over twenty words, no officialese.

Two ways of looking: every text in the source of the parts, also of branches that no case reaches; and the
version as composed, with everything that a person typed left out.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.paths import resources_folder
from indicatietool.store.huisstijl import load_profielen
from indicatietool.verslag import content
from indicatietool.verslag.blocks import Alinea, Kop, LetOp, Lijst, texts_in
from indicatietool.verslag.controlecode import HOE_TE_CONTROLEREN
from indicatietool.verslag.onderdelen import afspraak, waarschuwingen
from indicatietool.verslag.onderdelen.algoritme import STATUS_ZINNEN
from indicatietool.verslag.onderdelen.client import getal
from tests.builders import tiny_kader
from tests.verslag.papier import report
from tests.verslag.vol_dossier import full_dossier

MOST_WORDS = 20
AMBTELIJK = """
aangaande, aangezien, aanvang, aanwenden, achten, afdoende, alsmede, alsnog, alsook, alvorens, behoudens,
benodigde, beschikking, betreffende, bewerkstelligen, bovengenoemd, bovenvermeld, bruto, casu quo, c.q.,
conform, cliëntsysteem, continueren, daar waar, daartoe, dan wel, danwel, derhalve, desalniettemin,
desbetreffende, desgewenst, dezes, dienaangaande, dientengevolge, dienen te, dient te, doch, doelstelling,
doen toekomen, doorgang vinden, edoch, eerdergenoemd, effectueren, evenals, evenwel, faciliteren, geacht,
gebruikelijke hulp, gelieve, geschieden, hetgeen, hieromtrent, hiertoe, impact, implementeren, in casu,
in het kader van, indicatiestelling, indien, ingevolge, inzake, jegens, krachtens, maatwerkvoorziening,
marge, met betrekking tot, met dien verstande, middels, mits, monitoren, navolgend, netto, nopens,
omtrent, onderhavig, ondergetekende, onverwijld, participatie, participeren, prevaleren, reeds, realiseren,
respectievelijk, te allen tijde, te dien einde, te zijner tijd, teneinde, tengevolge, ten aanzien van,
ten behoeve van, ten gevolge van, ter zake, terzake, tevens, thans, tot op heden, traject, uit hoofde van,
uiterlijk, verstrekken, vigerend, volgend op, volledigheidshalve, voorliggend, voornoemd, voorts,
waaromtrent, wederom, welke, zelfredzaamheid, zodanig, zorg dragen, zulks
"""
WOORDEN = tuple(woord.strip() for woord in AMBTELIJK.replace("\n", " ").split(",") if woord.strip())
PARTS = sorted((*Path(getal.__file__).parent.glob("*.py"), Path(afspraak.__file__)))

KADER = tiny_kader()


def texts_in_source(pad: Path) -> Iterator[str]:
    """Every text of a module that a reader may see: no docstrings, and … where a value is filled in."""
    boom = ast.parse(pad.read_text("utf-8"))
    uitleg = {
        id(deel.body[0].value)
        for deel in ast.walk(boom)
        if isinstance(deel, ast.Module | ast.FunctionDef | ast.ClassDef)
        and deel.body
        and isinstance(deel.body[0], ast.Expr)
    }
    losse = {id(deel.value) for deel in ast.walk(boom) if isinstance(deel, ast.Expr)}
    in_f = {id(stuk) for deel in ast.walk(boom) if isinstance(deel, ast.JoinedStr) for stuk in ast.walk(deel)}
    for deel in ast.walk(boom):
        if isinstance(deel, ast.JoinedStr):
            yield "".join(s.value if isinstance(s, ast.Constant) else "…" for s in deel.values)
        elif isinstance(deel, ast.Constant) and id(deel) not in uitleg | losse | in_f and is_text(deel.value):
            yield deel.value


def is_text(waarde: object) -> bool:
    """Tell whether a value is a text and no place such as weging.einddatum."""
    return isinstance(waarde, str) and not re.fullmatch(r"[a-z_]*\.[a-z_]*", waarde)


def sentences(tekst: str) -> list[str]:
    return [zin.strip() for zin in re.split(r"(?<=[.?!:])\s+|\n", tekst) if zin.strip()]


def too_long(teksten: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return each sentence of more than twenty words with where it stands."""
    return [
        (waar, zin)
        for waar, tekst in teksten
        for zin in sentences(tekst)
        if len(re.findall(r"[\w…'’-]+", zin)) > MOST_WORDS
    ]


def officialese_in(tekst: str) -> list[str]:
    laag = tekst.lower()
    return [woord for woord in WOORDEN if re.search(rf"(?<![\w-]){re.escape(woord)}(?![\w-])", laag)]


def shared_texts() -> list[str]:
    return [
        HOE_TE_CONTROLEREN,
        waarschuwingen.NIET_AF,
        "Dit verslag is nog niet af",
        *STATUS_ZINNEN.values(),
        *(titel for titel, _ in content.CLIENTVERSIE),
        *(
            tekst
            for geladen in load_profielen(resources_folder()).values()
            for tekst in texts_of_profiel(geladen.profiel.model_dump())
        ),
    ]


def texts_of_profiel(profiel: dict[str, object]) -> list[str]:
    lezen = ("namens", "bij_einddatum", "initiatief", "bezwaar", "ondertekening", "voettekst")
    return [str(profiel[naam]) for naam in lezen]


SOURCE = [(pad.stem, tekst) for pad in PARTS for tekst in texts_in_source(pad)]
FIXED = [*SOURCE, *(("gedeeld", tekst) for tekst in shared_texts())]


@pytest.fixture
def kader() -> Normenkader:
    return KADER


@pytest.fixture
def dossier() -> Dossier:
    return full_dossier(KADER)


def test_list_of_officialese_is_long_and_says_each_word_once() -> None:
    assert len(WOORDEN) >= 60
    assert len(WOORDEN) == len(set(WOORDEN))


def test_source_holds_texts_to_look_at() -> None:
    assert len({stem for stem, _ in SOURCE}) >= 9
    assert len(FIXED) > 120


def test_no_fixed_sentence_is_longer_than_twenty_words() -> None:
    assert too_long(FIXED) == []


def test_no_fixed_text_holds_officialese() -> None:
    gevonden = [(waar, tekst, woorden) for waar, tekst in FIXED if (woorden := officialese_in(tekst))]

    assert gevonden == []


def test_composed_version_without_what_was_typed_is_as_plain(kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier, versie=Versie.CLIENT)
    ours = [
        tekst
        for blok in verslag.blokken
        if isinstance(blok, Kop | Alinea | Lijst | LetOp)
        for tekst in texts_in(blok)
        if "§" not in tekst
    ]

    assert len(ours) > 60
    assert [
        zin for tekst in ours for zin in sentences(tekst) if len(re.findall(r"[\w'’-]+", zin)) > MOST_WORDS
    ] == []
    assert [(tekst, w) for tekst in ours if (w := officialese_in(tekst))] == []


def test_client_is_spoken_to_as_u() -> None:
    alles = " ".join(tekst for _, tekst in FIXED).lower()

    assert re.search(r"\bu\b", alles)
    assert not re.findall(r"\b(?:je|jij|jou|jouw|jullie)\b", alles)


def test_nothing_says_that_growing_is_impossible() -> None:
    alles = " ".join(tekst for _, tekst in FIXED).lower()

    for woorden in ("geen ontwikkeling", "niet leerbaar", "uitbehandeld", "onmogelijk", "geen vooruitgang"):
        assert woorden not in alles


@pytest.mark.parametrize(
    "zin", ["Wij verzoeken u derhalve te tekenen.", "De netto minuten, conform de norm."]
)
def test_list_finds_officialese(zin: str) -> None:
    assert officialese_in(zin)
