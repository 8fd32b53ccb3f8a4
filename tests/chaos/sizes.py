"""How much of everything: `full` gives the published figures, `small` runs inside `make test`."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Size:
    """`copied`: the share of events sent three times more; `repeated`: of commands sent again."""

    name: str
    filings: int
    reports: int            # that go their way beside the filings
    problems: int           # that are entered and mended beside them
    kills: int
    broker_kills: int
    copied: float
    repeated: float
    crashes: int            # for each point, service and database
    frozen_s: float         # how long each thing is frozen
    dead_s: float           # how long a callee is dead
    poison: int
    good: int
    steps: int              # of the state machines
    faults: int             # planted ones that are tried; 0: all
    forged: int             # messages that nobody who may send them has signed
    garbage: int            # raw HTTP inputs and messages per queue
    examples: int           # per operation and role
    hostile: int            # bodies and forms that are far too large; the full size sends all that there are
    large: int              # bytes of the largest file
    attacked: int           # reporters who are attacked, half of them under each profile
    rotated: int            # reporters that are there before the keys change, half of them
    rotations: int          # of each database
    rotation_kills: int     # in each rotation
    shredded: int           # reporters of each database that are destroyed
    canaries: int           # reporters whose name is looked for afterwards, over the databases
    guesses: int            # of each kind of wrong code
    guessed_by_all: int     # from an address each
    line_filings: int       # at each county at a time
    line_cut_s: float       # how long a line is cut at least
    line_flapping_s: float
    line_kills: int         # rounds of kills at both ends
    minutes: float = 60     # after which the loop begins nothing more, and says how far it came

    @property
    def everything(self) -> bool:
        """Whether every kind of fault is tried, not only a few."""
        return self.faults == 0


FULL = Size(name="full", filings=2_000, reports=400, problems=300, kills=220, broker_kills=22, copied=0.25,
            repeated=0.2, crashes=20, frozen_s=12, dead_s=45, poison=1_000, good=20_000, steps=20_000,
            faults=0, garbage=2_000, forged=10_000, examples=40, hostile=0, large=49 * 1_048_576,
            attacked=500, rotated=1_000, rotations=8, rotation_kills=4, shredded=200, canaries=2_000,
            guesses=400, guessed_by_all=6_000,
            line_filings=40, line_cut_s=60, line_flapping_s=120, line_kills=5)
SMALL = Size(name="small", filings=30, reports=6, problems=6, kills=6, broker_kills=1, copied=0.5,
             repeated=0.5, crashes=1, frozen_s=6, dead_s=6, poison=38, good=200, steps=1_000, faults=1,
             garbage=60, examples=3, forged=400, hostile=40, large=4 * 1_048_576, attacked=4, rotated=20,
             rotations=2, rotation_kills=2, shredded=6, canaries=10, guesses=5, guessed_by_all=30,
             line_filings=1, line_cut_s=0, line_flapping_s=4, line_kills=1)
SIZES = {size.name: size for size in (FULL, SMALL)}
