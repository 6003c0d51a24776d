"""What an evaluation case study asks of the person who writes it, and what it says of itself.

The five elements, a to e, are those that the Looking After Our People workstream asks for.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "Evaluation case study: {name}"
INTRODUCTION: Final = (
    "This is a draft. The figures and what the assistant tells staff are filled in.",
    "A box that begins with “To write:” needs a person. Write your text in its place, or take it out.",
)
CHALLENGE: Final = "a. The challenge: the situation, and why"
APPROACH: Final = "b. The proposed approach: statement of project"
ENABLERS: Final = "c. Enablers and good practices needed"
LEARNED: Final = "d. What was learned"
RESULTS: Final = "e. Results achieved"
METHOD: Final = "Method and disclosure"

CHALLENGE_PROMPTS: Final = (
    "What was the situation for staff before? Name the source and the year of each figure.",
    "Why did it need to change, and for whom most?",
    "What had been tried before, and what came of it?",
)
APPROACH_TOLD: Final = "This is what the assistant told staff when this draft was made."
APPROACH_PROMPTS: Final = (
    "What was proposed, by whom, and when did it begin?",
    "What was it meant to change, and how would you know?",
    "Who paid for it, and what did it cost?",
)
ENABLERS_KNOWN: Final = "What is known"
ENABLERS_OPEN: Final = "Still to be confirmed"
ENABLERS_OPEN_INTRODUCTION: Final = (
    "The owner of the programme has not yet answered these questions."
)
ENABLERS_PROMPTS: Final = (
    "Who and what had to be in place: people, money, systems, leaders?",
    "What good practice should others copy?",
    "What stood in the way, and how did you deal with it?",
)
LEARNED_INTRODUCTION: Final = "The figures raise these questions. They do not say why."
LEARNED_PROMPTS: Final = (
    "What worked well, and how do you know?",
    "What did not work, or surprised you?",
    "What would you do differently?",
)
RESULTS_INTRODUCTION: Final = (
    "These figures show how staff met the programme through the assistant. They do not show who took part in "
    "it, or what it changed."
)
RESULTS_PROMPTS: Final = (
    "How many staff took part, by the programme's own records? Name the source and the dates.",
    "What changed for staff? Tell a person's story only with their consent, and so that nobody can tell "
    "who it is.",
    "What happens next?",
)
METHOD_TEXTS: Final = (
    "The assistant keeps counters, not records. A counter says how often a step happened in a week. It "
    "has no names, no text and no row for a person.",
    "A step counts at most once for a programme in a conversation. A person who comes back counts again. "
    "Anybody can ask not to be counted. The figures say nothing of staff who never used the assistant.",
    "Organisation and staff group are asked once, and people may skip them. They never stand in one "
    "table together.",
    "0 is exact. 1 to 7 is hidden. Other figures are rounded to the nearest 5. Some others are hidden too, "
    "so that nobody can work out a hidden one. So figures may not add up: do not add or subtract them.",
    "The figures are of periods that are over. They were decided on once and do not change.",
)
