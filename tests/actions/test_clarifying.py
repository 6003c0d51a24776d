"""Which two topics were taken for each other is counted from the answer, without who or where."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.uptake.tables import confusions
from tests.actions.conftest import rows
from tests.actions.conversation import Conversation

RANKING = [("mecc", 0.3), ("buddying", 0.29), ("human", 0.28), ("workwell", 0.01)]


def pairs(database: Engine) -> list[tuple[Any, ...]]:
    """The log: topic, other, step, count."""
    with database.connect() as connection:
        return sorted(tuple(row)[1:] for row in connection.execute(select(confusions)))


async def ask(talk: Conversation) -> None:
    await talk.understood("clarify", ranking=RANKING)
    assert talk.labels[:3] == ["MECC training", "Buddying", "Talk to a person"]


async def test_the_first_topic_was_right(talk: Conversation, database: Engine) -> None:
    await ask(talk)
    await talk.press("MECC training")
    assert pairs(database) == [("buddying", "mecc", "answered", 1)]


@pytest.mark.parametrize(
    ("label", "pair"), [("Buddying", "buddying"), ("Talk to a person", "human")]
)
async def test_another_topic_was_meant(
    talk: Conversation, database: Engine, label: str, pair: str
) -> None:
    await ask(talk)
    await talk.press(label)
    topic, other = sorted(("mecc", pair))
    assert pairs(database) == [(topic, other, "answered", 1), (topic, other, "confused", 1)]


async def test_typed_words_are_an_answer_too(talk: Conversation, database: Engine) -> None:
    await ask(talk)
    await talk.understood("buddying", "the buddy scheme")
    assert ("buddying", "mecc", "confused", 1) in pairs(database)


@pytest.mark.parametrize("intent", ["menu", "workwell", "out_of_scope", "deny"])
async def test_who_took_none_of_them_did_not_tell(
    talk: Conversation, database: Engine, intent: str
) -> None:
    await ask(talk)
    await talk.understood(intent)
    await talk.understood("buddying")
    assert pairs(database) == []


async def test_a_pair_counts_once_in_a_conversation(talk: Conversation, database: Engine) -> None:
    for label in ("Buddying", "MECC training", "Buddying"):
        await ask(talk)
        await talk.press(label)
    assert [row[-1] for row in pairs(database)] == [1, 1]


async def test_who_is_not_counted_is_not(talk: Conversation, database: Engine) -> None:
    await ask(talk)
    await talk.press("Buddying")
    await talk.understood("stop_counting")
    assert pairs(database) == []
    await ask(talk)
    await talk.press("Buddying")
    assert pairs(database) == []
    assert rows(database) == []


async def test_a_probe_is_not_counted(database: Engine) -> None:
    talk = Conversation("probe")
    await ask(talk)
    await talk.press("Buddying")
    assert pairs(database) == []


async def test_it_is_shown_to_who_asks_and_stays_without_a_place(
    talk: Conversation, database: Engine
) -> None:
    await ask(talk)
    await talk.press("Buddying")
    await talk.understood("state_organisation", organisation="uhl")
    assert [row[4] for row in rows(database)] == ["uhl"]
    assert len(pairs(database)) == 2
    (reply,) = await talk.understood("what_recorded")
    assert "Buddying or MECC training, I had thought of the other one first" in reply.text
    assert reply.text.count("Buddying or MECC training") == 2
