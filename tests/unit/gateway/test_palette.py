"""The console's colours can be read: every pair that meets on a page has a contrast of at least 4.5 : 1."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[3] / "services" / "gateway" / "console" / "static" / "console.css"
PAIRS = [
    *((text, ground) for text in ("ink", "quiet", "pine", "amber", "vermilion")
      for ground in ("paper", "card", "pine-wash")),
    ("pine-ink", "pine"), ("ink", "vermilion-wash"), ("quiet", "vermilion-wash"), ("ink", "amber-wash"),
]


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS.read_text("utf-8"), re.DOTALL)[:2]
    read = [dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6})", block)) for block in (light, dark)]
    return {"light": read[0], "dark": read[1]}


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
                        for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_a_pair_of_colours_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = _schemes()[scheme]
    brighter, darker = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= 4.5
