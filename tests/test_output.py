import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import output
from summarizer.errors import OptionError

PIECES = ["• The bridge is shut.\n", "• “Ferries” are free.\n"]
PROGRAM = """
from summarizer import output
from summarizer.errors import OptionError
try:
    output.write(["bridge\\n"] * 100_000, None)
except OptionError as error:
    import sys
    print(error, file=sys.stderr)
"""


def test_pieces_are_printed_as_they_come(capsys):
    def pieces():
        yield PIECES[0]
        assert capsys.readouterr().out == PIECES[0]
        yield PIECES[1]

    output.write(pieces(), None)
    assert capsys.readouterr().out == PIECES[1]


def test_a_file_gets_all_pieces_in_utf8_and_nothing_stays_beside_it(tmp_path):
    output.write(PIECES, tmp_path / "out.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "".join(PIECES)


def test_a_file_stays_as_it_was_when_a_piece_fails(tmp_path):
    def pieces():
        yield PIECES[0]
        raise OptionError(field="style", message="is no style")

    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(OptionError, match="style"):
        output.write(pieces(), path)
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(OptionError, match=r"gone.*another path"):
        output.write(PIECES, tmp_path / "gone" / "out.txt")


def printed_to(target):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        stdout=target,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_one_line():
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = printed_to(full)
    assert done.returncode == 0
    assert done.stderr.startswith("output: standard output cannot be written (")
    assert len(done.stderr.splitlines()) == 1
