"""Words of English that a rule asks for stand in the lexicon: in the code there are none but those of grammar."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso import lexicon

SOURCES = Path(sayso.__file__).parent
USES = ("function_words.tsv", "time_cues.tsv", "denials.tsv", "counted.tsv", "toponyms.tsv", "speaking.tsv")
# Words that have no meaning but what they do in a sentence, each of a class that gains no new ones: a rule of grammar
# may name them.
GRAMMAR = (
    "a an the this that these those such each every both all any some no none neither nor other another own "
    "i we you he she it they me us him her them my our your his its their there here what which who whom whose "
    "of to in on at by with for from into upon over under about against around along across between among near outside "
    "inside within without throughout toward towards during until till since before after than as like via off up out "
    "down and or but if unless whether because when where while not never n't n’t 'd 'm 's ’s 're only so "
    "be am is are was were been being do does did have has had having "
    "will would can could may might must shall should "
    "one two many well ago including mid- nobody nothing something anybody"
)
# What gives words of a text: methods and functions of the code, and the lists it keeps of them.
WORDS = ("word", "_word", "lower", "_lower", "casefold", "string", "lemmas", "stem", "forms", "join", "split")
LISTS = ("lower", "text")


def asked_for(source: str) -> Iterator[tuple[int, str]]:
    """The words that code compares with words of a text, with their lines: "cat" of `reading.word(i) == "cat"`, of
    `form in CATS` where that was said to be ("cat", "cats"), and of `forms(i) & {"cat"}`."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for scope in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        told = _told_from_text(scope)
        for node in ast.walk(scope):
            sides = _sides(node)
            if any(_is_textual(side, told) for side in sides):
                for side in sides:
                    yield from ((node.lineno, word) for word in _written(side, constants) if re.search("[a-z]", word))


def _sides(node: ast.AST) -> list[ast.expr]:
    """What a comparison sets beside one another."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.Sub):
        return [node.left, node.right]
    called = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if isinstance(node, ast.Call) and called and called.attr in ("isdisjoint", "issubset", "intersection"):
        return [called.value, *node.args]
    return []


def _told_from_text(scope: ast.FunctionDef) -> set[str]:
    """The variables of a function that hold words of a text."""
    told: set[str] = set()
    for node in ast.walk(scope):
        pairs: list[tuple[ast.expr, ast.expr]] = []
        if isinstance(node, ast.Assign):
            for target in node.targets:
                both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                pairs += zip(target.elts, node.value.elts, strict=True) if both else [(target, node.value)]
        elif isinstance(node, ast.NamedExpr | ast.For | ast.comprehension):
            pairs.append((node.target, node.value if isinstance(node, ast.NamedExpr) else node.iter))
        for target, value in pairs:
            if _is_textual(value, told):
                told |= {name.id for name in ast.walk(target) if isinstance(name, ast.Name)}
    return told


def _is_textual(side: ast.expr, told: set[str]) -> bool:
    """Whether an expression is a word of a text, or several."""
    match side:
        case ast.Name():
            return side.id in told
        case ast.Attribute():
            return side.attr in LISTS
        case ast.Call():
            called = getattr(side.func, "attr", getattr(side.func, "id", ""))
            gathers = called in ("set", "list", "tuple", "sorted", "zip", "pairwise")
            return called in WORDS or (gathers and any(_is_textual(one, told) for one in side.args))
        case ast.Subscript() | ast.Starred() | ast.NamedExpr():
            return _is_textual(side.value, told)
        case ast.GeneratorExp() | ast.SetComp() | ast.ListComp():
            return _is_textual(side.elt, told)
        case ast.Tuple() | ast.Set() | ast.List():
            return any(_is_textual(one, told) for one in side.elts)
        case ast.BinOp():
            return _is_textual(side.left, told) or _is_textual(side.right, told)
        case ast.IfExp():
            return _is_textual(side.body, told) or _is_textual(side.orelse, told)
        case ast.BoolOp():
            return any(_is_textual(one, told) for one in side.values)
    return False


def _written(side: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The words that stand in an expression, or in the constant that it names."""
    if isinstance(side, ast.Name):
        side = constants.get(side.id, side)
    if isinstance(side, ast.Call) and ast.unparse(side.func) in ("frozenset", "set", "tuple") and side.args:
        side = side.args[0]
    if isinstance(side, ast.Constant) and isinstance(side.value, str):
        yield from side.value.split()
    elif isinstance(side, ast.Tuple | ast.List | ast.Set):
        for one in side.elts:
            yield from _written(one.value if isinstance(one, ast.Starred) else one, constants)
    elif isinstance(side, ast.BinOp):
        yield from _written(side.left, constants)
        yield from _written(side.right, constants)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ('def f(r, i):\n    return r.word(i).lower() == "tariff"', "tariff"),
        ('CATS = ("cat", "cats")\ndef f(r, i):\n    return r.word(i) in CATS', "cats"),
        ('def f(r, i):\n    form = r.word(i)\n    return form in {"cat"}', "cat"),
        ('def f(r, i):\n    return not {"cat"}.isdisjoint(forms(r, i))', "cat"),
    ],
)
def test_a_word_in_code_is_found(code: str, word: str) -> None:
    assert word in {found for _, found in asked_for(code)}


def test_the_code_asks_for_words_of_grammar_alone() -> None:
    found = [
        f"{path.relative_to(SOURCES)}:{line}: {word}"
        for part in ("account", "linking")
        for path in sorted((SOURCES / part).rglob("*.py"))
        for line, word in asked_for(path.read_text("utf-8"))
        if word.lower() not in GRAMMAR.split()
    ]
    assert not found, "words that belong in src/sayso/lexicon/:\n" + "\n".join(found)


@pytest.mark.parametrize("file", USES)
def test_every_use_of_words_is_asked_for(file: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    assert [use for use, _ in lexicon.rows(file, 2) if f'"{use}"' not in code] == []


@pytest.mark.parametrize("file", USES)
def test_a_use_has_no_word_twice(file: str) -> None:
    twice = {use: [word for word, n in Counter(words.split()).items() if n > 1] for use, words in lexicon.rows(file, 2)}
    assert {use: words for use, words in twice.items() if words} == {}
