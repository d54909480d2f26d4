"""The tools that ours is timed beside, as their own pages say they are used."""

from functools import cache

from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as Line
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words


class WithoutDownload(Tokenizer):
    """sumy's English tokenizer: Punkt, and the Treebank's words of what Punkt finds.

    ``Tokenizer("english")`` loads Punkt's parameters from nltk's downloads; Punkt
    without them does the same work.
    """

    def __init__(self):
        self._language = "english"
        self._sentence_tokenizer = PunktSentenceTokenizer()
        self._word_tokenizer = self
        self._words = NLTKWordTokenizer()

    def tokenize(self, sentence):
        """The words, as ``nltk.word_tokenize`` makes them."""
        pieces = self._sentence_tokenizer.tokenize(sentence)
        return [word for piece in pieces for word in self._words.tokenize(piece)]


@cache
def _sumy():
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return summarizer, WithoutDownload()


def sumy_lexrank(text):
    """Three sentences by sumy's LexRank, from text to text."""
    summarizer, tokenizer = _sumy()
    document = PlaintextParser.from_string(text, tokenizer).document
    return [str(sentence) for sentence in summarizer(document, 3)]


def sumy_lexrank_of(sentences):
    """sumy's LexRank of sentences that are known already."""
    summarizer, tokenizer = _sumy()
    lines = [Line(sentence.text, tokenizer) for sentence in sentences]
    return summarizer(ObjectDocumentModel([Paragraph(lines)]), 3)


def find_lede():
    """A function from text to a summary by lede; None where lede isn't installed."""
    try:
        import lede
    except ImportError:
        return None
    return lambda text: lede.summarize(text, 400)
