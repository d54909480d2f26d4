"""Which sentences are no more than a noun with what hangs on it."""

from __future__ import annotations

import pytest

from summarizer.article import Sentence, Span
from summarizer.tagging import tag
from summarizer.verbless import lacks_verb

HANGING = (
    'A 29-year-old baker, remembered by her mother for her "voice of gold."',
    "An 8-year-old boy, cheering on the divers with his family.",
    "Ana Vale, Bo Lund -- just a few of the divers who have been hurt this year.",
    "A boat which was made for the mayor of Odell in 1623.",
    "The league of bakers, pointing to research that baking leads boys to drink.",
    "A pear-shaped bakery, which is dear to Bo Lund, who learned to bake here.",
    "An Odell college student from the hills who'd come to bake with two friends.",
    "A Skarholm College graduate student from Odell who'd come to bake with friends.",
    "Mr Lund said late in the week that Ms Vale, of the college of Odell.",
    "Mr Lund said late in the week that Ms Vale, of Odell college .",
    "Odell and the old mill of the bakers, it was announced.",
    "Odell in a bid to win the old mill for the town, it was announced today.",
    "Apparently, a whole lot of money, which helps win elections.",
)
WHOLE = (
    "Ana Vale, a baker, was remembered by her mother.",
    "The bakers of Odell, cheering on the divers, sang of bread.",
    "A group of bakers live in the mill that burned down.",  # "a" group, and many
    "A number of bakers drink tea, remembered by nobody.",
    "Bakers graduate in May from the college of Odell, where Bo Lund taught.",
    "The chase that followed led to a farm, where Bo Lund had hidden.",
    "The quarrel of the bakers centers on how they bake.",
    "Each year, the bakers of Odell gather to sing.",
    "Lund, who was not asked, agreed with the bakers.",
    "The fair is over, remembered by nobody.",
    "Bo Lund draws for a paper, which the bakers read.",
    "First of all, that is not bread.",
    "A pear-shaped bakery, which is dear to Bo Lund, was sold.",
    "A baker of Odell, speaking to divers that day, left at noon.",
    "Mr Lund said earlier this week that bread is dear.",
    "Mr Lund said in a letter that bakers draw no wages.",
    "The bakers of Odell won back the old mill, it was announced.",
    "Odell in a bid to win back the old mill has lost its bread, it was announced.",
    "The bakers of Odell are to win back the old mill, it was announced.",
    "Mr Lund said the bakers have seen a life that bread fills, from end to end.",
    "Mr Lund said that day, in a letter to the bakers of Odell.",
    "Said to be older than that mill, the bakery of Odell was sold.",
    'The sign "Who may bake" hangs over the door.',
)


def lacks(text):
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    return lacks_verb(sentence, tag(sentence))


@pytest.mark.parametrize("text", HANGING)
def test_a_noun_with_what_hangs_on_it_is_no_sentence(text):
    assert lacks(text)


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_with_a_verb_is_one(text):
    assert not lacks(text)
