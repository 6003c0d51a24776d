"""How the readings of a line come together: what is asked, the whole line, its parts, what it denies."""

import json

import pytest

from .conftest import Engine

EXAMINE = """
import json, sys
from bot.engine import no_tensorflow
no_tensorflow.install()
from bot.engine.decision import Evidence, Named
from bot.engine.understanding import examine

class Classifier:
    def examine(self, line):
        name, score, topic = known.get(line, ("crisis", 0.0, "nothing"))
        return Evidence([Named(topic, 0.9)], Named(None, 0.0), (Named(name, score),), 0.5, score)

for known, line in json.loads(sys.argv[1]):
    found = examine(Classifier(), line)
    dangers = [(one.name, one.confidence) for one in found.dangers if one.confidence]
    print(json.dumps([found.ranking[0].name, dangers, found.suspicion]))
"""
Known = dict[str, tuple[str, float, str]]
ROTA = "The rota came out late again and I have four nights in a row with nobody to swap them."
HIDDEN = "After tonight they need no cover for me."
LONG = " ".join([HIDDEN, ROTA, ROTA, ROTA])
CASES: dict[str, tuple[Known, str, list[object]]] = {
    "topic without courtesies, danger with them": (
        {
            "where do i find a buddy": ("crisis", 0.1, "buddying"),
            "hello where do i find a buddy": ("crisis", 0.4, "greet"),
        },
        "hello where do i find a buddy",
        ["buddying", [["crisis", 0.4], ["crisis", 0.1]], 0.4],
    ),
    "what is denied counts no longer, but raises suspicion": (
        {
            "i'm not suicidal, just so tired": ("crisis", 0.9, "workwell"),
            "im just so tired": ("crisis", 0.05, "workwell"),
        },
        "i'm not suicidal, just so tired",
        ["workwell", [["crisis", 0.05]], 0.9],
    ),
    "what is left may be another danger, never a surer one": (
        {
            "i overdosed, not trying to kill myself": ("crisis", 0.8, "menu"),
            "i overdosed": ("emergency_physical", 0.99, "menu"),
        },
        "i overdosed, not trying to kill myself",
        ["menu", [["emergency_physical", 0.8]], 0.8],
    ),
    "a line that only denies holds no danger": (
        {"never thought of ending my life": ("crisis", 0.7, "menu")},
        "never thought of ending my life",
        ["menu", [], 0.7],
    ),
    "one sentence of a long message": (
        {
            LONG: ("crisis", 0.04, "other_programme"),
            f"{HIDDEN} {ROTA}": ("crisis", 0.95, "nothing"),
            ROTA: ("domestic_abuse", 0.02, "nothing"),
        },
        LONG,
        ["other_programme", [["crisis", 0.95], ["crisis", 0.04], ["domestic_abuse", 0.02]], 0.95],
    ),
}


@pytest.fixture(scope="module")
def examined(engine: Engine) -> dict[str, list[object]]:
    asked = json.dumps([(known, line) for known, line, _ in CASES.values()])
    done = engine("-c", EXAMINE, asked)
    assert done.returncode == 0, done.stderr
    return dict(zip(CASES, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_readings_of_a_line(examined: dict[str, list[object]], case: str) -> None:
    assert examined[case] == CASES[case][2]
