"""Some submissions over RPC, one after another."""

from typing import Any

from bench.caller import calling


def main(facts: dict[str, Any]) -> None:
    """So many."""
    calling(facts, lambda caller: [caller.submit() for _ in range(facts["n"])])
    print("null")
