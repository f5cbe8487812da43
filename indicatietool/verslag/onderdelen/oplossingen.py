"""Parts 7 and 8: what the client and others can do, what that takes off per taak, and the mantelzorger."""

from collections.abc import Iterator

from indicatietool.domain.antwoorden import Aftrek, LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.velden import OPLOSSINGEN
from indicatietool.domain.voorstel import RekenstapSoort, Voorstel
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kolom, Kop, Rij, Tabel, VerslagBlok
from indicatietool.verslag.invulling import fields, rows, table_of, words_of
from indicatietool.verslag.onderdelen.uitkomst import taken_of
from indicatietool.verslag.zaak import Zaak

ELDERS = frozenset(
    {
        "oplossingen.ondersteuning_mantelzorger",
        "oplossingen.mantelzorger_overbelast",
        "oplossingen.eigen_bijdrage",
    }
)
"""Fields with a part of their own: 8 and 11."""

UITLEG_AFTREK = (
    "Alleen hulp die er echt is en die vrijwillig wordt gegeven, gaat van de minuten af. Wat niet meetelt, "
    "staat er ook bij, met de reden."
)
ALLEEN_WAT_NODIG_IS = "Alleen leefgebieden die bij de hulpvraag horen, worden besproken."


def oplossingen(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what was looked into besides the maatwerkvoorziening."""
    return (*_looked_into(zaak), *_aftrek(zaak), *_other_leefgebieden(zaak))


def mantelzorger(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what the mantelzorger needs, and whether it is too much for the mantelzorger."""
    return (
        *words_of(zaak.dossier, "oplossingen.ondersteuning_mantelzorger"),
        *table_of(*rows(zaak.dossier, "oplossingen.mantelzorger_overbelast")),
    )


def _looked_into(zaak: Zaak) -> Iterator[VerslagBlok]:
    for groep in OPLOSSINGEN:
        yield Kop(2, groep.titel)
        yield from fields(zaak.dossier, tuple(veld for veld in groep.velden if veld.pad not in ELDERS))


def _aftrek(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    kop = Kop(2, "Wat er per taak af gaat")
    rijen = tuple(rij for uitkomst in zaak.indicatie.taken for rij in _aftrek_rows(zaak, uitkomst))
    if not rijen:
        return (kop, Alinea("Er is bij geen enkele taak iets afgetrokken.", AlineaStijl.LEEG))
    kolommen = (Kolom("Taak", 48), Kolom("Wie of wat neemt iets over", 90), Kolom("Eraf per week", 32, True))
    return (kop, Alinea(UITLEG_AFTREK), Tabel(kolommen, rijen, "Aftrek per taak (in minuten)"))


def _aftrek_rows(zaak: Zaak, uitkomst: TaakUitkomst) -> Iterator[Rij]:
    """Yield the steps of the calculation itself, or what was filled in when there is no voorstel yet."""
    if isinstance(uitkomst.voorstel, Voorstel):
        for stap in uitkomst.voorstel.stappen:
            if stap.soort is RekenstapSoort.AFTREK:
                yield Rij((uitkomst.naam, stap.tekst, show_minutes(stap.voor.richt - stap.na.richt)))
        return
    for aftrek in zaak.antwoord(uitkomst).aftrek:
        yield Rij((uitkomst.naam, _in_words(aftrek), "niet berekend"))


def _in_words(aftrek: Aftrek) -> str:
    hoeveel = (
        f"{aftrek.procent} %" if aftrek.procent is not None else f"{aftrek.minuten_per_week} minuten per week"
    )
    telt = "" if aftrek.telt_mee else "; telt niet mee"
    return f"{aftrek.soort.naam.capitalize()} ({aftrek.duur}), {hoeveel}{telt}. {aftrek.reden}"


def _other_leefgebieden(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    anders = [a for a in zaak.leefgebieden() if a.situatie is not LeefgebiedSituatie.BEGELEIDING]
    rijen = tuple(
        Rij((zaak.leefgebied_naam(antwoord.leefgebied), antwoord.situatie.naam), _noted(antwoord))
        for antwoord in anders
    )
    kop = Kop(2, "Leefgebieden zonder begeleiding")
    tabel = (Tabel((Kolom("Leefgebied", 85), Kolom("Wat is er aan de hand", 85)), rijen),) if rijen else ()
    return (kop, *tabel, *_not_looked_at(zaak, bool(rijen)))


def _noted(antwoord: LeefgebiedAntwoord) -> str:
    """Return all that was written down about a leefgebied without begeleiding."""
    delen = (
        antwoord.toelichting.strip(),
        *(
            f"{label}: {tekst.strip()}"
            for label, tekst in (
                ("Problemen", antwoord.problemen),
                ("Doel", antwoord.doel),
                ("Waaraan te zien", antwoord.indicator),
            )
            if tekst.strip()
        ),
    )
    return "\n".join(deel for deel in delen if deel)


def _not_looked_at(zaak: Zaak, iets_gezien: bool) -> tuple[VerslagBlok, ...]:
    bekeken = {antwoord.leefgebied for antwoord in zaak.dossier.antwoorden.leefgebieden}
    namen = [
        leefgebied.naam
        for leefgebied in zaak.kader.leefgebieden
        if leefgebied.id not in bekeken and not taken_of(zaak, leefgebied.id)
    ]
    if namen:
        zin = f"Niet besproken in dit onderzoek: {', '.join(namen)}. {ALLEEN_WAT_NODIG_IS}"
        return (Alinea(zin, AlineaStijl.KLEIN),)
    if iets_gezien:
        return ()
    return (Alinea("Bij alle leefgebieden is begeleiding bekeken.", AlineaStijl.LEEG),)
