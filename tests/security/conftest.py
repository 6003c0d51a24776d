"""The gateway inside a test, with a stand-in for the engine, as the tests of the gateway have it."""

from tests.gateway.conftest import engine, gateway, start

__all__ = ["engine", "gateway", "start"]
