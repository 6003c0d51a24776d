"""Whether a phrase is meant: not denied, not past, not answered, not what its table guards against."""

from collections.abc import Callable

from . import cues, people
from .answered import is_answered_no
from .idioms import is_idiom
from .lists import words
from .phrases import Guard, Kind
from .view import REACH, Found, View
from .who import is_claimed, is_said_by_someone

_NEGATION_REACH = 7
_LATE_DENIAL_REACH = 6
_PAST_VERBS = words("was had used tried wanted were attempted selfharmed did felt attempt attempts")
_FIRST_PERSON = ("i am", "i feel", "i have", "my", "i get", "i keep", "am i", "i been", "myself")


def means_it(view: View, match: Found) -> bool:
    """Whether the phrase says what it seems to say."""
    return not (
        is_idiom(view, match)
        or _is_denied(view, match)
        or _is_past(view, match)
        or _GUARDS[match.label.guard](view, match)
        or is_answered_no(view, match)
    )


def _is_denied(view: View, match: Found) -> bool:
    if view.says(cues.NOW_AFTER_DENIAL) or view.what_follows.says_in_clauses(
        cues.DENIAL_TAKEN_BACK
    ):
        return False
    return _is_denied_after(view, match) or _is_denied_before(view, match)


def _is_denied_after(view: View, match: Found) -> bool:
    following = " ".join(view.following(match, _LATE_DENIAL_REACH))
    if f"{following} ".startswith(tuple(f"{saying} " for saying in cues.LATE_DENIALS)):
        return True
    late = cues.LATE_NEGATORS.intersection(view.following(match, 3))
    return bool(late) and not cues.THOUGHTS.isdisjoint(view.inside(match))


def _is_denied_before(view: View, match: Found) -> bool:
    """A negation stands before the phrase, and only words that let it pass stand between."""
    own_risk = match.label.kind is Kind.SUICIDE_OR_SELF_HARM
    for index in range(match.start - 1, max(-1, match.start - 1 - _NEGATION_REACH), -1):
        word = view.words[index]
        # "nobody is hitting me" denies; "nobody would miss me" does not.
        if (
            word in cues.NEGATORS
            or (word == "nobody" and not own_risk)
            or view.words[index : index + 2] in cues.NOTHING_OF_IT
        ):
            affirms = own_risk and _is_doubled_by_without(view, index)
            return not (affirms or _only_looks_negative(view, index))
        if index + 1 in view.clause_starts or not _lets_negation_pass(view, index):
            return False
    return False


def _lets_negation_pass(view: View, index: int) -> bool:
    word = view.words[index]
    if word in ("i", "you"):
        return view.word_before(index) in cues.NEGATION_HOLDERS
    return word in cues.NEGATION_PASSES or word in cues.NEGATION_HOLDERS


def _is_doubled_by_without(view: View, index: int) -> bool:
    """`can't get through a visit without thinking of it`; `three days without hurting myself`."""
    before = view.leading(index, REACH)
    doubles = not cues.NEGATORS.isdisjoint(before) or not cues.ENDURED.isdisjoint(before)
    return view.words[index] == "without" and doubles


def _only_looks_negative(view: View, index: int) -> bool:
    if index + 1 in view.clause_starts:
        return True
    previous, word = view.word_before(index), view.words[index]
    following = view.words[index + 1] if index + 1 < len(view.words) else ""
    # "no not suicidal" answers and then denies; "never not suicidal" affirms.
    doubled = (previous in cues.NEGATORS and previous != "no") or view.says(cues.NEVER_WITHOUT)
    return (
        doubled
        or f"{previous} {word}" in cues.NOT_NEGATION
        or f"{word} {following}" in cues.NOT_NEGATION
    )


def _is_past(view: View, match: Found) -> bool:
    if match.label.kind is Kind.SEXUAL_ASSAULT:
        return False
    if match.label.kind is Kind.SUICIDE_OR_SELF_HARM:
        return _is_past_risk(view, match)
    if match.label.kind is Kind.EMERGENCY and view.says(cues.LAST_WEEK):
        return True
    return _is_long_ago(view, match) and not view.says(cues.NOW_AT_LAST)


