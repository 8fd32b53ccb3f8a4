"""The three steps (三步工作法): each has its record, and the person's signature, or why there is none."""

from dataclasses import replace

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import FollowUpStage, Signature, StepAwaitsSignature, StepRecord
from rongcuo.contracts.readers import Reader
from services.followup.domain.programme.facts import Facts
from services.followup.domain.programme.signing import digest_of, require_read
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb


def write(programme: Facts, words: str, occasion: Occasion) -> None:
    """The record of the step under way, in place of one that was not signed yet."""
    programme.require(Verb.WRITE_STEP, occasion)
    said = given(words, Reader.SUBJECT)
    record = StepRecord(
        step=FollowUpStage(programme.state.value), words=said, written_by=occasion.actor.name,
        digest=digest_of({"step": programme.state.value, "words": said}), at=occasion.now)
    kept = tuple(each for each in programme.records if each.step is not record.step)
    programme.records = (*kept, record)
    programme.turn(Verb.WRITE_STEP, occasion)
    programme.record(StepAwaitsSignature(standing=programme.standing(), step=record.step.value,
                                         at=occasion.now))


def sign(programme: Facts, read: str, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """The next step begins. `read`: the digest of the record that was read."""
    programme.require(Verb.SIGN_STEP, occasion)
    require_read(read, programme.records[-1].digest)
    entered_by = programme.entering(attachments, occasion)
    _close(programme, Signature(name=programme.person.name, digest=read, entered_by=entered_by,
                                attachments=attachments, at=occasion.now))
    programme.step(Verb.SIGN_STEP, occasion)


def go_on_unsigned(programme: Facts, reason: str, occasion: Occasion) -> None:
    """Nobody has to sign, and nothing becomes worse by it: why is written where they can read it."""
    programme.require(Verb.GO_ON_UNSIGNED, occasion)
    why = given(reason, Reader.SUBJECT)
    _close(programme, Signature(name=programme.person.name, entered_by=occasion.actor.officer_id,
                                unsigned=why, at=occasion.now))
    programme.step(Verb.GO_ON_UNSIGNED, occasion, why)


def _close(programme: Facts, signature: Signature) -> None:
    *before, last = programme.records
    programme.records = (*before, replace(last, signature=signature))
