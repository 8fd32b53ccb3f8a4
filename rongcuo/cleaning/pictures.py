"""Pictures: painted anew from their points. Where and when, by which camera, a thumbnail of what was cut
off, comments, profiles, what lies behind the picture's end: none of it is in the points."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from rongcuo.cleaning.refusals import NotCleaned, Reason

MOST_POINTS = 50_000_000     # of all pictures of a file: what a telephone takes
FORMATS = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF"}
SAVED: dict[str, dict[str, Any]] = {
    "jpg": {"quality": 90}, "png": {}, "tif": {"compression": "tiff_deflate", "save_all": True}}
NEW_SUBFILE, SMALLER, MASK = 254, 1, 4      # TIFF 6.0: what a picture of several is, in bits
OLD_SUBFILE, SMALLER_OF_OLD = 255, 2
Image.MAX_IMAGE_PIXELS = MOST_POINTS     # for twice as many, Pillow raises by itself


def copy(content: bytes, kind: str) -> bytes:
    """Turned as the camera says that it was held. Raises `NotCleaned`."""
    try:
        with Image.open(BytesIO(content), formats=(FORMATS[kind],)) as file:
            first, *others = _painted(file, kind)
    except Image.DecompressionBombError:
        raise NotCleaned(Reason.TOO_LONG) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError,
            AttributeError, EOFError):       # whatever Pillow makes of a damaged one
        raise NotCleaned(Reason.UNREADABLE) from None
    out, how = BytesIO(), dict(SAVED[kind])
    if others:
        how["append_images"] = others
    first.save(out, FORMATS[kind], **how)
    return out.getvalue()


def _painted(file: Image.Image, kind: str) -> list[Image.Image]:
    """All pages of a TIFF, without its smaller pictures of them; of others the first, which is the picture.
    Raises `NotCleaned` of what shows one picture in place of another: a PNG that moves, a mask."""
    if kind == "png" and getattr(file, "n_frames", 1) > 1:
        raise NotCleaned(Reason.UNREADABLE)
    made: list[Image.Image] = []
    points = 0
    for each in ImageSequence.Iterator(file):
        if kind == "tif" and _is_smaller(each):
            continue
        points += each.width * each.height
        if points > MOST_POINTS:
            raise NotCleaned(Reason.TOO_LONG)
        made.append(_of_points(ImageOps.exif_transpose(each)))
        if kind != "tif":
            break
    return made


def _is_smaller(page: Any) -> bool:
    """Than the page that it was made of. Raises `NotCleaned` where it is a mask of one."""
    told = page.tag_v2.get(NEW_SUBFILE, 0)
    if told & MASK:
        raise NotCleaned(Reason.UNREADABLE)
    return bool(told & SMALLER) or page.tag_v2.get(OLD_SUBFILE) == SMALLER_OF_OLD


def _of_points(picture: Image.Image) -> Image.Image:
    """Nothing but points, as they look on white paper: colours that nobody sees, such as those of what was
    rubbed out, are gone."""
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        picture = paper
    mode = "L" if picture.mode in ("1", "L") else "RGB"
    plain = picture.convert(mode)
    return Image.frombytes(mode, plain.size, plain.tobytes())