def _is_past_risk(view: View, match: Found) -> bool:
    if view.says_beside(cues.BACK_AGAIN, cues.WELL_AGAIN):
        return False
    if view.says(cues.GONE):
        return True
    well_now = view.says(cues.WELL_NOW) or view.says(cues.WELL_AGAIN)
    remembers = _remembers(view)
    told_in_past = _is_past_tense(view, match)
    return (
        (remembers and well_now)
        or ((remembers or well_now) and told_in_past)
        or (told_in_past and _is_over_as_it_goes_on(view))
    )


def _remembers(view: View) -> bool:
    return view.says(cues.PAST) or view.names_a_past_year


def _is_over_as_it_goes_on(view: View) -> bool:
    """`I was suicidal once. That was 2011. I'm fine now`: what follows says when, and that all is well."""
    rest = view.what_follows
    well_now = rest.says(cues.WELL_NOW) or rest.says(cues.WELL_AGAIN)
    return well_now and _remembers(rest) and not rest.says_beside(cues.BACK_AGAIN, cues.WELL_AGAIN)


def _is_long_ago(view: View, match: Found) -> bool:
    if _remembers(view):
        return True
    return view.says(cues.WELL_NOW) and _is_past_tense(view, match)


def _is_past_tense(view: View, match: Found) -> bool:
    stopped = "stopped" in (view.word_before(match.start), view.words[match.start])
    told = (*view.leading(match.start, 4), *view.inside(match))
    return stopped or not _PAST_VERBS.isdisjoint(told)


def _is_subject_of_work(view: View, match: Found) -> bool:
    """A course, a policy, an assessment: then a word names a subject."""
    if is_claimed(view):
        return False
    kind = match.label.kind
    if kind is Kind.SUICIDE_OR_SELF_HARM:
        return view.has(cues.WORK_SUBJECTS) and not _is_about_one_person(view, match)
    if kind is Kind.SEXUAL_ASSAULT:
        return not cues.STRONG_WORK_SUBJECTS.isdisjoint(view.clause(match))
    happens_to_writer = kind is Kind.DOMESTIC_ABUSE and not people.SELF.isdisjoint(
        view.inside(match)
    )
    return view.has(cues.STRONG_WORK_SUBJECTS) and not happens_to_writer


def _is_about_one_person(view: View, match: Found) -> bool:
    nearby = (*view.leading(match.start, 4), *view.inside(match))
    if {"he", "she"}.intersection(nearby):
        return True
    line = f" {' '.join(nearby)} "
    return any(f" {own} " in line for own in _FIRST_PERSON)


def _says_more(view: View, match: Found) -> bool:
    if len(view.words) - (match.end - match.start) > REACH:
        return True
    rest = (*view.words[: match.start], *view.words[match.end :])
    return not all(word in cues.FILLERS for word in rest)


def _is_leaving(view: View, _: Found) -> bool:
    return view.has(cues.FAREWELL_OF_LEAVERS) or view.says(cues.LEAVING_SAYS)


def _is_about_a_workplace(view: View, match: Found) -> bool:
    return view.has(cues.WORKPLACES) or _is_leaving(view, match)


def _is_accident(view: View, _: Found) -> bool:
    injured = view.has(cues.ACCIDENTS) or view.says(cues.ACCIDENT_SAYS)
    return injured and not view.has(cues.ON_PURPOSE)


_GUARDS: dict[Guard, Callable[[View, Found], bool]] = {
    Guard.NONE: lambda view, match: False,
    Guard.TOPIC: _is_subject_of_work,
    Guard.ALONE: _says_more,
    Guard.LEAVING: _is_leaving,
    Guard.WORKPLACE: _is_about_a_workplace,
    Guard.ACCIDENT: _is_accident,
    Guard.CLAIMED: lambda view, match: not is_claimed(view),
    Guard.REPORTED: lambda view, match: not is_said_by_someone(view, match),
}
