"""Exact numbers in the words of the screen and the report."""

from fractions import Fraction


def show_minutes(minuten: Fraction | int) -> str:
    """Return minutes as a person reads them: whole, or with one decimal.

    For reading only; `show_exact` is what a recomputation starts from.

    >>> show_minutes(30), show_minutes(Fraction(15, 2)), show_minutes(Fraction(65, 3))
    ('30', '7,5', '21,7')
    """
    if minuten.denominator == 1:
        return str(minuten.numerator)
    whole, tenth = divmod(round(minuten * 10), 10)
    return f"{whole},{tenth}" if tenth else str(whole)


def show_signed(minuten: Fraction | int) -> str:
    """Return a difference in minutes with its sign, for reading only.

    >>> show_signed(15), show_signed(Fraction(-15, 2)), show_signed(0)
    ('+15', '−7,5', '0')
    """
    exact = Fraction(minuten)
    teken = "+" if exact > 0 else "−" if exact < 0 else ""
    return f"{teken}{show_minutes(abs(exact))}"


def show_exact(minuten: Fraction | int) -> str:
    """Return minutes so that nothing is lost: whole, or whole with a fraction.

    >>> show_exact(30), show_exact(Fraction(65, 3)), show_exact(Fraction(1, 2))
    ('30', '21 2/3', '1/2')
    """
    whole, rest = divmod(minuten.numerator, minuten.denominator)
    if rest == 0:
        return str(whole)
    part = f"{rest}/{minuten.denominator}"
    return f"{whole} {part}" if whole else part


def show_hours(minuten: Fraction | int) -> str:
    """Return minutes as hours and minutes, rounded to the minute for reading only.

    >>> show_hours(150), show_hours(45), show_hours(120)
    ('2 uur en 30 minuten', '45 minuten', '2 uur')
    """
    uren, rest = divmod(round(Fraction(minuten)), 60)
    parts = [f"{uren} uur"] if uren else []
    if rest or not uren:
        parts.append(f"{rest} minuten" if rest != 1 else "1 minuut")
    return " en ".join(parts)
