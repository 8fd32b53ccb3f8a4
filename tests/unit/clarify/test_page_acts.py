"""What a form about a report sends, what is looked at twice, and what comes back refused."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.clarify.pages.acts import REPORT
from tests.unit.clarify import scene
from tests.unit.gateway.console_site import Site, are_led_to, primaries
from tests.unit.gateway.report_pages import FOUND, ONE, line_of, listed, of

WORDS = "还没有查清进场的日子"
RECUSAL = {"officer_id": "qian", "ground": "relative", "reason": "表兄"}
LEADS_ON = {"hand_up": "/clarify/reports", "open_inquiry": "/clarify/false-accusations"}
ACTS = [
    ("assign", "assign_report", {"officer_id": "qian"}, {"officer_id": "qian"}),
    ("accept", "accept_report", {}, {}),
    ("refuse", "refuse_report", {"remit": "other_body", "words": WORDS},
     {"reason": "other_body", "words": WORDS}),
    ("pass_up", "pass_report_up", {"words": WORDS}, {"reason": WORDS}),
    ("confirm_reporter", "confirm_reporter", {}, {}),
    ("leave_anonymous", "confirm_reporter", {"words": WORDS},
     {"confirmed": False, "could_not": WORDS}),
    ("link", "link_report", {"other_id": "r2", "kind": "repeats"}, {"other_id": "r2", "kind": "repeats"}),
    ("classify", "classify_report", {"allegation": "2", "categories": ["work", "integrity.gifts"],
                                     "level": "township", "act_from": "2026-03-01"},
     {"allegation": 2, "categories": ["work", "integrity.gifts"], "level": "township",
      "act_from": "2026-03-01", "act_until": None}),
    ("judge_match", "judge_match",
     {"pair": "1:f1", "verdict": "outside", "outside": ["way", "period"], "reasons": WORDS},
     {"allegation": 1, "filing_id": "f1", "verdict": "outside", "outside": ["way", "period"],
      "reasons": WORDS}),
    ("dispose", "dispose_report", {"disposal": "verify", "tolerance_arises": "0", "reasons": WORDS},
     {"disposal": "verify", "tolerance_arises": False, "reasons": WORDS}),
    ("form_team", "form_report_team", {"officer_ids": ["zhao", "qian"], "leader": "qian"},
     {"officer_ids": ["qian", "zhao"]}),
    ("find", "record_findings", {"outcome-1": "", "words-1": "", "outcome-2": "mistaken", "words-2": WORDS},
     {"findings": [{"allegation": 2, "outcome": "mistaken", "words": WORDS}]}),
    ("send_back", "return_report", {"words": WORDS}, {"reasons": WORDS}),
    ("answer_clearing", "answer_clearing", {"clear": "0", "clear_ground": "no_harm", "words": WORDS},
     {"clear": False, "ground": "no_harm", "words": WORDS}),
    ("close", "close_report", {}, {}),
    ("give_feedback", "give_reporter_feedback", {"words": WORDS}, {"stage": "acceptance", "words": WORDS}),
    ("retrospect", "write_retrospective", {"learned": WORDS, "power_risks": WORDS},
     {"learned": WORDS, "rule_gaps": "", "power_risks": WORDS, "oversight_gaps": ""}),
    ("open_inquiry", "open_false_accusation", {"managed_by": "county", "new_evidence": ""},
     {"managed_by": "county", "new_evidence": "", "attachments": []}),
    ("recuse", "recuse_from_report", RECUSAL, RECUSAL),
    ("suspend", "suspend_report", {"words": WORDS}, {"reason": WORDS}),
    ("resume", "resume_report", {}, {}),
    ("extend", "extend_report", {"words": WORDS}, {"reason": WORDS}),
    ("hand_up", "hand_report_up", {"words": WORDS}, {"reason": WORDS}),
]


def site(made, *allowed: str, who: str = "lead", **said: object) -> Site:
    there = Site(who)
    there.caller.said |= {**of(made, *allowed), **said}
    return there


@pytest.mark.parametrize(("verb", "method", "form", "sent"), ACTS, ids=[verb for verb, *_ in ACTS])
def test_a_form_sends_its_command(verb, method, form, sent):
    there = site(FOUND, verb)
    page = there.get(f"{ONE}/act/{verb}")
    assert page.status_code == 200
    assert len(primaries(page.text)) == 1
    answer = there.post(f"{ONE}/act/{verb}", step="confirmed", **form)
    then = LEADS_ON.get(verb, ONE)
    assert (answer.status_code, answer.location.split("?")[0]) == (302, then)
    assert there.sent(f"clarify.{method}") == {"report_id": "r1", **sent}


def test_every_act_is_tried_above():
    assert {verb for verb, *_ in ACTS} == set(REPORT.acts)


def test_what_replaces_or_decides_carries_the_tag_of_what_was_read():
    there = site(FOUND, "find")
    assert there.post(f"{ONE}/act/find", as_read="r1:7", **{"outcome-1": "mistaken", "words-1": "x"})
    assert there.caller.tags["clarify.record_findings"] == "r1:7"
    there.post(f"{ONE}/act/link", as_read="r1:7", other_id="r2", kind="related")
    assert there.caller.tags["clarify.link_report"] == ""


@pytest.mark.parametrize(("verb", "form"), [
    ("refuse", {"remit": "litigation", "words": WORDS}), ("pass_up", {"words": WORDS}),
    ("give_feedback", {"words": WORDS}), ("close", {})])
def test_what_cannot_be_undone_is_looked_at_first(verb, form):
    there = site(FOUND, verb)
    preview = there.post(f"{ONE}/act/{verb}", **form)
    assert "还没有办理" in preview.text
    assert all(str(what) in preview.text for _, what in REPORT.acts[verb].told)
    assert not [target for target, payload in there.caller.asked if "command_id" in payload]
    again = there.post(f"{ONE}/act/{verb}", step="again", **form).text
    assert (f"{WORDS}</textarea>" in again) is ("words" in form)
    if form:
        assert are_led_to(preview.text, again)


def test_a_refusal_says_on_which_ground_and_where_to_turn_before_it_is_confirmed():
    preview = site(FOUND, "refuse").post(f"{ONE}/act/refuse", remit="litigation", words=WORDS).text
    assert "已经或者依法应当通过诉讼、仲裁、行政复议解决" in preview
    assert "请向有管辖权的人民法院" in preview


def test_the_result_is_told_where_it_waits_for_that():
    made = scene.told(scene.found(*[scene.ReportOutcome.SUBSTANTIATED] * 2, real=True))
    made.close(scene.by(scene.SECOND))
    there = site(made, "give_feedback")
    assert "反馈结果" in there.get(ONE).text
    there.post(f"{ONE}/act/give_feedback", step="confirmed", words=WORDS)
    assert there.sent("clarify.give_reporter_feedback")["stage"] == "result"


def test_nobody_s_explanation_is_offered_to_be_believed_whom_nobody_has_asked():
    assert 'value="closed_on_reply"' not in site(scene.accepted(), "dispose").get(f"{ONE}/act/dispose").text
    assert 'value="closed_on_reply"' in site(scene.disposed(), "dispose").get(f"{ONE}/act/dispose").text


def test_what_was_found_before_stands_in_the_form():
    page = site(FOUND, "find").get(f"{ONE}/act/find").text
    assert '<option value="unsubstantiated" selected>' in page
    assert page.count("经查，有会议纪要和转账记录为证</textarea>") == 2


@pytest.mark.parametrize(("fields", "form", "led_to"), [
    ({"findings": {"0": {"words": ["x"]}}}, {"outcome-2": "mistaken"}, "words-2"),
    ({"findings": {"0": {"outcome": ["x"]}}}, {"words-1": WORDS}, "outcome-1"),
])
def test_a_finding_that_is_not_whole_is_mended_at_its_allegation(fields, form, led_to):
    refused = CaseError("invalid", details={"fields": fields})
    page = site(FOUND, "find", **{"clarify.record_findings": refused}).post(f"{ONE}/act/find", **form)
    assert page.status_code == 422
    assert f'href="#{led_to}"' in page.text
    assert page.text.count(f'id="{led_to}"') == 1


def test_a_verdict_that_the_dates_forbid_comes_back_with_what_was_chosen():
    refused = {"clarify.judge_match": CaseError("clarify.filed_after_act")}
    form = {"pair": "1:f1", "verdict": "covers", "reasons": WORDS}
    page = site(FOUND, "judge_match", **refused).post(f"{ONE}/act/judge_match", **form).text
    assert "报备不早于行为，对这项问题不起作用" in page
    assert 'value="covers" required checked' in page
    assert f"{WORDS}</textarea>" in page
    assert '<option value="1:f1" selected>' in page


def test_a_report_is_linked_by_its_number_where_it_was_not_found():
    there = site(scene.accepted(), "link", **listed(scene.accepted()))
    there.post(f"{ONE}/act/link", number=line_of(scene.accepted()).number, kind="related")
    assert there.sent("clarify.link_report") == {"report_id": "r1", "other_id": "r1", "kind": "related"}


def test_others_about_the_same_people_are_offered_and_not_itself():
    other = scene.elsewhere()
    page = site(scene.accepted(), "link", **listed(scene.accepted(), other)).get(f"{ONE}/act/link").text
    assert 'name="other_id" value="r2"' in page
    assert 'name="other_id" value="r1"' not in page


def test_who_leads_nobody_recuses_only_themselves():
    page = site(scene.accepted(), "recuse", who="reviewer").get(f"{ONE}/act/recuse").text
    assert page.count("<option value=") == 1 + 1 + 5      # oneself, and the grounds with none chosen


def test_a_category_of_an_allegation_is_chosen_beside_it():
    page = site(scene.accepted(), "classify").get(f"{ONE}/act/classify?allegation=2").text
    assert '<option value="2" selected>' in page
    assert 'value="integrity.gifts" checked' in page
    assert 'value="work.responsibility" checked' not in page
