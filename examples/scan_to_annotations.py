"""Show the sums of a transcribed scan where they stand: python scan_to_annotations.py [FILE].

FILE is PAGE XML (Transkribus, eScriptorium), ALTO or hOCR. Without one, a page of two lines.
"""

import sys
from pathlib import Path

from politburo import MonetaryAmount, find
from politburo.sources import open_source
from politburo.sources.annotations import annotation_pages

PAGE = """<PcGts><Page imageFilename="0170.jpg" imageWidth="1000" imageHeight="1400"><TextRegion id="r1">
<TextLine id="l1"><Coords points="100,100 890,100 890,140 100,140"/>
<TextEquiv><Unicode>1. Обязать НКВТ отпустить 500.000 золо-</Unicode></TextEquiv></TextLine>
<TextLine id="l2"><Coords points="100,150 580,150 580,190 100,190"/>
<TextEquiv><Unicode>тых рублей и 40.000 иен.</Unicode></TextEquiv></TextLine>
</TextRegion></Page></PcGts>"""


def main(arguments: list[str]) -> None:
    source = open_source(Path(arguments[0]) if arguments else PAGE.encode())
    amounts = list(find(source.text, MonetaryAmount))
    for amount in amounts:
        for place in source.locate(amount.span) if amount.span else ():
            print(f"{amount}: {place}")
    for page in annotation_pages(source, amounts, canvas="https://example.org/canvas/{page}"):
        for annotation in page["items"]:
            # One line is a rectangle, several are the outlines of an SVG.
            target = annotation["target"]
            print(annotation["body"]["value"], target["source"], target["selector"]["type"])


if __name__ == "__main__":
    main(sys.argv[1:])
