"""Writes the schema as the JSON that sgqlc-codegen reads."""

import json
from pathlib import Path

from graphql import build_schema, introspection_from_schema

schema = build_schema(Path("schema.graphql").read_text())
Path("schema.json").write_text(json.dumps({"data": introspection_from_schema(schema)}))
