"""`python -m bot.engine run|train|data|test ...`: our serving, or Rasa's own command, without TensorFlow.

Sets the environment before Rasa is imported: no telemetry, no deprecation noise, one thread for
numbers while serving. It must add no command of its own.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import warnings

from bot.engine import lean, no_tensorflow, shutter

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQLALCHEMY_WARN_20": "0",
    "TQDM_DISABLE": "1",
}
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
# Rasa takes aspects (`menopause/about`) for a response selector's, and quotes each line it misses.
# Responses that rules name and nobody wrote are still found by `data validate`.
NOT_MEANT = (
    "Action 'utter_[a-z_]+' is listed as a response action in the domain file",
    "Your training data contains an example",
    "The following duplicated intents have been found across multiple domain files",
    "You have defined training data with examples for training a response selector",
)


def prepare(serving: bool) -> None:
    """Everything that must be in place before the first import of Rasa."""
    os.environ.update(QUIET)
    if serving:
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        lean.install()
    importlib.import_module("sanic.app")  # asks to see deprecations: before the filter
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    no_tensorflow.install()


def main() -> None:
    """Serve, or run Rasa's command line with the arguments given."""
    gc.disable()  # imports make no garbage worth looking for
    serving = sys.argv[1:2] == ["run"]
    if serving:
        shutter.close()
    prepare(serving)
    if serving:
        from bot.engine.serving import serve

        serve(sys.argv[2:])
    else:
        _command()


def _command() -> None:
    import rasa.utils.common
    from rasa.__main__ import main as rasa_main

    gc.freeze()
    gc.enable()
    rasa.utils.common.EXPECTED_WARNINGS.extend((UserWarning, text) for text in NOT_MEANT)
    sys.argv[0] = "rasa"
    rasa_main()


if __name__ == "__main__":
    main()
