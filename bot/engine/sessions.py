"""How onnxruntime runs here: one thread, and never one that spins while it waits."""

from __future__ import annotations

import onnxruntime


def options() -> onnxruntime.SessionOptions:
    """Settings of every session of the engine."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return settings
