"""The report in headless Chromium, driven through chromedriver's own HTTP protocol.

No package is needed beyond the standard library. Skips where Chromium or chromedriver is absent.
"""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from slantwise.report import ReportFiles

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--window-size=1400,1000"),
)


class Browser:
    """The few WebDriver commands that these tests need."""

    def __init__(self, port: int, profile: Path, chromium: str) -> None:
        self._root = f"http://127.0.0.1:{port}"
        options = {"binary": chromium, "args": [*FLAGS, f"--user-data-dir={profile}"]}
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"
        self._post("timeouts", {"implicit": 5000, "script": 60000})

    def open(self, page: Path, *, width: int = 1400, dark: bool = False) -> None:
        """Loads the page afresh at a width, and forgets what was logged before."""
        screen = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", screen)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._devtools("Emulation.setEmulatedMedia", {"features": [scheme]})
        self._post("url", {"url": "about:blank"})
        self.log("browser")
        self.log("performance")
        self._post("url", {"url": page.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        return self._post("execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, script: str, *arguments: Any) -> Any:
        """What a script hands to its last argument, a function, in its own time."""
        body = {"script": script, "args": list(arguments)}
        return self._post("execute/async", body)

    def click(self, selector: str) -> None:
        """Clicks the first element as a reader would, once it stands clear of the contents."""
        found = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", {ELEMENT: found})
        self._post(f"element/{found}/click", {})

    def open_event(self, number: int) -> None:
        """Opens an event and waits for its articles."""
        self.click(f"#event-{number} > summary")
        self.find(f"#event-{number} .article")

    def type(self, selector: str, text: str) -> None:
        """Types into the first element."""
        self._post(f"element/{self.find(selector)}/value", {"text": text})

    def press(self, *keys: str) -> None:
        """Presses keys wherever the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def log(self, kind: str) -> list[str]:
        """Messages logged since the last call."""
        return [entry["message"] for entry in self._post("se/log", {"type": kind})]

    def quit(self) -> None:
        """Ends the browser."""
        self._call("DELETE", self._session, None)

    def find(self, selector: str) -> str:
        """The first element, waited for up to five seconds."""
        found = self._post("element", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def _devtools(self, command: str, parameters: dict[str, Any]) -> None:
        self._post("goog/cdp/execute", {"cmd": command, "params": parameters})

    def _post(self, command: str, body: dict[str, Any]) -> Any:
        return self._call("POST", f"{self._session}/{command}", body)

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._root + path, data=content, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(error.read().decode()) from error


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("Chromium and chromedriver are not both installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([driver, f"--port={port}"], stdout=quiet, stderr=quiet) as process:
        try:
            _wait_until_open(port)
            made = Browser(port, tmp_path_factory.mktemp("profile"), chromium)
            yield made
            made.quit()
        finally:
            process.terminate()


def _wait_until_open(port: int) -> None:
    for _ in range(100):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("chromedriver did not start within 10 s")


@pytest.fixture
def page(browser: Browser, written: ReportFiles) -> Iterator[Browser]:
    """The page, freshly loaded; afterwards nothing was logged and nothing was asked for."""
    browser.open(written.html)
    yield browser
    assert browser.log("browser") == []
    asked = [json.loads(entry)["message"] for entry in browser.log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in asked
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert urls
    assert [url for url in urls if not url.startswith(("file:", "data:", "about:"))] == []
