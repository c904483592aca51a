# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Chromium that the journeys drive: one that is there, else Playwright's, else the system's package.

`python -m tests.chromium` makes sure that there is one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of a Chromium that is there, or none. `PONTE_CHROMIUM` decides where it is set."""
    named = os.environ.get("PONTE_CHROMIUM")
    if named:
        return named
    return next((found for name in NAMES if (found := shutil.which(name))), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def ensure_chromium() -> None:
    """Install a Chromium where there is none. Ends the process with a sentence where that is not possible."""
    found = find_chromium()
    if found and not shutil.which(found):
        sys.exit(f"PONTE_CHROMIUM is {found!r}, which is not a program that can be run.")
    if found:
        return
    print("Looking for a browser: downloading Playwright's Chromium", flush=True)
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        check=False, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if find_chromium():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("It cannot be downloaded here: installing the system package chromium", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-qq", "-y", "chromium"],
            check=False,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )
    if not find_chromium():
        sys.exit(
            "No Chromium was found, and none could be installed. Install the system package chromium, or name the "
            "program in PONTE_CHROMIUM."
        )


if __name__ == "__main__":
    ensure_chromium()
