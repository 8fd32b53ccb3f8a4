"""How work reaches a service's methods: calls, events, timers."""

from rongcuo.chassis.entrypoints.events import OnEvent, on_event, on_events
from rongcuo.chassis.entrypoints.handing_on import answers, carries_out, confirms, hears, witnessed
from rongcuo.chassis.entrypoints.rpc import command, query
from rongcuo.chassis.entrypoints.timer import every

__all__ = ["OnEvent", "answers", "carries_out", "command", "confirms", "every", "hears", "on_event",
           "on_events", "query", "witnessed"]
