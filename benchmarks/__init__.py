"""Measures the assistant: how well it understands, how fast it is, and what stock Rasa reaches beside it."""
