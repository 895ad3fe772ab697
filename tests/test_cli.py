"""The command line as a user meets it: real processes, their output, errors and exit statuses."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from politburo import specimen
from politburo.cli import main
from politburo.findings import Finding, Level
from politburo.reader import read
from politburo.records import Document, Reading
from politburo.showing.terminal import report
from politburo.text import Span
from politburo.writing.json import dumps, loads
from politburo.writing.statements import statements, to_csv

CORPUS = Path(__file__).parent / "corpus"
PAPER, OTHER = CORPUS / "ru-08-sintszyan-1936.txt", CORPUS / "en-12-order-1949.txt"


def run(*arguments: str | Path, text: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "politburo", *map(str, arguments)],
        input=text,
        capture_output=True,
        check=False,
        timeout=60,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"} | environment,
    )


def out(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 2
    return done.stderr.decode("utf-8")


def has_errors(text: str) -> bool:
    return any(finding.level.value == "error" for finding in read(text).findings)


def test_version() -> None:
    assert out(run("--version")) == f"politburo {version('politburo')}\n"


@pytest.mark.parametrize("command", [[], ["read"], ["find"], ["parse"], ["demo"]])
def test_every_command_has_help(command: list[str]) -> None:
    assert out(run(*command, "--help")).startswith("usage: politburo")


@pytest.mark.parametrize(
    "arguments", [[], ["write"], ["read"], ["parse", "rabbit", "5"], ["read", "-", "--format", "xml"]]
)
def test_wrong_arguments_are_exit_status_2(arguments: list[str]) -> None:
    assert told(run(*arguments)).startswith("usage: politburo")


def test_demo_reads_the_specimen() -> None:
    done = run("demo")
    assert done.returncode == 0
    assert out(done) == report(read(specimen.text()), width=100)


def test_read_reports_by_default() -> None:
    assert out(run("read", PAPER)) == report(read(PAPER.read_bytes().decode("utf-8")), width=100)


def test_read_statements_is_csv_with_plain_line_ends() -> None:
    done = run("read", PAPER, "--format", "statements")
    assert out(done) == to_csv(statements(read(PAPER.read_bytes().decode("utf-8")).document))
    assert b"\r" not in done.stdout


def test_read_json_is_one_line_that_loads_again() -> None:
    done = run("read", PAPER, "--format", "json")
    document = read(PAPER.read_bytes().decode("utf-8")).document
    assert out(done) == dumps(document, file=str(PAPER)) + "\n"
    assert loads(out(done)) == document


def test_standard_input_is_read() -> None:
    done = run("read", "-", "--format", "statements", text=PAPER.read_bytes())
    assert out(done) == out(run("read", PAPER, "--format", "statements"))


def test_several_reports_are_headed_by_their_files() -> None:
    written = out(run("read", PAPER, OTHER))
    assert written.startswith(f"== {PAPER} ==\n\n")
    assert f"\n\n== {OTHER} ==\n\n" in written


def test_several_files_as_json_are_json_lines() -> None:
    lines = out(run("read", PAPER, OTHER, "--format", "json")).splitlines()
    assert [json.loads(line)["file"] for line in lines] == [str(PAPER), str(OTHER)]


def test_several_files_as_statements_are_one_table_with_a_column_of_files() -> None:
    rows = list(csv.DictReader(io.StringIO(out(run("read", PAPER, OTHER, "--format", "statements")))))
    assert list(rows[0]) == ["file", "entity", "property", "value", "quote", "start", "stop", "status"]
    assert list(dict.fromkeys(row["file"] for row in rows)) == [str(PAPER), str(OTHER)]


@pytest.mark.parametrize(
    "path", [PAPER, OTHER, CORPUS / "ru-02-protokol-124-1930.txt"], ids=lambda path: path.stem
)
def test_exit_status_tells_of_errors_among_the_findings(path: Path) -> None:
    assert run("read", path).returncode == int(has_errors(path.read_bytes().decode("utf-8")))


@pytest.mark.parametrize(("level", "status"), [(Level.ERROR, 1), (Level.WARNING, 0), (Level.NOTE, 0)])
def test_an_error_among_the_findings_is_exit_status_1(
    level: Level, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = Finding("date-conflict", level, "cannot be", Span(0, 1))
    found = (finding,)
    monkeypatch.setattr("politburo.reader.read", lambda text, *_: Reading(Document(text, findings=found)))
    assert main(["read", str(PAPER)]) == status
    assert f"{level.value} [date-conflict] cannot be" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "politburo", "demo"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert told(done) == "politburo: cannot write: no space left on device\n"


def test_an_interrupted_command_says_nothing() -> None:
    # What is started in the background of a shell would not heed interrupts.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heed}; import sys; from politburo.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "find", "none.txt", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        # Then it waits for standard input.
        assert process.stderr.readline() == b"politburo: none.txt: no such file\n"
        process.send_signal(signal.SIGINT)
        assert (process.wait(60), process.stdout.read(), process.stderr.read()) == (130, b"", b"")


def run_without(streams: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command with standard streams closed, as the shell writes it: ``>&-``."""
    command = ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "politburo"]
    return subprocess.run(
        [*command, *map(str, arguments)], input=PAPER.read_bytes(), capture_output=True, check=False
    )


