"""JSON from standard input, indented, with what is short on one line: how accounts are printed in the documentation."""

from __future__ import annotations

import json
import sys
from typing import Any

WIDTH = 110


def compact(value: Any, indent: str = "") -> str:
    """The value as JSON; a list or an object takes one line where it fits."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, list | dict) or len(indent) + len(line) <= WIDTH:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        items = [compact(item, inner) for item in value]
    else:
        items = [f"{json.dumps(key)}: {compact(item, inner)}" for key, item in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return f"{opening}\n" + ",\n".join(inner + item for item in items) + f"\n{indent}{closing}"


if __name__ == "__main__":
    print(compact(json.load(sys.stdin)))
