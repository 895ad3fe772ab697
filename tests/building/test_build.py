"""Files become a corpus: from folders, globs and zip files; what fails is listed; what is known is kept."""

from __future__ import annotations

import json
import os
import re
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra tables")

from politburo import PolitburoError, Reading, read  # noqa: E402
from politburo.corpus import build  # noqa: E402
from politburo.corpus.batches import read_batches  # noqa: E402
from tests.building.generated import BRIEF, papers, written  # noqa: E402
from tests.commands.running import run  # noqa: E402

SHORT = 1800


def rows(place: Path, table: str) -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    return list(read_table(place / "parquet" / f"{table}.parquet").to_pylist())


def everything(place: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a corpus."""
    files = (path for path in place.rglob("*") if path.is_file() and ".politburo" not in path.parts)
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "papers", 20, most=SHORT)


def test_a_corpus_has_its_files(folder: Path, tmp_path: Path) -> None:
    result = build([folder], tmp_path / "corpus", jobs=1)
    assert (result.papers, result.fresh, result.failures) == (20, 20, ())
    manifest = json.loads((tmp_path / "corpus" / "manifest.json").read_text("utf-8"))
    assert manifest["papers"] == 20
    assert set(manifest["files"]) == set(everything(tmp_path / "corpus")) - {"manifest.json"}


def test_nothing_is_read_twice(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    build([folder], place, jobs=1)
    first = everything(place)
    assert build([folder], place, jobs=1).fresh == 0
    assert everything(place) == first


def test_only_what_is_new_is_read(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    build([folder], place, jobs=1)
    (folder / "000" / "000003.txt").write_text("ПРОТОКОЛ № 1\n\nДругой текст.", "utf-8")
    (folder / "000" / "000004.txt").unlink()
    result = build([folder], place, jobs=1)
    assert (result.papers, result.fresh) == (19, 1)
    undisturbed = tmp_path / "undisturbed"
    build([folder], undisturbed, jobs=1)
    assert everything(place) == everything(undisturbed)


def test_a_larger_corpus_keeps_what_the_smaller_one_had_read(tmp_path: Path) -> None:
    place, folder = tmp_path / "corpus", written(tmp_path / "papers", 120, most=700)
    build([folder], place, jobs=1)
    written(folder, 300, most=700)
    result = build([folder], place, jobs=1)
    assert (result.papers, result.fresh) == (300, 180)
    build([folder], tmp_path / "undisturbed", jobs=1)
    assert everything(place) == everything(tmp_path / "undisturbed")


def test_a_smaller_corpus_keeps_what_the_larger_one_had_read(tmp_path: Path) -> None:
    place, folder = tmp_path / "corpus", written(tmp_path / "papers", 130, most=700)
    build([folder], place, jobs=1)
    (folder / "000" / "000007.txt").unlink()
    (folder / "000" / "000008.txt").unlink()
    result = build([folder], place, jobs=1)
    assert (result.papers, result.fresh) == (128, 0)
    build([folder], tmp_path / "undisturbed", jobs=1)
    assert everything(place) == everything(tmp_path / "undisturbed")


def test_the_number_of_processes_changes_nothing(folder: Path, tmp_path: Path) -> None:
    for jobs in (1, 2, None):
        build([folder], tmp_path / str(jobs), jobs=jobs)
    assert everything(tmp_path / "1") == everything(tmp_path / "2") == everything(tmp_path / "None")


def test_a_lost_file_is_written_again(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "corpus"
    build([folder], place, jobs=1)
    first = everything(place)
    (place / "parquet" / "money.parquet").unlink()
    (place / "views.sql").write_text("cut", "utf-8")
    assert build([folder], place, jobs=1).fresh == 0
    assert everything(place) == first


def test_files_of_one_content_are_one_paper(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(next(papers(1)), "utf-8")
    build([tmp_path], tmp_path / "corpus", jobs=1)
    listed = rows(tmp_path / "corpus", "sources")
    assert [Path(row["address"]).name for row in listed] == ["a.txt", "b.txt"]
    assert len({row["paper"] for row in listed}) == len(rows(tmp_path / "corpus", "papers")) == 1


def test_a_text_in_two_encodings_is_two_papers(tmp_path: Path) -> None:
    for name, encoding in (("a", "utf-8"), ("b", "cp1251")):
        (tmp_path / f"{name}.txt").write_bytes(BRIEF.encode(encoding))
    result = build([tmp_path], tmp_path / "corpus", jobs=1)
    assert (result.papers, result.failures) == (2, ())
    assert {row["id"] for row in rows(tmp_path / "corpus", "papers")} == {
        row["paper"] for row in rows(tmp_path / "corpus", "sources")
    }
    assert [row["quote"] for row in rows(tmp_path / "corpus", "money")] == ["20.000 иен"] * 2


def test_what_cannot_be_read_is_listed(tmp_path: Path) -> None:
    texts = {
        "empty.txt": b" \n",
        "cut.docx": b"PK\x03\x04",
        "nul.txt": b"a\0b",
        "long.txt": b"a" * 3000,
        "good.txt": next(papers(1, most=SHORT)).encode(),
    }
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "broken.zip").write_bytes(b"no zip file")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    result = build([tmp_path, tmp_path / "broken.zip"], tmp_path / "corpus", jobs=1, limit=2500)
    assert {Path(address).name: error for address, error in result.failures} == {
        "broken.zip": "BadZipFile: File is not a zip file",
        "cut.docx": "a broken ZIP archive: file is not a zip file",
        "empty.txt": "empty",
        "long.txt": "more than 2,500 characters",
        "nul.txt": "not a text: NUL byte at offset 1",
    }
    assert len(rows(tmp_path / "corpus", "papers")) == 1


def test_zip_files_and_globs(tmp_path: Path) -> None:
    texts = list(papers(4, most=SHORT))
    with zipfile.ZipFile(tmp_path / "1935.zip", "w") as archive:
        archive.writestr("protocols/p1.txt", texts[0])
        archive.writestr("protocols/.hidden.txt", texts[1])
        archive.writestr("protocols/scan.png", b"\x89PNG")
    (tmp_path / "loose.md").write_text(texts[2], "utf-8")
    (tmp_path / "other.dat").write_text(texts[3], "utf-8")
    result = build(
        [f"{tmp_path}/*.zip", f"{tmp_path}/**/*.m[d]", tmp_path / "other.dat"], tmp_path / "corpus", jobs=1
    )
    assert result.papers == 3
    names = [row["address"][len(str(tmp_path)) :] for row in rows(tmp_path / "corpus", "sources")]
    assert names == ["/1935.zip!/protocols/p1.txt", "/loose.md", "/other.dat"]


def test_more_files_that_fail_than_are_named_are_counted(tmp_path: Path) -> None:
    for number in range(1_003):
        (tmp_path / f"{number:04}.txt").write_bytes(f"No. {number}\0".encode())
    built = build([tmp_path], tmp_path / "corpus", jobs=1)
    assert (built.papers, built.failed, len(built.failures)) == (0, 1_003, 1_000)
    assert len(rows(tmp_path / "corpus", "sources")) == 1_003


@pytest.mark.parametrize("source", [".", "./", "./.kept"])
def test_what_is_hidden_is_passed_over_unless_it_is_named(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (".kept/a.txt", "shown.txt", ".kept/.b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BRIEF, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert build([source], "corpus", jobs=1).papers == 1
    [row] = rows(tmp_path / "corpus", "sources")
    assert row["address"] == (".kept/a.txt" if ".kept" in source else "shown.txt")


def test_a_zip_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    for text in papers(2, most=SHORT):
        with zipfile.ZipFile(tmp_path / "1935.zip", "w") as archive:
            archive.writestr("p1.txt", text)
        assert build([tmp_path / "1935.zip"], tmp_path / "corpus", jobs=1).fresh == 1
        assert rows(tmp_path / "corpus", "papers")[0]["text"] == text


def test_the_corpus_itself_is_no_source(folder: Path) -> None:
    place = folder / "corpus"
    build([folder], place, jobs=1)
    (place / "note.txt").write_text("a note", "utf-8")
    assert build([folder], place, jobs=1).papers == 20


@pytest.mark.parametrize("source", ["nowhere", "nowhere/*.txt"])
def test_a_source_that_is_not_there(source: str, tmp_path: Path) -> None:
    with pytest.raises(PolitburoError, match="no such file or folder"):
        build([f"{tmp_path}/{source}"], tmp_path / "corpus")


def failing(text: str) -> Reading:
    if "Дело 1-7." in text:
        raise RuntimeError("the seventh\nis too much")
    return read(text)


def meddling(text: str) -> Reading:
    """Read the first paper while somebody works in its folder."""
    folder = Path(os.environ["POLITBURO_TESTED"])
    (folder / "gone.txt").unlink()
    (folder / "changed.txt").write_text("ПРОТОКОЛ № 1", "utf-8")
    return read(text)


def test_files_that_change_under_way_are_read_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in zip(
        ("read", "gone", "changed"), sorted(papers(3, most=SHORT), key=hashed), strict=True
    ):
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8"))
    monkeypatch.setenv("POLITBURO_TESTED", str(folder))
    result = build([folder], tmp_path / "corpus", jobs=1, read=meddling)
    assert (result.papers, {Path(address).stem: error for address, error in result.failures}) == (
        1,
        {"gone": "no such file or directory", "changed": "changed while the corpus was built"},
    )
    again = build([folder], tmp_path / "corpus", jobs=1)
    assert (again.papers, again.failures) == (2, ())


def hashed(text: str) -> str:
    """Return what papers are read in the order of."""
    return sha256(text.encode("utf-8")).hexdigest()


def test_a_paper_that_raises_costs_itself_only(folder: Path, tmp_path: Path) -> None:
    result = build([folder], tmp_path / "corpus", jobs=1, read=failing)
    assert (result.papers, len(result.failures)) == (19, 1)
    assert result.failures[0][1] == "RuntimeError: the seventh is too much"


def test_a_second_run_has_to_wait(folder: Path, tmp_path: Path) -> None:
    import fcntl

    place = tmp_path / "corpus"
    (place / ".politburo").mkdir(parents=True)
    with (place / ".politburo" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(PolitburoError, match="another run is building this corpus"):
            build([folder], place, jobs=1)


def test_without_locks_a_corpus_is_built(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)  # as on Windows
    assert build([folder], tmp_path / "corpus", jobs=1).papers == 20


def test_batches_come_out_row_for_row() -> None:
    texts = [*papers(3, most=SHORT), None, " "]
    given = pa.record_batch({"address": ["a"] * 5, "content": [text and text.encode() for text in texts]})
    given = pa.RecordBatch.from_arrays(
        [given.column(0), given.column(1).cast(pa.binary())], names=given.schema.names
    )
    out = pa.Table.from_batches(list(read_batches(iter([given, given.slice(0, 0)]))))
    assert [len(papers_of) for papers_of in out["papers"].to_pylist()] == [1, 1, 1, 0, 0]
    assert out["error"].to_pylist() == [None, None, None, "empty", "empty"]


def test_a_text_of_a_batch_may_be_too_long() -> None:
    [out] = read_batches(iter([pa.record_batch({"text": ["О Туве", "О Монголии"]})]), limit=6)
    assert out.column("error").to_pylist() == [None, "more than 6 characters"]


def test_batches_without_a_text_are_refused() -> None:
    batch = pa.record_batch({"words": ["a"]})
    with pytest.raises(PolitburoError, match="expected a column text or content, got words"):
        list(read_batches(iter([batch])))


def test_the_command_says_what_it_did(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("\n", "utf-8")
    done = run("build", folder, "--to", "corpus", "--jobs", "1", cwd=tmp_path)
    assert done.status == 1
    assert done.err == f"politburo: {folder}/empty.txt: empty\n"
    assert re.fullmatch(r"corpus: 20 papers, 21 read now, \d+ findings, 1 files failed\n", done.out)


def test_the_command_refuses_what_is_not_there(tmp_path: Path) -> None:
    done = run("build", "nowhere", "--to", "corpus", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == "politburo: nowhere: no such file or folder, and no file matches it\n"


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_the_command_wants_a_process_at_least(jobs: str, tmp_path: Path) -> None:
    done = run("build", "a.txt", "--to", "corpus", f"--jobs={jobs}", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert f"expected a number from 1 on, got '{jobs}'" in done.err


def test_of_many_failures_the_first_are_told(tmp_path: Path) -> None:
    for number in range(22):
        (tmp_path / f"{number:02}.txt").write_text("\n" * (number + 1), "utf-8")
    done = run("build", ".", "--to", "corpus", "--jobs", "1", cwd=tmp_path)
    lines = [f"politburo: {number:02}.txt: empty" for number in range(20)]
    assert done.err.splitlines() == [*lines, "politburo: and 2 more: see the table sources"]
    assert (done.status, done.out) == (1, "corpus: 0 papers, 22 read now, 0 findings, 22 files failed\n")
