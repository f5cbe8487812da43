"""The reference of the kader format: every field with what it means, unit and range, from the models.

Comes in: nothing. Goes out: Markdown for normen/NASLAG.md; a test holds that file to it.
"""

from collections.abc import Iterator, Mapping

from indicatietool.domain.normenkader import Normenkader

KOP = """# Naslag: elk veld van een normenkader

Gemaakt met `indicatietool schema normenkader --naslag`. Verander dit bestand niet met de hand.

Een veld met een * is verplicht. Wat tussen `[[ ]]` staat mag vaker voorkomen.
"""

_SOORTEN = {"string": "tekst", "integer": "geheel getal", "boolean": "true of false", "array": "lijst"}
Schema = Mapping[str, object]


def reference() -> str:
    """Return the reference of all tables and fields, in the order of the models."""
    schema = Normenkader.model_json_schema()
    definitions: Mapping[str, Schema] = schema["$defs"]
    lines = [KOP, *_table("normenkader.toml", schema, definitions)]
    for naam, definition in sorted(definitions.items()):
        if "properties" in definition:
            lines += _table(naam, definition, definitions)
        elif "enum" in definition:
            lines += [f"\n## {naam}\n", str(definition.get("description", "")).split("\n\n", 1)[0], ""]
            lines.append("Kies uit: " + ", ".join(f"`{keuze}`" for keuze in _list(definition["enum"])) + ".")
    return "\n".join(lines) + "\n"


def _table(naam: str, definition: Schema, definitions: Mapping[str, Schema]) -> Iterator[str]:
    yield f"\n## {naam}\n"
    yield str(definition.get("description", "")).split("\n\n", 1)[0]
    yield "\n| veld | soort | wat het is |\n|---|---|---|"
    required = _list(definition.get("required", []))
    properties = definition["properties"]
    for veld, inhoud in properties.items() if isinstance(properties, dict) else ():
        ster = "*" if veld in required else ""
        soort = _kind(inhoud)
        genoemd = definitions.get(soort.rpartition("[")[2].partition("]")[0], {})
        uitleg = _cell(inhoud) or str(genoemd.get("description", "")).split("\n\n", 1)[0]
        yield f"| `{veld}`{ster} | {soort} | {uitleg} |"


def _kind(inhoud: Schema) -> str:
    if "$ref" in inhoud:
        naam = str(inhoud["$ref"]).rpartition("/")[2]
        return f"[{naam}](#{naam.lower()})"
    for samen in ("anyOf", "oneOf"):
        if samen in inhoud:
            soorten = dict.fromkeys(_kind(deel) for deel in _tables(inhoud[samen]))
            return " of ".join(soort for soort in soorten if soort != "null")
    if "const" in inhoud or "enum" in inhoud:
        keuzes = _list(inhoud.get("enum", [inhoud.get("const")]))
        return " of ".join(f"`{keuze}`" for keuze in keuzes)
    if isinstance(inhoud.get("items"), dict):
        return f"lijst van {_kind(_tables([inhoud['items']])[0])}"
    if isinstance(inhoud.get("additionalProperties"), dict):
        return f"tabel van {_kind(_tables([inhoud['additionalProperties']])[0])}"
    if inhoud.get("format") == "date":
        return "datum"
    return _SOORTEN.get(str(inhoud.get("type")), str(inhoud.get("type", "tekst")))


def _cell(inhoud: Schema) -> str:
    delen = [str(inhoud.get("description", ""))]
    grenzen = (inhoud.get("minimum"), inhoud.get("maximum"))
    if grenzen != (None, None) and not any(char.isdigit() for char in delen[0]):
        delen.append(f"{grenzen[0]} t/m {grenzen[1]}")
    if inhoud.get("default") not in (None, "", [], {}):
        delen.append(f"standaard `{inhoud['default']}`")
    return "; ".join(deel for deel in delen if deel).replace("|", "\\|").replace("\n", " ")


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _tables(value: object) -> list[Schema]:
    return [deel for deel in _list(value) if isinstance(deel, dict)]
