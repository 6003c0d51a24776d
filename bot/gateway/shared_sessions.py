"""Sessions that several gateways share, in Redis, where nobody can read them.

Each part of a session is a field of its own, sealed under the session's token, which Redis never sees. Fields
are added and removed and never changed, so two gateways cannot overwrite what the other wrote. Redis
forgets a session after the idle time.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from json import dumps, loads

from cryptography.exceptions import InvalidTag

from bot.gateway.sessions import Session, new_token
from bot.shared_memory import SharedMemory, sealing

PURPOSE = "wellbeing session"
FIRST = "first"
VERSION = "version"
# Longer than a turn may take, and short enough to wait for when a gateway has ended within one.
LOCK_SECONDS = 2.5
_HEAD = struct.Struct(">IH")

# KEYS: the session. ARGV: idle milliseconds, 1 when it must be there and 0 when it must not, how many fields
# to remove, these, and then fields with values. Returns the session's version, or 0 when that is not so.
_KEEP = """
if tonumber(ARGV[2]) ~= redis.call('EXISTS', KEYS[1]) then return 0 end
local first = 4 + tonumber(ARGV[3])
for i = 4, first - 1 do redis.call('HDEL', KEYS[1], ARGV[i]) end
for i = first, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return redis.call('HINCRBY', KEYS[1], 'version', 1)
"""


class _Copy:
    """How this process knows a session in Redis: where it is, and which parts of it are there."""

    def __init__(self, token: str) -> None:
        self.key = sealing.name(token, PURPOSE)
        self.parts: dict[str, str] = {}
        self.number = 0
        self.version = 0
        self._seal = sealing.Seal(token, PURPOSE)
        self._fields = sealing.name(token, f"{PURPOSE}: fields").encode()

    def field(self, part: str) -> str:
        """The name of a part's field, which tells nothing."""
        return hmac.digest(self._fields, part.encode(), hashlib.sha256)[:12].hex()

    def written(self, part: str, data: bytes) -> bytes:
        """A part as it is in Redis."""
        self.number += 1
        name = part.encode()
        head = _HEAD.pack(self.number, len(name))
        return self._seal.close(head + name + data, self.field(part))

    def read(self, place: str, sealed: bytes) -> tuple[int, str, bytes]:
        """A part by its field: its number in the order of writing, its name, and what it holds."""
        data = self._seal.open(sealed, place)
        number, length = _HEAD.unpack_from(data)
        end = _HEAD.size + length
        return number, data[_HEAD.size : end].decode(), data[end:]


class SharedSessions:
    """The sessions of a channel. `make` makes an empty one, of a channel and a conversation."""

    def __init__(
        self, memory: SharedMemory, idle: int, make: Callable[[str, str], Session] = Session
    ) -> None:
        self.idle = idle
        self._memory = memory
        self._make = make
        self._script = memory.redis.register_script(_KEEP)

    async def open(self, session: Session) -> str:
        """Keep a new session; returns its token, which is told once."""
        token = new_token()
        await self.put(token, session)
        return token

    async def put(self, name: str, session: Session) -> bool:
        """Keep a session under a name, and no longer under the one it had before.

        False when another gateway has put another one there meanwhile.
        """
        before: _Copy | None = session.copy
        after = _Copy(name)
        if before and before.key == after.key:
            return True
        session.copy = after
        session.make_lock = lambda: self._lock(session)
        first = dumps([session.channel, session.conversation]).encode()
        await self._write(session, {FIRST: lambda: first, **session.parts()}, must_exist=False)
        if before:
            async with self._memory.asking() as redis:
                await redis.delete(before.key)
        return not session.is_over

    async def find(self, token: str) -> Session | None:
        """The session of a token or name, kept for another idle time; None when there is none."""
        copy = _Copy(token)
        fields = await self._read(copy.key)
        parts = _in_order(copy, fields)
        if FIRST not in parts:
            return None
        session = self._make(*loads(parts[FIRST]))
        session.copy = copy
        session.make_lock = lambda: self._lock(session)
        _take_in(session, parts, fields)
        return session

    async def keep(self, session: Session) -> None:
        """Keep what was changed in a session without holding its lock."""
        await self._write(session, session.parts(), must_exist=True)

    async def close(self, token: str) -> None:
        """Forget a session."""
        async with self._memory.asking() as redis:
            await redis.delete(_Copy(token).key)

    @asynccontextmanager
    async def _lock(self, session: Session) -> AsyncIterator[None]:
        """One turn of a conversation at a time, in all gateways; it sees and keeps what they wrote."""
        name = sealing.name(session.conversation, f"{PURPOSE}: lock")
        async with self._memory.lock(name, LOCK_SECONDS):
            await self._refresh(session)
            try:
                yield
            except asyncio.CancelledError:
                raise
            except Exception:
                await self.keep(session)
                raise
            await self.keep(session)

    async def _refresh(self, session: Session) -> None:
        copy: _Copy = session.copy
        async with self._memory.asking() as redis:
            version = int(await redis.hget(copy.key, VERSION) or 0)  # type: ignore[misc]
        session.is_over = not version
        if version in (0, copy.version):
            return
        fields = await self._read(copy.key)
        for part, place in list(copy.parts.items()):
            if place.encode() not in fields and session.discard(part):
                del copy.parts[part]
        new = {place: sealed for place, sealed in fields.items() if place not in _places(copy)}
        _take_in(session, _in_order(copy, new), fields)

    async def _read(self, key: str) -> dict[bytes, bytes]:
        async with self._memory.asking() as redis, redis.pipeline(transaction=False) as asked:
            asked.hgetall(key)
            asked.pexpire(key, self.idle * 1000)
            fields: dict[bytes, bytes] = (await asked.execute())[0]
        return fields

    async def _write(
        self, session: Session, parts: dict[str, Callable[[], bytes]], *, must_exist: bool
    ) -> None:
        copy: _Copy = session.copy
        new = {part: write for part, write in parts.items() if part not in copy.parts}
        gone = [part for part in copy.parts if part not in parts and part != FIRST]
        if session.is_over or not (new or gone):
            return
        arguments: list[str | bytes | int] = [self.idle * 1000, int(must_exist), len(gone)]
        arguments += [copy.parts.pop(part) for part in gone]
        for part, write in new.items():
            arguments += [copy.field(part), copy.written(part, write())]
        async with self._memory.asking():
            version = await self._script(keys=[copy.key], args=arguments)
        session.is_over = not version
        copy.parts |= {part: copy.field(part) for part in new}
        if version == copy.version + 1:
            copy.version = version


def _in_order(copy: _Copy, fields: dict[bytes, bytes]) -> dict[str, bytes]:
    """The parts of these fields, in the order in which they were written. Another's are left out."""
    found = []
    for place, sealed in fields.items():
        if place != VERSION.encode():
            with suppress(InvalidTag):
                found.append(copy.read(place.decode(), sealed))
    found.sort(key=lambda each: each[0])
    copy.number = max([copy.number, *(number for number, _, _ in found)])
    return {part: data for _, part, data in found}


def _take_in(session: Session, parts: dict[str, bytes], fields: dict[bytes, bytes]) -> None:
    copy: _Copy = session.copy
    for part, data in parts.items():
        copy.parts[part] = copy.field(part)
        session.restore(part, data)
    copy.version = int(fields.get(VERSION.encode(), 0))


def _places(copy: _Copy) -> set[bytes]:
    return {place.encode() for place in copy.parts.values()}
