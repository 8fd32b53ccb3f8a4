"""What can be done about determinations, meetings, appeals and clues, and asked."""

from rongcuo.contracts import determination as contract
from rongcuo.contracts import gaps
from rongcuo.contracts.confirmation import confirm_event
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.opening import OpeningGaps, OpeningQuery
from rongcuo.contracts.operation import Command, Query
from rongcuo.contracts.watching import open_matters
from rongcuo.contracts.workload import workload

SERVICE = "determination"

OPEN_DETERMINATION = Command(
    SERVICE, "open_determination", contract.OpenDetermination, contract.DeterminationView,
    zh="当事人申请容错认定,或由机关主动启动",
    en="A subject applies for a determination, or the organ opens one itself")
ASSIGN_DETERMINATION = Command(
    SERVICE, "assign_determination", contract.AssignDetermination, contract.DeterminationView,
    zh="分派", en="Assign to a reviewer")
RECUSE_FROM_DETERMINATION = Command(
    SERVICE, "recuse_from_determination", contract.RecuseFromDetermination, contract.DeterminationView,
    zh="回避", en="Recuse")
ASK_FOR_RECUSAL = Command(SERVICE, "ask_for_recusal", contract.AskForRecusal, contract.DeterminationView,
    zh="当事人申请回避", en="The subject asks for a recusal")
ANSWER_RECUSAL = Command(SERVICE, "answer_recusal", contract.AnswerRecusal, contract.DeterminationView,
    zh="答复回避申请,须写明理由", en="Answer an application for a recusal, with reasons")
WITHDRAW_RECUSAL = Command(SERVICE, "withdraw_recusal", contract.WithdrawRecusal, contract.DeterminationView,
    zh="撤回尚未答复的回避申请", en="Take back an application for a recusal that waits for its answer")
ACCEPT_DETERMINATION = Command(
    SERVICE, "accept_determination", contract.AcceptDetermination, contract.DeterminationView,
    zh="受理", en="Accept")
REFUSE_DETERMINATION = Command(
    SERVICE, "refuse_determination", contract.RefuseDetermination, contract.DeterminationView,
    zh="不予受理,须写明理由", en="Refuse, with reasons")
FORM_DETERMINATION_TEAM = Command(
    SERVICE, "form_determination_team", contract.FormDeterminationTeam, contract.DeterminationView,
    zh="组成专项调查组", en="Form the verification team")
RETURN_DETERMINATION = Command(
    SERVICE, "return_determination", contract.ReturnDetermination, contract.DeterminationView,
    zh="退回补充核查,须写明理由", en="Return to verification, with reasons")
WITHDRAW_DETERMINATION = Command(
    SERVICE, "withdraw_determination", contract.WithdrawDetermination, contract.DeterminationView,
    zh="当事人撤回申请", en="The subject withdraws the application")
SUSPEND_DETERMINATION = Command(
    SERVICE, "suspend_determination", contract.SuspendDetermination, contract.DeterminationView,
    zh="暂停计时,须写明理由", en="Suspend the clock, with a reason")
RESUME_DETERMINATION = Command(
    SERVICE, "resume_determination", contract.ResumeDetermination, contract.DeterminationView,
    zh="恢复计时", en="Resume the clock")
EXTEND_DETERMINATION = Command(
    SERVICE, "extend_determination", contract.ExtendDetermination, contract.DeterminationView,
    zh="延长期限一次", en="Extend the limit once")
HAND_DETERMINATION_UP = Command(
    SERVICE, "hand_determination_up", contract.HandDeterminationUp, contract.DeterminationView,
    zh="移送上级机关,须写明理由", en="Hand up to the organ above, with a reason")

LINK_FILING = Command(SERVICE, "link_filing", contract.LinkFiling, contract.DeterminationView,
    zh="关联事前报备", en="Link an earlier filing that covers the act")
ADD_EVIDENCE = Command(SERVICE, "add_evidence", contract.AddEvidence, contract.DeterminationView,
    zh="添加证据", en="Add evidence")
RECORD_FINDING = Command(SERVICE, "record_finding", contract.RecordFinding, contract.DeterminationView,
    zh="记录查明情况", en="Record a finding")
