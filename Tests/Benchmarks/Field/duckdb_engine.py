"""DuckDB: one query for all flow times, quantiles as a list so that each group is sorted once."""

from pathlib import Path

import duckdb
import numpy as np
import sample


class Engine:
    """Tables in DuckDB's own memory, missing instants as nulls."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.base = duckdb.connect(config={"threads": threads})
        for name in sample.TABLES:
            rows = sample.table(folder, name)
            self.base.register("rows", {column: values for column, values in rows.items()})
            columns = ", ".join(f"nullif({column}, {sample.MISSING}) as {column}" for column in rows)
            self.base.execute(f"create table {name} as select {columns} from rows")
            self.base.unregister("rows")

    def run(self, lists_evidence: bool) -> dict[str, dict[str, float]]:
        """The sums by which results are compared."""
        evidence = ", list(id) filter (where counts) as ids" if lists_evidence else ""
        spans = " union all ".join(
            f"""select '{name}' as metric, project, ({end} - {sample.START}) // {sample.WEEK} as week, id,
            {end} - {start} as span, bot = 0 and {end} >= {start} as counts,
            bot = 1 as is_bot, bot = 0 and {end} < {start} as is_backwards
            from merge_requests where {end} is not null
            and {end} >= {sample.START} and {end} < {sample.START + 52 * sample.WEEK}"""
            for name, start, end in sample.SPANS
        )
        restore = f"""select 'time_to_restore_service' as metric, project,
            (closed - {sample.START}) // {sample.WEEK} as week, id, closed - opened as span, true as counts,
            false as is_bot, false as is_backwards from incidents where closed is not null
            and closed < {sample.START + 52 * sample.WEEK}"""
        groups = self.base.execute(f"""
            create or replace temp table groups as
            select metric, project, week, count(*) filter (where counts) as n,
            count(*) filter (where is_bot) + count(*) filter (where is_backwards) as left_out,
            quantile_cont(span, [0.5, 0.9]) filter (where counts) as q {evidence}
            from ({spans} union all {restore}) group by metric, project, week""")
        deployments = self.base.execute(f"""
            create or replace temp table deployed as
            select project, (finished - {sample.START}) // {sample.WEEK} as week,
            count(*) filter (where status = 0) as n, sum(failed_after) as failed
            {", list(id) filter (where status = 0) as ids" if lists_evidence else ""}
            from deployments group by project, week""")
        del groups, deployments
        return self.sums()

    def sums(self) -> dict[str, dict[str, float]]:
        """Not timed: adds the groups up."""
        rows = self.base.execute("""select metric, sum(n), sum(left_out), sum(q[1]), sum(q[2])
            from groups group by metric""").fetchall()
        result = {
            metric: {"count": n, "left_out": left or 0, "median": median, "p90": p90}
            for metric, n, left, median, p90 in rows
        }
        n, failed = self.base.execute("select sum(n), sum(failed) from deployed").fetchone()
        result["deployment_frequency"] = {"count": n}
        result["change_failure_rate"] = {"count": n, "median": failed}
        return {metric: {key: float(np.float64(v)) for key, v in row.items()} for metric, row in result.items()}
