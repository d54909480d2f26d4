"""Which drafts become bullets: worth, no repeats, limits and manners."""

from summarizer.article import Sentence, Span
from summarizer.bullet import Bullet
from summarizer.choosing import Candidate, choose
from summarizer.ranking import overlap


def candidate(index, text, worth, manner="claim"):
    source = Sentence(text, Span(100 * index, 100 * index + len(text)), index, index)
    return Candidate(Bullet(text, source, (), "bare", worth), worth, manner)


FERRY = candidate(0, "The ferry to the island sank in a storm.", 0.9)
AGAIN = candidate(1, "In a storm the island ferry sank.", 0.8)
MAYOR = candidate(2, "The mayor wants a bridge by spring.", 0.5)
COST = candidate(3, "A bridge would cost four million crowns.", 0.5)
WORDS = candidate(4, '"We lost our school," Ana Duarte says.', 0.45, "quote")


def texts(*candidates, **options):
    bullets = choose(candidates, overlap=overlap, **{"count": 3, **options})
    return [bullet.text for bullet in bullets]


def test_bullets_come_in_reading_order_and_none_repeats_another():
    assert texts(MAYOR, AGAIN, FERRY) == [FERRY.bullet.text, MAYOR.bullet.text]


def test_equal_worth_is_decided_by_place():
    assert texts(COST, MAYOR, count=1) == [MAYOR.bullet.text]


def test_a_set_speaks_in_more_than_one_manner():
    assert WORDS.bullet.text in texts(FERRY, MAYOR, COST, WORDS)


def test_a_total_of_words_makes_room_for_shorter_bullets():
    assert texts(FERRY, MAYOR, total_words=8) == [MAYOR.bullet.text]


def test_nothing_to_choose_from_gives_nothing():
    assert texts() == []
