"""The other witness among the grounds of an emendation."""

from __future__ import annotations

from politburo.reader import read

PAPER = """\
ПРОТОКОЛ № 34
заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.

9.- О Синьцзяне.

1. Порядок расчетов согласовать НКВР совместно с НКТП к 1.V.З6 г.

2. Отпустить ОПТУ 25.000 иен.

Protocol No. 34

Meeting of the Politburo TsK VKP(b) on 26 November 1935

9. Concerning Xinjiang.

1. The procedure of payment is to be coordinated by the NKVT together with the NKTP by 1 May 1936.
"""


def messages() -> list[str]:
    return [
        f.message for f in read(PAPER).findings if f.rule in ("probable-misreading", "confusable-character")
    ]


def test_agreement_of_the_other_witness_is_told() -> None:
    body, date, alone = messages()
    assert (
        body == "there is no body «НКВР»: expected most likely «НКВТ», a known confusion; en/9/1 has «NKVT»"
    )
    assert date.endswith("; en/9/1 has «1 May 1936»")
    assert " has " not in alone


def test_the_russian_paper_is_told_where_the_translation_is_misread() -> None:
    text = PAPER.replace("НКВР", "НКВТ").replace("by the NKVT", "by the NKVR")
    (body,) = (finding.message for finding in read(text).findings if "«NKVR»" in finding.message)
    assert body.endswith("; ru/9/1 has «НКВТ»")


def test_a_witness_that_leaves_the_body_out_is_no_ground() -> None:
    left_out = PAPER.replace(" by the NKVT together with the NKTP", "")
    body, *_ = (finding for finding in read(left_out).findings if finding.rule == "probable-misreading")
    assert body.message == "there is no body «НКВР»: expected most likely «НКВТ», a known confusion"


def test_no_witness_no_grounds() -> None:
    paper = PAPER.partition("Protocol")[0]
    assert not any(" has " in finding.message for finding in read(paper).findings)
