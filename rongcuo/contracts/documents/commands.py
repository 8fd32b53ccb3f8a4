"""What documents can be asked to do, and asked for."""

from dataclasses import dataclass, field
from typing import Any

from rongcuo.contracts.fields import file_name, identifier, identifiers, line, number, sought, text
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class TakeAttachment:
    """Take in a file that was put into the store under `blob`. Its size, digest and type are found out here.

    `media_type` is what the sender says of it. The same content under the same name by the same person is the
    same attachment. Raises
    `attachment.empty`, `attachment.too_large`, `attachment.type_not_allowed`, `attachment.type_differs` (it
    lies about its type), `attachment.name_not_allowed`, `attachment.unsafe` (the scan hook),
    `attachment.scan_failed` or `attachment.missing`; the file is then removed. Answers an AttachmentView.
    """

    command_id: str = identifier()
    blob: str = identifier()
    name: str = file_name(200)
    media_type: str = line(120, 1)


@dataclass(frozen=True, kw_only=True)
class AttachmentQuery:
    """A file by its digest: the actor's own upload, or, with `matter_id`, one that the gateway has seen in
    the actor's view of that matter. `uploaders`: who has acted in the matter; only their uploads are meant,
    so that naming a digest in a matter of one's own opens nobody else's file. Of several uploads of the same
    content the one under `name` is meant, if there is one, and otherwise the first."""

    sha256: str = line(64, 64)
    name: str = sought(200)
    matter_id: str = line(64, default="")
    uploaders: tuple[str, ...] = identifiers(1_000)


@dataclass(frozen=True, kw_only=True)
class LettersQuery:
    """The letters of a filing, a determination or a meeting that the actor may see, the newest first."""

    matter_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class LettersSought:
    """The letters within the actor's rights whose number, title or addressee hold the words, newest first."""

    search: str = sought()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class LetterQuery:
    """One letter."""

    letter_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CorrectLetter:
    """更正: a new letter with other words, which names the old. Only of a current one
    (`letter.not_current`). Answers the new LetterView."""

    command_id: str = identifier()
    letter_id: str = identifier()
    body: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    reason: str = text(2_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class DraftQuery:
    """The letter that an event would call for, in words, before there is such an event: for those
    who decide. Without one its name is empty. Raises `letter.template_missing`."""

    type_name: str = line(128, 1)
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LetterCheck:
    """Public: is the letter with this short code genuine? An unknown code is `letter.unknown_code`."""

    code: str = sought(80, 1)
