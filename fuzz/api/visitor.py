"""Somebody who sets an installation up by its pages, without a browser: fills in forms and sends them."""

import datetime
import secrets
import sys
from html.parser import HTMLParser
from urllib.parse import urljoin, urlparse

import requests

OPERATOR = "Kvistmark Feltnet A/S"
PASSWORD = secrets.token_urlsafe(18)


class Visitor:
    """Keeps cookies and the page they are on."""

    def __init__(self, url):
        self.session = requests.Session()
        self.url = url
        self.answer = None

    def go(self, path):
        self.answer = self.session.get(urljoin(self.url, path), timeout=30)
        self.expect()

    def send(self, action, fields):
        """Sends the page's form whose action ends so, with what it holds already and these fields."""
        forms = [form for form in Forms.of(self.answer.text) if form["action"].endswith(action)]
        if not forms:
            sys.exit(f"{self.answer.url} has no form that is sent to {action}")
        sent = [(name, value) for name, value in forms[0]["fields"].items() if name not in dict(fields)]
        # A browser says whose page a form stood on.
        headers = {"Origin": self.url}
        address = urljoin(self.answer.url, forms[0]["action"])
        self.answer = self.session.post(address, data=sent + fields, headers=headers, timeout=30)
        self.expect()

    def expect(self):
        if not self.answer.ok:
            sys.exit(f"{self.answer.request.method} {self.answer.url}: {self.answer.status_code}\n{self.answer.text}")

    def set_up(self, link):
        """The first administrator, who has every duty a first administrator has."""
        self.go(urlparse(link).path)
        person = [("operator", OPERATOR), ("display_name", "Anna Lindqvist"), ("account", "anna"), ("password", PASSWORD)]
        self.send(urlparse(link).path, person)
        self.go("/sign-in")
        self.send("/sign-in", [("name", "anna"), ("password", PASSWORD)])
        self.go("/")
        self.operator = urlparse(self.answer.url).path.split("/")[2]

    def tell(self, path, body):
        """Sends JSON in this session, with what shows that it is meant."""
        me = self.session.get(f"{self.url}/api/v1/me", timeout=30).json()
        headers = {"Origin": self.url, "X-Form-Token": me["form_token"]}
        self.answer = self.session.post(f"{self.url}{path}", json=body, headers=headers, timeout=30)
        self.expect()
        return self.answer.json()

    def invite(self, account, duties):
        """Somebody else with these duties, signed in."""
        body = {"account": account, "display_name": account, "duties": [{"duty": duty} for duty in duties]}
        link = urlparse(self.tell(f"/api/v1/operators/{self.operator}/people", body)["link"]).path
        other = Visitor(self.url)
        other.go(link)
        other.send(link, [("password", PASSWORD)])
        other.go("/sign-in")
        other.send("/sign-in", [("name", account), ("password", PASSWORD)])
        return other

    def make_token(self, operator, duties, products=None):
        """A token with these duties of its maker, for these products: its words and its record."""
        limited = {} if products is None else {"products": products}
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        duties = [{"duty": duty, **limited} for duty in duties]
        body = {"name": "fuzzer", "duties": duties, "expires_at": expires.isoformat()}
        return self.tell(f"/api/v1/operators/{operator}/tokens", body)


class Forms(HTMLParser):
    """Every form of a page: where it is sent, and what its hidden fields hold."""

    @classmethod
    def of(cls, page):
        parser = cls()
        parser.forms = []
        parser.feed(page)
        return parser.forms

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.forms.append({"action": values.get("action", ""), "fields": {}})
        if tag == "input" and values.get("type") == "hidden" and self.forms:
            self.forms[-1]["fields"][values["name"]] = values.get("value", "")
