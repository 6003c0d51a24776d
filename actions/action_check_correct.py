"""Goes back to the question before, so that its answer can be changed."""

from __future__ import annotations

from actions import about_me, checking, topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.questionnaire import stepped_back


class ActionCheckCorrect(ConversationAction):
    """Goes back to the question before, so that its answer can be changed."""

    def take(self, turn: Turn) -> None:
        progress = turn.progress
        check = turn.check_of(progress) if progress else None
        if about_me.ORGANISATION in (turn.asked, turn.asked_before):
            about_me.ask_organisation(turn, turn.phrases.organisation_again)
        elif check and progress and progress.answers:
            turn.say_phrase(turn.phrases.answer_again, progress.offer)
            checking.go_on(turn, stepped_back(check, progress))
        else:
            topics.offer_menu(turn, turn.phrases.nothing_to_go_back_to)
