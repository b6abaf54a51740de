"""The data set as the Swift side wrote it (main.py says how)."""

from pathlib import Path

import numpy as np

MISSING = np.iinfo(np.int64).min
WEEK = 7 * 86_400
START = 1_736_121_600
END = START + 52 * WEEK
TABLES = {
    "merge_requests": [
        "id", "project", "bot", "created", "ready", "first_review", "approved", "merged", "deployed",
    ],
    "deployments": ["id", "project", "status", "finished", "failed_after"],
    "incidents": ["id", "project", "opened", "closed"],
}  # fmt: skip
# What is no 64-bit number in an engine's memory; every other column but the id is an instant.
NARROW = {"project": np.int32, "bot": np.bool_, "status": np.uint8, "failed_after": np.bool_}
# Each flow time, and the time to restore: what it is called, its table, where it starts, where it ends, and
# when a bot's is left out that has no end: at the first of these that is known.
SPANS = [
    ("time_to_first_comment", "merge_requests", "ready", "first_review", ["merged", "created"]),
    ("time_to_approve", "merge_requests", "ready", "approved", ["merged", "created"]),
    ("time_to_merge", "merge_requests", "ready", "merged", ["created"]),
    ("lead_time_for_changes", "merge_requests", "merged", "deployed", ["merged"]),
    ("time_to_restore_service", "incidents", "opened", "closed", []),
]


def table(folder: Path, name: str) -> dict[str, np.ndarray]:
    """One table, column by column, each as narrow as what it holds; incidents are nobody's bot's."""
    columns = {column: np.fromfile(folder / f"{name}.{column}.i64", dtype="<i8") for column in TABLES[name]}
    if name == "incidents":
        columns["bot"] = np.zeros(len(columns["id"]), np.int64)
    return {column: values.astype(NARROW.get(column, np.int64)) for column, values in columns.items()}


def instants(columns: dict[str, np.ndarray]) -> list[str]:
    """Those of a table's columns that can be missing."""
    return [column for column in columns if column != "id" and column not in NARROW]
