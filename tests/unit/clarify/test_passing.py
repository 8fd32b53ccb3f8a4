"""What is passed up leaves nothing here but number, days and where it went, and takes along whom it is kept
from."""

from dataclasses import MISSING, fields, replace

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import Allegation, PassReportUp, ReportedPerson, ReportQuery, ReportsQuery
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain import Report
from services.clarify.domain.passing import EMPTY, STAYS
from services.clarify.usecases import registering
from services.clarify.views import reports as questions
from tests.unit.clarify import context, scene
from tests.unit.clarify.scene import ABOVE, LEAD, OFFICERS, ORGAN, WANG, by, officer, view
from tests.unit.clarify_procedures import desk

CUSTODIAN = officer("cust", Role.CUSTODIAN_A, name="保守礼")
PROVINCE = officer("prov", Role.LEAD, organ_id="530000", unit="云南省纪委监委")


def test_whom_it_was_kept_from_here_it_is_kept_from_there():
    told = Allegation(text="请县纪委的保守礼吃饭", person=ReportedPerson(name="柳成林", unit=scene.BUREAU))
    officers = {ORGAN: (*OFFICERS[ORGAN], view(CUSTODIAN)), ABOVE: OFFICERS[ABOVE]}
    report = scene.registered(replace(scene.CONTENT, allegations=(told,)))
    report.open((), officers, by(SYSTEM))
    handover = report.pass_up("省管干部", "r2", by(scene.LEAD_ABOVE))
    theirs = Report.register("r2", "信访〔2026〕9号", handover.content, "530000", "530000",
                             by(scene.LEAD_ABOVE))
    theirs.take_over(handover)
    theirs.open((), {"530000": (view(PROVINCE),)}, by(SYSTEM))
    assert theirs.is_apart(CUSTODIAN)
    assert theirs.is_apart(officer("again", Role.CUSTODIAN_B, name="保守礼"))
    assert {"cust", "colleague"} <= {*theirs.standing.apart}
    assert not theirs.is_apart(PROVINCE)


def test_whoever_had_a_hand_in_it_here_had_one_there():
    report = scene.accepted()
    handover = report.pass_up("市管干部", "r9", by(WANG))
    theirs = Report.register("r9", "信访〔2026〕9号", handover.content, ABOVE, ABOVE, by(WANG))
    theirs.take_over(handover)
    assert {each.officer_id for each in theirs.hands} >= {"wang", "lead"}


def test_every_field_stays_by_name_or_is_emptied():
    unknown = [each.name for each in fields(Report) if each.name not in STAYS and each.name not in EMPTY
               and each.default is MISSING and each.default_factory is MISSING]
    assert unknown == []


def test_of_two_reports_that_went_up_nothing_tells_which_is_which():
    """One signed, confirmed, by telephone, with a recusal; the other anonymous, by letter."""
    loud = scene.opened(replace(scene.CONTENT, channel=scene.Channel.PHONE, given_by="省纪委"))
    loud.assign(view(WANG), by(LEAD))
    loud.confirm_reporter(by(WANG))
    loud.recuse(Holder("zhao", "赵某"), RecusalGround.OTHER, "与举报人有过节", by(LEAD))
    quiet = scene.opened(replace(scene.CONTENT, signed=False, reachable=False))
    quiet.assign(view(WANG), by(LEAD))
    for report in (loud, quiet):
        report.pass_up("市管干部", "r9", by(WANG))
    may_differ = {"version", "happened", "named_keys"}      # digests of whom it is kept from
    left, right = ({each.name: getattr(report, each.name) for each in fields(Report)
                    if each.name not in may_differ} for report in (loud, quiet))
    assert left == right
    assert loud.is_apart(scene.ZHAO)


def test_colleagues_read_of_it_neither_kind_nor_way_nor_who_confirmed():
    gone = context.assigned()
    report = gone.store.reports.get("id1")
    report.confirm_reporter(by(WANG))
    gone.store.put(report)
    registering.pass_up(gone, PassReportUp(command_id="c2", report_id="id1", reason="市管干部"))
    seen = questions.report(gone.sit(LEAD), ReportQuery(report_id="id1"))
    assert (seen.kind, seen.channel, seen.origin) == (None, None, None)
    assert [each.what for each in seen.history] == ["register", "open", "pass_up"]


def test_nor_in_a_list():
    with desk.opened() as sitting:
        report = scene.assigned()
        report.pass_up("市管干部", "r9", by(WANG))
        sitting.put(report)
        [line] = questions.page(sitting.sit(LEAD), ReportsQuery(tab="closed")).lines
        assert (line.channel, line.origin) == (None, None)
