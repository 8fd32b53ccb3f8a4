"""Rows of before: of a report that was passed up nothing stays that told of who reported, and an order to
unseal is of the organ where the reporter was sealed."""

from dataclasses import replace

from sqlalchemy import insert, select

from rongcuo.casework.people import Holder
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.history import history_of
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Channel
from rongcuo.contracts.filing import HistoryEntry
from services.clarify import storage as clarify
from services.clarify.storage import report_content
from services.clarify.storage.reports import apart, table
from services.vault import storage as vault
from services.vault.storage import orders as order_rows
from services.vault.storage.tables import orders
from tests.unit.clarify import scene
from tests.unit.clarify.scene import RECEIVED_AT, WANG, by
from tests.unit.vault.house import A1, House, officer

TOLD = {"channel": "phone", "kind": "real_name", "origin": "assigned", "turn": "first", "categories": [],
        "levels": []}


def test_what_was_passed_up_before_is_emptied(config: Config):
    report = scene.opened(replace(scene.CONTENT, channel=Channel.PHONE))
    report.pass_up("市管干部", "r9", by(WANG))
    row = report_content.row_of(report)
    del row["unseen"]      # which came later
    confirmed = HistoryEntry.by(WANG, "confirm_reporter", RECEIVED_AT)
    row["content"] |= {
        "signed": True, "reachable": True, "confirmed": True, "ever_held": ["wang"],
        "recusals": [["zhao", "赵某", "other", "", RECEIVED_AT.isoformat()]],
        "history": [*row["content"]["history"], {
            "what": "confirm_reporter", "actor_id": "wang", "actor_name": "王", "note": "",
            "at": confirmed.at.isoformat()}]}
    database, history = open_database("clarify", config), history_of(clarify.METADATA)
    with database.alone() as session:
        history.upgrade(session.connection(), ("chassis_0002", "clarify_0005"))
        session.execute(insert(table).values(row | {"channel": "phone", "counted": TOLD}))
        history.upgrade(session.connection())
        back = clarify.ReportStorage(session).reports.read("r1")
        assert (back.signed, back.reachable, back.confirmed, back.recusals, back.ever_held) == (
            False, False, False, (), frozenset())
        assert (back.channel, [each.what for each in back.history]) == (
            Channel.LETTER, ["register", "open", "pass_up"])
        assert session.scalar(select(table.c.counted))["kind"] == ""
        assert back.is_apart(scene.ZHAO)
        assert not session.scalars(select(apart.c.who)).all()
    database.close()


def test_who_had_a_hand_before_is_known_by_account(config: Config):
    report = scene.verified()
    row = report_content.row_of(report)
    row["content"] |= {"ever_held": ["wang"], "finders": ["zhao"]}
    database, history = open_database("clarify", config), history_of(clarify.METADATA)
    with database.alone() as session:
        history.upgrade(session.connection())
        session.execute(insert(table).values(row))
        back = clarify.ReportStorage(session).reports.read("r1")
        assert (back.ever_held, back.finders) == ({Holder("wang", "")}, {Holder("zhao", "")})
    database.close()


def test_an_order_of_before_keeps_whom_it_named_and_is_of_the_house_of_its_reporter(config: Config, tmp_path):
    house = House(tmp_path)
    reporter_ref, _ = house.deposit()
    order = house.store.read_order(house.ask(reporter_ref))
    row = order_rows._row_of(order)
    row["content"] |= {"named": [["a1"], ["县财政局"], ["某甲"]]}
    del row["handled_by"]
    database, history = open_database("vault", config), history_of(vault.METADATA)
    with database.alone() as session:
        history.upgrade(session.connection(), ("chassis_0002", "vault_0003"))
        session.execute(insert(orders).values(row | {"revision": 1}))
        history.upgrade(session.connection())
        back = vault.VaultStorage(session).read_order(order.id)
        assert back.handled_by == order.organ_id
        assert back.named.bars(A1)
        assert back.named.bars(officer("x", Role.CUSTODIAN_A, name="某 甲", unit="县财政局"))
    database.close()
