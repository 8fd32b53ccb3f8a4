"""Passwords by scrypt, in a native thread: a hash takes some 60 ms, in which all other work goes on."""

from functools import cached_property
from secrets import token_urlsafe

from eventlet import tpool
from werkzeug.security import check_password_hash, generate_password_hash


class Scrypt:
    """The adapter of `ports.Passwords`."""

    @cached_property
    def _nobody(self) -> str:
        return self.hash(token_urlsafe(32))

    def hash(self, password: str) -> str:
        """werkzeug's scrypt: method, salt and hash in one string."""
        hashed: str = tpool.execute(generate_password_hash, password)
        return hashed

    def match(self, password_hash: str | None, password: str) -> bool:
        """An unknown user costs one hash too, so that time does not tell who exists."""
        matches: bool = tpool.execute(check_password_hash, password_hash or self._nobody, password)
        return matches and password_hash is not None
