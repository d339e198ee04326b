"""A small tokenizer and calculator, each request evaluated by a server task."""
import asyncio
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    value: str
    column: int


SPEC = [("NUMBER", r"\d+(\.\d*)?"), ("IDENT", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[+\-*/%()=]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
SCANNER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))


def tokens(text):
    for match in SCANNER.finditer(text):
        kind = match.lastgroup
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise SyntaxError(f"unexpected {match.group()!r} at {match.start()}")
        yield Token(kind, match.group(), match.start())


class Parser:
    def __init__(self, text, variables):
        self.tokens = list(tokens(text)) + [Token("END", "", len(text))]
        self.at = 0
        self.variables = variables

    def take(self, *values):
        if self.tokens[self.at].value in values:
            self.at += 1
            return self.tokens[self.at - 1].value

    def statement(self):
        match self.tokens:
            case [Token("IDENT", name), Token(value="="), *_]:
                self.at = 2
                self.variables[name] = result = self.expression()
            case _:
                result = self.expression()
        if self.tokens[self.at].kind != "END":
            raise SyntaxError(f"trailing {self.tokens[self.at]}")
        return result

    def expression(self):
        left = self.term()
        while op := self.take("+", "-"):
            right = self.term()
            left = left + right if op == "+" else left - right
        return left

    def term(self):
        left = self.factor()
        while op := self.take("*", "/", "%"):
            right = self.factor()
            left = {"*": lambda: left * right, "/": lambda: left / right, "%": lambda: left % right}[op]()
        return left

    def factor(self):
        if self.take("-"):
            return -self.factor()
        base = self.atom()
        return base ** self.factor() if self.take("**") else base

    def atom(self):
        token = self.tokens[self.at]
        self.at += 1
        match token:
            case Token("NUMBER", value):
                return float(value) if "." in value else int(value)
            case Token("IDENT", name) if name in self.variables:
                return self.variables[name]
            case Token("IDENT", name):
                raise NameError(f"unknown {name}")
            case Token(value="("):
                inner = self.expression()
                if not self.take(")"):
                    raise SyntaxError("expected )")
                return inner
        raise SyntaxError(f"unexpected {token.kind}")


async def server(requests):
    variables = {"pi": 3.14159}
    while True:
        text, reply = await requests.get()
        try:
            reply.set_result(Parser(text, variables).statement())
        except Exception as error:
            reply.set_exception(error)


async def main():
    requests = asyncio.Queue()
    task = asyncio.create_task(server(requests))
    for text in ("1 + 2 * 3", "x = 2 ** 3 ** 2", "x % 7 - -1", "(1 + 2", "1 / 0", "y", "2 $ 3", "pi * 2.", "1 2"):
        reply = asyncio.get_running_loop().create_future()
        await requests.put((text, reply))
        try:
            print(f"{text:<16} = {await reply!r}")
        except (ArithmeticError, SyntaxError, NameError) as error:
            print(f"{text:<16} ! {type(error).__name__}: {error}")
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
