"""Typical cases (典型案例), their guides, and who has read those."""

from rongcuo.chassis.service import answers, carries_out
from rongcuo.contracts.followup.casebook import operations
from services.followup.service.context import Context
from services.followup.usecases import casebook, readings
from services.followup.views import casebook as pages
from services.followup.views import guides


class Casebook(Context):
    """Typical cases (典型案例), their guides, and who has read those."""

    begin_entry = carries_out(operations.BEGIN_ENTRY, casebook.begin)
    write_entry = carries_out(operations.WRITE_ENTRY, casebook.write)
    describe_entry = carries_out(operations.DESCRIBE_ENTRY, casebook.describe)
    propose_masks = carries_out(operations.PROPOSE_MASKS, casebook.propose)
    decide_masks = carries_out(operations.DECIDE_MASKS, casebook.decide)
    add_mask = carries_out(operations.ADD_MASK, casebook.add_mask)
    name_checkers = carries_out(operations.NAME_CHECKERS, casebook.name_checkers)
    confirm_masks = carries_out(operations.CONFIRM_MASKS, casebook.confirm)
    send_entry_back = carries_out(operations.SEND_ENTRY_BACK, casebook.send_back)
    publish_entry = carries_out(operations.PUBLISH_ENTRY, casebook.publish)
    withdraw_entry = carries_out(operations.WITHDRAW_ENTRY, casebook.withdraw)
    assign_reading = carries_out(operations.ASSIGN_READING, readings.assign)
    read_guide = carries_out(operations.READ_GUIDE, readings.read)

    casebook_entry = answers(operations.CASEBOOK_ENTRY, pages.entry)
    casebook_entries = answers(operations.CASEBOOK_ENTRIES, pages.page)
    casebook_guide = answers(operations.CASEBOOK_GUIDE, guides.guide)
    casebook_areas = answers(operations.CASEBOOK_AREAS, guides.areas)
    readings = answers(operations.READINGS, guides.read_by_whom)
