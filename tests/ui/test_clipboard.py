"""What is copied survives the window as plain text, and the process ends soundly."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from ui import clipboard
from PySide6.QtWidgets import QApplication
app = QApplication([])
clipboard.put("a\\tb", "<table><tr><td>a</td><td>b</td></tr></table>")
assert app.clipboard().mimeData().hasHtml()
clipboard.settle()
assert app.clipboard().text() == "a\\tb"
"""


def test_a_process_that_has_copied_ends_soundly() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
