"""News articles to the few bullet points an editor would put on top."""

__version__ = "0.1.0"
