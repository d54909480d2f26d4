"""What the benchmarks share: whose versions, and how ratios are told."""

import platform
from importlib.metadata import version
from pathlib import Path
from statistics import median

CORPORA = Path(__file__).parents[2] / "corpora"


def versions(*packages):
    """One line that says what was measured.

    >>> versions().startswith("Python 3.")
    True
    """
    names = [f"{package} {version(package)}" for package in packages]
    return ", ".join([f"Python {platform.python_version()}", *names])


def ratio(slow, fast):
    """How many times as long, run by run.

    >>> ratio([2.0, 6.0, 4.0], [2.0, 2.0, 2.0])
    '1.0 / 2.0 / 3.0'
    """
    found = [one / other for one, other in zip(slow, fast, strict=True)]
    return f"{min(found):.1f} / {median(found):.1f} / {max(found):.1f}"
