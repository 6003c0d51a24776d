"""Our way of running a trained model, with and without shortcuts, says what Rasa's own says."""

from __future__ import annotations

import json

from bot.model import model_file
from bot.settings import settings

from .conftest import Engine

LINES = ["i need help with hot flushes", "hello", "what time is the bus", "yes", "/menu", ""]
SCRIPT = """
import json, sys, tempfile
from pathlib import Path
from bot.engine import no_tensorflow
no_tensorflow.install()
from rasa.core.channels.channel import UserMessage
from rasa.engine import loader
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from bot.engine import shortcuts
from bot.engine.runner import DirectRunner

model, texts = Path(sys.argv[1]), json.loads(sys.argv[2])

def said(runner):
    with tempfile.TemporaryDirectory() as folder:
        about, graph = loader.load_predict_graph_runner(Path(folder), model, LocalModelStorage, runner)
        for text in texts:
            inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text)], PLACEHOLDER_TRACKER: None}
            message = graph.run(inputs=inputs, targets=[about.nlu_target])[about.nlu_target][0]
            tracker = DialogueStateTracker("x", about.domain.slots)
            tracker.update(ActionExecuted("action_listen"))
            tracker.update(UserUttered(text, message.get("intent")))
            core = graph.run(inputs={PLACEHOLDER_TRACKER: tracker}, targets=[about.core_target])
            prediction = core[about.core_target]
            yield message.get("intent"), message.get("safety"), prediction.probabilities

rasas, direct = list(said(DaskGraphRunner)), list(said(DirectRunner))
shortcuts.install()
print(json.dumps([rasas, direct, [*said(DirectRunner), *said(DirectRunner)]]))
"""


def test_it_understands_and_decides_as_rasas_own_runner(engine: Engine) -> None:
    done = engine("-c", SCRIPT, str(model_file(settings())), json.dumps(LINES))
    assert done.returncode == 0, done.stderr
    rasas, ours, short_cut = json.loads(done.stdout.splitlines()[-1])
    assert ours == rasas
    assert short_cut == [*rasas, *rasas]
    assert len({max(range(len(p)), key=p.__getitem__) for _, _, p in ours}) > 1
