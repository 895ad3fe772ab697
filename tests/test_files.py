"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from politburo.files import write_atomically


def test_a_file_is_written_with_its_line_ends(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.txt", "О Монголии\r\n")
    assert (tmp_path / "a.txt").read_bytes() == "О Монголии\r\n".encode()
    write_atomically(str(tmp_path / "a.txt"), b"\x00")
    assert (tmp_path / "a.txt").read_bytes() == b"\x00"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "new")
    assert path.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_cannot_be_written_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert path.read_text("utf-8") == "old"
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a.txt", "new")


@pytest.mark.skipif(os.name != "posix", reason="permissions and links are those of POSIX")
def test_permissions_stay_and_links_are_followed(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    write_atomically(tmp_path / "b.txt", "new")
    mask = os.umask(0o022)
    os.umask(mask)
    assert (tmp_path / "b.txt").stat().st_mode & 0o777 == 0o666 & ~mask


WRITER = """
import sys
from politburo.files import write_atomically
print("begun", flush=True)
while True:
    for letter in "ab":
        write_atomically(sys.argv[1], letter * 200_000)
"""


@pytest.mark.skipif(os.name != "posix", reason="the writer is stopped by a signal")
def test_an_interrupted_run_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a" * 200_000, "utf-8")
    for wait in (0.01, 0.03, 0.05):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_text("utf-8") in {"a" * 200_000, "b" * 200_000}
