"""Why somebody does not get in, in plain words. None says more than the person needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """A page that says no: its status, its heading, what it says, and where it leads."""

    status: int
    title: str
    texts: tuple[str, ...]
    again: bool = True
    to_assistant: bool = False


class Refused(Exception):
    """Somebody does not get in. `reason` is for the log: a few fixed words, never what was sent."""

    def __init__(self, refusal: Refusal, reason: str) -> None:
        super().__init__(reason)
        self.refusal = refusal
        self.reason = reason


NOT_COMPLETED = Refusal(
    400,
    "Signing in did not work",
    (
        "The page was open for too long, or it was loaded twice.",
        "Nothing is wrong with your account.",
    ),
)
NOT_TRUSTED = Refusal(
    403,
    "Signing in did not work",
    ("We could not make sure that the answer came from the sign-in of your organisation.",
     "Try again. If it happens again, tell whoever looks after this service."),
)  # fmt: skip
NO_ROLE = Refusal(
    403,
    "You cannot see these pages yet",
    ("Your organisation knows you, but your account has no role here.",
     "These pages are for programme leads. Ask whoever looks after this service to add you.",
     "If you need wellbeing support yourself, you need no account: use the assistant."),
    again=False,
    to_assistant=True,
)  # fmt: skip
NOT_LET_IN = Refusal(
    403,
    "Your organisation did not let you in",
    ("Ask whoever looks after this service to add you to it.",),
)
NOT_ANSWERING = Refusal(
    503,
    "Signing in does not work at the moment",
    ("The sign-in of your organisation, or a part of this service, does not answer.",
     "Try again in a few minutes."),
)  # fmt: skip
NOT_SET_UP = Refusal(
    503,
    "Signing in is not set up yet",
    ("A setting is missing. Tell whoever looks after this service.",),
    again=False,
)
LINK_NOT_VALID = Refusal(
    403,
    "This link does not work",
    ("A sign-in link works once, and for 10 minutes. Make a new one.",),
)
OTHER_MACHINE = Refusal(
    403,
    "These pages open only on the machine that runs them",
    ("Other machines can see them once the sign-in of your organisation is set up.",),
    again=False,
)
FOREIGN_FORM = Refusal(
    403,
    "That did not come from your page",
    ("Nothing was done. Go back, load the page again, and press the button again.",),
    again=False,
)
ADMINS_ONLY = Refusal(
    403,
    "Only administrators can see this page",
    ("It shows who looked at and took away which figures.",),
    again=False,
)
