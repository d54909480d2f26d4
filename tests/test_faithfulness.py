"""The verifier refuses every planted fault and next to no honest draft."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from summarizer.faithfulness import Fault, verify
from tests import corpus_planting, planting
from tests.planting import Draft, drafted

CASES = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("faithfulness*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
LEAST_PLANTED = 1000
MOST_HONEST_REFUSED = 0.02
FEWER = 14
"""Every fourteenth article is tried, to save time; now and then all should be."""


def judged(draft: Draft) -> tuple[Fault, ...]:
    return verify(
        draft.sentence,
        draft.edits,
        draft.text,
        article=draft.article,
        tokens=draft.tokens,
        cast=draft.cast,
    )


def case_name(case: dict) -> str:
    return case["comment"]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_a_bullet_is_accepted_or_refused_for_the_fault_it_has(case):
    draft = drafted(case)
    if "bullet" in case:
        assert draft.text == case["bullet"]
    found = {fault.check for fault in judged(draft)}
    if case["expect"] == "pass":
        assert not found, (draft.text, judged(draft))
    else:
        assert case["expect"] in found, (draft.text, found)


def test_every_planted_fault_is_refused():
    tried, passed = Counter(), []
    for kind, how, draft in planting.planted():
        tried[kind] += 1
        if not judged(draft):
            passed.append(f"{kind} ({how}): {draft.text}")
    table = "\n".join(f"{count:6} {kind}" for kind, count in tried.items())
    assert not passed, "\n".join([table, f"{len(passed)} passed", *passed[:60]])
    assert tried.total() >= LEAST_PLANTED, table
    assert all(tried[kind] for kind in planting.PLANTS), table


def test_every_fault_planted_in_our_own_articles_is_refused():
    tried, passed = Counter(), []
    for path in corpus_planting.CORPORA[::FEWER]:
        for kind, how, draft in corpus_planting.planted(path):
            tried[kind] += 1
            if not judged(draft):
                passed.append(f"{kind} ({how}): {draft.text}")
    table = "\n".join(f"{count:6} {kind}" for kind, count in tried.items())
    assert not passed, "\n".join([table, f"{len(passed)} passed", *passed[:60]])
    assert tried.total() >= LEAST_PLANTED, table
    assert set(tried) >= set(planting.PLANTS), table


def test_hardly_an_honest_draft_is_refused():
    drafts = list(planting.honest())
    refused = [(draft.text, judged(draft)) for draft in drafts if judged(draft)]
    share = len(refused) / len(drafts)
    assert share <= MOST_HONEST_REFUSED, "\n".join(map(str, refused))


def test_a_sentence_of_endless_quotations_is_refused_at_once():
    draft = drafted({"text": "The man said " + '"yes" ' * 20_000 + "twice."})
    assert [fault.check for fault in judged(draft)] == ["length"]


def test_a_sentence_that_is_not_the_articles_is_refused():
    draft = planting.materials()[0].draft
    forged = planting.replace(draft.sentence, text=draft.text.replace("12", "21"))
    assert verify(
        forged, (), forged.text, article=draft.article, tokens=draft.tokens,
        cast=draft.cast,
    )[0].check == "source"  # fmt: skip
