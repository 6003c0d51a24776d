"""One uncounted conversation over the public contract."""

from __future__ import annotations

from typing import Any

import httpx

from bot.uptake.channels import PROBE

Replies = list[dict[str, Any]]
SECONDS = 5.0


class Trouble(Exception):
    """What a person would have noticed; the message says it in a few words."""


class Talk:
    """Says and presses things like a person; raises Trouble for everything but an answer."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/api/v1", timeout=SECONDS, trust_env=False)
        self._choices: dict[str, str] = {}
        opened = self._send("POST", "/sessions", {"channel": PROBE})
        self._http.headers["Authorization"] = f"Bearer {opened['session']}"
        self.greeting = self._take(opened)

    def __enter__(self) -> Talk:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.delete("/sessions")
        self._http.close()

    def say(self, text: str) -> Replies:
        """Type a line."""
        return self._take(self._send("POST", "/messages", {"text": text}))

    def press(self, label: str) -> Replies:
        """Press a button that was offered."""
        if label not in self._choices:
            raise Trouble(f'there is no button "{label}"')
        return self._take(self._send("POST", "/messages", {"choice": self._choices[label]}))

    def _take(self, body: dict[str, Any]) -> Replies:
        replies: Replies = body["replies"]
        for reply in replies:
            self._choices.update({choice["label"]: choice["id"] for choice in reply["choices"]})
        return replies

    def _send(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            response = self._http.request(method, path, json=body)
            answer: dict[str, Any] = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise Trouble(f"no answer ({type(error).__name__})") from None
        if response.is_error:
            raise Trouble(f"status {response.status_code}: {answer.get('detail', '')}")
        return answer
