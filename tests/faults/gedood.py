"""Kill the program while it works, at a moment that a number decides, and hold it to what it confirmed."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

GRONDIG = os.environ.get("FOUTEN") == "grondig"
"""`make test-faults` sets it: the full numbers instead of a taste of each."""


def keren(grondig: int, kort: int) -> range:
    """Return how many times something is tried: in full, or a taste of it."""
    return range(grondig if GRONDIG else kort)


@dataclass(frozen=True)
class Afloop:
    """Hoe het afliep: de laatste bevestiging voordat het programma werd gedood."""

    bevestigd: int
    gedood: bool


def kill_at_work(actie: str, folder: Path, keer: int, *, binnen: float, keren: int = 1_000_000) -> Afloop:
    """Start the work, kill it with SIGKILL somewhere within so many seconds, and return what it confirmed.

    Args:
        actie: what it does; see `werk.ACTIES`.
        folder: of the kluis.
        keer: decides the moment; the same number is the same moment.
        binnen: seconds after it began to work.
        keren: how many times it does it when it is left alive.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.werk", actie, str(folder), str(keren)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begin\n"
    time.sleep(Random(f"{actie}{keer}").uniform(0, binnen))
    process.send_signal(signal.SIGKILL)
    over = process.stdout.read()
    process.stdout.close()
    process.wait()
    regels = [int(regel) for regel in over.splitlines() if regel.isdigit()]
    assert process.returncode in (0, -signal.SIGKILL), "het werk liep zelf stuk"
    return Afloop(regels[-1] if regels else 0, process.returncode != 0)
