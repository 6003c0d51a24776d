"""Reads JSON strings, a line each, and writes what a stock model makes of each. Runs on Python 3.10.

Usage: python parse_lines.py <model.tar.gz>
"""

import asyncio
import json
import sys
import time

from rasa.core.agent import Agent


async def main() -> None:
    """Read until there is no more."""
    agent = Agent.load(sys.argv[1])
    for line in sys.stdin:
        text = json.loads(line)
        started = time.perf_counter()
        parsed = await agent.parse_message(text)
        milliseconds = round(1000 * (time.perf_counter() - started), 3)
        print(json.dumps({"intent": parsed["intent"], "milliseconds": milliseconds}), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
