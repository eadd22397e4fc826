"""The table of everything the window can do: texts, keys, places in menus and toolbar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.texts import QT_TRANSLATE_NOOP


class Act(StrEnum):
    NEW = "new"
    OPEN_PROJECT = "open-project"
    SAVE = "save"
    SAVE_AS = "save-as"
    OPEN = "open"
    OPEN_FOLDER = "open-folder"
    EXAMPLE = "example"
    FORGET_RECENT = "forget-recent"
    EXPORT_WORD = "export-word"
    EXPORT_PDF = "export-pdf"
    EXPORT_WEB = "export-web"
    SAVE_FIGURES = "save-figures"
    TEMPLATES = "templates"
    PRINT = "print"
    MAIL = "mail"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    PIN = "pin"
    DROP = "drop"
    REWORD = "reword"
    CONTEXT = "context"
    MOVE_UP = "move-up"
    MOVE_DOWN = "move-down"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"
    COPY = "copy"
    CARD = "card"
    INCLUDE = "include"
    REMOVE = "remove"
    FIND = "find"
    SEARCH = "search"
    PICK = "pick"
    CANCEL = "cancel"
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL = "normal"
    LANGUAGE_SYSTEM = "language-system"
    ENGLISH = "english"
    GERMAN = "german"
    KEYS = "keys"
    ABOUT = "about"


@dataclass(frozen=True)
class Spec:
    """`menu` "" keeps it out of the menus; `group` makes its members exclude each other; `line` draws a line above."""

    act: Act
    menu: str
    text: str
    keys: str = ""
    tip: str = ""
    icon: str = ""
    toolbar: bool = False
    group: str = ""
    line: bool = False


FILE, EDIT, DOCUMENTS, EVIDENCE, VIEW, HELP = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&Documents"),
    QT_TRANSLATE_NOOP("Actions", "Eviden&ce"),
    QT_TRANSLATE_NOOP("Actions", "&View"),
    QT_TRANSLATE_NOOP("Actions", "&Help"),
)
RECENT = QT_TRANSLATE_NOOP("Actions", "Opened &last")
MENUS = (FILE, EDIT, DOCUMENTS, EVIDENCE, VIEW, HELP)
_N = QT_TRANSLATE_NOOP
TABLE = (
    Spec(Act.NEW, FILE, _N("Actions", "&New matter"), "Ctrl+N", _N("Actions", "Begin with an empty desk"), "new"),
    Spec(
        Act.OPEN_PROJECT,
        FILE,
        _N("Actions", "Open pro&ject…"),
        "Ctrl+J",
        _N("Actions", "Go on with a matter that was saved"),
        "project",
    ),
    Spec(
        Act.SAVE,
        FILE,
        _N("Actions", "&Save project…"),
        "Ctrl+S",
        _N("Actions", "Keep the matter, documents and all, in one file"),
        "save",
    ),
    Spec(
        Act.SAVE_AS,
        FILE,
        _N("Actions", "S&ave project as…"),
        "Ctrl+Shift+S",
        _N("Actions", "Go on in another project file; the present one stays as it is"),
    ),
    Spec(
        Act.OPEN,
        FILE,
        _N("Actions", "&Open documents…"),
        "Ctrl+O",
        _N("Actions", "Add documents to the matter"),
        "open",
        toolbar=True,
        line=True,
    ),
    Spec(
        Act.OPEN_FOLDER,
        FILE,
        _N("Actions", "Open &folder…"),
        "Ctrl+Shift+O",
        _N("Actions", "Add all documents of a folder to the matter"),
        "folder",
    ),
    Spec(
        Act.EXAMPLE,
        FILE,
        _N("Actions", "&Try the example"),
        tip=_N("Actions", "Load the seven example documents that come with the program"),
        icon="app",
    ),
    Spec(Act.FORGET_RECENT, RECENT, _N("Actions", "&Forget these"), line=True),
    Spec(
        Act.EXPORT_WORD,
        FILE,
        _N("Actions", "Export &Word…"),
        "Ctrl+E",
        _N("Actions", "Write the briefing as a Word document"),
        "word",
        toolbar=True,
        line=True,
    ),
    Spec(
        Act.EXPORT_PDF,
        FILE,
        _N("Actions", "Export &PDF…"),
        "Ctrl+Shift+E",
        _N("Actions", "Write the briefing as a PDF file"),
        "pdf",
        toolbar=True,
    ),
    Spec(Act.EXPORT_WEB, FILE, _N("Actions", "Export we&b page…"), tip=_N("Actions", "Write the briefing as HTML")),
    Spec(
        Act.SAVE_FIGURES,
        FILE,
        _N("Actions", "Save key fi&gures…"),
        tip=_N("Actions", "Write the table of key figures for Excel, or as CSV"),
    ),
    Spec(
        Act.TEMPLATES,
        FILE,
        _N("Actions", "T&emplates…"),
        tip=_N("Actions", "Look at the templates, change a copy, import and export"),
        line=True,
    ),
    Spec(
        Act.PRINT,
        FILE,
        _N("Actions", "P&rint…"),
        "Ctrl+P",
        _N("Actions", "See the pages as they will be printed, and print them"),
        "print",
        toolbar=True,
        line=True,
    ),
    Spec(
        Act.MAIL,
        FILE,
        _N("Actions", "E-&mail…"),
        "Ctrl+M",
        _N("Actions", "Begin a message with the PDF attached"),
        "mail",
        toolbar=True,
    ),
    Spec(Act.QUIT, FILE, _N("Actions", "&Quit"), "Ctrl+Q", line=True),
    Spec(Act.UNDO, EDIT, _N("Actions", "&Undo"), "Ctrl+Z", icon="undo", toolbar=True),
    Spec(Act.REDO, EDIT, _N("Actions", "&Redo"), "Ctrl+Shift+Z", icon="redo", toolbar=True),
    Spec(
        Act.PIN,
        EDIT,
        _N("Actions", "&Pin"),
        "Ctrl+K",
        _N("Actions", "Keep the chosen evidence in the briefing, or let it go again"),
        "pin",
        toolbar=True,
        line=True,
    ),
    Spec(
        Act.DROP,
        EDIT,
        _N("Actions", "&Drop"),
        "Ctrl+D",
        _N("Actions", "Leave the chosen evidence out of the briefing, or take it back in"),
        "drop",
        toolbar=True,
    ),
    Spec(
        Act.REWORD,
        EDIT,
        _N("Actions", "Re&word or correct…"),
        "F2",
        _N("Actions", "Say the chosen line in your own words, or give the right figure, shown as yours"),
    ),
    Spec(
        Act.COPY,
        EDIT,
        _N("Actions", "&Copy rows"),
        "Ctrl+Shift+C",
        _N("Actions", "Copy the chosen rows, as a table where they are one"),
        line=True,
    ),
    Spec(
        Act.SEARCH, EDIT, _N("Actions", "Find in the &text"), "Ctrl+F", _N("Actions", "Search in the reader’s document")
    ),
    Spec(Act.FIND, EDIT, _N("Actions", "&Filter"), "Ctrl+L", _N("Actions", "Show only what contains some words")),
    Spec(Act.CANCEL, EDIT, _N("Actions", "&Stop working"), "Esc", icon="stop"),
    Spec(
        Act.CARD,
        DOCUMENTS,
        _N("Actions", "&Details…"),
        "Ctrl+I",
        _N("Actions", "Say what the chosen document is: title, outlet, author, date, address, how far to trust it"),
    ),
    Spec(
        Act.INCLUDE,
        DOCUMENTS,
        _N("Actions", "&In or out of the briefing"),
        "Ctrl+T",
        _N("Actions", "Leave the chosen documents out of the briefing, or take them back in"),
    ),
    Spec(
        Act.REMOVE,
        DOCUMENTS,
        _N("Actions", "&Remove"),
        "Ctrl+Backspace",
        _N("Actions", "Take the chosen documents out of the matter"),
        "remove",
        line=True,
    ),
    Spec(
        Act.PICK,
        EVIDENCE,
        _N("Actions", "Use the s&elected text"),
        "Ctrl+U",
        _N("Actions", "Put the words selected in the reader into the briefing, cited"),
    ),
    Spec(
        Act.CONTEXT,
        EVIDENCE,
        _N("Actions", "Put into &context…"),
        "Ctrl+B",
        _N("Actions", "What can be done about a line that leans on text that was not chosen"),
    ),
    Spec(
        Act.MOVE_UP,
        EVIDENCE,
        _N("Actions", "Move &up"),
        "Alt+Up",
        _N("Actions", "Print the chosen line before the one above it"),
        line=True,
    ),
    Spec(
        Act.MOVE_DOWN,
        EVIDENCE,
        _N("Actions", "Move &down"),
        "Alt+Down",
        _N("Actions", "Print the chosen line after the one below it"),
    ),
    Spec(
        Act.RENAME,
        EVIDENCE,
        _N("Actions", "&Rename the actor…"),
        "Ctrl+R",
        _N("Actions", "Give the chosen line’s actor another name"),
        line=True,
    ),
    Spec(
        Act.MERGE,
        EVIDENCE,
        _N("Actions", "&Merge actors…"),
        "Ctrl+G",
        _N("Actions", "Count the chosen actors as one"),
    ),
    Spec(
        Act.SPLIT,
        EVIDENCE,
        _N("Actions", "&Split again"),
        tip=_N("Actions", "Count apart what was merged into the chosen actors"),
    ),
    Spec(
        Act.HIDE,
        EVIDENCE,
        _N("Actions", "&Hide the actor"),
        "Ctrl+H",
        _N("Actions", "Leave the chosen line’s actor out of the briefing, or take it back in"),
    ),
    Spec(Act.SYSTEM, VIEW, _N("Actions", "Colours of the &system"), group="appearance"),
    Spec(Act.LIGHT, VIEW, _N("Actions", "&Light colours"), group="appearance"),
    Spec(Act.DARK, VIEW, _N("Actions", "&Dark colours"), group="appearance"),
    Spec(Act.LARGER, VIEW, _N("Actions", "L&arger text"), "Ctrl++", line=True),
    Spec(Act.SMALLER, VIEW, _N("Actions", "S&maller text"), "Ctrl+-"),
    Spec(Act.NORMAL, VIEW, _N("Actions", "&Normal text"), "Ctrl+0"),
    Spec(
        Act.LANGUAGE_SYSTEM,
        VIEW,
        _N("Actions", "Language of the s&ystem"),
        tip=_N("Actions", "Use the system’s language from the next start on"),
        group="language",
        line=True,
    ),
    Spec(
        Act.ENGLISH,
        VIEW,
        _N("Actions", "&English"),
        tip=_N("Actions", "Use English from the next start on"),
        group="language",
    ),
    Spec(
        Act.GERMAN,
        VIEW,
        _N("Actions", "De&utsch"),
        tip=_N("Actions", "Use German from the next start on"),
        group="language",
    ),
    Spec(Act.KEYS, HELP, _N("Actions", "&Keyboard shortcuts"), "F1"),
    Spec(Act.ABOUT, HELP, _N("Actions", "&About Briefing Desk")),
)
