"""Lets Rasa 3.6 start without TensorFlow: answers, by name, the few Rasa modules that import it.

`install()` must run before `rasa` is imported. It must never answer for `tensorflow` itself, nor
pretend to work: a component that needs TensorFlow is refused with a sentence that names it.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn

COMPONENTS: dict[str, tuple[str, str]] = {
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier", "INTENT_CLASSIFIER"),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": (
        "ConveRTFeaturizer",
        "MESSAGE_FEATURIZER",
    ),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": (
        "LanguageModelFeaturizer",
        "MESSAGE_FEATURIZER",
    ),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector", "INTENT_CLASSIFIER"),
    "rasa.core.policies.ted_policy": ("TEDPolicy", "POLICY_WITH_END_TO_END_SUPPORT"),
    "rasa.core.policies.unexpected_intent_policy": (
        "UnexpecTEDIntentPolicy",
        "POLICY_WITHOUT_END_TO_END_SUPPORT",
    ),
}
HELPERS: dict[str, tuple[str, ...]] = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}


def refuse(name: str) -> NoReturn:
    """Stop with a sentence that says which component cannot work here, and what to do."""
    from rasa.shared.exceptions import RasaException

    raise RasaException(
        f"{name} needs TensorFlow, and this engine runs without it. "
        f"Take {name} out of config.yml; the pipeline in bot/engine does its work."
    )


def _component(name: str, kind: str) -> type:
    """A registered stand-in for one component, which refuses as soon as Rasa looks at it."""
    from rasa.engine.graph import GraphComponent
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe

    def refused(*_: Any, **__: Any) -> NoReturn:
        refuse(name)

    body = {
        "create": classmethod(refused),
        "load": classmethod(refused),
        "required_packages": staticmethod(refused),
    }
    component = type(name, (GraphComponent,), body)
    register = DefaultV1Recipe.register(DefaultV1Recipe.ComponentType[kind], is_trainable=True)
    return register(component)


def _helper(name: str) -> type:
    """A stand-in for a helper class of Rasa that only TensorFlow components make use of."""

    def refused(*_: Any, **__: Any) -> NoReturn:
        refuse(name)

    return type(name, (), {"__init__": refused})


class _StandInLoader(Loader):
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        if name in COMPONENTS:
            component = _component(*COMPONENTS[name])
            component.__module__ = name
            setattr(module, component.__name__, component)
        for helper in HELPERS.get(name, ()):
            setattr(module, helper, _helper(helper))


class StandInFinder(MetaPathFinder):
    """Answers exactly the modules listed above and no other."""

    def find_spec(
        self, fullname: str, path: Any = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in COMPONENTS or fullname in HELPERS:
            return ModuleSpec(fullname, _StandInLoader())
        return None


def install() -> None:
    """Put the finder in front of Python's own, once."""
    if not any(isinstance(finder, StandInFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, StandInFinder())
