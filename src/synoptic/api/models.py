"""The shapes of the API's JSON, for its OpenAPI document."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["one", "reading", "ready", "failed"]


class StoryItem(BaseModel):
    """A story in a list."""

    id: str
    title: str
    keywords: list[str]
    n_reports: int = Field(description="Versions of one report count once")
    outlets: list[str]
    first_moment: str | None = Field(description="Of publication, ISO 8601 in UTC")
    last_moment: str | None
    changed_at: str
    follows: str | None


class Stories(BaseModel):
    """A page of stories, newest first."""

    stories: list[StoryItem]
    total: int | None = Field(description="Null where a filter makes it dear to count")
    next: str | None = Field(description="Address of the next page")


class StoryDetail(BaseModel):
    """A story with the ids of its reports."""

    id: str
    title: str
    keywords: list[str]
    reports: list[str] = Field(description="Ids, by time of publication")
    follows: str | None
    state: State = Field(description="How far its reports were compared")
    reason: str = Field(description="Why they could not be; empty otherwise")


class Collation(BaseModel):
    """The result of comparing a story: schema `synoptic/1`, see its reference page."""

    model_config = ConfigDict(extra="allow")

    schema_: str = Field(alias="schema")
    run: dict[str, Any]
    findings: list[dict[str, Any]]
    reports: list[dict[str, Any]]


class Waiting(BaseModel):
    """A story that is being read; ask again."""

    state: State


class ReportItem(BaseModel):
    """A report in a list."""

    id: str
    series: str
    outlet: str | None
    headline: str | None
    published_at: str | None
    url: str | None
    path: str
    story: str | None


class HitItem(ReportItem):
    """A report that was found, with where the words stand in its text."""

    spans: list[tuple[int, int]]
    snippet: str


class Hits(BaseModel):
    """A page of what was found, newest first."""

    hits: list[HitItem]
    total: int
    not_annotated: int = Field(
        description="Reports that fit otherwise and were not looked at for speakers"
    )
    next: str | None


class ReportDetail(BaseModel):
    """As in `reports[]` of schema `synoptic/1`; parts not looked for are null."""

    model_config = ConfigDict(extra="allow")

    id: str
    series: str
    text: str
    blocks: list[dict[str, Any]]


class Versions(BaseModel):
    """The versions of a report, oldest first."""

    versions: list[ReportItem]


class NewReports(BaseModel):
    """Reports to take in: a text, or the address of a page that is fetched once."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field("", max_length=5_000_000)
    address: str = Field("", max_length=4_000, description="http or https")
    outlet: str | None = Field(None, max_length=300)
    published_at: str | None = Field(None, max_length=40, description="ISO 8601")
    url: str | None = Field(
        None,
        max_length=4_000,
        pattern="^https?://",
        description="Where the text stands",
    )


class AddedItem(BaseModel):
    """What came of one report."""

    kind: Literal["new", "version", "known", "removed"]
    id: str
    series: str
    number: int = Field(description="Which version it is, from 1")
    path: str


class RejectedItem(BaseModel):
    """What could not be read, and why."""

    path: str
    code: str
    reason: str


class TakenIn(BaseModel):
    """What came of taking reports in."""

    added: list[AddedItem]
    rejected: list[RejectedItem]
    stories: list[str] = Field(description="Ids of stories that took in a new report")


class Removed(BaseModel):
    """What came of removing a report."""

    ids: list[str] = Field(
        description="Of the reports that are gone, versions included"
    )
    complete: bool = Field(description="Whether every trace is gone from the files")
    backups: list[str] = Field(description="Backups that still hold the text")


class Evidence(BaseModel):
    """Where the words of a permanent link stand now."""

    report: str
    start: int
    end: int
    exact: str
    moved: bool = Field(description="Whether report or place are others than asked for")


class TargetIn(BaseModel):
    """What a correction is about."""

    model_config = ConfigDict(extra="forbid")

    report_id: str = Field(min_length=1, max_length=200)
    start: int | None = Field(None, ge=0, le=1_000_000_000)
    end: int | None = Field(None, ge=0, le=1_000_000_000)
    exact: str = Field("", max_length=100_000)
    prefix: str = Field("", max_length=1_000)
    suffix: str = Field("", max_length=1_000)


class CorrectionIn(BaseModel):
    """One thing to set right."""

    model_config = ConfigDict(extra="forbid")

    kind: str = Field(min_length=1, max_length=40)
    target: TargetIn
    value: str | None = Field(None, max_length=1_000)


class CorrectionOut(BaseModel):
    """A correction that was kept."""

    id: str
    at: str
    by: str
    kind: str
    target: dict[str, Any]
    value: str | None
    undoes: str | None


class Corrections(BaseModel):
    """Every correction, in the order in which they were made."""

    corrections: list[CorrectionOut]


class Feeds(BaseModel):
    """The state of every feed."""

    feeds: list[dict[str, Any]]


class Change(BaseModel):
    """Something that changed."""

    number: int = Field(description="Grows with every change")
    at: str
    kind: str
    report: str | None
    story: str | None
    detail: str | None


class Changes(BaseModel):
    """What changed after a number, in order."""

    changes: list[Change]
    last: int = Field(description="Ask on from this number")
