"""Each setting of Teams is documented where people look for it."""

from __future__ import annotations

import inspect

from bot import settings as module
from bot.settings import ROOT, TeamsSettings, read

NAMES = {
    word.strip('",)')
    for word in inspect.getsource(module).split('"')
    if word.startswith("WELLBEING_TEAMS_") and " " not in word
}


def test_there_is_one_for_each_field() -> None:
    assert len(NAMES) == len(TeamsSettings.__dataclass_fields__)


def test_each_stands_in_the_example_and_in_the_guide() -> None:
    for file in (".env.example", "docs/teams.md"):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert not [name for name in NAMES if name not in text]


def test_defaults_are_microsofts_and_a_list_may_be_given() -> None:
    assert read({}).teams == TeamsSettings()
    own = read({"WELLBEING_TEAMS_SERVICE_HOSTS": "a.example, b.example"})
    assert own.teams.service_hosts == ("a.example", "b.example")
