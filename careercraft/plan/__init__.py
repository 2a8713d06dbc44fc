"""From the gaps of an analysis to a dated plan; pure, from arguments to values."""
