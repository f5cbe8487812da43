"""Why a dossier may go for good: a fixed list, so that the log, which keeps the reason, names no one.

Knows words only.
"""

from collections.abc import Mapping
from types import MappingProxyType

REDENEN: Mapping[str, str] = MappingProxyType(
    {
        "bewaartermijn": "de bewaartermijn is voorbij",
        "verzoek": "de cliënt heeft erom gevraagd",
        "dubbel": "het dossier is dubbel",
        "vergissing": "het dossier is per ongeluk gemaakt",
        "overgedragen": "het dossier is overgedragen",
        "zaaksysteem": "het dossier staat in het zaaksysteem",
    }
)
"""Short word for the command line → the reason as the screen and the log say it."""
