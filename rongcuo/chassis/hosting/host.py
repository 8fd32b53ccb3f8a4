"""Running services: start, serve until told to stop, and stop in bounded time whatever the broker does."""

import gc
import inspect
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import eventlet
import structlog
from nameko.containers import ServiceContainer
from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR

from rongcuo.chassis import structured_logging
from rongcuo.chassis.config import Config, StartRefused
from rongcuo.chassis.hosting.health import HealthServer, Report, is_well, report_of, words_of
from rongcuo.chassis.hosting.line import begin, lines_of
from rongcuo.chassis.hosting.surroundings import Surroundings
from rongcuo.chassis.messaging.topology import EVERYTHING, Subscription
from rongcuo.chassis.time_source import SettableTime, Setting, time_source

log = structlog.get_logger(__name__)
STOP_WITHIN = 8.0    # seconds; what has not stopped by then is let go
IMPATIENT_AFTER = 10.0   # seconds of a start
CLOCK_EVERY = 0.25   # seconds between two looks at a clock that can be set
TURN = 0.0005        # seconds that a native thread keeps the interpreter while a green one waits for it
MANY = 1_000         # nameko's limit of workers; ours is the prefetch: what waits, waits in the broker


def subscriptions(services: Iterable[type]) -> tuple[Subscription, ...]:
    """Who hears whom. Raises StartRefused where one hears another selectively and as a whole: whoever hears
    everything waits for every version."""
    keys: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for service in services:
        for entrypoint in _entrypoints(service):
            if hasattr(entrypoint, "source"):
                keys[str(vars(service)["name"]), str(entrypoint.source)].add(str(entrypoint.key))
    for (consumer, source), of in keys.items():
        if EVERYTHING in of and len(of) > 1:
            raise _heard_in_two_ways(consumer, source)
    return tuple(Subscription(*pair, tuple(sorted(of))) for pair, of in sorted(keys.items()))


def _heard_in_two_ways(consumer: str, source: str) -> StartRefused:
    return StartRefused(
        f"没有启动：{consumer} 既选听又全听 {source} 的事件。请都写 selective=True，或都不写 · "
        f"Not started: {consumer} hears {source} both selectively and as a whole. Let all of its handlers "
        f"say selective=True, or none")


def _entrypoints(service: type) -> Iterator[Any]:
    for _, method in inspect.getmembers(service, inspect.isfunction):
        yield from getattr(method, ENTRYPOINT_EXTENSIONS_ATTR, ())


class ServiceHost:
    """Services running in this process. `known` are all services of the platform, also those run elsewhere.

    Their queues are declared before the first event is sent, so that one that starts later misses nothing.
    """

    def __init__(self, services: Sequence[type], config: Config, known: Iterable[type] = ()) -> None:
        settings = {"AMQP_URI": config.bus_url, "max_workers": MANY, "rongcuo": config,
                    "subscriptions": subscriptions({*services, *known}), "reports": self.reports}
        self.containers = [ServiceContainer(service, settings) for service in services]
        self.lines = lines_of(self.containers, config)
        self._surroundings = Surroundings(config)
        self._config = config
        self._following: Any = None
        self.dead = False   # whether a service ended by itself, or could not be started
        self.fault: BaseException | None = None

    def start(self) -> None:
        """All at once. Raises what kept one from starting."""
        self._surroundings.start()
        clock = time_source(self._config)
        if isinstance(clock, SettableTime):
            self._following = eventlet.spawn(self._follow, clock, clock.setting())
        starting = [eventlet.spawn(container.start) for container in self.containers]
        for thread in starting:
            thread.wait()
        for line in self.lines:
            begin(line, self.end)
        for container in self._all():
            eventlet.spawn(self._watch, container)

    def reports(self) -> dict[str, Report]:
        """What each service knows of itself; never waits."""
        around = self._surroundings.report()
        lines = {line.service: line.report() for line in self.lines}
        return {container.service_name: report_of(container) | around | lines.get(container.service_name, {})
                for container in self.containers}

    def _all(self) -> list[ServiceContainer]:
        return [*self.containers, *(line.container for line in self.lines)]

    def end(self, fault: BaseException) -> None:
        """Nothing goes on without what this fault took away."""
        self.dead, self.fault = True, fault

    def stop(self) -> bool:
        """Whether all stopped in time."""
        self._surroundings.stop()
        if self._following is not None:
            self._following.kill()
        stopping = [eventlet.spawn(_stop, container) for container in self._all()]
        with eventlet.Timeout(STOP_WITHIN, exception=False):
            for thread in stopping:
                thread.wait()
            return True
        return False

    def _watch(self, container: ServiceContainer) -> None:
        try:
            container.wait()
        except Exception as error:  # noqa: BLE001  (it ended; the process ends too, and is started anew)
            log.critical("service_died", service=container.service_name, error=type(error).__name__)
            self.end(error)

    def _follow(self, clock: SettableTime, known: Setting) -> None:
        """Whoever waits for a moment looks anew when somebody has set the clock."""
        while True:
            eventlet.sleep(CLOCK_EVERY)
            if (setting := clock.setting()) != known:
                known = setting
                for timer in _timers(self._all()):
                    timer.wake()


