"""The commands `norm …`: keeping normenkaders without a screen. Each answers on standard output.

Comes in: parsed arguments and today's date. Goes out: text, JSON or files; a mistake is one Dutch message.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.errors import InvoerError
from indicatietool.session.kader_tekst import (
    coverage_as_text,
    overview,
    signature_line,
    summary_line,
    taak_as_text,
)
from indicatietool.session.vergelijking import (
    compare_kaders,
    comparison_as_json,
    comparison_as_text,
    shipped_cases,
)
from indicatietool.store.atomic import write_durably
from indicatietool.store.coverage import coverage
from indicatietool.store.normenkaders import KADER_FILE, GeladenKader, load_normenkader, read_normenkader
from indicatietool.store.template import write_template
from indicatietool.store.vastgesteld import publish, published_as, register_of


def run_norm(arguments: argparse.Namespace, vandaag: date) -> None:
    """Run one action of `norm`.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    match arguments.actie:
        case "controleer":
            _check(arguments)
        case "toon":
            _show(arguments)
        case "vergelijk":
            _compare(arguments)
        case "uitleg":
            _explain(arguments, vandaag)
        case "verschil":
            _difference(arguments, vandaag)
        case "nieuw":
            _new(arguments, vandaag)
        case "vaststellen":
            _publish(arguments, vandaag)
        case "naar-excel":
            _to_excel(arguments)
        case "uit-excel":
            _from_excel(arguments)


def _check(arguments: argparse.Namespace) -> None:
    geladen = load_normenkader(Path(arguments.pad))
    print(summary_line(geladen))
    print(f"sha256 {geladen.sha256}")
    for regel in (signature_line(geladen), coverage_as_text(coverage(geladen), arguments.dekking)):
        if regel:
            print(regel)


def _show(arguments: argparse.Namespace) -> None:
    geladen = read_normenkader(Path(arguments.kader))
    print(taak_as_text(geladen, arguments.taak) if arguments.taak else overview(geladen))


def _compare(arguments: argparse.Namespace) -> None:
    oud, nieuw = (read_normenkader(Path(pad)) for pad in (arguments.oud, arguments.nieuw))
    vergelijking = compare_kaders(oud.kader, nieuw.kader, shipped_cases(oud, nieuw))
    if arguments.json:
        print(json.dumps(comparison_as_json(vergelijking), ensure_ascii=False, indent=2))
    else:
        print(comparison_as_text(vergelijking))


def _explain(arguments: argparse.Namespace, vandaag: date) -> None:
    from indicatietool.session.kader_uitleg import write_explanation

    geladen, doel = load_normenkader(Path(arguments.kader)), Path(arguments.naar)
    cijfers = False if arguments.zonder_cijfers else None
    made = write_explanation(geladen, doel, vandaag, Versie(arguments.voor), met_cijfers=cijfers)
    print(f"De uitleg van {geladen.kader.kader.naam} {geladen.kader.kader.versie} staat in {doel}.")
    _say_figures(made, cijfers, geladen)


def _difference(arguments: argparse.Namespace, vandaag: date) -> None:
    from indicatietool.session.vergelijking_verslag import own_dossiers, write_difference

    oud, nieuw = (read_normenkader(Path(pad)) for pad in (arguments.oud, arguments.nieuw))
    doel, eigen = Path(arguments.pdf), None
    if doel.suffix.lower() != ".pdf":
        raise InvoerError(f"{doel.name}: dit stuk is een pdf. Geef een naam die eindigt op .pdf.")
    if arguments.kluis:
        from indicatietool.cli_toegang import opened_desk

        with opened_desk(arguments) as desk:
            eigen = own_dossiers(desk, oud)
    cijfers = False if arguments.zonder_cijfers else None
    made = write_difference(oud, nieuw, doel, vandaag, eigen=eigen, met_cijfers=cijfers)
    print(f"Het verschil staat in {doel}.")
    if eigen is not None:
        print(f"Eigen dossiers: {len(eigen)}, alleen in aantallen.")
    _say_figures(made, cijfers, oud, nieuw)


def _say_figures(met_cijfers: bool, gevraagd: bool | None, *kaders: GeladenKader) -> None:
    from indicatietool.session.kader_uitleg import refusal

    if not met_cijfers:
        print("Er staan geen cijfers in." + ("" if gevraagd is False else f" {refusal(*kaders)}"))


