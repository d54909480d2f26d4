"""Which drafts become bullets: what they add, repeats, limits, checks, manners."""

from dataclasses import replace

import pytest

from summarizer.article import Sentence, Span
from summarizer.bullet import Bullet
from summarizer.choosing import Candidate, Limits, choose
from summarizer.ranking import overlap
from summarizer.reliance import Need
from summarizer.stems import stems


def candidate(index, text, worth, manner="claim", *, news=True):
    """A draft that says something; what it says counts for all alike."""
    source = Sentence(text, Span(100 * index, 100 * index + len(text)), index, index)
    bullet = Bullet(text, source, (), "bare", worth)
    words = frozenset([*stems(text), *([f"news {index}"] if news else [])])
    return Candidate(bullet, 1.0, words, manner)


FERRY = candidate(0, "The ferry to the island sank in a storm.", 0.9)
AGAIN = candidate(1, "In a storm the island ferry sank.", 0.8)
MAYOR = candidate(3, "The mayor wants a bridge by spring.", 0.5)
COST = candidate(4, "A bridge would cost four million crowns.", 0.5)
WORDS = candidate(5, '"We lost our school," Ana Duarte says.', 0.45, "quote")
EMPTY = candidate(6, "That was that.", 0.9, news=False)
DANGLING = replace(candidate(7, "She was there.", 1.0), sound=False)


NEWS = {f"news {index}": 1.0 for index in range(20)}


def texts(*candidates, weights=None, proven=lambda _: True, **limits):
    bullets = choose(
        [[each] if isinstance(each, Candidate) else each for each in candidates],
        Limits(**{"count": 3, **limits}),
        weights={**NEWS, **(weights or {})},
        overlap=overlap,
        proven=proven,
    )
    return [bullet.text for bullet in bullets]


def told(*candidates):
    return [each.bullet.text for each in candidates]


def test_bullets_come_in_reading_order_and_none_repeats_another():
    assert texts(MAYOR, AGAIN, FERRY) == told(FERRY, MAYOR)


def test_equal_worth_is_decided_by_place():
    assert texts(COST, MAYOR, count=1) == told(MAYOR)


def test_a_bullet_from_behind_the_opening_must_be_worth_clearly_more():
    # it leans on what the reader of the bullets does not see
    early = candidate(2, "The mayor wants a bridge by spring.", 0.4)
    assert texts(FERRY, early, COST, count=2) == told(FERRY, early)
    far_better = candidate(4, "A bridge would cost four million crowns.", 1.0)
    assert texts(FERRY, early, far_better, count=2) == told(FERRY, far_better)


def test_a_bullet_far_from_what_is_taken_must_be_worth_more_than_one_that_follows():
    # a side detail from the end of the article came between the bullets of the news
    near = candidate(3, "The mayor wants a bridge by spring.", 0.5)
    far = candidate(12, "A bridge would cost four million crowns.", 0.55)
    assert texts(FERRY, near, far, count=2) == told(FERRY, near)
    worth_it = candidate(12, "A bridge would cost four million crowns.", 0.8)
    assert texts(FERRY, near, worth_it, count=2) == told(FERRY, worth_it)


def test_words_that_are_likely_to_be_printed_decide_between_equals():
    weights = dict.fromkeys(stems("four million crowns"), 0.9)
    assert texts(FERRY, MAYOR, COST, count=2, weights=weights) == told(FERRY, COST)


def test_what_the_article_is_about_is_there_though_a_shorter_draft_is_worth_more():
    long = candidate(0, "The ferry to the island sank in a storm of the century.", 1.0)
    weights = dict.fromkeys(stems("bridge four million crowns"), 0.9)
    long = replace(long, kept=0.4)
    assert texts(long, COST, count=1, weights=weights) == told(long)
    assert texts(replace(long, kept=0.005), COST, count=1, weights=weights) == told(
        COST
    )


def test_what_tells_no_news_comes_only_for_what_it_adds():
    long = replace(FERRY, kept=0.1, telling=False)
    weights = dict.fromkeys(stems("four million crowns"), 0.9)
    assert texts(long, COST, count=1, weights=weights) == told(COST)


def test_words_that_a_bullet_already_has_count_no_more():
    ferry = candidate(4, "The ferry was built in Skarholm.", 0.4)
    weights = {"ferri": 0.9, "island": 0.9, "mayor": 0.5}
    assert texts(FERRY, ferry, MAYOR, count=2, weights=weights) == told(FERRY, MAYOR)


