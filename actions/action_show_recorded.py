"""Shows the very rows that this conversation has added to the uptake log."""

from __future__ import annotations

from typing import Any

from actions.base import ConversationAction
from actions.turn import Turn


class ActionShowRecorded(ConversationAction):
    """Shows the very rows that this conversation has added to the uptake log."""

    def take(self, turn: Turn) -> None:
        rows = turn.tally.rows()
        if not rows:
            turn.say_phrase(turn.phrases.recorded_nothing, "privacy")
            return
        lines = [turn.phrases.recorded_row.format(**readable(turn, row)) for row in rows]
        turn.say_phrase("\n\n".join([turn.phrases.recorded_rows, *lines]), "privacy")


def readable(turn: Turn, row: dict[str, Any]) -> dict[str, str]:
    """A row of the log in the words of the content."""
    names = {
        item.key: item.name
        for items in (
            turn.content.organisations.organisations,
            turn.content.organisations.staff_groups,
        )
        for item in items
    }
    not_stated = turn.phrases.not_stated
    return {
        "week": row["week"],
        "offer": turn.content.offers[row["offer"]].name,
        "step": turn.phrases.steps[row["step"]],
        "channel": row["channel"],
        "organisation": names.get(row["organisation"], not_stated),
        "staff_group": names.get(row["staff_group"], not_stated),
    }
