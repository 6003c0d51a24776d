"""The Rasa component that understands a line: what it finds of topic, aspect, safety and scope.

Registered as an intent classifier; `Decision` makes an intent of what it finds. It must leave messages
alone that already have an intent, and buttons (text that starts with a slash), and it must never log or
store the text of a message.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.engine.courtesies import without_greeting, without_thanks
from bot.engine.decision import Evidence, Named
from bot.engine.denials import without_denials
from bot.engine.encoder import ENCODER_DIRECTORY, MANIFEST, Encoder
from bot.engine.model import Classifier
from bot.engine.parts import parts
from bot.engine.text import clean

EVIDENCE, LABELS = "evidence", "labels"
CRISIS = "crisis"
NO_DANGER = Named(CRISIS, 0.0)
FOR_THE_ADAPTER = {"teaches": "adapter"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Understanding(GraphComponent):
    """Trains with the model, and reads every typed line."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """The setting of config.yml, which says how it was set."""
        return {"rejection": 0.06}

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Text:
        """Rasa's cache of trained components knows this class alone: what it is made of counts too."""
        return sources_print()

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
        """Train on the examples of the training data."""
        from bot.engine.learn import Example, train

        examples = [
            Example(message.get(TEXT), message.get_full_intent(), is_for_likeness(message))
            for message in training_data.intent_examples
        ]
        self.classifier = train(examples, Encoder(), float(self._config["rejection"]))
        with self._model_storage.write_to(self._resource) as directory:
            self.classifier.save(directory)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Leave what was found in each message for the decision."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not (message.get(INTENT) or text.startswith("/")):
                if self.classifier is None:
                    raise RuntimeError("The model is not trained: run `make train`.")
                message.set(EVIDENCE, examine(self.classifier, text))
                message.set(LABELS, self.classifier.labels)
        return messages


def is_for_likeness(message: Message) -> bool:
    """Whether more than the adapter learns from an example, as its metadata says."""
    return (message.get(METADATA) or {}).get(METADATA_INTENT) != FOR_THE_ADAPTER


def sources_print() -> str:
    """A fingerprint of the engine's modules and of the encoder."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    digest = hashlib.sha256((ENCODER_DIRECTORY / MANIFEST).read_bytes())
    for module in modules:
        digest.update(f"\0{module.name}\0".encode() + module.read_bytes())
    return digest.hexdigest()


def examine(classifier: Classifier, text: str) -> Evidence:
    """The evidence of what is asked, without courtesies; no word is left out of the search for danger.

    Danger is looked for in what is asked, in the whole line, and in each part of a long one.
    """
    whole = clean(text)
    asked = without_thanks(without_greeting(whole))
    lines = dict.fromkeys((asked, whole, *parts(text)))
    found = {line: classifier.examine(line) for line in lines}
    dangers = [_left_over(classifier, *one) for one in found.items()]
    dangers.sort(key=lambda danger: -danger.confidence)
    suspicion = max(evidence.suspicion for evidence in found.values())
    return replace(found[asked], dangers=dangers, suspicion=suspicion)


def _left_over(classifier: Classifier, line: str, evidence: Evidence) -> Named:
    """The danger of one line without what it denies."""
    danger = evidence.dangers[0]
    rest = without_denials(line) if danger.name == CRISIS else None
    if rest is None:
        return danger
    left = classifier.examine(rest).dangers[0] if rest else NO_DANGER
    return replace(left, confidence=min(left.confidence, danger.confidence))
