"""A new normenkader to start from: three taken, a scale of its own, one example that comes out.

Comes in: an id, a versie and a date. Goes out: the files of one folder, each with its explanation.
"""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from indicatietool.domain.antwoorden import (
    Antwoorden,
    Frequentie,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    TaakAntwoord,
)
from indicatietool.domain.besluit import Overnemen, TaakBesluit
from indicatietool.domain.dossier import Dossier, Hulpvraag, KaderVerwijzing, Melding
from indicatietool.errors import InvoerError
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.normenkaders import CASES_FOLDER, EXAMPLES_FILE, KADER_FILE

SOURCE_FILE = "bron.md"
CASE = "een-voorbeeld.json"

_KADER = """\
# Een nieuw normenkader. Vervang de namen, teksten en cijfers door die van uw norm.
# Regels met # zijn uitleg; het programma slaat ze over. Alle velden: normen/LEESMIJ.md.
# Controleer na elke stap:  indicatietool norm controleer <deze map>

[kader]
formaat = 1
id = "{id}"                    # de naam van de map hierboven
versie = "{versie}"            # de naam van deze map; een nieuwe keuze is een nieuwe versie
naam = "Nieuw kader {id}"
status = "concept"             # voorbeeld, concept, vastgesteld of vervallen
uitgever = "Vul in wie dit kader uitgeeft"
geldig_van = {jaar}-01-01      # eerste dag; geldig_tot = ... is de laatste dag, mag weg
# cijfers_delen = true         # alleen als de cijfers in een uitleg voor anderen mogen staan

[rekenwijze]
weken_per_maand = "52/12"      # exact, als breuk tussen aanhalingstekens
afronding_totaal = {{ stap = 5, richting = "omhoog" }}   # of dichtstbij, omlaag
bron = "keuze"

[schaal]
naam = "Trede"                 # zo heet de schaal op het scherm en in het verslag

# Elk cijfer noemt een bron. Een eigen keuze krijgt lokaal = true, met datum en eigenaar.
[[bronnen]]
id = "keuze"
titel = "eigen schatting, nog vast te stellen"
vindplaats = "bron.md"
lokaal = true
datum = {jaar}-01-01
eigenaar = "Vul in wie deze keuze beheert"

# De treden van de schaal. marge: zoveel mag de consulent zonder motivering afwijken.
[[blokken]]
code = "T1"
naam = "Licht"
gradatie = 1                   # hoger is zwaarder
anker = "Doet het zelf; een ander vraagt ernaar."
marge = {{ onder_procent = 20, boven_procent = 20 }}
bron = "keuze"

[[blokken]]
code = "T2"
naam = "Matig"
gradatie = 2
anker = "Doet de helft zelf; een ander helpt met de rest."
marge = {{ onder_procent = 20, boven_procent = 20 }}
bron = "keuze"

[[blokken]]
code = "T3"
naam = "Veel"
gradatie = 3
anker = "Zet geen stap zonder een ander erbij."
marge = {{ onder_procent = 20, boven_procent = 30 }}
bron = "keuze"

[[leefgebieden]]
id = "financien"
naam = "Financiën"
omschrijving = "Geld, post en administratie."

[[leefgebieden]]
id = "wonen"
naam = "Wonen"
omschrijving = "Het huis en het huishouden."

# Een factor is een vraag naast de schaal. gevraagd_bij: taak, leefgebied of dossier.
[[factoren]]
id = "motivatie"
naam = "Motivatie"
vraag = "Wil de cliënt hieraan werken?"
gevraagd_bij = "taak"
van = "client"                 # client of omgeving
keuzes = [
    {{ id = "voldoende", naam = "Voldoende", anker = "Komt afspraken na." }},
    {{ id = "gering", naam = "Gering", anker = "Zegt de helft van de afspraken af." }},
]
bron = "keuze"

# per = "keer": het programma vraagt hoe vaak. Anders: dag, week, maand, jaar of huishouden.
[[taken]]
id = "post"
naam = "Post en administratie"
leefgebied = "financien"
omschrijving = "Post openen, sorteren en beantwoorden."
per = "keer"
minuten = {{ T1 = 15, T2 = 30, T3 = 45 }}
vraagt = ["motivatie"]
bron = "keuze"

[taken.ankers]                 # mag weg: dan geldt het anker van de trede
T1 = "Opent zelf de post; legt één brief per maand voor."

# Een cel met een eigen marge. Andere vormen: {{ ten_hoogste = 60 }}, of {{ open = "uitleg" }}.
[[taken]]
id = "huishouden"
naam = "Huishouden op orde"
leefgebied = "wonen"
omschrijving = "Samen plannen, voordoen en nakijken."
per = "week"
minuten = {{ T1 = 30, T2 = 60, T3 = {{ min = 80, richt = 100, max = 140 }} }}
vraagt = ["motivatie"]
bron = "keuze"

# Een taak zonder schaal heeft een vast aantal minuten.
[[taken]]
id = "evaluatie"
naam = "Evaluatie"
leefgebied = "wonen"
omschrijving = "Eén keer per maand terugkijken."
per = "maand"
vast = 26
vraagt = []
bron = "keuze"

# Alle voorwaarden in “als” moeten waar zijn. Zie LEESMIJ.md voor de andere effecten.
[[regels]]
id = "motivatie-gering"
tekst = "Motivatie gering: 20 % erbij"
als = [ {{ factor = "motivatie", keuzes = ["gering"] }} ]
effect = {{ soort = "procent", procent = 20, van = "basis" }}
bron = "keuze"

# Redenen waarmee de consulent buiten de marge mag gaan.
[[gronden]]
id = "bijzondere-situatie"
naam = "Bijzondere persoonlijke situatie"
uitleg = "Er speelt iets dat het kader niet kent."

[[producten]]
id = "begeleiding"
naam = "Begeleiding"
omschrijving = "Individuele begeleiding."

# Wat het programma voorstelt bij een totaal: de banden sluiten op elkaar aan.
{profielen}"""

