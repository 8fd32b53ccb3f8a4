"""A false accusation's inquiry as its view. Pure: the use cases answer with it, and so do the queries."""

from collections.abc import Mapping

from rongcuo.casework.holding import held_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import deadline_of, is_late, recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.clarify import CodedText, FalseAccusationView
from rongcuo.policy.pack import Item
from services.clarify.access import false_accusations as access
from services.clarify.domain import Report
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation import FalseAccusationVerb as Verb
from services.clarify.presenters.reporter import of_reporter


def view_of(case: FalseAccusation, occasion: Occasion, *, talks: bool, sees_report: bool = False,
            report: Report | None = None) -> FalseAccusationView:
    """For whoever sees it: it has no outside. `talks`: whether they may read the talk with the reporter;
    `report`: for whoever decides it, or sees the report anyway, what it says and what was found of it."""
    rule = occasion.pack.false_accusation
    return of_reporter(FalseAccusationView(
        case_id=case.id, number=case.number, title=case.title, report_id=case.report_id,
        reporter_ref=case.reporter_ref, pseudonym=case.pseudonym, organ_id=case.organ_id,
        division_code=case.division_code,
        pack_id=case.pack_id, approver_organ_id=case.approver_id, state=case.state, held_by=held_by(case),
        tag=case.tag, sees_report=sees_report, assignee_id=case.assignee_id,
        assignee_name=case.assignee.name if case.assignee else "", concerned=case.concerned,
        managed_by=case.managed_by, grounds=case.grounds, evidence=case.proof.evidence,
        weighings=case.proof.weighings, lacking=case.proof.lacking, hearings=case.hearings,
        addressed=case.addressed, unread_since=case.unread_since, papers=case.papers,
        entries=case.entries, allegations=report.allegations if report else (),
        findings=tuple(report.findings[number] for number in sorted(report.findings)) if report else (),
        circumstances=case.circumstances,
        heavier=coded_texts(rule.heavier), lighter=coded_texts(rule.lighter), draft=case.draft,
        draft_answer=case.draft_answer, draft_considered=case.draft_considered,
        answer_until=occasion.due(case.draft_clock).date if case.draft_clock else None, file=case.file,
        approvals=case.approvals, complain_until=case.complain_until(occasion), complaint=case.complaint,
        complaint_answer=case.complaint_answer, gains=case.gains, handlings=case.handlings,
        ending=case.ending, recusals=recusal_views(case), deadline=deadline_of(case, occasion),
        late=is_late(case, occasion), allowed=allowed(case, occasion), history=case.history,
        opened_at=case.opened_at, found_at=case.found_at), talks=talks, now=occasion.now,
        reads_along=talks)


def allowed(case: FalseAccusation, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the case itself."""
    return tuple(verb.value for verb in Verb if access.may(occasion.actor, verb, case)
                 and holds(case.require, verb, occasion.knowing()))


def coded_texts(items: Mapping[str, Item]) -> tuple[CodedText, ...]:
    """Terms of the pack, to choose from and to read."""
    return tuple(map(coded_text, items.values()))


def coded_text(item: Item) -> CodedText:
    """One term of the pack; the product shows whether it is illustrative."""
    return CodedText(code=item.code, name=item.name, name_en=item.name_en, text=item.text,
                     illustrative=item.source.illustrative)
