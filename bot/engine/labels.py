"""The labels of the training data, and what each kind of label is for.

A label is an intent of `data/nlu`, with its aspect after a slash where it has one. Nothing here
may name a line of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# In the order in which the adapter tells of them.
SAFETY = ("crisis", "crisis_other", "domestic_abuse", "emergency_physical", "sexual_assault")
SUICIDE_OR_SELF_HARM = frozenset({"crisis", "crisis_other"})
SAFE = "safe"
OUT_OF_SCOPE = "out_of_scope"
CLARIFY = "clarify"
FOLLOWUP = "followup"
SUPPORT = ("speak_up", "human", "privacy", "menu", "other_programme")
NOT_TOPICS = frozenset({*SAFETY, SAFE, OUT_OF_SCOPE, CLARIFY})


def topic_of(label: str) -> str:
    """The part before the slash: the intent that is emitted."""
    return label.partition("/")[0]


def aspect_of(label: str) -> str:
    """The part after the slash, or nothing."""
    return label.partition("/")[2]


@dataclass(frozen=True)
class Labels:
    """What the classifier tells apart."""

    topics: tuple[str, ...]
    aspects: tuple[str, ...]
    offers: tuple[str, ...]

    @classmethod
    def of(cls, labels: Sequence[str]) -> Labels:
        """Read them off the labels of the training lines."""
        learned = set(map(topic_of, labels))
        with_aspect = {topic_of(label) for label in labels if aspect_of(label)} & learned
        return cls(
            topics=tuple(sorted(learned - NOT_TOPICS)),
            aspects=tuple(sorted({aspect_of(label) for label in labels} - {""})),
            offers=tuple(sorted(with_aspect - NOT_TOPICS - {FOLLOWUP})),
        )

    @property
    def can_be_offered(self) -> frozenset[str]:
        """The topics that a choice between topics may name."""
        return frozenset({*self.offers, *(name for name in SUPPORT if name in self.topics)})

    @property
    def have_aspects(self) -> frozenset[str]:
        """The topics of which a line asks one aspect."""
        return frozenset({*self.offers, FOLLOWUP})
