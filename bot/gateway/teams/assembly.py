"""Puts the Teams channel together from the gateway's parts."""

from __future__ import annotations

from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations
from bot.gateway.limits import RateLimit
from bot.gateway.sessions import Sessions
from bot.gateway.teams.channel import TeamsChannel
from bot.gateway.teams.chats import Chats
from bot.gateway.teams.connector import AccessTokens
from bot.gateway.teams.credentials import Credentials, NoCredentials
from bot.gateway.teams.retrying import Patience
from bot.gateway.teams.turns import Parts
from bot.settings import Settings


def create_channel(
    settings: Settings,
    conversations: Conversations,
    tokens: AccessTokens | None = None,
    patience: Patience | None = None,
) -> TeamsChannel:
    """The channel of these settings, with sessions of its own: no token of the page opens them."""
    parts = Parts(
        Chats(
            Sessions(
                settings.session_idle, settings.session_limit, megabytes=settings.session_megabytes
            )
        ),
        conversations,
        CallBackDesk(conversations, settings.inbox_url),
        RateLimit(settings.messages_per_minute),
        settings.public_url or settings.gateway_url,
    )
    own = Credentials(settings.teams) if settings.teams.app_id else NoCredentials()
    return TeamsChannel(settings.teams, parts, tokens or own, patience)
