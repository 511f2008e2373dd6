"""What the columns of tables are called that hold reports: fields.tsv, looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.tables import rows


@cache
def field_names() -> Mapping[str, tuple[str, ...]]:
    """The names that columns have for each field of a report, as `field_name` writes them, the likeliest first."""
    return {field: tuple(names.split(";")) for field, names in rows("fields.tsv", 2)}


def field_name(heading: str) -> str:
    """The heading of a column as the lexicon compares it: "Publication_Date " is "publication date"."""
    return " ".join(heading.replace("_", " ").replace("-", " ").split()).lower()
