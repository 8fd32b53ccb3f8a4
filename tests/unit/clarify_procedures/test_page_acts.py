"""What a form about a clearing or an inquiry sends, what is looked at twice, and what comes back refused."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.clarify.pages.clarification.acts import CLEARING
from services.clarify.pages.false_accusation.acts import INQUIRY
from tests.unit.clarify import scene
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway import report_pages
from tests.unit.gateway.console_site import Site, are_led_to, primaries
from tests.unit.gateway.procedure_pages import ASK, BOARD, INQUIRED, INQUIRIES, ONE, clearing, inquiry, theirs
from tests.unit.gateway.site import NOW

WORDS, NUMBER = "已经查明，影响了推荐考察", "信访〔2026〕1号"
TODAY = NOW.date().isoformat()
RECUSAL = {"officer_id": "qian", "ground": "relative", "reason": "表兄"}
HELD = {"mode": "meeting", "host": "李某", "place": "局会议室", "audience": "局机关干部", "persons_words": ""}
DRAFT = {name: f"{name}如下" for name in ("facts", "fabrication", "intent", "mistake_excluded", "handling")}
DRAFT["handling_kind"] = "discipline"
REASONS = {"words": WORDS}
NO_HARM = {"ground": "no_harm", "reasons": WORDS}
AUDIENCES = [{"mode": "written", "who": "局党组", "place": ""},
             {"mode": "meeting", "who": "局机关干部", "place": "会议室"}]
SAID = {"recommendation": "建议澄清", "review_opinion": "同意"}
PLANNED = {"allegations": ["a1"], "head": "局党组", "personnel_body": "组织部"}
CLEARINGS = [
    ("assign", cleared.proposed, "assign_clarification", {"officer_id": "qian"}, {"officer_id": "qian"}),
    ("link_report", cleared.applied, "link_clarification", {"number": NUMBER}, {"report_id": "r1"}),
    ("assess", cleared.assessing, "assess_clarification",
     {"grounds": ["career"], "effects": WORDS, "words-a1": "反映收礼", "conclusion-a1": "没有收",
      "words-a2": ""},
     {"grounds": ["career"], "effects": WORDS, "allegations": [
         {"allegation_id": "a1", "words": "反映收礼", "conclusion": "没有收"}]}),
    ("plan", cleared.assessing, "plan_clarification", PLANNED | {
        "modes": ["meeting"], "who-written": "局党组", "who-meeting": "局机关干部", "place-meeting": "会议室",
        "who-circular": "不算", "units": "某镇\n\n某局"},
     {"plan": PLANNED | {"despite": "", "units": ["某镇", "某局"], "audiences": AUDIENCES}}),
    ("ask_opinion", cleared.planned, "ask_opinion", {}, {}),
    ("give_opinion", cleared.asked, "give_opinion",
     {"agrees": "0", "modes": ["meeting"], "words": WORDS, "given_on": "2026-03-02", "plan": "ab12",
      "declines": "1"},
     {"opinion": {"agrees": False, "modes": ["meeting"], "words": WORDS, "given_on": "2026-03-02",
                  "attachments": [], "plan": "ab12", "declines": True, "of_whom": ""}}),
    ("request_approval", cleared.answered, "request_approval", SAID | {"with_false_accusation": "1"},
     SAID | {"with_false_accusation": True}),
    ("approve", cleared.before_the_head, "approve_clarification", {"note": "抓紧办"}, {"note": "抓紧办"}),
    ("return", cleared.before_the_head, "return_clarification", REASONS, {"reasons": WORDS}),
    ("propose_refusal", cleared.assessing, "propose_refusal", NO_HARM, NO_HARM),
    ("refuse", cleared.refusable, "refuse_clarification", NO_HARM, NO_HARM),
    ("object", cleared.refused, "object_to_no_clarification", REASONS | {"lodged_on": "2026-03-02"},
     {"words": WORDS, "attachments": [], "lodged_on": "2026-03-02", "of_whom": ""}),
    ("direct", cleared.objected, "answer_objection", REASONS, {"clear": True, "reasons": WORDS}),
    ("uphold_refusal", cleared.objected, "answer_objection", REASONS, {"clear": False, "reasons": WORDS}),
    ("record_act", cleared.carrying_out, "record_act", {**HELD, "reach": "36", "at": "2026-03-02T10:00"},
     {"act": {**HELD, "reach": 36, "at": "2026-03-02T10:00:00+08:00", "attachments": []}}),
    ("drop_mode", cleared.carrying_out, "drop_mode", {"mode": "meeting", "reasons": WORDS},
     {"mode": "meeting", "reasons": WORDS}),
    ("ask_unit", cleared.carrying_out, "ask_unit", {"unit": "某镇", "what": WORDS, "until": "2026-03-20"},
     {"unit": "某镇", "what": WORDS, "until": "2026-03-20"}),
    ("answer_unit", cleared.carrying_out, "record_unit_answer",
     {"ask_id": "u1", "done": "0", "reason": WORDS}, {"ask_id": "u1", "done": False, "reason": WORDS}),
    ("finish", cleared.carried_out, "finish_clearing", {}, {}),
    ("archive", cleared.finished, "archive_clarification",
     {"archive_number": "档1", "personnel_body": "组织部", "integrity_file": "1"},
     {"archive_number": "档1", "personnel_body": "组织部", "integrity_file": True}),
    ("visit", cleared.to_visit, "record_visit", {"on": "2026-04-20", "how": "上门", "words": WORDS},
     {"visit": {"on": "2026-04-20", "how": "上门", "words": WORDS, "troubled": False, "measures": ""}}),
    ("give_feedback", cleared.visited, "give_clearing_feedback", REASONS, {"note": WORDS}),
    ("answer_visit", cleared.visited, "answer_clearing_visit", {"troubled": "1", "words": WORDS},
     {"answer": {"troubled": True, "words": WORDS, "of_whom": "", "attachments": []}}),
    ("read", cleared.refused, "read_clarification", {}, {}),
    ("serve", cleared.refused, "serve_clarification", {"how": "当面"}, {"how": "当面", "attachments": []}),
    ("withdraw", cleared.applied, "withdraw_clarification", REASONS, {"reason": WORDS, "attachments": []}),
    ("recuse", cleared.assessing, "recuse_from_clarification", RECUSAL, RECUSAL),
    ("extend", cleared.assessing, "extend_clarification", REASONS, {"reason": WORDS}),
    ("hand_up", cleared.assessing, "hand_clarification_up", REASONS, {"reason": WORDS}),
]
GAINING = accused.inquiring()
GAINING.record_gain("g1", "提拔为科长", accused.by(accused.WANG))
INQUIRIES_ACTS = [
    ("assign", accused.opened, "assign_false_accusation", {"officer_id": "qian"}, {"officer_id": "qian"}),
    ("request_beginning", accused.prepared, "request_beginning", REASONS, {"grounds": WORDS}),
    *((f"{verb}_beginning", accused.requested, "answer_beginning", REASONS,
       {"answer": answer, "reasons": WORDS})
      for verb, answer in (("approve", "approved"), ("return", "returned"), ("refuse", "refused"))),
    ("add_evidence", accused.inquiring, "add_accusation_evidence", {"title": "鉴定", "about": ""},
     {"title": "鉴定", "about": "", "attachments": []}),
    ("weigh", lambda: accused.weighed(accused.inquiring()), "weigh_factor",
     {"element": "intent", "factor": "moment", "bearing": "proves", "reasons": WORDS, "evidence": ["e1"]},
     {"weighing": {"element": "intent", "factor": "moment", "bearing": "proves", "reasons": WORDS,
                   "evidence": ["e1"]}}),
    ("ask_reporter", accused.inquiring, "ask_reporter", REASONS, {"question": WORDS}),
    ("record_hearing", accused.inquiring, "record_reporter_hearing", {"source": "听说", "basis": "没有"},
     {"source": "听说", "basis": "没有", "attachments": []}),
    ("record_unheard", accused.inquiring, "record_reporter_unheard",
     {"unheard": "declined", "account": WORDS},
     {"unheard": "declined", "account": WORDS, "attachments": []}),
    ("record_circumstances", accused.inquiring, "record_circumstances",
     {"codes": ["incited", "vile_means"], "words-incited": "受人唆使", "words-vile_means": "伪造公章"},
     {"circumstances": [{"code": "incited", "reasons": "受人唆使"},
                        {"code": "vile_means", "reasons": "伪造公章"}]}),
    ("record_gain", accused.inquiring, "record_gain", REASONS, {"what": WORDS}),
    ("serve_draft", accused.inquiring, "serve_draft_finding", DRAFT, {"draft": DRAFT}),
    ("answer_draft", accused.drafted, "record_draft_answer", {"words": WORDS, "considered": "不采纳"},
     {"words": WORDS, "considered": "不采纳", "attachments": []}),
    ("record_service", accused.unread_draft, "record_service", {"served_on": "2026-03-02"},
     {"served_on": "2026-03-02", "unsigned": False, "attachments": []}),
    ("confirm_entry", accused.complained, "confirm_entry", {"number": "1"}, {"number": 1}),
    ("take_draft_back", accused.drafted, "take_draft_back", REASONS, {"reasons": WORDS}),
    ("request_finding", accused.drafted, "request_finding",
     {"review_opinion": WORDS, "committee_on": "2026-03-02"},
     {"file": {"review_opinion": WORDS, "committee_on": "2026-03-02", "attachments": []}}),
    *((f"{verb}_finding", accused.sent_up, "answer_finding", REASONS, {"answer": answer, "reasons": WORDS})
      for verb, answer in (("approve", "approved"), ("return", "returned"), ("refuse", "refused"))),
    ("complain", accused.found, "lodge_complaint", {"words": WORDS, "lodged_on": "2026-03-02"},
     {"words": WORDS, "lodged_on": "2026-03-02", "attachments": []}),
    ("uphold", accused.complained, "answer_complaint", REASONS, {"upheld": True, "reasons": WORDS}),
    ("set_aside", accused.complained, "answer_complaint", REASONS, {"upheld": False, "reasons": WORDS}),
    ("take_effect", accused.found, "put_into_effect", {}, {}),
    ("record_handling", accused.effective, "record_handling",
     {"kind": "discipline", "what": WORDS, "on": "2026-03-02"},
     {"handling": {"kind": "discipline", "what": WORDS, "on": "2026-03-02"}}),
    ("undo_gain", lambda: GAINING, "undo_gain", {"gain_id": "g1", "how": WORDS, "undone_on": "2026-03-02"},
     {"gain_id": "g1", "how": WORDS, "undone_on": "2026-03-02"}),
    ("conclude", accused.effective, "conclude_false_accusation", {}, {}),
    ("end_mistaken", accused.inquiring, "end_false_accusation", REASONS,
     {"mistaken": True, "reasons": WORDS}),
    ("end_unproven", accused.inquiring, "end_false_accusation", REASONS,
     {"mistaken": False, "reasons": WORDS}),
    ("recuse", accused.inquiring, "recuse_from_false_accusation", RECUSAL, RECUSAL),
    ("extend", accused.inquiring, "extend_false_accusation", REASONS, {"reason": WORDS}),
    ("hand_up", accused.inquiring, "hand_false_accusation_up", REASONS, {"reason": WORDS}),
]
ALL = [(ONE, BOARD, CLEARING, clearing, *act) for act in CLEARINGS] + [
    (INQUIRED, INQUIRIES, INQUIRY, inquiry, *act) for act in INQUIRIES_ACTS]


def site(said: dict[str, object], who: str = "lead") -> Site:
    there = Site(who)
    there.caller.said |= said
    return there


@pytest.mark.parametrize(("one", "listed", "kind", "of", "verb", "made", "method", "form", "sent"), ALL,
                         ids=[f"{act[2].name}-{act[4]}" for act in ALL])
def test_a_form_sends_its_command(one, listed, kind, of, verb, made, method, form, sent):
    more = {"asks": (ASK,)} if verb == "answer_unit" else {}
    there = site({**of(made(), verb, **more), **report_pages.listed(scene.accepted())})
    page = there.get(f"{one}/act/{verb}")
    assert page.status_code == 200
    assert len(primaries(page.text)) == 1
    for name in form:
        assert f'name="{name}"' in page.text, name
    at = f"{one}/act/{verb}" + ("/attachments" if kind.acts[verb].uploads else "")
    preview = there.post(at, **form)
    adverse = kind.acts[verb].adverse({})
    assert ("还没有办理" in preview.text) is adverse
    if adverse:
        assert all(str(what) in preview.text for _, what in kind.acts[verb].told)
        assert not [told for _, told in there.caller.asked if "command_id" in told]
        again = there.post(at, step="again", **form).text
        assert are_led_to(preview.text, again) or not form
        preview = there.post(at, step="confirmed", **form)
    then = listed if kind.acts[verb].leaves else one
    assert (preview.status_code, preview.location.split("?")[0]) == (302, then)
    assert there.sent(f"clarify.{method}") == {"case_id": of(made())[kind.query.name]["case_id"], **sent}


def test_every_act_is_tried_above():
    assert {verb for verb, *_ in CLEARINGS} == CLEARING.acts.keys()
    assert {verb for verb, *_ in INQUIRIES_ACTS} == INQUIRY.acts.keys()


def test_a_person_s_opinion_is_of_today_and_needs_no_paper():
    there = site(theirs(cleared.asked()), "subject")
    page = there.get(f"{ONE}/act/give_opinion").text
    assert 'type="file"' not in page
    assert "反映：反映问题1" in page
    plan = cleared.asked().plan_digest
    assert f'name="plan" value="{plan}"' in page
    there.post(f"{ONE}/act/give_opinion/attachments", agrees="1", modes=["meeting"], plan=plan)
    assert there.sent("clarify.give_opinion")["opinion"] == {
        "agrees": True, "modes": ["meeting"], "words": "", "given_on": TODAY, "attachments": [], "plan": plan,
        "declines": False, "of_whom": ""}


def test_somebody_applies_for_themselves_and_is_led_to_their_clearing():
    there = site({"clarify.apply_for_clarification": {"case_id": "k1", "number": "澄清1"}}, "subject")
    form = {"situation": "副局长", "reported": "收礼", "wish": "在本单位说明", "post": "副局长"}
    assert "您不需要知道是谁反映的" in there.get(f"{BOARD}/new").text
    answer = there.post(f"{BOARD}/new/attachments", kind="person", **form)
    assert (answer.status_code, answer.location) == (302, ONE)
    assert there.sent("clarify.apply_for_clarification") == {
        "organ_id": "530127", "attachments": [], "situation": "副局长", "reported": "收礼",
        "wish": "在本单位说明", "concerned": {"name": "刘某", "unit": "杨桥街道办事处", "officer_id": "liu",
                                        "post": "副局长", "kind": "person"}}


def test_for_somebody_without_an_account_it_is_entered_with_their_name():
    there = site({"clarify.apply_for_clarification": CaseError("clarify.paper_missing")})
    form = {"situation": "村民小组长", "reported": "占地", "wish": "公开说明"}
    page = there.post(f"{BOARD}/new/attachments", kind="person", name="王某", unit="某村", **form)
    assert page.status_code == 422
    assert 'value="王某"' in page.text
    assert "占地</textarea>" in page.text
    assert there.sent("clarify.apply_for_clarification")["concerned"] == {
        "name": "王某", "unit": "某村", "officer_id": "", "post": "", "kind": "person"}


@pytest.mark.parametrize(("verb", "refused", "form", "led_to"), [
    ("plan", CaseError("clarify.beyond_allegations"), {"head": "局党组"}, "allegations"),
    ("plan", CaseError("clarify.against_opinion"), {"head": "局党组"}, "despite"),
    ("record_act", CaseError("clarify.not_then"), HELD, "at"),
    ("visit", CaseError("clarify.visit_too_early"), {"how": "上门"}, "on"),
])
def test_what_is_refused_is_mended_where_it_stands(verb, refused, form, led_to):
    kept = {"plan": "plan_clarification", "visit": "record_visit"}.get(verb, verb)
    there = site({**clearing(cleared.carrying_out(), verb), f"clarify.{kept}": refused})
    page = there.post(f"{ONE}/act/{verb}", **form).text
    assert f'href="#{led_to}"' in page
    assert page.count(f'id="{led_to}"') == 1


def test_what_was_assessed_before_stands_in_the_form():
    page = site(clearing(cleared.assessing(), "assess")).get(f"{ONE}/act/assess").text
    assert 'value="career" checked' in page
    assert "反映问题1</textarea>" in page
    assert "结论2</textarea>" in page


def test_a_factor_is_weighed_from_its_place_in_the_table():
    made = accused.weighed(accused.inquiring())
    page = site(inquiry(made, "weigh")).get(f"{INQUIRED}/act/weigh?element=intent&factor=moment").text
    assert '<option value="intent" selected>' in page
    assert '<option value="moment" selected>' in page
    assert 'value="proves" required checked' in page
    assert 'value="e1" checked' in page


def test_a_suspected_report_is_where_an_inquiry_is_prepared():
    made = scene.found(scene.ReportOutcome.SUSPECTED_MALICIOUS, scene.ReportOutcome.SUSPECTED_MALICIOUS)
    assert "open_inquiry" in report_pages.report(made, by=scene.LEAD)["allowed"]
    there = site(report_pages.of(made, "open_inquiry"))
    assert "act/open_inquiry" in there.get("/clarify/reports/r1").text
    told = there.post("/clarify/reports/r1/act/open_inquiry", managed_by="prefecture")
    assert told.location.split("?")[0] == INQUIRIES
    assert there.sent("clarify.open_false_accusation") == {
        "report_id": "r1", "managed_by": "prefecture", "new_evidence": "", "attachments": []}
