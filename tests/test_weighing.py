"""What speaks against a draft, and for it, one thing at a time."""

from dataclasses import dataclass, replace

import pytest

from summarizer import styles
from summarizer.article import Sentence, Span
from summarizer.bullet import Bullet
from summarizer.weighing import FACTORS, dangles, is_chat, worth

LEAD = styles.load("lead")
PLAIN = "The ferry to Skarholm stopped for nine days in May."
LONG = " ".join(["The ferry to Skarholm", *["and to Odd"] * 9, "stopped."])


@dataclass(frozen=True)
class Opening:
    hard: bool


def bullet(text, template="bare", speaker=None):
    source = Sentence(text, Span(0, len(text)), 0, 0)
    return Bullet(text, source, (), template, 1.0, speaker)


def test_an_ordinary_draft_keeps_all_its_worth():
    assert worth(bullet(PLAIN), LEAD, fault=None) == 1.0


FAULTS = [
    ("echo", "Halvik's remarks come after the ferry stopped."),
    ("echo", "Runa Halvik’s latest warning follows a storm."),
    ("label", "Stranded: The ferry lies in Skarholm."),
    ("label", "(The ferry was sold in May.)"),
    ("label", "• The ferry was sold in May."),
    ("label", "2. The ferry was sold in May."),
    ("label", '"Old Ferrymen" "The ferry is worth more than the bank," Lund said.'),
    ("first-person", "We took the ferry to Skarholm."),
    ("no-reply", "The owner could not be reached for comment."),
    ("no-reply", "OBN could not reach the owner of the ferry for comment."),
    ("no-reply", "The owner of the ferry declined to comment on the storm."),
    # Read under the news itself, which they had nothing to add to.
    ("relay", "A station in Skarholm reported the news."),
    ("relay", "Runa Halvik also shared news of the ferry's sale on her page."),
    ("relay", "A note on the door announced the news of the sale."),
    ("relay", "The sale was first reported by the Skarholm Courier."),
    ("relay", "The harbour posted the Courier story on its website."),
    ("relay", "The owner spoke to reporters about the ferry."),
    ("relay", "The sailor spoke on condition of anonymity because he fears the storm."),
    ("no-reply", "The owner said she didn't know when the ferry would sail."),
    ("no-reply", "The owner would neither confirm nor deny that the ferry was sold."),
    ("no-reply", "A sailor was unaware of the storm."),
    ("no-reply", "The owner did not say which sailors left."),
    ("verdict", "Sadly, the ferry stopped for nine days."),
    ("verdict", "With the ferry gone, it is time for the mayor to go."),
    ("first-person", "The ferry takes you to Skarholm."),
    ("chat", "Here's a tale of a ferry to Skarholm."),
    ("chat", "Many people wait for the ferry to Skarholm."),
    ("chat", "There are many ways to reach Skarholm."),
    ("chat", "The year was 1903 and Skarholm had a ferry."),
    ("chat", "The mayor of Skarholm knows how to keep a ferry."),
    ("chat", "Divers in Skarholm made a gruesome discovery."),
    ("chat", "The ferries of Skarholm are everywhere."),
    ("chat", "Questions swirl through the mind of Runa Halvik."),
    ("chat", "The storm of Skarholm had other plans."),
    ("chat", "For anyone still hoping for a ferry, there is a boat."),
    ("chat", "On any other Monday, the ferry would be full of sailors."),
    ("chat", "Each year, people gather in Skarholm for the ferries."),
    ("chat", "It’s no wonder Runa Halvik likes the ferry."),
    ("chat", "There is a debate raging in Skarholm about its ferry."),
    ("chat", "Sailors of Skarholm, here comes the ferry."),
    ("chat", "It's not the first time that Skarholm sold a ferry."),
    ("chat", "Some said that the ferry would sink."),
    ("chat", "At issue is the ferry to Skarholm."),
    ("chat", "A sailor of Skarholm learned a valuable lesson in May."),
    ("chat", "The mayor of Skarholm is clearly doing something right."),
    ("chat", "Runa Halvik wasted no time in praising the ferry."),
    ("chat", "Pilot Runa Halvik breaks down the rules of the harbour."),
    ("chat", "In stormy times, it’s a truth that ferries come late."),
    ("chat", "The trouble of the sailors did not end with the storm."),
]


@pytest.mark.parametrize(("fault", "text"), FAULTS)
def test_a_fault_of_the_text_costs_its_factor(fault, text):
    assert worth(bullet(text), LEAD, fault=None) == pytest.approx(FACTORS[fault])


