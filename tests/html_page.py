"""A page as a browser would take it apart, and pages of a ledger asked for as a browser does."""

from __future__ import annotations

from html.parser import HTMLParser

from starlette.testclient import TestClient

BROWSER = {"accept": "text/html"}
VOID = {"meta", "link", "input"}


class Page(HTMLParser):
    """Elements as (tag, attributes, own and inner text); fails where tags do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[int] = []
        self.feed(source)
        self.close()
        assert not self.open, "elements left open"

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data):
        for at in self.open:
            self.elements[at][2].append(data)

    def texts(self, css_class: str, **attributes: str) -> list[str]:
        return [
            "".join(text)
            for _, attrs, text in self.elements
            if css_class in (attrs.get("class") or "").split() and attributes.items() <= attrs.items()
        ]


def read(client: TestClient, address: str) -> Page:
    """A page of a ledger, taken apart."""
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)
