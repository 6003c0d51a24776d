"""Tunes the encoder's adapter on the training lines; see docs/adr/0019-an-adapter-for-danger.md."""
