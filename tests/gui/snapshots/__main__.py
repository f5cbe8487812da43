"""`make bomen`: the accessible tree of every page written anew; look at what differs."""

import os
import sys
import tempfile
from pathlib import Path

from indicatietool.gui.application import application
from tests.gui.boom import snapshots, text_of
from tests.gui.rondgang import Rondgang

FOLDER = Path(__file__).parent


def main() -> int:
    """Write one file per page; files of pages that are no more go away."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application(may_be_offscreen=True)
    with tempfile.TemporaryDirectory(prefix="toegankelijk-") as folder:
        rondgang = Rondgang(Path(folder))
        made = {naam: text_of(home) for naam, home in rondgang.home()}
        for _ in rondgang.pages():
            made |= snapshots(rondgang.wizard)
        rondgang.close()
    for pad in FOLDER.glob("*.txt"):
        pad.unlink()
    for naam, text in made.items():
        (FOLDER / f"{naam}.txt").write_text(text, "utf-8")
    print(f"{len(made)} bomen in {FOLDER}")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
