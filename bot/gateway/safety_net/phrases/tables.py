"""The shape of a table of phrases."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(StrEnum):
    """What a phrase is a sign of. Whose risk it is, is read from the words around it."""

    SUICIDE_OR_SELF_HARM = "suicide_or_self_harm"
    EMERGENCY = "emergency_physical"
    SEXUAL_ASSAULT = "sexual_assault"
    DOMESTIC_ABUSE = "domestic_abuse"


class Guard(Enum):
    """What, besides negation, past and idiom, can make a phrase of a table mean something else."""

    NONE = "nothing"
    TOPIC = "it may name a subject of work: a course, a policy, a patient's risk"
    ALONE = "it means the writer only when the sentence says little else"
    LEAVING = "it may be the goodbye of someone who changes jobs or goes on holiday"
    WORKPLACE = "it may be the wish to work somewhere else"
    ACCIDENT = "it may be an injury at work"
    CLAIMED = "it counts only when the writer says that it is about them"
    REPORTED = "it counts only when somebody is said to have said it"


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases of one kind that are judged alike; `name` is for people."""

    name: str
    kind: Kind
    phrases: tuple[str, ...]
    guard: Guard = Guard.NONE


def lines(text: str) -> tuple[str, ...]:
    """One phrase a line; empty lines and lines that begin with # are for readers."""
    stripped = (line.strip() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
