"""Lets the serving engine start fast: answers for packages that only unused parts of Rasa import.

Other channels, other stores, plotting, training. `install()` is for `run` alone and must come before
Rasa is imported, `seal()` after. What it answers is inert: Rasa may name, subclass and declare with it
while it is imported; once sealed, it must refuse to be used.
"""

from __future__ import annotations

import importlib.resources
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

UNUSED = frozenset(
    {
        # other channels
        "aiogram",
        "engineio",
        "fbmessenger",
        "google.auth",
        "google.oauth2",
        "mattermostwrapper",
        "rocketchat_API",
        "slack_sdk",
        "socketio",
        "twilio",
        "webexteamssdk",
        # tokens, reminders and telemetry
        "apscheduler",
        "jwt",
        "requests",
        "sanic_jwt",
        # other stores, brokers and reporting
        "aio_pika",
        "aiormq",
        "boto3",
        "botocore",
        "confluent_kafka",
        "portalocker.redis",
        "pymongo",
        "sentry_sdk",
        "sqlalchemy",
        # training, plotting and questions on the terminal
        "dask",
        "matplotlib",
        "networkx",
        "prompt_toolkit",
        "questionary",
        "scipy",
        "sklearn",
        "sklearn_crfsuite",
    }
)
PKG_RESOURCES = "pkg_resources"
_sealed = False


class Unused(type):
    """A class that stands for anything in an unused package; its names lead to more of the same."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return unused(f"{cls.__qualname__}.{name}")

    def __call__(cls, *_: Any, **__: Any) -> Any:
        if _sealed:
            raise RuntimeError(f"{cls.__qualname__} is not part of the serving engine.")
        return cls


def unused(name: str) -> Unused:
    """A stand-in with this name; it derives from Exception so that `except` clauses may name it."""
    return Unused(name, (Exception,), {"__qualname__": name})


class _InertLoader(Loader):
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__

        def attribute(wanted: str) -> Any:
            if wanted.startswith("__"):
                raise AttributeError(wanted)
            return unused(f"{name}.{wanted}")

        module.__path__ = []
        module.__dict__["__getattr__"] = attribute


class _ResourcesLoader(Loader):
    """The one name of setuptools' slow `pkg_resources` that Rasa asks for while it serves."""

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        def resource_filename(package: str, path: str) -> str:
            return str(importlib.resources.files(package).joinpath(path))

        module.__dict__.update(resource_filename=resource_filename)


class LeanFinder(MetaPathFinder):
    """Answers the packages above, with everything inside them."""

    def find_spec(
        self, fullname: str, path: Any = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == PKG_RESOURCES:
            return ModuleSpec(fullname, _ResourcesLoader())
        parts = fullname.split(".")
        if parts[0] in UNUSED or ".".join(parts[:2]) in UNUSED:
            return ModuleSpec(fullname, _InertLoader(), is_package=True)
        return None


def install() -> None:
    """Put the finder in front of Python's own, once; and have distutils from Python itself."""
    hack = sys.modules.get("_distutils_hack")
    if hack is not None:
        hack.remove_shim()
    if not any(isinstance(finder, LeanFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, LeanFinder())


def seal() -> None:
    """From now on, using anything that was answered is an error."""
    global _sealed
    _sealed = True
