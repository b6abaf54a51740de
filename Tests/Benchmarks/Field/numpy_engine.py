"""numpy, by hand: group and span packed into one number and sorted once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import sample


class Engine:
    """Plain arrays; missing instants stay the least number. Metrics are spread over the threads."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.tables = {name: sample.table(folder, name) for name in sample.TABLES}
        self.places = (int(self.tables["merge_requests"]["project"].max()) + 1) * 64
        self.pool = ThreadPoolExecutor(threads)

    def run(self, lists_evidence: bool) -> None:
        """Arrays with one element per group; ids of group after group, in the order of the groups."""
        jobs = [(name, self.groups, *columns) for name, *columns in sample.SPANS]
        jobs.append(("deployed", self.deployed))
        done = self.pool.map(lambda job: (job[0], job[1](*job[2:], lists_evidence)), jobs)
        self.results = dict(done)

    @staticmethod
    def within_period(project: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The rows, and project and week of each as one number."""
        within = np.flatnonzero((at >= sample.START) & (at < sample.END))
        return within, project[within] * np.int64(64) + (at[within] - sample.START) // sample.WEEK

    def groups(
        self, table: str, start: str, end: str, latest: list[str], lists_evidence: bool
    ) -> dict[str, np.ndarray]:
        rows = self.tables[table]
        within, place = self.within_period(rows["project"], rows[end])
        started, bot = rows[start][within], rows["bot"][within]
        span = rows[end][within] - started
        known = ~bot & (started != sample.MISSING)
        counts = known & (span >= 0)
        packed = place[counts] << 32 | span[counts]
        packed.sort()
        n = self.count(place[counts])
        result = {
            "n": n,
            "bots": self.bots(rows, end, latest),
            "backwards": self.count(place[known & (span < 0)]),
        }
        some = np.flatnonzero(n)
        first, last = (np.cumsum(n) - n)[some], n[some] - 1
        for name, tenths in (("median", 5), ("p90", 9)):
            low, rest = first + last * tenths // 10, last * tenths % 10
            below, above = packed[low], packed[low + (rest > 0)]
            result[name] = np.full(len(n), np.nan)
            result[name][some] = (below & 0xFFFF_FFFF) + (above - below) * rest / 10
        if lists_evidence:
            result["ids"] = self.ids(rows["id"], within[counts], place[counts])
        return result

    def bots(self, rows: dict[str, np.ndarray], end: str, latest: list[str]) -> np.ndarray:
        bots = np.flatnonzero(rows["bot"])
        at = rows[end][bots]
        for column in latest:
            at = np.where(at != sample.MISSING, at, rows[column][bots])
        return self.count(self.within_period(rows["project"][bots], at)[1])

    def deployed(self, lists_evidence: bool) -> dict[str, np.ndarray]:
        rows = self.tables["deployments"]
        within, place = self.within_period(rows["project"], rows["finished"])
        success = rows["status"][within] == 0
        result = {"n": self.count(place[success]), "failed": self.count(place[rows["failed_after"][within]])}
        if lists_evidence:
            result["ids"] = self.ids(rows["id"], within[success], place[success])
        return result

    def count(self, place: np.ndarray) -> np.ndarray:
        return np.bincount(place, minlength=self.places)

    @staticmethod
    def ids(ids: np.ndarray, rows: np.ndarray, place: np.ndarray) -> np.ndarray:
        packed = place << 32 | rows
        packed.sort()
        return ids[packed & 0xFFFF_FFFF]

    def sums(self) -> dict[str, dict[str, float]]:
        """Adds the groups of the last run up."""
        result = {}
        for name, *_ in sample.SPANS:
            groups = self.results[name]
            result[name] = {
                "count": groups["n"].sum(),
                "left_out": groups["bots"].sum() + groups["backwards"].sum(),
                "median": np.nansum(groups["median"]),
                "p90": np.nansum(groups["p90"]),
                "listed": len(groups["ids"]),
            }
        groups = self.results["deployed"]
        result["deployment_frequency"] = {"count": groups["n"].sum(), "listed": len(groups["ids"])}
        result["change_failure_rate"] = {"count": groups["n"].sum(), "median": groups["failed"].sum()}
        return result
