"""What operators measure. One registry per process; every figure names its service."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from rongcuo.contracts.events import EVENTS as KNOWN_EVENTS

REGISTRY = CollectorRegistry()

EVENTS = Counter("rongcuo_events", "Events by what became of them", ["service", "type", "outcome"],
                 registry=REGISTRY)
CALLS = Histogram("rongcuo_call_seconds", "Calls to other services", ["service", "callee", "outcome"],
                  registry=REGISTRY)
ANSWERS = Histogram("rongcuo_answer_seconds", "Calls answered by this service",
                    ["service", "method", "outcome"], registry=REGISTRY)
BREAKER_OPEN = Gauge("rongcuo_breaker_open", "1 while calls to a service are refused at once",
                     ["service", "callee"], registry=REGISTRY)
OUTBOX_WAITING = Gauge("rongcuo_outbox_waiting", "Events not yet sent", ["service"], registry=REGISTRY)
OUTBOX_AGE = Gauge("rongcuo_outbox_oldest_seconds", "Age of the oldest event not yet sent", ["service"],
                   registry=REGISTRY)
DEAD_LETTERS = Gauge("rongcuo_dead_letters_open", "Dead letters that wait for an operator", ["service"],
                     registry=REGISTRY)
RELAY_STATE = Gauge("rongcuo_relay_state", "1 for the state the relay is in", ["service", "state"],
                    registry=REGISTRY)
TICKS_FAILED = Counter("rongcuo_ticks_failed", "Timer ticks that ended in an error", ["service", "timer"],
                       registry=REGISTRY)
REFUSED = Counter("rongcuo_not_authentic", "Messages refused because their sender did not sign them",
                  ["service"], registry=REGISTRY)
FIGURES_DIFFERED = Counter("rongcuo_figures_differed", "Lines of kept figures that a recount found different",
                           ["service", "census"], registry=REGISTRY)
SECURITY = Counter("rongcuo_security", "Told to the security log", ["service", "what"], registry=REGISTRY)


def count_event(service: str, type_name: str, outcome: str) -> None:
    """One that nobody has declared is unknown; one that is rare is not counted."""
    known = KNOWN_EVENTS.get(type_name)
    if known is None or not known.rare:
        EVENTS.labels(service, type_name if known else "unknown", outcome).inc()
