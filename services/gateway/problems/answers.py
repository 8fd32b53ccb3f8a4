"""Turning whatever went wrong into a response."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from rongcuo.contracts.errors import CaseError
from services.gateway.problems.problem import MEDIA_TYPE, Problem, note, problem_of
from services.gateway.security_headers import dress

OF_STATUS = {400: "malformed", 404: "not_found", 405: "method_not_allowed", 413: "too_large",
             415: "unsupported_media_type"}
LOG = logging.getLogger(__name__)

Page = Callable[[Problem], Any]


def register(app: Flask, page: Page | None) -> None:
    """Answer every error of the application. `page` shows it to somebody who reads the console."""
    app.extensions["problem_page"] = page
    app.register_error_handler(CaseError, lambda error: _answer(error))
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(Exception, _unexpected)


def without_request(app: Flask, code: str) -> Response:
    """For a request that could not be read, or was cut off in the middle."""
    with app.test_request_context():
        g.correlation_id = uuid4().hex
        return dress(_document(problem_of(CaseError(code), g.correlation_id)))


def of_http(error: HTTPException) -> Response | HTTPException:
    """What HTTP itself refuses, as one of ours."""
    status = error.code or 500
    if status < 400:
        return error
    code = OF_STATUS.get(status, "unexpected" if status >= 500 else "malformed")
    answer = _answer(CaseError(code))
    if status == 405:
        answer.headers["Allow"] = dict(error.get_headers()).get("Allow", "")
    return answer


def _unexpected(error: Exception) -> Response:
    LOG.error("unexpected error", exc_info=error, extra={"reference": _reference()})
    return _answer(CaseError("unexpected"))


def _answer(error: CaseError) -> Response:
    note(error)
    problem = problem_of(error, _reference())
    page: Page | None = current_app.extensions["problem_page"]
    if page and not request.path.startswith("/api/") and request.accept_mimetypes.accept_html:
        return current_app.make_response(page(problem))
    return _document(problem)


def _document(problem: Problem) -> Response:
    language = request.accept_languages.best_match(["zh", "zh-CN", "en"], "zh")[:2]
    answer = Response(current_app.json.dumps(problem.document(language)), problem.status, mimetype=MEDIA_TYPE)
    answer.content_language.add("en" if language == "en" else "zh-CN")
    answer.vary.add("Accept-Language")
    if problem.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _reference() -> str:
    return str(g.get("correlation_id", ""))
