"""DuckDB: one query per metric, grouped by one number, both quantiles in one call."""

from pathlib import Path

import duckdb

import sample


class Engine:
    """Tables in DuckDB's own memory, missing instants as nulls."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.base = duckdb.connect(config={"threads": threads})
        for name in sample.TABLES:
            rows = sample.table(folder, name)
            instants = sample.instants(rows)
            columns = [f"nullif({c}, {sample.MISSING}) as {c}" if c in instants else c for c in rows]
            self.base.register("rows", rows)
            self.base.execute(f"create table {name} as select {', '.join(columns)} from rows")
            self.base.unregister("rows")

    def run(self, lists_evidence: bool) -> None:
        """A table of groups per metric, in DuckDB's memory."""
        ids = ", list(id) filter (counts) as ids" if lists_evidence else ""
        for name, table, start, end, latest in sample.SPANS:
            at = f"if(bot, coalesce({', '.join([end, *latest])}), {end})"
            self.base.execute(f"""
                create or replace temp table {name} as
                select place, count(*) filter (counts) as n, count(*) filter (bot) as bots,
                count(*) filter (not bot and span < 0) as backwards,
                quantile_cont(span, [0.5, 0.9]) filter (counts) as q {ids}
                from (select {self.place("ended")}, id, bot, span, not bot and span >= 0 as counts
                from (select project, id, bot, {at} as ended, {end} - {start} as span from {table})
                where ended >= {sample.START} and ended < {sample.END})
                group by place""")
        self.base.execute(f"""
            create or replace temp table deployed as
            select place, count(*) filter (counts) as n, count(*) filter (failed_after) as failed {ids}
            from (select {self.place("finished")}, id, status = 0 as counts, failed_after from deployments
            where finished >= {sample.START} and finished < {sample.END}) group by place""")

    @staticmethod
    def place(instant: str) -> str:
        """Project and week as one number."""
        return f"(project * 64 + ({instant} - {sample.START}) // {sample.WEEK})::integer as place"

    def sums(self) -> dict[str, dict[str, float]]:
        """Adds the groups of the last run up."""
        result = {}
        for name, *_ in sample.SPANS:
            result[name] = self.row(f"""select sum(n) as count, sum(bots) + sum(backwards) as left_out,
                sum(q[1]) as median, sum(q[2]) as p90, sum(len(ids)) as listed from {name}""")
        row = self.row("select sum(n) as count, sum(failed) as failed, sum(len(ids)) as listed from deployed")
        result["change_failure_rate"] = {"count": row["count"], "median": row.pop("failed")}
        return result | {"deployment_frequency": row}

    def row(self, query: str) -> dict[str, float]:
        cursor = self.base.execute(query)
        return {column[0]: float(v) for column, v in zip(cursor.description, cursor.fetchone(), strict=True)}
