"""Weekly flow times and DORA metrics, ours against duckdb, polars and pandas.

`python3 Tests/Benchmarks/Field/main.py`: all work on the same data in memory, in the same run, one after the
other: per project and ISO week the count, median and 90th percentile of time to first comment, to approve, to
merge, lead time and time to restore, the records left out by reason, deployments and failures. Ours has the
records behind every number at hand; the others are timed with and without listing them. numpy stands beside
them to tell what a frame costs. Fails when results disagree. Needs Python 3.11 and its package index.

The Swift side writes every column as raw little-endian 64-bit numbers, `TABLE.COLUMN.i64`, a missing instant
as the least number. Everybody adds up the groups of each metric: `count`, `left_out`, `median`, `p90` and how
many records are `listed`; the sums are compared.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
FIELD = ("duckdb", "polars", "pandas")
ENVIRONMENT = ROOT / ".build/field"


def python() -> Path:
    """The interpreter that has the engines; made, or made anew, when they changed."""
    required = (HERE / "requirements.txt").read_text()
    stamp, program = ENVIRONMENT / "requirements.txt", ENVIRONMENT / "bin/python"
    if not stamp.exists() or stamp.read_text() != required or not program.exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        install = [program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", HERE / "requirements.txt"], check=True)
        stamp.write_text(required)
    return program


def ours(folder: Path, changes: int) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Our seconds by cores, and the sums of our results; writes the data for the others."""
    command = ["swift", "run", "-c", "release", "Benchmarks", "--json", "field"]
    settings = os.environ | {"FIELD_DATA": str(folder), "FIELD_CHANGES": str(changes)}
    done = subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE)
    figures = {row["name"]: row["value"] for row in json.loads(done.stdout)[0]["figures"]}
    sums: dict[str, dict[str, float]] = {}
    for name, value in figures.items():
        if "." in name:
            metric, key = name.split(".")
            sums.setdefault(metric, {})[key] = value
    return {"1": figures["one core"], "2": figures["two cores"]}, sums


def theirs(name: str, folder: Path, threads: int) -> dict:
    """One engine's seconds and sums."""
    settings = os.environ | {"POLARS_MAX_THREADS": str(threads), "PYTHONDONTWRITEBYTECODE": "1"}
    for library in ("OMP", "OPENBLAS", "MKL", "NUMEXPR"):
        settings[f"{library}_NUM_THREADS"] = str(threads)
    command = [python(), HERE / "engine.py", name, folder, str(threads)]
    done = subprocess.run(command, env=settings, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def differences(name: str, own: dict[str, dict[str, float]], other: dict[str, dict[str, float]]) -> list[str]:
    """What an engine says otherwise than we do, by more than half a second in all."""
    found = []
    for metric, row in other.items():
        for key, value in row.items():
            expected = own[metric]["count" if key == "listed" else key]
            if not abs(expected - value) < 0.5:
                found.append(f"{name}: {metric} {key} is {value}, ours {expected}")
    return found


def line(name: str, threads: str, seconds: dict[str, float], best: float) -> str:
    """An engine's seconds, and how many times ours they are."""
    plain, listed = seconds["plain"], seconds["evidence"]
    return f"{name:<20}{threads:>8}{plain:>10.3f}{plain / best:>8.2f}{listed:>12.3f}{listed / best:>8.2f}"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--changes", type=int, default=1_000_000, help="merge requests, and deployments")
    arguments.add_argument("--threads", default="1,2", help="how many, separated by commas")
    options = arguments.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        own, sums = ours(Path(folder), options.changes)
        print(f"{'engine':<20}{'threads':>8}{'seconds':>10}{'/ ours':>8}{'with lists':>12}{'/ ours':>8}")
        for threads in options.threads.split(","):
            best = own[threads]
            print(f"{'ours':<20}{threads:>8}{'':>18}{best:>12.3f}{1:>8.2f}")
            taken = {}
            for name in (*FIELD, "numpy"):
                result = theirs(name, Path(folder), int(threads))
                taken[name] = result["seconds"]
                print(line(name, threads, taken[name], best), flush=True)
                wrong += differences(name, sums, result["sums"])
            fastest = {way: min(taken[name][way] for name in FIELD) for way in ("plain", "evidence")}
            print(line("fastest of the three", threads, fastest, best), flush=True)
    for difference in wrong:
        print(difference, file=sys.stderr)
    print("results disagree" if wrong else "all agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
