"""The commands `kluis …`: making, keeping and proving a kluis without a screen.

Comes in: parsed arguments. Goes out: text or JSON on standard output; a mistake is one Dutch message.
"""

import argparse
from dataclasses import asdict
from pathlib import Path

from indicatietool.cli_toegang import (
    count_dossiers,
    door_of,
    folder_of,
    is_practice,
    kluis_of,
    kluis_secret,
    new_secret,
    opened_desk,
    secret,
    show,
    unlocked,
)
from indicatietool.domain.kluis import Kopie, LogRegel
from indicatietool.errors import IntegriteitError, InvoerError
from indicatietool.session.instellingen import (
    LOCK_AFTER,
    RETENTION,
    Instellingen,
    read_settings,
    write_settings,
)
from indicatietool.store.kluis import Kluis
from indicatietool.store.kluis.plaats import COPIES

_HERSTELCODE = (
    "Herstelcode: {code}",
    "Schrijf de herstelcode over of druk haar af, en bewaar haar apart van deze computer.",
    "Zij is nu één keer te zien. Zonder wachtwoord en zonder herstelcode zijn de dossiers weg.",
)


def run_kluis(arguments: argparse.Namespace) -> int:
    """Run one action of `kluis`.

    Returns:
        0 when it was done; 2 when files stayed behind that could not be read in.

    Raises:
        IndicatietoolError: what was asked can't be done.
    """
    match arguments.actie:
        case "nieuw":
            _new(arguments)
        case "wachtwoord":
            _wachtwoord(arguments)
        case "herstelcode":
            _herstelcode(arguments)
        case "kopie":
            _copies(arguments) if arguments.lijst else _copy(arguments)
        case "herstel":
            _restore(arguments)
        case "verifieer":
            _verify(arguments)
        case "instellingen":
            _settings(arguments)
        case "logboek":
            _logboek(arguments)
        case "inlezen":
            return _read_in(arguments)
    return 0


def _new(arguments: argparse.Namespace) -> None:
    toegang, folder = door_of(arguments), folder_of(arguments)
    if toegang.has_kluis:
        raise InvoerError("In deze map is al een kluis; er is niets veranderd. Kies een andere map.")
    if arguments.oefen:
        kluis_of(toegang.practice()).close()
        klaar = f"De oefenkluis staat in {folder}. Zij heeft geen wachtwoord: alleen voor oefengevallen."
        show(arguments, {"kluis": str(folder), "soort": "oefen"}, klaar)
        return
    desk, code = toegang.create(new_secret("--wachtwoord-bestand", arguments.wachtwoord_bestand))
    kluis_of(desk).close()
    regels = (f"De kluis staat in {folder}.", *(regel.format(code=code) for regel in _HERSTELCODE))
    show(arguments, {"kluis": str(folder), "soort": "echt", "herstelcode": code}, *regels)


def _wachtwoord(arguments: argparse.Namespace) -> None:
    toegang, folder = door_of(arguments), folder_of(arguments)
    _refuse_practice(folder)
    nieuw_bestand = arguments.nieuw_wachtwoord_bestand
    if arguments.herstelcode_bestand is not None or arguments.met_herstelcode:
        code = secret("herstelcode", "--herstelcode-bestand", arguments.herstelcode_bestand)
        nieuw = new_secret("--nieuw-wachtwoord-bestand", nieuw_bestand)
        kluis_of(toegang.unlock_with_herstelcode(code, nieuw)).close()
    else:
        oud = kluis_secret(arguments)
        with kluis_of(toegang.unlock(oud)) as kluis:
            kluis.change_wachtwoord(oud, new_secret("--nieuw-wachtwoord-bestand", nieuw_bestand))
    klaar = "Het wachtwoord is veranderd. De herstelcode blijft; oude kopieën houden het oude wachtwoord."
    show(arguments, {"kluis": str(folder), "wachtwoord": "veranderd"}, klaar)


