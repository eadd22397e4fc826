"""The window. Qt lives here and nowhere else; the engine is imported only in the worker's process (`ui.worker`)."""

from ui.interpreter import steady, take_turns

steady()  # before anything of Qt can be called
take_turns()
