"""The later life of a filing in words: who has it, why a colour is as it is, what happened."""

from typing import Any

from flask_babel import gettext

from rongcuo.policy.pack.overseeing import OversightRule
from services.filing.pages.oversight import words as said
from services.gateway.console.page.backend import Answer, pack_of
from services.gateway.console.page.labels import word
from services.gateway.console.page.language import in_english


def rule_of(matter: Answer) -> OversightRule:
    """As the filing's own pack has it."""
    return pack_of(matter).oversight


def named(item: Any) -> str:
    """An entry of the pack, in the reader's language."""
    return str(item.name_en if in_english() else item.name)


def checkpoint_name(matter: Answer, code: str) -> str:
    """Of the pack's list."""
    found = rule_of(matter).checkpoints.get(code)
    return named(found) if found else code


def stage_of(matter: Answer) -> str:
    """What is to be done next; where that is nothing, where it stands."""
    if matter["due_stage"]:
        return word(said.STAGES, matter["due_stage"])
    return word(said.STATES, matter["state"])


def holder_of(matter: Answer) -> str:
    """Who has to do it."""
    stage = matter["due_stage"]
    if stage == "oversight_checkpoint":
        due = next(each for each in matter["checkpoints"] if not each["found"] and not each["lapse"])
        names = [each["name"] for each in due["supervisors"]]
        return gettext("、").join(names) if len(names) > 1 else gettext("审查负责人")
    if stage == "oversight_correction":
        return str(matter["filer_name"])
    if stage == "oversight_guidance":
        return gettext("受理报备的审查人员")
    if stage:
        return gettext("审查负责人")
    return stage_of(matter)


def colours_of(matter: Answer) -> list[dict[str, Any]]:
    """Each preset's colour with its cause in words; that of the place first."""
    shown = [{"preset": word(said.PRESETS, each["preset"]), "ours": each["preset"] == matter["preset"],
              "colour": each["colour"], "word": word(said.COLOURS, each["colour"]) if each["colour"] else "",
              "cause": cause_of(matter, each)} for each in matter["colours"]]
    return sorted(shown, key=lambda each: not each["ours"])


def cause_of(matter: Answer, shown: Answer) -> str:
    """Which fact sets it."""
    rule, number = rule_of(matter).progress, shown["deviation"]
    return {
        "not_begun": lambda: gettext("还没有开始实施"),
        "under_way": lambda: gettext("正在实施"),
        "over": lambda: gettext("实施结束，进入评估"),
        "nothing_open": lambda: gettext("没有尚未纠正的偏差"),
        "watched": lambda: gettext("列入白名单或者重点监控，边办边指导"),
        "deviation_open": lambda: gettext("第 %(n)s 项偏差尚未纠正", n=number),
        "correction_late": lambda: gettext("第 %(n)s 项偏差的纠正已经逾期", n=number),
        "out_of_bounds": lambda: gettext("第 %(n)s 项偏差超出报备范围，尚未纠正", n=number),
        "on_plan": lambda: gettext("进度与计划相差不到 %(n)s 个百分点", n=rule.yellow_points),
        "behind": lambda: gettext("比计划落后 %(n)s 个百分点", n=shown["points"]),
        "far_behind": lambda: gettext(
            "比计划落后 %(n)s 个百分点，超过 %(most)s 个", n=shown["points"], most=rule.red_points),
        "not_started": lambda: gettext("计划当月没有开工，已过 %(n)s 个月", n=shown["months"]),
        "long_not_started": lambda: gettext(
            "计划当月没有开工，已过 %(n)s 个月，达到 %(most)s 个月", n=shown["months"], most=rule.red_months),
        "not_reported": lambda: gettext("还没有进度报告，不亮灯"),
    }[shown["cause"]]()


def entries_of(matter: Answer) -> list[Answer]:
    """What happened, oldest first; codes in notes in words."""
    names: dict[str, Any] = {code: named(each) for code, each in rule_of(matter).checkpoints.items()}
    notes = {"evaluate": said.TRACKS, "record_outcome": said.KINDS, "close_oversight": said.USES,
             "check": names, "plan_checkpoints": names, "lapse": names}
    return [{"what": word(said.VERBS, each["what"]), "who": each["actor_name"], "at": each["at"],
             "note": _note(each, notes)} for each in matter["history"]]


def _note(entry: Answer, notes: dict[str, Any]) -> str:
    note = str(entry["note"])
    if entry["what"] in ("guide", "correct", "dispute_deviation", "answer_dispute") and note:
        return gettext("第 %(n)s 项偏差", n=note)
    if entry["what"] not in notes:
        return note
    return gettext("、").join(str(notes[entry["what"]].get(code, code)) for code in note.split())