def _new(arguments: argparse.Namespace, vandaag: date) -> None:
    folder = Path(arguments.map)
    bestanden = write_template(folder, arguments.id, arguments.versie, vandaag)
    print(f"In {folder} staat een nieuw kader van drie taken:")
    print(*(f"  {bestand.relative_to(folder)}" for bestand in bestanden), sep="\n")
    print(f"Pas het aan en controleer het: indicatietool norm controleer {folder}")
    if folder.resolve().parts[-2:] != (arguments.id, arguments.versie):
        print(f"Het programma vindt een kader in normen/{arguments.id}/{arguments.versie}.")


def _publish(arguments: argparse.Namespace, vandaag: date) -> None:
    geladen = load_normenkader(Path(arguments.pad))
    kop, bestand = geladen.kader.kader, geladen.folder / KADER_FILE
    is_new = publish(bestand, kop.id, kop.versie, geladen.sha256, vandaag)
    hoe = "ligt nu vast" if is_new else "lag al vast"
    print(f"{kop.id} {kop.versie} (status {kop.status}) {hoe} in {register_of(bestand)}.")
    print(f"sha256 {geladen.sha256}")
    if not geladen.kader.is_vastgesteld:
        print(f"De status blijft {kop.status}: elke uitkomst houdt een watermerk.")


def _to_excel(arguments: argparse.Namespace) -> None:
    from indicatietool.store.workbook import write_workbook  # with its library only when asked for

    geladen, doel = read_normenkader(Path(arguments.kader)), _xlsx(arguments.werkboek)
    if doel.exists():
        raise InvoerError(f"{doel}: dit bestand is er al, en dat blijft zo. Kies een andere naam.")
    write_workbook(geladen, doel, met_rekenblad=arguments.met_rekenblad)
    print(f"{geladen.kader.kader.naam} {geladen.kader.kader.versie} staat in {doel}.")


def _from_excel(arguments: argparse.Namespace) -> None:
    from indicatietool.store.toml_writer import kader_to_toml
    from indicatietool.store.workbook import read_workbook

    nieuw = read_workbook(_xlsx(arguments.werkboek))
    bestand = Path(arguments.naar) / KADER_FILE
    print(_preview(nieuw, bestand))
    kop = nieuw.kader
    vast = published_as(bestand, kop.id, kop.versie)
    if vast is not None:
        raise InvoerError(
            f"{vast.id} {vast.versie} is vastgesteld en verandert niet meer. "
            "Geef het kader in het werkboek een nieuwe versie en wijs een nieuwe map aan."
        )
    if not arguments.schrijf:
        print("Er is niets geschreven. Klopt het? Herhaal het commando met --schrijf.")
        return
    write_durably(bestand, kader_to_toml(nieuw))
    print(f"Geschreven: {bestand}. Controleer het: indicatietool norm controleer {arguments.naar}")


def _preview(nieuw: Normenkader, bestand: Path) -> str:
    """Return what changes: against the kader in that place, else against the version before it."""
    if bestand.exists():
        oud = read_normenkader(bestand)
        let_op = "\nOpmerkingen met # in het bestand dat er staat, gaan bij schrijven verloren."
        return comparison_as_text(compare_kaders(oud.kader, nieuw, shipped_cases(oud))) + let_op
    eerder = [
        read_normenkader(ander)
        for ander in sorted(bestand.parent.parent.glob(f"*/{KADER_FILE}"))
        if bestand.parent.parent.name == nieuw.kader.id
    ]
    if eerder:
        oud = max(eerder, key=lambda geladen: geladen.kader.kader.geldig_van)
        return comparison_as_text(compare_kaders(oud.kader, nieuw, shipped_cases(oud)))
    return (
        f"Nieuw kader {nieuw.kader.id} {nieuw.kader.versie}: {len(nieuw.taken)} taken, "
        f"{len(nieuw.blokken)} treden, {len(nieuw.regels)} regels."
    )


def _xlsx(naam: str) -> Path:
    pad = Path(naam)
    if pad.suffix.lower() != ".xlsx":
        raise InvoerError(f"{pad.name}: een werkboek heet iets dat eindigt op .xlsx.")
    return pad
