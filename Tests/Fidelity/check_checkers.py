"""The checkers themselves: a difference that is there is found, and nothing else."""

import sys
import unittest

from graphql import build_schema

from check_queries import complaints
from comparison import Finding, compare
from known_mistakes import Mistake
from openapi import OpenAPI


class Described(OpenAPI):
    """A description of two entities."""

    def __init__(self) -> None:
        self.answers = {}
        text, day, moment = (
            {"type": "string"} | extra for extra in ({}, {"format": "date"}, {"format": "date-time"})
        )
        user = {"$ref": f"{self.PREFIX}APIEntitiesUser"}
        members = {"id": {"type": "integer"}, "name": text, "due": day, "at": moment, "user": user}
        members |= {"hours": {"type": "number"}, "labels": {"type": "array", "items": text}}
        self.entities = {
            "APIEntitiesUser": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "APIEntitiesTask": {"type": "object", "properties": members},
        }


class Comparing(unittest.TestCase):
    def findings(self, value: object) -> set[str]:
        schema = {"$ref": f"{OpenAPI.PREFIX}APIEntitiesTask"}
        return {str(one) for one in compare(value, schema, "GET /tasks/:id", Described())}

    def test_what_is_as_described_is_no_difference(self) -> None:
        whole = {"id": 1, "name": "a", "due": "2026-01-31", "at": "2026-01-31T10:00:00.000Z", "hours": 2}
        self.assertEqual(self.findings(whole | {"user": {"id": 2}, "labels": ["x"]}), set())
        self.assertEqual(self.findings({}), set())
        self.assertEqual(self.findings(dict.fromkeys(whole)), set())
        self.assertEqual(self.findings({"name": "2026-01-31"}), set())

    def test_every_difference_is_found(self) -> None:
        for value, finding in [
            ({"size": 1}, "Task.size: says nothing, is integer"),
            ({"id": "1"}, "Task.id: says integer, is string"),
            ({"id": True}, "Task.id: says integer, is boolean"),
            ({"id": 1.5}, "Task.id: says integer, is number"),
            ({"at": "2026-01-31"}, "Task.at: says date-time, is date"),
            ({"due": "soon"}, "Task.due: says date, is string"),
            ({"labels": "x"}, "Task.labels: says array, is string"),
            ({"labels": [{}]}, "Task.labels[]: says string, is object"),
            ({"user": {"id": None, "mood": None}}, "User.mood: says nothing, is null"),
            ([{"id": 1}], "GET /tasks/:id: says object, is array"),
        ]:
            with self.subTest(finding):
                self.assertEqual(self.findings(value), {finding})

    def test_a_list_of_what_stands_alone_is_read_to_its_end(self) -> None:
        self.assertEqual(
            self.findings({"user": [{"id": 1}, {"id": "2"}]}),
            {"Task.user: says object, is array", "User.id: says integer, is string"},
        )

    def test_a_known_mistake_explains_itself_alone(self) -> None:
        known = Mistake("Task.id", "integer", frozenset(["string"]), None)
        self.assertTrue(known.explains(Finding("Task.id", "integer", "string")))
        self.assertFalse(known.explains(Finding("Task.id", "integer", "object")))
        self.assertFalse(known.explains(Finding("Task.id", "number", "string")))
        self.assertFalse(known.explains(Finding("User.id", "integer", "string")))


class Validating(unittest.TestCase):
    schema = build_schema("type Query { task(id: ID!, size: Int): Task } type Task { id: ID! }")

    def wrong(self, query: str, **variables: object) -> int:
        body = {"operationName": "Tasks", "query": query, "variables": variables}
        return len(complaints("now", self.schema, body))

    def test_complains_of_what_is_wrong_alone(self) -> None:
        sized = "query Tasks($size: Int!) { task(id: 1, size: $size) { id } }"
        self.assertEqual(self.wrong(sized, size=1), 0)
        self.assertEqual(self.wrong(sized, size="large"), 1)
        self.assertEqual(self.wrong(sized), 1)
        self.assertEqual(self.wrong("query Tasks { task(id: 1) { mood } }"), 1)
        self.assertEqual(self.wrong("query Tasks { task { id } }"), 1)
        self.assertEqual(self.wrong("query Others { task(id: 1) { id } }"), 1)
        self.assertEqual(self.wrong("query Tasks { task(id: 1) { id } }" + " " * 10_000), 1)


if __name__ == "__main__":
    program = unittest.main(argv=sys.argv[:1], exit=False)
    sys.exit(0 if program.result.wasSuccessful() else 1)
