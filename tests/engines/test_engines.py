"""Spark and a Dask cluster read the same as one process, byte for byte once sorted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra tables")

from politburo.corpus import build, write_parquet  # noqa: E402
from politburo.engines import read_with_dask, read_with_ray, read_with_spark  # noqa: E402
from politburo.writing.tables.arrow import reading_schema  # noqa: E402
from tests.building.generated import written  # noqa: E402

needs_spark = [
    pytest.mark.engines,
    pytest.mark.skipif(find_spec("pyspark") is None, reason="needs the extra spark"),
    pytest.mark.skipif(shutil.which("java") is None, reason="needs Java, as openjdk-17-jre-headless"),
    pytest.mark.filterwarnings("default"),  # Spark's own warnings
]
needs_dask = [
    pytest.mark.engines,
    pytest.mark.skipif(find_spec("distributed") is None, reason="needs the extra dask"),
    pytest.mark.filterwarnings("default"),  # Dask's own warnings
]
needs_ray = [
    pytest.mark.engines,
    pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed"),
    pytest.mark.filterwarnings("default"),
]
PAPERS = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(tmp_path_factory.mktemp("engines") / "papers", PAPERS, most=2500)
    (folder / "broken.txt").write_bytes("Протокол".encode("cp1251"))
    return folder


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = tmp_path_factory.mktemp("engines") / "corpus"
    build([folder], place, jobs=1)
    return parquet(place / "parquet")


def parquet(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.stem != "sources"}


def sorted_parquet(read: Any, folder: Path) -> dict[str, bytes]:
    table = read.cast(reading_schema()).sort_by("paper")
    write_parquet(table.combine_chunks().to_batches(), folder)
    return parquet(folder)


def contents(folder: Path, size: int) -> Iterator[Any]:
    files = sorted(path for path in folder.rglob("*.txt"))
    for start in range(0, len(files), size):
        data = [path.read_bytes() for path in files[start : start + size]]
        yield pa.record_batch({"content": pa.array(data, pa.binary())})


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings: dict[str, Any] = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield session
    session.stop()


class TestSpark:
    pytestmark = needs_spark

    def test_spark_gives_the_same_tables(
        self, spark: Any, folder: Path, expected: dict[str, bytes], tmp_path: Path
    ) -> None:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(folder))
        read = read_with_spark(files.repartition(4))
        read.write.parquet(str(tmp_path / "spark"))
        from pyarrow.dataset import dataset

        table = dataset(str(tmp_path / "spark"), format="parquet").to_table()
        assert table.num_rows == PAPERS + 1
        assert sorted_parquet(table.select(reading_schema().names), tmp_path / "sorted") == expected

    def test_spark_explodes_a_table(self, spark: Any, folder: Path) -> None:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(folder))
        sums = read_with_spark(files).selectExpr("inline(money)").groupBy("currency").count().collect()
        assert {row["currency"] for row in sums} >= {"RUB_GOLD", "USD"}


class TestDask:
    pytestmark = needs_dask

    def test_dask_gives_the_same_tables(
        self, folder: Path, expected: dict[str, bytes], tmp_path: Path
    ) -> None:
        from distributed import Client, LocalCluster

        with (
            LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
            ) as cluster,
            Client(cluster) as client,
        ):
            assert len(client.scheduler_info()["workers"]) == 2
            batches = read_with_dask(contents(folder, 7)).compute()
        assert sorted_parquet(pa.Table.from_batches(batches), tmp_path) == expected


class Dataset:
    """What of a Ray dataset the adapter uses: batches as Arrow tables."""

    def __init__(self, tables: list[Any]) -> None:
        self.tables = tables

    def map_batches(self, read: Any, *, batch_format: str) -> Dataset:
        assert batch_format == "pyarrow"
        return Dataset([read(table) for table in self.tables])


def test_ray_s_batches_give_the_same_tables(folder: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    tables = [pa.Table.from_batches([batch]).rename_columns(["bytes"]) for batch in contents(folder, 16)]
    given: Any = Dataset(tables)
    read: Any = read_with_ray(given)
    assert sorted_parquet(pa.concat_tables(read.tables), tmp_path) == expected


class TestRay:
    pytestmark = needs_ray

    def test_ray_gives_the_same_tables(
        self, folder: Path, expected: dict[str, bytes], tmp_path: Path
    ) -> None:
        import ray

        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        try:
            data = ray.data.read_binary_files(sorted(map(str, folder.rglob("*.txt"))))
            batches = [ray.get(table) for table in read_with_ray(data).to_arrow_refs()]
        finally:
            ray.shutdown()
        assert sorted_parquet(pa.concat_tables(batches), tmp_path) == expected
