"""Rasa as it comes: its suggested pipeline and policies, trained on the project's data.

Lives in an environment of its own. It must never be needed to run or test the assistant.
"""
