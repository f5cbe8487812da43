"""Random kaders with random answers for hypothesis: the shipped voorbeeldkader and the tiny one.

Goes out: Geval, a kader with a dossier that fits it. `volledig` gevallen leave nothing open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from indicatietool.domain.antwoorden import (
    Aftrek,
    AftrekSoort,
    Antwoorden,
    Beschikbaar,
    Duur,
    Frequentie,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    OverigeBegeleiding,
    TaakAntwoord,
)
from indicatietool.domain.besluit import (
    Afwijken,
    AfwijkenTotaal,
    Besluit,
    BinnenMarge,
    Overnemen,
    TaakBesluit,
)
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.normenkader import Normenkader, Per, Taak
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import propose
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import load_normenkader
from tests.builders import VANDAAG, as_loaded, tiny_kader


@dataclass(frozen=True)
class Geval:
    """Een kader met een dossier dat erbij past."""

    kader: Normenkader
    dossier: Dossier

    @property
    def antwoorden(self) -> Antwoorden:
        return self.dossier.antwoorden

    def with_antwoorden(self, **changes: object) -> "Geval":
        antwoorden = Antwoorden(**{**dict(self.antwoorden), **changes})
        return Geval(self.kader, self.dossier.with_changes(antwoorden=antwoorden))

    def __repr__(self) -> str:
        return f"Geval({self.kader.kader.id}, {self.dossier.model_dump_json(exclude_defaults=True)})"


@cache
def voorbeeldkader() -> Normenkader:
    return load_normenkader(normen_folder() / "voorbeeld-begeleiding" / "2026.1").kader


@cache
def kaders() -> tuple[Normenkader, ...]:
    return voorbeeldkader(), tiny_kader()


teksten = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))

frequenties = st.builds(Frequentie, keer=st.integers(1, 99), per_weken=st.integers(1, 52))

bedragen: st.SearchStrategy[tuple[int | None, int | None]] = st.one_of(
    st.tuples(st.integers(0, 600), st.none()), st.tuples(st.none(), st.integers(0, 100))
)

overige = st.builds(
    OverigeBegeleiding, omschrijving=teksten, minuten_per_week=st.integers(0, 300), motivering=teksten
)


@st.composite
def aftrekken(draw: st.DrawFn) -> Aftrek:
    minuten, procent = draw(bedragen)
    return Aftrek(
        soort=draw(st.sampled_from(AftrekSoort)),
        minuten_per_week=minuten,
        procent=procent,
        reden=draw(st.sampled_from(("Een zus helpt.", "Een buurman helpt."))),
        beschikbaar=draw(st.sampled_from(Beschikbaar)),
        duur=draw(st.sampled_from(Duur)),
        vrijwillig=draw(st.booleans()),
    )


@st.composite
def gevallen(
    draw: st.DrawFn, *, volledig: bool = False, besloten: bool = False, only: Normenkader | None = None
) -> Geval:
    """Return a kader with answers that fit it.

    Args:
        draw: given by hypothesis.
        volledig: nothing that the kader asks is left open.
        besloten: every voorstel is taken over; otherwise besluiten are of every kind, also lapsed.
        only: this kader, and no other.
    """
    kader = only or draw(st.sampled_from(kaders()))
    gekozen = draw(
        st.lists(st.sampled_from(kader.taken), min_size=1, max_size=6, unique_by=lambda taak: taak.id)
    )
    leefgebieden = {taak.leefgebied for taak in gekozen}
    antwoorden = Antwoorden(
        keuzes=_keuzes(draw, kader.factoren_at(Plaats.DOSSIER), volledig),
        leefgebieden=tuple(
            LeefgebiedAntwoord(
                leefgebied=leefgebied,
                situatie=LeefgebiedSituatie.BEGELEIDING,
                keuzes=_keuzes(draw, kader.factoren_at(Plaats.LEEFGEBIED), volledig),
            )
            for leefgebied in kader.leefgebied_by_id
            if leefgebied in leefgebieden
        ),
        taken=tuple(_taak(draw, kader, taak, volledig) for taak in gekozen),
        overige=tuple(draw(st.lists(overige, max_size=2))),
    )
    dossier = Dossier(
        nummer="2027-0001", gemaakt=VANDAAG, kader=as_loaded(kader).verwijzing, antwoorden=antwoorden
    )
    besluiten = _besluiten(draw, kader, antwoorden, besloten)
    afwijking = None if besloten else draw(st.none() | _afwijkingen(kader))
    return Geval(kader, dossier.with_changes(besluiten=besluiten, afwijking_totaal=afwijking))


def _taak(draw: st.DrawFn, kader: Normenkader, taak: Taak, volledig: bool) -> TaakAntwoord:
    frequentie = draw(frequenties) if taak.per is Per.KEER and (volledig or draw(st.booleans())) else None
    gevraagd = tuple(kader.factor_by_id[factor] for factor in taak.vraagt)
    return TaakAntwoord(
        taak=taak.id,
        blok=draw(st.sampled_from(tuple(taak.minuten))) if volledig or draw(st.booleans()) else None,
        frequentie=frequentie,
        keuzes=_keuzes(draw, gevraagd, volledig),
        aftrek=tuple(draw(st.lists(aftrekken(), max_size=3))),
    )


def _keuzes(draw: st.DrawFn, factoren: Sequence[Factor], volledig: bool) -> Mapping[str, str]:
    return {
        factor.id: draw(st.sampled_from([keuze.id for keuze in factor.keuzes]))
        for factor in factoren
        if volledig or draw(st.booleans())
    }


def _besluiten(
    draw: st.DrawFn, kader: Normenkader, antwoorden: Antwoorden, besloten: bool
) -> tuple[TaakBesluit, ...]:
    besluiten = []
    for antwoord in antwoorden.taken:
        voorstel = propose(kader, antwoorden, antwoord)
        richt = voorstel.omvang.richt if isinstance(voorstel, Voorstel) else Fraction(0)
        besluit: Besluit | None = Overnemen(minuten_per_week=richt)
        if not besloten:
            besluit = draw(
                st.none()
                | st.just(besluit)
                | st.builds(Overnemen, minuten_per_week=st.fractions(0, 600, max_denominator=60))
                | st.builds(BinnenMarge, minuten_per_week=st.integers(0, 600))
                | st.builds(
                    Afwijken,
                    minuten=st.integers(0, 600),
                    grond=st.sampled_from(tuple(kader.grond_by_id)),
                    motivering=teksten,
                )
            )
        if besluit is not None:
            besluiten.append(TaakBesluit(taak=antwoord.taak, besluit=besluit))
    return tuple(besluiten)


def _afwijkingen(kader: Normenkader) -> st.SearchStrategy[AfwijkenTotaal]:
    return st.builds(
        AfwijkenTotaal,
        minuten_per_maand=st.integers(0, 44_640),
        grond=st.sampled_from(tuple(kader.grond_by_id)),
        motivering=teksten,
    )
