"""Learns from an answer to "Which one do you mean?" which two topics are taken for each other.

Only the next turn counts as the answer. Whoever takes none of the topics, or says something else, did not
tell which one they meant.
"""

from __future__ import annotations

from actions.turn import Turn
from bot.content.replies import Reply
from bot.uptake.calendar import week_of

TOPIC = "clarify"


def count_answer(turn: Turn) -> None:
    """Count the topic that was put first and the one that was taken, or else the one put second."""
    offered = next((topics for reply in turn.said_before() if (topics := _offered(reply))), [])
    if turn.intent not in offered or len(offered) == 1:
        return
    first, second, *_ = offered
    is_confused = turn.intent != first
    other = turn.intent if is_confused else second
    turn.tally.count_pair(week_of(turn.now), first, other, is_confused=is_confused)


def _offered(reply: Reply) -> list[str]:
    return [o.topic for o in reply.options if o.topic] if reply.topic == TOPIC else []
