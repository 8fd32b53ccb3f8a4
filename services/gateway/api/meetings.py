"""Joint meetings (联席会议): convened, voted in, signed."""

from rongcuo.contracts.determination import (
    AdjournMeeting,
    BallotReceipt,
    CallRoll,
    CallSubstitutes,
    CancelMeeting,
    CastVote,
    ConveneMeeting,
    MeetingQuery,
    MeetingsPage,
    MeetingsQuery,
    MeetingView,
    NameChair,
    OpenVote,
    RecuseMember,
    RevealVotes,
    SignMinutes,
    WriteMinutes,
)
from services.gateway.api.receipt import BallotReceiptWanted, ballot_receipt
from services.gateway.api.route import Part, Route, get, post

_ONE = "/meetings/<id:meeting_id>"


def _act(verb: str, method: str, contract: type, zh: str, en: str) -> Route:
    return post(f"{_ONE}/{verb}", f"determination.{method}", contract, MeetingView, zh, en)


PART = Part("meetings", "联席会议 · Joint meetings", (
    post("/meetings", "determination.convene_meeting", ConveneMeeting, MeetingView,
         "召集联席会议", "Convene a joint meeting", status=201),
    get("/meetings", "determination.meetings", MeetingsQuery, MeetingsPage,
        "本机关的会议,或我参加的会议", "The organ's meetings, or those one is a member of"),
    get(_ONE, "determination.meeting", MeetingQuery, MeetingView,
        "一次会议;开票前只见到谁已投票", "One meeting; before the reveal only who has voted"),
    _act("recuse-member", "recuse_member", RecuseMember,
         "成员回避一个案件", "A member takes no part in a case"),
    _act("substitutes", "call_substitutes", CallSubstitutes,
         "回避后有表决权的人不够的,补请成员", "Call more members, where recusals leave too few to vote"),
    _act("roll", "call_roll", CallRoll, "点名,达到法定人数即开会", "Call the roll; with a quorum it opens"),
    _act("open-vote", "open_vote", OpenVote, "开始表决一项议题", "Open the vote on an item"),
    _act("votes", "cast_vote", CastVote, "密封投票", "Cast a sealed vote"),
    _act("reveal", "reveal_votes", RevealVotes, "同时开票", "Reveal all votes of an item together"),
    Route(verb="GET", address=f"{_ONE}/items/<id:item_id>/receipt", does=ballot_receipt,
          takes=BallotReceiptWanted, gives=(BallotReceipt,), zh="本人选票的回执,可下载后自行核验",
          en="The receipt of one's own ballot; with `download` true as a file to be verified without us"),
    _act("adjourn", "adjourn_meeting", AdjournMeeting, "休会,须写明理由", "Adjourn, with a reason"),
    _act("chair", "name_chair", NameChair, "主持人不能履职的，休会并另定主持人",
         "The chair is gone: adjourn, and another member leads on"),
    _act("cancel", "cancel_meeting", CancelMeeting, "取消会议", "Cancel the meeting"),
    _act("minutes", "write_minutes", WriteMinutes, "写会议纪要", "Write the minutes"),
    _act("sign", "sign_minutes", SignMinutes, "会签纪要", "Sign the minutes"),
))
