"""What can be done with attachments and letters: fetch, tell, commit."""

from services.documents.usecases.attaching import sweep, take_attachment
from services.documents.usecases.correcting import correct_letter
from services.documents.usecases.drafting import draft
from services.documents.usecases.hearing import hear_case, hear_filing, hear_recusal
from services.documents.usecases.making import make_letters

__all__ = ["correct_letter", "draft", "hear_case", "hear_filing", "hear_recusal", "make_letters", "sweep",
           "take_attachment"]
