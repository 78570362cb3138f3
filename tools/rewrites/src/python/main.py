"""Reads tasks as JSON lines from standard input and answers each with a line. It imports nothing of ours but its own files."""

import ast
import contextlib
import io
import json
import random
import sys
import tokenize

from canonical import canonical
from codemods import CODEMODS, codemod
from move import moved
from removals import REMOVALS, removal
from rope_refactorings import ROPE
from tools import TOOLS


def answer(task):
    kind, file, text = task["kind"], task["file"], task["text"]
    chance = random.Random(task["seed"])
    if task["set"] == "removal":
        return removal(kind, file, text, chance)
    if kind == "move-to-module":
        pairs = moved(file, text)
        return {"pairs": pairs, "proof": "statements"} if pairs else {"why": "nothing"}
    if kind in ROPE:
        made = ROPE[kind](text, chance)
        return proved(file, text, *made) if made else {"why": "nothing"}
    if task["tool"] == "libcst":
        tokens, strings = words(text)
        made = codemod(kind, text, chance, tokens, strings)
        return proved(file, text, *made) if made else {"why": "nothing"}
    return proved(file, text, TOOLS[kind][1](text, chance), {})


def words(text):
    """All names and all texts of a file."""
    names, strings = set(), ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            names.add(token.string)
        if token.type == tokenize.STRING:
            strings += token.string
    return names, strings


def proved(file, base, head, undo):
    if head == base:
        return {"why": "nothing"}
    try:
        ast.parse(head)
    except SyntaxError as error:
        return {"why": "unparsable", "detail": str(error)}
    if canonical(base) != canonical(head, **undo):
        return {"why": "changed", "head": head}
    return {"pairs": [{"base": {"file": file, "text": base}, "head": {"file": file, "text": head}}], "proof": "canonical"}


def main():
    if sys.argv[1:] == ["--kinds"]:
        print(json.dumps([*([kind, "libcst"] for kind in CODEMODS), *([kind, tool] for kind, (tool, _) in TOOLS.items()), ["move-to-module", "splice"], *([kind, "rope"] for kind in ROPE)]))
        return
    if sys.argv[1:] == ["--removals"]:
        print(json.dumps([*REMOVALS]))
        return
    for line in sys.stdin:
        task = json.loads(line)
        try:
            # Some tools print; standard output is for answers.
            with contextlib.redirect_stdout(sys.stderr):
                result = answer(task)
        except Exception as error:  # A tool that gives up on a file is counted, not hidden.
            result = {"why": "gave up", "detail": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps({**result, "id": task["id"]}), flush=True)


main()
