"""The rules whose findings are made while a paper is read, told here so that each slug has its page."""

from __future__ import annotations

from politburo.checking.rule import Rule
from politburo.findings import Level

__all__ = ["RULES"]

_HEAD = """\
ПРОТОКОЛ № 57
заседания Политбюро ЦК ВКП(б) от 15 августа 1931 г.

"""

RULES = (
    Rule(
        "confusable-character",
        Level.WARNING,
        "a look-alike letter or digit was read as another",
        "Digits for letters and letters of another script («8.V.ЗЗ», «ВКП(6)», «24.Ш.35») are read as "
        "what they look like, and the value is `emended`. Cyrillic Х for the Roman ten is ordinary usage.",
        "A search for the right form does not find the wrong one, and a year may be read in two ways.",
        _HEAD + "п. 9: О сплаве.\nЗакончить сплав к 1.Х.З1 г.\n",
        _HEAD + "п. 9: О сплаве.\nЗакончить сплав к 1.Х.31 г.\n",
    ),
    Rule(
        "probable-misreading",
        Level.WARNING,
        "a body or word that cannot be right, with what it most likely is",
        "A form that is no known body and differs from one by a letter (`НКТЛ` for НКТП, `ОПТУ` for ОГПУ)"
        " is read as that body, and the value is `emended`; the passage is quoted as it stands.",
        "The reading can be accepted or rejected only by somebody who sees both.",
        _HEAD + "п. 9: О сплаве.\nОтпустить ОПТУ 25.000 ам. долл.\n",
        _HEAD + "п. 9: О сплаве.\nОтпустить ОГПУ 25.000 ам. долл.\n",
    ),
    Rule(
        "footnote-glued",
        Level.NOTE,
        "a note mark fused to a word or number was cut off",
        "A digit, asterisk or cross behind a word or number («рублей2», `53/261`, `1987*`) that is a note"
        " of the edition is not read as part of it.",
        "A mark read as a digit makes 195 of 19.",
        _HEAD + "п. 9: О сплаве.\nОтпустить ВСНХ 6.150 тыс. марок2 на сплав.\n\n2 Сумма вписана чернилами.\n",
        _HEAD + "п. 9: О сплаве.\nОтпустить ВСНХ 6.150 тыс. марок на сплав.\n",
    ),
    Rule(
        "illegible",
        Level.NOTE,
        "the text says that something cannot be read",
        'Editors mark what they could not read: «[неразборчиво]», "[illegible]".',
        "What follows from the paper may turn on what stood there.",
        _HEAD + "п. 9: О сплаве.\nОбязать ВСНХ закончить сплав.\n\nСЕКРЕТАРЬ ЦК [подпись неразборчива]\n",
        _HEAD + "п. 9: О сплаве.\nОбязать ВСНХ закончить сплав.\n\nСЕКРЕТАРЬ ЦК И. СТАЛИН\n",
    ),
    Rule(
        "omission",
        Level.NOTE,
        "the text says that something is left out",
        'Editors mark what they left out: `[...]`, `<…>`, "Point 1 omitted".',
        "Numbers that are missing there are no gap, and what is missing in a translation may stand in the"
        " transcription.",
        _HEAD + "п. 9: О сплаве.\nОбязать ВСНХ закончить сплав.\n\n[...]\n",
        _HEAD + "п. 9: О сплаве.\nОбязать ВСНХ закончить сплав.\n",
    ),
    Rule(
        "translation-doubtful",
        Level.WARNING,
        "an editor's or translator's gloss contradicts the term it explains",
        "A gloss in brackets must name what its term names. Where it does not (`NKID [People's "
        "Commissariat of Internal Affairs]`) the value follows the term.",
        "Readers trust the words that are spelled out, here the wrong ones.",
        "Minutes No. 30 of the meeting of the Politburo of 26 March 1941\n\n150. On instructors.\n\n"
        "Inform the NKID [People's Commissariat of Internal Affairs].\n",
        "Minutes No. 30 of the meeting of the Politburo of 26 March 1941\n\n150. On instructors.\n\n"
        "Inform the NKID [People's Commissariat of Foreign Affairs].\n",
    ),
    Rule(
        "unread-text",
        Level.NOTE,
        "a passage that looks like part of the form was not understood",
        "What stands where the form has its headings, marks and lists and was not understood is kept as "
        "text and told. So is a second paper below the catalogue page that closes a file: one file is one "
        "paper.",
        "Nothing is lost in silence: a reader can look whether it matters.",
        "",
        "",
    ),
    Rule(
        "editorial-reading",
        Level.NOTE,
        "an editor has decided how a passage is to be read",
        "A file of readings beside the paper (`NAME.readings.toml`) accepts, rejects or adds readings. "
        "Each decision takes the place of what was remarked on the passage before; the values and all "
        "other findings follow it.",
        "A paper that was emended must not look like one that was not, and whoever quotes it must know who "
        "answers for the reading.",
        _HEAD + "п. 9: О сплаве.\nОтпустить ОПТУ 25.000 ам. долл.\n",
        _HEAD + "п. 9: О сплаве.\nОтпустить ОПТУ 25.000 ам. долл.\n",
        readings='[[reading]]\npassage = "ОПТУ"\nreading = "ОГПУ"\neditor = "A. Berg"\n'
        'decision = "accepted"\n',
    ),
)
