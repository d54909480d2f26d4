"""Every fault that the evaluation counts: where it is found, and where it is not."""

import time
import tomllib
from pathlib import Path

import pytest

from summarizer import originals, reading
from summarizer.faults import FAULTS, find_faults

TABLE = tomllib.loads(
    (Path(__file__).parent / "cases" / "faults.toml").read_text(encoding="utf-8")
)
CASES = TABLE["case"]
LONG = 40


def faults_of(case):
    text = case.get("article", TABLE["article"])
    article = reading.read(text.strip(), kind="text", title=case.get("title"))
    lines = [*case.get("earlier", ()), case["line"]]
    known = originals.read(article)
    return list(find_faults(lines, known, limit=case.get("limit", LONG))[-1])


def seconds_to_find(line, known):
    start = time.process_time()
    find_faults([line], known, limit=LONG)
    return time.process_time() - start


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["comment"])
def test_a_line_has_these_faults_and_no_others(case):
    assert faults_of(case) == case["faults"]


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_is_without_a_case(fault):
    assert any(fault in case["faults"] for case in CASES)


@pytest.mark.parametrize(
    "mark", ['"', "'", "''", "' ", "a' ", ",", "May ", "it is ", "A"]
)
def test_a_hostile_line_takes_time_in_proportion(mark):
    known = originals.read(reading.read("The ferry stopped on Monday, Halvik said."))
    size = 20_000
    taken = []
    for count in (size, 2 * size):
        line = mark * (count // len(mark))
        taken.append(min(seconds_to_find(line, known) for _ in range(3)))
    assert taken[1] < 3 * taken[0] + 0.2
