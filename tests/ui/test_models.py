"""Qt's own checks of the models."""

from __future__ import annotations

from pytestqt.modeltest import ModelTester

from ui.main_window import MainWindow


def test_models_keep_qts_rules(loaded: MainWindow, qtmodeltester: ModelTester) -> None:
    for page in loaded.evidence.pages:
        qtmodeltester.check(page.model)
        qtmodeltester.check(page.view.model())
