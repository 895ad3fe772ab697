"""Values for people: «500.000 зол. руб.», "500,000 gold rubles", „500.000 Goldrubel“, 50万金卢布.

>>> from politburo.values.money import MonetaryAmount
>>> localize(MonetaryAmount.of(21, "JPY"), "ru"), localize(MonetaryAmount.of(22, "JPY"), "ru")
('21 иена', '22 иены')
"""

from politburo.localizing.localize import Localizable, Style, localize

__all__ = ["Localizable", "Style", "localize"]
