"""Polars: lazy, each metric one group-by with both quantiles; POLARS_MAX_THREADS is set before it is imported."""

from pathlib import Path

import polars as pl
import sample


class Engine:
    """Frames in memory, missing instants as nulls."""

    def __init__(self, folder: Path, threads: int) -> None:
        del threads  # by environment
        self.frames = {}
        for name in sample.TABLES:
            frame = pl.DataFrame(sample.table(folder, name))
            missing = [pl.when(pl.col(c) != sample.MISSING).then(pl.col(c)).alias(c) for c in frame.columns]
            self.frames[name] = frame.with_columns(missing).with_columns(pl.col("project").cast(pl.Int32)).rechunk()

    def run(self, lists_evidence: bool) -> dict[str, dict[str, float]]:
        """The sums by which results are compared."""
        merge_requests, end = self.frames["merge_requests"], sample.START + 52 * sample.WEEK
        queries = {}
        for name, start, stop in sample.SPANS:
            span = pl.col(stop) - pl.col(start)
            counts = (pl.col("bot") == 0) & (span >= 0)
            queries[name] = (
                merge_requests.lazy()
                .filter(pl.col(stop).is_not_null() & (pl.col(stop) >= sample.START) & (pl.col(stop) < end))
                .select(
                    "project", "id", week=((pl.col(stop) - sample.START) // sample.WEEK).cast(pl.Int16),
                    span=pl.when(counts).then(span),
                )
                .group_by("project", "week")
                .agg(*self.statistics(lists_evidence))
            )  # fmt: skip
        incidents = self.frames["incidents"]
        queries["time_to_restore_service"] = (
            incidents.lazy()
            .filter(pl.col("closed").is_not_null() & (pl.col("closed") < end))
            .select(
                "project", "id", week=((pl.col("closed") - sample.START) // sample.WEEK).cast(pl.Int16),
                span=pl.col("closed") - pl.col("opened"),
            )
            .group_by("project", "week")
            .agg(*self.statistics(lists_evidence))
        )  # fmt: skip
        success = pl.col("status") == 0
        queries["deployment_frequency"] = (
            self.frames["deployments"]
            .lazy()
            .with_columns(week=((pl.col("finished") - sample.START) // sample.WEEK).cast(pl.Int16))
            .group_by("project", "week")
            .agg(
                n=success.sum(),
                failed=pl.col("failed_after").sum(),
                **({"ids": pl.col("id").filter(success)} if lists_evidence else {}),
            )
        )
        names = list(queries)
        self.results = dict(zip(names, pl.collect_all([queries[name] for name in names]), strict=True))
        return {}

    @staticmethod
    def statistics(lists_evidence: bool) -> list[pl.Expr]:
        span = pl.col("span")
        columns = [
            span.count().alias("n"), span.is_null().sum().alias("left_out"),
            span.quantile(0.5, "linear").alias("median"), span.quantile(0.9, "linear").alias("p90"),
        ]  # fmt: skip
        return columns + ([pl.col("id").filter(span.is_not_null()).alias("ids")] if lists_evidence else [])

    def sums(self) -> dict[str, dict[str, float]]:
        """Not timed: adds the groups up."""
        result = {}
        for name, frame in self.results.items():
            if name == "deployment_frequency":
                n, failed = frame["n"].sum(), frame["failed"].sum()
                result[name] = {"count": float(n)}
                result["change_failure_rate"] = {"count": float(n), "median": float(failed)}
            else:
                columns = {"count": "n", "left_out": "left_out", "median": "median", "p90": "p90"}
                result[name] = {key: float(frame[column].sum()) for key, column in columns.items()}
        return result
