"""`python -m bot.engine run|train|data|test ...`: Rasa's own command, without TensorFlow.

Sets the environment before Rasa is imported: no telemetry, no deprecation noise, one thread for
numbers while serving. It must add no command of its own.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import warnings

from bot.engine import action_results, following, lean, no_tensorflow, shutter

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
    """Run Rasa's command line with the arguments given."""
    gc.disable()  # imports make no garbage worth looking for
    serving = sys.argv[1:2] == ["run"]
    if serving:
        shutter.close()
    prepare(serving)
    import rasa.utils.common
    from rasa.__main__ import main as rasa_main

    if serving:
        import rasa.core.run

        from bot.engine import memory

        memory.fail_openly()
        action_results.compile_schema()
        action_results.limit_time(float(os.environ.get("WELLBEING_ACTION_SECONDS", "1.2")))
        following.hand_on()
        lean.seal()
        shutter.keep_structlog_plain(os.environ.get("LOG_LEVEL", "INFO"))
    gc.freeze()
    gc.enable()
    rasa.utils.common.EXPECTED_WARNINGS.extend((UserWarning, text) for text in NOT_MEANT)
    sys.argv[0] = "rasa"
    rasa_main()


if __name__ == "__main__":
    main()
