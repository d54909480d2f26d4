"""A bar on the terminal for work that takes a while, with rate and time left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")


def bar(items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
    """The items, shown on standard error as they pass if that is a terminal.

    Without ``total`` there is a count and a rate but no end in sight.
    """
    if not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    # Its watching thread would stand beside processes that fork.
    tqdm.monitor_interval = 0
    shown: Iterable[Item] = tqdm(
        items, total=total, unit=" articles", dynamic_ncols=True, file=sys.stderr
    )
    return shown
