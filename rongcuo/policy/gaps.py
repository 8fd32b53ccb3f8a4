"""What may be missing when a step is taken, to somebody's disadvantage: said before, never after."""

from enum import StrEnum


class Gap(StrEnum):
    """The step, and what is missing before it."""

    OPEN_DECIDED_NEARBY = "open.decided_nearby"
    REPORT_FACTS_NOT_SHOWN = "report.facts_not_shown"
    REPORT_NOT_HEARD = "report.not_heard"
    REPORT_NO_EVIDENCE = "report.no_evidence"
    CONVENE_NO_REPORT = "convene.no_report"
    CONVENE_NOT_ASSESSED = "convene.not_assessed"
    CONVENE_FACTS_NOT_SHOWN = "convene.facts_not_shown"
    CONVENE_NOT_HEARD = "convene.not_heard"
    CONVENE_FILING_VOID = "convene.filing_void"
    CONVENE_TOO_FEW_MEMBERS = "convene.too_few_members"
    CONVENE_TOO_FEW_VOTERS = "convene.too_few_voters"
    CONVENE_MEMBER_BARRED = "convene.member_barred"
    MAKE_MINUTES_UNSIGNED = "make.minutes_unsigned"
    MAKE_VOTER_RECUSED = "make.voter_recused"
    MAKE_FACTS_NOT_SHOWN = "make.facts_not_shown"
    MAKE_NOT_HEARD = "make.not_heard"
    MAKE_FILING_VOID = "make.filing_void"
    REFUSE_NOT_HEARD = "refuse.not_heard"
    FEEDBACK_NO_ACCOUNT = "give_feedback.no_account"
    FEEDBACK_NOT_HEARD = "give_feedback.not_heard"
    RECORD_APPEAL_OPEN = "file_for_record.appeal_open"
    RECORD_APPEAL_POSSIBLE = "file_for_record.appeal_possible"
    RECORD_NOT_TOLD = "file_for_record.not_told"
    ACCEPT_SUPPLEMENT_OPEN = "accept.supplement_open"
    ACCEPT_NAMED = "accept.named_not_looked_at"
    VERIFICATION_NAMED = "report_verification.named_not_looked_at"
    DECLINE_SUPPLEMENT_OPEN = "decline.supplement_open"
    DECLINE_SUPPLEMENT_NOT_ASKED = "decline.supplement_not_asked"
    DECLINE_NAMED = "decline.named_not_looked_at"

    @property
    def step(self) -> str:
        """The verb before which it is said."""
        return self.value.split(".")[0]


BINDING = frozenset({
    Gap.CONVENE_NO_REPORT, Gap.CONVENE_NOT_ASSESSED, Gap.CONVENE_TOO_FEW_MEMBERS, Gap.CONVENE_TOO_FEW_VOTERS,
    Gap.MAKE_MINUTES_UNSIGNED, Gap.MAKE_VOTER_RECUSED, Gap.ACCEPT_SUPPLEMENT_OPEN})
"""Gaps that keep their step whatever a pack says."""


class Force(StrEnum):
    """What a gap does to its step; the policy pack says so."""

    WARN = "warn"                 # said, and no more
    ACKNOWLEDGE = "acknowledge"   # who takes the step says with it that they know
    REFUSE = "refuse"             # the step waits until nothing is missing
