"""A person in a conversation, over the public contract."""

from __future__ import annotations

from typing import Any

import httpx

Reply = dict[str, Any]


class Client:
    """Remembers the choices it was offered, by their label."""

    def __init__(self, url: str, channel: str = "web") -> None:
        # Loopback has no certificates, and reading those of the machine takes longer than a turn.
        self.http = httpx.Client(
            base_url=f"{url}/api/v1", timeout=10, trust_env=False, verify=False
        )
        opened = self.http.post("/sessions", json={"channel": channel})
        opened.raise_for_status()
        self.token: str = opened.json()["session"]
        self.http.headers["Authorization"] = f"Bearer {self.token}"
        self.choices: dict[str, str] = {}
        self.replies: list[Reply] = []
        self._take(opened.json()["replies"])
        self.greeting = self.replies

    def say(self, text: str, **more: Any) -> list[Reply]:
        """Type a message."""
        return self._message({"text": text, **more})

    def press(self, label: str, **more: Any) -> list[Reply]:
        """Press the latest button of that label."""
        assert label in self.choices, f"no button {label!r} among {list(self.choices)}"
        return self._message({"choice": self.choices[label], **more})

    def raw(self, body: Any) -> httpx.Response:
        """Post a body as it is."""
        return self.http.post("/messages", json=body)

    def close(self) -> None:
        """Forget the conversation."""
        self.http.delete("/sessions")
        self.http.close()

    def _message(self, body: dict[str, Any]) -> list[Reply]:
        response = self.raw(body)
        assert response.status_code == 200, response.text
        self._take(response.json()["replies"])
        return self.replies

    def _take(self, replies: list[Reply]) -> None:
        self.replies = replies
        for reply in replies:
            self.choices.update({choice["label"]: choice["id"] for choice in reply["choices"]})
