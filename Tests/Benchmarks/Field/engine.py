"""Runs one engine in a process of its own: `engine.py NAME FOLDER THREADS`; prints seconds and sums as JSON."""

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
        for _ in range(3 if name == "pandas" and lists_evidence else 5):
            began = time.perf_counter()
            engine.run(lists_evidence)
            times.append(time.perf_counter() - began)
        seconds["evidence" if lists_evidence else "plain"] = min(times)
    json.dump({"seconds": seconds, "sums": engine.sums()}, sys.stdout)


main()
