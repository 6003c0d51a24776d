"""What may not be served: the rules of `wellbeing check` beyond the shape of the files.

Sources of the rules: the NHS digital service manual and GOV.UK (reading age, sentences, words to
avoid), and the project's own promise that a phone number lives only in the contact register.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from bot.content.library import Content, Problem, files
from bot.content.models import Card, Offer, Page, TeamsTexts

OFFERS = (
    "menopause", "talking_therapies", "mecc", "buddying", "hwb_events", "care_home_outreach",
    "active_bystander", "reverse_mentoring", "sexual_safety", "health_equity_champions",
    "women_in_leadership", "diverse_leadership", "leaders_wellbeing", "trauma_informed", "workwell",
    "inspired_to_care",
)  # fmt: skip
SAFETY_CARDS = (
    "crisis", "crisis_other", "emergency_physical", "domestic_abuse", "sexual_assault",
)  # fmt: skip
CARDS = (
    *SAFETY_CARDS, "greeting", "menu", "privacy", "human", "speak_up", "other_programme", "fallback",
    "unavailable", "goodbye", "thanks", "bot_challenge", "smalltalk", "empty", "check_in",
)  # fmt: skip
EMERGENCY_CONTACTS = {"emergency", "emergency_silent"}

MAX_SENTENCES = 3
MAX_READING_AGE = 11
# A grade of the Flesch-Kincaid scale is a school year; pupils are five years older than its number.
AGE_OF_GRADE_ZERO = 5
# Fewer words than this say nothing about how hard a text is to read.
MIN_WORDS = 6

# Numbers that are wrong or closed; a text line is closed as a whole.
_WRONG_NUMBERS = {"0808800330", "01162953060", "01162256847", "03001317000", "08000696222"}
_WRONG_WORDS = re.compile(r"\btext\s+frontline\b", re.IGNORECASE)
_DISCOURAGED = re.compile(
    r"committed suicide|\btriage|\bclinician|\bmentally ill\b|\bring (us|them|a|your)\b|\bdial\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w.#:/-])\+?\d(?:[ ()-]{0,2}\d)*(?![\w:/-]|\.\d)")
_LONG_NUMBER = 9

Text = tuple[str, str, str]
"""File, field and the text itself."""


def problems(content: Content, folder: Path) -> list[Problem]:
    """All that forbids serving the content; empty when it may be served."""
    rules: tuple[Callable[[Content], Iterable[Problem]], ...] = (
        _complete,
        _references,
        _checks,
        _emergency_cards,
        _sentences,
        _reading_age,
        _words,
    )
    found = [problem for rule in rules for problem in rule(content)]
    return found + list(numbers_outside_register(content, folder, files(folder)))


def numbers_outside_register(
    content: Content, folder: Path, where_to_look: Iterable[Path]
) -> Iterator[Problem]:
    """Phone numbers in files other than the register, and known wrong numbers anywhere."""
    known = {n for c in content.contacts.values() for n in (c.call, c.text_to) if n}
    register = folder / "contacts.yml"
    for file in sorted(where_to_look):
        for number, line in _numbers(file):
            where = str(file.relative_to(folder)) if file.is_relative_to(folder) else file.name
            if number in _WRONG_NUMBERS or number == "":
                yield Problem(where, f"line {line}", "has a number or text line known to be wrong")
            elif file != register and (number in known or _is_phone_number(number)):
                message = f"has the phone number {number}: numbers stand in contacts.yml only"
                yield Problem(where, f"line {line}", message)


def _numbers(file: Path) -> Iterator[tuple[str, int]]:
    for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if _WRONG_WORDS.search(text):
            yield "", line
        for match in _DIGITS.finditer(text):
            yield re.sub(r"[^\d+]", "", match.group()).replace("+44", "0"), line


def _is_phone_number(number: str) -> bool:
    return len(number) >= _LONG_NUMBER and number[0] in "0+"


def _complete(content: Content) -> Iterator[Problem]:
    for key in OFFERS:
        if key not in content.offers:
            yield Problem(f"offers/{key}.yml", "", "is missing")
    for key in CARDS:
        if key not in content.cards:
            yield Problem("cards.yml", key, "is missing")


def _references(content: Content) -> Iterator[Problem]:
    for file, field, key in _contact_keys(content):
        if key not in content.contacts:
            yield Problem(
                file, field, f"names the contact {key!r}, which the register does not have"
            )
    for event in content.events:
        if event.offer not in content.offers:
            yield Problem(
                "calendar.yml", event.key, f"names the offer {event.offer!r}, which is none"
            )


def _contact_keys(content: Content) -> Iterator[Text]:
    for key, card in content.cards.items():
        for number, bubble in enumerate(card.bubbles):
            for contact in bubble.contacts:
                yield "cards.yml", f"{key}.bubbles.{number}.contacts", contact
    for entry in content.page.help:
        yield "page.yml", "help", entry.contact
    yield "languages.yml", "contact", content.languages.contact
    for offer in content.offers.values():
        file = f"offers/{offer.key}.yml"
        for contact in offer.contacts:
            yield file, "contacts", contact
        for route in offer.routes:
            if route.contact:
                yield file, f"routes.{route.key}.contact", route.contact
        for flag in offer.red_flags:
            for contact in flag.contacts:
                yield file, f"red_flags.{flag.key}.contacts", contact


def _checks(content: Content) -> Iterator[Problem]:
    for offer in content.offers.values():
        known = {
            "outcome": {o.key for o in offer.check.outcomes} if offer.check else set(),
            "red flag": {flag.key for flag in offer.red_flags},
            "route": {route.key for route in offer.routes},
            "safety card": set(SAFETY_CARDS),
            "offer": set(content.offers),
        }
        file = f"offers/{offer.key}.yml"
        for field, kind, key in _check_references(offer):
            if key not in known[kind]:
                yield Problem(file, field, f"names the {kind} {key!r}, which is none")
        for route in offer.routes:
            if not {"link": route.link, "contact": route.contact}.get(route.kind, True):
                yield Problem(file, f"routes.{route.key}", f"needs a {route.kind}")


def _check_references(offer: Offer) -> Iterator[tuple[str, str, str]]:
    if not offer.check:
        return
    yield "check.finally", "outcome", offer.check.finally_
    yield "check.skipped", "outcome", offer.check.skipped
    for question in offer.check.questions:
        for answer in question.answers:
            field = f"check.questions.{question.key}.{answer.key}"
            if answer.leads_to:
                yield field, "outcome", answer.leads_to
            if answer.red_flag:
                yield field, "red flag", answer.red_flag
            if answer.safety_card:
                yield field, "safety card", answer.safety_card
    for outcome in offer.check.outcomes:
        for key in outcome.routes:
            yield f"check.outcomes.{outcome.key}.routes", "route", key
        for key in outcome.offers:
            yield f"check.outcomes.{outcome.key}.offers", "offer", key


def _emergency_cards(content: Content) -> Iterator[Problem]:
    for key, card in content.cards.items():
        for number, bubble in enumerate(card.bubbles):
            extra = bubble.links or bubble.choices or set(bubble.contacts) - EMERGENCY_CONTACTS
            if bubble.urgency == "emergency" and extra:
                message = "an emergency card carries only 999 or A&E and nothing further to read"
                yield Problem("cards.yml", f"{key}.bubbles.{number}", message)
    for key in SAFETY_CARDS:
        if key in content.cards and not _has_early_text_route(content, content.cards[key]):
            yield Problem("cards.yml", key, "needs a text route among its first three contacts")


def _has_early_text_route(content: Content, card: Card) -> bool:
    """Physical emergencies have only 999; every other safety card needs a way that makes no sound."""
    keys = [k for bubble in card.bubbles for k in bubble.contacts if k in content.contacts]
    early = {key for bubble in card.bubbles for key in bubble.contacts[:3]}
    return set(keys) <= EMERGENCY_CONTACTS or any(
        content.contacts[key].text_to for key in early & set(keys)
    )


def _sentences(content: Content) -> Iterator[Problem]:
    for file, field, text in spoken(content):
        if (count := len(_split_sentences(text))) > MAX_SENTENCES:
            yield Problem(
                file, field, f"has {count} sentences; a bubble has at most {MAX_SENTENCES}"
            )


def _split_sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if re.search(r"\w", s)]


def _reading_age(content: Content) -> Iterator[Problem]:
    names = _names(content)
    for file, field, text in spoken(content):
        age = reading_age(names.sub("it", text))
        if age > MAX_READING_AGE:
            yield Problem(file, field, f"has a reading age of {age:.1f}; at most {MAX_READING_AGE}")


def reading_age(text: str) -> float:
    """The age in years at which a pupil reads the text with ease (Flesch-Kincaid grade plus five)."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="pkg_resources")
        import textstat

    words = re.findall(r"\w+", text)
    if len(words) < MIN_WORDS:
        return 0.0
    return float(textstat.flesch_kincaid_grade(text)) + AGE_OF_GRADE_ZERO


