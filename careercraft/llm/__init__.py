"""Language models: any that litellm knows, by name. Importing this package loads neither litellm nor a web client."""

from __future__ import annotations
