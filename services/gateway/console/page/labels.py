"""The field's words as people read them: Chinese is the message itself, English comes from the catalogue."""

from collections.abc import Mapping

from flask_babel import LazyString, gettext, lazy_gettext

Words = Mapping[str, LazyString]

STATES: Words = {
    "draft": lazy_gettext("草稿"),
    "submitted": lazy_gettext("审查中"),
    "supplement_requested": lazy_gettext("待补正"),
    "accepted": lazy_gettext("已受理"),
    "declined": lazy_gettext("不予受理"),
    "withdrawn": lazy_gettext("已撤回"),
    "expired": lazy_gettext("有效期满"),
    "discarded": lazy_gettext("已放弃"),
    "objected": lazy_gettext("异议审查中"),
    "preliminary_review": lazy_gettext("初审"),
    "awaiting_supplement": lazy_gettext("待补正"),
    "verification": lazy_gettext("核查"),
    "closed": lazy_gettext("已终止"),
    "acceptance": lazy_gettext("待受理"),
    "meeting": lazy_gettext("联席会议审定"),
    "feedback": lazy_gettext("待反馈"),
    "record_filing": lazy_gettext("待备案"),
    "concluded": lazy_gettext("已办结"),
    "refused": lazy_gettext("不予受理"),
    "convened": lazy_gettext("已召集"),
    "in_session": lazy_gettext("会议中"),
    "adjourned": lazy_gettext("休会"),
    "minutes": lazy_gettext("纪要会签"),
    "signed": lazy_gettext("纪要已会签"),
    "cancelled": lazy_gettext("已取消"),
    "waiting": lazy_gettext("待议"),
    "voting": lazy_gettext("表决中"),
    "revealed": lazy_gettext("已开票"),
    "dropped": lazy_gettext("已撤下"),
    "lodged": lazy_gettext("已提出"),
    "reviewed": lazy_gettext("复核中"),
    "decided": lazy_gettext("已决定"),
    "current": lazy_gettext("现行"),
    "superseded": lazy_gettext("已被替代"),
    "revoked": lazy_gettext("已撤销"),
}
VERBS: Words = {
    "draft": lazy_gettext("起草"),
    "revise": lazy_gettext("修改草稿"),
    "discard": lazy_gettext("已放弃草稿"),
    "submit": lazy_gettext("已报送"),
    "supplement": lazy_gettext("已补正"),
    "withdraw": lazy_gettext("已撤回"),
    "accept": lazy_gettext("决定受理"),
    "decline": lazy_gettext("决定不予受理"),
    "expire": lazy_gettext("有效期满"),
    "object": lazy_gettext("提出异议"),
    "take_up": lazy_gettext("异议成立，重新审查"),
    "uphold_refusal": lazy_gettext("维持不予受理"),
    "request_supplement": lazy_gettext("已退回补正"),
    "whitelist": lazy_gettext("已列入白名单"),
    "open": lazy_gettext("开始审查"),
    "assign": lazy_gettext("已分派"),
    "recuse": lazy_gettext("已回避"),
    "form_team": lazy_gettext("调查组已组成"),
    "verify": lazy_gettext("已转入核查"),
    "report_verification": lazy_gettext("核查报告已提交"),
    "refute": lazy_gettext("核查不属实"),
    "suspend": lazy_gettext("计时暂停"),
    "resume": lazy_gettext("计时恢复"),
    "extend": lazy_gettext("延长时限"),
    "hand_up": lazy_gettext("已移送上级机关"), "post_ended": lazy_gettext("有人离岗"),
    "void": lazy_gettext("不再适用"), "filing_voided": lazy_gettext("关联的报备不再适用"),
    "filing_changed": lazy_gettext("关联的报备已变更，不影响以前的行为"),
    "propose_change": lazy_gettext("已提出变更备案"), "change": lazy_gettext("变更备案生效"),
    "restore": lazy_gettext("恢复适用"), "filing_restored": lazy_gettext("关联的报备恢复适用"),
    "stand_beside": lazy_gettext("同一事项另有报备"),
    "close": lazy_gettext("终止审查"), "new_calendar": lazy_gettext("到期日变动"),
    "whitelist_removed": lazy_gettext("已移出白名单"), "decision_too_late": lazy_gettext("决定来得太迟"),
    "supplement_after_end": lazy_gettext("补正来得太迟"), "objection_after_end": lazy_gettext("异议来得太迟"),
    "withdrawal_after_end": lazy_gettext("撤回来得太迟"),
    "told": lazy_gettext("通知送达"), "case.open": lazy_gettext("已启动认定"),
    "refuse": lazy_gettext("决定不予受理"), "link_filing": lazy_gettext("已关联报备"),
    "add_evidence": lazy_gettext("已添加证据"), "record_finding": lazy_gettext("已记录查明情况"),
    "record_statement": lazy_gettext("当事人已陈述"),
    "ask_recusal": lazy_gettext("当事人申请回避"), "withdraw_recusal": lazy_gettext("当事人撤回回避申请"),
    "answer_recusal": lazy_gettext("已答复回避申请"),
    "no_lead_left": lazy_gettext("没有可以办理的负责人，需另设负责人"),
    "write_facts_material": lazy_gettext("已写事实见面材料"),
    "answer_negative_item": lazy_gettext("已核对负面清单"),
    "assess": lazy_gettext("已评估"), "report": lazy_gettext("核查报告已提交"),
    "return": lazy_gettext("已退回补充核查"),
    "make": lazy_gettext("已作出认定"),
    "give_feedback": lazy_gettext("已向当事人反馈"),
    "file_for_record": lazy_gettext("已备案"),
    "correct": lazy_gettext("已更正决定"),
    "revoke": lazy_gettext("已撤销决定"),
    "lodge_appeal": lazy_gettext("当事人提出申诉"),
    "convene": lazy_gettext("已召集会议"),
    "recuse_member": lazy_gettext("成员已回避"),
    "call_substitutes": lazy_gettext("已补请成员"), "call_roll": lazy_gettext("已点名"),
    "open_vote": lazy_gettext("开始表决"), "acknowledged": lazy_gettext("办理时尚缺，经办人知晓"),
    "cast_vote": lazy_gettext("已投票"),
    "reveal_votes": lazy_gettext("已开票"),
    "ballots_differ": lazy_gettext("选票与承诺不符，表决作废"),
    "adjourn": lazy_gettext("休会"),
    "name_chair": lazy_gettext("休会并另定主持人"),
    "cancel": lazy_gettext("会议已取消"),
    "write_minutes": lazy_gettext("纪要已写成"),
    "sign_minutes": lazy_gettext("已会签"),
    "deny": lazy_gettext("决定不予容错"),
    "resolve": lazy_gettext("会议已有结果"),
    "put_on_agenda": lazy_gettext("已列入议程"),
    "take_off_agenda": lazy_gettext("已撤出议程"),
    "withdraw_appeal": lazy_gettext("已撤回申诉"),
    "uphold": lazy_gettext("复核维持原决定"), "change_on_appeal": lazy_gettext("复核变更了决定"),
    "milder_elsewhere": lazy_gettext("另案认定较轻，申诉期限重新计算"),
    "conclude": lazy_gettext("纪要已会签"),
    "drop": lazy_gettext("案件已撤下"),
    "lodge": lazy_gettext("当事人提出申诉"), "subject_post_ended": lazy_gettext("当事人任职结束，不再有账号"),
    "form_panel": lazy_gettext("复核组已组成"),
    "decide": lazy_gettext("复核已决定"), "sign": lazy_gettext("已会签"),
}
GROUNDS: Words = {
    "self": lazy_gettext("本人是当事人"),
    "relative": lazy_gettext("与当事人是近亲属"),
    "witness": lazy_gettext("担任过本案的证人"), "interest": lazy_gettext("有利害关系"),
    "other": lazy_gettext("其他可能影响公正的情形"),
}
INITIATIONS: Words = {
    "application": lazy_gettext("依申请"),
    "own_initiative": lazy_gettext("主动容错"),
    "clue": lazy_gettext("线索处置时研判"),
}
DISPOSALS: Words = {
    "inquiry": lazy_gettext("谈话函询"),
    "verify": lazy_gettext("初步核实"),
    "hold": lazy_gettext("暂存待查"),
    "close": lazy_gettext("予以了结"),
    "closed_on_reply": lazy_gettext("采信说明，予以了结"),
}
EVIDENCE_KINDS: Words = {
    "document": lazy_gettext("书证、文件"),
    "testimony": lazy_gettext("谈话、证言"),
    "site": lazy_gettext("实地查看"),
    "record": lazy_gettext("电子数据、台账"),
    "other": lazy_gettext("其他"),
}
LEANINGS: Words = {
    "tolerate": lazy_gettext("支持容错"),
    "against": lazy_gettext("不支持容错"),
    "unclear": lazy_gettext("尚不清楚"),
}
NEGATIVE_ANSWERS: Words = {
    "clear": lazy_gettext("不涉及"),
    "hit": lazy_gettext("涉及"),
    "disputed": lazy_gettext("有争议，交会议表决"),
}
CHOICES: Words = {
    "applies": lazy_gettext("涉及该项"),
    "applies_not": lazy_gettext("不涉及该项"),
    "abstain": lazy_gettext("弃权"),
    "no_majority": lazy_gettext("没有形成多数"),
}
CRITERIA_SETS: Words = {
    "three_distinctions": lazy_gettext("三个区分开来"),
    "six_factors": lazy_gettext("六要素"),
    "four_checks": lazy_gettext("四查四看"),
    "four_looks": lazy_gettext("四看"),
    "eight_views": lazy_gettext("八看"),
    "three_factors": lazy_gettext("三因素"),
    "full_cycle": lazy_gettext("全周期"),
}
BASES: Words = {
    "meeting": lazy_gettext("依联席会议决定"),
    "negative_list": lazy_gettext("负面清单"),
    "correction": lazy_gettext("更正"),
    "appeal": lazy_gettext("复核"),
}
FORMS: tuple[LazyString, ...] = (
    lazy_gettext("不作组织处理"),
    lazy_gettext("第一种形态"),
    lazy_gettext("第二种形态"),
    lazy_gettext("第三种形态"),
    lazy_gettext("第四种形态"),
)
CHANNELS: Words = {
    "inbox": lazy_gettext("站内通知"),
    "mail": lazy_gettext("邮件"),
}
DELIVERIES: Words = {
    "pending": lazy_gettext("待送"),
    "sending": lazy_gettext("发送中"),
    "delivered": lazy_gettext("已送达"),
    "failed": lazy_gettext("未送达"),
}
STEPS: tuple[LazyString, ...] = (
    lazy_gettext("事项"),
    lazy_gettext("依据与决策"),
    lazy_gettext("风险与措施"),
    lazy_gettext("期限与受益"),
    lazy_gettext("清单与声明"),
    lazy_gettext("核对报送"),
)
WORK_TABS: Words = {
    "due_today": lazy_gettext("今日到期和逾期"),
    "mine": lazy_gettext("我的"),
    "organ": lazy_gettext("本单位"),
    "unassigned": lazy_gettext("待分派"),
    "closed": lazy_gettext("已办结"),
}
SORTS: Words = {
    "due": lazy_gettext("到期"), "newest": lazy_gettext("最新"), "oldest": lazy_gettext("最早")}
