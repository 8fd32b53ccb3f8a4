"""What sealing refuses. Neither says more than what was tried: which byte was wrong helps only a forger."""


class NotOpened(Exception):
    """With this key, for this purpose, it does not open: another key, another place, or changed."""


class Mistyped(ValueError):
    """What was typed from paper can't be right: its length, a sign, or its check character."""
