"""The columns of the tables that the steps of a build hand on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

ARTICLES = "id string, input int, place array<string>, position bigint, source string, record string, problem string"
"""An article as it was read, with its place among all; or a problem, under an id that no article has."""

FRAGMENTS = "article string, record string, body string, fragment string, problem string"
"""What an article says, in the columns of the store; or why it is not there."""

STATED = "id string, article string, said string"
"""What one article says of one node or edge."""


@cache
def arrow_schema(ddl: str) -> pyarrow.Schema:
    """Return a table's columns as Arrow has them."""
    import pyarrow as pa

    kinds = {
        "string": pa.string(),
        "int": pa.int32(),
        "bigint": pa.int64(),
        "array<string>": pa.list_(pa.string()),
    }
    return pa.schema([(name, kinds[kind]) for name, kind in (column.split(" ") for column in ddl.split(", "))])


def spark_ddl(schema: pyarrow.Schema) -> str:
    """Return the columns of an Arrow table as Spark writes them."""
    return ", ".join(f"`{field.name}` {_kind(field.type)}" for field in schema)


def _kind(kind: pyarrow.DataType) -> str:
    import pyarrow as pa

    if pa.types.is_list(kind):
        return f"array<{_kind(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{field.name}`: {_kind(field.type)}' for field in kind)}>"
    return {pa.string(): "string", pa.int64(): "bigint", pa.float64(): "double"}[kind]