_PROFIEL = """
[[profielen]]
blok = "{blok}"
vanaf_minuten_per_week = {vanaf}
tot_minuten_per_week = {tot}
product = "begeleiding"
looptijd_maanden = 12
eerste_evaluatie_maanden = 3
evaluatie_elke_maanden = 6
aanleveren_weken_ervoor = 4
bron = "keuze"
"""

_EXAMPLES = f"""\
# Uitgewerkte gevallen. Het programma rekent ze na, elke keer als het kader wordt geladen.
# {CASE}: post 30 x 1,2 = 36; huishouden 100; evaluatie 26 per maand = 6 per week; samen 142 per week,
# x 52/12 = 615 1/3, naar boven op 5 = 620 minuten per maand.

[[voorbeelden]]
casus = "{CASE}"
titel = "Een voorbeeld"
minuten_per_maand = 620
band_vanaf = 540
band_tot = 700
profiel = "T2"
"""

_SOURCE = """\
# {id} {versie}: herkomst en keuzes

Schrijf hier in gewone taal waar elk cijfer vandaan komt: document, paragraaf, datum, en wie het beheert.

| bron | wat het is | waarvoor gebruikt |
|---|---|---|
| `keuze` | eigen schatting, nog vast te stellen | alle cijfers |
"""


def write_template(folder: Path, naam: str, versie: str, vandaag: date) -> tuple[Path, ...]:
    """Write a new normenkader of three taken.

    Args:
        folder: where it comes; it need not exist.
        naam: the id of the kader.
        versie: its versie.
        vandaag: the kader is valid from the first day of this year.

    Returns:
        The files that were written.

    Raises:
        InvoerError: the id or versie is misspelt, or there is already something in the folder.
        OpslagError: it can't be written there.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", naam):
        raise InvoerError(f"“{naam[:60]}” kan geen id zijn. Gebruik kleine letters, cijfers en koppeltekens.")
    if not re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z.-]{0,19}", versie):
        raise InvoerError(f"“{versie[:60]}” kan geen versie zijn. Schrijf bijvoorbeeld 2027.1.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InvoerError(f"{folder}: hier staat al iets, en dat blijft zo. Kies een nieuwe map.")
    bestanden = _files(naam, versie, vandaag)
    for bestand, inhoud in bestanden.items():
        write_durably(folder / bestand, inhoud)
    return tuple(folder / bestand for bestand in bestanden)


def _files(naam: str, versie: str, vandaag: date) -> Mapping[str, bytes]:
    banden = (("T1", 0, 60), ("T2", 60, 180), ("T3", 180, 10_080))
    profielen = "".join(_PROFIEL.format(blok=blok, vanaf=vanaf, tot=tot) for blok, vanaf, tot in banden)
    kader = _KADER.format(id=naam, versie=versie, jaar=vandaag.year, profielen=profielen)
    return {
        f"{CASES_FOLDER}/{CASE}": dossier_to_json(_case(naam, versie, vandaag)),
        EXAMPLES_FILE: _EXAMPLES.encode(),
        SOURCE_FILE: _SOURCE.format(id=naam, versie=versie).encode(),
        KADER_FILE: kader.encode(),
    }


def _case(naam: str, versie: str, vandaag: date) -> Dossier:
    besluiten = {"post": Fraction(36), "huishouden": Fraction(100), "evaluatie": Fraction(6)}
    return Dossier(
        nummer="een-voorbeeld",
        oefening=True,
        gemaakt=vandaag,
        kader=KaderVerwijzing(id=naam, versie=versie),
        melding=Melding(client="Oefencliënt"),
        hulpvraag=Hulpvraag(eigen_woorden="“Mijn post blijft liggen en het huis wordt een rommel.”"),
        antwoorden=Antwoorden(
            leefgebieden=tuple(
                LeefgebiedAntwoord(leefgebied=leefgebied, situatie=LeefgebiedSituatie.BEGELEIDING)
                for leefgebied in ("financien", "wonen")
            ),
            taken=(
                TaakAntwoord(
                    taak="post",
                    blok="T2",
                    frequentie=Frequentie(keer=1, per_weken=1),
                    keuzes={"motivatie": "gering"},
                ),
                TaakAntwoord(taak="huishouden", blok="T3", keuzes={"motivatie": "voldoende"}),
                TaakAntwoord(taak="evaluatie"),
            ),
        ),
        besluiten=tuple(
            TaakBesluit(taak=taak, besluit=Overnemen(minuten_per_week=minuten))
            for taak, minuten in besluiten.items()
        ),
    )
