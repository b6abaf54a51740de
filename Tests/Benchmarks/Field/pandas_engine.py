"""pandas: group-by on one combined key as a category, both quantiles in one call."""

from pathlib import Path

import numpy as np
import pandas as pd

import sample


class Engine:
    """Frames in memory; missing instants stay the least number, which pandas compares fastest."""

    def __init__(self, folder: Path, threads: int) -> None:
        del threads  # it has one
        self.frames = {name: pd.DataFrame(sample.table(folder, name)) for name in sample.TABLES}
        places = (int(self.frames["merge_requests"]["project"].max()) + 1) * 64
        self.places = pd.CategoricalDtype(range(places))

    def run(self, lists_evidence: bool) -> None:
        """A frame of groups per metric, with a row for every place."""
        spans = sample.SPANS
        self.results = {name: self.groups(*columns, lists_evidence) for name, *columns in spans}
        self.results["deployed"] = self.deployed(lists_evidence)

    def groups(
        self, table: str, start: str, end: str, latest: list[str], lists_evidence: bool
    ) -> pd.DataFrame:
        """Count, quantiles and those left out, by reason."""
        ids, project, bot, started, ended = self.within_period(table, end, "id", "project", "bot", start, end)
        place, span = self.place(project, ended), ended - started
        known = ~bot & (started != sample.MISSING)
        counts, backwards = known & (span >= 0), known & (span < 0)
        key = pd.Categorical.from_codes(place[counts], dtype=self.places)
        groups = pd.Series(span[counts]).groupby(key, observed=False)
        result = groups.quantile([0.5, 0.9]).unstack().set_axis(["median", "p90"], axis=1)
        result["n"] = groups.size()
        result["bots"] = self.bots(table, end, latest)
        result["backwards"] = self.count(place[backwards])
        if lists_evidence:
            result["ids"] = self.ids(ids[counts], place[counts])
        return result

    def bots(self, table: str, end: str, latest: list[str]) -> np.ndarray:
        rows = self.frames[table]
        rows = rows[rows["bot"]]
        at = rows[end]
        for column in latest:
            at = at.where(at != sample.MISSING, rows[column])
        within = ((at >= sample.START) & (at < sample.END)).to_numpy()
        return self.count(self.place(rows["project"].to_numpy()[within], at.to_numpy()[within]))

    def deployed(self, lists_evidence: bool) -> pd.DataFrame:
        names = ("id", "project", "finished", "status", "failed_after")
        ids, project, finished, status, failed_after = self.within_period("deployments", "finished", *names)
        place, success = self.place(project, finished), status == 0
        result = pd.DataFrame({"n": self.count(place[success]), "failed": self.count(place[failed_after])})
        if lists_evidence:
            result["ids"] = self.ids(ids[success], place[success])
        return result

    def within_period(self, table: str, instant: str, *columns: str) -> list[np.ndarray]:
        """The columns' rows whose instant lies in the period."""
        rows = self.frames[table]
        within = ((rows[instant] >= sample.START) & (rows[instant] < sample.END)).to_numpy()
        return [rows[column].to_numpy()[within] for column in columns]

    @staticmethod
    def place(project: np.ndarray, instant: np.ndarray) -> np.ndarray:
        """Project and week as one number."""
        return project * 64 + ((instant - sample.START) // sample.WEEK).astype(np.int32)

    def count(self, place: np.ndarray) -> np.ndarray:
        return np.bincount(place, minlength=len(self.places.categories))

    def ids(self, ids: np.ndarray, place: np.ndarray) -> pd.Series:
        """The ids of each place, cut from one array: much faster than `agg(list)`."""
        order = np.argsort(place, kind="stable")
        return pd.Series(np.split(ids[order], self.count(place).cumsum()[:-1]))

    def sums(self) -> dict[str, dict[str, float]]:
        """Adds the groups of the last run up."""
        result = {}
        for name, *_ in sample.SPANS:
            groups = self.results[name]
            result[name] = {
                "count": groups["n"].sum(),
                "left_out": groups["bots"].sum() + groups["backwards"].sum(),
                "median": groups["median"].sum(),
                "p90": groups["p90"].sum(),
                "listed": groups["ids"].map(len).sum(),
            }
        groups = self.results["deployed"]
        result["deployment_frequency"] = {"count": groups["n"].sum(), "listed": groups["ids"].map(len).sum()}
        result["change_failure_rate"] = {"count": groups["n"].sum(), "median": groups["failed"].sum()}
        return result
