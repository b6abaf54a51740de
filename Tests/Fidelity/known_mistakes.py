"""What GitLab's own description has wrong, with the reason why we say so."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from comparison import Finding


@dataclass(frozen=True)
class Answer:
    """An endpoint that answers with another entity than the file says."""

    to: str
    entity: str


@dataclass(frozen=True)
class Mistake:
    """A member that is not as the file says; `shown_by` is a body GitLab publishes that shows it."""

    at: str
    says: str
    found: frozenset[str]
    shown_by: str | None

    def explains(self, finding: Finding) -> bool:
        return self.at == finding.at and self.says == finding.says and finding.found in self.found | {"null"}


class KnownMistakes:
    """The entries of the file, where each stands below its reason."""

    def __init__(self, file: Path) -> None:
        document = yaml.safe_load(file.read_text())
        self.answers = [Answer(entry["to"], entry["is"]) for entry in document["answers"]]
        self.members = [
            Mistake(
                entry["at"],
                entry["says"],
                frozenset([entry["is"]] if isinstance(entry["is"], str) else entry["is"]),
                entry.get("shown by"),
            )
            for reason in document["members"]
            for entry in reason["mistakes"]
        ]

    def explain(self, finding: Finding) -> bool:
        return any(mistake.explains(finding) for mistake in self.members)
