"""What one conversation adds to the uptake log.

A step counts at most once per conversation and offer, or pair of topics. The rows counted are kept in the
conversation, so that it can show them, move them when the person says where they work, and take them back.

A change of the log has a name, by the conversation, its number and what it leads to. A turn that is taken
again, as nobody heard its answer, makes the same change, and the log takes it once.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from actions import metrics
from bot.uptake.backlog import Backlog, Delayed, Overflow
from bot.uptake.cells import Cell, Counted, Pair
from bot.uptake.recorder import Recorder
from bot.uptake.tables import CHANGE_LENGTH, NOT_STATED, Asked, Step

log = logging.getLogger(__name__)

OUTCOME_STEPS = {"check_suitable", "check_not_suitable"}


@dataclass(frozen=True)
class Who:
    """The dimensions that a person may state; none of them says who they are."""

    channel: str
    organisation: str = NOT_STATED
    staff_group: str = NOT_STATED


@dataclass(frozen=True)
class Row:
    """A counted step: as it stands in the log (None: not yet), and as it should (None: no more)."""

    stored: Counted | None
    wanted: Counted | None


class Tally:
    """Collects the changes of a turn; `write` puts them into the log, as `changes` in number so far."""

    def __init__(
        self, counted: Sequence[dict[str, Any]], who: Who, *, silent: bool, changes: int = 0
    ) -> None:
        self.changes = changes
        self._rows = [Row(cell, cell) for cell in map(_cell, counted)]
        self._who = who
        self._silent = silent

    @property
    def cells(self) -> list[Cell]:
        """The steps that this conversation has counted."""
        return [counted for counted in self._counted() if isinstance(counted, Cell)]

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of topics that this conversation has counted."""
        return [counted for counted in self._counted() if isinstance(counted, Pair)]

    def count(self, week: date, offer: str, step: str) -> None:
        """Count a step of an offer once; an outcome takes the place of the other outcome."""
        if self._silent or any(c.offer == offer and c.step == step for c in self.cells):
            return
        cell = Cell(week=week, offer=offer, step=Step(step), **asdict(self._who))
        replaced = self._outcome(offer) if step in OUTCOME_STEPS else None
        if replaced is None:
            self._rows.append(Row(None, cell))
        else:
            self._rows[replaced] = replace(self._rows[replaced], wanted=cell)

    def count_pair(self, week: date, first: str, other: str, *, is_confused: bool) -> None:
        """Count once that the person took one of two topics, and whether it was not the first one."""
        if self._silent:
            return
        known = {(pair.topic, pair.other, pair.step) for pair in self.pairs}
        for step in (Asked.ANSWERED, Asked.CONFUSED) if is_confused else (Asked.ANSWERED,):
            pair = Pair(week, first, other, step)
            if (pair.topic, pair.other, pair.step) not in known:
                self._rows.append(Row(None, pair))

    def uncount_outcome(self, offer: str) -> None:
        """Take back the outcome of a check, after an answer was changed to one that leaves it open."""
        outcome = self._outcome(offer)
        if outcome is not None:
            self._rows[outcome] = replace(self._rows[outcome], wanted=None)

    def restate(self, who: Who) -> None:
        """Count what was counted so far as coming from where the person says they work."""
        self._who = who
        self._rows = [
            replace(row, wanted=replace(row.wanted, **asdict(who)))
            if isinstance(row.wanted, Cell)
            else row
            for row in self._rows
        ]

    def withdraw(self) -> None:
        """Take back everything, and count nothing more."""
        self._rows = [Row(row.stored, None) for row in self._rows if row.stored]
        self._silent = True

    def write(self, recorder: Recorder | Backlog, conversation: str) -> bool:
        """Bring the log in line with the tally, all or nothing; False when it cannot be written now.

        A log that cannot be written never stops an answer. What is only delayed will be written.
        """
        is_written = True
        both = [
            (r.stored, r.wanted)
            for r in self._rows
            if isinstance(r.stored, Cell) and isinstance(r.wanted, Cell)
        ]
        try:
            recorder.change(
                added=[r.wanted for r in self._rows if r.wanted and not r.stored],
                withdrawn=[r.stored for r in self._rows if r.stored and not r.wanted],
                moved=[(old, new) for old, new in both if old != new],
                key=self._key(conversation),
            )
        except Delayed:
            is_written = False
        except (SQLAlchemyError, Overflow) as error:
            metrics.UPTAKE_ERRORS.inc()
            log.error("uptake not recorded: %s", type(error).__name__)
            self._rows = [Row(row.stored, row.stored) for row in self._rows if row.stored]
            # It may be in the log all the same: the number stays, so that the same change has the same name.
            return False
        self.changes += any(row.stored != row.wanted for row in self._rows)
        return is_written

    def rows(self) -> list[dict[str, Any]]:
        """The counted rows in the form that a slot can hold."""
        return [{**asdict(each), "week": each.week.isoformat()} for each in self._counted()]

    def _key(self, conversation: str) -> str:
        named = json.dumps([conversation, self.changes, self.rows()], sort_keys=True)
        return hashlib.sha256(named.encode()).hexdigest()[:CHANGE_LENGTH]

    def _counted(self) -> list[Counted]:
        return [row.wanted for row in self._rows if row.wanted]

    def _outcome(self, offer: str) -> int | None:
        for number, row in enumerate(self._rows):
            cell = row.wanted
            if isinstance(cell, Cell) and cell.offer == offer and cell.step in OUTCOME_STEPS:
                return number
        return None


def _cell(row: dict[str, Any]) -> Counted:
    kind = Pair if "topic" in row else Cell
    return kind(**{**row, "week": date.fromisoformat(row["week"])})
