"""Whose risk it is: read in the phrase, else leftwards to the nearest person, else right after it."""

from enum import Enum

from . import cues, people
from .phrases import Guard
from .view import REACH, Found, View

_ROLES = ("i am a", "i am an", "i am the", "as a", "as an", "being a")
_REPORTS = frozenset({"told", "says", "said", "disclosed", "rang", "texted", "wrote"})
_SPEAKERS = people.OTHER | people.FAMILY_AND_COLLEAGUES
_CONJUNCTIONS = frozenset({"and", "but", "so", "then"})
_SPEAKER_REACH = 4
_ONES_OWN = frozenset({"own", "mine"})
_RECEIVED = frozenset({"found", "got", "received"})


class Whose(Enum):
    """Who is at risk."""

    OWN = "the writer"
    OTHER = "someone the writer knows"
    IN_CARE = "someone the writer looks after, or people in general"


def relation(word: str) -> Whose | None:
    """What a word for a person says about whose risk it is."""
    for form in (word, word.removesuffix("s")):
        if form in people.IN_CARE:
            return Whose.IN_CARE
        if form in people.FAMILY_AND_COLLEAGUES:
            return Whose.OTHER
    return None


def whose(view: View, match: Found) -> Whose:
    """Who is at risk in a phrase."""
    named = _named_in(view, match) or _named_before(view, match) or _named_after(view, match)
    found = named or (Whose.OTHER if match.label.guard is Guard.REPORTED else Whose.OWN)
    if found is not Whose.OWN and is_claimed(view):
        return Whose.OWN
    in_care = _speaks_of_people_in_general(view, match) or _is_looked_after(view, match)
    if found is Whose.OTHER and in_care:
        return Whose.IN_CARE
    return found


def is_claimed(view: View) -> bool:
    """The writer says that a general sentence is about them."""
    claimed = (
        view.says(people.SELF_AFTER_ALL) or " ".join(view.next_clause) in people.SELF_AFTER_ALL
    )
    return claimed and not view.says(("not about me", "not for me"))


def is_said_by_someone(view: View, match: Found) -> bool:
    """Some other person is named before and is said to say, write or feel it."""
    named = any(_is_someone_else(word) for word in view.leading(match.end, REACH))
    return named and view.has(people.SAID)


def is_not_at_home(view: View, match: Found) -> bool:
    """What happens at a client's home is work; an employer's threat is for Freedom to Speak Up."""
    at_a_clients = not people.IN_CARE.isdisjoint(view.leading(match.start, 4))
    by_employer = not people.EMPLOYERS.isdisjoint(view.leading(match.start, 6))
    return at_a_clients or (by_employer and not view.has(people.RELATIVES))


def _is_someone_else(word: str) -> bool:
    return word in people.OTHER or relation(word) is not None


def _named_in(view: View, match: Found) -> Whose | None:
    inside = frozenset(view.inside(match))
    if _is_first_person(match, inside):
        return Whose.OTHER if _is_quoted(view, match) else Whose.OWN
    if _pronouns(match) & inside:
        return _resolved_pronoun(view, match.end)
    if match.label.guard is Guard.TOPIC:
        named = (_person_at(view, index, match.end) for index in range(match.start, match.end))
        return next((person for person in named if person), None)
    return None


def _is_first_person(match: Found, inside: frozenset[str]) -> bool:
    if match.label.guard is Guard.REPORTED or {"himself", "herself", "themselves"} & inside:
        return False
    return bool({"i", "me", "my", "myself"} & inside)


def _pronouns(match: Found) -> frozenset[str]:
    # "worth more to them dead", "tell them it was not their fault": those who are left behind.
    farewell = match.label.guard is Guard.LEAVING
    return people.OTHER - ({"them", "their", "they"} if farewell else {"them"})


def _is_quoted(view: View, match: Found) -> bool:
    """`he says I will kill myself`: the `I` right after his words is his."""
    start = match.start
    while start and view.word_before(start) in ("i", "you", "will", "would", "am"):
        start -= 1
    return _is_speech_of_another(view, start)


