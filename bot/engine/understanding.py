"""The Rasa component that understands a line: topic, aspect, safety, scope, and the decision.

Registered as an intent classifier. It must leave messages alone that already have an intent, and
buttons (text that starts with a slash), and it must never log or store the text of a message.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, List, Text, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.engine.courtesies import without_greeting, without_thanks
from bot.engine.decision import Evidence, Named, Thresholds, decide
from bot.engine.denials import without_denials
from bot.engine.encoder import Encoder
from bot.engine.labels import CLARIFY
from bot.engine.model import Classifier

RANKING = "intent_ranking"
RANKED = 5
CRISIS = "crisis"
NO_DANGER = Named(CRISIS, 0.0)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Understanding(GraphComponent):
    """Trains with the model, and reads every typed line."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """The settings of config.yml, where each says how it was set."""
        return {
            "safety_threshold": 0.5,
            "check_in_threshold": 0.2,
            "rejection": 0.06,
            "clarify_margin": 0.2,
        }

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Understanding:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Understanding:
        """The component as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as directory:
            component.classifier = Classifier.load(directory, Encoder())
        return component

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self.classifier: Classifier | None = None

    def train(self, training_data: TrainingData) -> Resource:
        """Train on every example of the training data."""
        from bot.engine.learn import Example, train

        examples = [
            Example(message.get(TEXT), message.get_full_intent())
            for message in training_data.intent_examples
        ]
        self.classifier = train(examples, Encoder(), float(self._config["rejection"]))
        with self._model_storage.write_to(self._resource) as directory:
            self.classifier.save(directory)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Write what was understood into each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not (message.get(INTENT) or text.startswith("/")):
                self._understand(message, text)
        return messages

    def _understand(self, message: Message, text: str) -> None:
        if self.classifier is None:
            raise RuntimeError("The model is not trained: run `make train`.")
        evidence, suspected = self._examine(self.classifier, text)
        thresholds = Thresholds(
            safety=float(self._config["safety_threshold"]),
            scope=self.classifier.calibration.scope,
            clarify_margin=float(self._config["clarify_margin"]),
        )
        labels = self.classifier.labels
        intent = decide(evidence, thresholds, labels.can_be_offered)
        asks = intent.name == CLARIFY or intent.name in labels.have_aspects
        write(message, intent, evidence, evidence.aspect if asks else Named(None, 0.0))
        # Between the two thresholds a person gets an answer and is asked whether they are safe.
        check_in = float(self._config["check_in_threshold"])
        if evidence.safety.confidence < thresholds.safety and check_in <= suspected:
            message.set("check_in", True, add_to_output=True)

    @staticmethod
    def _examine(classifier: Classifier, text: str) -> Tuple[Evidence, float]:
        """The evidence, and how dangerous the line looks with what it denies left in."""
        evidence = _asked(classifier, text)
        suspected = evidence.safety.confidence
        rest = without_denials(text) if evidence.safety.name == CRISIS else None
        if rest is None:
            return evidence, suspected
        safety = classifier.examine(rest).safety if rest else NO_DANGER
        milder = min(safety, evidence.safety, key=lambda named: named.confidence)
        return replace(evidence, safety=milder), suspected


def _asked(classifier: Classifier, text: str) -> Evidence:
    """The evidence of what is asked; no word is left out of the search for danger."""
    whole, asked = classifier.examine(text), without_thanks(without_greeting(text))
    if asked == text:
        return whole
    found = classifier.examine(asked)
    return replace(found, safety=max(found.safety, whole.safety, key=lambda n: n.confidence))


def as_dict(named: Named, number: str = "confidence") -> Dict[Text, Any]:
    """How Rasa writes a label."""
    return {"name": named.name, number: named.confidence}


def write(message: Message, intent: Named, evidence: Evidence, aspect: Named) -> None:
    """Set intent, ranking, aspect and safety; there are no entities in typed text."""
    ranking = [as_dict(one) for one in evidence.ranking[:RANKED]]
    message.set(INTENT, as_dict(intent), add_to_output=True)
    message.set(RANKING, ranking, add_to_output=True)
    message.set("aspect", as_dict(aspect), add_to_output=True)
    message.set("safety", as_dict(evidence.safety, "score"), add_to_output=True)
