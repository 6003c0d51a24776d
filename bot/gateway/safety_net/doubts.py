"""Whether a sentence leaves doubt that what it tells of is a danger: it also tells of the past, of work, of
a person who is well, or it jokes.

Such a sentence has the words of a danger, and rules alone hardly tell it from one. The learned layer, which
reads all that was written, is asked for a second opinion.
"""

from . import cues, people
from .view import View


def leaves_doubt(view: View) -> bool:
    """Whether something in the sentence may give the words of a danger another sense."""
    return (
        view.names_a_past_year
        or any(view.says(sayings) for sayings in (cues.PAST, cues.WELL_NOW))
        or view.says_beside(cues.PERHAPS_OVER, cues.UNREAL)
        or view.has(cues.JOKING)
        or any(view.has(words) for words in (cues.STRONG_WORK_SUBJECTS, people.IN_CARE))
    )


def speaks_of_leaving(view: View) -> bool:
    """Whether the sentence also speaks of a place of work or of leaving one, which may be all it wishes."""
    return view.has(cues.WORKPLACES) or view.has(cues.FAREWELL_OF_LEAVERS)
