"""Appeals (申诉、复核) against a determination."""

from rongcuo.contracts.determination import (
    AppealQuery,
    AppealsPage,
    AppealsQuery,
    AppealView,
    DecideAppeal,
    FormAppealPanel,
    LodgeAppeal,
    SignAppealOpinion,
    WithdrawAppeal,
)
from services.gateway.api.route import Part, get, post

_ONE = "/appeals/<id:appeal_id>"

PART = Part("appeals", "申诉 · Appeals", (
    post("/determinations/<id:case_id>/appeals", "determination.lodge_appeal", LodgeAppeal, AppealView,
         "当事人提出申诉", "The subject appeals", status=201),
    get("/appeals", "determination.appeals", AppealsQuery, AppealsPage,
        "申诉:在办、已办结", "Appeals; tab: organ, closed"),
    get(_ONE, "determination.appeal", AppealQuery, AppealView, "一件申诉", "One appeal"),
    post(f"{_ONE}/panel", "determination.form_appeal_panel", FormAppealPanel, AppealView,
         "组成复核组,原经办人员除外", "Form the panel, of nobody who had a part before"),
    post(f"{_ONE}/decision", "determination.decide_appeal", DecideAppeal, AppealView,
         "复核组成员提出复核意见,不得加重;过半数意见一致即为复核决定",
         "A panel member says how; what more than half say is the decision, never to the subject's harm"),
    post(f"{_ONE}/signatures", "determination.sign_appeal_opinion", SignAppealOpinion, AppealView,
         "会签同事的复核意见", "Sign a colleague's opinion, as it was read"),
    post(f"{_ONE}/withdraw", "determination.withdraw_appeal", WithdrawAppeal, AppealView,
         "撤回申诉", "Withdraw the appeal"),
))
