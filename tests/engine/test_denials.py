"""What people deny is taken out, what is dangerous beside it stays, and doubt leaves the line whole."""

import pytest

from bot.engine.denials import without_denials


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("I'm not suicidal, just worn out by nights", "im just worn out by nights"),
        ("no plans to harm myself, I need to talk about the rota", "i need to talk about the rota"),
        ("never thought of ending my life", ""),
        ("not self harming or anything like that", ""),
        ("I don't want to die, I want to sleep", "i i want to sleep"),
        ("accidentally overdosed, not trying to kill myself", "accidentally overdosed"),
        (
            "not suicidal, just finding it hard to cope this week",
            "just finding it hard to cope this week",
        ),
        ("how do i get counselling, i am not suicidal", "how do i get counselling i am"),
    ],
)
def test_a_denial_is_taken_out(line: str, rest: str) -> None:
    assert without_denials(line) == rest


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("i dont want to kill myself i just dont want to be here", "dont want to be here"),
        ("not suicidal but i wish i would not wake up", "wish i would not wake up"),
    ],
)
def test_a_danger_beside_a_denial_stays(line: str, stays: str) -> None:
    assert stays in (without_denials(line) or "")


@pytest.mark.parametrize(
    "line",
    [
        "I want to die",
        "no i want to die",
        "im not sure im not suicidal",
        "told occ health im not suicidal",
        "i said i would never hurt myself",
        "not suicidal yet",
        "never self harmed before this week",
        "cant stop thinking about suicide",
        "im not ok i want to end it",
        "not just suicidal, also tired",
        "cant get through a shift without hurting myself",
        "been three days without self harm",
        "four months without self harm, then the complaint came and i gave in",
        "how do i not kill myself",
        "please help me not hurt myself",
        "give me one reason not to kill myself",
        "why not kill myself",
        "trying so hard not to kill myself",
        "it's not that i don't want to kill myself",
        "no point not ending it all",
        "not hurting myself is so hard",
        "not harming myself is getting harder every night",
        "i'm not going to kill myself unless they find out",
        "if i don't kill myself the job will",
        "not planning to kill myself this week",
        "not going to kill myself just yet",
        "i've never felt suicidal like this before",
        "without suicide i see no way out",
        "trying for a whole week without hurting myself, managed two days",
        "90 days of not cutting myself and today the count starts anew",
        "can someone stay on the line so i don't hurt myself",
        "not hurt myself since this morning",
    ],
)
def test_a_doubtful_denial_is_left_alone(line: str) -> None:
    assert without_denials(line) is None
