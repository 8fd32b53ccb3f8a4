"""The way out of the house: e-mail over SMTP, or none, where no mail server is configured."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from threading import Timer
from urllib.parse import unquote, urlsplit

from rongcuo.chassis.config import Config
from rongcuo.contracts.email import on_the_wire
from services.notify.domain.delivery import Outgoing, Undelivered
from services.notify.ports import Channel

SILENCE = 10.0   # seconds a server may be silent
PATIENCE = 30.0  # seconds for the whole conversation, however often the server says a word
NO_ADDRESS = "the recipient's address is none"
Answer = tuple[int, bytes]


class NoChannel:
    """No mail server is configured: people are told in their inbox alone."""

    name = ""

    def send(self, outgoing: Outgoing) -> str:  # noqa: ARG002 - for none of them
        """Never asked: nothing is written down for it."""
        raise Undelivered("no mail server is configured", unreachable=True)

    def leave(self) -> None:
        """There is nothing to end."""


class MailChannel:
    """E-mail over one SMTP server: `smtp://user:password@host:port`, `smtps://` for TLS from the start,
    `smtp+starttls://` for TLS on request. `sender` is an address, `sender_name` what people see. A connection
    that took a mail stays open for the next one, until `leave`."""

    name = "mail"
    reached = True    # whether the server took the conversation up, the last time there was one

    def __init__(self, url: str, sender: str, sender_name: str, silence: float = SILENCE,
                 patience: float = PATIENCE) -> None:
        self._server = urlsplit(url)
        self._sender, self._sender_name = sender, sender_name
        self._silence, self._patience = silence, patience
        self._open: list[smtplib.SMTP] = []

    def send(self, outgoing: Outgoing) -> str:
        """The receipt is the server's answer to the mail."""
        try:
            address = on_the_wire(outgoing.address)     # servers are told of a domain by its xn-- form
        except ValueError:
            raise Undelivered(NO_ADDRESS, final=True) from None
        mail = self._mail(outgoing, address)
        try:
            receipt = self._handed_over(mail, address)
        except Undelivered as failure:
            self.reached = not failure.unreachable
            raise
        self.reached = True
        return receipt

    def leave(self) -> None:
        """Nobody waits for the server's farewell."""
        while self._open:
            smtp = self._open.pop()
            with suppress(OSError, smtplib.SMTPException):
                smtp.putcmd("quit")
            smtp.close()

    def _handed_over(self, mail: EmailMessage, address: str) -> str:
        with _in_plain_words(), self._connected() as smtp:
            _accepted(smtp.mail(self._sender), unreachable=True)
            _accepted(smtp.rcpt(address))
            return _accepted(smtp.data(mail.as_bytes()))

    def _mail(self, outgoing: Outgoing, address: str) -> EmailMessage:
        """The Message-ID is the provider's key: a delivery that is sent again bears the same one."""
        mail = EmailMessage(policy=SMTP)
        try:
            mail["Message-ID"] = f"<{outgoing.delivery_id}@{self._domain}>"
            mail["Date"] = outgoing.at
            mail["From"] = Address(self._sender_name, addr_spec=self._sender)
            mail["To"] = Address(" ".join(outgoing.name.split()), addr_spec=address)
            mail["Subject"] = outgoing.subject
            mail["Auto-Submitted"] = "auto-generated"
            mail.set_content(outgoing.body, cte="base64")
        except (ValueError, IndexError, HeaderParseError):  # the parser of addresses trips in several ways
            raise Undelivered(NO_ADDRESS, final=True) from None
        return mail

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        smtp = self._still_open() or self._client()
        hang_up = Timer(self._patience, _hang_up, (smtp,))
        hang_up.daemon = True
        hang_up.start()
        try:
            if smtp.sock is None:
                self._greet(smtp)
            yield smtp
        except BaseException:
            smtp.close()
            raise
        finally:
            hang_up.cancel()
        self._open.append(smtp)

    def _still_open(self) -> smtplib.SMTP | None:
        """One that the server goes on with. Where it does not, it has ended them all, as with a restart."""
        if not self._open:
            return None
        smtp = self._open.pop()
        with suppress(OSError, smtplib.SMTPException, Undelivered):
            _accepted(smtp.rset())
            return smtp
        smtp.close()
        self.leave()
        return None

    def _client(self) -> smtplib.SMTP:
        """Not connected yet. Given a host, smtplib would connect at once, before anybody can hang up on it;
        without one it does not know whom the server's certificate should name, so it is told."""
        timeout, host = self._silence, self._server.hostname or "localhost"
        if self._server.scheme == "smtps":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(local_hostname=self._domain, timeout=timeout,
                                                  context=ssl.create_default_context())
        else:
            smtp = smtplib.SMTP(local_hostname=self._domain, timeout=timeout)
        smtp._host = host  # type: ignore[attr-defined]
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        _accepted(smtp.connect(server.hostname or "localhost", server.port or 0), unreachable=True)
        if server.scheme == "smtp+starttls":
            smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo_or_helo_if_needed()
        if server.username:
            smtp.login(unquote(server.username), unquote(server.password or ""))

    @property
    def _domain(self) -> str:
        return self._sender.rpartition("@")[2]


def _accepted(answer: Answer, unreachable: bool = False) -> str:
    """The server's words. 5xx is its last word on this mail, unless it concerns us and not the mail."""
    code, words = answer
    said = f"{code} {words.decode('utf-8', 'replace')}"[:500]
    if not 200 <= code < 300:
        raise Undelivered(said, final=code >= 500 and not unreachable, unreachable=unreachable)
    return said


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """smtplib's many ways to fail, as the three that matter to a delivery."""
    try:
        yield
    except smtplib.SMTPDataError as refused:
        words = refused.smtp_error
        _accepted((refused.smtp_code, words if isinstance(words, bytes) else words.encode()))
    except (OSError, smtplib.SMTPException) as fault:
        raise Undelivered(f"{type(fault).__name__}: {fault}"[:500], unreachable=True) from fault
    except UnicodeError:
        raise Undelivered("the server takes no address of this kind", final=True) from None


def _hang_up(smtp: smtplib.SMTP) -> None:
    """Ends a conversation in which every word comes in time and the end never does."""
    if smtp.sock is not None:
        with suppress(OSError):
            smtp.sock.shutdown(socket.SHUT_RDWR)


def channel_of(config: Config) -> Channel:
    """The channel that the operator's settings ask for."""
    if config.smtp_url:
        return MailChannel(config.smtp_url, config.mail_sender, config.mail_from_name)
    return NoChannel()
