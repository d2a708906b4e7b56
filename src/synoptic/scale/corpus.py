"""Corpora that Spark reads by itself, from any storage it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyspark.sql import Window
from pyspark.sql import functions as f
from pyspark.sql import types as t

from synoptic.errors import UsageError
from synoptic.reuse import REPORTS, Corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame, SparkSession

    from synoptic.scale.spark import SparkEngine

_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
_FIELDS = ("id", "text", "sentences", "outlet", "published_at", "published_on")


def is_storage(sources: Sequence[str]) -> bool:
    """Whether all are addresses of a storage (`s3a://`, `hdfs://`, `file:/` ...)."""
    return bool(sources) and all(_ADDRESS.match(source) for source in sources)


def scan(engine: SparkEngine, sources: Sequence[str]) -> Corpus:
    """The reports of Parquet or JSONL files, numbered by the order of their ids.

    Args:
        engine: Its session reads.
        sources: Folders and files; `.parquet` somewhere in the name, else JSON lines.

    Raises:
        UsageError: A field is missing.
    """
    session = engine.session
    frames = [_rows(session, source) for source in sources]
    whole = frames[0]
    for frame in frames[1:]:
        whole = whole.unionByName(frame)
    numbered = _numbered(session, _own_ids(whole)).persist()
    about: Any = numbered.agg(
        f.count("*"), f.coalesce(f.sum(f.octet_length("text")), f.lit(0))
    ).first()
    outlets = numbered.groupBy("outlet").count().collect()
    return Corpus(
        reports=engine.own(numbered.select(*REPORTS.names), REPORTS),
        n_reports=about[0],
        n_bytes=about[1],
        outlets={row[0]: row[1] for row in outlets},
    )


def _rows(session: SparkSession, source: str) -> DataFrame:
    if ".parquet" in source:
        frame = session.read.parquet(source)
    else:
        types = [(n, t.StringType()) for n in _FIELDS if n != "sentences"]
        schema = t.StructType([t.StructField(n, kind) for n, kind in types])
        schema.add("sentences", t.ArrayType(t.StringType()))
        frame = session.read.schema(schema).json(source)
    have = set(frame.columns)
    if "id" not in have or not have & {"text", "sentences"}:
        raise UsageError(f"{source}: has no id, or neither text nor sentences")
    text = f.col("text") if "text" in have else f.lit(None).cast("string")
    if "sentences" in have:
        text = f.coalesce(text, f.array_join("sentences", "\n"))
    stated = [f.col(n).cast("string") for n in _FIELDS[-2:] if n in have]
    day = f.try_to_date(f.substring(f.coalesce(*stated, f.lit("")), 1, 10))
    outlet = f.col("outlet") if "outlet" in have else f.lit("")
    return frame.select(
        f.col("id").cast("string").alias("id"),
        f.coalesce(f.trim(outlet), f.lit("")).alias("outlet"),
        f.greatest(
            f.coalesce(f.date_diff(day, f.lit("1970-01-01").cast("date")), f.lit(0)),
            f.lit(0),
        ).alias("day"),
        text.alias("text"),
    ).where("id is not null and length(trim(text)) > 0")


def _own_ids(frame: DataFrame) -> DataFrame:
    """Reports of one id get `-1`, `-2` behind it, in an order that is theirs."""
    same = Window.partitionBy("id")
    order = same.orderBy(f.xxhash64("text"), "text", "outlet", "day")
    own = f.when(
        f.count("*").over(same) > 1,
        f.concat("id", f.lit("-"), f.row_number().over(order).cast("string")),
    ).otherwise(f.col("id"))
    return frame.withColumn("id", own)


def _numbered(session: SparkSession, frame: DataFrame) -> DataFrame:
    places = frame.select("id").sort("id").rdd.zipWithIndex()
    schema = "id string, doc int"
    numbers = session.createDataFrame(places.map(lambda p: (p[0].id, p[1])), schema)
    return frame.join(numbers, "id")


__all__ = ["is_storage", "scan"]
