"""Makes ``perceptron.txt.zlib`` from the pickle in the package textblob-aptagger.

    pip download --no-deps textblob-aptagger==0.2.0
    python summarizer/data/tagger/convert.py textblob_aptagger-0.2.0*.whl

Run once, by hand. The summarizer itself reads the table and never a pickle. The text
has three parts with an empty line between them:

1. the tags, in one line;
2. words with a tag that never changes, ``word tag``, a line each;
3. features, each followed by a line of its weights: a letter for the tag ("A" for the
   first one) and ten times the weight.
"""

from __future__ import annotations

import io
import pickle
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

SOURCE = "textblob_aptagger/trontagger-0.1.0.pickle"
TARGET = Path(__file__).with_name("perceptron.txt.zlib")

# Leaving weights below 1 out changed no figure on our test sentences and takes away
# more than half of them.
SMALLEST = 1.0
FIRST_LETTER = ord("A")


class _Restricted(pickle.Unpickler):
    """Reads the builtin containers and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        if (module, name) in (("__builtin__", "set"), ("builtins", "set")):
            return set
        message = f"{module}.{name} has no business in this file"
        raise pickle.UnpicklingError(message)


def main(wheel: str) -> None:
    """Reads the wheel and writes the table beside this script."""
    with zipfile.ZipFile(wheel) as archive:
        pickled = archive.read(SOURCE)
    weights, fixed, tags = _Restricted(io.BytesIO(pickled)).load()
    text = table(weights, fixed, sorted(tags))
    TARGET.write_bytes(zlib.compress(text.encode("utf-8"), 9))


def table(
    weights: dict[str, dict[str, float]], fixed: dict[str, str], tags: list[str]
) -> str:
    """The three parts as one text, in alphabetical order."""
    letters = {tag: chr(FIRST_LETTER + place) for place, tag in enumerate(tags)}
    words = [f"{word} {tag}" for word, tag in sorted(fixed.items())]
    rows = []
    for feature, row in sorted(weights.items()):
        packed = "".join(
            f"{letters[tag]}{round(weight * 10)}"
            for tag, weight in sorted(row.items())
            if abs(weight) >= SMALLEST
        )
        if packed:
            rows += [feature, packed]
    return "\n\n".join(["\n".join(part) for part in ([" ".join(tags)], words, rows)])


if __name__ == "__main__":
    main(sys.argv[1])
