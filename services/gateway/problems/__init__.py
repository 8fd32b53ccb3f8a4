"""Every error as a problem document (RFC 9457), Chinese first; never an exception's own text."""

from services.gateway.problems.answers import Page, of_http, register, without_request
from services.gateway.problems.problem import MEDIA_TYPE, Problem, note, problem_of

__all__ = ["MEDIA_TYPE", "Page", "Problem", "note", "of_http", "problem_of", "register", "without_request"]
