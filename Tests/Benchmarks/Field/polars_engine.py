"""Polars: group and span packed into one number and sorted once, faster than `quantile` in a group-by.

POLARS_MAX_THREADS is set before it is imported.
"""

from pathlib import Path

import polars as pl
from polars import col

import sample

HIGH = 2**32


class Engine:
    """Frames in memory, missing instants as nulls."""

    def __init__(self, folder: Path, threads: int) -> None:
        del threads  # by environment
        self.frames = {}
        for name in sample.TABLES:
            rows = sample.table(folder, name)
            known = [pl.when(col(c) != sample.MISSING).then(col(c)).alias(c) for c in sample.instants(rows)]
            self.frames[name] = pl.DataFrame(rows).with_columns(known).rechunk()

    def run(self, lists_evidence: bool) -> None:
        """Per metric a frame of groups, one of those left out, and one of the ids if they are asked for."""
        queries = {}
        for name, table, start, end, latest in sample.SPANS:
            rows = self.frames[table].lazy()
            ended = self.within_period(rows, col(end))
            counted = ended.filter(~col("bot") & (col(end) >= col(start)))
            packed = self.place(end) * HIGH + (col(end) - col(start))
            queries[name, "sorted"] = counted.select(packed=packed.sort())
            queries[name, "left out"] = (
                self.within_period(
                    rows.filter(col("bot") | (col(end) < col(start))).select(
                        "bot", "project", at=pl.when("bot").then(pl.coalesce(end, *latest)).otherwise(end)
                    ),
                    col("at"),
                )
                .select("bot", place=self.place("at"))
                .group_by("place")
                .agg(bots=col("bot").sum(), backwards=(~col("bot")).sum())
            )
            if lists_evidence:
                queries[name, "ids"] = self.ids(counted, end)
        finished = self.within_period(self.frames["deployments"].lazy(), col("finished"))
        success = col("status") == 0
        queries["deployed", "groups"] = (
            finished.select("failed_after", place=self.place("finished"), n=success)
            .group_by("place")
            .agg(col("n").sum(), failed=col("failed_after").sum())
        )
        if lists_evidence:
            queries["deployed", "ids"] = self.ids(finished.filter(success), "finished")
        frames = pl.collect_all(queries.values())
        self.results = dict(zip(queries, frames, strict=True))
        for name, *_ in sample.SPANS:
            self.results[name, "groups"] = self.groups(self.results.pop((name, "sorted"))["packed"])

    @staticmethod
    def within_period(rows: pl.LazyFrame, instant: pl.Expr) -> pl.LazyFrame:
        return rows.filter(instant.is_between(sample.START, sample.END, closed="left"))

    @staticmethod
    def place(instant: str) -> pl.Expr:
        """Project and week as one number."""
        return col("project").cast(pl.Int64) * 64 + (col(instant) - sample.START) // sample.WEEK

    @staticmethod
    def groups(packed: pl.Series) -> pl.DataFrame:
        """Count and quantiles of each run of one group, whose spans lie in order."""
        runs = (packed // HIGH).rle().struct.unnest()
        n = runs["len"].cast(pl.Int64)
        first = n.cum_sum() - n

        def quantile(tenths: int) -> pl.Series:
            low, rest = first + (n - 1) * tenths // 10, (n - 1) * tenths % 10
            below = packed.gather(low)
            above = packed.gather(low + (rest > 0).cast(pl.Int64))
            return below % HIGH + (above - below) * rest / 10

        return pl.DataFrame({"place": runs["value"], "n": n, "median": quantile(5), "p90": quantile(9)})

    @classmethod
    def ids(cls, rows: pl.LazyFrame, instant: str) -> pl.LazyFrame:
        return rows.select("id", place=cls.place(instant).cast(pl.Int32)).group_by("place").agg("id")

    def sums(self) -> dict[str, dict[str, float]]:
        """Adds the groups of the last run up."""
        result = {}
        for name, *_ in sample.SPANS:
            groups, left_out = self.results[name, "groups"], self.results[name, "left out"]
            result[name] = {
                "count": groups["n"].sum(),
                "left_out": left_out["bots"].sum() + left_out["backwards"].sum(),
                "median": groups["median"].sum(),
                "p90": groups["p90"].sum(),
                "listed": self.results[name, "ids"]["id"].list.len().sum(),
            }
        groups = self.results["deployed", "groups"]
        listed = self.results["deployed", "ids"]["id"].list.len().sum()
        result["deployment_frequency"] = {"count": groups["n"].sum(), "listed": listed}
        result["change_failure_rate"] = {"count": groups["n"].sum(), "median": groups["failed"].sum()}
        return result
