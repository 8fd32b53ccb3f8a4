"""After a revocation nothing is heavier, until there is something new that the person was heard on."""

from dataclasses import replace
from datetime import date, timedelta

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.determination import DeterminationState, NegativeAnswer, Outcome
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.domain.determination.earlier_findings import floors, new_since
from services.determination.presenters.determinations import allowed
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, SUBJECT, TERMS, WANG, by

FORMER = replace(TERMS, discipline_form=1)
NEW = replace(scene.EVIDENCE, title="银行流水", obtained_on=date(2026, 3, 2), attachments=(scene.FILE,))
NAMED = replace(TERMS, reasons="新取得的《银行流水》表明谋取私利")


def after_a_withdrawn_appeal() -> Determination:
    case = scene.decided(discipline_form=1)
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    appeal.withdraw("算了", case, by(SUBJECT))
    case.revoke("事实有误", by(LEAD))
    return case


def bound(case: Determination) -> bool:
    """Whether nothing may be heavier than what was found before."""
    return any(not new_since(case, floor) for floor in floors(case))


def meet(case: Determination, outcome: Outcome) -> None:
    case.write_report("重新核查", None, by(WANG))
    case.put_on_agenda("m2", by(LEAD))
    case.resolve("m2", outcome.value, {}, scene.VOTERS, by(SYSTEM))


def test_who_has_appealed_is_no_worse_off_after_a_revocation():
    case = after_a_withdrawn_appeal()
    meet(case, Outcome.DENIED)
    refused("determination.heavier_than_revoked", case,
            lambda it: it.make(Outcome.DENIED, FORMER, by(WANG)))
    case.send_back("补充证据", by(LEAD))           # the way on
    meet(case, Outcome.LIGHTEN)
    refused("determination.heavier_than_revoked", case, lambda it: it.make(
        Outcome.LIGHTEN, replace(FORMER, discipline_form=2), by(WANG)))
    case.make(Outcome.LIGHTEN, FORMER, by(WANG))


def test_new_evidence_opens_the_question_anew():
    case = after_a_withdrawn_appeal()
    case.add_evidence("e8", replace(NEW, obtained_on=date(2026, 3, 1)), by(WANG))
    assert bound(case)       # in the organ's hands before the decision was made: nothing new
    case.add_evidence("e7", replace(NEW, obtained_on=None), by(WANG))
    hear(case)
    assert bound(case)       # nobody says since when
    case.add_evidence("e9", NEW, by(WANG))
    assert bound(case)       # nobody showed it to the person
    hear(case)
    assert not bound(case)
    meet(case, Outcome.DENIED)
    refused("determination.new_evidence_unnamed", case,
            lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    case.make(Outcome.DENIED, NAMED, by(WANG))
    assert case.current.outcome is Outcome.DENIED


def revoked(outcome: Outcome = Outcome.EXEMPT) -> Determination:
    case = scene.decided(outcome)
    case.revoke("重来", by(LEAD))
    return case


def hear(case: Determination) -> None:
    case.write_facts_material("事实", "意见", by(WANG))
    case.record_statement("无异议", (), by(SUBJECT))


def test_a_revocation_alone_makes_nothing_heavier_though_nobody_appealed():
    case = revoked()
    hear(case)              # of what was known before
    meet(case, Outcome.DENIED)
    refused("determination.heavier_than_revoked", case,
            lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    case.send_back("并无新情况", by(LEAD))
    meet(case, Outcome.EXEMPT)
    case.make(Outcome.EXEMPT, TERMS, by(WANG))


def test_an_item_hit_after_the_revocation_opens_nothing_without_new_evidence():
    """What the meeting has known, it has weighed."""
    for case in (revoked(), after_a_withdrawn_appeal()):
        scene.clear_list(case, private_gain=NegativeAnswer.HIT)
        hear(case)
        refused("determination.heavier_than_revoked", case,
                lambda it: it.write_report("查明", scene.DENIAL, by(WANG)))
        case.add_evidence("e9", NEW, by(WANG))
        hear(case)
        case.write_report("查明", replace(scene.DENIAL, reasons=NAMED.reasons), by(WANG))
        assert case.current.outcome is Outcome.DENIED


def decide_anew(case: Determination) -> None:
    case.write_report("重新核查", None, by(WANG))
    meeting = f"m{case.version}"
    case.put_on_agenda(meeting, by(LEAD))
    case.resolve(meeting, Outcome.EXEMPT.value, {}, scene.VOTERS, by(SYSTEM))
    case.make(Outcome.EXEMPT, TERMS, by(WANG))


def test_an_organ_revokes_a_case_once_and_the_organ_above_once_more():
    """Nobody's matter is begun again without end."""
    case = revoked()
    decide_anew(case)
    refused("determination.revoked_before", case, lambda it: it.revoke("再来", by(LEAD)))
    assert {"hand_up"} & set(allowed(case, by(LEAD)))
    case.give_feedback("已反馈", "", by(WANG))
    case.file_for_record("景洪市委", "", by(WANG))
    assert {"hand_up", "revoke", "correct"} & set(allowed(case, by(LEAD))) == {"hand_up", "correct"}
    case.hand_up("请上级决定是否撤销", by(LEAD))
    above = scene.here("above", Role.LEAD, organ_id="532800")
    assert "revoke" in allowed(case, by(above))
    case.revoke("确有错误", by(above))
    assert case.state is DeterminationState.VERIFICATION
    assert "hand_up" in allowed(scene.decided(), by(LEAD))
    refused("review.move_not_allowed", scene.concluded(), lambda it: it.hand_up("不必", by(LEAD)))


def test_after_an_appeal_what_was_corrected_to_the_better_stays_better():
    """The floor is the decision that was revoked, not the one that was appealed against before its
    correction."""
    case = scene.decided(conditions=("书面检查", "退赔二十万元"))
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    appeal.withdraw("", case, by(SUBJECT))
    case.correct(Outcome.LIGHTEN, TERMS, "更正", by(LEAD))
    later = scene.NOW + timedelta(hours=1)
    case.revoke("事实有误", by(LEAD, later))
    assert floors(case)[0].terms.conditions == ()


def test_words_that_are_noted_and_not_kept_are_nobodys_answer():
    case = revoked()
    case.add_evidence("e9", NEW, by(WANG))
    hear(case)
    case.statements = ()
    assert bound(case)
