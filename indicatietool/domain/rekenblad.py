"""Text in a spreadsheet: what was typed stays text and never becomes a formula.

Comes in: the text of one cell. Goes out: the same text, or with an apostrophe before it.
"""

FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
"""How a cell begins that a spreadsheet may take for a formula; the last four are the wide forms."""


def without_formula(tekst: str) -> str:
    """Return text for a cell of a CSV file that no spreadsheet takes for a formula.

    Every CSV export uses this. A workbook doesn't need it: there a cell is stored as text.

    >>> without_formula("=1+1"), without_formula("- elke week"), without_formula("elke week")
    ("'=1+1", "'- elke week", 'elke week')
    """
    return f"'{tekst}" if tekst[:1] in FORMULA_SIGNS else tekst
