"""The shape of everything that staff read.

Each file of `content/` is one of these models. They say what a field means; `bot.content.check` says
what may stand in it. Nothing here reads a file or knows of a conversation.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Aspect = Literal["about", "eligibility", "access", "logistics", "volunteer", "confidentiality"]
Urgency = Literal["none", "urgent", "emergency"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

ASPECTS: tuple[Aspect, ...] = (
    "about", "eligibility", "access", "logistics", "volunteer", "confidentiality",
)  # fmt: skip


class Model(BaseModel):
    """A content model: unknown fields are mistakes, and nothing changes once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Opening(Model):
    """A span of local (Europe/London) time on some days of the week."""

    days: tuple[Day, ...]
    opens: time
    closes: time


class Hours(Model):
    """When a contact answers: always, at weekly times, or not verified (all fields left out)."""

    always: bool = False
    weekly: tuple[Opening, ...] = ()
    closed_on_bank_holidays: bool = False


class Contact(Model):
    """A line of the contact register, the only place where a phone number may stand.

    `call` and `text_to` are digits only; `show` is what people read, spaced as published.
    A contact with `to_confirm` is shown to nobody until its owner has verified it.
    """

    key: Key
    name: Text
    show: Text
    call: Annotated[str, StringConstraints(pattern=r"^\d+$")] | None = None
    text_to: Annotated[str, StringConstraints(pattern=r"^\d+$")] | None = None
    text_body: Text | None = None
    hours: Hours
    cost: Text | None = None
    who_for: Text
    source: Text
    last_verified: date
    to_confirm: Text | None = None


class Link(Model):
    """A public web page, with the words to press."""

    label: Text
    url: HttpUrl


class Choice(Model):
    """A button: `goes_to` is an intent of the engine, or `intent/aspect`."""

    label: Text
    goes_to: Annotated[str, StringConstraints(pattern=r"^[a-z_]+(/[a-z_]+)?$")]


class Bubble(Model):
    """One message of the assistant."""

    text: Text
    urgency: Urgency = "none"
    contacts: tuple[Key, ...] = ()
    links: tuple[Link, ...] = ()
    choices: tuple[Choice, ...] = ()


class Card(Model):
    """Bubbles that are said together, under one topic of the public contract."""

    topic: Key
    bubbles: Annotated[tuple[Bubble, ...], Field(min_length=1)]


class Answer(Model):
    """One answer to a question of a check.

    `says` are other words that people type for it; `means` lets a plain yes, no or "not sure" count
    as this answer. `leads_to` names an outcome that ends the check here; without it the next question
    follows. `red_flag` names a warning that is shown before anything else; `safety_card` ends the
    check with that safety card.
    """

    key: Key
    label: Text
    says: tuple[Text, ...] = ()
    means: Literal["yes", "no", "unsure"] | None = None
    leads_to: Key | None = None
    red_flag: Key | None = None
    safety_card: Key | None = None


class Question(Model):
    """A question of a check, with the reason for asking it."""

    key: Key
    ask: Text
    why: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=6)]


class Outcome(Model):
    """What the answers mean for the person, and what to do next."""

    key: Key
    result: Literal["suitable", "not_suitable", "unsure"]
    bubbles: Annotated[tuple[Text, ...], Field(min_length=1, max_length=3)]
    routes: tuple[Key, ...] = ()
    offers: tuple[Key, ...] = ()


class Check(Model):
    """Two to four questions. `finally_` is the outcome when no answer led to another one earlier;
    `skipped` is the outcome when a question was skipped."""

    model_config = ConfigDict(populate_by_name=True)

    intro: Text
    questions: Annotated[tuple[Question, ...], Field(min_length=2, max_length=4)]
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=2)]
    finally_: Key = Field(alias="finally")
    skipped: Key


class RedFlag(Model):
    """A sign that means "see a GP" before anything else. Each entry of `words` is a set of words (or
    beginnings of words) that stand together in a message which tells of it."""

    key: Key
    text: Text
    urgency: Urgency = "urgent"
    contacts: tuple[Key, ...] = ()
    words: tuple[Text, ...] = ()


class Route(Model):
    """A way in. `link` opens a page, `contact` calls or texts, `callback` opens the call-back form,
    `calendar` gives a reminder file, `ask` says whom to ask."""

    key: Key
    kind: Literal["link", "contact", "callback", "calendar", "ask"]
    label: Text
    text: Text
    link: Link | None = None
    contact: Key | None = None


class ToConfirm(Model):
    """What an owner must still settle: the field and the question to answer."""

    field: Text
    question: Text


class Offer(Model):
    """One programme. Every text is one bubble: at most three short sentences."""

    key: Key
    name: Text
    button: Text
    summary: Text
    who_for: Text
    what_happens: Text
    how_to_get_in: Text
    time_and_cost: Text
    confidentiality: Text
    volunteer: Text
    who_else: Text
    check: Check | None = None
    red_flags: tuple[RedFlag, ...] = ()
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]
    contacts: tuple[Key, ...] = ()
    links: tuple[Link, ...] = ()
    handoff_url: Literal["local"] | HttpUrl | None = None
    owner_role: Text
    last_verified: date
    review_by: date
    to_confirm: tuple[ToConfirm, ...] = ()
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]


class Organisation(Model):
    """An employer or a group of them. `headcount` is in people; unknown until its owner gives it."""

    key: Key
    name: Text
    says: tuple[Text, ...] = ()
    headcount: Annotated[int, Field(gt=0)] | None = None


class StaffGroup(Model):
    """A group of staff, as broad as the report needs and no finer."""

    key: Key
    name: Text
    says: tuple[Text, ...] = ()
    headcount: Annotated[int, Field(gt=0)] | None = None


