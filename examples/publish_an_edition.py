"""A paper published: a page for readers, a TEI file for editors, citations for footnotes.

Writes into a temporary folder and prints what stands there. Needs the extras html and tei.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import politburo
from politburo import specimen
from politburo.showing.html import show
from politburo.writing.citations import cite
from politburo.writing.tei import from_tei, to_tei


def publish(text: str, folder: Path) -> list[Path]:
    document = politburo.read(text).document
    pages = {f"{language}.html": show(document, language=language) for language in ("en", "ru")}
    files = pages | {"edition.xml": to_tei(document), "edition.bib": cite(document, "bibtex")}
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in files]


with TemporaryDirectory() as name:
    written = publish(specimen.text(), Path(name))
    print("written:", ", ".join(path.name for path in written))
    edition = from_tei((Path(name) / "edition.xml").read_text(encoding="utf-8"))

print("read back:", edition == politburo.read(specimen.text()).document)
print(cite(edition, "chicago"))
print(cite(edition, "gost"))
