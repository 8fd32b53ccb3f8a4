"""The lists as tables to take away: which columns each has, in the reader's words."""

from collections.abc import Callable

from flask_babel import lazy_gettext

from services.gateway.console.backend import Answer
from services.gateway.console.holders import appeal_holder, held, task_holder
from services.gateway.console.lists import Columns, at
from services.gateway.console.words import STATES, word

Told = Callable[[Answer], object]


def _said(name: str) -> Told:
    return lambda line: line[name]


def _at(name: str) -> Told:
    return lambda line: at(line[name])


def _due(line: Answer) -> str:
    """While a clock stands still its day is not known."""
    return "" if line.get("suspended") and not line.get("decided_at") else at(line["due_at"])


def _state(line: Answer) -> str:
    return word(STATES, line["state"])


NUMBER, TITLE = (lazy_gettext("编号"), _said("number")), (lazy_gettext("事项"), _said("title"))
UNIT, STATE = (lazy_gettext("单位"), _said("unit")), (lazy_gettext("状态"), _state)
DUE = (lazy_gettext("到期"), _due)
HELD = lazy_gettext("在谁手里")
SINCE, CLOSED = lazy_gettext("开始"), (lazy_gettext("办结"), _at("decided_at"))

CASES: Columns = (DUE, NUMBER, TITLE, UNIT, STATE, (HELD, held), (SINCE, _at("opened_at")), CLOSED)
DETERMINATIONS: Columns = (DUE, NUMBER, TITLE, (lazy_gettext("当事人"), _said("subject_name")), UNIT, STATE,
                           (HELD, held), (SINCE, _at("opened_at")), CLOSED)
APPEALS: Columns = (DUE, NUMBER, TITLE, STATE, (HELD, appeal_holder), (SINCE, _at("lodged_at")), CLOSED)
MEETINGS: Columns = ((lazy_gettext("时间"), _at("meets_at")), NUMBER, TITLE, STATE,
                     (lazy_gettext("案件"), _said("cases")))
TASKS: Columns = (DUE, NUMBER, TITLE, (HELD, task_holder), (SINCE, _at("opened_at")))
FILINGS: Columns = ((lazy_gettext("报送时间"), _at("submitted_at")), NUMBER, TITLE, UNIT,
                    (lazy_gettext("报备人"), _said("filer_name")), STATE)
