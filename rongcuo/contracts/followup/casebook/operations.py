"""What can be done about the casebook, and asked."""

from typing import TypeVar

from rongcuo.contracts.followup import casebook as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "followup"
C = TypeVar("C")


def _command(method: str, takes: type[C], zh: str, en: str) -> Command[C, contract.EntryNumber]:
    return Command(SERVICE, method, takes, contract.EntryNumber, zh=zh, en=en)


BEGIN_ENTRY = _command("begin_entry", contract.BeginEntry,
                       "起草典型案例，或者新版", "Begin a typical case, or a new version of one")
WRITE_ENTRY = _command("write_entry", contract.WriteEntry,
                       "修改案例文字", "Write the words of a case anew")
DESCRIBE_ENTRY = _command("describe_entry", contract.DescribeEntry,
                          "写明领域、范围和对外说明的特征",
                          "Say its area, for whom it is shown, and what is said of it")
PROPOSE_MASKS = _command("propose_masks", contract.ProposeMasks,
                         "由系统提出脱敏建议", "Have the platform propose what to mask")
DECIDE_MASKS = _command("decide_masks", contract.DecideMasks,
                        "逐项决定脱敏还是保留", "Decide each mask")
ADD_MASK = _command("add_mask", contract.AddMask, "补充一处脱敏", "Mask words that were not found")
NAME_CHECKERS = _command("name_checkers", contract.NameCheckers,
                         "指定两名审核人", "Name the two who check it")
CONFIRM_MASKS = _command("confirm_masks", contract.ConfirmMasks,
                         "脱敏审核通过", "Confirm that nobody can be told from it")
SEND_ENTRY_BACK = _command("send_entry_back", contract.SendEntryBack,
                           "退回修改", "Send it back, saying why")
PUBLISH_ENTRY = _command("publish_entry", contract.PublishEntry, "发布案例", "Publish it")
WITHDRAW_ENTRY = _command("withdraw_entry", contract.WithdrawEntry,
                          "撤回案例", "Withdraw it, saying why")
ASSIGN_READING = Command(SERVICE, "assign_reading", contract.AssignReading, contract.ReadingsMade,
                         zh="安排本单位人员学习指引", en="Ask people of one's organ to read a guide")
READ_GUIDE = Command(SERVICE, "read_guide", contract.ReadGuide, contract.ReadingsMade,
                     zh="已读指引的这一版", en="Say that one has read this edition of a guide")
CASEBOOK_ENTRY = Query(SERVICE, "casebook_entry", contract.EntryQuery, contract.EntryView,
                       zh="一篇典型案例，在您的权限内", en="One typical case, as far as you may see it")
CASEBOOK_ENTRIES = Query(SERVICE, "casebook_entries", contract.EntriesQuery, contract.EntriesPage,
                         zh="典型案例：已发布（可检索）、起草和审核中、不再有效",
                         en="Typical cases; tab: published (searchable), work, over")
CASEBOOK_GUIDE = Query(SERVICE, "casebook_guide", contract.GuideQuery, contract.GuideView,
                       zh="一个领域的《容错纠错工作指引》", en="The guide of an area")
CASEBOOK_AREAS = Query(SERVICE, "casebook_areas", contract.AreasQuery, contract.Areas,
                       zh="有哪些领域的指引", en="The guides that there are")
READINGS = Query(SERVICE, "readings", contract.ReadingsQuery, contract.ReadingsView,
                 zh="本单位谁已读指引的哪一版", en="Who of one's organ has read which edition of a guide")
