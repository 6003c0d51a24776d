"""Leaving a line out by formula is the same as training without it."""

from .conftest import Engine

LEAVE_OUT = """
import numpy as np
from bot.engine import ridge
draw = np.random.default_rng(1)
rows = draw.normal(size=(30, 5)).astype(np.float32)
matrix = np.exp(-((rows[:, None] - rows[None]) ** 2).sum(-1)).astype(np.float32)
targets = (draw.random((30, 2)) > 0.5).astype(np.float32)
fit = ridge.solve(matrix.copy(), targets)
rest = np.arange(30) != 7
part = matrix[np.ix_(rest, rest)] + ridge.PENALTY * np.eye(29)
duals = np.linalg.solve(part, targets[rest] - fit.offsets)
assert np.allclose(matrix[7, rest] @ duals + fit.offsets, fit.left_out[7], atol=1e-3)
print("same")
"""


def test_left_out_predictions_are_exact(engine: Engine) -> None:
    done = engine("-c", LEAVE_OUT)
    assert done.stdout.strip() == "same", done.stderr
