"""The safety threshold's trade-off: crisis recall against false alarms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measures import CurvePoint
from benchmarks.pictures import svg
from benchmarks.values import Rate

WIDTH, HEIGHT = 720, 480
LEFT, RIGHT, TOP, BOTTOM = 70, 30, 50, 60
COLOURS = ("#005eb8", "#007f3b", "#ae2573", "#ed8b00")
LABELLED = (0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
WIDEST = 12.0


@dataclass(frozen=True)
class Curve:
    """A named curve over thresholds."""

    name: str
    points: Sequence[CurvePoint]


@dataclass(frozen=True)
class Mark:
    """A named point: a system without a threshold, or the threshold in use."""

    name: str
    recall: Rate
    false_alarms: Rate


@dataclass(frozen=True)
class Frame:
    """Maps per cent to places."""

    x_max: float
    y_min: float

    def at(self, recall: Rate, false_alarms: Rate) -> tuple[float, float]:
        """The place of two rates."""
        return self.x(false_alarms.number), self.y(recall.number)

    def x(self, per_cent: float) -> float:
        """From the left."""
        return LEFT + (WIDTH - LEFT - RIGHT) * min(per_cent, self.x_max) / self.x_max

    def y(self, per_cent: float) -> float:
        """From the top."""
        share = (max(per_cent, self.y_min) - self.y_min) / (100 - self.y_min)
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share


def draw(
    curves: Sequence[Curve], marks: Sequence[Mark], recall_target: float, alarm_target: float
) -> str:
    """The curves, the marks, and the corner that must be reached."""
    widest = max([alarm_target + 2, *(mark.false_alarms.number + 1 for mark in marks)])
    lowest = min([95.0, *(mark.recall.number for mark in marks)])
    frame = Frame(widest, 5 * (lowest // 5))
    shapes = [
        *_corner(frame, recall_target, alarm_target),
        *_axes(frame),
        *(shape for n, curve in enumerate(curves) for shape in _curve(frame, curve, COLOURS[n])),
        *(
            shape
            for n, mark in enumerate(marks, start=len(curves))
            for shape in _mark(frame, mark, COLOURS[n % len(COLOURS)], n)
        ),
    ]
    return svg.picture(WIDTH, HEIGHT, "Crisis recall against false alarms", shapes)


def _corner(frame: Frame, recall: float, alarms: float) -> list[str]:
    x, y = frame.x(0), frame.y(100)
    width, height = frame.x(alarms) - x, frame.y(recall) - y
    return [
        svg.box(x, y, width, height, "#e8f4ea"),
        svg.text(x, 20, f"green: recall of {recall:g} % with {alarms:g} % of false alarms", 12),
    ]


def _axes(frame: Frame) -> list[str]:
    step = 1 if frame.x_max <= WIDEST else 5
    floor = HEIGHT - BOTTOM
    shapes = [
        svg.line(LEFT, floor, WIDTH - RIGHT, floor, "#212b32"),
        svg.line(LEFT, TOP, LEFT, floor, "#212b32"),
        svg.text(LEFT, HEIGHT - 18, "false alarms among safe lines, %", 13),
        svg.text(LEFT - 50, TOP - 12, "crisis recall, %", 13),
    ]
    for tick in range(0, int(frame.x_max) + 1, step):
        shapes.append(svg.text(frame.x(tick), floor + 18, str(tick), 11, "middle"))
    for tick in range(int(frame.y_min), 101, 1 if frame.y_min >= 90 else 5):
        shapes.append(svg.text(LEFT - 8, frame.y(tick) + 4, str(tick), 11, "end"))
        shapes.append(svg.line(LEFT, frame.y(tick), WIDTH - RIGHT, frame.y(tick), "#e8edee"))
    return shapes


def _curve(frame: Frame, curve: Curve, colour: str) -> list[str]:
    seen = [p for p in curve.points if p.false_alarms.number <= frame.x_max]
    shapes = [
        svg.path((frame.at(p.recall, p.false_alarms) for p in seen), colour, "stroke-width='2'")
    ]
    for point in seen:
        if point.threshold in LABELLED:
            x, y = frame.at(point.recall, point.false_alarms)
            shapes += [
                svg.dot(x, y, 3, colour),
                svg.text(x + 5, y + 13, f"{point.threshold:g}", 10),
            ]
    return [*shapes, *_key(curve.name, colour, COLOURS.index(colour))]


def _mark(frame: Frame, mark: Mark, colour: str, row: int) -> list[str]:
    x, y = frame.at(mark.recall, mark.false_alarms)
    return [svg.dot(x, y, 6, colour), *_key(mark.name, colour, row)]


def _key(name: str, colour: str, row: int) -> list[str]:
    y = HEIGHT - BOTTOM - 100 + 22 * row
    return [svg.dot(WIDTH - 290, y - 4, 5, colour), svg.text(WIDTH - 278, y, name, 12)]
