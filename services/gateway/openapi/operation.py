"""What the document says of one route."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from rongcuo.contracts.serialisation import MessageSchema
from services.gateway.api.route import Route
from services.gateway.request_parsing import schema_of

JSON = "application/json"
KEY = {"in": "header", "name": "Idempotency-Key", "schema": {"type": "string", "maxLength": 64},
       "description": "同一编号重复发送只办一次 · Sent again with the same key, it is done once"}
MATCH = {"in": "header", "name": "If-Match", "schema": {"type": "string", "maxLength": 130},
         "description": "读取时得到的 ETag；此后被别人改动过则不办理 · The ETag as read: refused where "
                        "somebody changed it since"}

FILE = {"type": "string", "format": "binary"}
FORM = {"type": "object", "required": ["file"], "properties": {"file": FILE}}
UPLOAD = {"required": True, "content": {"application/octet-stream": {"schema": FILE},
                                        "multipart/form-data": {"schema": FORM}}}


def _form(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Files, with what stands beside them."""
    many = {"type": "array", "items": FILE}
    form = {"type": "object", "required": ["file", *fields],
            "properties": {"file": many, **{name: {"type": "string"} for name in fields}}}
    return {"required": True, "content": {"multipart/form-data": {"schema": form}}}


class FieldProblem(Schema):
    """What is wrong with one field."""

    field = fields.String()
    message = fields.String()
    message_en = fields.String()


class ProblemDocument(Schema):
    """RFC 9457, with the stable `code`."""

    type = fields.String()
    title = fields.String()
    title_en = fields.String()
    status = fields.Integer()
    code = fields.String()
    detail = fields.String()
    errors = fields.List(fields.Nested(FieldProblem))
    details = fields.Dict()
    reference = fields.String()


def operation(route: Route) -> dict[str, Any]:
    """Summary in Chinese, description in English, what is taken and what is given."""
    said: dict[str, Any] = {"summary": route.zh, "description": route.en, "operationId": route.name,
                            "responses": {route.status: _given(route)},
                            "security": [] if route.public else [{"bearer": []}]}
    if parameters := _parameters(route):
        said["parameters"] = parameters
    if route.uploads:
        said["requestBody"] = _form(taken_schema(route).fields) if route.public else UPLOAD
    elif route.verb in {"POST", "PUT"} and (taken := taken_schema(route)).fields:
        said["requestBody"] = {"required": any(each.required for each in taken.fields.values()),
                               "content": {JSON: {"schema": type(taken)}}}
    return said


@cache
def taken_schema(route: Route) -> Schema:
    """The contract without what the address and the headers say."""
    if route.takes is None:
        return MessageSchema()
    whole = schema_of(route.takes)
    fixed = {*re.findall(r"<id:(\w+)>", route.address), "command_id", *route.without}
    kept = {name: kind for name, kind in whole.declared_fields.items() if name not in fixed}
    if len(kept) == len(whole.declared_fields):
        return whole
    return MessageSchema.from_dict(kept, name=f"{route.takes.__name__}Body")()


def _parameters(route: Route) -> list[dict[str, Any]]:
    if route.uploads:
        if route.public:     # what is told stands in the form, and in no address line
            return []
        return [{"in": "query", "schema": type(taken_schema(route))}]
    if route.command or route.verb == "POST":
        keys = [KEY, *([MATCH] if route.command and not route.does else [])]
        return keys if route.keyed and not route.public else []
    taken = taken_schema(route)
    return [{"in": "query", "schema": type(taken)}] if taken.fields else []


def _given(route: Route) -> dict[str, Any]:
    if route.file:
        return {"description": "文件 · A file", "content": {route.file: {"schema": FILE}}}
    views = [type(schema_of(view)) for view in route.gives]
    if not views:
        return {"description": "没有内容 · No content"}
    return {"description": " / ".join(view.__name__ for view in route.gives),
            "content": {JSON: {"schema": views[0] if len(views) == 1 else {"oneOf": views}}}}
