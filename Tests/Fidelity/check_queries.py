"""Every GraphQL query the package can send, against GitLab's published schemas."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    extend_schema,
    graphql_sync,
    parse,
    validate,
)
from graphql.execution.values import get_variable_values

HERE = Path(__file__).parent
SCHEMAS = {"15": "gitlab-15.graphql", "19": "gitlab-19-subset.graphql"}
LONGEST = 10_000


def published(shared: Path) -> dict[str, GraphQLSchema]:
    """GitLab's schemas by release. What the newer file leaves out stands beside this one."""
    schemas = {name: build_schema((shared / "schema" / file).read_text()) for name, file in SCHEMAS.items()}
    schemas["19"] = extend_schema(schemas["19"], parse((HERE / "left_out.graphql").read_text()))
    return schemas


def arguments(field: GraphQLField) -> list[dict[str, str]]:
    """Deprecated ones are told only to those who ask for them, which old instances do not understand."""
    return [{"name": name} for name, one in field.args.items() if one.deprecation_reason is None]


def told(schema: GraphQLSchema) -> dict[str, object]:
    """The schema's object types as an instance tells of them when asked."""
    return {
        name: {
            "fields": [
                {"name": field, "args": arguments(definition)} for field, definition in kind.fields.items()
            ]
        }
        for name, kind in schema.type_map.items()
        if isinstance(kind, GraphQLObjectType) and not name.startswith("__")
    }


def sent(schemas: dict[str, GraphQLSchema]) -> dict[str, list[dict]]:
    """What the package sends to an instance of each release, as it says itself."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "schemas.json"), Path(folder, "queries.json")
        asked.write_text(json.dumps({name: told(schema) for name, schema in schemas.items()}))
        environment = {"GRAPHQL_SCHEMA_FILE": str(asked), "GRAPHQL_QUERIES_FILE": str(answered)}
        run = subprocess.run(
            ["swift", "test", "--skip-build", "--filter", "QueryListTests"],
            cwd=HERE / "../..",
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if not answered.exists():
            sys.exit(f"the list of queries was not written:\n{run.stdout}{run.stderr}")
        return json.loads(answered.read_text())


def complaints(name: str, schema: GraphQLSchema, body: dict) -> list[str]:
    """What is wrong with one query."""
    where = f"{body['operationName']} at {name}"
    document = parse(body["query"])
    wrong = [f"{where}: {error.message}" for error in validate(schema, document)]
    operation = document.definitions[0]
    if operation.name.value != body["operationName"]:
        wrong.append(f"{where}: the operation is called {operation.name.value}")
    if len(body["query"]) > LONGEST:
        wrong.append(f"{where}: {len(body['query'])} characters")
    if not wrong:
        values = get_variable_values(schema, operation.variable_definitions or (), body["variables"])
        wrong += [f"{where}: {error.message}" for error in values if isinstance(values, list)]
    return wrong


def untold(name: str, schema: GraphQLSchema, body: dict) -> list[str]:
    """Whether the package's own question about a schema is answered with what the schema has."""
    answer = graphql_sync(schema, body["query"])
    everything = told(schema)
    return [
        f"{kind} at {name}: told of differently than it is"
        for kind, value in (answer.data or {}).items()
        if value != everything.get(kind)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of GitLab's publications")
    schemas = published(parser.parse_args().shared)
    queries = sent(schemas)
    wrong = []
    for name, bodies in sorted(queries.items()):
        for body in bodies:
            wrong += complaints(name, schemas[name], body)
            if body["operationName"] == "Schema":
                wrong += untold(name, schemas[name], body)
    counts = ", ".join(f"{len(bodies)} queries at {name}" for name, bodies in sorted(queries.items()))
    print(f"{counts}, {len(wrong)} complaints")
    for complaint in wrong:
        print(f"  {complaint}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
