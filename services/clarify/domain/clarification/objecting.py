"""异议: what somebody who is not cleared says against that, once; the next level answers it."""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClarificationObjected, ClarificationObjectionAnswered
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.refusal import Objection, answered, next_level
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


def object_to(case: Facts, words: str, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """It goes to the next level, where nobody had a hand in it."""
    case.require(Verb.OBJECT, occasion)
    said = given(words, Reader.ORGAN_ABOVE)
    case.entering(attachments, occasion)
    case.objection = Objection(organ_id=next_level(case.organ_id), words=said, objected_at=occasion.now,
                               attachments=attachments)
    case.go_on(Verb.OBJECT, occasion)
    case.record(ClarificationObjected(standing=case.standing(), at=occasion.now))


def answer(case: Facts, clear: bool, reasons: str, occasion: Occasion) -> None:
    """`clear`: assessed anew, to be cleared by the organ; otherwise the refusal stands for good."""
    verb = Verb.DIRECT if clear else Verb.UPHOLD_REFUSAL
    case.require(verb, occasion)
    why = given(reasons, Reader.SUBJECT)
    case.objection = answered(case.objection, clear, why, occasion)
    case.go_on(verb, occasion, why)
    case.directed = clear
    if clear:
        case.refusal, case.reasons, case.proposed_refusal, case.decided_at = "", "", "", None
    case.record(ClarificationObjectionAnswered(
        standing=case.standing(), whom=case.concerned.name, cleared=clear, reasons=why,
        result="应当澄清，由原机关办理" if clear else "维持不予澄清", at=occasion.now,
        answered_by_organ_id=case.objection.organ_id))