def _herstelcode(arguments: argparse.Namespace) -> None:
    toegang, folder = door_of(arguments), folder_of(arguments)
    _refuse_practice(folder)
    wachtwoord = kluis_secret(arguments)
    with kluis_of(toegang.unlock(wachtwoord)) as kluis:
        code = kluis.new_herstelcode(wachtwoord)
    regels = ("De oude herstelcode werkt niet meer.", *(regel.format(code=code) for regel in _HERSTELCODE))
    show(arguments, {"kluis": str(folder), "herstelcode": code}, *regels)


def _copy(arguments: argparse.Namespace) -> None:
    with opened_desk(arguments) as desk:
        kopie = kluis_of(desk).copy()
    show(arguments, {"kopie": kopie.name, "map": str(kopie)}, f"De kopie staat in {kopie}.")


def _copies(arguments: argparse.Namespace) -> None:
    kopieen = Kluis.copies(folder_of(arguments))
    regels = [_copy_as_text(kopie) for kopie in kopieen]
    show(arguments, [_copy_as_json(kopie) for kopie in kopieen], *(regels or ["Er zijn geen kopieën."]))


def _restore(arguments: argparse.Namespace) -> None:
    toegang, folder = door_of(arguments), folder_of(arguments)
    kopie = _find_copy(folder, arguments.kopie)
    naam = kopie.name if isinstance(kopie, Path) else kopie.naam
    is_oefen = is_practice(kopie if isinstance(kopie, Path) else folder / COPIES / kopie.naam)
    wachtwoord = "" if is_oefen else kluis_secret(arguments)
    with kluis_of(toegang.restore(kopie, wachtwoord)) as kluis:
        aantal = len(kluis.list())
    klaar = f"Kopie {naam} is teruggezet ({count_dossiers(aantal)}). Hoe het was, staat bij de kopieën."
    show(arguments, {"kluis": str(folder), "kopie": naam, "dossiers": aantal}, klaar)


def _verify(arguments: argparse.Namespace) -> None:
    with opened_desk(arguments) as desk:
        kluis = kluis_of(desk)
        bevindingen, hoofd, dossiers = kluis.verify(), kluis.log_head(), len(kluis.list())
    if bevindingen:
        aantal = "1 bevinding" if len(bevindingen) == 1 else f"{len(bevindingen)} bevindingen"
        kop = f"De kluis is niet in orde ({aantal}). Zet een kopie terug."
        raise IntegriteitError("\n".join([kop, *bevindingen]))
    data = {
        "kluis": str(folder_of(arguments)),
        "in_orde": True,
        "dossiers": dossiers,
        "logboek": {"volg": hoofd.volg, "hash": hoofd.hash},
    }
    tot = f"logboek tot en met regel {hoofd.volg} ({hoofd.hash})"
    klaar = f"De kluis is in orde: {count_dossiers(dossiers)}, {tot}."
    show(arguments, data, klaar)


def _settings(arguments: argparse.Namespace) -> None:
    with opened_desk(arguments) as desk:
        kluis = kluis_of(desk)
        nu = read_settings(kluis)
        minuten, jaren = arguments.vergrendelen_na, arguments.bewaartermijn
        nieuw = Instellingen(
            vergrendelen_na=nu.vergrendelen_na if minuten is None else minuten,
            bewaartermijn=nu.bewaartermijn if jaren is None else jaren,
            bsn=nu.bsn if arguments.bsn is None else arguments.bsn == "aan",
        )
        if nieuw.vergrendelen_na not in LOCK_AFTER:
            raise InvoerError(f"Kies een van deze aantallen minuten: {', '.join(map(str, LOCK_AFTER))}.")
        if not RETENTION[0] <= nieuw.bewaartermijn <= RETENTION[1]:
            raise InvoerError(f"De bewaartermijn is {RETENTION[0]} tot en met {RETENTION[1]} jaar.")
        write_settings(kluis, nieuw)
    show(
        arguments,
        asdict(nieuw),
        f"Het BSN wordt {'gevraagd' if nieuw.bsn else 'niet gevraagd'}.",
        f"Dossiers blijven {nieuw.bewaartermijn} jaar.",
        f"De kluis gaat op slot na {nieuw.vergrendelen_na} minuten zonder toetsaanslag.",
    )


