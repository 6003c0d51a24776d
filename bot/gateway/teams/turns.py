"""One activity: what came is handed to the gateway's conversation, and its replies are sent as cards.

What is said is decided where it is decided for the page; here it only gets another shape. A safety card is
never kept waiting: nothing stands before it, not even the greeting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from microsoft_agents.activity import Activity, ActivityTypes
from microsoft_agents.hosting.core import TurnContext

from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations, Rendered
from bot.gateway.limits import MAX_TEXT, RateLimit
from bot.gateway.problems import Problem
from bot.gateway.teams import activities, forms
from bot.gateway.teams.cards import Words, card, text_block, wrap
from bot.gateway.teams.chats import Chat, Chats
from bot.gateway.teams.packing import Deck, offers, pack
from bot.gateway.teams.sender import Sender
from bot.shared_memory import MemoryAway

DEEP_LINK = "https://teams.microsoft.com/l/chat/0/0?users="


@dataclass(frozen=True)
class Parts:
    """What every turn works with; `public_url` is where links to this server start."""

    chats: Chats
    conversations: Conversations
    desk: CallBackDesk
    limit: RateLimit
    public_url: str


class Turn:
    """The answer to one activity that was let in."""

    def __init__(self, parts: Parts, context: TurnContext) -> None:
        self._parts = parts
        self._activity = context.activity
        self._content = parts.conversations.content
        self._words = Words(self._content, parts.public_url)
        self._sender = Sender(context, self._content.teams.notification)

    async def take(self) -> None:
        """Answer an activity, or leave it be; raises NotSent."""
        try:
            await self._take()
        except MemoryAway:
            chat, conversations = Chat(is_over=True), self._parts.conversations
            card = conversations.unkept_safety_card(chat.channel, forms.written(self._activity))
            problem = conversations.nothing_works(self._activity.text or "")
            await self._deal(chat, card + problem.members["replies"])

    async def _take(self) -> None:
        activity = self._activity
        if activity.type == ActivityTypes.message:
            await (self._message() if activities.is_personal(activity) else self._decline())
        elif activity.type in (
            ActivityTypes.conversation_update,
            ActivityTypes.installation_update,
        ):
            await self._membership()

    async def _membership(self) -> None:
        activity = self._activity
        if activities.removes_bot(activity) and activities.is_personal(activity):
            await self._forget()
        elif activities.adds_bot(activity):
            if activities.is_personal(activity):
                await self._welcome()
            else:
                await self._decline()

    async def _message(self) -> None:
        if self._asks_to_forget(self._activity):
            await self._forget(self._content.teams.forgotten)
            return
        if await self._danger():
            return
        async with self._parts.chats.turn(self._activity) as chat:
            try:
                await self._parts.limit.pass_or_refuse(chat.conversation)
            except Problem:
                await self._refuse(chat, self._content.page.too_fast)
                return
            await self._in_chat(chat)

    async def _danger(self) -> bool:
        """Answer a text that surely tells of a danger, before every turn that waits and every limit."""
        if activities.kind(self._activity) != "text":
            return False
        text = self._activity.text or ""
        try:
            chat = await self._parts.chats.open(self._activity)
            replies = self._parts.conversations.sure_card(chat, text) or []
        except MemoryAway:
            chat = Chat(is_over=True)
            replies = self._parts.conversations.unkept_safety_card(chat.channel, [text])
        if not replies:
            return False
        chat.greeted = True
        await self._deal(chat, replies)
        with suppress(MemoryAway):
            await self._parts.chats.keep(chat)
        return True

    async def _in_chat(self, chat: Chat) -> None:
        activity, kind = self._activity, activities.kind(self._activity)
        if kind == "nothing":
            await self._sender.text(self._content.teams.only_words)
        elif kind == "submit" and forms.is_form(activity):
            await self._form(chat)
        elif kind == "submit":
            await self._press(chat)
        else:
            await self._say(chat, activity.text or "")

    async def _say(self, chat: Chat, text: str) -> None:
        if len(text) > MAX_TEXT:
            await self._refuse(chat, self._content.page.too_long)
        else:
            await self._answer(chat, lambda: self._parts.conversations.ask(chat, text))

    async def _press(self, chat: Chat) -> None:
        press = activities.pressed(self._activity)
        option = chat.choices.get(press.choice) if press else None
        if not press or not option:
            await self._sender.text(self._content.page.gone_choice)
            await self._deal(chat, self._parts.conversations.greet(chat))
            return
        await self._answer(chat, lambda: self._parts.conversations.press(chat, option))
        await self._mark_pressed(chat, press.choice)

    async def _mark_pressed(self, chat: Chat, choice: str) -> None:
        """Take away the buttons of the reply that was answered, on each of its cards."""
        for message, deck in list(chat.decks.items()):
            if offers(deck, choice):
                await self._sender.replace(message, card(deck, self._words, chosen=choice))

    async def _form(self, chat: Chat) -> None:
        form = forms.filled(self._activity)
        if not form:
            await self._refuse(chat, self._content.page.form_problem)
            return
        offered = form.offer in chat.forms
        await self._answer(chat, lambda: self._parts.desk.send(chat, form))
        if offered and form.offer not in chat.forms and self._activity.reply_to_id:
            sent = forms.sent_card(self._words)
            await self._sender.replace(self._activity.reply_to_id, sent)

    async def _refuse(self, chat: Chat, why: str) -> None:
        """Say why nothing was done; a danger told of in what was written gets its card all the same."""
        card = self._parts.conversations.first_card(chat, forms.written(self._activity))
        await self._deal(chat, card)
        await self._sender.text(why)

    async def _answer(self, chat: Chat, work: Callable[[], Awaitable[Rendered]]) -> None:
        typing = asyncio.create_task(self._sender.typing())
        try:
            replies = await work()
        except Problem as problem:
            replies = problem.members.get("replies") or [_plain(problem.detail)]
        finally:
            await typing
        await self._deal(chat, self._first_words(chat, replies) + replies)

    def _first_words(self, chat: Chat, replies: Rendered) -> Rendered:
        """The greeting before the first answer, unless that is the greeting or must not wait."""
        if chat.greeted:
            return []
        chat.greeted = True
        greeting = self._parts.conversations.greet(chat)
        is_urgent = any(reply["urgency"] != "none" for reply in replies)
        is_same = [r["text"] for r in replies] == [r["text"] for r in greeting]
        return [] if is_urgent or is_same else greeting

    async def _welcome(self) -> None:
        async with self._parts.chats.turn(self._activity) as chat:
            if not chat.greeted:
                chat.greeted = True
                await self._deal(chat, self._parts.conversations.greet(chat))

    async def _deal(self, chat: Chat, replies: Rendered) -> None:
        sender = self._sender
        for deck in pack(replies):
            message = await sender.card(self._card(deck))
            if message:
                chat.decks[message] = deck

    def _card(self, deck: Deck) -> dict[str, Any]:
        if "form" in deck[0]:
            return forms.form_card(deck[0]["form"]["offer"], self._content, self._words)
        return card(deck, self._words)

    async def _decline(self) -> None:
        """The one sentence of a chat that others read, whatever was asked."""
        teams, bot = self._content.teams, self._activity.recipient
        link = DEEP_LINK + quote(bot.id if bot else "", safe=":")
        button = {"type": "Action.OpenUrl", "title": teams.private_open, "url": link}
        body = [text_block(teams.private_only), {"type": "ActionSet", "actions": [button]}]
        await self._sender.card(wrap(body, f"{teams.private_only} {link}"))

    def _asks_to_forget(self, activity: Activity) -> bool:
        typed = (activity.text or "").strip().strip(".!").casefold()
        return activity.value is None and typed in self._content.teams.forget_words

    async def _forget(self, farewell: str = "") -> None:
        """Forget the conversation once its turns under way have ended: nothing of it may come later."""
        async with self._parts.chats.turn(self._activity) as chat:
            await self._parts.chats.end(chat, self._activity)
            self._parts.conversations.forget(chat)
            if farewell:
                await self._sender.text(farewell)


def _plain(text: str) -> dict[str, Any]:
    """A sentence in the shape of a reply."""
    empty: dict[str, Any] = {"choices": [], "links": [], "contacts": []}
    return {"text": text, "topic": "menu", "aspect": "about", "urgency": "none", **empty}
