"""What a problem document says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from flask import g

from rongcuo.contracts.error_codes import CATALOGUE, UNEXPECTED
from rongcuo.contracts.errors import CaseError, sentence_of
from services.gateway.problems.words import in_chinese

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """`reference` is the correlation id: what one tells the operator. `details` is the code's own JSON."""

    code: str
    reference: str
    detail: str
    errors: tuple[dict[str, str], ...]
    details: Mapping[str, Any]

    @property
    def status(self) -> int:
        """The HTTP status."""
        return CATALOGUE[self.code].status

    def title(self, language: str) -> str:
        """What happened and what to do, `zh` or `en`."""
        said = sentence_of(self.code, self.details)
        return said.en if language == "en" else said.zh

    def document(self, language: str) -> dict[str, Any]:
        """The members of RFC 9457, and ours. Empty ones are left out."""
        said = {"type": f"/api/docs#{self.code}", "title": self.title(language), "title_en": self.title("en"),
                "status": self.status, "code": self.code, "detail": self.detail, "errors": list(self.errors),
                "details": dict(self.details), "reference": self.reference}
        return {name: value for name, value in said.items() if value}


def problem_of(error: CaseError, reference: str) -> Problem:
    """A server's fault (5xx) tells its code only; an unlisted code is one."""
    code = error.code if error.code in CATALOGUE else "unexpected"
    if CATALOGUE[code].status >= UNEXPECTED.status:
        return Problem(code, reference, "", (), {})
    if code == "not_found":     # whether it is not there, or not for whoever asks, nobody can tell apart
        return Problem(code, reference, "", (), {})
    details = dict(error.details)
    found = details.pop("fields", None)
    errors = tuple(islice(_errors(found), MOST_ERRORS)) if found else ()
    if failures := details.get("failures"):
        kinds = [CATALOGUE.get(str(each.get("code")), UNEXPECTED) for each in failures]     # failed checks
        details["failures"] = [{**each, "title": kind.zh, "title_en": kind.en}
                               for each, kind in zip(failures, kinds, strict=True)]
    return Problem(code, reference, "" if errors else error.message, errors, details)


def note(error: CaseError) -> None:
    """For what is done with every response: which refusal it is, and when it is worth trying again."""
    g.problem_code = error.code
    if "seconds" in error.details:
        g.retry_after = error.details["seconds"]


def _errors(found: Any, path: str = "") -> Iterator[dict[str, str]]:
    """marshmallow's tree of sentences, flat: `content.risks.0.risk` and what is wrong with it."""
    if isinstance(found, Mapping):
        for name, inner in found.items():
            yield from _errors(inner, path if name == "_schema" else f"{path}.{name}".lstrip("."))
    elif isinstance(found, list):
        for inner in found:
            yield from _errors(inner, path)
    else:
        yield {"field": path, "message": in_chinese(str(found)), "message_en": str(found)}
