"""A real SMTP server that says 451 to the first N mails; run as a module, with PORT and N."""

import signal
import sys
from itertools import count

from aiosmtpd.controller import Controller


class Refusing:
    """Takes a mail only after so many refusals, and none for `nobody@…`."""

    def __init__(self, refusals: int) -> None:
        self._refusals, self._asked = refusals, count(1)

    async def handle_DATA(self, *_):  # noqa: N802 - aiosmtpd's name
        if next(self._asked) <= self._refusals:
            return "451 4.3.0 try again later"
        return "250 2.0.0 taken"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's name
        if address.startswith("nobody"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"


def main() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    controller = Controller(Refusing(int(sys.argv[2])), hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    signal.sigwait({signal.SIGTERM})
    controller.stop()


if __name__ == "__main__":
    main()
