"""The nameko service `identity`."""

from collections.abc import Callable
from datetime import timedelta

from nameko.dependency_providers import Config

from rongcuo.chassis import config as settings
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.chassis.service import ExecutionProvider, answers, carries_out, command, every, query, witnessed
from rongcuo.contracts import identity as contract
from rongcuo.contracts.identity import operations
from rongcuo.contracts.operation import Command, Given, Taken
from services.identity import bootstrap, storage, views
from services.identity.guarding import GuardProvider, PresenceProvider
from services.identity.ports import Guard, Officers
from services.identity.usecases import keeping, mailing, passwords, posts, signing_in, unit_names


def guarded(operation: Command[Taken, Given],
            use_case: Callable[[ExecutionContext[Officers], Taken, Guard], Given],
            ) -> Callable[["IdentityService", Taken], Given]:
    """As `carries_out`, where the use case needs what stands between a stranger and an account."""
    def method(service: "IdentityService", given: Taken) -> Given:
        return use_case(service.context, given, service.guard)

    return command(operation)(method)


class IdentityService:
    """Organs, officers in their posts, and who signs in (组织与登录)."""

    name = "identity"
    context = ExecutionProvider(storage.METADATA, storage.OfficerStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)
    config = Config()
    guard = GuardProvider()
    presence = PresenceProvider()

    enrol_officer = guarded(operations.ENROL_OFFICER, posts.enrol)
    confirm_officer = guarded(operations.CONFIRM_OFFICER, posts.confirm)
    dismiss_officer = guarded(operations.DISMISS_OFFICER, posts.dismiss)
    sign_in = guarded(operations.SIGN_IN, signing_in.sign_in)
    sign_out = carries_out(operations.SIGN_OUT, signing_in.sign_out)
    sign_out_everywhere = guarded(operations.SIGN_OUT_EVERYWHERE, signing_in.sign_out_everywhere)
    change_password = guarded(operations.CHANGE_PASSWORD, passwords.change_password)
    forgot_password = guarded(operations.FORGOT_PASSWORD, passwords.forgot_password)
    issue_link = guarded(operations.ISSUE_LINK, passwords.issue_link)
    set_password = guarded(operations.SET_PASSWORD, passwords.set_password)
    unlock = guarded(operations.UNLOCK, signing_in.unlock)
    add_unit = carries_out(operations.ADD_UNIT, unit_names.add_unit)
    add_unit_alias = guarded(operations.ADD_UNIT_ALIAS, unit_names.add_unit_alias)
    rename_unit = guarded(operations.RENAME_UNIT, unit_names.rename_unit)
    merge_units = guarded(operations.MERGE_UNITS, unit_names.merge_units)
    confirm_unit_change = guarded(operations.CONFIRM_UNIT_CHANGE, unit_names.confirm_unit_change)
    withdraw_unit_change = guarded(operations.WITHDRAW_UNIT_CHANGE, unit_names.withdraw_unit_change)
    keep_unsent = carries_out(operations.KEEP_UNSENT, keeping.keep_unsent)
    drop_unsent = carries_out(operations.DROP_UNSENT, keeping.drop_unsent)
    keep_views = carries_out(operations.KEEP_VIEWS, keeping.keep_views)

    unit = answers(operations.UNIT, views.unit)
    units = answers(operations.UNITS, views.units)
    unsent_forms = answers(operations.UNSENT_FORMS, views.unsent_forms)
    unsent_words = answers(operations.UNSENT_WORDS, views.unsent_words)
    kept_views = answers(operations.KEPT_VIEWS, views.kept_views)
    link = answers(operations.LINK, views.link)
    known_at = answers(operations.KNOWN_AT, views.known_at)
    sessions = answers(operations.SESSIONS, views.sessions)
    officer = answers(operations.OFFICER, views.officer)
    officers = answers(operations.OFFICERS, views.officers)
    organs = answers(operations.ORGANS, views.organs_below)
    alarms = answers(operations.ALARMS, views.alarms)

    @query(operations.WHOSE_TOKEN)
    def whose_token(self, query: contract.TokenQuery) -> contract.OfficerView:
        return views.whose_token(self.context, query, self.presence, self._idle)

    @query(operations.DEMONSTRATION)
    def demonstration(self, query: contract.DemonstrationQuery) -> contract.DemonstrationView:  # noqa: ARG002
        return views.demonstration(self._settings.mode)

    @bootstrap.at_start
    def found(self) -> None:
        bootstrap.found(self.context, self._settings.mode, self._settings.registrar_password,
                        self.guard.passwords)

    @every(seconds=5, woken=True)
    def mail_links(self) -> None:
        mailing.mail_links(self.context)

    @every(seconds=20)
    def note_presence(self) -> None:
        signing_in.note_presence(self.context, self.presence)

    @every(seconds=3_600)
    def sweep(self) -> None:
        signing_in.sweep(self.context, self._idle)
        self.guard.budgets.sweep()

    @property
    def _settings(self) -> settings.Config:
        config: settings.Config = self.config["rongcuo"]
        return config

    @property
    def _idle(self) -> timedelta:
        return timedelta(seconds=self._settings.session_idle)
