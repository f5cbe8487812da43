"""What holds over taken: time that is shared, borders, profielen with products, and grounds to differ."""

from indicatietool.domain.normenkader import Profiel
from indicatietool.domain.regels import Maximum
from indicatietool.verslag.blocks import Alinea, Kolom, Kop, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.uitleg.gevolg import tell_conditions
from indicatietool.verslag.uitleg.stof import Stof, capital, in_a_row

EEN_WEEK = 10_080
SAMENVAL = "Soms gaan twee taken in dezelfde tijd. Die tijd telt dan één keer."
HOOGSTE = "Bij sommige taken telt alleen de taak met de meeste minuten."
MAXIMA = "Soms is er een grens. Meer dan dat stelt het normenkader niet voor."
EERSTE_VAN_GROEP = "Passen er meer grenzen van dezelfde soort? Dan geldt alleen de bovenste."
GEEN_GRENZEN = "Dit normenkader kent geen grenzen over taken heen."
PROFIEL = (
    "Alle taken samen geven een profiel. Bij een profiel horen een product en termijnen. "
    "Ook dat is een voorstel. De consulent kan iets anders kiezen."
)
TERMIJNEN_IN_VERSLAG = "Hoe lang de hulp duurt en wanneer er een evaluatie is, staat in het verslag."
GEEN_PROFIEL = "Dit normenkader kent geen profielen."
GRONDEN = (
    "Past het voorstel niet bij de situatie? Dan wijkt de consulent af en schrijft op waarom. "
    "Het normenkader noemt deze redenen:"
)


def grenzen(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return what is shared, what counts once and what has a border."""
    kader = stof.kader
    samenval: tuple[VerslagBlok, ...] = ()
    if kader.samenval:
        kolommen = (Kolom("Deze taak", 45), Kolom("samen met", 45), Kolom("Wat er gebeurt", 80))
        rijen = tuple(
            Rij((_naam(stof, deel.taak), _naam(stof, deel.met), stof.regel(deel.tekst)))
            for deel in kader.samenval
        )
        samenval = (Kop(2, "Twee taken in dezelfde tijd"), Alinea(SAMENVAL), Tabel(kolommen, rijen))
    hoogste: tuple[VerslagBlok, ...] = ()
    if kader.hoogste:
        zinnen = tuple(
            f"{stof.regel(deel.tekst)}: {in_a_row([_naam(stof, taak) for taak in deel.taken], 'of')}."
            for deel in kader.hoogste
        )
        hoogste = (Kop(2, "Alleen de zwaarste taak telt"), Alinea(HOOGSTE), Lijst(zinnen))
    alles = (*samenval, *hoogste, *_maxima(stof))
    return alles or (Alinea(GEEN_GRENZEN),)


def profielen(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the profielen with their products."""
    kader = stof.kader
    if not kader.profielen:
        return (Alinea(GEEN_PROFIEL), *_products(stof))
    kolommen = [Kolom(f"Profiel ({stof.schaal})", 45), Kolom("Product", 40)]
    if stof.met_cijfers:
        kolommen += [Kolom("Minuten per week", 45), Kolom("Looptijd", 40), Kolom("Evaluatie", 50)]
    rijen = (Rij(_profile(stof, profiel)[: len(kolommen)]) for profiel in kader.profielen)
    onder = () if stof.met_cijfers else (Alinea(TERMIJNEN_IN_VERSLAG),)
    return (Alinea(PROFIEL), Tabel(tuple(kolommen), tuple(rijen)), *onder, *_products(stof))


def gronden(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the grounds that the kader knows to go outside the room around a figure."""
    rijen = tuple(Rij((grond.naam, grond.uitleg)) for grond in stof.kader.gronden)
    return (Alinea(GRONDEN), Tabel((Kolom("Reden", 55), Kolom("Wanneer", 115)), rijen))


def _maxima(stof: Stof) -> tuple[VerslagBlok, ...]:
    maxima = stof.kader.maxima
    if not maxima:
        return ()
    kolommen = (Kolom("Grens", 90), Kolom("Voor", 80))
    rijen = tuple(Rij((stof.regel(maximum.tekst), _for_what(stof, maximum))) for maximum in maxima)
    groep = (Alinea(EERSTE_VAN_GROEP),) if any(maximum.groep for maximum in maxima) else ()
    return (Kop(2, "Een grens naar boven"), Alinea(MAXIMA), *groep, Tabel(kolommen, rijen))


def _for_what(stof: Stof, maximum: Maximum) -> str:
    taken = in_a_row([_naam(stof, taak) for taak in maximum.taken]) or "alle taken samen"
    als = tell_conditions(stof, maximum.als)
    return capital(f"{taken}{f', {als}' if als else ''}")


def _profile(stof: Stof, profiel: Profiel) -> tuple[str, ...]:
    kader = stof.kader
    blok, product = kader.blok_by_code[profiel.blok], kader.product_by_id[profiel.product]
    tot = profiel.tot_minuten_per_week
    band = f"{profiel.vanaf_minuten_per_week} tot {tot}"
    if tot >= EEN_WEEK:
        band = f"{profiel.vanaf_minuten_per_week} of meer"
    evaluatie = f"na {profiel.eerste_evaluatie_maanden}, dan elke {profiel.evaluatie_elke_maanden} maanden"
    return (
        f"{blok.code} · {blok.naam}",
        product.naam,
        band,
        f"{profiel.looptijd_maanden} maanden",
        evaluatie,
    )


def _products(stof: Stof) -> tuple[VerslagBlok, ...]:
    producten = stof.kader.producten
    if not producten:
        return ()
    rijen = tuple(Rij((product.naam, product.omschrijving)) for product in producten)
    return (Kop(2, "Producten"), Tabel((Kolom("Product", 50), Kolom("Wat het is", 120)), rijen))


def _naam(stof: Stof, taak: str) -> str:
    return stof.kader.taak_by_id[taak].naam
