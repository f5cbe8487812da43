"""The BSN: elfproef at the door, masked in everything that is read."""

import pytest
from pydantic import ValidationError

from indicatietool.domain.bsn import mask, passes_elfproef
from indicatietool.domain.dossier import Melding
from indicatietool.domain.veld import text_of
from indicatietool.domain.velden import VELD_BY_PAD
from tests.builders import make_dossier

GOED = "111222333"


def test_exactly_one_last_digit_in_eleven_or_none_passes():
    for begin in ("11122233", "12345678", "99999999", "10000001"):
        assert sum(passes_elfproef(begin + str(cijfer)) for cijfer in range(10)) <= 1


@pytest.mark.parametrize(
    "fout", ["123456789", "000000000", "11122233", "1112223333", "11122233a", "", "١١١٢٢٢٣٣٣"]
)
def test_number_that_can_be_no_bsn_is_refused_without_repeating_it(fout: str):
    with pytest.raises(ValidationError, match="is geen geldig BSN") as geval:
        Melding(bsn=fout)

    assert not fout or fout not in str(geval.value)


def test_reader_sees_three_digits():
    dossier = make_dossier().with_changes(melding=Melding(bsn=GOED))

    assert text_of(dossier, VELD_BY_PAD["melding.bsn"]) == mask(GOED) == "••••••333"