def test_closed_output_is_no_error(tmp_path: Path) -> None:
    for arguments in (["demo"], ["find", "-"], ["find", PAPER]):
        done = run_without(">&-", *arguments)
        assert (done.returncode, done.stderr) == (0, b"")
    assert run_without(">&- 2>&-", "find", tmp_path / "none.txt").returncode == 2


def test_closed_output_hides_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = run_without(">&-", "show", PAPER, "--to", tmp_path / "file" / "pages" / "page.html")
    assert told(done) == "politburo: cannot write: not a directory\n"


def test_closed_standard_input_is_told() -> None:
    assert told(run_without("<&-", "read", "-")) == "politburo: standard input: closed\n"


UNUSABLE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"\xef\xbb\xbf \r\n\n", "empty"),
    "binary.txt": (b"\x7fELF\x00", "not a text: NUL byte at offset 4"),
    "broken.docx": (b"PK\x03\x04\x00", "a broken ZIP archive: file is not a zip file"),
    "large.txt": (b"1234567890\n" * 10, "more than 100 characters (see --max-chars)"),
    "larger.txt": (b"1234567890\n" * 100, "more than 100 characters (see --max-chars)"),
}


@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("command", ["read", "find"])
def test_unusable_files_are_told_in_one_line(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, message = UNUSABLE[name]
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content)
    done = run(command, name, "--max-chars", "100")
    assert told(done) == f"politburo: {name}: {message}\n"
    assert done.stdout == b""


def test_a_missing_file_and_a_directory_are_told(tmp_path: Path) -> None:
    assert told(run("read", tmp_path / "none.txt")) == f"politburo: {tmp_path / 'none.txt'}: no such file\n"
    assert told(run("read", tmp_path)) == f"politburo: {tmp_path}: a directory, expected a file\n"


def test_unusable_standard_input_is_told() -> None:
    assert told(run("read", "-")) == "politburo: standard input: empty\n"
    said = "politburo: standard input: not a text: NUL byte at offset 1\n"
    assert told(run("read", "-", text=b"a\0b")) == said


def test_control_characters_in_a_name_are_escaped(tmp_path: Path) -> None:
    assert r"\x1b[2J.txt: no such file" in told(run("read", tmp_path / "\x1b[2J.txt"))


def test_the_other_files_are_still_read(tmp_path: Path) -> None:
    done = run("read", tmp_path / "none.txt", PAPER, "--format", "json")
    assert done.returncode == 2
    assert loads(done.stdout.decode("utf-8")).text == PAPER.read_bytes().decode("utf-8")


def test_a_byte_order_mark_and_line_ends_are_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Протокол № 34\r\n".encode())
    assert loads(out(run("read", path, "--format", "json"))).text == "\ufeffПротокол № 34\r\n"


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5"])
def test_the_limit_is_a_number_of_characters(number: str) -> None:
    assert f"expected a number of characters from 1 on, got '{number}'" in told(
        run("read", PAPER, f"--max-chars={number}")
    )


def test_a_limit_beyond_memory_is_no_harm() -> None:
    assert run("find", PAPER, "--max-chars", "9" * 30).returncode == 0


