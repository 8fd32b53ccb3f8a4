"""The nameko service `identity`."""

from nameko.dependency_providers import Config

from rongcuo.chassis.service import DeskProvider, command, every, query
from rongcuo.contracts import identity as contract
from services.identity import storage, usecases, views
from services.identity.at_start import at_start
from services.identity.passwords import Scrypt


class IdentityService:
    """Organs, officers in their posts, and who signs in (组织与登录)."""

    name = "identity"
    desk = DeskProvider(storage.METADATA, storage.OfficerStorage)
    config = Config()
    passwords = Scrypt()

    @command(contract.EnrolOfficer)
    def enrol_officer(self, command: contract.EnrolOfficer) -> contract.OfficerView:
        return usecases.enrol(self.desk, command, self.passwords)

    @command(contract.DismissOfficer)
    def dismiss_officer(self, command: contract.DismissOfficer) -> contract.OfficerView:
        return usecases.dismiss(self.desk, command)

    @command(contract.SignIn, signed_in=False)
    def sign_in(self, command: contract.SignIn) -> contract.SignedIn:
        return usecases.sign_in(self.desk, command, self.passwords)

    @command(contract.SignOut, signed_in=False)
    def sign_out(self, command: contract.SignOut) -> None:
        usecases.sign_out(self.desk, command)

    @query(contract.TokenQuery)
    def whose_token(self, query: contract.TokenQuery) -> contract.OfficerView:
        return views.whose_token(self.desk, query)

    @query(contract.OfficerQuery)
    def officer(self, query: contract.OfficerQuery) -> contract.OfficerView:
        return views.officer(self.desk, query)

    @query(contract.OfficersQuery)
    def officers(self, query: contract.OfficersQuery) -> contract.OfficersView:
        return views.officers(self.desk, query)

    @query(contract.OrgansQuery)
    def organs(self, query: contract.OrgansQuery) -> contract.OrgansView:
        return views.organs_below(query)

    @at_start
    def found(self) -> None:
        config = self.config["rongcuo"]
        usecases.found(self.desk, config.mode, config.registrar_password, self.passwords)

    @every(seconds=3_600)
    def sweep(self) -> None:
        usecases.sweep(self.desk)
