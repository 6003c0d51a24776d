"""Tests of the anonymised log."""
