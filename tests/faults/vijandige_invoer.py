"""What a hostile or careless hand types in fields that are no free text, and what may come of it."""

from datetime import date

from tests.cli.vijandig import KEPT, LONG, NO_TEXT

TEKSTEN = (*KEPT, *LONG, *NO_TEXT)

GETALLEN: tuple[tuple[str, int | None], ...] = (
    ("0", 0),
    ("7", 7),
    ("007", 7),
    ("10080", 10_080),
    ("44640", 44_640),
    ("44641", None),
    ("50000", None),
    ("99999999999999999999", None),
    ("-1", None),
    ("1,5", None),
    ("1.5", None),
    ("1.500", None),
    ("1e9", None),
    ("0x10", None),
    ("5 0", None),
    ("5-10", None),
    ("½", None),
    ("²", None),
    ("٣", None),
    ("１２", None),
    ("१२", None),
    ("Ⅻ", None),
    ("NaN", None),
    ("∞", None),
    ("<b>5", None),
    ("=5+5", None),
    ("5;DROP", None),
    ("vijf", None),
)
"""What is typed in a field for minutes, and the number that it is; None is refused."""

DAGEN: tuple[tuple[str, date | None], ...] = (
    ("1-2-2027", date(2027, 2, 1)),
    ("1/2/2027", date(2027, 2, 1)),
    ("1.2.2027", date(2027, 2, 1)),
    ("010227", date(2027, 2, 1)),
    ("1 feb 27", date(2027, 2, 1)),
    ("29-2-2028", date(2028, 2, 29)),
    ("30-2-2027", None),
    ("29-2-2027", None),
    ("31-4-2027", None),
    ("32012027", None),
    ("2027-02-30", None),
    ("1-13-2027", None),
    ("0-0-0", None),
    ("1-1-0000", None),
    ("1-1-0001", None),
    ("31-12-1899", None),
    ("1-1-10000", None),
    ("1-1-99999999999", None),
    ("-1-1-2027", None),
    ("99999999999999999999", None),
    ("+99999999m", None),
    ("+8000j", None),
    ("\u202e1-2-2027", None),
    ("1-2-2027x", None),
    ("1-2-2027 <b>", None),
    ("=1+1", None),
    ("<img src=file:///etc/passwd>", None),
    ("morgen misschien", None),
    ("½-2-2027", None),
    ("a" * 300, None),
)
"""What is typed in a field for a day, and the day that it is; None is refused."""

BSNS: tuple[tuple[str, str | None], ...] = (
    ("111222333", "111222333"),
    ("123456789", None),
    ("000000000", None),
    ("11122233", None),
    ("1112223334", None),
    ("１１１２２２３３３", None),
    ("١١١٢٢٢٣٣٣", None),
    ("-11222333", None),
    ("<b>111222", None),
)

KEREN: tuple[tuple[str, int | None], ...] = (
    ("2", 2),
    ("99", 99),
    ("0", None),
    ("100", None),
    ("1,5", None),
    ("1.5", None),
    ("-2", None),
    ("½", None),
    ("٣", None),
    ("99999999999999999999", None),
)
"""How many times per week: a number of 1 to 99."""

NAMEN = (
    "a\x00b",
    "a\ud800b",
    "x" * 300,
    "map/die/er/niet/is",
    "..",
    "/proc/version",
    "<b>vet",
    "<img src='file:///etc/passwd'>",
    "%s %n",
    "CON",
    "-rf",
    "\u202efdp",
    "regel\nregel",
    " ",
    "Łódź 東京 😀",
)
"""Names of a file that someone types; each makes a file of that name, or is refused in one sentence."""
