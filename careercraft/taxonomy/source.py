"""YAML files to plain data, remembering the line of every key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Path_ = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Issue:
    """One error in a file that people edit."""

    file: str
    line: int
    """From 1."""
    key: str
    message: str
    kind: str = "invalid"
    """duplicate | alias-clash | reference | circle | hours | invalid."""

    def __str__(self) -> str:
        key = f" {self.key}:" if self.key else ""
        return f"{self.file}:{self.line}:{key} {self.message}"


@dataclass(slots=True)
class Source:
    """A file's data and where each key stands in it."""

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def report(self, path: Path_, message: str, kind: str = "invalid") -> None:
        key = ".".join(str(part) for part in path if not isinstance(part, int))
        self.issues.append(Issue(self.file, self.line(path), key, message, kind))


class _Builder:
    def __init__(self, loader: Any, source: Source) -> None:
        self._scalar: Callable[[yaml.Node], Any] = loader.construct_object
        self._source = source

    def build(self, node: yaml.Node, path: Path_) -> Any:
        self._source.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(self._scalar(key_node))
            inner = (*path, key)
            self._source.lines[inner] = key_node.start_mark.line + 1
            if key in result:
                self._source.report(inner, "stands twice")
            result[key] = self.build(value_node, inner)
        return result


def read_source(path: Path, root: Path) -> Source:
    source = Source(path.relative_to(root).as_posix())
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        source.data = None if node is None else _Builder(loader, source).build(node, ())
    except UnicodeDecodeError as error:
        source.issues.append(Issue(source.file, 1, "", f"is not UTF-8: {error.reason}"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        source.issues.append(Issue(source.file, line, "", f"is not valid YAML: {error.problem}"))
    except yaml.YAMLError as error:
        source.issues.append(Issue(source.file, 1, "", f"is not valid YAML: {str(error).splitlines()[0]}"))
    return source


def yaml_files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.y*ml") if path.suffix in {".yaml", ".yml"})
