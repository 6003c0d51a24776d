"""Hands a call-back form straight to the programme's inbox. Nothing of it is kept or logged here."""

from __future__ import annotations

import asyncio
import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from bot.content.models import Offer
from bot.content.replies import Option, Reply, card_replies
from bot.gateway import metrics
from bot.gateway.bodies import CallBack
from bot.gateway.conversation import Conversations, Rendered
from bot.gateway.problems import Problem
from bot.gateway.rendering import render
from bot.gateway.sessions import Session

log = logging.getLogger(__name__)

CONNECT_SECONDS = 2
READ_SECONDS = 5
RETRIES = 2


class CallBackDesk:
    """Sends forms and tells the conversation that one was sent. `local_inbox` is this machine's."""

    def __init__(self, conversations: Conversations, local_inbox: str) -> None:
        self._conversations = conversations
        self._local_inbox = local_inbox

    async def send(self, session: Session, form: CallBack) -> Rendered:
        """Send a form that this conversation offered; raises a 409 or 502 problem.

        Words in a form that tell of a danger get their safety card first, as they would in the chat.
        """
        written = (form.when, form.name, form.reach)
        card = self._conversations.first_card(session, written)
        try:
            replies = await self._send(session, form)
        except Problem as problem:
            if card:
                problem.members["replies"] = card + problem.members.get("replies", [])
            raise
        return card + replies[:1] if card else replies

    async def _send(self, session: Session, form: CallBack) -> Rendered:
        offer = self._conversations.content.offers.get(form.offer)
        if form.offer not in session.forms or not offer or not offer.handoff_url:
            raise Problem(409, "This conversation did not offer that form.")
        if not await asyncio.to_thread(_post, self._address(offer), form):
            metrics.CALLBACKS.labels("failed").inc()
            raise self._not_sent(session, offer)
        metrics.CALLBACKS.labels("sent").inc()
        session.forms.discard(form.offer)
        return await self._confirm(session, offer)

    def _address(self, offer: Offer) -> str:
        return self._local_inbox if offer.handoff_url == "local" else str(offer.handoff_url)

    async def _confirm(self, session: Session, offer: Offer) -> Rendered:
        option = Option("", "callback_sent", {"offer": offer.key})
        try:
            return await self._conversations.press(session, option)
        except Problem:
            sent = Reply(self._conversations.content.phrases.callback_sent, topic=offer.key)
            return render([sent], self._conversations.content, session)

    def _not_sent(self, session: Session, offer: Offer) -> Problem:
        content = self._conversations.content
        other_ways = [
            Option(route.label, "take_route", {"offer": offer.key, "route": route.key})
            for route in offer.routes
            if route.kind != "callback"
        ]
        sorry = Reply(
            content.phrases.callback_failed,
            topic=offer.key,
            aspect="access",
            options=tuple(other_ways),
            contacts=offer.contacts,
        )
        replies = render([sorry, *card_replies(content.cards["human"])], content, session)
        return Problem(502, content.phrases.callback_failed, replies=replies)


def _post(address: str, form: CallBack) -> bool:
    retry = Retry(
        RETRIES,
        allowed_methods={"POST"},
        status_forcelist={429, 500, 502, 503, 504},
        backoff_factor=0.2,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    with requests.Session() as http:
        http.trust_env = False
        for scheme in ("http://", "https://"):
            http.mount(scheme, HTTPAdapter(max_retries=retry))
        try:
            response = http.post(
                address,
                json=form.model_dump(exclude={"request_id"}),
                headers={"Idempotency-Key": form.request_id},
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
            )
        except requests.RequestException as error:
            log.error("call-back form not sent: %s", type(error).__name__)
            return False
    # A redirect, to a page to sign in on for example, has taken nothing.
    return bool(response.ok) and not response.is_redirect
