"""How often a password may be guessed, before anybody has to wait.

The stranger is held off before the officer is: a guesser's own address first, and an address from which the
officer has signed in before is counted apart from all others.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

CALM_DOWN = timedelta(minutes=15)   # our own figures, like those below
BARRED_FOR = int(CALM_DOWN.total_seconds())


class Budget(StrEnum):
    """What is counted within CALM_DOWN."""

    PAIR = "pair"          # one account from one address
    ADDRESS = "address"    # one address, whatever the account
    ACCOUNT = "account"    # one account, from all addresses that it is not known at
    ALL = "all"            # all of that, everywhere
    ASKED_BY = "asked_by"  # links asked for by mail from one address
    ALARM = "alarm"        # operators are told once


MOST = {Budget.PAIR: 8, Budget.ADDRESS: 30, Budget.ACCOUNT: 60, Budget.ALL: 2_000,
        Budget.ASKED_BY: 20, Budget.ALARM: 1}
SPRAYING = frozenset({Budget.ADDRESS, Budget.ACCOUNT, Budget.ALL})  # used up, they are told to the operators


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody signs in as `account` (a digest: a typed name may be a password) from `address`. `known`:
    the officer has signed in from there before."""

    account: str
    address: str
    known: bool

    def costs(self) -> list[tuple[Budget, tuple[str, ...]]]:
        """The budgets it takes from, the narrowest first, with what each is counted for."""
        pair = (Budget.PAIR, (self.account, self.address))
        if self.known:
            return [pair]
        return [pair, (Budget.ADDRESS, (self.address,)), (Budget.ACCOUNT, (self.account,)), (Budget.ALL, ())]
