"""What documents is told to do, and asked."""

from rongcuo.contracts import documents as contract
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query

SERVICE = "documents"

TAKE_ATTACHMENT = Command(SERVICE, "take_attachment", contract.TakeAttachment, contract.AttachmentView)
CORRECT_LETTER = Command(SERVICE, "correct_letter", contract.CorrectLetter, contract.LetterView,
    zh="更正：以新的文书代替", en="Correct: a new letter that names the old one")

ATTACHMENT = Query(SERVICE, "attachment", contract.AttachmentQuery, contract.AttachmentView)
LETTERS = Query(SERVICE, "letters", contract.LettersQuery, contract.Letters,
    zh="一个事项的文书(在您的权限内)，新的在前",
    en="The letters of a matter within your rights, newest first")
FOUND = Query(SERVICE, "found", contract.LettersSought, contract.FoundLetters,
    zh="按文号、标题、主送查找文书(在您的权限内)，新的在前",
    en="Find letters within your rights by number, title or addressee, newest first")
LETTER = Query(SERVICE, "letter", contract.LetterQuery, contract.LetterView, zh="一份文书", en="One letter")
DRAFT = Query(SERVICE, "draft", contract.DraftQuery, contract.DraftedLetter)
CHECK = Query(SERVICE, "check", contract.LetterCheck, contract.CheckedLetter,
    zh="核验文书的真伪和效力，不需要登录，不透露内容",
    en="Is the letter with this code genuine, and does it hold? For everybody; tells no content")
CHECKPOINT = checkpoint(SERVICE)
