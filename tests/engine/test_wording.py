"""What the wording of a line says: the same words in another order are another thing."""

from .conftest import Engine

ORDER = """
import numpy as np
from bot.engine.wording import Wording
safe = ["she is not at risk", "not at risk, only tired", "tired, but not at risk"]
danger = ["is she at risk, not tired", "at risk and not only tired", "at risk, but tired"]
learned = Wording.fit([*safe, *danger], np.array([False] * 3 + [True] * 3))
kept = Wording(learned.weights, learned.offset)
asked = ["he is not at risk", "he is at risk, not tired", "not at risk, only sad"]
print([kept.score(text) > 0 for text in asked])
"""

NOTHING = """
import numpy as np
from bot.engine.wording import Wording
learned = Wording.fit(["one", "two"], np.array([False, True]))
print(np.isfinite(learned.score("")), np.isfinite(learned.score("7 !")))
"""


def test_order_is_seen(engine: Engine) -> None:
    done = engine("-c", ORDER)
    assert done.stdout.strip() == "[False, True, False]", done.stderr


def test_a_line_without_words_has_a_score(engine: Engine) -> None:
    done = engine("-c", NOTHING)
    assert done.stdout.strip() == "True True", done.stderr
