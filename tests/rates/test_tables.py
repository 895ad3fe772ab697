"""Tables of rates: the library's own and a caller's from a TOML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from politburo.errors import FormatError
from politburo.rates import BasisRequired, RateTable, convert
from politburo.values.money import MonetaryAmount

OWN = """
[[rate]]
base = "RUB_CHERVONNY"
quote = "RUB_GOLD"
value = "0.25"
kind = "agreed_coefficient"
valid_from = "1935-10-01"
note = "as the departments agreed"
sources = ["letter of 5 October 1935"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_coefficient_fixed_by_a_document_is_a_basis_of_its_own(tmp_path: Path) -> None:
    rates = RateTable.standard() + RateTable.from_toml(write(tmp_path, OWN))
    conversion = convert(
        MonetaryAmount.of(500000, "RUB_CHERVONNY"),
        "RUB_GOLD",
        on="1935-10-01",
        basis="agreed_coefficient",
        rates=rates,
    )
    assert str(conversion.result) == "125000 RUB_GOLD"
    assert conversion.sources == ("letter of 5 October 1935",)
    assert "Sources: letter of 5 October 1935." in conversion.footnote()
    assert [doubt.text() for doubt in conversion.doubts] == [
        "the rate is not verified in a source (uncertain)",
        "as the departments agreed",
    ]


UNTOLD = 'note = "as the departments agreed"\nsources = ["letter of 5 October 1935"]\n'


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("", "as the departments agreed"),
        ('note = "as the departments agreed"\n', "letter of 5 October 1935"),
        (UNTOLD, "a rate of the caller's own, of which nothing more is said"),
    ],
)
def test_a_basis_of_ones_own_says_what_is_known_of_it(tmp_path: Path, left_out: str, told: str) -> None:
    rates = RateTable.standard() + RateTable.from_toml(write(tmp_path, OWN.replace(left_out, "")))
    with pytest.raises(BasisRequired) as caught:
        convert(MonetaryAmount.of(5, "RUB_CHERVONNY"), "RUB_GOLD", on="1935-10-01", rates=rates)
    (own,) = (basis for basis in caught.value.bases if basis.name == "agreed_coefficient")
    assert own.consequence == told


def test_a_rate_itself_can_be_the_basis(tmp_path: Path) -> None:
    (rate,) = RateTable.from_toml(write(tmp_path, OWN))
    assert rate.id == "RUB_CHERVONNY-RUB_GOLD-1935-10-01-agreed_coefficient"
    conversion = convert(MonetaryAmount.of(1, "RUB_GOLD"), "RUB_CHERVONNY", on="1935-10-01", basis=rate)
    assert str(conversion.result) == "4 RUB_CHERVONNY"


def test_of_two_rates_with_one_id_the_later_table_counts(tmp_path: Path) -> None:
    text = OWN + 'id = "USD-SUR_1924-1935-11-official"\n'
    rates = RateTable.standard() + RateTable.from_toml(write(tmp_path, text))
    assert rates["USD-SUR_1924-1935-11-official"].base == "RUB_CHERVONNY"
    assert len(rates) == len(RateTable.standard())


FAULTS = [
    ('value = "0.25"', "value = 0.25", "expected texts in quotes, the value too"),
    ('value = "0.25"', 'value = "a quarter"', "expected a number as value, got 'a quarter'"),
    ('value = "0.25"', 'value = "0"', "expected a value above zero, got 0"),
    ('value = "0.25"', 'value = "NaN"', "expected a value above zero, got NaN"),
    ('kind = "agreed_coefficient"\n', "", "expected kind"),
    ("note =", "remark =", "unexpected remark"),
    ('"RUB_GOLD"', '"RUB_GOD"', "expected the id of a currency; did you mean RUB_GOLD?"),
    ('"1935-10-01"', '"October"', "expected a date"),
    ('["letter of 5 October 1935"]', '"letter"', "expected a list as sources"),
    ('["letter of 5 October 1935"]', "[5]", "expected a list as sources"),
    ('"RUB_GOLD"', '"RUB_CHERVONNY"', "expected two units, got RUB_CHERVONNY twice"),
    ("note =", 'valid_to = "1930"\nnote =', "expected an end after 1935-10-01, got 1930"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_faults_of_a_callers_file_say_where(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = write(tmp_path, OWN.replace(old, new))
    with pytest.raises(FormatError) as caught:
        RateTable.from_toml(path)
    assert caught.value.where == f"{path}, rate 1"
    assert message in str(caught.value)


def test_the_same_rate_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="expected ids that differ, got RUB_CHERVONNY-RUB_GOLD"):
        RateTable.from_toml(write(tmp_path, OWN + OWN))


def test_dates_may_stand_without_quotes(tmp_path: Path) -> None:
    (rate,) = RateTable.from_toml(write(tmp_path, OWN.replace('"1935-10-01"', "1935-10-01")))
    assert rate.valid_from == "1935-10-01"


def test_a_rate_of_ones_own_may_bear_the_name_of_a_basis(tmp_path: Path) -> None:
    own = RateTable.from_toml(write(tmp_path, OWN.replace("agreed_coefficient", "torgsin")))
    conversion = convert(
        MonetaryAmount.of(4, "RUB_CHERVONNY"), "RUB_GOLD", on="1935-10-01", basis="torgsin", rates=own
    )
    assert str(conversion.result) == "1 RUB_GOLD"


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b'note = "\xef\xf0"')
    with pytest.raises(FormatError, match="can't decode byte"):
        RateTable.from_toml(path)


@pytest.mark.parametrize("text", ["[[rate", 'rate = "none"', "rate = [1]", "", "[[rates]]"])
def test_a_file_that_is_no_table_of_rates(tmp_path: Path, text: str) -> None:
    with pytest.raises(FormatError):
        RateTable.from_toml(write(tmp_path, text))


def test_every_rate_of_the_library_is_above_zero_and_has_a_period() -> None:
    table = RateTable.standard()
    assert len(table) > 50
    assert all(
        rate.value > 0 and rate.in_force(rate.valid_from) for rate in table if len(rate.valid_from) == 10
    )
    with pytest.raises(KeyError):
        table["none"]


def test_rates_are_looked_up_by_their_units() -> None:
    table = RateTable.standard()
    assert {rate.kind for rate in table.between("SUR_1924", "RUB_GOLD")} == {
        "internal_coefficient",
        "official_coefficient",
        "applied_to_loan",
    }
    assert {rate.base for rate in table.of("XJ_TAEL")} == {"XJ_DOLLAR"}
    told = "1 RUB_GOLD = 6.60 SUR_1924 (internal_coefficient, 1931 to 1935)"
    assert str(table["RUB_GOLD-SUR_1924-1931-internal_coefficient"]) == told
