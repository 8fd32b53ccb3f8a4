"""动态画像: the record of somebody's own doings."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.record import operations
from services.followup.service.context import Context
from services.followup.usecases import composing, records
from services.followup.views import records as pages


class Records(Context):
    """动态画像: the record of somebody's own doings."""

    add_record_remark = carries_out(operations.ADD_RECORD_REMARK, records.remark)
    ask_correction = carries_out(operations.ASK_CORRECTION, records.ask)
    answer_correction = carries_out(operations.ANSWER_CORRECTION, records.answer)

    record = answers(operations.RECORD, composing.record)
    correction = answers(operations.CORRECTION, pages.correction)
    corrections = answers(operations.CORRECTIONS, pages.page)
