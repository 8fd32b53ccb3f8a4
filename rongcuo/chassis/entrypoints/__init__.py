"""How work reaches a service's methods: calls, events, timers."""

from rongcuo.chassis.entrypoints.events import OnEvent, on_event, on_events
from rongcuo.chassis.entrypoints.rpc import command, query
from rongcuo.chassis.entrypoints.timer import every

__all__ = ["OnEvent", "command", "every", "on_event", "on_events", "query"]
