"""`rongcuo registrar`: a way in for the province's registrars, from the machine. Works on the database."""

from contextlib import closing
from secrets import token_urlsafe
from uuid import uuid4

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Command, Invocation
from rongcuo.chassis.unit_of_work.transaction import alone
from rongcuo.commands import _settings
from rongcuo.contracts.actor import OPERATOR, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import PROVINCE


@click.group("registrar")
def command() -> None:
    """组织管理员：首次启动或都进不去时的入口 · A way in for registrars, at the first start or later."""


@command.command("link")
@click.argument("username")
@_settings.configured
def link(config: Config, username: str) -> None:
    """给省级组织管理员一个设置密码的一次性链接 · A one-time link for a registrar of the province.

    只对省级组织管理员有效；账本记下由 operator 发出。
    For the province's registrars only; the ledger says that `operator` issued it.
    """
    from services.identity.domain.credentials import Link  # loaded for this command only
    from services.identity.storage import OfficerStorage
    now, token = time_source(config).now(), token_urlsafe(32)
    about = Invocation("identity", Command(uuid4().hex, ""), OPERATOR, now, uuid4().hex)
    with (closing(open_database("identity", config, visiting=True)) as database,
          alone(database, OfficerStorage, about) as unit):
        officer = unit.store.find(username)
        if not (officer and officer.active and officer.organ_id == PROVINCE
                and Role.REGISTRAR in officer.roles):
            raise CaseError("not_found")
        made = Link.of(officer, now).with_token(token)
        unit.store.put_link(made)
        unit.store.hand_over(made.digest, officer.id, OPERATOR.officer_id, now)
        unit.audit("link_issued", officer.id, purpose=made.purpose.value, way="machine")
        unit.commit()
    click.echo(f"{config.public_address}/links/{token}\n"
               f"{made.expires_at:%Y-%m-%d %H:%M} 前有效，只能用一次 · valid until then, once")
