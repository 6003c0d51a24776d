"""Whether a phrase is only what the writer was asked, and the writer answers no.

`my GP asked if I was suicidal, I am not`; `stressed yes, suicidal no`; `suicidal? no`. An answer that may
hide something (`said no but I lied`, `said no because they'd take my kids`) denies nothing.
"""

from . import cues
from .view import REACH, Found, View
from .who import is_claimed

_SHORT = 4
_LONGEST_NO = 3
_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})


def is_answered_no(view: View, match: Found) -> bool:
    """Whether the phrase is a question, of others or a bare one, that the writer answers with no."""
    return _is_answered(view, match) and not (
        _is_in_doubt(view, match)
        or view.what_follows.says(cues.ANSWER_IN_DOUBT)
        or is_claimed(view)
    )


def _is_in_doubt(view: View, match: Found) -> bool:
    """What the sentence says beside the phrase itself takes the answer back."""
    rest = f" {' '.join((*view.words[: match.start], *view.words[match.end :]))} "
    doubts = (*cues.ANSWER_IN_DOUBT, *cues.ANSWER_OUTDATED)
    return any(f" {saying} " in rest for saying in doubts)


def _is_answered(view: View, match: Found) -> bool:
    if not cues.ASKED.isdisjoint(view.leading(match.start, REACH)):
        return view.says_in_clauses(cues.ANSWERED_NO) or _says_no_next(view)
    return _ends_in_no(view, match) or (_is_bare_question(view) and _says_no_next(view))


def _says_no_next(view: View) -> bool:
    """The next sentence is a no: `No.`, `nope, never`; not `no one cares`."""
    clause = view.next_clause
    if " ".join(clause) in cues.FULL_NOES:
        return True
    short = 0 < len(clause) <= _LONGEST_NO and clause[0] in cues.NOES
    return short and cues.NO_BUT_NO_ANSWER.isdisjoint(clause)


def _is_bare_question(view: View) -> bool:
    return (
        view.is_question and len(view.words) <= _SHORT and view.words[0] not in cues.OPEN_QUESTIONS
    )


def _ends_in_no(view: View, match: Found) -> bool:
    """`crying yes, suicidal no`."""
    place = match.end + (view.following(match, 1) in cues.MORE_OF_THE_SAME)
    denied = view.words[place : place + 1] and view.words[place] in cues.NOES
    closes = place + 1 == len(view.words) or place + 1 in view.clause_starts
    return bool(denied and closes and _FIRST_PERSON.isdisjoint(view.inside(match)))
