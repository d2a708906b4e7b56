"""The engine of a cluster: the two verbs on Spark."""

from synoptic.scale.spark import SparkEngine, open_spark

__all__ = ["SparkEngine", "open_spark"]
