"""The endpoints of Documentation/GitLabSurface.md."""

import re
from pathlib import Path


def endpoints(page: Path, method: str = "GET") -> list[str]:
    """Paths as the page writes them, `/projects/:id/jobs`, each once."""
    found = re.findall(rf"^\| `{method} (/\S*)`", page.read_text(), re.MULTILINE)
    return list(dict.fromkeys(found))


def shape(path: str) -> str:
    """The path without the names of its parameters: two files may call one thing differently."""
    return re.sub(r":\w+|\{\w+\}", "*", path)
