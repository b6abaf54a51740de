"""What differs between an answer and its description."""

import re
from dataclasses import dataclass

from openapi import OpenAPI

DATE = re.compile(r"\d{4}-\d\d-\d\d")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True, order=True)
class Finding:
    """One place where they differ: `CiPipeline.coverage` says number, is string.

    A key that the description lacks says `nothing`.
    """

    at: str
    says: str
    found: str

    def __str__(self) -> str:
        return f"{self.at}: says {self.says}, is {self.found}"


def kind(value: object) -> str:
    """The JSON type of a value; dates by what they look like."""
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str() if DATE.fullmatch(value):
            return "date"
        case str() if DATE_TIME.fullmatch(value):
            return "date-time"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
        case _:
            return "null"


def fits(found: str, said: str) -> bool:
    """Whether a value of one kind is what the file says. Everything may be null: it never tells."""
    wider = {"integer": {"number"}, "date": {"string"}, "date-time": {"string"}}
    return found in (said, "null") or said in wider.get(found, ())


def compare(value: object, schema: dict, at: str, described: OpenAPI) -> set[Finding]:
    """Every difference in a value and below it.

    Keys that the description has and the value lacks are none: most come with a tier, a role or a parameter.
    """
    name, schema = described.entity(schema)
    if "oneOf" in schema:
        return min((compare(value, one, at, described) for one in schema["oneOf"]), key=len)
    said = schema.get("format") if schema.get("format") in ("date", "date-time") else schema.get("type")
    found = kind(value)
    if said is None or found == "null":
        return set()
    if found == "array" and said == "object":
        entity = {"$ref": f"{described.PREFIX}{name}"} if name else schema
        return {Finding(at, said, found)}.union(*(compare(one, entity, at, described) for one in value))
    if not fits(found, said):
        return {Finding(at, said, found)}
    if found == "array":
        items = schema.get("items", {})
        return set().union(*(compare(item, items, f"{at}[]", described) for item in value))
    if found != "object" or "properties" not in schema:
        return set()
    at = name.removeprefix("APIEntities") if name else at
    return set().union(*(_compare_member(key, one, schema, at, described) for key, one in value.items()))


def _compare_member(key: str, value: object, schema: dict, at: str, described: OpenAPI) -> set[Finding]:
    if key in schema["properties"]:
        return compare(value, schema["properties"][key], f"{at}.{key}", described)
    return {Finding(f"{at}.{key}", "nothing", kind(value))}
