"""Zaken for what leaves the program: a finished indicatie under a kader with product codes."""

from datetime import date

from indicatietool.domain.dossier import Dossier, Leveringsvorm, Melding, SoortOnderzoek, Weging
from indicatietool.domain.indicatie import Verantwoording
from indicatietool.domain.normenkader import Normenkader, Product
from indicatietool.engine.total import indicate
from indicatietool.verslag.zaak import Zaak
from tests.builders import GEEN_VINGERAFDRUK, make_dossier, make_kader, score, take_all_over

VANDAAG = date(2027, 1, 4)
CODE = "02A03"
NAAM = "De heer Kanarie"
START, EINDE = date(2027, 2, 1), date(2028, 1, 31)


def with_code(kader: Normenkader, code: str = CODE) -> Normenkader:
    """Return the kader with this iWmo code for its product."""
    delen = {naam: getattr(kader, naam) for naam in Normenkader.model_fields}
    product = Product(id="licht", naam="Licht", omschrijving="Lichte hulp.", iwmo_code=code)
    return Normenkader(**{**delen, "producten": (product,)})


def finished(kader: Normenkader, **changes: object) -> Dossier:
    """Return a dossier with one taak taken over, a start and an end, and these parts replaced.

    A part that is a dict changes fields within melding or weging.
    """
    basis = take_all_over(kader, make_dossier(score()))
    melding = {"client": NAAM, "zaaknummer": "Z-2027-001", "gemeente": "0505", "geheim_adres": False}
    weging = {
        "profiel": "O2",
        "product": "licht",
        "leveringsvorm": Leveringsvorm.ZIN,
        "ingangsdatum": START,
        "einddatum": EINDE,
        "eerste_evaluatie": date(2027, 5, 1),
        "evaluatie_elke_maanden": 6,
        "aanleveren_weken_ervoor": 4,
    }
    anders = {**changes}
    melding |= anders.pop("melding", {})  # type: ignore[operator]
    weging |= anders.pop("weging", {})  # type: ignore[operator]
    soort = {"soort_onderzoek": SoortOnderzoek.EERSTE}
    return basis.with_changes(melding=Melding(**{**soort, **melding}), weging=Weging(**weging), **anders)


def make_zaak(kader: Normenkader | None = None, dossier: Dossier | None = None, **changes: object) -> Zaak:
    """Return the Zaak of a finished dossier; changes as in `finished`."""
    kader = kader or with_code(make_kader())
    dossier = dossier or finished(kader, **changes)
    indicatie, kop = indicate(kader, dossier), kader.kader
    bewijs = Verantwoording(
        dossier=dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=GEEN_VINGERAFDRUK,
        dossier_sha256=GEEN_VINGERAFDRUK,
        programmaversie="9.8.7",
        datum=VANDAAG,
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )
    return Zaak(kader, dossier, indicatie, bewijs)


def cells(inhoud: bytes) -> list[list[str]]:
    """Return the rows of a CSV file of ours, without quoted cells."""
    return [regel.split(";") for regel in inhoud.decode("utf-8-sig").splitlines()]
