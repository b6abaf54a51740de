"""Every check of the package's faithfulness to GitLab: `python3 Tests/Fidelity/main.py`.

Needs Python 3.11 and the built package; Documentation/Fidelity.md says what is compared with what.
"""

import argparse
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENVIRONMENT = ROOT / ".build/fidelity"


def python() -> Path:
    """The interpreter that has the required packages; made, or made anew, when they changed."""
    required = (HERE / "requirements.txt").read_text()
    stamp, program = ENVIRONMENT / "requirements.txt", ENVIRONMENT / "bin/python"
    if not stamp.exists() or stamp.read_text() != required or not program.exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        install = [program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", HERE / "requirements.txt"], check=True)
        stamp.write_text(required)
    return program


def run(check: str, *options: object) -> tuple[str, str, float]:
    """Name, outcome and seconds of one check; prints what it says."""
    began = time.monotonic()
    print(f"-- {check}", flush=True)
    command = [python(), HERE / f"check_{check}.py", *options]
    done = subprocess.run(command, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}, check=False)
    return check, "passed" if done.returncode == 0 else "failed", time.monotonic() - began


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--program", type=Path, default=ROOT / ".build/debug/fake-gitlab", help="the built fake-gitlab"
    )
    arguments.add_argument(
        "--shared",
        type=Path,
        default=ROOT.parent / "shared/gitlab",
        help="the folder of what GitLab publishes: schemas and bodies",
    )
    options = arguments.parse_args()
    if not options.program.exists():
        print(f"{options.program} is not there: build the package first", file=sys.stderr)
        return 2
    results = [run("checkers"), run("client", "--program", options.program)]
    if options.shared.exists():
        results.append(run("openapi", "--program", options.program, "--shared", options.shared))
        results.append(run("queries", "--shared", options.shared))
    else:
        reason = f"skipped: {options.shared.name} is not beside the checkout"
        results += [("openapi", reason, 0), ("queries", reason, 0)]
    print(f"\n{'check':<10}{'seconds':>8}  outcome")
    for check, outcome, seconds in results:
        print(f"{check:<10}{seconds:>8.1f}  {outcome}")
    return 1 if any(outcome == "failed" for _, outcome, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())