def _timers(containers: Iterable[ServiceContainer]) -> Iterator[Any]:
    return (each for container in containers for each in container.entrypoints if hasattr(each, "wake"))


def _stop(container: ServiceContainer) -> None:
    """What could not be started may not be able to stop; the others are stopped, and what it was is told."""
    try:
        container.stop()
    except Exception as error:  # noqa: BLE001
        log.error("not_stopped", service=container.service_name, error=type(error).__name__)


@contextmanager
def hosted(services: Sequence[type], config: Config, known: Iterable[type] = ()) -> Iterator[ServiceHost]:
    """Services that run for the length of a block."""
    host = ServiceHost(services, config, known)
    host.start()
    try:
        yield host
    finally:
        host.stop()


def run(services: Sequence[type], config: Config, *, known: Iterable[type] = (),
        health_port: int | None = None, ready: Callable[[], None] = lambda: None,
        failed: Callable[[BaseException | None], None] = lambda _: None, log_file: Path | None = None,
        verbose: bool = False, held_up: Callable[[list[str]], None] = lambda _: None) -> None:
    """Serve until SIGTERM or SIGINT, then exit with 0; with 1 where a service died of a fault of ours, which
    `failed` is told of. `held_up` is told once what keeps a start from being `ready` for long.
    Logs go to the file, or where none is given or `verbose`, to standard error.

    The process ends within ten seconds, also when the broker or the database does not answer any more.
    """
    structured_logging.set_up(config.log_level, log_file, verbose=verbose, security=config.data_dir)
    sys.setswitchinterval(TURN)     # Python's own 5 ms are waited at nearly every statement and socket
    asked: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda given, _frame: asked.append(given))
    host = ServiceHost(services, config, known)
    health = HealthServer(config.health_host, health_port or config.health_port_base, host.reports)
    health.start()
    eventlet.spawn(_begin, host, ready, held_up)
    while not asked and not host.dead:
        eventlet.sleep(0.1)   # a signal does not wake the hub
    died = host.dead         # what fails from here on fails because it is stopped
    stopped = host.stop()
    if died:
        failed(host.fault)
    log.info("stopped", clean=stopped)
    sys.stderr.flush()
    sys.stdout.flush()
    os._exit(1 if died else 0)   # what is still stuck in a dead connection goes with us


def _begin(host: ServiceHost, ready: Callable[[], None], held_up: Callable[[list[str]], None]) -> None:
    try:
        host.start()
    except Exception as error:  # noqa: BLE001  (told, then the process ends)
        log.critical("not_started", error=type(error).__name__, reason=str(error))
        host.end(error)
    else:
        _await_well(host, held_up)
        _look_for_garbage_among_new_objects()
        ready()


def _await_well(host: ServiceHost, held_up: Callable[[list[str]], None]) -> None:
    """However long it takes; what holds it up is told once."""
    told_at = time.monotonic() + IMPATIENT_AFTER
    while not all(map(is_well, host.reports().values())):
        eventlet.sleep(0.05)
        if time.monotonic() > told_at:
            told_at = float("inf")
            held_up([f"{one['zh']} · {one['en']}" for one in words_of(host.reports())])


def _look_for_garbage_among_new_objects() -> None:
    """What a service consists of stays for good: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
