"""Papers of a server: the addresses of fsspec, against an S3 server on the loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

for package in ("pyarrow", "s3fs", "moto"):
    pytest.importorskip(package, reason="needs the extras tables and remote, and moto's server")

import fsspec  # noqa: E402

from politburo import PolitburoError  # noqa: E402
from politburo.corpus import build  # noqa: E402
from politburo.errors import MissingExtraError  # noqa: E402
from tests.building.generated import papers  # noqa: E402
from tests.building.test_build import everything, rows  # noqa: E402
from tests.commands.running import run  # noqa: E402


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            assert process.poll() is None, "moto_server has stopped"
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
            else:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def environment(server: str) -> dict[str, str]:
    keys = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}
    return {**keys, "AWS_ENDPOINT_URL": server, "NO_PROXY": "127.0.0.1"}


def test_addresses_may_be_patterns(tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    for name, text in zip(("p1.txt", "p2.txt", "note.dat"), papers(3, most=700), strict=True):
        files.pipe(f"/politburo/1935/{name}", text.encode("utf-8"))
    assert build(["memory://politburo/**/p?.txt"], tmp_path / "corpus", jobs=1).papers == 2
    assert [row["address"] for row in rows(tmp_path / "corpus", "sources")] == [
        f"memory:///politburo/1935/p{number}.txt" for number in (1, 2)
    ]
    for nothing in ("memory://politburo/*.txt", "memory://politburo/p3.txt"):
        with pytest.raises(PolitburoError, match="no such file or folder, and no file matches it"):
            build([nothing], tmp_path / "none", jobs=1)


def test_without_fsspec_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(
        MissingExtraError, match=r"fsspec is not installed: pip install 'politburo\[remote\]'"
    ):
        build(["sftp://archive/p1.txt"], tmp_path / "corpus", jobs=1)


UPLOAD = """
import sys, fsspec
files = fsspec.filesystem("s3")
files.mkdir("archive")
for name in sys.argv[1:]:
    files.put(name, "archive/politburo/" + name)
"""


def test_a_bucket_gives_the_same_corpus_as_a_folder(server: str, tmp_path: Path) -> None:
    names = [f"p{number}.txt" for number in range(4)]
    for name, text in zip(names, papers(4, most=1800), strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    subprocess.run(
        [sys.executable, "-c", UPLOAD, *names], check=True, cwd=tmp_path, env=os.environ | environment(server)
    )
    command = ("build", "--jobs", "1", "--to")
    done = run(*command, "remote", "s3://archive/politburo/", cwd=tmp_path, environment=environment(server))
    assert (done.status, done.err) == (0, "")
    assert run(*command, "local", *names, cwd=tmp_path).status == 0
    remote, local = everything(tmp_path / "remote"), everything(tmp_path / "local")
    assert [row["address"] for row in rows(tmp_path / "remote", "sources")] == [
        f"s3://archive/politburo/{name}" for name in names
    ]
    differing = {name for name in local if remote[name] != local[name]}
    assert differing == {"manifest.json", "corpus.sqlite", "parquet/sources.parquet"}
