"""A kader that does not hold on the day of the indicatie is not computed with."""

import json

from indicatietool.app import main
from indicatietool.paths import normen_folder

CASUS = normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen" / "o2-weer-op-orde.json"


def test_kader_that_has_expired_on_the_ingangsdatum_is_refused_with_the_reason(tmp_path, capsys):
    dossier = json.loads(CASUS.read_text("utf-8"))
    dossier["weging"] |= {"ingangsdatum": "2029-01-01", "einddatum": "2029-12-31"}
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps(dossier), "utf-8")

    code = main(["bereken", str(pad)])

    assert code == 2
    fout = capsys.readouterr().err
    assert "op 01-01-2029 geldt voorbeeld-begeleiding 2026.1 niet" in fout
    assert "31-12-2028" in fout


def test_last_day_of_a_kader_still_counts(tmp_path):
    dossier = json.loads(CASUS.read_text("utf-8"))
    dossier["weging"] |= {"ingangsdatum": "2028-12-31", "einddatum": "2029-12-31"}
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps(dossier), "utf-8")

    assert main(["bereken", str(pad)]) == 0