# Words that staff meet every day or that no plainer word stands for.
_FAMILIAR = (
    "menopause", "therapies", "therapy", "confidential", "confidentially", "organisation",
    "organisations", "occupational health", "wellbeing", "programme", "programmes", "manager",
    "managers", "emergency", "employer", "employers", "anyone", "everyone", "Leicester",
    "Leicestershire", "Rutland",
)  # fmt: skip


def _names(content: Content) -> re.Pattern[str]:
    names = {offer.name for offer in content.offers.values()} | {
        organisation.name for organisation in content.organisations.organisations
    }
    return _any_of(tuple(sorted({*names, *_FAMILIAR}, key=len, reverse=True)))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def _words(content: Content) -> Iterator[Problem]:
    for file, field, text in spoken(content):
        if match := _DISCOURAGED.search(text):
            yield Problem(file, field, f"says {match.group()!r}, which the NHS style does not use")


def spoken(content: Content) -> Iterator[Text]:
    """Every text that reaches a person as a bubble or a question, with its file and field."""
    for key, card in content.cards.items():
        for number, bubble in enumerate(card.bubbles):
            yield "cards.yml", f"{key}.bubbles.{number}", bubble.text
    for field, text in content.phrases.model_dump().items():
        if isinstance(text, str):
            yield "phrases.yml", field, text
    yield from (("page.yml", field, text) for field, text in _page_texts(content.page))
    yield from (("teams.yml", field, text) for field, text in _teams_texts(content.teams))
    for offer in content.offers.values():
        yield from ((f"offers/{offer.key}.yml", field, text) for field, text in _offer_texts(offer))


