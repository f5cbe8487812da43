"""The house style and the fixed texts of the gemeente of a dossier.

Comes in: a CBS code. Goes out: the profiel from the user's own file, else the one that came with the program.
"""

from collections.abc import Mapping
from functools import lru_cache

from indicatietool.paths import resources_folder, user_folder
from indicatietool.store.huisstijl import BESTAND, GeladenProfiel, load_profielen


def profile_of(gemeente: str | None) -> GeladenProfiel | None:
    """Return the profiel of a gemeente; None when there is none.

    Raises:
        HuisstijlError: the file with profielen can't be used.
        OpslagError: it can't be read.
    """
    eigen = user_folder() / BESTAND
    stand = eigen.stat().st_mtime_ns if eigen.exists() else 0
    return _profiles(str(user_folder()), stand).get(gemeente or "")


@lru_cache(maxsize=1)
def _profiles(eigen: str, stand: int) -> Mapping[str, GeladenProfiel]:
    """Read both files once; `stand` changes when the user's file does."""
    del eigen, stand
    return load_profielen(resources_folder(), user_folder())


def text_at_end(gemeente: str | None) -> str:
    """Return what happens at the einddatum and who takes the initiative; empty without a profiel.

    Bron: eisen 121, 122 and 124.
    """
    geladen = profile_of(gemeente)
    if geladen is None:
        return ""
    return " ".join(deel for deel in (geladen.profiel.bij_einddatum, geladen.profiel.initiatief) if deel)
