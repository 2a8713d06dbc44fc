"""`careercraft config`: the settings and where they come from."""

from __future__ import annotations

import typer

from careercraft.cli import console
from careercraft.cli.options import ListFormat, Listing

app = typer.Typer(help="The settings and where they come from.", no_args_is_help=True)


@app.command("show")
def show(format: Listing = ListFormat.terminal) -> None:
    """Show every setting, its value and whether the default, the config file or a variable set it."""
    import msgspec

    from careercraft.render.tables import columns
    from careercraft.settings import load_settings

    rows = list(load_settings().rows())
    if format is ListFormat.json:
        console.out(msgspec.json.encode([{"name": n, "value": v, "origin": o} for n, v, o in rows]) + b"\n")
        return
    console.out(columns([(name, _shown(value), origin) for name, value, origin in rows]))


@app.command("path")
def path() -> None:
    """Say where the config file is looked for."""
    from careercraft import paths

    console.out(f"{paths.config_file()}\n")


def _shown(value: object) -> str:
    if value is None or value in ("", (), {}):
        return "-"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else f"{value}"
