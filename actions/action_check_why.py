"""Says why the open question is asked."""

from __future__ import annotations

from actions import about_me, checking
from actions.base import ConversationAction
from actions.turn import Turn


class ActionCheckWhy(ConversationAction):
    """Says why the open question is asked."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        if turn.asked == about_me.ORGANISATION:
            about_me.ask_organisation(turn, turn.phrases.organisation_ask)
        elif turn.asked == about_me.STAFF_GROUP:
            about_me.ask_staff_group(turn)
        elif progress:
            checking.explain(turn, progress)
        else:
            turn.say_phrase(turn.phrases.why_nothing, "privacy")
            turn.say_card("privacy")