def _logboek(arguments: argparse.Namespace) -> None:
    with opened_desk(arguments) as desk:
        regels = kluis_of(desk).logboek()
    gekozen = regels[-arguments.laatste :] if arguments.laatste else regels
    show(arguments, [_log_as_json(regel) for regel in gekozen], *map(_log_as_text, gekozen))


def _read_in(arguments: argparse.Namespace) -> int:
    van = Path(arguments.map)
    if not van.is_dir():
        raise InvoerError("De map met losse dossiers is er niet. Controleer de naam.")
    toegang = door_of(arguments, van)
    desk = unlocked(arguments, toegang)
    try:
        verslag = toegang.import_loose(desk)
    finally:
        kluis_of(desk).close()
    data = {
        "ingelezen": verslag.ingelezen,
        "hernummerd": [{"was": was, "wordt": wordt} for was, wordt in verslag.hernummerd],
        "oefening": verslag.oefening,
        "gebleven": [{"bestand": naam, "reden": reden} for naam, reden in verslag.gebleven],
    }
    show(
        arguments,
        data,
        f"Ingelezen: {count_dossiers(len(verslag.ingelezen))}.",
        "Een bestand is pas weg als het dossier veilig in de kluis staat.",
        *(f"  {was} heet nu {wordt}" for was, wordt in verslag.hernummerd),
        *(f"  {naam}: oefengeval, hoort in de oefenkluis en is blijven staan" for naam in verslag.oefening),
        *(f"  {naam} is blijven staan: {reden}" for naam, reden in verslag.gebleven),
    )
    return InvoerError.exit_code if verslag.gebleven else 0


def _refuse_practice(folder: Path) -> None:
    if is_practice(folder):
        raise InvoerError("Een oefenkluis heeft geen wachtwoord en geen herstelcode. Er is niets veranderd.")


def _find_copy(folder: Path, naam: str) -> Path | Kopie:
    """Return a copy by its name, the newest, or a folder elsewhere."""
    kopieen = Kluis.copies(folder)
    if naam == "nieuwste":
        gewoon = [kopie for kopie in kopieen if not kopie.is_opzij]
        if not gewoon:
            raise InvoerError("Er zijn geen kopieën van deze kluis. Wijs de map van een kopie aan.")
        return gewoon[0]
    for kopie in kopieen:
        if kopie.naam == naam:
            return kopie
    if not Path(naam).is_dir():
        raise InvoerError("Deze kopie is er niet. Kijk met: indicatietool kluis kopie --lijst.")
    return Path(naam)


def _copy_as_json(kopie: Kopie) -> dict[str, object]:
    return {
        "naam": kopie.naam,
        "moment": kopie.moment.isoformat(),
        "omvang": kopie.omvang,
        "opzij": kopie.is_opzij,
    }


def _copy_as_text(kopie: Kopie) -> str:
    opzij = ", opzij gezet bij terugzetten" if kopie.is_opzij else ""
    return f"{kopie.naam}  {kopie.omvang} bytes{opzij}"


def _log_as_json(regel: LogRegel) -> dict[str, object]:
    return {
        "volg": regel.volg,
        "moment": regel.moment.isoformat(),
        "actor": regel.actor,
        "actie": regel.actie,
        "object": regel.object,
        "resultaat": regel.resultaat,
        "oorsprong": regel.oorsprong,
        "inhoud_sha256": regel.inhoud_sha256,
        "vorige": regel.vorige,
        "hash": regel.hash,
    }


def _log_as_text(regel: LogRegel) -> str:
    moment = f"{regel.moment:%Y-%m-%d %H:%M:%S}Z"
    return f"{regel.volg:>6}  {moment}  {regel.actor}  {regel.actie}  {regel.object}  {regel.resultaat}"
