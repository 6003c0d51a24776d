"""The question that was asked last, and which of its answers a typed line means.

Pure functions over the slot `asked`. Only a line that fits exactly one answer is taken as that
answer; a safety intent must never be turned into an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.engine.labels import CLARIFY, FOLLOWUP, OUT_OF_SCOPE, SAFETY
from bot.engine.phrases import Span, find, is_same, longest, tokens, without_fillers

LONGEST_ANSWER = 12
SURE = 0.75
UNDERSTOOD = 0.4
SPARE_WORDS = 3
MEANINGS = {"affirm": "yes", "deny": "no", "unsure": "unsure"}
CONVERSATIONAL = frozenset(
    {*MEANINGS, OUT_OF_SCOPE, CLARIFY, FOLLOWUP, "smalltalk", "greet", "thanks", "correct"}
)
ANSWER_OPENERS = re.compile(
    r"(?:um+ |er+m? |so |well |yeah |yes |no )*"
    r"(?:i(?:'m| am)?|we(?:'re| are)?|it's|it is|my|the|at|in|for|from|with|mostly|just|a|an)\b"
)
ASKS = re.compile(
    r"\?|^(?:(?:so|and|but|um+|er+m?),? )*"
    r"(?:what|where|when|who|why|how|which|is|are|do|does|can|could|will|would|should)\b"
)
NUMBER_WORDS = (
    ("one", "first", "1st"),
    ("two", "second", "2nd"),
    ("three", "third", "3rd"),
    ("four", "fourth", "4th"),
    ("five", "fifth", "5th"),
    ("six", "sixth", "6th"),
    ("seven", "seventh", "7th"),
    ("eight", "eighth", "8th"),
    ("nine", "ninth", "9th"),
    ("ten", "tenth", "10th"),
)
PLACES = {word: place for place, row in enumerate(NUMBER_WORDS, 1) for word in row}
NUMBER_FILLERS = frozenset({"option", "number", "answer", "choice", "the", "one", "please"})
NO = frozenset({"no", "nope", "nah"})
# With a plain no, they leave it one: "no I'm fine thanks". Whatever else stands there may take it back.
HARMLESS = NO | frozenset(
    {"a", "absolutely", "alright", "am", "and", "bit", "busy", "course", "definitely", "do"}
    | {"don't", "exhausted", "fed", "feel", "feeling", "fine", "god", "good", "honestly", "i"}
    | {"i'm", "it", "it's", "just", "love", "of", "ok", "okay", "only", "please", "safe", "so"}
    | {"stressed", "thank", "thanks", "the", "tired", "up", "very", "well", "with", "work"}
    | {"worried", "you"}
)
CORRECTION = re.compile(
    r"(?:(?:oh|oops|sorry|no|wait|um|er)[\s,.!-]+)*"
    r"(?:i meant(?: to (?:say|put|press|pick))?|i mean|i should have (?:said|put)|"
    r"actually|correction|scrap that|make that|meant)\b[\s,.:!-]*"
    r"(?P<rest>.*)"
)
NOT_BUT = re.compile(r"(?:no[\s,]+)?not (?P<wrong>.+?)(?:\s*[,;.]\s*|\s+but\s+)(?P<rest>.+)")


@dataclass(frozen=True)
class Answer:
    """One answer of a question, as the action that asked it wrote it down."""

    value: str
    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    means: str | None = None
    is_danger: bool = False


@dataclass(frozen=True)
class Question:
    """A question and its answers in the order shown."""

    name: str
    answers: tuple[Answer, ...]

    @property
    def dangers(self) -> list[Answer]:
        """The answers that lead to a safety card, the gravest first."""
        return [answer for answer in self.answers if answer.is_danger]


@dataclass(frozen=True)
class Understood:
    """What understanding made of the line on its own."""

    intent: str | None
    confidence: float


@dataclass(frozen=True)
class Match:
    """The answer that a line means, and the question it answers."""

    question: Question
    answer: Answer


def read_answer(raw: Mapping[str, Any]) -> Answer:
    """An answer of the slot; label and says are alike to us."""
    phrases = [raw.get("label"), *(raw.get("says") or ())]
    return Answer(
        value=str(raw.get("value", "")),
        intent=str(raw["intent"]),
        entities=dict(raw.get("entities") or {}),
        phrases=tuple(str(phrase) for phrase in phrases if phrase),
        means=raw.get("means"),
        is_danger=bool(raw.get("is_danger")),
    )


def read_questions(slot: Any) -> list[Question]:
    """The slot `asked`, the most recent question first."""
    return [
        Question(str(raw.get("question", "")), tuple(map(read_answer, raw.get("answers") or ())))
        for raw in (slot or ())
    ]


def correction(text: str) -> str | None:
    """What follows a marker such as `sorry i meant`, or nothing when there is no marker."""
    line = " ".join(text.lower().split())
    found = CORRECTION.fullmatch(line) or NOT_BUT.fullmatch(line)
    return found.group("rest").strip() if found else None


def place_of(words: Sequence[str], count: int) -> int | None:
    """The place that a line names and nothing else: `2`, `number two`, `the second one`."""
    wanted = [word for word in words if word not in NUMBER_FILLERS] or list(words[-1:])
    if wanted[:1] == ["no"] and wanted[1:] and wanted[1].isdecimal():
        wanted = wanted[1:]
    if len(wanted) != 1:
        return None
    if wanted[0] == "last" and len(words) > 1:
        return count
    place = int(wanted[0]) if wanted[0].isdecimal() else PLACES.get(wanted[0], 0)
    return place if 1 <= place <= count else None


def only(answers: Sequence[Answer]) -> Answer | None:
    """The answer, when there is exactly one."""
    return answers[0] if len(answers) == 1 else None


def by_whole_line(words: Sequence[str], question: Question) -> Answer | None:
    """The answer of which the line is a label or a phrase."""
    bare = without_fillers(words)
    return only(
        [
            answer
            for answer in question.answers
            if any(
                is_same(words, phrase) or (bare and is_same(bare, without_fillers(phrase)))
                for phrase in map(tokens, answer.phrases)
            )
        ]
    )


def by_number(words: Sequence[str], question: Question) -> Answer | None:
    """The answer at the place that the line names."""
    place = place_of(words, len(question.answers))
    return question.answers[place - 1] if place else None


def by_meaning(understood: Understood, question: Question) -> Answer | None:
    """The answer that means yes, no or unsure, when that is what was understood."""
    meaning = MEANINGS.get(understood.intent or "")
    if meaning is None or understood.confidence < UNDERSTOOD:
        return None
    return only([answer for answer in question.answers if answer.means == meaning])


def is_about_something_else(text: str, spare: int, answer: Answer, understood: Understood) -> bool:
    """Whether the line is surely a topic of its own that only happens to hold a phrase.

    What sounds like the offer that is being checked is rather said of it: "most days, I can't switch off". A
    question about it is none of the answers.
    """
    offer = None if ASKS.search(text.lower().strip()) else answer.entities.get("offer")
    own = (None, answer.intent, offer)
    if understood.intent in CONVERSATIONAL or understood.intent in own:
        return False
    if ANSWER_OPENERS.match(text.lower().strip()) and len(tokens(text)) <= 2 * LONGEST_ANSWER // 3:
        return False
    return understood.confidence >= SURE and spare >= SPARE_WORDS


def by_phrase(
    text: str, words: Sequence[str], question: Question, understood: Understood
) -> Answer | None:
    """The one answer of which the line holds a whole phrase."""
    if len(words) > LONGEST_ANSWER:
        return None
    spans: list[tuple[Answer, Span]] = [
        (answer, span)
        for answer in question.answers
        for phrase in map(tokens, answer.phrases)
        for span in find(phrase, words)
    ]
    kept = longest(spans)
    answers = list({id(answer): answer for answer, _ in kept}.values())
    found = only([answer for answer in answers if answer.is_danger][:1] or answers)
    if found is None:
        return None
    spare = len(words) - max(end - start for _, (start, end) in kept)
    return None if is_about_something_else(text, spare, found, understood) else found


def answer_to(question: Question, text: str, understood: Understood) -> Answer | None:
    """The answer of this question that the line means, if it means exactly one."""
    words = tokens(text)
    if not words:
        return None
    answer = (
        by_whole_line(words, question)
        or by_number(words, question)
        or by_phrase(text, words, question, understood)
        or by_meaning(understood, question)
    )
    return in_doubt(words, answer, question) if answer and question.dangers else answer


def in_doubt(words: Sequence[str], answer: Answer, question: Question) -> Answer:
    """The answer; where another of its kind is a danger, the least of these, unless it is plainly none.

    "No more than usual" and "I can't say no" are no answer "No" to a question about danger.
    """
    dangers = question.dangers
    if answer.is_danger or answer.intent != dangers[0].intent or is_plain(words, answer):
        return answer
    return dangers[-1]


def is_plain(words: Sequence[str], answer: Answer) -> bool:
    """Whether the line is a label or a phrase of the answer, its number, or no with harmless words."""
    if any(is_same(words, phrase) for phrase in map(tokens, answer.phrases)):
        return True
    is_number = all(word.isdecimal() or word in NUMBER_FILLERS or word in PLACES for word in words)
    return is_number or (words[0] in NO and HARMLESS.issuperset(words))


def match(text: str, questions: Sequence[Question], understood: Understood) -> Match | None:
    """The answer to the last question; to the one before it, when the line corrects itself.

    A line that sounds like a danger is an answer only when all of it is one; the safety net of the gateway
    has read it before.
    """
    if not questions:
        return None
    if understood.intent in SAFETY:
        exact = by_whole_line(tokens(text), questions[0])
        return Match(questions[0], exact) if exact else None
    rest = correction(text)
    tries = [(question, text) for question in questions[:1]]
    if rest is not None:
        tries = [(question, rest) for question in (*questions[1:2], questions[0])]
    for question, line in tries:
        answer = answer_to(question, line, understood)
        if answer is not None:
            return Match(question, answer)
    return None
