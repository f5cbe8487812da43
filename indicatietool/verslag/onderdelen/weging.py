"""Part 9: the tool that was used, the weighing in words, the profiel, the factoren and the table per taak."""

from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, Lijst, VerslagBlok
from indicatietool.verslag.invulling import row, table_of
from indicatietool.verslag.onderdelen.algoritme import algoritme
from indicatietool.verslag.onderdelen.beleid import coverage, motivering
from indicatietool.verslag.onderdelen.factoren import factoren
from indicatietool.verslag.onderdelen.optelling import month_table
from indicatietool.verslag.onderdelen.per_taak import per_taak
from indicatietool.verslag.zaak import Zaak


def weging(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return how the number came about, from the tool that was used to the minutes per month."""
    return (
        *algoritme(zaak),
        *motivering(zaak),
        *_profiel(zaak),
        *factoren(zaak),
        *per_taak(zaak),
        Kop(2, "Van week naar maand"),
        month_table(zaak),
        *coverage(zaak),
    )


def _profiel(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    voorstel, keuze = zaak.indicatie.profiel, zaak.dossier.weging.profiel
    if not zaak.kader.profielen:
        return (Kop(2, "Profiel"), Alinea("Dit normenkader kent geen profielen.", AlineaStijl.LEEG))
    voorgesteld = zaak.blok_naam(voorstel.blok) if voorstel else "Er is geen profiel voorgesteld."
    return (
        Kop(2, "Profiel"),
        *table_of(
            row("Voorgesteld profiel", voorgesteld),
            row("Gekozen profiel", zaak.blok_naam(keuze) if keuze else ""),
            row(
                "Motivering van de keuze",
                zaak.dossier.weging.profiel_motivering,
                nodig=bool(voorstel and keuze and voorstel.blok != keuze),
            ),
        ),
        *((Lijst(voorstel.redenen),) if voorstel and voorstel.redenen else ()),
    )
