"""Faults to plant in the chassis: what is taken out, and the tests that must turn red.

A text that no longer stands in its file, or stands there more than once, is an error of this list.
"""

from dataclasses import dataclass

CHASSIS, TESTS = "rongcuo/chassis", "tests/integration/chassis"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in `file` of the chassis; `check` is a test's file and name there."""

    name: str
    file: str
    old: str
    new: str
    check: str

    @property
    def test(self) -> str:
        return f"{TESTS}/test_{self.check}"


FAULTS = (
    Fault("inbox off", "unit.py",
          "            inbox.enter(session, [event], circumstance.now)", "            event",
          "bus_events.py::test_trap_12_a_duplicate_has_no_second_effect[embedded]"),
    Fault("inbox forgets event ids", "inbox.py", "    if advanced < len(events):", "    if False:",
          "store_events.py::test_the_next_version_is_applied_and_all_else_is_not[sqlite]"),
    Fault("what is still in work is acknowledged with the rest", "bus/channel.py",
          "takewhile(self._in_work.__getitem__, self._in_work)", "self._in_work",
          "bus_acknowledging.py::test_what_is_still_in_work_is_never_acknowledged_with_the_others"),
    Fault("a sitting commits what failed", "sitting.py", "        if not self._done.wait():",
          "        if self._done.wait() is None:",
          "store_sitting.py::test_one_that_fails_leaves_nothing_and_all_come_again_alone"),
    Fault("a sitting tells of its commit before it", "sitting.py", "        if not self._over.wait():",
          "        if self._over.ready() and not self._over.wait():",
          "store_sitting.py::test_nobody_goes_on_before_the_commit[sqlite]"),
    Fault("order check off", "inbox.py",
          "    if _discarded_since(session, event, known) != skipped or not",
          "    if skipped < 0 or not",
          "bus_events.py::test_events_that_arrive_in_the_wrong_order_take_effect_in_the_right_one[embedded]"),
    Fault("turns off", "turns.py", "            if self._before is not None:", "            if False:",
          "bus_events.py::test_events_of_one_subject_keep_their_order_and_do_not_hold_up_others[embedded]"),
    Fault("no command log", "unit.py",
          "            command_log.enter(session, command, circumstance)", "            command",
          "store_unit.py::test_the_same_command_again_gets_the_first_answer[sqlite]"),
    Fault("who fails is not asked whether it was done before", "unit.py",
          "                _tell_if_known(session, circumstance)", "                pass",
          "store_unit.py::test_the_same_command_again_gets_the_first_answer[sqlite]"),
    Fault("answers not kept", "command_log.py", '{"command_id": command.command_id, "answer": answer}',
          '{"command_id": command.command_id, "answer": None}',
          "bus_calls.py::test_trap_7_a_repeated_command_gets_the_stored_answer[embedded]"),
    Fault("reused command ids pass", "command_log.py",
          "    if (known.digest, known.actor_id) != (command.digest, circumstance.actor.officer_id):",
          "    if False:",
          "store_unit.py::test_another_command_under_the_same_id_is_refused[sqlite-command0-actor0]"),
    Fault("unit commits without events", "unit.py",
          "        for sequence, happening in aggregate.take_events():",
          "        for sequence, happening in aggregate.take_events()[:0]:",
          "store_unit.py::test_row_event_ledger_line_and_answer_are_one[sqlite]"),
    Fault("unit commits without ledger lines", "unit.py",
          "        ledger.write_event(self._session, self._circumstance, event, body)", "        ledger",
          "store_unit.py::test_row_event_ledger_line_and_answer_are_one[sqlite]"),
    Fault("events before the commit of their cause", "unit.py",
          "        for aggregate in aggregates:\n            self._save(aggregate)\n",
          "        for aggregate in aggregates:\n            self._save(aggregate)\n"
          "            self._session.commit()\n",
          "store_crash.py::test_a_kill_at_the_commit_leaves_all_or_nothing[sqlite-before_commit-2]"),
    Fault("confirms off", "bus/line.py", "        self._channel.confirm_select()\n",
          "        self._settle_at_once = True\n",
          "bus_events.py::test_an_event_reaches_its_handler[rabbit]"),
    Fault("not waited for confirms", "bus/line.py",
          '"Bssbb", target, message.prepared(self._channel))\n',
          '"Bssbb", target, message.prepared(self._channel))\n        sending.settle(None)\n',
          "bus_events.py::test_trap_4_an_event_without_a_queue_waits_in_the_outbox[rabbit]"),
    Fault("mandatory off", "bus/message.py", "    mandatory: bool = True", "    mandatory: bool = False",
          "bus_events.py::test_trap_4_an_event_without_a_queue_waits_in_the_outbox[rabbit]"),
    Fault("ack before commit", "entrypoints/events.py", "        with turn.taken():\n            try:",
          "        done(message)\n        with turn.taken():\n            try:",
          "bus_crashes.py::test_a_looker_that_dies_at_any_point_sees_once[before_commit]"),
    Fault("failures acknowledged", "entrypoints/events.py",
          "        if failure.code != OUT_OF_ORDER and attempts < len(delays):", "        if attempts >= 0:\n"
          '            return partial(done, message), "dropped"\n'
          "        if failure.code != OUT_OF_ORDER and attempts < len(delays):",
          "bus_events.py::test_trap_1_a_failed_handler_does_not_lose_the_event[embedded]"),
    Fault("no delay on retry", "entrypoints/events.py",
          "        pass_on(self.road, message, delay_name(delay), self.queue.name, headers)",
          '        pass_on(self.road, message, "", self.queue.name, headers)',
          "bus_events.py::test_trap_2_a_hopeless_event_is_tried_a_few_times_and_then_kept[embedded]"),
    Fault("outages use up attempts", "failure.py",
          'OUTAGES = frozenset({"service_unavailable", "busy", "answer_late", "deadline_passed"})',
          "OUTAGES: frozenset[str] = frozenset()",
          "bus_outages.py::test_a_database_that_is_away_costs_no_attempt[embedded]"),
    Fault("dead letter dropped", "letters.py",
          '    pass_on(road, message, "", dead_letter_name(road.service), {**headers, **why})',
          "    done(message)",
          "bus_events.py::test_trap_3_poison_becomes_dead_letters_and_is_never_logged[embedded]"),
    Fault("relay by id >", "outbox.py",
          "select(*COLUMNS).where(outbox.c.sent_at.is_(None))",
          "select(*COLUMNS).where(outbox.c.sent_at.is_(None), outbox.c.seq > (session.scalar("
          "select(func.max(outbox.c.seq)).where(outbox.c.sent_at.is_not(None))) or 0))",
          "store_outbox.py::test_an_earlier_number_that_commits_later_is_not_passed_over"),
    Fault("outbox marks before confirm", "dispatch.py",
          "        sendings = [Sending(event.event_id, self._hear) for event in fresh]\n",
          "        sendings = [Sending(event.event_id, self._hear) for event in fresh]\n"
          "        self._workshop.outbox.mark_sent([event.event_id for event in fresh])\n",
          "bus_sending.py::test_a_frozen_broker_slows_no_commit_and_fills_no_memory"),
    Fault("memory without a limit", "dispatch.py", "waiting < IN_MEMORY", "waiting >= 0",
          "bus_sending.py::test_a_frozen_broker_slows_no_commit_and_fills_no_memory"),
    Fault("what is recent is never polled", "dispatch.py",
          "moment=MOMENT if self.from_memory else timedelta())", "moment=timedelta(days=365))",
          "bus_sending.py::test_a_death_between_sending_and_marking_sends_again_and_is_heard_once"),
    Fault("the poll sends what others have on its way", "dispatch.py",
          "moment=MOMENT if self.from_memory else timedelta())", "moment=timedelta())",
          "bus_sending.py::test_two_replicas_each_send_their_own_and_nothing_twice"),
    Fault("a busy line gives no sign of life", "consuming.py", "        self._tick()\n", "",
          "bus_heartbeat.py::test_steady_traffic_is_no_silence"),
    Fault("marks of a broken line count", "dispatch.py",
          "                 if sending.line == line and ", "                 if ",
          "bus_sending.py::test_what_a_broken_line_confirmed_is_not_marked"),
    Fault("two relays", "database/postgres.py", "        if self._connection.scalar(self.TAKE):",
          "        if True:", "store_outbox.py::test_one_relay_per_database"),
    Fault("nothing sent again after a crash of the embedded bus", "outbox.py",
          "        return self._change(update(outbox).where(*SENT_UNSETTLED).values(sent_at=None))",
          "        return 0",
          "store_outbox.py::test_a_bus_that_forgot_is_told_again_what_was_not_settled[sqlite]"),
    Fault("deadline unchecked by the server", "entrypoints/rpc.py", "        if call.context.remaining <= 0:",
          "        if False:", "bus_calls.py::test_a_call_past_its_deadline_is_not_run[embedded]"),
    Fault("deadline unchecked by the unit", "desk.py",
          "        if self.deadline is not None and time.time() > self.deadline:", "        if False:",
          "store_unit.py::test_nothing_begins_after_its_deadline[sqlite]"),
    Fault("breaker off", "calls.py", "            return self._breaker(service).call(call)",
          "            return call()",
          "bus_calls.py::test_trap_6_the_breaker_opens_refuses_at_once_and_closes_again[embedded]"),
    Fault("bulkhead off", "calls.py", "        if not bulkhead.acquire(blocking=False):",
          "        if bulkhead.acquire(blocking=False) is None:",
          "bus_calls.py::test_trap_6_one_slow_callee_does_not_take_all_places[embedded]"),
    Fault("exception texts are told", "failure.py", '    return CaseError("unexpected", reference)',
          '    return CaseError("unexpected", str(error))',
          "bus_calls.py::test_trap_8_an_exception_never_shows_its_text[embedded]"),
    Fault("writer lock off", "database/sqlite.py",
          "        if not self._file.turn.acquire(timeout=self._lock_timeout):\n"
          '            raise CaseError("busy")\n        try:\n            yield\n        finally:\n'
          "            self._file.turn.release()\n", "        yield\n",
          "store_sqlite.py::test_a_waiting_writer_freezes_nobody"),
    Fault("statement timeout off", "database/postgres.py",
          '        "statement_timeout": _milliseconds(config.statement_timeout),',
          '        "statement_timeout": 0,',
          "store_postgres.py::test_a_query_that_never_ends_is_ended_by_the_server"),
    Fault("a frozen database is waited for", "database/patience.py",
          "write=state == extensions.POLL_WRITE, timeout=patience, timeout_exc=Silence)",
          "write=state == extensions.POLL_WRITE)",
          "store_postgres.py::test_a_frozen_server_keeps_nobody_waiting"),
    Fault("the ledger can be changed", "append_only.py", " OR OLD.body <> NEW.body OR", " OR",
          "store_ledger.py::test_the_database_refuses_to_change_or_lose_a_line[sqlite]"),
    Fault("a broker that forgot is believed", "acquaintance.py", "        if not self._known(marker):",
          "        if False:",
          "bus_forgetting.py::test_what_a_broker_lost_with_its_disk_is_heard_all_the_same"),
    Fault("newcomers to the broker get no past", "bus/topology.py", "crc32(names.encode())", "crc32(b'')",
          "bus_forgetting.py::test_a_consumer_that_joins_later_hears_the_past[rabbit]"),
    Fault("newcomers to the embedded bus get no past", "acquaintance.py",
          "        if not self._workshop.outbox.knows(hearers):", "        if False:",
          "bus_forgetting.py::test_a_consumer_that_joins_later_hears_the_past[embedded]"),
)
