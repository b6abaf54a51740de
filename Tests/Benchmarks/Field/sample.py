"""The data set as the Swift side wrote it: raw little-endian 64-bit columns, a missing instant as the least number."""

from pathlib import Path

import numpy as np

MISSING = np.iinfo(np.int64).min
START = 1_736_121_600
WEEK = 7 * 86_400
TABLES = {
    "merge_requests": [
        "id", "project", "bot", "created", "ready", "first_review", "approved", "merged", "deployed",
    ],
    "deployments": ["id", "project", "status", "finished", "failed_after"],
    "incidents": ["id", "project", "opened", "closed"],
}  # fmt: skip
# Each flow time: what it is called, where it starts, where it ends.
SPANS = [
    ("time_to_first_comment", "ready", "first_review"),
    ("time_to_approve", "ready", "approved"),
    ("time_to_merge", "ready", "merged"),
    ("lead_time_for_changes", "merged", "deployed"),
]


def table(folder: Path, name: str) -> dict[str, np.ndarray]:
    """One table, column by column."""
    return {column: np.fromfile(folder / f"{name}.{column}.i64", dtype="<i8") for column in TABLES[name]}
