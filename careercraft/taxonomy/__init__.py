"""The local taxonomy: YAML that people edit, compiled into a frozen index."""

from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.load import load_taxonomy

__all__ = ["Taxonomy", "load_taxonomy"]
