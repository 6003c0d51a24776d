"""From a message to at most one kind of danger, the most urgent one first."""

from . import cues, people
from .doubts import leaves_doubt, speaks_of_leaving
from .letters import fold
from .matching import Matcher
from .meaning import means_it
from .normalise import sentences
from .phrases import GROUPS, TABLES, Guard, Kind, Table
from .spelling import Speller
from .view import REACH, Found, View, Words
from .who import Whose, is_not_at_home, whose

CRISIS = "crisis"
CRISIS_OTHER = "crisis_other"
PRECEDENCE = (
    CRISIS,
    Kind.EMERGENCY.value,
    Kind.SEXUAL_ASSAULT.value,
    Kind.DOMESTIC_ABUSE.value,
    CRISIS_OTHER,
)
"""The writer's own risk is never hidden by another finding."""
AMBIGUOUS = (Guard.TOPIC, Guard.LEAVING, Guard.WORKPLACE, Guard.REPORTED)
"""Suicide or self-harm under one of these is a danger only by what stands around it; rules may misread."""

_MATCHER: Matcher[Table] = Matcher(
    ((fold(phrase), table) for table in TABLES for phrase in table.phrases),
    {name: fold(body) for name, body in GROUPS.items()},
)
_SPELLER = Speller(_MATCHER.words | people.FAMILY_AND_COLLEAGUES | people.IN_CARE)


def screen(text: str) -> str | None:
    """The kind of danger a message speaks of, or None; the most urgent when there are several.

    A first layer that runs before everything else: very few false alarms, and a learned classifier
    stands behind it for what rules cannot see. It keeps nothing of the text.
    """
    return _most_urgent(text, even_in_doubt=True)


def is_sure(text: str, kind: str) -> bool:
    """Whether a sentence that leaves no doubt tells outright of the danger that `screen` found."""
    return _most_urgent(text, even_in_doubt=False) == kind


def _most_urgent(text: str, even_in_doubt: bool) -> str | None:
    before: Words = ()
    found: set[str] = set()
    told = sentences(text, _SPELLER)
    for place, sentence in enumerate(told):
        view = View(sentence, before, told[place + 1 : place + 1 + REACH])
        before = (*before, *sentence.words[-REACH:])[-REACH:]
        doubted = not even_in_doubt and leaves_doubt(view)
        for match in _MATCHER.find(sentence.words, sentence.clause_starts):
            if not even_in_doubt and _is_in_doubt(view, match, doubted):
                continue
            if match.label.kind.value not in found and (kind := _kind(view, match)):
                found.add(kind)
            if CRISIS in found:
                return CRISIS
    return next((kind for kind in PRECEDENCE if kind in found), None)


def _is_in_doubt(view: View, match: Found, doubted: bool) -> bool:
    at_once = view.has(cues.AT_ONCE)
    if match.label.kind is Kind.SUICIDE_OR_SELF_HARM:
        leaving = speaks_of_leaving(view) and not at_once
        return doubted or leaving or match.label.guard in AMBIGUOUS
    return doubted and not at_once


def _kind(view: View, match: Found) -> str | None:
    if not means_it(view, match):
        return None
    kind = match.label.kind
    if kind is Kind.EMERGENCY:
        return kind.value
    at_risk = whose(view, match)
    if at_risk is Whose.IN_CARE or (kind is Kind.DOMESTIC_ABUSE and is_not_at_home(view, match)):
        return None
    if kind is not Kind.SUICIDE_OR_SELF_HARM:
        return kind.value
    return CRISIS if at_risk is Whose.OWN else CRISIS_OTHER
