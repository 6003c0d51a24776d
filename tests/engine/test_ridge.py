"""What training promises of its arithmetic."""

import pytest

from .conftest import Engine

LEAVE_OUT = """
import numpy as np
from bot.engine import ridge
from bot.engine.half_matrix import HalfMatrix
draw = np.random.default_rng(1)
rows = draw.normal(size=(COUNT, 5)).astype(np.float32)
matrix = np.exp(-((rows[:, None] - rows[None]) ** 2).sum(-1)).astype(np.float32)
targets = (draw.random((COUNT, 2)) > 0.5).astype(np.float32)
half = HalfMatrix()
for start in range(0, COUNT, 7):
    stop = min(start + 7, COUNT)
    half.add(matrix[start:stop, :stop].copy())
LAST = COUNT // 2
fit = ridge.solve(half, targets, LAST)
left = COUNT - LAST + 3
rest = np.arange(COUNT) != left
part = matrix[np.ix_(rest, rest)] + ridge.PENALTY * np.eye(COUNT - 1)
duals = np.linalg.solve(part, targets[rest] - fit.offsets)
assert np.allclose(matrix[left, rest] @ duals + fit.offsets, fit.left_out[3], atol=1e-3)
print("same")
"""

GRAPH = """
import numpy as np
from bot.engine import likeness
draw = np.random.default_rng(2)
rows = likeness.rounded(draw.normal(size=(300, SIZE)).astype(np.float32) / SIZE**0.5)
duals = draw.normal(size=(300, 5)).astype(np.float32)
query = draw.normal(size=SIZE).astype(np.float32) / SIZE**0.5
exact = np.exp(-((rows - query) ** 2).sum(axis=1)) @ duals
found = likeness.Likeness(likeness.build(rows, duals)).score(query)
assert np.allclose(found, exact, atol=0.02 * np.abs(duals).sum(axis=0).max()), (found, exact)
assert np.corrcoef(found, exact)[0, 1] > 0.999
print("same")
"""


@pytest.mark.parametrize("count", [30, 31])
def test_left_out_predictions_are_exact(engine: Engine, count: int) -> None:
    done = engine("-c", f"COUNT = {count}\n{LEAVE_OUT}")
    assert done.stdout.strip() == "same", done.stderr


@pytest.mark.parametrize("size", [16, 40, 256])
def test_the_graph_scores_like_the_formula(engine: Engine, size: int) -> None:
    done = engine("-c", f"SIZE = {size}\n{GRAPH}")
    assert done.stdout.strip() == "same", done.stderr
