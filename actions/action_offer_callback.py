"""Opens the call-back form of an offer that has an inbox, or says where there is one."""

from __future__ import annotations

from actions import topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.replies import Option, Reply


class ActionOfferCallback(ConversationAction):
    """Opens the call-back form of an offer that has an inbox, or says where there is one."""

    def take(self, turn: Turn) -> None:
        offer = topics.current(turn)
        if offer and offer.handoff_url:
            turn.say(
                Reply(turn.phrases.callback_intro, topic=offer.key, aspect="access", form=offer.key)
            )
            return
        inboxes = [other for other in turn.content.offers.values() if other.handoff_url]
        options = [Option(other.button, "callback", {"offer": other.key}) for other in inboxes]
        turn.say_phrase(turn.phrases.callback_none, "human", options)
