"""Part 11: the maatwerkvoorziening itself: kind, size, looptijd and what changed since the last time."""

from indicatietool.domain.schaal import Richting
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Gegeven, Kop, VerslagBlok
from indicatietool.verslag.invulling import field, row, rows, table_of, words_of
from indicatietool.verslag.onderdelen.eerder import since_then
from indicatietool.verslag.onderdelen.looptijd import over_time
from indicatietool.verslag.onderdelen.samenvatting import per_week, total_over
from indicatietool.verslag.zaak import Zaak

AARD = {
    Richting.ONTWIKKEL: (
        "Ontwikkelgericht: u leert dingen aan, zodat u daarna meer zelf kunt of met minder hulp toekunt."
    ),
    Richting.BEHOUD: (
        "Behoudgericht: de begeleiding houdt uw situatie stabiel en zorgt dat u houdt wat u heeft bereikt."
    ),
}


def conclusie(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return kind and size of the maatwerkvoorziening, its looptijd and how it is delivered."""
    return (
        Alinea(_conclusion(zaak), AlineaStijl.NADRUK),
        Alinea(" ".join((per_week(zaak), *total_over(zaak)))),
        *table_of(
            *_aard(zaak),
            *_product(zaak),
            *rows(zaak.dossier, "weging.leveringsvorm", "melding.pgb_besproken", "weging.volumevorm"),
            *_iwmo(zaak),
        ),
        Kop(3, "Looptijd"),
        *table_of(*rows(zaak.dossier, "weging.ingangsdatum", "weging.einddatum")),
        *field(zaak.dossier, "weging.looptijd_motivering"),
        *over_time(zaak),
        *since_then(zaak),
        Kop(3, "Eigen bijdrage", "Wmo 2015 art. 2.3.2 lid 4 onder g"),
        *words_of(zaak.dossier, "oplossingen.eigen_bijdrage"),
    )


def _conclusion(zaak: Zaak) -> str:
    minuten = zaak.indicatie.minuten_per_maand
    if zaak.is_voorlopig:
        return f"Voorlopige uitkomst: {minuten} minuten begeleiding per maand. Dit kan nog veranderen."
    if not minuten:
        return "Er blijven geen minuten over waarvoor een maatwerkvoorziening nodig is."
    return (
        f"Wat u niet zelf, met uw netwerk of met andere voorzieningen kunt oplossen, vraagt om een "
        f"maatwerkvoorziening: {minuten} minuten begeleiding per maand."
    )


def _aard(zaak: Zaak) -> tuple[Gegeven | None, ...]:
    blok = zaak.kader.blok_by_code.get(zaak.dossier.weging.profiel or "")
    return (
        row("Aard", AARD[blok.richting] if blok and blok.richting else ""),
        row("Profiel", zaak.blok_naam(blok.code) if blok else "", nodig=bool(zaak.kader.profielen)),
    )


def _product(zaak: Zaak) -> tuple[Gegeven | None, ...]:
    weging = zaak.dossier.weging
    gekozen = zaak.kader.product_by_id.get(weging.product or "")
    voorstel = _suggested_product(zaak)
    wijkt_af = bool(voorstel and weging.product and voorstel != weging.product)
    return (
        row(
            "Product",
            f"{gekozen.naam}. {gekozen.omschrijving}" if gekozen else weging.product or "",
            nodig=bool(zaak.kader.producten),
        ),
        row("Voorgesteld product", zaak.product_naam(voorstel) if voorstel else "", nodig=False),
        row("Motivering van het product", weging.product_motivering, nodig=wijkt_af),
    )


def _suggested_product(zaak: Zaak) -> str | None:
    blok = zaak.dossier.weging.profiel or (zaak.indicatie.profiel.blok if zaak.indicatie.profiel else None)
    profiel = zaak.kader.profiel_by_blok.get(blok or "")
    return profiel.product if profiel else None


def _iwmo(zaak: Zaak) -> tuple[Gegeven | None, ...]:
    """Return the size as the message standard writes it."""
    if zaak.heeft_fasen:
        volume, frequentie = "per periode", "4 (per maand) of 6 (totaal)"
    elif zaak.is_totaal:
        totaal = zaak.duurtotaal
        volume = "nog niet te bepalen" if totaal is None else str(totaal.minuten)
        frequentie = "6 (totaal binnen de geldigheidsduur)"
    else:
        volume, frequentie = str(zaak.indicatie.minuten_per_maand), "4 (per maand)"
    product = zaak.kader.product_by_id.get(zaak.dossier.weging.product or "")
    code = f", product {product.iwmo_code}" if product and product.iwmo_code else ""
    waarde = f"volume {volume}, eenheid 01 (minuut), frequentie {frequentie}, categorie 02{code}"
    return (row("Toewijzing (iWmo)", waarde),)
