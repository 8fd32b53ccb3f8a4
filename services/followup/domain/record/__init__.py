"""The record of somebody's own doings (动态画像): ours of it are remarks and requests for correction."""

from services.followup.domain.record.correction import Correction, CorrectionVerb, Said

__all__ = ["Correction", "CorrectionVerb", "Said"]
