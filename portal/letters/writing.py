"""From the words of a letter to blocks: paragraphs, lists, quotations and links, with the variables filled in.

Words are plain text. `{name}` is replaced by what is known under that name, nothing else is looked up: what people
typed elsewhere cannot become a sign, an address or a variable.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

# Braces and a name only: nothing is looked up on an object, so a text can reach no attribute.
NAME = re.compile(r"\{\s*(\w+)\s*\}")
LINK_LINE = re.compile(r"(?P<label>.*?)[\s:]*\{\s*(?P<name>\w+)\s*\}")
SIGNS = {"- ": "list", "> ": "quote"}


@dataclass(frozen=True)
class Block:
    """A part of a letter.

    Attributes:
        kind: "paragraph", "list", "quote" or "link".
        lines: filled; of a link, its label or nothing.
        url: of a link.
    """

    kind: str
    lines: list[str]
    url: str = ""

    def __str__(self) -> str:
        """As plain text."""
        sign = {"list": "- ", "quote": "> "}.get(self.kind, "")
        lines = [f"{self.lines[0]}:"] if self.url and self.lines else self.lines
        text = "\n".join(sign + part for line in lines for part in line.splitlines() or [""])
        return f"{text}\n{self.url}".strip() if self.url else text


def unknown(text: str, known: Collection[str]) -> list[str]:
    """Names in braces that are not known, in their order."""
    return [name for name in dict.fromkeys(NAME.findall(text)) if name not in known]


def loose_brace(text: str) -> bool:
    """A brace without its fellow, or around more than a name."""
    return bool(re.search(r"[{}]", NAME.sub("", text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    # An unknown name stays as it is written: a hole would read as if something were meant.
    return NAME.sub(lambda found: values.get(found[1], found[0]), text)


def one_line(text: str, values: Mapping[str, str]) -> str:
    """Without a line break, which would begin another header of a mail."""
    return " ".join(filled(text, values).split())


def blocks(body: str, values: Mapping[str, str], links: Collection[str]) -> list[Block]:
    """The letter's parts in their order; `links` names the variables that are addresses."""
    # A line of spaces is an empty line to whoever typed it.
    parts = re.split(r"\n[^\S\n]*\n", "\n".join(body.strip().splitlines()))
    return [block for part in parts for block in _part(part, values, links)]


def _part(part: str, values: Mapping[str, str], links: Collection[str]) -> Iterator[Block]:
    lines = part.splitlines()
    told = zip(lines, [*lines[1:], ""], strict=True)
    said = [line.strip() for line, after in told if not (_is_empty(line, values) or _announces(line, after, values))]
    for sign, signed in groupby(said, lambda line: _sign(line, values, links)):
        if sign == "link":
            yield from (_link(line, values) for line in signed)
        else:
            bare = [line[2:] if sign != "paragraph" else line for line in signed]
            yield Block(sign, [filled(line, values) for line in bare])


def _is_empty(line: str, values: Mapping[str, str]) -> bool:
    """Nothing is known of what the line wants to tell: "Reason: {reason}" without a reason is left out."""
    names = NAME.findall(line)
    return not line.strip() or (bool(names) and not any(values.get(name, "") for name in names))


def _announces(line: str, after: str, values: Mapping[str, str]) -> bool:
    """Its colon leads to nothing: "They wrote:" before a quotation that is left out goes with it."""
    return line.rstrip().endswith(":") and bool(after.strip()) and _is_empty(after, values)


def _sign(line: str, values: Mapping[str, str], links: Collection[str]) -> str:
    found = LINK_LINE.fullmatch(line)
    if found and found["name"] in links and values.get(found["name"], "").startswith(("https://", "http://")):
        return "link"
    return SIGNS.get(line[:2], "paragraph")


def _link(line: str, values: Mapping[str, str]) -> Block:
    found = LINK_LINE.fullmatch(line)
    assert found  # _sign has said so
    label = filled(found["label"], values).strip()
    return Block("link", [label] if label else [], values[found["name"]])
