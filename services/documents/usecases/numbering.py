"""From what is wanted to a numbered letter with frozen words, inside the unit of whoever calls for it."""

from collections.abc import Iterable

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack import Letter as Template
from services.documents.domain.codes import new_code
from services.documents.domain.filling import filled
from services.documents.domain.kinds import kind_of
from services.documents.domain.letter import Letter
from services.documents.domain.numbers import numbered
from services.documents.domain.said import day
from services.documents.domain.wanted import Wanted
from services.documents.ports import Papers

DECISION = "decision"
ASK = "（联系：{office}，电话：{phone}）"   # 附注; left out where no office is entered


def number(context: ExecutionContext[Papers], store: Papers, wanted: Wanted, organ_name: str) -> list[Letter]:
    """The letters that no longer hold, and then the new one: in this order they can be put."""
    letter = worded(context, store, wanted, organ_name)
    former = _former(store, wanted)
    return [*replace(letter, former), give_number(context, store, letter, wanted.pack_id)]


def worded(context: ExecutionContext[Papers], store: Papers, wanted: Wanted, organ_name: str) -> Letter:
    """The letter that is wanted, before it has a number. Raises `letter.template_missing`."""
    template = _template(context, wanted)
    return Letter(
        id=context.new_id(), matter_id=wanted.matter_id, decision_id=wanted.decision_id, kind=wanted.kind,
        name=template.name, organ_id=wanted.organ_id, organ_name=organ_name,
        division_code=wanted.division_code, number="", code=new_code(),
        text=filled(template.title, _body(template), {
            "organ": organ_name, **_whom_to_ask(context, wanted), **_facts(store, wanted)}),
        illustrative=template.source.illustrative, issued_at=context.now, recipients=wanted.recipients,
        parties=wanted.parties)


def give_number(context: ExecutionContext[Papers], store: Papers, letter: Letter, pack_id: str) -> Letter:
    """The next one of its organ, series and year, taken last: a refusal uses none up."""
    mark = context.rules.pack_by_id(pack_id).organ_marks.of(letter.organ_id)
    series, year = kind_of(letter.kind).series, letter.issued_at.year
    letter.number = numbered(mark, series, year, store.next_number(letter.organ_id, series, year))
    return letter


def replace(letter: Letter, former: Iterable[Letter]) -> list[Letter]:
    """Let the letter hold in place of others; those others, the latest of which it names."""
    replaced = list(former)
    for old in replaced:
        old.supersede(letter)
        letter.replaces = old.id
    return replaced


def _template(context: ExecutionContext[Papers], wanted: Wanted) -> Template:
    """Of the service that brings the letter, or of the pack."""
    brought = kind_of(wanted.kind).template
    template = brought or context.rules.pack_by_id(wanted.pack_id).letters.get(wanted.kind)
    if template is None:
        details = {"kind": wanted.kind, "pack_id": wanted.pack_id}
        raise CaseError("letter.template_missing", wanted.kind, details)
    return template


def _body(template: Template) -> str:
    return template.body if kind_of(template.code).record else f"{template.body.rstrip()}\n{ASK}"


def _whom_to_ask(context: ExecutionContext[Papers], wanted: Wanted) -> dict[str, str]:
    contact = context.rules.contact(wanted.organ_id)
    return {"office": contact.office, "phone": contact.phone} if contact else {}


def _facts(store: Papers, wanted: Wanted) -> dict[str, str]:
    """With what the letter of the decision it refers to says of that."""
    facts = dict(wanted.facts)
    old = store.of_decision(wanted.about, DECISION) if wanted.about else None
    if old is None:
        return facts
    told = {"number_of_old": old.number, "recipient": old.text.addressee.rstrip("：")}
    if not wanted.of_old:
        told["decided_on"] = day(old.issued_at)
    return {**told, **{name: value for name, value in facts.items() if value}}


def within_reach(store: Papers, wanted: Wanted) -> list[Letter]:
    """The letters of the matter that hold and may stop to with this one."""
    kind = kind_of(wanted.kind)
    return [letter for letter in store.current_of_matter(wanted.matter_id) if kind.may_end(letter.kind)]


def _former(store: Papers, wanted: Wanted) -> list[Letter]:
    """Those that a letter of a family makes superseded: the one of its own family, and, where it is a
    decision, before that all that tells of the decision it replaces."""
    family, current = kind_of(wanted.kind).family, within_reach(store, wanted)
    if not family:
        return [letter for letter in current if wanted.of_old and letter.decision_id == wanted.of_old]
    told = [(letter, kind_of(letter.kind).family) for letter in current]
    return [*(letter for letter, its_own in told if its_own and family == DECISION != its_own),
            *(letter for letter, its_own in told if its_own == family)]
