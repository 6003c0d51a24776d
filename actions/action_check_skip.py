"""Skips the question that is open."""

from __future__ import annotations

from actions import about_me, checking, topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.questionnaire import SKIPPED, answered, next_question


class ActionCheckSkip(ConversationAction):
    """Skips the question that is open."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        check = turn.check_of(progress) if progress else None
        question = next_question(check, progress) if check and progress else None
        if check and progress and question:
            turn.say_phrase(turn.phrases.question_skipped, progress.offer)
            checking.go_on(turn, answered(check, progress, question.key, SKIPPED))
        elif turn.asked in (about_me.ORGANISATION, about_me.STAFF_GROUP):
            turn.say_phrase(turn.phrases.counted_thanks, "privacy")
        else:
            topics.offer_menu(turn, turn.phrases.nothing_to_stop)
