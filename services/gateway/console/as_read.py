"""What a form was made from: whatever replaces or decides is sent with the tag of the view that was read.

Where something else stands by now, the form comes back with what was typed, beside what stands.
"""

from werkzeug.datastructures import MultiDict

from rongcuo.contracts.errors import CaseError
from services.gateway.console.backend import Answer

AS_READ = "as_read"   # the hidden field


def tag_as_read(form: MultiDict[str, str]) -> str:
    """The tag of the view from which the form was made."""
    return form.get(AS_READ, "")


def tags_as_read(form: MultiDict[str, str]) -> dict[str, str]:
    """The same of each line of a list, by its id."""
    return {tag.rpartition(":")[0]: tag for tag in form.getlist(AS_READ)}


def require_as_read(form: MultiDict[str, str], view: Answer) -> None:
    """Raises `changed_meanwhile` before somebody confirms what they could not know of."""
    if tag_as_read(form) not in ("", view["tag"]):
        raise CaseError("changed_meanwhile")


def is_stale(mistake: CaseError) -> bool:
    """Whether something else stands by now."""
    return mistake.code == "changed_meanwhile"
