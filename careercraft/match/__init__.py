"""Linking words to skills, and requirements to what the resume shows."""
