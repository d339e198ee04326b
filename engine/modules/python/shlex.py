# shlex: a line as a shell reads it. Specified in: https://docs.python.org/3.11/library/shlex.html
import sys as _sys

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            self._text = instream
        else:
            self._text = (_sys.stdin if instream is None else instream).read()
        self.instream, self.infile, self.posix = instream, infile, posix
        self.eof = None if posix else ""
        self.commenters, self.whitespace, self.whitespace_split = "#", " \t\r\n", False
        self.quotes, self.escape, self.escapedquotes = "'\"", "\\", '"'
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self._punctuation = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation:
            self.wordchars += "~-./*?="
            self.wordchars = "".join([each for each in self.wordchars if each not in self._punctuation])
        self.lineno, self.debug, self.token, self.source = 1, 0, "", None
        self._at, self._pushed = 0, []

    @property
    def punctuation_chars(self):
        return self._punctuation

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def push_token(self, tok):
        self._pushed.insert(0, tok)

    def get_token(self):
        return self._pushed.pop(0) if self._pushed else self.read_token()

    def _next(self):
        if self._at >= len(self._text):
            return ""
        character = self._text[self._at]
        self._at += 1
        self.lineno += character == "\n"
        return character

    def _in_word(self, character):
        if self.whitespace_split:
            return (character not in self.whitespace and character not in self.quotes
                    and character not in self._punctuation)
        return character in self.wordchars

    def _quoted(self, quote):
        # What is between quotes; None where they are not closed.
        text = ""
        while character := self._next():
            if character == quote:
                return text
            if self.posix and character in self.escape and quote in self.escapedquotes:
                escaped = self._next()
                if not escaped:
                    raise ValueError("No escaped character")
                if escaped != character and escaped != quote:
                    text += character
                text += escaped
            else:
                text += character
        raise ValueError("No closing quotation")

    def read_token(self):
        token, quoted = "", False
        while character := self._next():
            if character in self.whitespace:
                if token or self.posix and quoted:
                    break
            elif character in self.commenters and (self.posix or not token):
                while self._at < len(self._text) and self._next() != "\n":
                    pass
                if token or self.posix and quoted:
                    break
            elif self.posix and character in self.escape:
                escaped = self._next()
                if not escaped:
                    raise ValueError("No escaped character")
                token += escaped
                quoted = True
            elif character in self.quotes:
                if token and not self.posix:
                    token += character
                    continue
                inside = self._quoted(character)
                quoted = True
                if self.posix:
                    token += inside
                    continue
                token = character + inside + character
                break
            elif character in self._punctuation:
                if token or quoted:
                    self._at -= 1
                    break
                token = character
                while self._at < len(self._text) and self._text[self._at] in self._punctuation:
                    token += self._next()
                break
            elif self._in_word(character):
                token += character
            else:
                if token or self.posix and quoted:
                    self._at -= 1
                    break
                token = character
                break
        self.token = token
        return token if token or self.posix and quoted else self.eof

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        if _sys.version_info >= (3, 12):
            raise ValueError("s argument must not be None")
        s = _sys.stdin
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    return " ".join([quote(each) for each in split_command])


_safe = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    if not s:
        return "''"
    if _sys.version_info >= (3, 14) and not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if not isinstance(s, str):
        raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
    return s if _safe.issuperset(s) else "'" + s.replace("'", "'\"'\"'") + "'"
