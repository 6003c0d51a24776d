"""QR codes for posters: each opens a card of the chat page and says where the person saw it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import segno

from bot.content.library import Content
from bot.settings import Settings

# Cards that a link may open beside the offers.
LINKED_CARDS = frozenset({"menu", "human", "speak_up", "privacy"})
PIXELS_A_MODULE = 12


def opens_card(topic: str, content: Content) -> bool:
    """Whether a link may open this topic."""
    return topic in content.offers or topic in LINKED_CARDS


def address(settings: Settings, content: Content, topic: str, source: str, base: str = "") -> str:
    """The address behind a code; raises ValueError for what the page would not open or count."""
    if not opens_card(topic, content):
        raise ValueError(f"there is no card {topic!r}")
    if source not in settings.entry_sources:
        known = ", ".join(settings.entry_sources)
        raise ValueError(f"{source!r} is not counted; WELLBEING_ENTRY_SOURCES has {known}")
    place = (base or settings.public_url or settings.gateway_url).rstrip("/")
    return f"{place}/?{urlencode({'topic': topic, 'from': source})}"


def write(target: str, folder: Path, name: str) -> list[Path]:
    """Write the code of an address as SVG and PNG, readable when a quarter of it is torn off."""
    folder.mkdir(parents=True, exist_ok=True)
    code = segno.make(target, error="q", micro=False)
    files = [folder / f"{name}.svg", folder / f"{name}.png"]
    for file in files:
        code.save(str(file), scale=PIXELS_A_MODULE)
    return files
