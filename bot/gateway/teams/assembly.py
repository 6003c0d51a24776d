"""Puts the Teams channel together from the gateway's parts."""

from __future__ import annotations

from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations
from bot.gateway.memory import Memory, create_memory
from bot.gateway.teams.channel import TeamsChannel
from bot.gateway.teams.chats import Chat, Chats
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
    memory: Memory | None = None,
) -> TeamsChannel:
    """The channel of these settings, with sessions of its own: no token of the page opens them."""
    memory = memory or create_memory(settings)
    parts = Parts(
        Chats(memory.sessions(Chat), memory.pseudonyms()),
        conversations,
        CallBackDesk(conversations, settings.inbox_url),
        memory.limit(settings.messages_per_minute, "messages in Teams"),
        settings.public_url or settings.gateway_url,
    )
    own = Credentials(settings.teams) if settings.teams.app_id else NoCredentials()
    return TeamsChannel(settings.teams, parts, tokens or own, memory.deliveries(), patience)
