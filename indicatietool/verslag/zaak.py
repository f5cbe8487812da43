"""What every part of the verslag draws from, and the names in the normenkader it asks for.

The name of an unknown id is that id: the verslag never fails on a name. The answers themselves must fit
the kader; without that there is no Indicatie.
"""

from dataclasses import dataclass

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, TaakAntwoord
from indicatietool.domain.dossier import Dossier, Volumevorm
from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.indicatie import Indicatie, IndicatieStatus, TaakUitkomst, Verantwoording
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tijdlijn import Duurtotaal, Toewijzingslijn
from indicatietool.domain.versie import Versie
from indicatietool.engine.tijdlijn import lines_of, total_of


@dataclass(frozen=True, slots=True)
class Zaak:
    """Alles van één zaak waar het verslag uit put: kader, dossier, uitkomst en verantwoording."""

    kader: Normenkader
    dossier: Dossier
    indicatie: Indicatie
    verantwoording: Verantwoording
    ontbreekt: tuple[str, ...] = ()
    bezwaar: str = ""
    """What is wrong with the kader beside its status, such as a missing signature; a watermark."""
    profiel: Gemeenteprofiel | None = None
    """The house style and texts of the gemeente; None where there are none."""
    versie: Versie = Versie.DOSSIER
    controlecode: str = ""
    laat_weg: bool = False
    """Whether a passage was marked to be kept out of this version."""

    @property
    def is_voorlopig(self) -> bool:
        """Tell whether the number can still change."""
        return self.indicatie.status is IndicatieStatus.VOORLOPIG

    @property
    def is_concept(self) -> bool:
        """Tell whether the verslag is not finished: the number can change, or something is missing."""
        return self.is_voorlopig or bool(self.ontbreekt)

    @property
    def is_totaal(self) -> bool:
        """Tell whether the minutes hold for the whole duration: the choice in the dossier, else of the kader.

        Bron: iWmo Frequentie 6; eis 27.
        """
        vorm = self.dossier.weging.volumevorm
        return self.kader.rekenwijze.periode == "totaal" if vorm is None else vorm is Volumevorm.TOTAAL

    @property
    def lijnen(self) -> tuple[Toewijzingslijn, ...]:
        """Return the lines in time: the fases or the whole, then the temporary ones; none without dates."""
        return lines_of(self.dossier, self.indicatie)

    @property
    def duurtotaal(self) -> Duurtotaal | None:
        """Return the minutes over the whole duration; None while a date is missing."""
        return total_of(self.lijnen) if self.lijnen else None

    @property
    def heeft_fasen(self) -> bool:
        """Tell whether the number of minutes is not the same over the whole duration."""
        return len(self.lijnen) > 1

    def antwoord(self, uitkomst: TaakUitkomst) -> TaakAntwoord:
        """Return the answers behind an outcome; without answers an empty one."""
        return self.dossier.antwoorden.taak(uitkomst.taak) or TaakAntwoord(taak=uitkomst.taak)

    def leefgebieden(self) -> tuple[LeefgebiedAntwoord, ...]:
        """Return what was answered per leefgebied, in the order of the kader."""
        volgorde = list(self.kader.leefgebied_by_id)
        gegeven = self.dossier.antwoorden.leefgebieden
        return tuple(sorted(gegeven, key=lambda antwoord: volgorde.index(antwoord.leefgebied)))

    def blok_naam(self, code: str) -> str:
        """Return code and name of a blok."""
        blok = self.kader.blok_by_code.get(code)
        return f"{code} ({blok.naam})" if blok else code

    def leefgebied_naam(self, leefgebied: str) -> str:
        """Return the name of a leefgebied."""
        gevonden = self.kader.leefgebied_by_id.get(leefgebied)
        return gevonden.naam if gevonden else leefgebied

    def normtekst(self, plek: str, anders: str = "") -> str:
        """Return the text for a place: of the gemeente, else what the kader has for it, else the given one.

        A text of a gemeente that is still a voorbeeld gives way to the kader.
        """
        van_kader = self.kader.tekst_for(plek, self.dossier.melding.gemeente)
        profiel = self.profiel
        eigen = getattr(profiel, plek.replace("-", "_"), "") if profiel else ""
        if profiel and profiel.status == "vastgesteld":
            return eigen or van_kader or anders
        return van_kader or eigen or anders

    def product_naam(self, product: str) -> str:
        """Return the name of a product."""
        gevonden = self.kader.product_by_id.get(product)
        return gevonden.naam if gevonden else product

    def grond_naam(self, grond: str) -> str:
        """Return name and explanation of a grond."""
        gevonden = self.kader.grond_by_id.get(grond)
        return f"{gevonden.naam}. {gevonden.uitleg}" if gevonden else grond

    def keuze_naam(self, factor: str, keuze: str | int) -> str:
        """Return an answer to a factor in words."""
        gevonden = self.kader.factor_by_id.get(factor)
        return gevonden.tell(keuze) if gevonden else str(keuze)