CASE_TABS: Words = {
    "overview": lazy_gettext("概要"),
    "evidence": lazy_gettext("证据"),
    "assessment": lazy_gettext("评估"),
    "meeting": lazy_gettext("会议"),
    "letters": lazy_gettext("文书"),
    "timeline": lazy_gettext("时间线"),
}
OWN_TABS: Words = {"organ": lazy_gettext("在办"), "closed": lazy_gettext("已办结")}
EMPTY: Words = {
    "due_today": lazy_gettext("没有今天到期的案件，也没有逾期的。"),
    "mine": lazy_gettext("您手里没有要审查的报备。新分派给您的会出现在这里。"),
    "organ": lazy_gettext("本单位没有在审查的报备。收到报备后会自动出现在这里。"),
    "unassigned": lazy_gettext("没有待分派的案件。"),
    "closed": lazy_gettext("还没有办结的案件。"),
}
EMPTY_CASES: Words = {
    **EMPTY,
    "mine": lazy_gettext("您手里没有在办的认定案件。新分派给您的会出现在这里。"),
    "own": lazy_gettext("您没有在办的认定案件。做事出了偏差、被问责之前，可以在这里申请容错认定。"),
    "organ": lazy_gettext("没有在办的认定案件。当事人申请、机关主动启动或线索研判后，会出现在这里。"),
    "closed": lazy_gettext("还没有办结的认定案件。"),
}


def word(words: Words, code: str) -> str:
    """The word for a code; a code without one is shown as it is."""
    return str(words.get(code, code))


def form_word(level: int) -> str:
    """The form of discipline (四种形态) by its number."""
    return str(FORMS[level]) if 0 <= level < len(FORMS) else str(level)


def upheld_word(upheld: bool) -> str:
    """What has become of the decision on appeal."""
    return gettext("维持原决定") if upheld else gettext("已变更原决定，没有加重")
