"""The Rasa component that reads a typed line as an answer to the question that was asked.

Stands after `Decision`. It reads the slot `asked` and nothing else of the conversation, and
must leave buttons, and safety intents, as they are.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.questions import Match, Question, Understood, match, read_questions

ASKED = "asked"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Answers(GraphComponent):
    """Turns a line into the answer it gives."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Answers:
        """There is nothing to set up."""
        return cls()

    def process(
        self, messages: List[Message], tracker: Optional[DialogueStateTracker] = None
    ) -> List[Message]:
        """Rasa hands over the tracker because of the parameter's name."""
        questions = asked(tracker)
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith("/"):
                answer(message, text, questions)
        return messages


def asked(tracker: Optional[DialogueStateTracker]) -> List[Question]:
    """What was asked; a model trained without rules has no such slot."""
    if tracker is None or ASKED not in tracker.slots:
        return []
    return read_questions(tracker.slots[ASKED].value)


def answer(message: Message, text: str, questions: List[Question]) -> None:
    """Clear the entities of the message, and make it the answer it gives, if it gives one."""
    message.set(ENTITIES, [], add_to_output=True)
    intent = message.get(INTENT) or {}
    understood = Understood(intent.get("name"), float(intent.get("confidence") or 0.0))
    found = match(text, questions, understood)
    if found:
        write(message, found)


def write(message: Message, found: Match) -> None:
    """The intent and entities of the answer; a topic's aspect is no longer meant."""
    entities = [
        {"entity": name, "value": value, "start": 0, "end": 0}
        for name, value in found.answer.entities.items()
    ]
    message.set(INTENT, {"name": found.answer.intent, "confidence": 1.0}, add_to_output=True)
    message.set(ENTITIES, entities, add_to_output=True)
    message.set("aspect", {"name": None, "confidence": 0.0}, add_to_output=True)
