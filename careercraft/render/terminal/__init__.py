"""Reports in a terminal, the only modules beside `cli` that import rich. Everything goes through `Text`, never through
markup; the same words with and without color.
"""
