"""Where a person works and as what: asked once, explained, and never needed."""

from __future__ import annotations

from collections.abc import Iterable

from actions import slots
from actions.turn import Turn
from bot.content.models import Organisation, StaffGroup
from bot.content.replies import Option, Reply
from bot.uptake.tables import NOT_STATED

ORGANISATION = "organisation"
STAFF_GROUP = "staff_group"


def ask_once(turn: Turn) -> None:
    """Ask where the person works, unless they were asked before or do not want to be counted."""
    if turn.slot(slots.ORGANISATION) is None and not turn.slot(slots.NOT_COUNTED):
        turn.remember(slots.ORGANISATION, NOT_STATED)
        ask_organisation(turn, turn.phrases.organisation_ask)


def ask_organisation(turn: Turn, text: str) -> None:
    """Ask where the person works."""
    options = _options(turn, ORGANISATION, turn.content.organisations.organisations)
    turn.ask(ORGANISATION, Reply(text=text, topic="privacy", options=options))


def ask_staff_group(turn: Turn) -> None:
    """Ask what the person does."""
    options = _options(turn, STAFF_GROUP, turn.content.organisations.staff_groups)
    turn.ask(
        STAFF_GROUP, Reply(text=turn.phrases.staff_group_ask, topic="privacy", options=options)
    )


def _options(
    turn: Turn, dimension: str, items: Iterable[Organisation | StaffGroup]
) -> tuple[Option, ...]:
    intent = f"state_{dimension}"
    stated = [Option(item.name, intent, {dimension: item.key}, says=item.says) for item in items]
    skip = Option(turn.phrases.not_stated_label, intent, {dimension: NOT_STATED}, means="no")
    return (*stated, skip)
