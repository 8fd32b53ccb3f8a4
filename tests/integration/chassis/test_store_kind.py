"""What was made as a demonstration never serves as real, nor the other way round; on both databases."""

import pytest
from sqlalchemy import MetaData

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.hosting.runtime import ServiceRuntime


def start(config, mode: str) -> None:
    runtime = ServiceRuntime("shelf", MetaData(), lambda session: session, _of(config, mode))
    try:
        runtime.start()
    finally:
        runtime.stop()


def _of(config, mode: str):
    return type(config)(**{**vars(config), "mode": mode})


@pytest.mark.parametrize(("first", "then"), [("demonstration", "production"), ("test", "production"),
                                             ("production", "demonstration"), ("production", "test")])
def test_a_database_made_for_one_kind_of_use_refuses_the_other(config, first: str, then: str):
    start(config, first)
    with pytest.raises(StartRefused, match=f"{first}.*{then}") as refused:
        start(config, then)
    assert "database_url" in str(refused.value)
    start(config, first)


def test_demonstration_and_test_are_of_one_kind(config):
    start(config, "demonstration")
    start(config, "test")
