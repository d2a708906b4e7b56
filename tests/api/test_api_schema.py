"""The API keeps to its own OpenAPI document, whatever it is asked."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

FEW = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)


def test_answers_are_as_described(described_api, subtests):
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", described_api)
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) > 12
    for operation in operations:
        with subtests.test(operation.label):
            _ask(operation)


def _ask(operation):
    @given(case=operation.as_strategy())
    @FEW
    def ask(case):
        # A time or a set of fields can be refused for what no schema says.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()
