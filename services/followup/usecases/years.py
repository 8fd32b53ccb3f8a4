"""What is done about a year of return visits: fetch, tell, commit. Plans and reports are drawn from the
programmes themselves, never typed."""

from datetime import date

from rongcuo.casework.access import require_caseworker
from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import YearNumber
from services.followup.access import years as access
from services.followup.access.programmes import overseen_from
from services.followup.domain.year import VisitYear, YearVerb, drawn_up, figures_of
from services.followup.presenters.years import number_of
from services.followup.usecases.fetching import Context, occasion_in, occasion_of


def draw_up_plan(context: Context, command: contract.DrawUpYearPlan) -> YearNumber:
    """Of the actor's organ: the first version, or a further one."""
    require_caseworker(context.actor)
    organ_id = context.actor.organ_id
    division = overseen_from(organ_id)
    with context.unit() as unit:
        kept, occasion = unit.store.years, occasion_in(context, division)
        programmes = unit.store.programmes.of_organ(organ_id, date(command.year, 1, 1))
        lines = drawn_up(programmes, command.year, occasion)
        year = kept.of_year(organ_id, command.year)
        if year is None:
            year = VisitYear.begin(context.new_id(), command.year, organ_id, division, lines, occasion)
        else:
            access.require(context.actor, YearVerb.DRAW_UP, year)
            year.draw_up(lines, command.why, occasion_of(context, year))
        return unit.commit(year, answer=number_of(year))


def approve_plan(context: Context, command: contract.ApproveYearPlan) -> YearNumber:
    """By a lead who did not draw it up."""
    with context.unit() as unit:
        year = unit.store.years.get(command.case_id)
        access.require(context.actor, YearVerb.APPROVE, year)
        year.approve(occasion_of(context, year))
        return unit.commit(year, answer=number_of(year))


def draw_up_report(context: Context, command: contract.DrawUpYearReport) -> YearNumber:
    """Counted from the programmes as they stand."""
    with context.unit() as unit:
        year = unit.store.years.get(command.case_id)
        access.require(context.actor, YearVerb.REPORT, year)
        plan = year.in_force.lines if year.in_force else ()
        programmes = unit.store.programmes.of_organ(year.organ_id, date(year.year, 1, 1))
        figures = figures_of(plan, programmes, year.year)
        year.draw_up_report(figures, command.words, occasion_of(context, year))
        return unit.commit(year, answer=number_of(year))


def approve_report(context: Context, command: contract.ApproveYearReport) -> YearNumber:
    """By a lead who did not draw it up."""
    with context.unit() as unit:
        year = unit.store.years.get(command.case_id)
        access.require(context.actor, YearVerb.APPROVE_REPORT, year)
        year.approve_report(occasion_of(context, year))
        return unit.commit(year, answer=number_of(year))
