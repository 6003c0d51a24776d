"""What owners must still confirm before the assistant goes live, by owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.content.library import Content
from bot.content.models import Organisation, StaffGroup

REGISTER_OWNER = "Owner of the contact register"
ORGANISATIONS_OWNER = "Owner of the list of organisations"


def open_questions(content: Content) -> Mapping[str, list[str]]:
    """The open questions of each owner."""
    questions: defaultdict[str, list[str]] = defaultdict(list)
    for owner, question in _all(content):
        questions[owner].append(question)
    return questions


def _all(content: Content) -> Iterator[tuple[str, str]]:
    for offer in content.offers.values():
        for entry in offer.to_confirm:
            yield offer.owner_role, f"{offer.key}, {entry.field}: {entry.question}"
        if offer.handoff_url == "local":
            yield (
                offer.owner_role,
                f"{offer.key}, handoff_url: which inbox takes call-back requests?",
            )
    for contact in content.contacts.values():
        if contact.to_confirm:
            yield REGISTER_OWNER, f"{contact.key}, not shown: {contact.to_confirm}"
        elif not (contact.hours.always or contact.hours.weekly):
            yield REGISTER_OWNER, f"{contact.key}, hours: when does it answer?"
    for line in content.languages.lines:
        if line.to_confirm:
            yield content.languages.owner_role, f"languages, {line.key}: {line.to_confirm}"
    counted: list[Organisation | StaffGroup] = [
        *content.organisations.organisations,
        *content.organisations.staff_groups,
    ]
    for item in counted:
        if item.headcount is None:
            yield ORGANISATIONS_OWNER, f"{item.key}, headcount: how many people work there?"
