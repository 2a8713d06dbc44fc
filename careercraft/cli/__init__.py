"""The command line: one thin file a command over `careercraft.api`. stdout is the result, stderr the rest."""
