"""Questions about an analysis: answered by rules over its own figures, or by a model that has the same tools."""
