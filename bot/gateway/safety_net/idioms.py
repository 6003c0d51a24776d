"""Figures of speech: what stands right beside a phrase that gives it another sense."""

from . import cues
from .view import REACH, Found, View, Words


def is_idiom(view: View, match: Found) -> bool:
    """Whether the phrase is only a way of speaking; said in earnest, it is not."""
    if view.says(cues.IN_EARNEST):
        return False
    following = view.following(match, 2)
    if following and (
        _is_tail(following, cues.IDIOM_TAILS) or _is_other_sense(view.inside(match), following)
    ):
        return not _is_life_after_all(view, match)
    if _is_joke(view, match, following):
        return True
    previous = view.word_before(match.start)
    if "kms" in view.inside(match):
        return (
            previous.isdigit() or previous == "many" or not cues.DISTANCE.isdisjoint(following[:1])
        )
    return (
        previous in cues.IDIOM_HEADS
        or view.says(cues.MEANT_OTHERWISE)
        or _is_put_right(view, match)
        or _is_of_a_thing(view, match)
    )


def _is_put_right(view: View, match: Found) -> bool:
    """`phone wrote suicidal, i meant social`; not `i meant I want to die`."""
    return " i meant " in f" {' '.join(view.following(match, REACH))} "


def _is_life_after_all(view: View, match: Found) -> bool:
    """`don't want to live in this body`."""
    of_living = view.words[match.end - 1] in ("live", "living", "exist", "existing")
    return of_living and not cues.LIFE_AFTER_ALL.isdisjoint(view.following(match, 3)[1:])


def _is_of_a_thing(view: View, match: Found) -> bool:
    """`the printer wants to die`; not `sat in the car wanting to die`."""
    if view.word_before(match.start) not in cues.THINGS or match.start in view.clause_starts:
        return False
    return cues.PLACES_BEFORE.isdisjoint(view.leading(match.start - 1, 4))


def _is_joke(view: View, match: Found, following: Words) -> bool:
    """`rather die than wear that`, `I'd kill myself for a day off`."""
    if following[:1] == ("than",):
        return view.has(cues.JOKING) or not cues.TRIVIAL.isdisjoint(following)
    last = view.words[match.end - 1]
    return (
        last in ("myself", "die")
        and following[:1] == ("for",)
        and _is_tail(following[1:], cues.JOKES_FOR)
    )


def _is_tail(following: Words, tails: frozenset[str]) -> bool:
    return bool(following) and (following[0] in tails or "-".join(following) in tails)


def _is_other_sense(inside: Words, following: Words) -> bool:
    """The last word of the phrase, with what follows it, says something else."""
    last, after = inside[-1], following[0]
    if last in ("up", "wake") and not {"wake", "waking", "woke"}.isdisjoint(inside):
        return (following[-1] if after == "up" else after) in cues.WAKING
    if last == "me" and not {"beat", "beats", "beating"}.isdisjoint(inside):
        return after in cues.BEATEN_AT
    if last == "life":
        of_something = inside[0] in cues.WEARY and _is_tail(following, cues.LIFE_GOES_ON)
        return of_something or _is_tail(following, cues.MY_LIFE_TAILS)
    return after in _OTHER_SENSE_AFTER.get(last, frozenset())


_OTHER_SENSE_AFTER: dict[str, frozenset[str]] = {
    "live": cues.PLACE_AFTER_LIVE,
    "living": cues.PLACE_AFTER_LIVE,
    "exist": cues.PLACE_AFTER_LIVE,
    "existing": cues.PLACE_AFTER_LIVE,
    "dead": cues.DEAD_AS_VERY,
    "controlling": frozenset({"the", "a", "his", "her"}),
    "world": frozenset({"of"}),
    "home": frozenset({"in"}),
    "tight": frozenset({"when"}),
    "breathe": cues.BREATHLESS,
    "breathing": cues.BREATHLESS,
    "out": frozenset({"if"}),
}
"""The last word of a phrase, and the words after it that change its sense."""
