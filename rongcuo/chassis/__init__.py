"""How rows and messages move: unit of work, outbox, relay, inbox, bus, calls, clock, configuration.

A service module is written with `rongcuo.chassis.service`, a use case with `rongcuo.chassis.ports`.
"""
