"""What the use cases need of a repository."""

from services.review.ports.cases import Cases

__all__ = ["Cases"]
