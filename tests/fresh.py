"""Code run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SEEDS = ("0", "1", "77")


def printed(code, *arguments, **environment):
    """The bytes that Python prints when it runs the code with these arguments."""
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)],
        env={**os.environ, **environment},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        check=True,
    ).stdout


def for_every_hash_seed(code, *arguments):
    """The different outputs of the code under some hash seeds: one if all is well."""
    return {printed(code, *arguments, PYTHONHASHSEED=seed) for seed in SEEDS}
