"""The state of the content: what is past its review date, and what its owners must still confirm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from bot.content.library import Content
from bot.content.models import Offer

SOON: Final = timedelta(days=60)


def content_page(content: Content, today: date) -> dict[str, Any]:
    """What the template of the page shows; offers past their review date come first."""
    offers = sorted(content.offers.values(), key=lambda offer: (offer.review_by, offer.name))
    return {
        "offers": [{"offer": offer, "state": state(offer, today)} for offer in offers],
        "overdue": sum(offer.review_by < today for offer in offers),
        "open": sum(len(offer.to_confirm) for offer in offers),
    }


def state(offer: Offer, today: date) -> dict[str, str]:
    """Whether a programme's texts are due for review, as the tag component takes it."""
    if offer.review_by < today:
        return {"text": "Past review", "colour": "red"}
    if offer.review_by - SOON <= today:
        return {"text": "Review soon", "colour": "yellow"}
    return {"text": "Up to date", "colour": "green"}
