"""A headless Chromium that does what a person does, driven over two pipes.

The pipe speaks the DevTools protocol: JSON messages, each ended by a NUL. It needs no
port, no driver of the browser's own version and no package.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60  # seconds for one answer of a browser on a busy machine
FLAGS = (
    "--headless",
    "--no-sandbox",  # root, as in a container, may not have one
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-pipe",
)

# The least contrast of any text that is seen, and the text, by the formula of WCAG 2.
CONTRAST = """(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color).length < 4) return color;
    }
    return "rgb(255, 255, 255)";
  };
  let least = [21, ""];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (!words || node.closest("script, .heard") || !node.getClientRects().length) {
      continue;
    }
    const [a, b] = [light(getComputedStyle(node).color), light(under(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least[0]) least = [contrast, words];
  }
  return least;
})()"""


def found():
    """The path of a browser, or None."""
    if sys.platform == "win32":
        return None  # its pipes are handles, not numbers
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class BrowserError(Exception):
    """A browser that does not start, does not answer or cannot do what it is told."""


class Browser:
    """One browser with one tab."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        orders, self.orders = os.pipe()
        self.answers, answers = os.pipe()
        self.process = subprocess.Popen(
            [
                "/bin/sh",
                "-c",
                _START,
                "sh",
                str(orders),
                str(answers),
                program,
                *FLAGS,
                f"--user-data-dir={self.folder.name}",
                "about:blank",
            ],
            pass_fds=(orders, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        self.buffer, self.number, self.session = b"", 0, None
        self.events = []
        self._attach()

    def _attach(self):
        targets = self.ask("Target.getTargets")["targetInfos"]
        (tab,) = [target for target in targets if target["type"] == "page"][:1]
        self.session = self.ask(
            "Target.attachToTarget", targetId=tab["targetId"], flatten=True
        )["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "Accessibility"):
            self.ask(f"{domain}.enable")

    def close(self):
        """End the browser and forget what it kept."""
        os.close(self.orders)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.answers)
        self.folder.cleanup()

    # --- the protocol -----------------------------------------------------------------

    def ask(self, method, **parameters):
        """The answer to one message."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.orders, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next(PATIENCE)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(method, answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def _next(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select(
                [self.answers], [], [], max(0, end - time.monotonic())
            )
            if not ready:
                message = f"no answer in {seconds} s"
                raise BrowserError(message)
            read = os.read(self.answers, 1 << 20)
            if not read:
                message = "it ended by itself"
                raise BrowserError(message)
            self.buffer += read
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def wait(self, method):
        """The next event of this kind, waiting for it."""
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next(PATIENCE))

    def seen(self, *methods):
        """The events of these kinds since the page was opened."""
        self.js("0")  # whatever came before this answer has been read after it
        return [event for event in self.events if event.get("method") in methods]

    # --- what a person does -----------------------------------------------------------

    def open(  # noqa: PLR0913 - what a person can choose
        self, path, *, width, height=900, dark=False, touch=False, script=True
    ):
        """Open a file in a window of this size."""
        self._go("about:blank")  # else a link inside the last page might be all it is
        self.window(width, height, touch=touch)
        self.media(dark=dark)
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)
        self._go(Path(path).as_uri())

    def _go(self, url):
        self.events.clear()
        self.ask("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def window(self, width, height, *, touch=False):
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=touch,
        )
        self.ask("Emulation.setTouchEmulationEnabled", enabled=touch)

    def media(self, *, dark=False, medium=""):
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.ask("Emulation.setEmulatedMedia", media=medium, features=features)

    def js(self, expression):
        """The value of a JavaScript expression in the page."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise BrowserError(expression, result["exceptionDetails"])
        return result["result"].get("value")

    def middle(self, selector):
        """Where in the window an element's first line is, once it is scrolled to."""
        return self.js(
            f"(() => {{ const node = document.querySelector({json.dumps(selector)});"
            "node.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const box = node.getClientRects()[0];"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )

    def hover(self, selector):
        self._mouse("mouseMoved", *self.middle(selector))

    def click(self, selector):
        at = self.middle(selector)
        self._mouse("mouseMoved", *at)
        self._mouse("mousePressed", *at, button="left", clickCount=1)
        self._mouse("mouseReleased", *at, button="left", clickCount=1)

    def leave(self):
        """Take the mouse to the corner of the window."""
        self._mouse("mouseMoved", 1, 1)

    def _mouse(self, kind, x, y, **more):
        self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def tap(self, selector):
        x, y = self.middle(selector)
        for kind, points in [("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])]:
            self.ask("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    def press(self, key):
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}
        text = {"Enter": "\r", " ": " "}.get(key)
        more = {"text": text} if text else {}
        for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code={" ": "Space"}.get(key, key),
                windowsVirtualKeyCode=codes[key],
                **(more if kind == "keyDown" else {}),
            )

    def picture(self, path, *, whole=True):
        """A PNG of the window, or of the whole page."""
        data = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def printed(self, path):
        """The page as a PDF on A4; the sizes are inches."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69}
        data = self.ask("Page.printToPDF", **paper)["data"]
        Path(path).write_bytes(base64.b64decode(data))


# The browser takes orders from 3 and answers on 4, whatever the pipes are called here.
_START = 'in=$1 out=$2; shift 2; exec "$@" 3</dev/fd/$in 4>/dev/fd/$out'