def _page_texts(page: Page) -> Iterator[tuple[str, str]]:
    for field, text in page.model_dump(exclude={"leave_url"}).items():
        if isinstance(text, str):
            yield field, text
    for entry in page.help:
        yield f"help.{entry.contact}", entry.label
    for section in page.accessibility.sections:
        for number, text in enumerate(section.texts):
            yield f"accessibility.{section.heading}.{number}", text


def _teams_texts(teams: TeamsTexts) -> Iterator[tuple[str, str]]:
    for field, text in teams.model_dump().items():
        if isinstance(text, str):
            yield field, text
    for command in teams.commands:
        yield f"commands.{command.title}", command.description
    for statement in (teams.privacy, teams.terms):
        for section in statement.sections:
            for number, text in enumerate(section.texts):
                yield f"{statement.title}.{section.heading}.{number}", text


def _offer_texts(offer: Offer) -> Iterator[tuple[str, str]]:
    for field in (
        "summary", "who_for", "what_happens", "how_to_get_in", "time_and_cost", "confidentiality",
        "volunteer", "who_else",
    ):  # fmt: skip
        yield field, getattr(offer, field)
    for route in offer.routes:
        yield f"routes.{route.key}.text", route.text
    for flag in offer.red_flags:
        yield f"red_flags.{flag.key}.text", flag.text
    if not offer.check:
        return
    yield "check.intro", offer.check.intro
    for question in offer.check.questions:
        yield f"check.questions.{question.key}.ask", question.ask
        yield f"check.questions.{question.key}.why", question.why
    for outcome in offer.check.outcomes:
        for number, text in enumerate(outcome.bubbles):
            yield f"check.outcomes.{outcome.key}.bubbles.{number}", text


def outside_content(content: Content, folder: Path, root: Path) -> list[Problem]:
    """Phone numbers in the engine's domain, in templates and in what is sent to browsers."""
    sources = [root / "domain.yml", *(root / "bot" / "web").rglob("*.*")]
    texts = [file for file in sources if file.suffix in (".yml", ".html", ".ts", ".mjs", ".scss")]
    return list(numbers_outside_register(content, folder, texts))
