"""Shows the very rows that this conversation has added to the uptake log."""

from __future__ import annotations

from actions import topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.uptake.cells import Cell, Pair


class ActionShowRecorded(ConversationAction):
    """Shows the very rows that this conversation has added to the uptake log."""

    def take(self, turn: Turn) -> None:
        tally, phrases = turn.tally, turn.phrases
        lines = [phrases.recorded_row.format(**_step(turn, cell)) for cell in tally.cells]
        lines += [phrases.recorded_pair.format(**_pair(turn, pair)) for pair in tally.pairs]
        if not lines:
            turn.say_phrase(phrases.recorded_nothing, "privacy")
            return
        turn.say_phrase("\n\n".join([phrases.recorded_rows, *lines]), "privacy")


def _step(turn: Turn, cell: Cell) -> dict[str, str]:
    """A counted step in the words of the content."""
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
        "week": cell.week.isoformat(),
        "offer": turn.content.offers[cell.offer].name,
        "step": turn.phrases.steps[cell.step],
        "channel": cell.channel,
        "organisation": names.get(cell.organisation, not_stated),
        "staff_group": names.get(cell.staff_group, not_stated),
    }


def _pair(turn: Turn, pair: Pair) -> dict[str, str]:
    """A counted pair of topics in the words of the content."""
    first, second = (topics.option(turn, key) for key in (pair.topic, pair.other))
    return {
        "week": pair.week.isoformat(),
        "topic": first.label if first else pair.topic,
        "other": second.label if second else pair.other,
        "step": turn.phrases.steps[pair.step],
    }
