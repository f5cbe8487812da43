"""What went wrong as scripts read it: an exit code and one Dutch sentence of at most 200 characters.

Comes in: any exception. Goes out: a Fout. Never a traceback, never a value of a dossier.
"""

from dataclasses import dataclass

from indicatietool.errors import BestandError, IndicatietoolError, OpslagError
from indicatietool.store.oorzaak import in_dutch

MAX_BERICHT = 200
_MAX_NAAM = 60
UNEXPECTED_CODE = 1


@dataclass(frozen=True, slots=True)
class Fout:
    """Eén mislukking: de uitgangscode, alles voor een mens en het bericht voor een script.

    `bericht` is one line of at most 200 characters; `tekst` may have a line per problem.
    """

    code: int
    tekst: str
    bericht: str

    def as_json(self) -> dict[str, object]:
        """Return the code and the sentence, as an answer holds them.

        >>> Fout(2, "Dit kan niet.", "Dit kan niet.").as_json()
        {'code': 2, 'bericht': 'Dit kan niet.'}
        """
        return {"code": self.code, "bericht": self.bericht}


def as_failure(error: BaseException) -> Fout:
    """Return what a person and a script are told of an exception."""
    match error:
        case BestandError():
            return Fout(error.exit_code, _visible(str(error)), _of_file(error))
        case IndicatietoolError():
            return Fout(error.exit_code, _visible(str(error)), one_line(str(error)))
        case KeyboardInterrupt():
            tekst = "Gestopt. Wat was opgeslagen, is bewaard."
            return Fout(UNEXPECTED_CODE, tekst, tekst)
        case OSError():
            tekst = (
                f"Lezen of schrijven lukte niet ({in_dutch(error)}). Wat was opgeslagen, is er nog. "
                "Controleer de schijf, de rechten en de naam van het bestand."
            )
            return Fout(OpslagError.exit_code, tekst, tekst)
        case _:
            tekst = _unexpected(error)
            return Fout(UNEXPECTED_CODE, tekst, one_line(tekst))


def one_line(tekst: str) -> str:
    r"""Return a message on one line of at most 200 characters, cut after a sentence or a word.

    >>> one_line("Dit kan\n niet.")
    'Dit kan niet.'
    >>> len(one_line("woord " * 100))
    200
    """
    regel = " ".join(_visible(tekst).split())
    if len(regel) <= MAX_BERICHT:
        return regel
    zin = regel[:MAX_BERICHT].rfind(". ") + 1
    return regel[:zin] if zin > MAX_BERICHT // 3 else f"{regel[: MAX_BERICHT - 1].rstrip()}…"


def _of_file(error: BestandError) -> str:
    eerste = error.problemen[0]
    meer = f" (en nog {len(error.problemen) - 1})" if len(error.problemen) > 1 else ""
    naam, plaats = (
        tekst if len(tekst) <= _MAX_NAAM else f"…{tekst[-_MAX_NAAM:]}"
        for tekst in (error.bestand, eerste.plaats)
    )
    return one_line(f"{naam}: {plaats}{meer}: {eerste.wat} {eerste.remedie}")


def _visible(tekst: str) -> str:
    """Return a text without what a terminal obeys or UTF-8 can't hold; a name of a file may have that."""
    return "".join(teken if teken.isprintable() or teken == "\n" else " " for teken in tekst)


def _unexpected(error: BaseException) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__')}, regel {place.tb_lineno}" if place else "onbekend"
    return (
        f"Er ging iets mis in het programma ({type(error).__name__} in {where}). "
        "Wat was opgeslagen, is bewaard. Meld dit bij de beheerder."
    )
