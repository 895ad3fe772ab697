"""natasha: sums and dates in Russian, and the speed of its whole stack."""

import inspect

if not hasattr(inspect, "getargspec"):  # pymorphy2 asks for it, Python 3.11 has it no more
    inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]

import natasha
from answering import answer

MORPH = natasha.MorphVocab()
MONEY = natasha.MoneyExtractor(MORPH)
DATES = natasha.DatesExtractor(MORPH)
SEGMENTER = natasha.Segmenter()
NER = natasha.NewsNERTagger(natasha.NewsEmbedding())


def money(quote):
    """Return the amount of the first sum."""
    match = MONEY.find(quote)
    return str(match.fact.amount) if match else None


def date(quote):
    """Return the first day."""
    match = DATES.find(quote)
    fact = match.fact if match else None
    return f"{fact.year:04}-{fact.month:02}-{fact.day:02}" if fact and fact.year and fact.day else None


def whole(text):
    """Read a text with the extractors and the tagger of names."""
    document = natasha.Doc(text)
    document.segment(SEGMENTER)
    document.tag_ner(NER)
    list(MONEY(text))
    list(DATES(text))


if __name__ == "__main__":
    answer("natasha", {"money": money, "date": date}, whole)
