"""From the sheets of province, prefecture and county to one pack."""

from rongcuo.policy.pack.reading.sheet import lay_over, read_pack

__all__ = ["lay_over", "read_pack"]
