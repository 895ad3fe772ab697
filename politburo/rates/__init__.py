"""Rates of exchange with their dates and sources, and conversions that say what they rest on.

>>> from politburo.values.money import MonetaryAmount
>>> loan = MonetaryAmount.parse("2 млн. золотых рублей")
>>> str(convert(loan, "SUR_1924", on="1936-06-17", basis="restatement").result)
'8760000 SUR_1924'
"""

from politburo.rates.chains import Leg
from politburo.rates.conversion import Basis, Conversion
from politburo.rates.converting import convert
from politburo.rates.footnotes import Doubt
from politburo.rates.refusals import BasisRequired, ChainRefused, NoRate
from politburo.rates.savings import savings_of_1947
from politburo.rates.tables import ExchangeRate, RateTable

__all__ = [
    "Basis",
    "BasisRequired",
    "ChainRefused",
    "Conversion",
    "Doubt",
    "ExchangeRate",
    "Leg",
    "NoRate",
    "RateTable",
    "convert",
    "savings_of_1947",
]
