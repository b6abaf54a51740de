"""Runs one engine in its own process: `engine.py NAME FOLDER THREADS`; prints seconds and sums as JSON."""

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    name, folder, threads = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    engine = importlib.import_module(f"{name}_engine").Engine(folder, threads)
    seconds = {}
    for lists_evidence in (False, True):
        times = []
        for _ in range(5):
            began = time.perf_counter()
            engine.run(lists_evidence)
            times.append(time.perf_counter() - began)
        seconds["evidence" if lists_evidence else "plain"] = min(times)
    sums = {metric: {key: float(v) for key, v in row.items()} for metric, row in engine.sums().items()}
    json.dump({"seconds": seconds, "sums": sums}, sys.stdout)


main()
