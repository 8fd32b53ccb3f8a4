"""How far something long has come."""

from collections.abc import Callable

Tell = Callable[[str, int, int], None]    # of what; how much is done; of how much, 0 where nobody knows
