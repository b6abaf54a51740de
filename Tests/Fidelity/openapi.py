"""GitLab's published OpenAPI description."""

from pathlib import Path

import yaml

from surface import shape


class OpenAPI:
    """Answers to GET requests by path, and the entities they are made of."""

    PREFIX = "#/components/schemas/"

    def __init__(self, file: Path) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        document = yaml.load(file.read_text(), Loader=loader)
        self.entities = document["components"]["schemas"]
        self.answers = {
            shape(path.removeprefix("/api/v4")): self._answer(operations["get"])
            for path, operations in document["paths"].items()
            if "get" in operations
        }

    @staticmethod
    def _answer(operation: dict) -> dict | None:
        content = operation.get("responses", {}).get("200", {}).get("content", {})
        return content.get("application/json", {}).get("schema")

    def knows(self, path: str) -> bool:
        return shape(path) in self.answers

    def answer(self, path: str) -> dict | None:
        """The schema of the answer; None where the file says only that there is one."""
        return self.answers.get(shape(path))

    def entity(self, schema: dict) -> tuple[str | None, dict]:
        """The schema itself, and its name where it has one."""
        reference = schema.get("$ref")
        if reference is None:
            return None, schema
        name = reference.removeprefix(self.PREFIX)
        return name, self.entities[name]

    def read_as(self, path: str, entity: str) -> None:
        """From now on the answer is that entity, or a list of it where the file says a list."""
        schema = self.answers[shape(path)]
        holder = schema["items"] if schema.get("type") == "array" else schema
        holder["$ref"] = f"{self.PREFIX}APIEntities{entity}"
