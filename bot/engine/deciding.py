"""The Rasa component that makes an intent of what was understood, by the thresholds of config.yml.

Stands after `Understanding` and learns nothing: another threshold needs no other training.
"""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.decision import Evidence, Named, Thresholds, decide, needs_check_in
from bot.engine.labels import CLARIFY, Labels
from bot.engine.understanding import EVIDENCE, LABELS

RANKING = "intent_ranking"
RANKED = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Decision(GraphComponent):
    """Writes the intent of every typed line."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """The settings of config.yml, where each says how it was set."""
        return {
            "safety_threshold": 0.5,
            "other_dangers_threshold": 0.5,
            "check_in_threshold": 0.2,
            "clarify_margin": 0.2,
        }

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Decision:
        """The component with its thresholds."""
        return cls(
            Thresholds(
                safety=float(config["safety_threshold"]),
                other_dangers=float(config["other_dangers_threshold"]),
                check_in=float(config["check_in_threshold"]),
                clarify_margin=float(config["clarify_margin"]),
            )
        )

    def __init__(self, thresholds: Thresholds) -> None:
        self._thresholds = thresholds

    def process(self, messages: List[Message]) -> List[Message]:
        """Decide for each message in which something was found."""
        for message in messages:
            if message.get(EVIDENCE) is not None:
                self._decide(message, message.get(EVIDENCE), message.get(LABELS))
        return messages

    def _decide(self, message: Message, evidence: Evidence, labels: Labels) -> None:
        intent = decide(evidence, self._thresholds, labels.can_be_offered)
        asks = intent.name == CLARIFY or intent.name in labels.have_aspects
        write(message, intent, evidence, evidence.aspect if asks else Named(None, 0.0))
        if needs_check_in(evidence, self._thresholds):
            message.set("check_in", True, add_to_output=True)


def as_dict(named: Named, number: str = "confidence") -> Dict[Text, Any]:
    """How Rasa writes a label."""
    return {"name": named.name, number: named.confidence}


def write(message: Message, intent: Named, evidence: Evidence, aspect: Named) -> None:
    """Set intent, ranking, aspect and safety; there are no entities in typed text."""
    ranking = [as_dict(one) for one in evidence.ranking[:RANKED]]
    message.set(INTENT, as_dict(intent), add_to_output=True)
    message.set(RANKING, ranking, add_to_output=True)
    message.set("aspect", as_dict(aspect), add_to_output=True)
    message.set("safety", as_dict(evidence.dangers[0], "score"), add_to_output=True)
