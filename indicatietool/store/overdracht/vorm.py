"""The shape of a `.indicatie` file: the names of its parts and the most there may be of everything."""

import re

FORMAAT = 1
MANIFEST = "manifest.json"
DOSSIER = "dossier.json"
VERANTWOORDING = "verantwoording.json"
GESCHIEDENIS = "geschiedenis.json"
KADER = "kader/"

MAX_PARTS = 50
MAX_PART = 10_000_000
"""Bytes of one part."""
MAX_TOTAL = 50_000_000
"""Bytes of all parts together."""
MAX_FILE = MAX_TOTAL + 1_000_000
"""Bytes of the file itself."""
MAX_CASES = 40
"""Casussen of a kader that go along; a kader with more travels without its examples."""

KADER_FILES = re.compile(
    r"normenkader\.toml(\.minisig)?|voorbeelden\.toml|bron\.md|casussen/[a-z0-9-]{1,60}\.json"
)
"""The files of a normenkader, by their name within its folder."""
PARTS = re.compile(
    rf"{re.escape(MANIFEST)}|{re.escape(DOSSIER)}|{re.escape(VERANTWOORDING)}|{re.escape(GESCHIEDENIS)}"
    rf"|{KADER}({KADER_FILES.pattern})"
)
"""Every name that a part can have: plain letters, no way out of a folder."""
