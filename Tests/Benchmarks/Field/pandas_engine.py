"""pandas: group-by on one combined key, both quantiles in one call."""

from pathlib import Path

import numpy as np
import pandas as pd
import sample


class Engine:
    """Frames in memory; missing instants stay the least number, which pandas compares fastest."""

    def __init__(self, folder: Path, threads: int) -> None:
        del threads  # it has one
        self.frames = {name: pd.DataFrame(sample.table(folder, name)) for name in sample.TABLES}

    def run(self, lists_evidence: bool) -> dict[str, dict[str, float]]:
        """The sums by which results are compared."""
        merge_requests, end = self.frames["merge_requests"], sample.START + 52 * sample.WEEK
        self.results = {}
        for name, start, stop in sample.SPANS:
            rows = merge_requests[(merge_requests[stop] >= sample.START) & (merge_requests[stop] < end)]
            span = (rows[stop] - rows[start]).to_numpy()
            counts = (rows["bot"].to_numpy() == 0) & (span >= 0)
            self.results[name] = self.grouped(rows, rows[stop], span, counts, lists_evidence)
        incidents = self.frames["incidents"]
        rows = incidents[(incidents["closed"] != sample.MISSING) & (incidents["closed"] < end)]
        span = (rows["closed"] - rows["opened"]).to_numpy()
        self.results["time_to_restore_service"] = self.grouped(
            rows, rows["closed"], span, np.ones(len(rows), bool), lists_evidence
        )
        deployments = self.frames["deployments"]
        key = self.key(deployments, deployments["finished"])
        success = deployments["status"].to_numpy() == 0
        self.deployed = pd.DataFrame({"n": success, "failed": deployments["failed_after"]}).groupby(key).sum()
        if lists_evidence:
            self.deployed_ids = deployments["id"][success].groupby(key[success]).agg(list)
        return {}

    @staticmethod
    def key(rows: pd.DataFrame, instant: pd.Series) -> np.ndarray:
        week = (instant.to_numpy() - sample.START) // sample.WEEK
        return rows["project"].to_numpy() * 64 + week

    def grouped(
        self, rows: pd.DataFrame, instant: pd.Series, span: np.ndarray, counts: np.ndarray, lists_evidence: bool
    ) -> dict[str, object]:
        key = self.key(rows, instant)
        groups = pd.Series(span[counts]).groupby(key[counts])
        result = {
            "n": groups.size(), "q": groups.quantile([0.5, 0.9]).unstack(),
            "left": pd.Series(~counts).groupby(key).sum(),
        }  # fmt: skip
        if lists_evidence:
            result["ids"] = rows["id"][counts].groupby(key[counts]).agg(list)
        return result

    def sums(self) -> dict[str, dict[str, float]]:
        """Not timed: adds the groups up."""
        result = {
            name: {
                "count": float(row["n"].sum()), "left_out": float(row["left"].sum()),
                "median": float(row["q"][0.5].sum()), "p90": float(row["q"][0.9].sum()),
            }
            for name, row in self.results.items()
        }  # fmt: skip
        n, failed = float(self.deployed["n"].sum()), float(self.deployed["failed"].sum())
        result["deployment_frequency"] = {"count": n}
        result["change_failure_rate"] = {"count": n, "median": failed}
        return result
