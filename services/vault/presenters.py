"""How reporters and orders are shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from rongcuo.contracts import vault as contract
from rongcuo.policy.calendar import by_day, midnight
from services.vault.domain import Reporter, UnsealingOrder
from services.vault.ports import KeptFile


def side_of(reporter: Reporter, files: Sequence[KeptFile]) -> contract.ReporterSide:
    """To the reporter, who need not know by which number an inquiry goes."""
    told = tuple(replace(each, put=None) for each in reporter.told)
    return contract.ReporterSide(
        pseudonym=reporter.pseudonym, status=reporter.status, told=told, messages=reporter.messages,
        wishes=reporter.wishes, files=tuple(map(_file, files)))


def dialogue_of(reporter: Reporter, files: Sequence[KeptFile], now: datetime) -> contract.Dialogue:
    """To whoever handles the report: on which day the reporter read or wrote, not at which second. Beside a
    log of who was on the network then, that might say who they are. That they have read is there once that
    day is over, for whoever looks again and again would see it come."""
    told = tuple(replace(each, read_at=by_day(each.read_at, now), put=None) for each in reporter.told)
    messages = tuple(replace(each, at=midnight(each.at)) if each.author is contract.Author.REPORTER else each
                     for each in reporter.messages)
    wishes = tuple(replace(each, at=midnight(each.at)) for each in reporter.wishes)
    return contract.Dialogue(
        reporter_ref=reporter.id, pseudonym=reporter.pseudonym, real_name=reporter.real_name,
        status=reporter.status, parts=reporter.parts, told=told, messages=messages, wishes=wishes,
        files=tuple(replace(_file(each), at=midnight(each.at)) for each in files))


def paper_of(kept: KeptFile) -> contract.Paper:
    """What an inquiry knows of it."""
    return contract.Paper(file_id=kept.file_id, number=kept.number, kind=kept.kind, size=kept.size,
                          at=kept.at)


def _file(kept: KeptFile) -> contract.ReporterFile:
    return contract.ReporterFile(number=kept.number, kind=kept.kind, size=kept.size, at=kept.at)


def view_of(order: UnsealingOrder, allowed: tuple[str, ...] = ()) -> contract.OrderView:
    """To all who may see the order. `allowed`: what whoever looks may do now."""
    approvals = tuple(
        contract.ApprovalView(group=each.group, by_name=each.by_name, key_id=each.key_id, at=each.at)
        for each in order.approvals)
    return contract.OrderView(
        order_id=order.id, number=order.number, pseudonym=order.pseudonym, state=order.state,
        parts=order.parts, ground=order.ground, needs_consent=order.needs_consent, asked_by=order.asked_by,
        asked_by_name=order.asked_by_name, consented_by_name=order.consented_by_name, approvals=approvals,
        reason=order.reason, asked_at=order.asked_at, window_from=order.window_from,
        window_until=order.window_until, open_until=order.open_until, ended_at=order.ended_at,
        allowed=allowed, tag=order.tag)
