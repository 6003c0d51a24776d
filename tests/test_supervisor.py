"""The supervisor: waits, names what does not start, starts again what ends, and leaves nothing running."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from bot import supervisor
from bot.supervisor import Part
from tests.conftest import free_ports, stack_settings


def part(*command: str, port: int = 1) -> Part:
    return Part("part", list(command), dict(os.environ), f"http://127.0.0.1:{port}/")


def server() -> Part:
    port = free_ports(1)[0]
    return part(sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port), port=port)


def test_parts_run_while_they_are_needed_and_not_longer() -> None:
    one, other = server(), server()
    with supervisor.running([one, other]):
        assert one.runs
        assert other.runs
        assert one.is_ready()
    assert not one.runs
    assert not other.runs


def test_a_part_that_ends_while_starting_is_named() -> None:
    ends = supervisor.running([part(sys.executable, "-c", "")])
    with pytest.raises(supervisor.NotReady, match="part ended while starting"), ends:
        pass


def test_a_part_that_never_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "READY_SECONDS", 0)
    silent = part(sys.executable, "-c", "import time; time.sleep(60)")
    waits = supervisor.running([silent])
    with pytest.raises(supervisor.NotReady, match="part was not ready after 0 seconds"), waits:
        pass
    assert not silent.runs


def test_when_one_part_fails_the_others_are_stopped() -> None:
    healthy = server()
    ends = supervisor.running([healthy, part(sys.executable, "-c", "")])
    with pytest.raises(supervisor.NotReady), ends:
        pass
    assert not healthy.runs


def test_a_part_that_has_ended_is_started_again(capsys: pytest.CaptureFixture[str]) -> None:
    one = server()
    with supervisor.running([one]):
        first = one.process
        assert first
        first.kill()
        first.wait()
        one.pause = 0
        supervisor.watch([one], lambda: one.process is not first)
        supervisor.wait_until_ready([one])
    assert "part has ended and is started again" in capsys.readouterr().out


def test_pauses_between_starts_grow_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    one = part("true")
    monkeypatch.setattr(one, "start", lambda: None)
    pauses = []
    for _ in range(10):
        one.started = supervisor.time.monotonic() - one.pause - 0.01
        one.restart_when_due()
        pauses.append(one.pause)
    assert pauses[:3] == [1.0, 2.0, 4.0]
    assert pauses[-1] == supervisor.LONGEST_PAUSE
    one.started = supervisor.time.monotonic() - supervisor.STEADY_SECONDS - 1
    one.restart_when_due()
    assert one.pause == 2 * supervisor.FIRST_PAUSE


def test_a_part_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.2)
    code = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    )
    stubborn = part(sys.executable, "-c", code)
    stubborn.start()
    stubborn.stop()
    assert not stubborn.runs
    stubborn.stop()


def test_ctrl_c_is_a_question_and_the_old_handler_comes_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with supervisor.stop_signals() as stopped:
        assert not stopped()
        os.kill(os.getpid(), signal.SIGTERM)
        assert stopped()
    assert signal.getsignal(signal.SIGTERM) is before


def test_engine_actions_and_inbox_are_started_for_loopback(tmp_path: Path) -> None:
    system = {each.name: each for each in supervisor.parts(stack_settings(tmp_path))}
    assert list(system) == ["actions", "engine", "inbox", "gateway"]
    engine = system["engine"].command
    assert engine[engine.index("--interface") + 1] == "127.0.0.1"
    assert "--enable-api" not in engine
    assert "--debug" not in engine
    for each in system.values():
        assert each.ready_url.startswith("http://127.0.0.1:")


def test_a_part_that_hangs_is_ended_and_started_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOOK_SECONDS", "SILENT_SECONDS", "BUSY_SECONDS"):
        monkeypatch.setattr(supervisor, name, 0.3)
    one = server()
    with supervisor.running([one]):
        first = one.process
        assert first
        one.pause = 0
        first.send_signal(signal.SIGSTOP)
        supervisor.watch([one], lambda: one.process is not first)
        supervisor.wait_until_ready([one])
    assert "part does not answer and is ended" in capsys.readouterr().out


def test_a_part_that_may_not_start_is_told_from_one_that_ended() -> None:
    refuses = part(sys.executable, "-c", f"raise SystemExit({os.EX_CONFIG})")
    starts = supervisor.running([refuses])
    with pytest.raises(supervisor.NotReady, match="may not start: the lines above say why"), starts:
        pass
