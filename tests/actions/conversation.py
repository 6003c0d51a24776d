"""A conversation with the actions alone: the rules of `data/rules` decide, no engine understands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import yaml
from rasa_sdk.executor import ActionExecutor

import actions
from bot.content.replies import Option, Reply
from bot.settings import ROOT


def rules() -> dict[str, list[str]]:
    """The actions of each intent."""
    files = [yaml.safe_load(file.read_text()) for file in (ROOT / "data/rules").glob("*.yml")]
    steps = [rule["steps"] for file in files for rule in file["rules"]]
    return {first["intent"]: [step["action"] for step in rest] for first, *rest in steps}


RULES = rules()


class Conversation:
    """Keeps the slots, as the engine would, and the buttons of the last replies."""

    def __init__(self, channel: str = "web") -> None:
        self.slots: dict[str, Any] = {}
        self.replies: list[Reply] = []
        self._channel = channel
        self._id = uuid4().hex
        self._executor = ActionExecutor()
        self._executor.register_package(actions)

    async def understood(
        self,
        intent: str,
        text: str = "typed",
        *,
        aspect: str | None = None,
        ranking: Sequence[tuple[str, float]] = (),
        **entities: str,
    ) -> list[Reply]:
        """A typed line that the engine takes for this intent."""
        message = {
            "text": text,
            "intent": {"name": intent},
            "aspect": {"name": aspect},
            "intent_ranking": [{"name": name, "confidence": sure} for name, sure in ranking],
        }
        return await self._turn(intent, message, entities)

    async def press(self, label: str) -> list[Reply]:
        """A button of the last replies."""
        options = [option for reply in self.replies for option in reply.options]
        option = next(option for option in options if option.label == label)
        return await self.choose(option)

    async def choose(self, option: Option) -> list[Reply]:
        """Any button, whenever it was shown."""
        message = {"text": f"/{option.intent}", "intent": {"name": option.intent}}
        return await self._turn(option.intent, message, dict(option.entities))

    @property
    def texts(self) -> list[str]:
        return [reply.text for reply in self.replies]

    @property
    def labels(self) -> list[str]:
        return [option.label for reply in self.replies for option in reply.options]

    @property
    def expected(self) -> list[str]:
        """The labels that a typed line may stand for."""
        asked = self.slots.get("asked") or []
        return [answer["label"] for answer in asked[0]["answers"]] if asked else []

    async def _turn(
        self, intent: str, message: dict[str, Any], entities: dict[str, str]
    ) -> list[Reply]:
        message["entities"] = [{"entity": name, "value": value} for name, value in entities.items()]
        self.replies = []
        for action in RULES[intent]:
            if action.startswith("action_"):
                await self._run(action, message)
        return self.replies

    async def _run(self, action: str, message: dict[str, Any]) -> None:
        tracker = {
            "sender_id": self._id, "slots": dict(self.slots), "latest_message": message,
            "events": [{"event": "user", "input_channel": self._channel}], "active_loop": {},
            "paused": False, "followup_action": None, "latest_action_name": None,
        }  # fmt: skip
        call = {"next_action": action, "tracker": tracker, "domain": {"any": 1}}
        result = (await self._executor.run(call)).model_dump()
        for event in result["events"]:
            self.slots[event["name"]] = event["value"]
        self.replies += [Reply.from_json(said["custom"]["reply"]) for said in result["responses"]]
