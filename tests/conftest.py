"""What several test files start from."""

import pytest

from tests import browser


@pytest.fixture(scope="session")
def chromium():
    """A browser to look at pages with; without one these tests are skipped."""
    path = browser.found()
    if path is None:
        pytest.skip("no Chromium here; install the package chromium")
    try:
        opened = browser.Browser(path)
    except browser.BrowserError as error:
        pytest.skip(f"{path} does not start: {error}")
    yield opened
    opened.close()