RECORD_STATEMENT = Command(SERVICE, "record_statement", contract.RecordStatement, contract.DeterminationView,
    zh="当事人陈述", en="The subject's statement")
WRITE_FACTS_MATERIAL = Command(
    SERVICE, "write_facts_material", contract.WriteFactsMaterial, contract.DeterminationView,
    zh="事实见面材料与容错处理意见", en="The facts material, with the tolerance opinion")
ANSWER_NEGATIVE_ITEM = Command(
    SERVICE, "answer_negative_item", contract.AnswerNegativeItem, contract.DeterminationView,
    zh="回答负面清单的一项", en="Answer an item of the negative list")
ASSESS = Command(SERVICE, "assess", contract.Assess, contract.DeterminationView,
    zh="独立评估一组标准", en="Assess a set of criteria, independently")
REPORT_DETERMINATION = Command(
    SERVICE, "report_determination", contract.ReportDetermination, contract.DeterminationView,
    zh="核查报告", en="The verification report")

MAKE_DETERMINATION = Command(
    SERVICE, "make_determination", contract.MakeDetermination, contract.DeterminationView,
    zh="按会议决定作出认定", en="Decide as the meeting resolved")
GIVE_FEEDBACK = Command(SERVICE, "give_feedback", contract.GiveFeedback, contract.DeterminationView,
    zh="向当事人反馈", en="Tell the subject")
FILE_FOR_RECORD = Command(SERVICE, "file_for_record", contract.FileForRecord, contract.DeterminationView,
    zh="备案并函告组织人事部门", en="File for record, with the notice to the personnel body")
CORRECT_DETERMINATION = Command(
    SERVICE, "correct_determination", contract.CorrectDetermination, contract.DeterminationView,
    zh="更正认定决定", en="Correct the decision")
REVOKE_DETERMINATION = Command(
    SERVICE, "revoke_determination", contract.RevokeDetermination, contract.DeterminationView,
    zh="撤销认定决定,回到核查", en="Revoke the decision; the case returns to verification")

CONVENE_MEETING = Command(SERVICE, "convene_meeting", contract.ConveneMeeting, contract.MeetingView,
    zh="召集联席会议", en="Convene a joint meeting")
RECUSE_MEMBER = Command(SERVICE, "recuse_member", contract.RecuseMember, contract.MeetingView,
    zh="成员回避一个案件", en="A member takes no part in a case")
CALL_SUBSTITUTES = Command(SERVICE, "call_substitutes", contract.CallSubstitutes, contract.MeetingView,
    zh="回避后有表决权的人不够的,补请成员", en="Call more members, where recusals leave too few to vote")
CALL_ROLL = Command(SERVICE, "call_roll", contract.CallRoll, contract.MeetingView,
    zh="点名,达到法定人数即开会", en="Call the roll; with a quorum it opens")
OPEN_VOTE = Command(SERVICE, "open_vote", contract.OpenVote, contract.MeetingView,
    zh="开始表决一项议题", en="Open the vote on an item")
CAST_VOTE = Command(SERVICE, "cast_vote", contract.CastVote, contract.MeetingView,
    zh="密封投票", en="Cast a sealed vote")
REVEAL_VOTES = Command(SERVICE, "reveal_votes", contract.RevealVotes, contract.MeetingView,
    zh="同时开票", en="Reveal all votes of an item together")
ADJOURN_MEETING = Command(SERVICE, "adjourn_meeting", contract.AdjournMeeting, contract.MeetingView,
    zh="休会,须写明理由", en="Adjourn, with a reason")
NAME_CHAIR = Command(SERVICE, "name_chair", contract.NameChair, contract.MeetingView,
    zh="主持人不能履职的，休会并另定主持人", en="The chair is gone: adjourn, and another member leads on")
CANCEL_MEETING = Command(SERVICE, "cancel_meeting", contract.CancelMeeting, contract.MeetingView,
    zh="取消会议", en="Cancel the meeting")
WRITE_MINUTES = Command(SERVICE, "write_minutes", contract.WriteMinutes, contract.MeetingView,
    zh="写会议纪要", en="Write the minutes")
