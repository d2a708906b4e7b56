"""Nothing a user can meet is without an entry in the documentation."""

import ast
import re
import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest
import typer

from synoptic import errors
from synoptic.cli import app
from synoptic.model import BlockKind
from synoptic.model.collation import EditClass, EditOp, LinkKind

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(p for p in DOCS.rglob("*.md") if "_build" not in p.parts)
DECISIONS = sorted((DOCS / "decisions").glob("0*.md"))
FRONT = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
SHELL = re.compile(r"^( *)```(?:sh|text)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!\\)!?\[[^\]]*\]\(([^)\s]+)\)")

TERMS = """
report version story event collation siglum token passage unit reading variant
omission addition substitution transposition lemma stemma parent child lost_parent
contamination wholly partly not_derived independent quotation content cue speaker
outlet agency headline byline dateline slug published_at modified_at retrieved_at
figure date_mention timeline mention entity candidate_pair weight segment finding
block verbatim edited reworded only_here correction reject span origin anchor hedge
""".split()


CALLING = [
    p
    for p in (*PAGES, ROOT / "README.md")
    if SHELL.search(p.read_text(encoding="utf-8"))
]


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _reference() -> str:
    pages = (DOCS / "reference").glob("*.md")
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def _commands() -> dict[str, object]:
    return dict(typer.main.get_command(app).commands)


@pytest.mark.parametrize("command", sorted(_commands()))
def test_command_has_an_entry(command: str) -> None:
    assert f"synoptic {command}" in _reference()


@pytest.mark.parametrize("command", sorted(_commands()))
def test_options_have_an_entry(command: str) -> None:
    reference = _reference()
    for parameter in _commands()[command].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert re.search(rf"`?{option}\b", reference), option


def _called(page: Path) -> Iterator[list[str]]:
    """The calls of synoptic in blocks that no test runs, word by word."""
    for _, block in SHELL.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            if "synoptic " not in line or line.startswith("Usage"):
                continue
            words = shlex.shlex(
                line.removeprefix("$ "), posix=True, punctuation_chars=True
            )
            call: list[str] = []
            for word in (*words, "|"):
                if set(word) <= set("|&;<>"):
                    if call and call[0].endswith("synoptic"):
                        yield call
                    call = []
                else:
                    call.append(word)


@pytest.mark.parametrize("page", CALLING, ids=_name)
def test_calls_that_are_shown_can_be_made(page: Path) -> None:
    commands = _commands()
    for _, command, *words in _called(page):
        known = {
            option
            for parameter in commands[command].params
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        options = takewhile(lambda word: word != "--", words)
        given = {word for word in options if re.match(r"--?[a-z]", word)}
        assert given <= known, command


def _codes() -> set[str]:
    """Every error code written in the source."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.Assign) and _is_name(part, "code"):
                        found.add(part.value)
            elif isinstance(node, ast.Call):
                called = getattr(node.func, "id", "")
                if called == "Rejected" or hasattr(errors, called):
                    found |= {k.value for k in node.keywords if k.arg == "code"}
                if called == "Rejected" and len(node.args) > 1:
                    found.add(node.args[1])
    return {n.value for n in found if isinstance(n, ast.Constant)}


def _is_name(node: ast.Assign, name: str) -> bool:
    return [getattr(t, "id", None) for t in node.targets] == [name]


def test_error_codes_have_an_entry_and_entries_have_a_code() -> None:
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    entries = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    assert entries == _codes()


@pytest.mark.parametrize("term", TERMS)
def test_term_is_in_the_glossary(term: str) -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    heads = re.findall(r"^(?=\S)(?![#*`])(.+)$", glossary, re.MULTILINE)
    assert term in heads or term.replace("_", " ") in heads


def test_glossary_is_in_order() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    heads = re.findall(r"(?:\n\n|glossary}\n)(?=\S)(?![#*`])(.+)\n", glossary)
    assert len(heads) > 50
    assert heads == sorted(heads, key=str.casefold)


@pytest.mark.parametrize("literal", [BlockKind, LinkKind, EditClass, EditOp])
def test_values_of_the_result_are_explained(literal) -> None:
    text = _reference() + (DOCS / "glossary.md").read_text(encoding="utf-8")
    for value in get_args(literal):
        assert re.search(rf"\b{value}\b", text), value


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_page_says_whom_it_is_for(page: Path) -> None:
    if page in DECISIONS:
        pytest.skip("the index of the decisions speaks for all of them")
    text = page.read_text(encoding="utf-8")
    assert re.search(
        r"\A(?:---\n.*?\n---\n\s*)?# .+\n\n\*For [^*]+\*\n", text, re.DOTALL
    )


@pytest.mark.parametrize(
    "page", [*PAGES, *FRONT, ROOT / "examples/README.md"], ids=_name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:|#", target):
            continue
        assert (page.parent / target.split("#")[0]).exists(), target


def test_decisions_are_numbered_without_a_number_twice() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert len(numbers) == len(set(numbers))
    for page in DECISIONS:
        title = page.read_text(encoding="utf-8").splitlines()[0]
        assert re.match(rf"# {page.name[:4]}[.:] \S", title), title


@pytest.mark.parametrize("page", DECISIONS, ids=_name)
def test_decision_is_one_page_with_what_it_costs(page: Path) -> None:
    text = page.read_text(encoding="utf-8").lower()
    assert text.count("\n") <= 60
    for part in ("context", "choice", "give up"):
        assert part in text, part


@pytest.mark.parametrize("page", [*PAGES, *FRONT], ids=_name)
def test_page_names_no_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"/work/|/home/|/root/|/Users/", text)
