"""The HTTP API of a workspace: JSON under /api/v1, described by an OpenAPI document."""

from synoptic.api.application import make_api, openapi

__all__ = ["make_api", "openapi"]
