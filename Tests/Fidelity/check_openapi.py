"""The fake's answers, key by key, against GitLab's published description."""

import argparse
import json
import sys
from pathlib import Path

from comparison import Finding, compare
from fake_instance import FakeInstance
from known_mistakes import KnownMistakes
from openapi import OpenAPI
from surface import endpoints
from walk import Walk

HERE = Path(__file__).parent
SURFACE = HERE / "../../Documentation/GitLabSurface.md"

# Of what only the web pages make; its entity is seen elsewhere.
UNSEEN = {"/groups/:id/access_tokens"}


class Check:
    """Collects what differs, and complains of what nobody knew."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        self.described = OpenAPI(shared / "schema/openapi-v4.yaml")
        self.known = KnownMistakes(HERE / "known_mistakes.yaml")
        self.found: dict[Finding, str] = {}
        self.complaints: list[str] = []

    def findings(self, path: str, body: object) -> set[Finding]:
        return compare(body, self.described.answer(path) or {}, f"GET {path}", self.described)

    def walk(self, instance: FakeInstance) -> int:
        """Asks for everything the package can; the number of bodies compared."""
        steps, count = Walk(instance), 0
        steps.furnish()
        bodies = {path: steps.answers(path) for path in endpoints(SURFACE)}
        self._correct(bodies)
        for path, answers in bodies.items():
            if not answers and path not in UNSEEN:
                self.complaints.append(f"GET {path}: the fake has nothing to show")
            if not self.described.knows(path):
                self.complaints.append(f"GET {path}: GitLab describes no such endpoint")
            for filled, body in answers:
                count += 1
                for finding in self.findings(path, body):
                    self.found.setdefault(finding, filled)
        return count

    def _correct(self, bodies: dict[str, list]) -> None:
        """Reads endpoints as what they answer where the file names another entity."""
        for answer in self.known.answers:
            before = {one for _, body in bodies.get(answer.to, []) for one in self.findings(answer.to, body)}
            self.described.read_as(answer.to, answer.entity)
            after = {one for _, body in bodies.get(answer.to, []) for one in self.findings(answer.to, body)}
            if len(after) >= len(before):
                self.complaints.append(f"GET {answer.to}: reading it as {answer.entity} explains nothing")

    def judge(self) -> None:
        """Complains of unknown differences, and of known ones that do not show or are not proven."""
        for finding, request in sorted(self.found.items()):
            if not self.known.explain(finding):
                self.complaints.append(f"{finding} ({request})")
        published = self._published()
        for mistake in self.known.members:
            if not any(map(mistake.explains, self.found)):
                self.complaints.append(f"{mistake.at}: a known mistake that no longer shows")
            if mistake.shown_by and not any(map(mistake.explains, published[mistake.shown_by])):
                self.complaints.append(f"{mistake.at}: {mistake.shown_by} does not show it")

    def _published(self) -> dict[str, set[Finding]]:
        """What differs in the bodies GitLab itself publishes, by file."""
        paths = json.loads((HERE / "published_bodies.json").read_text())
        return {
            name: self.findings(path, json.loads((self.shared / "payloads/rest" / name).read_text()))
            for name, path in paths.items()
        }


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", type=Path, required=True, help="the built fake-gitlab")
    arguments.add_argument("--shared", type=Path, required=True, help="the folder of what GitLab publishes")
    options = arguments.parse_args()
    check = Check(options.shared)
    with FakeInstance(options.program, "--projects", "4", "--seed", "1") as instance:
        count = check.walk(instance)
    check.judge()
    print(
        f"{count} bodies, {len(check.found)} differences, {len(check.known.members)} known mistakes, "
        f"{len(check.complaints)} complaints"
    )
    for complaint in check.complaints:
        print(f"  {complaint}")
    return 1 if check.complaints else 0


if __name__ == "__main__":
    sys.exit(main())
