"""The process that does the cases: `python -m tests.fuzz.worker FIRST LAST STEP [FILE...]`.

It prints the number of each case before it begins, `failed NUMBER: ERROR` after one that went wrong, and `peak MB` at
the end, so that who watches it knows what hung or crashed it.
"""

from __future__ import annotations

import re
import resource
import sys
import traceback
from pathlib import Path

_MOST_ADDRESSES = 4 << 30
"""Bytes; past it an allocation fails, and the machine lives."""


def main() -> None:
    from tests.fuzz.cases import check, seeds

    first, last, step = map(int, sys.argv[1:4])
    files = [Path(name) for name in sys.argv[4:]] or seeds()
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_ADDRESSES, _MOST_ADDRESSES))
    for number in range(first, last, step):
        print(number, flush=True)
        try:
            check(number, files)
        except Exception as error:  # the very thing that is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            text = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
            print(
                f"failed {number} {files[number % len(files)].name}: {text} ({place.filename}:{place.lineno})"
            )
    print(f"peak {_peak_mb()}", flush=True)


def _peak_mb() -> int:
    """Of this process. `getrusage` would count what its parent held when it was started."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        if found:
            return int(found[1]) // 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
