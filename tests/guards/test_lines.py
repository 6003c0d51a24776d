"""Lines of people: what trains the engine, what measures it and what tests it stay apart."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import Any

import yaml

from bot.content.check import OFFERS, SAFETY_CARDS
from bot.settings import ROOT

_NOT_WORDS = re.compile(r"[^\w']+")


def normalised(line: str) -> str:
    return _NOT_WORDS.sub(" ", line.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).strip()


def training() -> dict[str, str]:
    """Every training line, normalised, with its file."""
    lines = {}
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for example in entry.get("examples", "").splitlines():
                lines[normalised(example.removeprefix("- "))] = file.name
    return lines


def evaluation() -> dict[str, str]:
    """Every evaluation line, normalised, with its file."""
    lines = {}
    for file in sorted((ROOT / "evaluation").glob("*/*.tsv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                lines[normalised(row["text"])] = f"{file.parent.name}/{file.name}"
    return lines


def scripts() -> list[dict[str, Any]]:
    files = sorted((ROOT / "tests" / "conversations").glob("*.yml"))
    return [script for f in files for script in yaml.safe_load(f.read_text(encoding="utf-8"))]


def test_no_evaluation_line_is_a_training_line() -> None:
    both = training().keys() & evaluation().keys()
    assert not both, sorted(both)


def test_the_two_evaluation_sets_share_no_line() -> None:
    folders: dict[str, set[str]] = {}
    for file in (ROOT / "evaluation").glob("*/*.tsv"):
        with file.open(encoding="utf-8", newline="") as rows:
            lines = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            folders.setdefault(file.parent.name, set()).update(normalised(r["text"]) for r in lines)
    assert not folders["development"] & folders["test"]


def test_every_intent_of_an_offer_is_trained_with_enough_lines() -> None:
    counts = Counter(training().values())
    for offer in (*OFFERS, *SAFETY_CARDS):
        assert counts[f"{offer}.yml"] >= 40, offer


def test_openings_of_scripted_conversations_are_nobody_elses_lines() -> None:
    known = training().keys() | evaluation().keys()
    openings = yaml.safe_load(
        (ROOT / "tests" / "conversations" / "openings.yml").read_text(encoding="utf-8")
    )
    copied = [s["name"] for s in openings if normalised(s["turns"][0]["say"]) in known]
    assert not copied


def test_there_are_enough_scripted_conversations() -> None:
    told = scripts()
    assert len(told) >= 95
    names = Counter(script["name"] for script in told)
    assert not [name for name, times in names.items() if times > 1]


def test_every_offer_has_three_openings_and_every_danger_two_conversations() -> None:
    first = Counter(
        turn["expect"]["topic"]
        for script in scripts()
        for turn in script["turns"][:1]
        if "say" in turn and "topic" in turn.get("expect", {})
    )
    assert not [offer for offer in OFFERS if first[offer] < 3]
    cards = Counter(
        topic
        for script in scripts()
        for topic in {
            (turn["expect"].get("topics") or [turn["expect"].get("topic")])[0]
            for turn in script["turns"]
            if "expect" in turn
        }
    )
    assert not [kind for kind in SAFETY_CARDS if cards[kind] < 2]
