"""Whatever is logged as a warning or worse fails the test that caused it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if not pluginmanager.hasplugin("pytest-qt"):
        # `run.py test` leaves pytest-qt out where Qt cannot be loaded; its setting must not fail the run then.
        parser.addini("qt_log_level_fail", "Read by pytest-qt.")


@pytest.fixture(autouse=True)
def no_logged_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    bad = [
        record for when in ("setup", "call") for record in caplog.get_records(when) if record.levelno >= logging.WARNING
    ]
    assert not bad, [record.getMessage() for record in bad]
