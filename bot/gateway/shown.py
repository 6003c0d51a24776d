"""What the chat page says beside the conversation itself: notices, drafts, errors of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.content.models import Page
from bot.gateway.problems import Problem
from bot.gateway.sessions import Turn


@dataclass
class Shown:
    """One page: `replies` are in no turn of the conversation, `form` is what was not sent."""

    status: int = 200
    notice: str = ""
    draft: str = ""
    replies: list[dict[str, Any]] = field(default_factory=list)
    form: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def among(self, turns: list[Turn]) -> list[Turn]:
        """The turns with these replies; a form that was not sent stays in the last turn."""
        if not self.replies:
            return turns
        if not (self.form and turns):
            return [*turns, Turn("", self.replies)]
        *before, last = turns
        return [*before, Turn(last.said, self.replies + last.replies)]


def explain(problem: Problem, page: Page, draft: str) -> Shown:
    """Why a message was not taken, in words; the words of the person stay in the box."""
    notices = {
        403: page.untrusted_form,
        409: page.gone_choice,
        413: page.too_long,
        429: page.too_fast,
    }
    notice = notices.get(problem.status, page.not_sent if draft else page.choice_not_sent)
    replies = problem.members.get("replies", [])
    return Shown(problem.status, notice, draft, replies)
