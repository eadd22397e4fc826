"""Other programs: the one that opens a file, the folder's window, the mail program."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


@dataclass(frozen=True, slots=True)
class Mail:
    """A message that nobody has sent yet, with one file attached."""

    subject: str
    text: str
    attachment: Path


def open_file(path: str) -> bool:
    """Open the file or folder with the program that the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def compose(mail: Mail) -> str:
    """Open the mail program with the message to be finished there: "" when that worked.

    Otherwise the path of a draft (.eml) beside the attachment, for the person to open.
    """
    command = _command(mail)
    if command and QProcess.startDetached(command[0], command[1:])[0]:
        return ""
    draft = mail.attachment.with_suffix(".eml")
    draft.write_bytes(draft_bytes(mail))
    return "" if open_file(str(draft)) else str(draft)


def _command(mail: Mail) -> list[str]:
    """The mail program's own way to begin a message with an attachment, where it is known."""
    attached = str(mail.attachment)
    if sys.platform == "darwin":
        return ["/usr/bin/open", "-a", "Mail", attached]
    if sys.platform != "linux":
        return []
    thunderbird = shutil.which("thunderbird")
    if thunderbird:
        subject, text = (part.replace("'", "’") for part in (mail.subject, mail.text))
        link = QUrl.fromLocalFile(attached).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        return [thunderbird, "-compose", f"subject='{subject}',body='{text}',attachment='{link}'"]
    program = shutil.which("xdg-email")
    return [program, "--subject", mail.subject, "--body", mail.text, "--attach", attached] if program else []


def draft_bytes(mail: Mail) -> bytes:
    """The message as a file that mail programs open for editing (`X-Unsent`)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(mail.subject.split())
    message["X-Unsent"] = "1"
    message.set_content(mail.text)
    message.add_attachment(
        mail.attachment.read_bytes(), maintype="application", subtype="pdf", filename=mail.attachment.name
    )
    return message.as_bytes()