def _is_speech_of_another(view: View, index: int) -> bool:
    if view.word_before(index) not in people.QUOTES or index - 1 in view.clause_starts:
        return False
    for place in range(index - 2, max(-1, index - 2 - _SPEAKER_REACH), -1):
        if view.words[place] in _SPEAKERS:
            return True
        if view.words[place] in people.SELF or place in view.clause_starts:
            return False
    return False


def _named_before(view: View, match: Found) -> Whose | None:
    if match.label.guard is Guard.LEAVING:
        return _who_says_farewell(view, match)
    for index in range(match.start - 1, max(-1, match.start - REACH), -1):
        person = _person_at(view, index, match.start)
        if person:
            return person
    return None


def _who_says_farewell(view: View, match: Found) -> Whose:
    """A farewell names the people who are left behind: only who says it counts."""
    near = view.leading(match.start, 2)
    named = any(_is_someone_else(word) or word in _RECEIVED for word in near)
    return Whose.OTHER if named or is_said_by_someone(view, match) else Whose.OWN


def _named_after(view: View, match: Found) -> Whose | None:
    following = view.following(match, 1)
    return relation(following[0]) if following else None


def _person_at(view: View, index: int, phrase_start: int) -> Whose | None:
    word = view.words[index]
    if word in people.SPEAKER:
        return _speaker_at(view, index, phrase_start)
    if word in people.OTHER:
        return _resolved_pronoun(view, index)
    person = relation(word)
    if person and _is_role_of_writer(view, index):
        return Whose.OWN
    return None if person and _has_left_the_clause(view, index, phrase_start) else person


def _has_left_the_clause(view: View, index: int, phrase_start: int) -> bool:
    """`my wife died and want to die`, `I wash patients all day and want to die`: about the writer."""
    between = frozenset(view.words[index + 1 : phrase_start])
    if people.HAVE_LEFT & between:
        return True
    third_person = people.THIRD_PERSON_VERBS | people.SAID
    return bool(_CONJUNCTIONS & between) and not third_person & {*between, view.words[phrase_start]}


def _speaker_at(view: View, index: int, phrase_start: int) -> Whose | None:
    previous = view.word_before(index)
    if view.words[index] == "me" and (previous in people.TOLD or previous == "of"):
        return None
    verbs = view.leading(phrase_start + 1, 2)
    if not people.THIRD_PERSON_VERBS.isdisjoint(verbs):
        return None
    return Whose.OTHER if _is_speech_of_another(view, index) else Whose.OWN


def _is_role_of_writer(view: View, index: int) -> bool:
    lead = f"{' '.join(view.leading(index, 5))} "
    follows = view.words[index + 1 : index + 2]
    return follows == ("here",) or any(f"{role} " in lead for role in _ROLES)


def _resolved_pronoun(view: View, index: int) -> Whose:
    """A pronoun means the nearest person before it; with nobody named, somebody the writer knows."""
    earlier = (*view.before, *view.leading(index, REACH))
    return next((person for word in reversed(earlier) if (person := relation(word))), Whose.OTHER)


def _speaks_of_people_in_general(view: View, match: Found) -> bool:
    """`how do I talk to someone who is suicidal, is there a course`."""
    before = frozenset(view.leading(match.end, REACH))
    named = {word for word in before if relation(word)}
    asks_for_work = view.has(cues.STRONG_WORK_SUBJECTS)
    return asks_for_work and named <= people.GENERIC_PEOPLE and not _REPORTS & before


def _is_looked_after(view: View, match: Found) -> bool:
    """`a lady with dementia keeps saying let me die, do we log it`; not `my dad on the ward`."""
    if not view.says(people.LOOKED_AFTER) or view.has(_ONES_OWN):
        return False
    first = max(0, match.end - REACH)
    named = [index for index in range(first, match.end) if relation(view.words[index])]
    return bool(named) and all(
        view.words[index] in people.STRANGERS and "my" not in view.leading(index, 2)
        for index in named
    )
