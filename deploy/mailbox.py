"""A real SMTP server that keeps every mail in a folder: `python -m deploy.mailbox --port N --folder DIR`."""

import argparse
import email
import mailbox
import os
import signal
import smtplib
import sys
from email import policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd import handlers
from aiosmtpd.controller import Controller

from deploy.local import Node

ROOT = Path(__file__).resolve().parent.parent


class Mailbox(Node):
    """The SMTP server as a process of its own; the mails are files in `folder/mails`, a maildir."""

    name = "SMTP"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def mails(self) -> list[EmailMessage]:
        """All mails received so far, oldest first; `X-RcptTo` is the envelope's recipient."""
        files = sorted((self.folder / "mails" / "new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        return [email.message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]

    def _launch(self) -> None:
        arguments = ["--port", str(self.port), "--folder", str(self.folder)]
        command = [sys.executable, "-m", "deploy.mailbox", *arguments]
        self._server.launch(command, os.environ, cwd=ROOT)

    def answers(self) -> bool:
        try:
            with smtplib.SMTP("127.0.0.1", self.port, timeout=2) as client:
                return client.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False


def serve(port: int, folder: Path) -> None:
    """Receives mails until SIGTERM or SIGINT."""
    end = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, end)
    mailbox.Maildir(folder / "mails", create=True)
    controller = Controller(handlers.Mailbox(folder / "mails"), hostname="127.0.0.1", port=port)
    controller.start()
    signal.sigwait(end)
    controller.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description="keeps every mail it is sent")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    wanted = parser.parse_args()
    serve(wanted.port, wanted.folder)


if __name__ == "__main__":
    main()
