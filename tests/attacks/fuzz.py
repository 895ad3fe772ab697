"""Let a fuzzer that sees which lines run look for what breaks reading: ``make fuzz``, bounded in time.

Each input is read, parsed as every value, loaded as JSON, as statements and as an editor's readings. Only the
documented errors may be raised. What breaks something is written to ``regressions/`` and read by the tests
from then on. The fuzzer (atheris) has wheels for Linux only; elsewhere the run says so and ends well.

    python tests/attacks/fuzz.py [seconds] [options of libFuzzer]
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
USUAL_SECONDS = 600
# What breaks a grammar is short; a page would leave the fuzzer two inputs a second.
LONGEST = 1200
PAPER = "ПРОТОКОЛ № 34\nзаседания Политбюро ЦК ВКП(б) от 26.XI.35 г.\n\n7.- О Монголии.\n\nОтложить.\n"
READINGS = '[[reading]]\npassage = "НКВР"\nreading = "НКВТ"\ndecision = "accepted"\n'


def main(arguments: list[str]) -> int:
    """Fuzz for so many seconds, from the composed papers and the kept inputs on."""
    try:
        import atheris
    except ImportError:
        print("skipped: atheris is not installed here (it has wheels for Linux on x86-64 only)")  # noqa: T201
        return 0
    seconds = int(arguments[0]) if arguments else USUAL_SECONDS
    with atheris.instrument_imports(include=["politburo"]):
        from tests.attacks.targets import try_all

    def one(data: bytes) -> None:
        try:
            try_all(data)
        except Exception:
            kept = HERE / "regressions" / f"{hashlib.sha256(data).hexdigest()[:12]}.bin"
            kept.write_bytes(data)
            print(f"kept as {kept}")  # noqa: T201
            raise

    seeds = Path(tempfile.mkdtemp(prefix="politburo-fuzz-"))
    for number, seed in enumerate(_seeds()):
        (seeds / str(number)).write_bytes(seed)
    # libFuzzer leaves the process by itself: nothing after Fuzz() runs.
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=60",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={seeds}{os.sep}", *arguments[1:], str(seeds)], one
    )
    atheris.Fuzz()
    return 0


def _seeds() -> Iterator[bytes]:
    """Iterate over what the fuzzer begins with: pieces of papers, and a file of each kind that is loaded."""
    from politburo.reader import read
    from politburo.writing.json import dumps
    from politburo.writing.statements import statements, to_csv

    for path in (HERE / "regressions").iterdir():
        yield path.read_bytes()
    for path in sorted(CORPUS.glob("*.txt")):
        text = path.read_text("utf-8")
        yield text[: LONGEST // 2].encode()
        yield text[len(text) // 2 :][: LONGEST // 2].encode()
    document = read(PAPER).document
    yield dumps(document, indent=None).encode()
    yield to_csv(statements(document)).encode()
    yield READINGS.encode()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    sys.exit(main(sys.argv[1:]))
