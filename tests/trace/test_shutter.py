"""Each way in which a library or Python itself would print what a person typed, and that it is shut.

Every leak is tried twice, in a process of its own: with the shutter closed nothing is printed of the text,
without it the text is there. So the test fails when the shutter is taken away, or when nothing leaks.
"""

from __future__ import annotations

import subprocess

import pytest

from bot.model import ENGINE_PYTHON
from bot.settings import ROOT

WORD = "zebrafinch"
RASA_LOGS = """
from rasa.utils.log_utils import configure_structlog
from rasa.utils.io import configure_colored_logging
import rasa.shared.utils.io, structlog
configure_colored_logging(logging.DEBUG)
configure_structlog(logging.DEBUG)
"""
LEAKS = {
    "a log line of a library": "logging.getLogger('rasa.core').error(f'Failed on {word}')",
    "a log line with arguments": "logging.getLogger('sanic.error').warning('Failed on %s', word)",
    "a debug line": "logging.getLogger('websockets').debug('GET /%s', word)",
    "a traceback with the words of an error": """
try:
    raise ValueError(word)
except ValueError:
    logging.getLogger('uvicorn.error').exception('mistake')
""",
    "the stack of a log line": "logging.getLogger('x').error(word, stack_info=True)",
    "Rasa's structured log": RASA_LOGS
    + "structlog.get_logger('rasa.core.processor').warning('x', user_text=word)",
    "Rasa's dump of local variables": RASA_LOGS
    + """
def fail(line):
    raise KeyError('nothing')
try:
    fail(word)
except KeyError:
    structlog.get_logger('rasa.core.processor').exception('action.failed')
""",
    "Rasa's warnings": RASA_LOGS
    + "rasa.shared.utils.io.raise_warning(f'Intent {word} is unknown')",
    "a warning": "import warnings; warnings.warn(f'cannot read {word}')",
    "an error that nobody caught": "raise RuntimeError(word)",
    "an error in a thread": """
import threading
def fail():
    raise RuntimeError(word)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
""",
    "an error while something is thrown away": """
class Kept:
    def __del__(self):
        raise RuntimeError(word)
kept = Kept()
del kept
""",
    "a task that nobody waited for": """
import asyncio, gc
async def fail():
    raise RuntimeError(word)
async def main():
    task = asyncio.ensure_future(fail())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
asyncio.run(main())
""",
}


def printed(leak: str, *, shut: bool) -> str:
    """What a process prints in which this happens."""
    close = "from bot.engine import shutter; shutter.close()" if shut else ""
    # The word is put together here, as a traceback also prints the line of the code.
    code = (
        f"import logging\n{close}\nlogging.basicConfig(level=1)\nword = 'zebra' + 'finch'\n{leak}"
    )
    done = subprocess.run(
        [ENGINE_PYTHON, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_leak_is_shut(leak: str) -> None:
    assert WORD in printed(leak, shut=False), "nothing leaks here: the leak is out of date"
    assert WORD not in printed(leak, shut=True)


def test_what_failed_can_still_be_found() -> None:
    said = printed(LEAKS["a traceback with the words of an error"], shut=True)
    assert "ValueError in <module>" in said
    said = printed("logging.getLogger('bot.engine.x').error('a turn failed')", shut=True)
    assert "a turn failed" in said


def test_a_crash_leaves_no_image_of_the_memory() -> None:
    limit = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    allow = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))"
    assert "(0, 0)" in printed(limit, shut=True), allow
