"""Finds where people deny a danger ("not suicidal, just worn out"), which encoders hardly tell from it.

What is denied is taken out, and the rest of the line is judged by itself: a danger beside a denial stays one.
A line in which the denial itself is in doubt ("told them I'm not suicidal") is left as it is.
"""

from __future__ import annotations

import re

_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}`]")
_DOUBT = re.compile(
    r"\b(?:told|tell|said|say|says|saying|pretend\w*|li(?:e|ed|ar)|lying|sure|certain|know|promise\w*|"
    r"believe|convince\w*|think(?! about| of)|anyone knows|gave in|given in|relaps\w*|slipped|until|"
    r"should have|should of|changed my mind|unless|(?:if|so|so that) i (?:dont|do not|wont)|no way out|"
    r"since)\b"
)
# "how do i not kill myself", "it's not that I don't want to", "not hurting myself is so hard".
_NOT_MEANT = re.compile(
    r"\b(?:(?:how|why|reasons?|help|try|trying|tried|hard|harder|struggl\w*|stop)(?: \w+){0,3} not"
    r"|not that i(?:m| am)? (?:not|dont|do not|wouldnt|wont)"
    r"|no (?:point|use|sense|reason)(?: in)? not"
    r"|not (?:self )?-?(?:harm|hurt|kill|cutt)ing(?: (?:myself|me))? (?:is|gets?|getting|has|takes?|was))\b"
)
# "I can't get through a visit without thinking of it", "a whole week without hurting myself",
# "400 days of not hurting myself".
_ENDURED = re.compile(
    r"\b(?:cant|cannot|can not|wont|never|dont know how|through|thru|try|trying|tried|managed?|lasted|"
    r"go|went|(?:year|month|week|day|night|hour|minute)s?|tonight|shift)\b"
    r".*\b(?:without|of no|of not|of never)\b"
)
_MYSELF = r"(?:my ?self|me ?self|anyone|anybody)"
_HARM = (
    r"(?:suicid\w*|self ?-?harm\w*|harm(?:ing)? " + _MYSELF + r"|hurt(?:ing)? " + _MYSELF + "|"
    r"kill(?:ing)? " + _MYSELF + r"|cut(?:ting)? " + _MYSELF + "|"
    r"end(?:ing)? (?:it(?: all)?|my (?:own )?life)|tak(?:e|ing) my (?:own )?life)"
)
_WILL = (
    r"(?:want(?:ing)?|wanna|wish(?:ing)?|hop(?:e|ing)|plan(?:ning)?|going|gonna|intend(?:ing)?|"
    r"tr(?:y|ying))"
)
_BETWEEN = (
    r"(?:(?:a|any|the|at|all|have|having|had|been|be|feel|feeling|felt|thought|thoughts|thinking|of|about|"
    r"plans?|intention|intentions|to|even|really|actually|in|or|and|is|" + _WILL + r") ){0,6}"
)
_NOT = r"(?:not|never|dont|do not|doesnt|isnt|aint|wouldnt|would never|without|nothing to do with)"
_NO = r"no (?:plans?|intentions?|thoughts?|desire|wish|urges?|risk)"
_STILL = (
    r"(?! (?:just )?(?:yet|today|tonight|now|right now|at the moment|before|until|till|soon|any ?time|"
    r"for now|like this|this (?:time|bad|morning|evening|week|weekend|month|year))\b)"
)
_DENIAL = re.compile(
    rf"\b(?:{_NOT} {_BETWEEN}(?:{_HARM}|{_WILL} (?:to )?(?:die|be dead))"
    rf"|{_NO} {_BETWEEN}{_HARM}|no (?:suicid\w*|self ?-?harm\w*)(?: (?:thoughts?|plans?|ideas?))?)"
    rf"(?: (?:or|and|nor) (?:{_HARM}|anything(?: like that)?|anyone|others?))*\b{_STILL}"
)


def without_denials(text: str) -> str | None:
    """The line without what it denies, or None when it denies nothing or the denial is in doubt."""
    plain = " ".join(re.sub(r"[^\w\- ]+", " ", _APOSTROPHES.sub("", text.lower())).split())
    if any(pattern.search(plain) for pattern in (_DOUBT, _ENDURED, _NOT_MEANT)):
        return None
    rest, found = _DENIAL.subn(" ", plain)
    return " ".join(rest.split()) if found else None
