#!/bin/sh
# browser.sh PYTHON: provides the Chromium that the browser tests drive: the one that is here, else
# Debian's, else Playwright's own.  Where none can be had, says which tests will be skipped.
set -u
python=$1

has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        "$name" --version >/dev/null 2>&1 && return 0
    done
    "$python" - <<'PYTHON' 2>/dev/null
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).exists())
PYTHON
}

has_chromium && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's chromium for the browser tests ..."
    (timeout 60 apt-get update -qq && timeout 300 apt-get install -y -qq chromium) >/dev/null 2>&1
    has_chromium && exit 0
fi
echo "Installing Playwright's Chromium for the browser tests ..."
timeout 300 "$python" -m playwright install chromium >/dev/null 2>&1
has_chromium && exit 0
echo "No Chromium could be had: the browser tests (tests/test_browser.py) will be skipped." >&2
echo "This one command, run as root, provides it: apt-get update && apt-get install -y chromium" >&2
exit 0
