"""The examples that a demonstration begins with, and the day on which it begins."""

from collections.abc import Mapping, Sequence
from functools import partial

import httpx
import structlog

from rongcuo.chassis.config import DEMONSTRATION, Config
from rongcuo.chassis.hosting.examples import CARDS, INCOMPLETE, LOADED, LOADING, Examples
from rongcuo.chassis.time_source import SettableTime
from rongcuo.commands import vault
from rongcuo.commands._services import has_database
from rongcuo.policy.rules import Rules
from services import WITH_DATABASE

log = structlog.get_logger(__name__)


def prepare(config: Config) -> None:
    """Before anything is started: a fresh demonstration begins on the day of its first story. Data that is
    there is left as it is, and a clock that somebody set goes on."""
    from scenarios import county  # the scenarios are read only for themselves
    examples = Examples(config.data_dir)
    if config.time_file and (examples.state == LOADING or _fresh(config)):
        examples.note(LOADING)
        SettableTime(config.time_file).set(county.BEGINS)


def load(config: Config) -> None:
    """Play the stories where they were prepared; an interrupted start goes on with them."""
    examples = Examples(config.data_dir)
    if examples.state != LOADING or not config.time_file:
        return
    from scenarios import county
    try:
        made = _played(config, SettableTime(config.time_file))
    except (httpx.HTTPError, county.Unfinished) as trouble:
        log.warning("examples_not_loaded", reason=str(trouble))
        examples.note(INCOMPLETE)
    else:
        examples.note(LOADED)
        log.info("examples_loaded", stories=made)


def _played(config: Config, clock: SettableTime) -> int:
    from scenarios import county, residents, stage
    from services.identity import demonstration
    address = f"http://{config.http_host}:{config.http_port}"
    with httpx.Client(base_url=address, timeout=60) as http:
        people = residents.Residents(http, demonstration.password(), demonstration.accounts())
        examples = Examples(config.data_dir)
        here = stage.Stage(people, clock.set, partial(_hold_ceremonies, config, examples),
                           cards=dict(examples.handed.get(CARDS, {})), seed=examples.seed())
        return county.load_county(here, Rules(config.calendars, sheets=config.sheets),
                                  lambda line: log.info("example", told=line), examples.hand_out)


def _hold_ceremonies(config: Config, examples: Examples, organ_id: str,
                     custodians: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The cards are kept at once: a start that is interrupted then could not make them again."""
    cards = vault.hold_ceremonies(config, organ_id, custodians)
    examples.hand_out({}, cards)
    return cards


def _fresh(config: Config) -> bool:
    """Whether a demonstration that is asked for has neither data nor a clock of its own yet."""
    wanted = config.mode == DEMONSTRATION and config.demonstration_data
    set_before = config.time_file is None or config.time_file.exists()
    return wanted and not set_before and not any(has_database(config, name) for name in WITH_DATABASE)
