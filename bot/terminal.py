"""A client for the terminal: talks to the gateway over the public contract, as any page does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

STYLES = {"emergency": "bold red", "urgent": "bold yellow", "none": "blue"}
HELP = "Type a message, the number of a choice, or an empty line to leave."


class TerminalChat:
    """One conversation. Choices are numbered; the numbers of the last replies count."""

    def __init__(self, url: str, console: Console | None = None) -> None:
        self._http = httpx.Client(base_url=f"{url}/api/v1", timeout=10, trust_env=False)
        self._console = console or Console(highlight=False)
        self._choices: list[dict[str, str]] = []

    def run(self) -> None:
        """Talk until an empty line or the end of the input; then the conversation is forgotten."""
        opened = self._send("POST", "/sessions", json={"channel": "terminal"})
        if "session" not in opened:
            return
        self._http.headers["Authorization"] = f"Bearer {opened['session']}"
        self._console.print(HELP, style="dim")
        self._show(opened["replies"])
        while line := self._read():
            body = {**(self._chosen(line) or {"text": line}), "message_id": uuid4().hex}
            self._show(self._send("POST", "/messages", json=body).get("replies", []))
        self._http.delete("/sessions")

    def _read(self) -> str:
        try:
            return self._console.input("[bold]You:[/] ").strip()
        except (EOFError, KeyboardInterrupt):
            return ""

    def _chosen(self, line: str) -> dict[str, str] | None:
        if line.isdecimal() and 0 < int(line) <= len(self._choices):
            return {"choice": self._choices[int(line) - 1]["id"]}
        return None

    def _send(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        try:
            response = self._http.request(method, path, **options)
        except httpx.HTTPError:
            self._console.print("The assistant cannot be reached. Is it running?", style="red")
            return {}
        body: dict[str, Any] = response.json()
        if response.is_error:
            self._console.print(body["detail"], style="red")
        return body

    def _show(self, replies: list[dict[str, Any]]) -> None:
        if replies:
            self._choices = []
        for reply in replies:
            self._console.print(self._panel(reply))

    def _panel(self, reply: dict[str, Any]) -> Panel:
        lines = [reply["text"]]
        lines += [f"{c['name']}\n{c['show']}\n{_hours(c)}" for c in reply["contacts"]]
        lines += [f"{link['label']}: {link['url']}" for link in reply["links"]]
        for choice in reply["choices"]:
            self._choices.append(choice)
            lines.append(f"{len(self._choices)}) {choice['label']}")
        title = None if reply["urgency"] == "none" else reply["urgency"].upper()
        return Panel(
            Text("\n\n".join(lines)), title=title, border_style=STYLES[reply["urgency"]], width=78
        )


def _hours(contact: dict[str, Any]) -> str:
    state = {True: "open now", False: "closed now", None: ""}[contact["open_now"]]
    return f"{contact['hours']}{', ' + state if state else ''}"
