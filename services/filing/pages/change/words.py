"""The words of these pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from services.gateway.console.filing.changes import STATES, TERMS
from services.gateway.console.page.labels import Words

__all__ = ["EMPTY", "STATES", "TABS", "TERMS", "VERBS"]

TABS: Words = {
    "mine": lazy_gettext("我承办的"), "organ": lazy_gettext("待审查"), "closed": lazy_gettext("已办结")}
EMPTY: Words = {
    "mine": lazy_gettext("您没有承办中的变更。"),
    "organ": lazy_gettext("没有等待审查的变更。报备单位提出以后，会出现在这里。"),
    "closed": lazy_gettext("还没有办结的变更。"),
    "own": lazy_gettext("您单位还没有提过变更。报备受理以后情况有变化的，在报备的页面上提出。")}
VERBS: Words = {
    "propose_change": lazy_gettext("已提出变更备案"), "take_change": lazy_gettext("已承办"),
    "step_back": lazy_gettext("已回避"), "approve_change": lazy_gettext("已同意变更"),
    "decline_change": lazy_gettext("不同意变更"), "withdraw_change": lazy_gettext("已撤回变更"),
    "object_to_change": lazy_gettext("提出异议"),
    "approve_after_all": lazy_gettext("异议成立，已同意变更"),
    "uphold_change": lazy_gettext("维持不同意变更"),
    "post_ended": lazy_gettext("承办人离任，由他人承办"),
    "lapse_change": lazy_gettext("报备期满或者不再适用，变更终止")}
