"""Finds the courtesies around what a person asks: "hiya", "sorry to bother you but", "thank you so much".

They are most of a short line and say nothing of its topic. What is left when they are taken off is understood
by itself; a line of little else is left as it is. Thanks may be a farewell, and what looks like a greeting
may be none, so whoever looks for danger must read all of it.
"""

from __future__ import annotations

import re

_MARKS = r"[\s,.!?:;-]"
_GREETING = (
    r"(?:hi+(?:ya)?|h[aeu]llo+|hey+a?|hiy+a|good (?:morning|afternoon|evening|day)|"
    r"(?:morning|afternoon|evening)(?=\s*[,.!])|namaste|namaskar|sal+a+m|as+ala+mu? ?alaikum|"
    r"sat sri akaa?l|kem cho|dzie[nń] dobry|dobry wiecz[oó]r|cze[sś][cć]|bun[aă](?: (?:ziua|seara))?)"
)
_WHO = (
    r"(?:\s+(?:there(?!'s)|again|hun|hunn?y|love|lovely|mate|pal|(?:me )?duck|dear|sir|madam|"
    r"(?:all|everyone|everybody|team|folks|guys|assistant|bot)(?=\s*[,.!:;-])))?"
)
_PREFACE = (
    r"(?:(?:i'?m )?sorry to (?:bother|trouble|disturb) (?:you|u)(?: but)?|excuse me|"
    r"(?:i )?hope (?:you|u) (?:are|r) (?:ok|okay|well|good)(?=\s*(?:[,.!;:-]|$))|"
    r"(?:just )?(?:a )?quick (?:question|one)(?=\s*(?:[,.!;:-]|$)))"
)
_OPENING = re.compile(
    rf"^{_MARKS}*(?:(?:{_GREETING}{_WHO}|{_PREFACE})\b(?!-){_MARKS}*)+", re.IGNORECASE
)
_THANKS = (
    r"(?:(?:many )?(?:thanks|thank you|thank u|thankyou|thx)"
    r"(?: (?:so much|very much|a lot|in advance|for your help))?|cheers|ta|please|pls|plz|"
    r"(?:kind |best )regards)"
)
_CLOSING = re.compile(rf"(?<!{_MARKS})(?:{_MARKS}+{_THANKS})+{_MARKS}*$", re.IGNORECASE)
# Fewer words than this belong to the courtesy: "hi I'm new", "that is all I need, thanks".
LEFT_BY_GREETING, LEFT_BY_THANKS = 3, 6


def without_greeting(text: str) -> str:
    """The line from where it begins to ask; all of it when little else is there."""
    return _unless_short(_OPENING.sub("", text), LEFT_BY_GREETING) or text


def without_thanks(text: str) -> str:
    """The line as far as it asks; all of it when little else is there."""
    return _unless_short(_CLOSING.sub("", text), LEFT_BY_THANKS) or text


def _unless_short(text: str, least: int) -> str | None:
    return text if len(text.split()) >= least else None
