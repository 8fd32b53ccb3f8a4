"""What can be done to an entry: each operation as a form."""

from collections.abc import Callable, Iterable
from typing import Any

from flask_babel import LazyString, lazy_gettext

from rongcuo.contracts.followup.casebook import operations
from rongcuo.contracts.operation import Command
from rongcuo.contracts.readers import Reader
from services.followup.pages.casebook import forms as of
from services.followup.pages.casebook.words import MASKS, VERBS
from services.followup.pages.programme.asked import Asked, offering, reader
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page.forms import Content

LISTED = "console.followup.casebook"


def _asking(verb: str, command: Command[Any, Any], word: LazyString, fields: Iterable[Asked],
            made: Callable[[Content], Content] = dict, **rest: Any) -> Act:
    """A form of the entry's own, by its fields; `made`: what is sent, of what was read."""
    known = tuple(fields)
    read = reader(known)
    return Act(verb=verb, command=command, word=word, fields="programme/fields",
               **{"read": lambda form, entry: made(read(form, entry)), "choices": offering(known), **rest})


_ACTS = (
    Act(verb="propose", command=operations.PROPOSE_MASKS, word=lazy_gettext("由系统提出脱敏建议"),
        fields="none"),
    Act(verb="decide", command=operations.DECIDE_MASKS, word=lazy_gettext("逐项决定脱敏"),
        fields="casebook/masks", read=of.decided, typed=of.as_decided,
        choices=lambda _: {"kinds": MASKS}),
    Act(verb="confirm", command=operations.CONFIRM_MASKS, word=lazy_gettext("脱敏审核通过"), fields="none",
        hint=lazy_gettext("看过原文和脱敏后的文字，认不出是谁。")),
    _asking("publish", operations.PUBLISH_ENTRY, lazy_gettext("发布案例"), of.PUBLISH, adverse=always,
            rehearsed=False,
            told=((lazy_gettext("所写范围的人"), lazy_gettext("检索得到脱敏后的案例，编入指引。")),)),
    _asking("name_checkers", operations.NAME_CHECKERS, lazy_gettext("指定两名审核人"), of.CHECKERS,
            hint=lazy_gettext("两名不同的人，都没有起草、修改过；至少一名没有办理过来源事项。")),
    _asking("describe", operations.DESCRIBE_ENTRY, lazy_gettext("写明领域和特征"), of.DESCRIBE, of.described,
            typed=of.as_described,
            hint=lazy_gettext("说得越细越容易认出是谁；符合的人太少时系统会拦下，并提示放宽哪一项。")),
    _asking("write", operations.WRITE_ENTRY, lazy_gettext("修改文字"), of.TEXT, of.in_lines,
            typed=of.as_written, hint=lazy_gettext("改了以后重新提出脱敏建议，两次审核重新进行。")),
    _asking("add_mask", operations.ADD_MASK, lazy_gettext("补充一处脱敏"), of.ADD_MASK),
    _asking("send_back", operations.SEND_ENTRY_BACK, lazy_gettext("退回修改"), of.WITHDRAW,
            read_by=Reader.CASEWORKERS),
    _asking("withdraw", operations.WITHDRAW_ENTRY, lazy_gettext("撤回案例"), of.WITHDRAW, adverse=always,
            rehearsed=False, read_by=Reader.ORGAN),
)
ENTRY = Kind(name=operations.CASEBOOK_ENTRY.name, query=operations.CASEBOOK_ENTRY, key="case_id",
             listed=LISTED, verbs=VERBS, acts={act.verb: act for act in _ACTS})
WANTED = ("propose", "confirm", "decide", "publish", "describe", "name_checkers")
