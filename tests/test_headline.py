"""Which sentence says what the article is about."""

from dataclasses import replace

import pytest

from summarizer.article import Sentence, Span
from summarizer.bullet import Bullet
from summarizer.choosing import Candidate
from summarizer.headline import headline
from summarizer.reliance import Need
from summarizer.stems import stems

WEIGHTS = dict.fromkeys(stems("ferry owner charged storm mayor bridge"), 0.9)


def draft(index, text, rank):
    source = Sentence(text, Span(100 * index, 100 * index + len(text)), index, index)
    bullet = Bullet(text, source, (), "bare", rank)
    return Candidate(bullet, 1.0, frozenset(stems(text)))


def printed(candidate):
    return sum(WEIGHTS.get(stem, 0) for stem in candidate.stems)


def place(*drafts, instead=99):
    waiting = {each.bullet.source.index: each for each in drafts}
    pool = [at for at, each in waiting.items() if each.sound]
    return headline(waiting, pool, printed=printed, instead=instead)


OPENING = draft(0, "The owner of a sunken ferry was charged.", 0.9)
SCENE = replace(draft(0, "In Skarholm, gulls cry.", 1.0), telling=False)
HINT = draft(1, "Skarholm was quiet on Monday.", 0.9)
POINT = draft(3, "The owner of the ferry was charged after a storm.", 0.5)


@pytest.mark.parametrize(("rank", "expected"), [(0.7, 0), (0.35, 0), (0.25, 1)])
def test_the_first_sentence_comes_first_though_others_share_more_words(rank, expected):
    other = draft(1, "The owner is held in Skarholm.", 1.0)
    assert place(draft(0, OPENING.bullet.text, rank), other) == expected


def test_a_later_sentence_needs_a_higher_rank_to_come_first():
    later = draft(1, "The mayor wants a bridge.", 0.7)
    best = draft(2, "The owner of the ferry was charged.", 1.0)
    poor = replace(OPENING, kept=0.001)
    assert place(poor, later, best) == 2


def test_behind_a_scene_comes_what_holds_most_of_the_articles_words():
    assert place(SCENE, HINT, POINT) == 3
    assert place(OPENING, HINT, POINT) == 0


FAR = draft(7, POINT.bullet.text, 0.5)
QUOTED = replace(POINT, manner="quote")
POOR = draft(2, "The ferry owner was charged, the mayor had a bridge in a storm.", 0.25)
LONG = replace(POINT, kept=0.02)
LEANING = replace(POINT, needs=lambda: (Need(frozenset({"storm"}), leading=True),))


@pytest.mark.parametrize("weak", [FAR, QUOTED, POOR, LEANING])
def test_what_comes_late_is_near_well_ranked_and_no_quotation(weak):
    hint = draft(1, "The mayor of Skarholm was at the bridge.", 0.7)
    assert place(SCENE, hint, weak) == 1


def test_a_feature_that_does_not_come_to_the_point_is_told_by_rank():
    assert place(SCENE, HINT, draft(2, "The ferry was low.", 0.95)) == 1


def test_of_two_points_the_shorter_and_the_earlier_wins():
    assert place(SCENE, LONG, draft(4, POINT.bullet.text, 0.5)) == 4
    assert place(SCENE, draft(2, POINT.bullet.text, 0.49), POINT) == 2


def test_where_nothing_tells_news_the_choice_is_left_to_worth():
    assert place(SCENE, instead=5) == 5