def test_what_brings_hardly_a_word_that_matters_makes_room_for_what_does():
    again = candidate(1, "The ferry was green, say the sailors.", 0.9, news=False)
    weights = {"ferri": 1.0, "green": 0.1}
    assert texts(FERRY, again, MAYOR, count=2, weights=weights) == told(FERRY, MAYOR)


def test_a_set_speaks_in_more_than_one_manner():
    assert texts(MAYOR, COST, WORDS, count=2) == told(MAYOR, WORDS)


def test_what_says_next_to_nothing_is_left_out():
    assert texts(FERRY, MAYOR, EMPTY) == told(FERRY, MAYOR)


def test_who_asks_for_so_many_bullets_gets_them():
    assert texts(FERRY, MAYOR, EMPTY, fewest=3) == told(FERRY, MAYOR, EMPTY)


def test_what_cannot_stand_alone_comes_only_where_nothing_can():
    assert texts(DANGLING, MAYOR) == told(MAYOR)
    assert texts(DANGLING) == told(DANGLING)


BUDGETS = [
    ({"total_words": 8}, (MAYOR,)),
    ({"total_words": 14}, (FERRY,)),
    ({"total_words": 5}, ()),
    ({"budget": 5}, (FERRY,)),
    ({"budget": 9}, (FERRY,)),
    ({"budget": 16}, (FERRY, MAYOR)),
    ({"budget": 9, "fewest": 2}, (FERRY, MAYOR)),
    ({"budget": 99, "total_words": 9}, (FERRY,)),
]


@pytest.mark.parametrize(("limits", "expected"), BUDGETS)
def test_a_total_of_words_makes_room_for_shorter_bullets(limits, expected):
    assert texts(FERRY, MAYOR, **limits) == told(*expected)


def test_a_draft_that_fails_makes_room_for_the_next_of_its_sentence():
    short = candidate(0, "The ferry sank.", 0.9)
    refused = told(short)
    chosen = texts([short, FERRY], MAYOR, proven=lambda c: c.bullet.text not in refused)
    assert chosen == told(FERRY, MAYOR)


def test_only_what_is_drawn_is_checked():
    checked = []
    texts(FERRY, MAYOR, COST, count=1, proven=lambda c: checked.append(c) or True)
    assert checked == [FERRY]


def test_nothing_to_choose_from_gives_nothing():
    assert texts() == []
    assert texts(FERRY, proven=lambda _: False) == []


def test_a_bullet_about_something_untold_waits_until_it_is_told():
    drill = replace(
        candidate(1, "The ferry had nine sailors aboard.", 0.9),
        needs=lambda: (Need(frozenset({"ferri"}), leading=True),),
    )
    assert texts(drill, COST, count=1) == told(COST)
    assert texts(FERRY, drill, COST, count=2) == told(FERRY, drill)


def test_next_to_the_sentence_before_it_everything_is_told():
    near = replace(
        candidate(1, "The sailors were saved.", 0.8),
        needs=lambda: (Need(frozenset({"sailor"}), leading=True),),
    )
    assert texts(FERRY, near, COST, count=2) == told(FERRY, near)


def test_what_leans_on_something_untold_comes_only_where_a_set_needs_it():
    # A third bullet spoke of "the photo", of which no reader had heard.
    far = candidate(5, COST.bullet.text, 1.0)
    leaning = replace(far, needs=lambda: (Need(frozenset({"photo"}), leading=True),))
    assert texts(FERRY, MAYOR, leaning, fewest=2) == told(FERRY, MAYOR)
    assert texts(FERRY, MAYOR, leaning, fewest=3) == told(FERRY, MAYOR, leaning)


def test_a_later_bullet_may_have_to_say_more():
    # a remark about somebody says nothing of what the article is about
    dull = candidate(1, "Nobody swims.", 0.7)
    weights = {"bridg": 1.0, "spring": 1.0}
    few = texts(FERRY, dull, MAYOR, count=2, weights=weights)
    full = texts(FERRY, dull, MAYOR, count=2, weights=weights, enough_later=3.0)
    assert few == told(FERRY, dull)
    assert full == told(FERRY, MAYOR)
