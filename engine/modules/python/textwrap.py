# textwrap. Specified in: https://docs.python.org/3.11/library/textwrap.html


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    return "\n".join(line[len(margin or ""):] for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


def _chunks(text, hyphens):
    # Words with the space before them apart; a word may be broken after its hyphens.
    for at, word in enumerate(text.split(" ")):
        if at:
            yield " "
        if not word:
            continue
        start = 0
        for i in range(2, len(word) - 2) if hyphens else ():
            if word[i] == "-" and word[i - 1].isalpha() and word[i - 2].isalpha() and word[i + 1].isalpha():
                yield word[start:i + 1]
                start = i + 1
        yield word[start:]


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
         break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, max_lines=None,
         placeholder=" [...]", fix_sentence_endings=False):
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    if expand_tabs:
        text = text.expandtabs(tabsize)
    if replace_whitespace:
        for space in "\t\n\x0b\x0c\r":
            text = text.replace(space, " ")
    chunks = []
    for chunk in _chunks(text, break_on_hyphens):
        if chunk == " " and chunks and not chunks[-1].strip():
            chunks[-1] += " "
        else:
            chunks.append(chunk)
    chunks.reverse()
    lines = []
    while chunks:
        indentation = subsequent_indent if lines else initial_indent
        room = width - len(indentation)
        if drop_whitespace and lines and not chunks[-1].strip():
            chunks.pop()
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= room:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            left = max(room - length, 1) if room > 0 else 1
            if break_long_words:
                line.append(chunks[-1][:left])
                chunks[-1] = chunks[-1][left:]
                length += left
            elif not line:
                line.append(chunks.pop())
        if drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        if not line:
            continue
        rest = any(chunk.strip() for chunk in chunks)
        if max_lines is None or len(lines) + 1 < max_lines or not rest and length <= room:
            lines.append(indentation + "".join(line))
            continue
        while line:
            if line[-1].strip() and length + len(placeholder) <= room:
                lines.append(indentation + "".join(line) + placeholder)
                break
            length -= len(line.pop())
        else:
            if lines and len(lines[-1].rstrip()) + len(placeholder) <= width:
                lines[-1] = lines[-1].rstrip() + placeholder
            else:
                lines.append(indentation + placeholder.lstrip())
        break
    return lines


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, **options):
    return fill(" ".join(text.strip().split()), width, max_lines=1, **options)


class TextWrapper:
    def __init__(self, width=70, **options):
        self.width, self.options = width, options

    def wrap(self, text):
        return wrap(text, self.width, **self.options)

    def fill(self, text):
        return "\n".join(self.wrap(text))
