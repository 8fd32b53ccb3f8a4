"""The nameko service `vault`."""

from rongcuo.chassis.service import (
    ExecutionProvider,
    answers,
    carries_out,
    command,
    every,
    on_events,
    query,
    witnessed,
)
from rongcuo.contracts import vault as contract
from rongcuo.contracts.vault import operations
from services.vault import storage, views
from services.vault.strongroom import StrongroomProvider
from services.vault.usecases import by_code, deposits, dialogues, files, orders, retention, telling


class VaultService:
    """Who reported, which nobody reads alone; and the talk with them (保管)."""

    name = "vault"
    context = ExecutionProvider(storage.METADATA, storage.VaultStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)
    strongroom = StrongroomProvider()

    write_to_reporter = carries_out(operations.WRITE_TO_REPORTER, dialogues.write)
    may_register = answers(operations.MAY_REGISTER, views.may_register)
    dialogue = answers(operations.DIALOGUE, views.dialogue)
    ask_to_unseal = carries_out(operations.ASK_TO_UNSEAL, orders.ask)
    consent_to_unseal = carries_out(operations.CONSENT_TO_UNSEAL, orders.consent)
    refuse_unsealing = carries_out(operations.REFUSE_UNSEALING, orders.refuse)
    unsealing = answers(operations.UNSEALING, views.unsealing)
    unsealings = answers(operations.UNSEALINGS, views.unsealings)
    order_hearers = answers(operations.ORDER_HEARERS, views.order_hearers)

    @command(operations.DEPOSIT_REPORTER)
    def deposit_reporter(self, command: contract.DepositReporter) -> contract.Deposited:
        return deposits.deposit(self.context, command, self.strongroom)

    @query(operations.SEALING_KEYS)
    def sealing_keys(self, query: contract.SealingKeysQuery) -> contract.SealingKeys:
        return views.sealing_keys(self.context, query, self.strongroom)

    @query(operations.LOOK_BY_CODE)
    def look_by_code(self, query: contract.LookByCode) -> contract.ReporterSide:
        return by_code.look(self.context, query, self.strongroom)

    @command(operations.WRITE_BY_CODE)
    def write_by_code(self, command: contract.WriteByCode) -> contract.Noted:
        return by_code.write(self.context, command, self.strongroom)

    papers = answers(operations.PAPERS, files.papers)
    paper = answers(operations.PAPER, files.paper)

    @command(operations.TAKE_IN_PAPERS)
    def take_in_papers(self, command: contract.TakeInPapers) -> contract.Noted:
        return files.take_in(self.context, command, self.strongroom)

    @command(operations.HAND_IN_BY_CODE)
    def hand_in_by_code(self, command: contract.HandInByCode) -> contract.Noted:
        return files.hand_in(self.context, command, self.strongroom)

    @query(operations.WHERE_TO_SEAL)
    def where_to_seal(self, query: contract.LookByCode) -> contract.WhereToSeal:
        return files.where_to_seal(self.context, query, self.strongroom)

    @query(operations.REPORTER_FILE)
    def reporter_file(self, query: contract.FileQuery) -> contract.BoxedFile:
        return files.copy(self.context, query, self.strongroom)

    @command(operations.ASK_BY_CODE)
    def ask_by_code(self, command: contract.AskByCode) -> contract.Noted:
        return by_code.ask(self.context, command, self.strongroom)

    @command(operations.ACKNOWLEDGE_BY_CODE)
    def acknowledge_by_code(self, command: contract.AcknowledgeByCode) -> contract.Noted:
        return by_code.acknowledge(self.context, command, self.strongroom)

    @command(operations.RENEW_CODE)
    def renew_code(self, command: contract.RenewCode) -> contract.Noted:
        return by_code.renew(self.context, command, self.strongroom)

    @command(operations.APPROVE_UNSEALING)
    def approve_unsealing(self, command: contract.ApproveUnsealing) -> contract.OrderView:
        return orders.approve(self.context, command, self.strongroom)

    @command(operations.END_UNSEALING)
    def end_unsealing(self, command: contract.EndUnsealing) -> contract.OrderView:
        return orders.end(self.context, command, self.strongroom)

    @query(operations.IDENTITY)
    def identity(self, query: contract.IdentityQuery) -> contract.BoxedIdentity:
        return orders.identity(self.context, query, self.strongroom)

    @on_events(telling.HEARD)
    def report_told(self, event: telling.Event) -> None:
        telling.hear(self.context, event, self.strongroom)

    @every(seconds=2)
    def run_out(self) -> None:
        orders.run_out(self.context, self.strongroom)

    @every(seconds=10)
    def end_retention(self) -> None:
        retention.end_retention(self.context, self.strongroom)

    @every(seconds=60)
    def give_ends(self) -> None:
        retention.give_ends(self.context)

    @every(seconds=3_600)
    def sweep_files(self) -> None:
        files.sweep(self.context, self.strongroom)

