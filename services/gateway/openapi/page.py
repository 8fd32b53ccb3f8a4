"""The document, and a readable page of it: plain HTML of our own, nothing from another host."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, json, render_template

from rongcuo.contracts.error_codes import CATALOGUE
from services.gateway.statics import serve_statics

VERBS = ("get", "post", "put", "delete")


def blueprint(document_of: Callable[[], Mapping[str, Any]]) -> Blueprint:
    """`/api/openapi.json`, and `/api/docs` with its style sheet."""
    pages = Blueprint("docs", __name__, url_prefix="/api", template_folder="templates")
    serve_statics(pages, Path(__file__).parent / "static")

    @cache
    def rendered() -> str:
        document = document_of()
        schemas = dict(sorted(document["components"]["schemas"].items()))
        return render_template("openapi/page.html", document=document, parts=_parts(document),
                               errors=CATALOGUE, schemas=schemas, name_of=name_of)

    @cache
    def dumped() -> str:
        return json.dumps(document_of(), indent=2)

    pages.add_url_rule("/docs", "page", lambda: rendered())
    pages.add_url_rule("/openapi.json", "json", lambda: Response(dumped(), mimetype="application/json"))
    return pages


def _parts(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Operations under their tags, in the order of the routes."""
    parts = {tag["name"]: {"title": tag["description"], "operations": []} for tag in document["tags"]}
    for address, path in document["paths"].items():
        for verb in VERBS:
            if told := path.get(verb):
                parameters = [*path.get("parameters", ()), *told.get("parameters", ())]
                parts[told["tags"][0]]["operations"].append(
                    {**told, "verb": verb.upper(), "address": address, "parameters": parameters})
    return list(parts.values())


def name_of(schema: Mapping[str, Any]) -> str:
    """A schema in a few words: its name, or its type and limits."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for joined in ("oneOf", "anyOf", "allOf"):
        if joined in schema:
            return " | ".join(name_of(each) for each in schema[joined])
    if "items" in schema:
        return f"[{name_of(schema['items'])}]"
    if isinstance(inner := schema.get("additionalProperties"), Mapping) and inner:
        return f"{{{name_of(inner)}}}"
    kind = schema.get("type", "any")
    named = " | ".join(kind) if isinstance(kind, list) else str(kind)
    if "enum" in schema:
        return " | ".join(str(each) for each in schema["enum"])
    return f"{named} ({schema['format']})" if "format" in schema else named
