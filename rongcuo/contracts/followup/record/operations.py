"""What can be done about records, and asked."""

from rongcuo.contracts.followup import record as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"

ADD_RECORD_REMARK = Command(SERVICE, "add_record_remark", contract.AddRecordRemark, contract.RemarkAdded,
    zh="本人对自己的履职记录补充说明", en="The person adds a remark to their record")
ASK_CORRECTION = Command(SERVICE, "ask_correction", contract.AskCorrection, contract.CorrectionNumber,
    zh="本人申请更正自己履职记录里的一项", en="The person asks that an entry of their record be corrected")
ANSWER_CORRECTION = Command(
    SERVICE, "answer_correction", contract.AnswerCorrection, contract.CorrectionNumber,
    zh="答复更正申请，须写明理由", en="Answer a request for correction, with the reason")
RECORD = Query(SERVICE, "record", contract.RecordQuery, contract.RecordView,
    zh="一个人的履职记录：只有事实，在您的权限内；他人查看的，本人看得到",
    en="The record of one person: facts only, within your rights; the person sees who has looked")
CORRECTION = Query(SERVICE, "correction", contract.CorrectionQuery, contract.CorrectionView,
    zh="一件更正申请", en="One request for correction")
CORRECTIONS = Query(SERVICE, "corrections", contract.CorrectionsQuery, contract.CorrectionsPage,
    zh="更正申请：本机关待答复的、已答复的、本人提出的",
    en="Requests for correction; tab: organ, closed, own")
