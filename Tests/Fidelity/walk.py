"""Requests for one of everything, or a few, that a fake instance has."""

import itertools
import re
import urllib.parse
from collections.abc import Iterator

from fake_instance import FakeInstance

# The member of a list's elements that fills a parameter not named after it.
SOURCES = {":sha": "id", ":branch": "name", ":tag_name": "name"}
# What an endpoint must be asked with: else it refuses, or shows only what the administrator made.
NEEDS = {
    "/projects/:id/dora/metrics": {"metric": "lead_time_for_changes"},
    "/groups/:id/dora/metrics": {"metric": "lead_time_for_changes"},
    "/issues": {"scope": "all"},
    "/merge_requests": {"scope": "all"},
}
SAMPLES, ATTEMPTS = 6, 80


class Walk:
    """Fills a path's parameters with what the instance's own lists name."""

    def __init__(self, instance: FakeInstance) -> None:
        self.instance = instance
        self.lists: dict[str, list] = {}

    def furnish(self) -> None:
        """Makes what generated worlds lack: hooks with a history, and something the administrator did."""
        group = self.instance.get("/groups")[0]["id"]
        project = self.instance.get("/projects")[0]["id"]
        for path in (f"/projects/{project}/hooks", f"/groups/{group}/hooks", "/hooks"):
            hook = self.instance.post(path, url="https://receiver.example.com", push_events=True)
            test = f"{path}/{hook['id']}" + ("" if path == "/hooks" else "/test/push_events")
            self.instance.post(test)
        merge_request = self.instance.get(f"/projects/{project}/merge_requests")[0]["iid"]
        self.instance.post(f"/projects/{project}/merge_requests/{merge_request}/notes", body="Seen")

    def answers(self, path: str) -> list[tuple[str, object]]:
        """Bodies of a few requests to an endpoint with their filled paths, empty ones left out."""
        needs = NEEDS.get(path, {"per_page": 100})
        asked = (
            (one, self.instance.get(one, **needs)) for one in itertools.islice(self._filled(path), ATTEMPTS)
        )
        return list(itertools.islice((pair for pair in asked if pair[1]), SAMPLES))

    def _filled(self, path: str) -> Iterator[str]:
        parameter = re.search(r":\w+", path)
        if parameter is None:
            yield path
            return
        before, after = path[: parameter.start()], path[parameter.end() :]
        for value in self._values(before, parameter[0]):
            yield from self._filled(before + urllib.parse.quote(str(value), safe="") + after)

    def _values(self, before: str, parameter: str) -> list:
        """Names of elements, first one of every state, then the next ones."""
        listing, member = before.rstrip("/"), parameter.split("_")[-1].lstrip(":")
        member = SOURCES.get(parameter, member)
        if listing not in self.lists:
            self.lists[listing] = self.instance.get(listing, per_page=100) or []
        states: dict[object, list] = {}
        for element in self.lists[listing]:
            states.setdefault(element.get("state") or element.get("status"), []).append(element[member])
        rounds = itertools.zip_longest(*states.values())
        return [name for names in rounds for name in names if name is not None]