PARSED = [
    ("money", "500.000 золотых рублей", "500000 RUB_GOLD"),
    ("date", "1.Х.35г.", "1935-10-01"),
    ("duration", "в трехдневный срок", "P3D"),
    ("shelfmark", "RGASPI f. 17 op.162 d.18 l. 170", "RGASPI/17/162/18/170"),
    ("quantity", "четыре самолета", "4 aircraft"),
    ("person", "т. Стомонякову", "Стомоняков"),
    ("body", "Наркомвнешторгу", "NKVT"),
    ("numeral", "250 тыс.", "250000"),
    ("code", "П51/144", "П51/144"),
    ("secrecy", "СТРОГО СЕКРЕТНО", "strictly_secret"),
    ("procedure", "ОПРОСОМ ЧЛЕНОВ ПОЛИТБЮРО", "poll"),
    ("action", "Поручить", "charge"),
]


@pytest.mark.parametrize(("kind", "text", "canonical"), PARSED)
def test_parse_prints_the_canonical_form(kind: str, text: str, canonical: str) -> None:
    assert out(run("parse", kind, text)) == f"{canonical}\n"


def test_the_words_of_a_phrase_need_no_quotes() -> None:
    assert out(run("parse", "money", "500.000", "золотых", "рублей")) == "500000 RUB_GOLD\n"


def test_what_cannot_be_parsed_is_told_with_a_caret() -> None:
    done = run("parse", "money", "500.000 зайцев")
    assert told(done) == (
        "politburo: expected a currency after the number\n    500.000 зайцев\n            ^^^^^^\n"
    )
    assert done.stdout == b""


def test_errors_do_not_obey_the_text() -> None:
    assert b"\x1b" not in run("parse", "date", "\x1b[2J").stderr


def test_find_prints_place_kind_value_and_quote() -> None:
    text = "Отпустить 500.000 золотых\nрублей\nи 20.000 иен"
    assert out(run("find", "-", "--kind", "money", text=text.encode())) == (
        "1:11\tmoney\t500000 RUB_GOLD\t500.000 золотых\\nрублей\n3:3\tmoney\t20000 JPY\t20.000 иен\n"
    )


def test_find_takes_several_kinds_and_files(tmp_path: Path) -> None:
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text("к 1 мая 1936 г. 20.000 иен", "utf-8")
    two.write_text("четыре самолета за 5 млн. руб.", "utf-8")
    assert out(run("find", one, two, "--kind", "money", "--kind", "quantity")).splitlines() == [
        f"{one}:1:17\tmoney\t20000 JPY\t20.000 иен",
        f"{two}:1:1\tquantity\t4 aircraft\tчетыре самолета",
        f"{two}:1:20\tmoney\t5000000 RUB\t5 млн. руб.",
    ]


def test_find_finds_every_kind_by_default() -> None:
    kinds = {line.split("\t")[1] for line in out(run("find", PAPER)).splitlines()}
    assert {"money", "date", "quantity", "body", "person", "shelfmark"} <= kinds


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf_8_in_every_locale(locale: str) -> None:
    done = run("parse", "person", "т. Стомонякову", LC_ALL=locale, PYTHONIOENCODING="ascii")
    assert done.stdout.decode("utf-8") == "Стомоняков\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "politburo", "read", *[str(PAPER)] * 30]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def in_terminal(*arguments: str | Path, **environment: str) -> str:
    """Return what a command writes to a terminal."""
    main, side = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-m", "politburo", *map(str, arguments)],
        stdout=side,
        stdin=subprocess.DEVNULL,
        env={**kept, "TERM": "xterm", **environment},
    ):
        os.close(side)
        pieces = bytearray()
        while piece := _read(main):
            pieces += piece
    os.close(main)
    return pieces.decode("utf-8").replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux tells that the other side has closed
        return b""


def test_a_terminal_gets_color_unless_it_says_no() -> None:
    assert "\x1b[1m" in in_terminal("demo")
    assert "\x1b" not in in_terminal("demo", NO_COLOR="1")
    assert "\x1b" not in in_terminal("demo", TERM="dumb")


def test_a_terminal_gets_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("20.000 иен", "utf-8")
    [line] = in_terminal("find", path).splitlines()
    assert line.split() == ["1:1", "money", "20000", "JPY", "20.000", "иен"]


def test_importing_the_command_runs_none() -> None:
    code = "import politburo.__main__, politburo.vocabulary.__main__"
    done = subprocess.run([sys.executable, "-c", code, "demo"], capture_output=True, check=True, text=True)
    assert done.stdout == ""


def test_starting_loads_nothing_heavy() -> None:
    heavy = {"cattrs", "babel", "dateutil", "importlib.metadata"}
    code = f"import sys, politburo.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
