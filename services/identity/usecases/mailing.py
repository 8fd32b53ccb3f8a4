"""Links leave the house by mail. A token is made when its link is sent and kept nowhere: what is sent again
has another one, and the newest opens."""

from secrets import token_urlsafe

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import MailLink
from rongcuo.contracts.notify.operations import MAIL_LINK
from services.identity.domain.credentials import Link
from services.identity.domain.officer import Officer
from services.identity.ports import Officers

AT_ONCE = 20


def mail_links(context: ExecutionContext[Officers]) -> None:
    """Have those sent that are due. What could not be sent is tried again, until it would open nothing."""
    for _ in range(AT_ONCE):
        token = token_urlsafe(32)
        claimed = _claim(context, token)
        if claimed is None:
            return
        link, officer = claimed
        if _sent(context, officer, link, token):
            with context.unit() as unit:
                if unit.store.link(link.digest, context.now):
                    unit.store.put_link(link.sent())
                unit.commit()


def _claim(context: ExecutionContext[Officers], token: str) -> tuple[Link, Officer] | None:
    """Put off before it is sent: a crash in between forgets nothing."""
    with context.unit() as unit:
        due = unit.store.link_to_mail(context.now)
        if due is None:
            return None
        link, officer = due[0].with_token(token).put_off(context.now), due[1]
        unit.store.put_link(link)
        unit.commit()
    return link, officer


def _sent(context: ExecutionContext[Officers], officer: Officer, link: Link, token: str) -> bool:
    """A late answer counts as sent: another mail would void the one that has arrived."""
    mail = MailLink(officer_id=officer.id, division_code=officer.division_code, name=officer.name,
                    email=officer.email, username=officer.username, link=token, purpose=link.purpose,
                    expires_at=link.expires_at)
    try:
        context.ask(MAIL_LINK, mail)
    except CaseError as failure:
        return failure.code == "answer_late"
    return True
