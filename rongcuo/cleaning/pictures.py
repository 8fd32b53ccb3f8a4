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
    """All that a TIFF holds; of others the first, which is the picture."""
    made: list[Image.Image] = []
    points = 0
    for each in ImageSequence.Iterator(file):
        points += each.width * each.height
        if points > MOST_POINTS:
            raise NotCleaned(Reason.TOO_LONG)
        made.append(_of_points(ImageOps.exif_transpose(each), kind))
        if kind != "tif":
            break
    return made


def _of_points(picture: Image.Image, kind: str) -> Image.Image:
    """Nothing but points; what shines through keeps doing so where the kind can show it."""
    shines = picture.mode in ("LA", "PA", "RGBA") or "transparency" in picture.info
    mode = "RGBA" if shines and kind == "png" else "L" if picture.mode in ("1", "L") else "RGB"
    plain = picture.convert(mode)
    return Image.frombytes(mode, plain.size, plain.tobytes())
