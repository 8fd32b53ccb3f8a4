"""What a report consists of: what is done, what is open, what is still to come, what is not asked."""

from flask_babel import gettext

from services.clarify.pages.course import ENDED, holder_of_report, named, pack_of_report
from services.clarify.pages.words import DISPOSALS
from services.gateway.console.case.parts import CasePart, after, by_whom, last, whose
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import day
from services.gateway.console.page.labels import word

CLOSES = ("close", "await_feedback")
DISPOSES = ("inquire", "verify", "hold", "settle")


def parts_of(report: Answer) -> list[CasePart]:
    """In order; of what left the organ only where it went."""
    if report["state"] == "passed_up":
        return []
    return [_registered(report), _remit(report), _told(report), _disposed(report), _found(report),
            _clearing(report), _closed(report), _result(report)]


def _steps(report: Answer, *verbs: str) -> Answer | None:
    return last({"history": report["steps"]}, *verbs)


def _registered(report: Answer) -> CasePart:
    return CasePart(word=gettext("登记"), standing="done", said=by_whom(_steps(report, "register")))


def _remit(report: Answer) -> CasePart:
    name = named(pack_of_report(report).reports.stage("remit"))
    if report["state"] == "received":
        return _open(report, name)
    return CasePart(word=name, standing="done", said=by_whom(_steps(report, "accept", "refuse")))


def _told(report: Answer) -> CasePart:
    """Acceptance, to whoever reported under their name."""
    name, told = gettext("告知受理"), _steps(report, "tell_acceptance")
    if told:
        return CasePart(word=name, standing="done", said=by_whom(told))
    if report["acceptance_due_on"]:
        until = gettext("%(day)s前（含当日）", day=day(report["acceptance_due_on"]))
        return CasePart(word=name, standing="open", said=until)
    return CasePart(word=name, standing="not_asked", said=_why_nobody_is_told(report))


def _disposed(report: Answer) -> CasePart:
    name = named(pack_of_report(report).reports.stage("disposal"))
    if report["dispositions"]:
        how = word(DISPOSALS, report["dispositions"][-1]["disposal"])
        return CasePart(word=name, standing="done", said=f"{how} · {by_whom(_steps(report, *DISPOSES))}")
    if report["state"] == "accepted":
        return _open(report, name)
    return _later(report, name, gettext("受理"))


def _found(report: Answer) -> CasePart:
    name, many, all_of = gettext("核查结论"), len(report["findings"]), len(report["allegations"])
    if many and many == all_of:
        return CasePart(word=name, standing="done", said=by_whom(_steps(report, "find")))
    if report["state"] in ("handling", "concluding"):
        how_far = gettext("%(all)s 个问题，已有结论 %(n)s 个", all=all_of, n=many)
        return CasePart(word=name, standing="open", said=f"{how_far} · {holder_of_report(report)}")
    return _later(report, name, gettext("处置"))


def _clearing(report: Answer) -> CasePart:
    name, answered = gettext("是否澄清"), report["clearing"]
    if answered:
        said = gettext("要澄清") if answered["clear"] else gettext("不澄清")
        return CasePart(word=name, standing="done", said=f"{said} · {answered['by_name']}")
    if report["clearing_asked"] and report["state"] not in ENDED:
        return CasePart(word=name, standing="open", said=gettext("有不属实或者错告的问题，办结前要回答"))
    if report["findings"]:
        return CasePart(word=name, standing="not_asked", said=gettext("没有不属实或者错告的问题"))
    return _later(report, name, gettext("核查结论"))


def _closed(report: Answer) -> CasePart:
    name, done = gettext("审核办结"), _steps(report, *CLOSES)
    if done:
        return CasePart(word=name, standing="done", said=by_whom(done))
    if report["held_by"] == "decision":
        return _open(report, name)
    return _later(report, name, gettext("核查结论"))


def _result(report: Answer) -> CasePart:
    name, told = gettext("反馈结果"), _steps(report, "tell_result")
    if told:
        return CasePart(word=name, standing="done", said=by_whom(told))
    if report["state"] == "feedback":
        return _open(report, name)
    if report["kind"] == "real_name" and not report["repeats"]:
        return _later(report, name, gettext("审核办结"))
    return CasePart(word=name, standing="not_asked", said=_why_nobody_is_told(report))


def _open(report: Answer, name: str) -> CasePart:
    return CasePart(word=name, standing="open", said=whose(holder_of_report(report), report["deadline"]))


def _later(report: Answer, name: str, before: str) -> CasePart:
    """What waits for another part; of what is over, it is not asked any more."""
    if report["state"] in ENDED:
        return CasePart(word=name, standing="not_asked")
    return CasePart(word=name, standing="later", said=after(before))



def _why_nobody_is_told(report: Answer) -> str:
    if report["repeats"]:
        return gettext("重复件，以前告知过")
    if report["kind"] == "real_name":
        return gettext("没有受理")
    return gettext("不是经核实的实名举报，举报人凭查询码查看")