CLEAN = [
    "Halvik's ferry comes to Skarholm at noon.",
    "Halvik's remarks cost her the post.",
    "2.5 million people took the ferry.",
    'Halvik says: "We took the ferry."',
    "The US bought a ferry in May.",
    "Workers at the coal mine of Skarholm took the ferry.",
    "There are nine ferries to Skarholm in May.",
    "Divers in Skarholm made a gruesome discovery of nine old ferries.",
    "The mayor of Skarholm had other plans for the ferry.",
    "Meetings in Skarholm ended on Monday.",
    "Each year, thousands of sailors die.",
    "There is a debate in Skarholm about its ferry.",
    "A sailor of Skarholm learned to swim in May.",
    "The storm did not end until Monday.",
    "The ferry breaks down in every storm.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_a_fault_costs_nothing(text):
    assert worth(bullet(text), LEAD, fault=None) == 1.0


def test_an_opening_that_leans_costs_less_than_one_that_dangles():
    leaning = worth(bullet(PLAIN), LEAD, fault=Opening(hard=False))
    dangling = worth(bullet(PLAIN), LEAD, fault=Opening(hard=True))
    assert 1.0 > leaning > dangling > 0.0


def test_words_over_the_target_cost_and_those_over_the_most_cost_more():
    at_most = " ".join(LONG.split()[: LEAD.max_words])
    over = " ".join(LONG.split()[: LEAD.max_words + 4])
    firm = replace(LEAD, brevity="firm")
    costs = [worth(bullet(text), firm, fault=None) for text in (at_most, over)]
    assert 1.0 > costs[0] > 1.5 * costs[1]


def test_where_brevity_is_soft_a_long_sentence_keeps_more_of_its_worth():
    # the news of a long sentence lost against a side detail of ten words
    soft, firm = (replace(LEAD, brevity=brevity) for brevity in ("soft", "firm"))
    long, short = bullet(LONG), bullet(PLAIN)
    assert worth(long, soft, fault=None) > 2 * worth(long, firm, fault=None)
    assert worth(short, soft, fault=None) == worth(short, firm, fault=None) == 1.0


def test_short_quotations_and_fragments_gain_and_long_quotations_lose():
    short = bullet('"We wait for the boat," Runa Halvik says.', "quote-speaker")
    long = bullet(f'"{LONG}," Runa Halvik says.', "quote-speaker")
    fragment = bullet('Halvik calls the ferry "a relic".', "name-verb-fragment")
    assert worth(short, LEAD, fault=None) > 1.0
    assert worth(fragment, LEAD, fault=None) > 1.0
    assert worth(long, replace(LEAD, brevity="firm"), fault=None) < 0.1
    assert worth(long, LEAD, fault=None) < 0.5


DANGLING = [
    (bullet("She took the ferry.", speaker="She"), None, True),
    (bullet("Years later he took the ferry."), None, True),
    (bullet("If it stops, Skarholm is cut off."), None, True),
    (bullet(PLAIN), Opening(hard=True), True),
    (bullet(PLAIN), Opening(hard=False), False),
    (bullet(PLAIN, speaker="Runa Halvik"), None, False),
    (bullet("The bank has cut its rate again, it says.", speaker="it"), None, False),
    (bullet("The tankers could not fly at all, it said.", speaker="it"), None, True),
    (bullet("Ten teams are at work in Skarholm, it said.", speaker="it"), None, True),
]


@pytest.mark.parametrize(("draft", "fault", "expected"), DANGLING)
def test_what_no_reader_understands_alone_dangles(draft, fault, expected):
    assert dangles(draft, fault) is expected


CHATTY = [
    ("What was said of the ferry was not just obnoxious.", True),
    ("The ferry was not just old but unsafe, says Ana Vale.", False),
    ("If you live in Skarholm, the ferry is late.", True),
    ("We had no idea how late the ferry would be.", True),
    ("Here are the names of the ferries of Skarholm.", True),
    ("The captain of Skarholm has a word for you.", True),
    ("Don't forget the ferry, Skarholm.", True),
    ("The next time somebody sells a ferry, be there.", True),
    ("Experience how one family took the ferry.", True),
    ("Shares in the ferry fell.", False),
    ("The captain gave us a look at the new ferry.", False),
    ('"We took the ferry," Runa Halvik says.', False),
    ("Skarholm's new ferry has a crane so big that you can see it.", False),
]


@pytest.mark.parametrize(("text", "expected"), CHATTY)
def test_who_speaks_to_the_reader_tells_no_news_yet(text, expected):
    assert is_chat(bullet(text)) is expected


@pytest.mark.parametrize("lack", ["verbless", "general", "hollow"])
def test_what_it_lacks_costs_its_factor(lack):
    kept = worth(bullet(PLAIN), LEAD, fault=None, lacks=[lack])
    assert kept == pytest.approx(FACTORS[lack])
