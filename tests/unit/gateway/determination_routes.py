"""What the addresses of determinations, meetings and appeals ask, for test_routes."""

SUBJECT = {"name": "刘某", "unit": "杨桥街道办事处", "officer_id": "liu"}
ACT = {"what": "未批先建", "since": "2025-11-03", "until": "2025-12-20"}
TERMS = {"reasons": "动机为公", "cited": ["six_factors"]}
REASON = {"reason": "等待鉴定"}
CASE = {"subject": SUBJECT, "act": ACT, "title": "未批先建"}
ITEM = {"item_id": "i1"}


def _case(verb, method, body):
    return "POST", f"/determinations/f1/{verb}", body, f"determination.{method}", {"case_id": "f1"}, 200


def _meeting(verb, method, body):
    return "POST", f"/meetings/m1/{verb}", body, f"determination.{method}", {"meeting_id": "m1"}, 200


ASKED = [
    ("POST", "/determinations", {**CASE, "initiation": "application", "grounds": "为公"},
     "determination.open_determination", {"initiation": "application", "situation": ""}, 201),
    ("GET", "/determinations?tab=mine", None, "determination.determinations",
     {"tab": "mine", "limit": 50}, 200),
    ("GET", "/determinations/workload", None, "determination.workload", {}, 200),
    ("GET", "/determinations/f1", None, "determination.determination", {"case_id": "f1"}, 200),
    ("GET", "/determinations/f1/similar?limit=5", None, "determination.similar_cases", {"limit": 5}, 200),
    _case("assign", "assign_determination", {"officer_id": "o1"}),
    _case("recuse", "recuse_from_determination", {"officer_id": "o1", "ground": "self", "reason": "本人"}),
    _case("recusal-wish", "ask_for_recusal", {"name": "赵清", "ground": "interest", "reason": "亲属"}),
    _case("recusal-answer", "answer_recusal",
          {"request_id": "r1", "officer_id": "zhao", "granted": True, "reason": "属实"}),
    _case("recusal-withdrawal", "withdraw_recusal", {"request_id": "r1"}),
    _case("accept", "accept_determination", {"opinion": "符合"}),
    _case("refuse", "refuse_determination", {"reasons": "不属于"}),
    _case("form-team", "form_determination_team", {"officer_ids": ["a", "b"]}),
    _case("link-filing", "link_filing", {"filing_id": "f7"}),
    _case("evidence", "add_evidence", {"kind": "document", "title": "纪要"}),
    _case("findings", "record_finding", {"evidence_id": "e1", "finding": "属实"}),
    _case("statement", "record_statement", {"words": "为公"}),
    _case("facts-material", "write_facts_material", {"facts": "事实", "tolerance_opinion": "意见"}),
    _case("negative-items", "answer_negative_item", {"item": "private_gain", "answer": "clear"}),
    _case("assessments", "assess", {"criteria_set": "six_factors", "answers": [
        {"criterion": "motive", "leaning": "tolerate", "reason": "为公"}]}),
    _case("report", "report_determination", {"report": "报告"}),
    _case("return", "return_determination", {"reasons": "补充"}),
    _case("withdraw", "withdraw_determination", REASON),
    _case("suspend", "suspend_determination", REASON),
    _case("resume", "resume_determination", None),
    _case("extend", "extend_determination", REASON),
    _case("hand-up", "hand_determination_up", REASON),
    _case("decision", "make_determination", {"outcome": "exempt", "terms": TERMS}),
    _case("feedback", "give_feedback", {"note": "当面反馈"}),
    _case("record", "file_for_record", {"body": "县委"}),
    _case("correction", "correct_determination", {"outcome": "exempt", "terms": TERMS, "why": "笔误"}),
    _case("revocation", "revoke_determination", {"reasons": "新证据"}),
    ("POST", "/clue-disposals", {**CASE, "clue_number": "线索1", "disposal": "verify", "reasons": "有报备",
                                 "tolerance_arises": True, "received_at": "2026-02-13T09:00:00+08:00"},
     "determination.dispose_clue", {"tolerance_arises": True}, 201),
    ("GET", "/clue-disposals?clue_number=c1", None, "determination.clue_disposals",
     {"clue_number": "c1"}, 200),
    ("POST", "/meetings", {"title": "会", "case_ids": ["f1"], "member_ids": ["a"], "chair_id": "a",
                           "at": "2026-02-20T09:00:00+08:00"},
     "determination.convene_meeting", {"place": ""}, 201),
    ("GET", "/meetings?limit=3", None, "determination.meetings", {"limit": 3}, 200),
    ("GET", "/meetings/m1", None, "determination.meeting", {"meeting_id": "m1"}, 200),
    _meeting("recuse-member", "recuse_member",
             {"case_id": "f1", "officer_id": "a", "ground": "interest", "reason": "有关"}),
    _meeting("substitutes", "call_substitutes", {"member_ids": ["m9"]}),
    _meeting("roll", "call_roll", {"present_ids": ["a", "b"]}),
    _meeting("open-vote", "open_vote", ITEM),
    _meeting("votes", "cast_vote", {**ITEM, "choice": "exempt"}),
    _meeting("reveal", "reveal_votes", ITEM),
    _meeting("adjourn", "adjourn_meeting", {**REASON, "until": "2026-02-21T09:00:00+08:00"}),
    _meeting("chair", "name_chair", {**REASON, "chair_id": "m2", "until": "2026-02-21T09:00:00+08:00"}),
    _meeting("cancel", "cancel_meeting", REASON),
    _meeting("minutes", "write_minutes", {"minutes": "纪要"}),
    _meeting("sign", "sign_minutes", None),
    ("POST", "/determinations/f1/appeals", {"grounds": "不服"}, "determination.lodge_appeal",
     {"case_id": "f1"}, 201),
    ("GET", "/appeals?tab=closed", None, "determination.appeals", {"tab": "closed", "limit": 50}, 200),
    ("GET", "/appeals/d1", None, "determination.appeal", {"appeal_id": "d1"}, 200),
    ("POST", "/appeals/d1/panel", {"officer_ids": ["a", "b", "c"]}, "determination.form_appeal_panel",
     {"officer_ids": ["a", "b", "c"]}, 200),
    ("POST", "/appeals/d1/decision", {"outcome": "exempt", "terms": TERMS}, "determination.decide_appeal",
     {"outcome": "exempt"}, 200),
    ("POST", "/appeals/d1/signatures", {"officer_id": "a", "digest": "ab"},
     "determination.sign_appeal_opinion", {"officer_id": "a", "digest": "ab"}, 200),
    ("POST", "/appeals/d1/withdraw", {}, "determination.withdraw_appeal", {"reason": ""}, 200),
    ("GET", "/letter-search?search=1号", None, "documents.found", {"search": "1号", "limit": 50}, 200),
]
