"""What is typed at the desk: who reports goes one way, to be sealed; what is reported goes the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rongcuo.contracts.clarify import PersonLevel, RegisterReport
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.vault.forms import DepositForm
from rongcuo.sealing.masking import masked
from services.gateway.console.page.forms import Content, Form, moment, officers, typed
from services.vault.pages.at_the_door import betraying, own_of

MOST_ROWS = 10          # of allegations in one form; our figure
IDENTITY, CONTACT = ("name", "id_number"), ("phone", "email", "address")
OF_A_ROW = (
    "text", "officer_id", "who", "unit", "post", "level", "place", "categories", "act_from", "act_until")
NOBODY_YET = "-"        # while it is not deposited yet: for the pseudonym
ABOUT_THE_WHOLE = "words"


@dataclass(frozen=True)
class AtTheDesk:
    """`content` is as handlers read it: the reporter's own name and numbers are masked there, and the
    original goes with the `deposit`. `written`: all that was typed of the matter."""

    deposit: DepositForm = field(repr=False)
    content: Content
    written: tuple[str, ...] = field(repr=False)


def rows_of(form: Form) -> int:
    """How many allegations the form has room for."""
    told = form.get("rows", "1")
    return min(int(told), MOST_ROWS) if told.isdecimal() and int(told) else 1


def read_desk(form: Form, organ_id: str) -> AtTheDesk:
    """Raises `invalid` before anything is sealed, with each fault at the form's own field."""
    rows = [row for row in range(rows_of(form)) if row == 0 or _is_begun(form, row)]
    content = _content(form, rows)
    texts = (content["given_by"], *(each[name] for each in content["allegations"]
                                    for name in ("text", "place")))
    people = (value for each in content["allegations"] for value in each["person"].values())
    try:
        deposit = load(DepositForm, _deposit(form, organ_id, texts))
        said = AtTheDesk(deposit, _masked(content, deposit), (*texts, *people))
        load(RegisterReport, {"command_id": "desk", "content": {
            **said.content, "reporter_ref": "desk", "pseudonym": NOBODY_YET}})
        _refuse_betraying(content, deposit, rows)
    except CaseError as mistake:
        if "failures" in mistake.details:
            raise
        found = dict(_placed(mistake.details.get("fields", {}), rows))
        raise CaseError(mistake.code, details={"fields": found}) from None
    return said


def _refuse_betraying(content: Content, deposit: DepositForm, rows: list[int]) -> None:
    own, _ = own_of(deposit.identity, deposit.contact)
    people = ({name: each["person"][name] for name in ("name", "unit", "post")}
              for each in content["allegations"])
    if betrayed := betraying(people, own):
        fields = {_called(name, f"-{rows[row]}"): ["who reports"] for row, name in betrayed}
        failures = [{"code": "vault.reporter_beside_reported", "details": {}}]
        raise CaseError("invalid", details={"fields": fields, "failures": failures})


def _is_begun(form: Form, row: int) -> bool:
    return any(typed(form, f"{name}-{row}") for name in OF_A_ROW)


def _deposit(form: Form, organ_id: str, texts: tuple[str, ...]) -> Content:
    identity, contact = ({name: typed(form, name) for name in names} for names in (IDENTITY, CONTACT))
    return {"organ_id": organ_id, "identity": identity, "contact": contact,
            "real_name": bool(identity["name"]) and any(contact.values()),
            "words": "\n".join(filter(None, texts))}


def _content(form: Form, rows: list[int]) -> Content:
    return {"channel": form.get("channel", ""), "origin": form.get("origin", ""),
            "given_by": typed(form, "given_by"), "received_at": moment(form, "received_at"),
            "signed": bool(typed(form, "name")), "reachable": any(typed(form, name) for name in CONTACT),
            "allegations": [_allegation(form, row) for row in rows]}


def _allegation(form: Form, row: int) -> Content:
    days = {name: form.get(f"{name}-{row}") or None for name in ("act_from", "act_until")}
    return {"text": typed(form, f"text-{row}"), "person": _person(form, row), **days,
            "place": typed(form, f"place-{row}"), "categories": form.getlist(f"categories-{row}")}


def _person(form: Form, row: int) -> Content:
    """Somebody with an account here, or whoever was written."""
    post, chosen = typed(form, f"post-{row}"), form.get(f"officer_id-{row}", "")
    level = {"level": form.get(f"level-{row}") or PersonLevel.UNKNOWN.value}
    known = next((each for each in officers("filer") if each.officer_id == chosen), None) if chosen else None
    if known is None:
        return {"officer_id": chosen, "name": typed(form, f"who-{row}"), "unit": typed(form, f"unit-{row}"),
                "post": post, **level}
    return {"officer_id": chosen, "name": known.name, "unit": known.unit, "post": post, **level}


def _masked(content: Content, deposit: DepositForm) -> Content:
    """Whoever is reported is no secret, and has to be found by their name."""
    own = own_of(deposit.identity, deposit.contact)

    def without(text: str) -> str:
        return masked(text, *own)

    allegations = [{**each, "text": without(each["text"]), "place": without(each["place"])}
                   for each in content["allegations"]]
    return {**content, "given_by": without(content["given_by"]), "allegations": allegations}


def _placed(found: Any, rows: list[int], row: str = "") -> Iterator[tuple[str, Any]]:
    """Each fault by the name that its field has in the form: `text-0` of the first allegation."""
    for part in found if isinstance(found, list) else [found]:
        for name, inner in part.items() if isinstance(part, Mapping) else ():
            if str(name).isdecimal():
                yield from _placed(inner, rows, f"-{rows[int(name)]}")
            elif _holds_fields(inner) and name != "categories":
                yield from _placed(inner, rows, row)
            else:
                yield _called(str(name), row), inner


def _holds_fields(found: Any) -> bool:
    return any(isinstance(part, Mapping) for part in (found if isinstance(found, list) else [found]))


def _called(name: str, row: str) -> str:
    if name == ABOUT_THE_WHOLE:
        return "text-0"
    return f"{'who' if name == 'name' else name}{row}" if row else name
