"""What lies in normen/ for whoever writes a kader is what the program itself says."""

from indicatietool.app import main
from indicatietool.paths import normen_folder


def test_reference_of_the_fields_is_up_to_date(capsys):
    main(["schema", "normenkader", "--naslag"])

    assert (normen_folder() / "NASLAG.md").read_text("utf-8") == capsys.readouterr().out


def test_json_schema_for_editors_is_up_to_date(capsys):
    main(["schema", "normenkader"])

    assert (normen_folder() / "normenkader.schema.json").read_text("utf-8") == capsys.readouterr().out
