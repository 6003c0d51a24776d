"""Disclosure control: everything published goes through here. Pure; it reads no database."""

from bot.uptake.disclosure.answers import published_counts
from bot.uptake.disclosure.question import Members, Question, RowKey
from bot.uptake.disclosure.rules import PublishedCount, natural, rounded
from bot.uptake.disclosure.schema import CONFUSIONS, ENTRIES, SERVICE, UPTAKE, RawCounts, Schema

__all__ = [
    "CONFUSIONS",
    "ENTRIES",
    "SERVICE",
    "UPTAKE",
    "Members",
    "PublishedCount",
    "Question",
    "RawCounts",
    "RowKey",
    "Schema",
    "natural",
    "published_counts",
    "rounded",
]
