"""A link by mail: sent at once and kept nowhere, for whoever reads it can set somebody's password."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import MailLink
from services.notify import access
from services.notify.domain import Notification, Outgoing, Undelivered
from services.notify.domain.message import InBoth
from services.notify.ports import Channel, Notices
from services.notify.wording import body_of, subject_of


def mail_link(context: ExecutionContext[Notices], mail: MailLink, channel: Channel, address: str) -> None:
    """Raises `notify.not_mailed`; identity tries again. No quiet hours: somebody asked for it."""
    access.require_platform(context.actor)
    link = f"{address}/links/{mail.link}"
    notification = Notification("", f"link_{mail.purpose}", (mail.officer_id,), {
        "name": mail.name, "username": mail.username, "link": InBoth(link, link), "until": mail.expires_at})
    key = f"{mail.officer_id}.{int(context.now.timestamp())}"
    try:
        channel.send(Outgoing(key, mail.division_code, mail.name, mail.email, subject_of(notification),
                              body_of(notification), context.now))
    except Undelivered as problem:
        raise CaseError("notify.not_mailed", problem.reason) from None
