"""One pack: what holds in a place from a date on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack.beforehand import ChangeRule, ClassesRule
from rongcuo.policy.pack.following_up import FollowupRule
from rongcuo.policy.pack.overseeing import OversightRule
from rongcuo.policy.pack.problems import ProblemRule
from rongcuo.policy.pack.procedures import ClarificationRule, FalseAccusationRule
from rongcuo.policy.pack.proposing import ProposalRule
from rongcuo.policy.pack.reporting import ReportRules
from rongcuo.policy.pack.terms import (
    AppealRule,
    AssessmentRule,
    FilingRules,
    GapRule,
    Item,
    JointMeetingRule,
    Letter,
    ObjectionRule,
    OfficeHours,
    OrganMarks,
    QuietHours,
    Quorum,
    Reminder,
    Stage,
    SuspensionRule,
    VerificationRule,
    WhitelistRule,
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Pack:
    """The rules of a place, merged from `lineage` (province first). A case keeps its `id` for life.

    `division_code` is of the most specific file that took part: a county may have its prefecture's.
    `colours` is the list the place has chosen from its `colour_presets`; both are empty where there is none.
    `colour_of` proposes a colour for a situation. `measures`: what a decision can order in place of a
    sanction; `effects`: what a tolerated act does not touch, such as appraisal and promotion.
    """

    id: str
    division_code: str
    name: str
    valid_from: date
    valid_until: date | None
    lineage: tuple[str, ...]

    situations: Mapping[str, Item]
    conditions: Mapping[str, Item]
    positive_list: Mapping[str, Item]
    negative_list: Mapping[str, Item]
    outcomes: Mapping[str, Item]
    gates: Mapping[str, Item]
    measures: Mapping[str, Item]
    effects: Mapping[str, Item]
    colour_preset: str
    colour_presets: Mapping[str, Mapping[str, Item]]
    colour_of: Mapping[str, str]
    criteria_sets: Mapping[str, tuple[Item, ...]]

    filing_stages: tuple[Stage, ...]
    determination_stages: tuple[Stage, ...]
    verification: VerificationRule
    whitelist: WhitelistRule
    filing: FilingRules
    office_hours: OfficeHours
    quiet_hours: QuietHours
    reminders: tuple[Reminder, ...]
    quorum: Quorum
    assessment: AssessmentRule
    joint_meeting: JointMeetingRule
    appeal: AppealRule
    objection: ObjectionRule
    suspension: SuspensionRule
    reports: ReportRules
    false_accusation: FalseAccusationRule
    clarification: ClarificationRule
    oversight: OversightRule
    followup: FollowupRule
    classes: ClassesRule
    change: ChangeRule
    problems: ProblemRule
    proposals: ProposalRule
    gaps: GapRule
    organ_marks: OrganMarks
    letters: Mapping[str, Letter]

    @property
    def colours(self) -> Mapping[str, Item]:
        return self.colour_presets.get(self.colour_preset, {})

    def needs_verification(self, situation: str, colour: str | None) -> bool:
        """Whether a filing goes to a verification team before it can be accepted."""
        rule = self.verification
        return rule.always or situation in rule.situations or colour in rule.colours

    def whitelists(self, situation: str) -> bool:
        """Whether an accepted filing is entered on the whitelist."""
        return situation in self.whitelist.situations

    def stage(self, code: str) -> Stage:
        """A stage of the review of a filing. Raises `policy.unknown_stage`."""
        return self._stage(self.filing_stages, code)

    def determination_stage(self, code: str) -> Stage:
        """A stage of a determination. Raises `policy.unknown_stage`."""
        return self._stage(self.determination_stages, code)

    def _stage(self, stages: tuple[Stage, ...], code: str) -> Stage:
        found = next((stage for stage in stages if stage.code == code), None)
        if found is None:
            details = {"stage": code, "known": [stage.code for stage in stages], "pack_id": self.id}
            raise CaseError("policy.unknown_stage", details=details)
        return found
