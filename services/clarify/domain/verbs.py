"""What happens to a report."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.contracts.clarify import ReportState as State


class Verb(StrEnum):
    """Those of every case keep their codes."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    FORM_TEAM = "form_team"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_UP = "hand_up"

    REGISTER = "register"
    ACCEPT = "accept"
    REFUSE = "refuse"
    PASS_UP = "pass_up"    # noqa: S105  (a way, not a word)
    CONFIRM_REPORTER = "confirm_reporter"
    LEAVE_ANONYMOUS = "leave_anonymous"    # the other answer to it: nobody could confirm who reported
    LINK = "link"
    CLASSIFY = "classify"
    JUDGE_MATCH = "judge_match"
    DISPOSE = "dispose"
    FIND = "find"
    RETURN = "send_back"
    ANSWER_CLEARING = "answer_clearing"
    CLOSE = "close"
    GIVE_FEEDBACK = "give_feedback"
    RETROSPECT = "retrospect"

    OPEN = "open"                          # it is known whom to keep it from
    INQUIRE = "inquire"                    # what `dispose` becomes: 谈话函询
    VERIFY = "verify"                      # 初步核实
    HOLD = "hold"                          # 暂存待查
    SETTLE = "settle"                      # 予以了结、采信了结
    AWAIT_FEEDBACK = "await_feedback"      # what `close` becomes where the reporter is to be told
    TELL_ACCEPTANCE = "tell_acceptance"    # what `give_feedback` becomes
    TELL_RESULT = "tell_result"
    TAKE_MESSAGE = "take_message"          # the reporter has written, which the vault has
    TAKE_REQUEST = "take_request"          # the reporter's
    TAKE_RECEIPT = "take_receipt"          # the reporter has read a feedback
    TAKE_CHECK = "take_check"              # review has checked a filing
    HEED_INQUIRY = "heed_inquiry"          # into whoever made it: there was no malice
    POST_ENDED = "post_ended"              # of somebody who held it


FOLLOWING = frozenset({
    Verb.OPEN, Verb.INQUIRE, Verb.VERIFY, Verb.HOLD, Verb.SETTLE, Verb.AWAIT_FEEDBACK, Verb.TELL_ACCEPTANCE,
    Verb.TELL_RESULT, Verb.TAKE_MESSAGE, Verb.TAKE_REQUEST, Verb.TAKE_RECEIPT, Verb.TAKE_CHECK,
    Verb.HEED_INQUIRY, Verb.POST_ENDED})
"""Verbs that nobody asks for by name."""

BECOMES: Mapping[Verb, tuple[Verb, ...]] = {
    Verb.DISPOSE: (Verb.INQUIRE, Verb.VERIFY, Verb.HOLD, Verb.SETTLE),
    Verb.GIVE_FEEDBACK: (Verb.TELL_ACCEPTANCE, Verb.TELL_RESULT),
    Verb.CLOSE: (Verb.CLOSE, Verb.AWAIT_FEEDBACK)}
"""What a verb that is asked for comes to, by what it is told and by where the report stands."""

ENDED = frozenset({State.CLOSED, State.NOT_ACCEPTED, State.PASSED_UP})
