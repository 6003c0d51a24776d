"""The few shapes that the pictures need."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

FONT = "font-family='Arial, Helvetica, sans-serif'"


def text(
    x: float, y: float, words: str, size: int = 12, anchor: str = "start", more: str = ""
) -> str:
    """Words at a place."""
    place = f"x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}'"
    return f"<text {place} {more}>{escape(words)}</text>"


def box(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """A filled rectangle."""
    place = f"x='{x:.1f}' y='{y:.1f}' width='{width:.1f}' height='{height:.1f}'"
    return f"<rect {place} fill='{fill}' {more}/>"


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, more: str = "") -> str:
    """A straight line."""
    ends = f"x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}'"
    return f"<line {ends} stroke='{stroke}' {more}/>"


def path(points: Iterable[tuple[float, float]], stroke: str, more: str = "") -> str:
    """A line through points."""
    places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f"<polyline points='{places}' fill='none' stroke='{stroke}' {more}/>"


def dot(x: float, y: float, radius: float, fill: str) -> str:
    """A point."""
    return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius}' fill='{fill}'/>"


def picture(width: float, height: float, title: str, shapes: Iterable[str]) -> str:
    """A whole picture on white, with a title for those who cannot see it."""
    size = f"width='{width:.0f}' height='{height:.0f}' viewBox='0 0 {width:.0f} {height:.0f}'"
    body = "\n".join([f"<title>{escape(title)}</title>", box(0, 0, width, height, "#fff"), *shapes])
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img' {FONT}>\n{body}\n</svg>\n"
