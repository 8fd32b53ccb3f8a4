"""The nameko service `identity`."""

from datetime import timedelta

from nameko.dependency_providers import Config

from rongcuo.chassis import config as settings
from rongcuo.chassis.service import ExecutionProvider, command, every, query
from rongcuo.contracts import identity as contract
from rongcuo.contracts.identity import operations
from services.identity import bootstrap, storage, views
from services.identity.guarding import GuardProvider, PresenceProvider
from services.identity.usecases import keeping, mailing, passwords, posts, sessions, units


class IdentityService:
    """Organs, officers in their posts, and who signs in (组织与登录)."""

    name = "identity"
    context = ExecutionProvider(storage.METADATA, storage.OfficerStorage)
    config = Config()
    guard = GuardProvider()
    presence = PresenceProvider()

    @command(operations.ENROL_OFFICER)
    def enrol_officer(self, command: contract.EnrolOfficer) -> contract.OfficerView:
        return posts.enrol(self.context, command, self.guard.watch, mails=self._mails)

    @command(operations.CONFIRM_OFFICER)
    def confirm_officer(self, command: contract.ConfirmOfficer) -> contract.OfficerView:
        return posts.confirm(self.context, command, self.guard.watch, mails=self._mails)

    @command(operations.DISMISS_OFFICER)
    def dismiss_officer(self, command: contract.DismissOfficer) -> contract.OfficerView:
        return posts.dismiss(self.context, command, self.guard.watch)

    @command(operations.SIGN_IN)
    def sign_in(self, command: contract.SignIn) -> contract.SignedIn:
        return sessions.sign_in(self.context, command, self.guard)

    @command(operations.SIGN_OUT)
    def sign_out(self, command: contract.SignOut) -> None:
        sessions.sign_out(self.context, command)

    @command(operations.SIGN_OUT_EVERYWHERE)
    def sign_out_everywhere(self, command: contract.SignOutEverywhere) -> contract.OfficerView:
        return sessions.sign_out_everywhere(self.context, command, self.guard.watch)

    @command(operations.CHANGE_PASSWORD)
    def change_password(self, command: contract.ChangePassword) -> contract.OfficerView:
        return passwords.change_password(self.context, command, self.guard)

    @command(operations.FORGOT_PASSWORD)
    def forgot_password(self, command: contract.ForgotPassword) -> None:
        passwords.forgot_password(self.context, command, self.guard, mails=bool(self._settings.smtp_url))

    @command(operations.ISSUE_LINK)
    def issue_link(self, command: contract.IssueLink) -> contract.IssuedLink:
        return passwords.issue_link(self.context, command, self.guard.watch, mails=self._mails)

    @command(operations.SET_PASSWORD)
    def set_password(self, command: contract.SetPassword) -> contract.OfficerView:
        return passwords.set_password(self.context, command, self.guard)

    @command(operations.UNLOCK)
    def unlock(self, command: contract.Unlock) -> contract.OfficerView:
        return sessions.unlock(self.context, command, self.guard.budgets, self.guard.watch)

    @command(operations.ADD_UNIT)
    def add_unit(self, command: contract.AddUnit) -> contract.UnitView:
        return units.add_unit(self.context, command)

    @command(operations.ADD_UNIT_ALIAS)
    def add_unit_alias(self, command: contract.AddUnitAlias) -> contract.UnitView:
        return units.add_unit_alias(self.context, command, self.guard.watch)

    @command(operations.RENAME_UNIT)
    def rename_unit(self, command: contract.RenameUnit) -> contract.UnitView:
        return units.rename_unit(self.context, command, self.guard.watch)

    @command(operations.MERGE_UNITS)
    def merge_units(self, command: contract.MergeUnits) -> contract.UnitView:
        return units.merge_units(self.context, command, self.guard.watch)

    @command(operations.CONFIRM_UNIT_CHANGE)
    def confirm_unit_change(self, command: contract.ConfirmUnitChange) -> contract.UnitView:
        return units.confirm_unit_change(self.context, command, self.guard.watch)

    @command(operations.WITHDRAW_UNIT_CHANGE)
    def withdraw_unit_change(self, command: contract.WithdrawUnitChange) -> contract.UnitView:
        return units.withdraw_unit_change(self.context, command, self.guard.watch)

    @query(operations.UNIT)
    def unit(self, query: contract.UnitQuery) -> contract.UnitView:
        return views.unit(self.context, query)

    @query(operations.UNITS)
    def units(self, query: contract.UnitsQuery) -> contract.UnitsView:
        return views.units(self.context, query)

    @command(operations.KEEP_UNSENT)
    def keep_unsent(self, command: contract.KeepUnsent) -> contract.UnsentForm:
        return keeping.keep_unsent(self.context, command)

    @command(operations.DROP_UNSENT)
    def drop_unsent(self, command: contract.DropUnsent) -> None:
        keeping.drop_unsent(self.context, command)

    @query(operations.UNSENT_FORMS)
    def unsent_forms(self, query: contract.UnsentFormsQuery) -> contract.UnsentFormsView:  # noqa: ARG002
        return views.unsent_forms(self.context)

    @query(operations.UNSENT_WORDS)
    def unsent_words(self, query: contract.UnsentWordsQuery) -> contract.UnsentWords:
        return views.unsent_words(self.context, query)

    @command(operations.KEEP_VIEWS)
    def keep_views(self, command: contract.KeepViews) -> contract.KeptViews:
        return keeping.keep_views(self.context, command)

    @query(operations.KEPT_VIEWS)
    def kept_views(self, query: contract.KeptViewsQuery) -> contract.KeptViews:  # noqa: ARG002
        return views.kept_views(self.context)

    @query(operations.LINK)
    def link(self, query: contract.LinkQuery) -> contract.LinkView:
        return views.link(self.context, query)

    @query(operations.KNOWN_AT)
    def known_at(self, query: contract.KnownAtQuery) -> contract.KnownAtView:
        return views.known_at(self.context, query)

    @query(operations.WHOSE_TOKEN)
    def whose_token(self, query: contract.TokenQuery) -> contract.OfficerView:
        return views.whose_token(self.context, query, self.presence, self._idle)

    @query(operations.SESSIONS)
    def sessions(self, query: contract.SessionsQuery) -> contract.SessionsView:
        return views.sessions(self.context, query)

    @query(operations.OFFICER)
    def officer(self, query: contract.OfficerQuery) -> contract.OfficerView:
        return views.officer(self.context, query)

    @query(operations.OFFICERS)
    def officers(self, query: contract.OfficersQuery) -> contract.OfficersView:
        return views.officers(self.context, query)

    @query(operations.ORGANS)
    def organs(self, query: contract.OrgansQuery) -> contract.OrgansView:
        return views.organs_below(query, self.context.rules)

    @query(operations.ALARMS)
    def alarms(self, query: contract.AlarmsQuery) -> contract.AlarmsView:  # noqa: ARG002 - it asks nothing
        return views.alarms(self.context)

    @query(operations.DEMONSTRATION)
    def demonstration(self, query: contract.DemonstrationQuery) -> contract.DemonstrationView:  # noqa: ARG002
        return views.demonstration(self._settings.mode)

    @bootstrap.at_start
    def found(self) -> None:
        bootstrap.found(self.context, self._settings.mode, self._settings.registrar_password,
                        self.guard.passwords)

    @every(seconds=2)
    def mail_links(self) -> None:
        mailing.mail_links(self.context)

    @every(seconds=20)
    def note_presence(self) -> None:
        sessions.note_presence(self.context, self.presence)

    @every(seconds=3_600)
    def sweep(self) -> None:
        sessions.sweep(self.context, self._idle)
        self.guard.budgets.sweep()

    @property
    def _settings(self) -> settings.Config:
        config: settings.Config = self.config["rongcuo"]
        return config

    @property
    def _mails(self) -> bool:
        """Whether a registrar's link goes by mail. A demonstration's mail reaches nobody."""
        return bool(self._settings.smtp_url) and self._settings.mode == settings.PRODUCTION

    @property
    def _idle(self) -> timedelta:
        return timedelta(seconds=self._settings.session_idle)
