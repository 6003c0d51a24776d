"""Nothing of what a person typed, pressed or was called by is kept, also at the level that logs most."""

from __future__ import annotations

import contextlib
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from bot.settings import ROOT
from tests.conftest import Stack, stack_settings, start_stack
from tests.trace.canaries import CANARIES, LINE, WORD, knock

PATTERN = re.compile(
    "|".join(re.escape(part) for canary in CANARIES.values() for part in (canary, canary.replace(" ", ""))),
    re.IGNORECASE,
)  # fmt: skip
WRITES = ("w", "a", "r+")


@pytest.fixture(scope="module", params=["DEBUG", "INFO"])
def used(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stack]:
    """A system that heard the canaries through every door, in good days and bad."""
    folder = tmp_path_factory.mktemp("trace")
    (folder / "tmp").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder / "tmp"))
        for stack in start_stack(stack_settings(folder, log_level=request.param)):
            knock(stack)
            _bad_days(stack)
            yield stack


def _bad_days(stack: Stack) -> None:
    """An action that fails, an engine that fails, time-outs, a database that cannot be written, a crash."""
    client = stack.client()
    stack.kill("actions")
    client.raw({"text": f"menopause {LINE}"})
    stack.revive("actions")
    for name in ("actions", "engine"):
        with stack.hanging(name):
            client.raw({"text": f"mecc {LINE}"})
    stack.kill("engine")
    client.raw({"text": f"buddying {LINE}"})
    stack.revive("engine")
    client.raw({"text": f"buddying {LINE}"})
    for name in ("actions", "engine"):
        process = stack.part(name).process
        assert process
        process.send_signal(signal.SIGABRT)
        process.wait()
        stack.revive(name)
    client.raw({"text": f"menopause {LINE}"})


def found_in(text: str) -> list[str]:
    return [text[max(match.start() - 60, 0) : match.end() + 20] for match in PATTERN.finditer(text)]


def test_no_log_line_holds_one(used: Stack) -> None:
    for part in used.parts:
        output = used.output(part.name)
        assert output, f"{part.name} says nothing at all"
        assert not found_in(output), part.name


def test_no_file_that_the_system_wrote_holds_one(used: Stack) -> None:
    """Database, its log and its free pages, temporary files, images of a crash: as raw bytes."""
    database = Path(used.settings.database_url.removeprefix("sqlite:///"))
    own = [path for path in database.parent.rglob("*") if path.is_file()]
    own += [path for path in (ROOT / "var").rglob("*") if path.is_file()]
    own += [path for path in ROOT.iterdir() if path.name.startswith("core")]
    assert database in own
    for path in own:
        assert not found_in(path.read_bytes().decode("latin-1")), path


def test_nothing_is_written_anywhere_else(used: Stack) -> None:
    """What the processes hold open for writing lies where the test above looks."""
    places = (str(ROOT / "var"), str(used.outputs), str(used.outputs.parent))
    database = used.settings.database_url.removeprefix("sqlite:///")
    for part in used.parts:
        assert part.process
        for opened in psutil.Process(part.process.pid).open_files():
            written = getattr(opened, "mode", "r") in WRITES
            assert not written or opened.path.startswith((*places, database)), opened


def test_no_metric_holds_one(used: Stack) -> None:
    for url in (used.gateway_url, used.settings.actions_url):
        metrics = httpx.get(f"{url}/metrics", trust_env=False).text
        assert "wellbeing_" in metrics
        assert not found_in(metrics)


def test_no_address_and_no_command_line_holds_one(used: Stack) -> None:
    for part in used.parts:
        assert part.process
        process = psutil.Process(part.process.pid)
        said = " ".join(process.cmdline())
        with contextlib.suppress(psutil.AccessDenied):
            said += str(process.environ())
        assert not found_in(said)


def test_an_answer_that_refuses_does_not_repeat_what_was_sent(used: Stack) -> None:
    client = used.client()
    for answer in (
        client.raw({"text": "hello", "slot": LINE}),
        client.raw({"choice": WORD}),
        client.http.post("/messages", content=LINE, headers={"Content-Type": "application/json"}),
        client.http.get(f"/{WORD}"),
        client.http.post("/callbacks", json={"offer": WORD, "name": LINE}),
    ):
        assert answer.status_code >= 400
        assert not found_in(answer.text)
