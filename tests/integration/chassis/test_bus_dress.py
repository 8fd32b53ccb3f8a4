"""What is not signed of a message: its content type, its charset, other headers. Nothing goes by it."""

from tests.integration.chassis.bus import publish, signed
from tests.integration.chassis.painting import letters, sights, until
from tests.integration.chassis.test_bus_forged import DATA, EVENTS, TYPE, refused, told


def test_what_is_not_signed_of_an_event_changes_nothing_of_it(bus_url, open_host):
    """Copies of a genuine one in other dress: heard before, and no letter that an operator could discard."""
    host = open_host(bus_url)
    genuine = signed("painter", EVENTS, TYPE, DATA, told(), {})
    publish(bus_url, EVENTS, TYPE, DATA, headers=genuine)
    for dress in ({"content_type": "text/plain"}, {"content_type": "application/x-python-serialize"},
                  {"content_encoding": "utf-16"}, {"content_encoding": "punycode"}):
        publish(bus_url, EVENTS, TYPE, DATA, headers=genuine, **dress)
    publish(bus_url, EVENTS, TYPE, DATA, headers=told(sequence="2"), by="painter")
    until(lambda: len(sights(host)) == 2)
    assert letters(host) == []
    assert refused(host, "looker") == 0


def test_a_body_stays_as_it_came_whatever_charset_its_sender_names(bus_url, open_host):
    """One of punycode takes minutes to decode, and would be decoded before anybody asks who signed."""
    host = open_host(bus_url)
    publish(bus_url, EVENTS, TYPE, DATA, headers=signed("painter", EVENTS, TYPE, DATA, told(), {}),
            content_encoding="utf-16-le")
    until(lambda: sights(host) == [("north", 1)])


def test_a_genuine_event_among_the_dead_letters_is_no_letter_of_its_sender(bus_url, open_host):
    """The broker puts events there as well; why, it notes itself, and only our own letters say more."""
    host = open_host(bus_url)
    claims = {"x-dead-queue": "rpc-looker", "x-dead-code": "malformed", "x-dead-reason": "discard it",
              "x-attempts": 7}
    publish(bus_url, "", "looker.dead-letters", DATA,
            headers={**signed("painter", EVENTS, TYPE, DATA, told(), {}), **claims})
    until(lambda: letters(host))
    (letter,) = letters(host)
    assert (letter.consumer, letter.reason_code) == ("unknown", "unknown")
    assert (letter.reason, letter.attempts) == ("", 0)