class Organisations(Model):
    """Who may be counted as what: `content/organisations.yml`."""

    organisations: tuple[Organisation, ...]
    staff_groups: tuple[StaffGroup, ...]
    source: Text


class Event(Model):
    """A dated event of an offer, for the card and the calendar file."""

    key: Key
    offer: Key
    title: Text
    starts: AwareDatetime
    ends: AwareDatetime
    place: Text
    source: Text

    def is_over(self, now: datetime) -> bool:
        """Whether the event has ended at `now`."""
        return self.ends < now


class Phrases(Model):
    """The sentences between the cards: `content/phrases.yml`. `{...}` is filled in from the content."""

    carry_on: Text
    carry_on_yes: Text
    carry_on_no: Text
    check_stopped: Text
    check_restarted: Text
    nothing_to_stop: Text
    nothing_to_go_back_to: Text
    nothing_to_repeat: Text
    no_check: Text
    which_check: Text
    which_topic: Text
    question_skipped: Text
    answer_changed: Text
    answer_again: Text
    answer_not_understood: Text
    why_nothing: Text
    skip_label: Text
    why_label: Text
    stop_label: Text
    check_label: Text
    access_label: Text
    about_label: Text
    eligibility_label: Text
    logistics_label: Text
    confidentiality_label: Text
    volunteer_label: Text
    menu_label: Text
    organisation_ask: Text
    organisation_again: Text
    staff_group_ask: Text
    not_stated_label: Text
    not_stated: Text
    counted_thanks: Text
    helpful_ask: Text
    helpful_yes: Text
    helpful_no: Text
    helpful_thanks: Text
    not_helpful_thanks: Text
    counting_stopped: Text
    counting_not_taken_back: Text
    recorded_nothing: Text
    recorded_rows: Text
    recorded_row: Text
    recorded_pair: Text
    callback_intro: Text
    callback_sent: Text
    callback_failed: Text
    callback_none: Text
    clarify: Text
    clarify_none_label: Text
    review_overdue: Text
    event_next: Text
    affirm_nothing: Text
    deny_nothing: Text
    reminder_title: Text
    steps: dict[str, Text]


class HelpContact(Model):
    """A contact that always stands beside the chat, with the few words above its number."""

    contact: Key
    label: Text


class Section(Model):
    """A heading and the paragraphs below it."""

    heading: Text
    texts: Annotated[tuple[Text, ...], Field(min_length=1)]


class Statement(Model):
    """A page of its own, such as the accessibility statement."""

    title: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class Page(Model):
    """What the chat page and the widget say around a conversation: `content/page.yml`."""

    help: Annotated[tuple[HelpContact, ...], Field(min_length=1)]
    leave_url: HttpUrl
    accessibility: Statement
    title: Text
    heading: Text
    launcher: Text
    close: Text
    help_title: Text
    log_title: Text
    you_said: Text
    assistant_said: Text
    choices_label: Text
    choices_were: Text
    message_label: Text
    message_hint: Text
    send: Text
    typing: Text
    leave: Text
    end: Text
    start: Text
    keep: Text
    retry: Text
    skip_link: Text
    emergency_prefix: Text
    emergency_heading: Text
    urgent_prefix: Text
    urgent_heading: Text
    open_now: Text
    closed_now: Text
    who_for: Text
    call_prefix: Text
    text_prefix: Text
    copy_label: Text
    copied: Text
    copy_failed: Text
    print_label: Text
    kept: Text
    expires_soon: Text
    expired: Text
    ended: Text
    not_sent: Text
    choice_not_sent: Text
    offline: Text
    back_online: Text
    too_fast: Text
    too_long: Text
    empty_message: Text
    gone_choice: Text
    untrusted_form: Text
    form_title: Text
    form_offer: Text
    form_name: Text
    form_how: Text
    form_call: Text
    form_text: Text
    form_email: Text
    form_reach: Text
    form_when: Text
    form_when_hint: Text
    form_send: Text
    form_problem: Text
    form_name_missing: Text
    form_how_missing: Text
    form_reach_missing: Text
    form_too_long: Text
    form_not_sent: Text
    form_done: Text
    other_languages: Text
    accessibility_link: Text
    offline_title: Text
    offline_text: Text


class TeamsCommand(Model):
    """A line in the menu of the message box in Teams; lengths are those of Microsoft's schema."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    description: Annotated[str, StringConstraints(min_length=1, max_length=128)]


class TeamsTexts(Model):
    """What only Microsoft Teams needs: `content/teams.yml`."""

    notification: Text
    only_words: Text
    private_only: Text
    private_open: Text
    chosen: Annotated[str, StringConstraints(pattern=r"\{choice\}")]
    type_instead: Annotated[str, StringConstraints(pattern=r"\{choices\}")]
    forgotten: Text
    forget_words: Annotated[tuple[Text, ...], Field(min_length=1)]
    app_name: Annotated[str, StringConstraints(min_length=1, max_length=30)]
    app_full_name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    app_summary: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    app_description: Annotated[str, StringConstraints(min_length=1, max_length=4000)]
    commands: Annotated[tuple[TeamsCommand, ...], Field(min_length=1, max_length=10)]
    privacy: Statement
    terms: Statement


class LanguageLine(Model):
    """The fixed line in one language; `key` is its code (ISO 639-1)."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    name: Text
    direction: Literal["ltr", "rtl"] = "ltr"
    text: Annotated[str, StringConstraints(pattern=r"\{number\}")]
    to_confirm: Text | None = None


class Languages(Model):
    """The fixed line for people who write in another language: `content/languages.yml`."""

    source: Text
    contact: Key
    owner_role: Text
    lines: Annotated[tuple[LanguageLine, ...], Field(min_length=1)]
