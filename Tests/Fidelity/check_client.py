"""A client that nobody here wrote, python-gitlab, at work on the fake: it must not notice."""

import argparse
import os
import sys
import unittest

MODULES = ("client_reading", "client_writing", "client_queries", "client_refusals")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", required=True, help="the built fake-gitlab")
    options, names = arguments.parse_known_args()
    os.environ["FAKE_GITLAB"] = options.program
    suite = unittest.defaultTestLoader.loadTestsFromNames(names or MODULES)
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    return 0 if outcome.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
