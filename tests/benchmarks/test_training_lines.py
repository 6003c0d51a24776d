"""Training data as the yardsticks read it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.training_lines import Line, read

DATA = """\
version: "3.1"
nlu:
  - intent: mecc/about
    examples: |
      - what is mecc
      - mecc - the course
  - intent: check_answer
    examples: |
      - /check_answer
"""


def test_aspects_come_apart_and_buttons_stay_out(tmp_path: Path) -> None:
    (tmp_path / "mecc.yml").write_text(DATA, encoding="utf-8")
    assert read(tmp_path) == [
        Line("what is mecc", "mecc", "about"),
        Line("mecc - the course", "mecc", "about"),
    ]
