"""Settings: `.env.example` documents exactly what is read, and nothing needs to be set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from dotenv import dotenv_values

from bot.settings import ROOT, Settings, SettingsError, read

DOCUMENTED = dotenv_values(ROOT / ".env.example")
WHOLE_NUMBERS = [name for name, value in DOCUMENTED.items() if value and value.isdecimal()]


class Asked(Mapping[str, str]):
    """An empty environment that remembers which names were looked up."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_the_example_documents_exactly_the_settings_that_are_read() -> None:
    environment = Asked()
    read(environment)
    assert set(DOCUMENTED) == environment.names


def test_every_setting_of_the_example_has_a_comment() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(lines).split("\n\n")
    for block in blocks[1:]:
        assert block.startswith("#"), block


def test_the_values_of_the_example_are_the_defaults() -> None:
    example = {name: value or "" for name, value in DOCUMENTED.items()}
    assert read(example) == read({})


def test_no_other_file_reads_the_environment() -> None:
    reads = re.compile(r"os\.environ(?!, )|getenv|environ\[")
    # The supervisor hands its environment on, and the engine has a Python of its own.
    allowed = {"bot/settings.py", "bot/model.py", "bot/supervisor.py"}
    for folder in ("bot", "actions"):
        for file in (ROOT / folder).rglob("*.py"):
            name = str(file.relative_to(ROOT))
            if name not in allowed and not name.startswith("bot/engine/"):
                assert not reads.search(file.read_text(encoding="utf-8")), name


@pytest.mark.parametrize("name", WHOLE_NUMBERS)
@pytest.mark.parametrize("value", ["many", "-1", "1.5", "0x10", " "])
def test_a_number_that_is_none_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} should be a whole number"):
        read({name: value})


def test_empty_values_are_the_defaults() -> None:
    assert read(dict.fromkeys(WHOLE_NUMBERS, "")) == read({})


def test_defaults_keep_to_loopback_and_this_machine() -> None:
    own = read({})
    assert own.host == "127.0.0.1"
    assert own.engine_url == "http://127.0.0.1:5005"
    assert own.actions_url == "http://127.0.0.1:5055"
    assert own.gateway_url == "http://127.0.0.1:8080"
    assert own.inbox_url == "http://127.0.0.1:8090/requests"
    assert own.database_url == f"sqlite:///{ROOT}/var/uptake.db"
    assert own.session_idle == 1800


def test_the_engine_and_actions_stay_on_loopback_whatever_the_host() -> None:
    own = read({"WELLBEING_HOST": "0.0.0.0"})
    assert own.engine_url.startswith("http://127.0.0.1:")
    assert own.actions_url.startswith("http://127.0.0.1:")


def test_what_follows_from_other_settings() -> None:
    own = read({"WELLBEING_VAR_DIR": "/srv/keep", "WELLBEING_INBOX_PORT": "9000"})
    assert own.database_url == "sqlite:////srv/keep/uptake.db"
    assert str(own.model_dir) == "/srv/keep/model"
    assert own.inbox_url == "http://127.0.0.1:9000/requests"


def test_secrets_do_not_stand_in_what_is_printed() -> None:
    own = read({"WELLBEING_METRICS_TOKEN": "open-sesame", "UPTAKE_DATABASE_URL": "x://u:hush@h/d"})
    assert isinstance(own, Settings)
    assert "open-sesame" not in repr(own)
    assert "hush" not in repr(own)
