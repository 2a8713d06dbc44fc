"""Typed facts -> eleven scores, the verdict and the advice. Pure; no raw text is read here."""
