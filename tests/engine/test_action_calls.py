"""Calls of actions: refused results are those that Rasa refuses, and connections are kept."""

from __future__ import annotations

import json

from .conftest import Engine

PREPARED = """
from bot.engine import no_tensorflow
no_tensorflow.install()
from bot.engine import action_calls
"""
RESULTS = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "topic", "value": "mecc"}], "responses": [{"text": "x"}]},
    {"responses": []},
    {},
    {"events": [{"event": "slot", "value": 1}], "responses": []},
    {"events": [{"event": "slot", "name": 7, "value": 1}], "responses": []},
    {"events": [{"event": "no_such_event"}], "responses": []},
    {"events": [{"name": "topic"}], "responses": []},
    {"events": [{"event": ["slot"]}], "responses": []},
    {"events": ["not an object"], "responses": []},
    {"events": [], "responses": ["not an object"]},
    {"events": {}, "responses": []},
    ["not an object"],
]
VERDICTS = """
import json, sys
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

action = RemoteAction("action_any", None)

def verdicts():
    for result in json.loads(sys.argv[1]):
        try:
            yield action._validate_action_result(result)
        except ValidationError:
            yield False

before = list(verdicts())
action_calls.compile_schema()
print(json.dumps([before, list(verdicts())]))
"""
CONNECTIONS = """
import asyncio
from aiohttp import web
from rasa.utils.endpoints import EndpointConfig

action_calls.keep_connections()
places = []

async def answer(request):
    places.append(request.transport.get_extra_info("peername"))
    return web.json_response({"n": len(places)})

async def served(port=0):
    app = web.Application()
    app.router.add_post("/webhook", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    return runner, site._server.sockets[0].getsockname()[1]

async def main():
    runner, port = await served()
    actions = EndpointConfig(f"http://127.0.0.1:{port}/webhook")
    for _ in range(3):
        await actions.request(json={})
    await runner.cleanup()
    again, _ = await served(port)
    print((await actions.request(json={}))["n"], len(set(places)))
    await again.cleanup()

asyncio.run(main())
"""


def test_it_accepts_and_refuses_as_rasa_does(engine: Engine) -> None:
    done = engine("-c", PREPARED + VERDICTS, json.dumps(RESULTS))
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout.splitlines()[-1])
    assert after == before
    assert before == [True] * 4 + [False] * 9


def test_calls_share_a_connection_and_find_actions_that_were_started_again(engine: Engine) -> None:
    done = engine("-c", PREPARED + CONNECTIONS)
    assert done.stdout.split() == ["4", "2"], done.stderr
