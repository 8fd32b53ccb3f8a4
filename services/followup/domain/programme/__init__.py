"""The programme of a person (回访教育)."""

from services.followup.domain.programme.programme import Programme, Verb

__all__ = ["Programme", "Verb"]
