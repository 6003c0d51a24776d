"""Replies travel from the actions to the gateway as JSON, and come back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import load
from bot.content.models import Choice
from bot.content.replies import Anchor, Option, Reply, card_replies, option
from bot.settings import ROOT

CONTENT = load(ROOT / "content")
words = st.text(max_size=20)
options = st.builds(
    Option,
    label=words,
    intent=words,
    entities=st.dictionaries(words, words, max_size=3),
    topic=st.none() | words,
    says=st.lists(words, max_size=3).map(tuple),
    means=st.none() | st.sampled_from(["yes", "no", "unsure"]),
)
replies = st.builds(
    Reply,
    text=words,
    topic=words,
    options=st.lists(options, max_size=3).map(tuple),
    links=st.lists(st.builds(Anchor, label=words, url=words), max_size=2).map(tuple),
    contacts=st.lists(words, max_size=3).map(tuple),
    form=st.none() | words,
)


@given(replies)
def test_a_reply_comes_back_the_same(reply: Reply) -> None:
    assert Reply.from_json(json.loads(json.dumps(reply.to_json()))) == reply


def test_something_else_is_not_a_reply() -> None:
    with pytest.raises(TypeError):
        Reply.from_json({"words": "Hello"})


@pytest.mark.parametrize("key", CONTENT.cards)
def test_a_card_says_every_bubble(key: str) -> None:
    card = CONTENT.cards[key]
    said = card_replies(card)
    assert [reply.text for reply in said] == [bubble.text for bubble in card.bubbles]
    assert {reply.topic for reply in said} == {card.topic}


def test_a_choice_may_lead_to_one_side_of_an_offer() -> None:
    assert option(Choice(label="Cost", goes_to="mecc/logistics")) == Option(
        "Cost", "mecc", {"aspect": "logistics"}
    )
    assert option(Choice(label="All", goes_to="menu")).entities == {}
