"""How the embedded encoder is tuned for skills. Not part of the package: see README.md in this folder."""
