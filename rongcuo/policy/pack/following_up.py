"""The rules of return visits (回访教育)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.casebook import CasebookRule
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class VisitClass:
    """A class of people who are visited. `every`: its rhythm; without one there is a first visit, and one
    before the end."""

    code: str
    name: str
    name_en: str
    every: Limit | None
    source: Source


@dataclass(frozen=True, slots=True)
class EffectPeriod:
    """For how many months a sanction of this kind and degree has its effect, unless the decision says
    otherwise."""

    code: str
    name: str
    name_en: str
    months: int
    source: Source


@dataclass(frozen=True, slots=True)
class FollowupRule:
    """`gathered_before_end` and `told_before_end` count back from the end of the effect period,
    `concluded_within` on from it, all others from the day of effect. `formal_visits_a_year`,
    `contacts_a_year`: at most, of a calendar year, unless the person asks. `answered_within`: for whoever is
    asked for a signature or for help, after which nothing waits for them. `tolerance_period`,
    `clearing_period`: of programmes that follow from no sanction. `effect_periods`: by kind and degree, such
    as `administrative.demerit`. `correction_answered_within`: from when somebody asked that their record be
    corrected. `year_approved_within`: from when a yearly plan or report was drawn up."""

    classes: Mapping[str, VisitClass]
    first_visit_within: Limit
    formal_visits_a_year: int
    contacts_a_year: int
    visitors_at_least: int
    gathered_before_end: Limit
    told_before_end: Limit
    answered_within: Limit
    concluded_within: Limit
    executed_within: Limit
    execution_at_longest: Limit
    effect_at_longest: Limit
    tolerance_period: Limit
    clearing_period: Limit
    correction_answered_within: Limit
    year_approved_within: Limit
    effect_periods: Mapping[str, EffectPeriod]
    casebook: CasebookRule
    source: Source
