"""Frozen values that travel between the stages. They import nothing of careercraft but each other."""
