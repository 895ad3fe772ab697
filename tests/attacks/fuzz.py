"""Let a fuzzer that sees which lines run look for what breaks reading: ``make fuzz``, bounded in time.

Each input is read, parsed as every value, loaded as JSON, as statements and as an editor's readings. Only the
documented errors may be raised. What breaks something is written to ``regressions/`` and read by the tests
from then on. The fuzzer (atheris) has wheels for Linux only; elsewhere the run says so and ends well.

    python tests/attacks/fuzz.py [seconds] [options of libFuzzer]
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
USUAL_SECONDS = 600


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
    for path in (*CORPUS.glob("*.txt"), *(HERE / "regressions").iterdir()):
        shutil.copy(path, seeds)
    # libFuzzer leaves the process by itself: nothing after Fuzz() runs.
    options = [
        f"-max_total_time={seconds}",
        "-max_len=4096",
        "-timeout=60",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={seeds}{os.sep}", *arguments[1:], str(seeds)], one
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    sys.exit(main(sys.argv[1:]))