SIGN_MINUTES = Command(SERVICE, "sign_minutes", contract.SignMinutes, contract.MeetingView,
    zh="会签纪要", en="Sign the minutes")

LODGE_APPEAL = Command(SERVICE, "lodge_appeal", contract.LodgeAppeal, contract.AppealView,
    zh="当事人提出申诉", en="The subject appeals")
FORM_APPEAL_PANEL = Command(SERVICE, "form_appeal_panel", contract.FormAppealPanel, contract.AppealView,
    zh="组成复核组,原经办人员除外", en="Form the panel, of nobody who had a part before")
DECIDE_APPEAL = Command(SERVICE, "decide_appeal", contract.DecideAppeal, contract.AppealView,
    zh="复核组成员提出复核意见,不得加重;过半数意见一致即为复核决定",
    en="A panel member says how; what more than half say is the decision, never to the subject's harm")
SIGN_APPEAL_OPINION = Command(SERVICE, "sign_appeal_opinion", contract.SignAppealOpinion, contract.AppealView,
    zh="会签同事的复核意见", en="Sign a colleague's opinion, as it was read")
WITHDRAW_APPEAL = Command(SERVICE, "withdraw_appeal", contract.WithdrawAppeal, contract.AppealView,
    zh="撤回申诉", en="Withdraw the appeal")

DISPOSE_CLUE = Command(SERVICE, "dispose_clue", contract.DisposeClue, contract.ClueDisposalView,
    zh="处置线索并回答是否启动容错认定;举报件在举报件上处置",
    en="Dispose of a clue and answer the tolerance question; of a report, at the report")

OPENING = Query(SERVICE, "opening", OpeningQuery, OpeningGaps)
DETERMINATION = Query(SERVICE, "determination", contract.DeterminationQuery, contract.DeterminationView,
    zh="一个认定案件,在您的权限内", en="One determination, as far as you may see it")
DETERMINATIONS = Query(SERVICE, "determinations", contract.DeterminationsQuery, contract.DeterminationsPage,
    zh="容错认定案件:今日到期和逾期、我的、本单位、待分派、已办结",
    en="Determinations; tab: due_today (or overdue), mine, organ, unassigned, closed")
DECIDED_ABOUT = Query(SERVICE, "decided_about", contract.DecidedAboutQuery, contract.DecidedAbout)
OF_REPORT = Query(SERVICE, "of_report", contract.OfReportQuery, contract.OfReport)
SIMILAR_CASES = Query(SERVICE, "similar_cases", contract.SimilarCasesQuery, contract.SimilarCases,
    zh="情形相同的已决案件(不含姓名)", en="Decided cases of the same situation, without names")
CONVENING = Query(SERVICE, "convening", gaps.ConveningQuery, gaps.Convening)
MEETING = Query(SERVICE, "meeting", contract.MeetingQuery, contract.MeetingView,
    zh="一次会议;开票前只见到谁已投票", en="One meeting; before the reveal only who has voted")
BALLOT_RECEIPT = Query(SERVICE, "ballot_receipt", contract.BallotReceiptQuery, contract.BallotReceipt)
MEETINGS = Query(SERVICE, "meetings", contract.MeetingsQuery, contract.MeetingsPage,
    zh="本机关的会议,或我参加的会议", en="The organ's meetings, or those one is a member of")
APPEAL = Query(SERVICE, "appeal", contract.AppealQuery, contract.AppealView, zh="一件申诉", en="One appeal")
APPEALS = Query(SERVICE, "appeals", contract.AppealsQuery, contract.AppealsPage,
    zh="申诉:在办、已办结", en="Appeals; tab: organ, closed")
CLUE_DISPOSALS = Query(SERVICE, "clue_disposals", contract.ClueDisposalsQuery, contract.ClueDisposals,
    zh="一条线索的处置", en="The disposals of a clue")
WORKLOAD = workload(SERVICE)
CONFIRM_EVENT = confirm_event(SERVICE)
CHECKPOINT = checkpoint(SERVICE)
OPEN_MATTERS = open_matters(SERVICE)
