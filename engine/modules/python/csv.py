# csv. Specified in: https://docs.python.org/3.11/library/csv.html
import sys as _sys

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
if _sys.version_info >= (3, 12):
    QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5
__version__ = "1.0"
__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]
_NAMES = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")


class Error(Exception):
    __module__ = "_csv"


class _Rules:
    # Of a reader or writer: what a dialect says, and what is said beside it.
    delimiter, doublequote, escapechar, lineterminator = ",", True, None, "\r\n"
    quotechar, quoting, skipinitialspace, strict = '"', QUOTE_MINIMAL, False, False

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in _NAMES:
            if hasattr(dialect, name):
                setattr(self, name, getattr(dialect, name))
        for name, value in options.items():
            if name not in _NAMES:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'" if _sys.version_info >= (3, 13) else
                                f"'{name}' is an invalid keyword argument for this function")
            setattr(self, name, value)
        if "quotechar" in options and options["quotechar"] is None and "quoting" not in options:
            self.quoting = QUOTE_NONE
        for name in ("delimiter", "quotechar", "escapechar"):
            value = getattr(self, name)
            if name != "delimiter" and value is None:
                continue
            if not isinstance(value, str):
                words = "must be string" if name == "delimiter" else "must be string or None"
                if _sys.version_info >= (3, 13):
                    words = words.replace("string", "a unicode character")
                raise TypeError(f'"{name}" {words}, not {type(value).__name__}')
            if len(value) != 1:
                if _sys.version_info >= (3, 13):
                    words = "a unicode character" + ("" if name == "delimiter" else " or None")
                    raise TypeError(f'"{name}" must be {words}, not a string of length {len(value)}')
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int) or not 0 <= self.quoting <= (5 if _sys.version_info >= (3, 12) else 3):
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")


class Dialect:
    _name = ""
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Rules(self, {})
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ",", '"', True, False
    lineterminator, quoting = "\r\n", QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(excel):
    lineterminator, quoting = "\n", QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_limit = 131072


def register_dialect(name, dialect=excel, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Rules(dialect, fmtparams)


def unregister_dialect(name):
    get_dialect(name)
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    before = _limit
    if new_limit is not None:
        _limit = new_limit
    return before


class _Reader:
    __qualname__, __module__ = "reader", "_csv"

    def __init__(self, lines, rules):
        self._lines, self.dialect, self.line_num = iter(lines), rules, 0

    def __iter__(self):
        return self

    def _converted(self, text, quoted):
        quoting = self.dialect.quoting
        if not quoted and quoting == QUOTE_NONNUMERIC:
            return float(text) if text or _sys.version_info < (3, 12) or not text else text
        if not quoted and quoting > QUOTE_NONE and not text:
            return None
        if not quoted and quoting == 4:
            return float(text)
        return text

    def __next__(self):
        rules, fields, field, quoted = self.dialect, [], [], False
        state = "start"

        def end():
            fields.append(self._converted("".join(field), quoted))
            field.clear()
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "in quotes" or state == "escaped in quotes":
                    if rules.strict:
                        raise Error("unexpected end of data") from None
                    end()
                    return fields
                if state == "escaped":
                    field.append("\n")
                    end()
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            for at, char in enumerate(line):
                if state == "eaten":
                    if char not in "\r\n":
                        raise Error("new-line character seen in unquoted field - do you need to open the file "
                                    f"{'with newline=' + repr('') if _sys.version_info >= (3, 13) else 'in universal-newline mode'}?")
                elif state == "in quotes":
                    if char == rules.escapechar:
                        state = "escaped in quotes"
                    elif char == rules.quotechar and rules.quoting != QUOTE_NONE:
                        state = "quote in quotes" if rules.doublequote else "in field"
                    else:
                        field.append(char)
                elif state == "escaped in quotes":
                    field.append(char)
                    state = "in quotes"
                elif state == "escaped":
                    field.append(char)
                    state = "in field"
                elif state == "quote in quotes" and rules.quoting != QUOTE_NONE and char == rules.quotechar:
                    field.append(char)
                    state = "in quotes"
                elif char in "\r\n":
                    if state != "start" or fields:
                        end()
                    state = "eaten"
                elif char == rules.delimiter:
                    end()
                    quoted, state = False, "field"
                elif state == "quote in quotes":
                    if rules.strict:
                        raise Error(f"'{rules.delimiter}' expected after '{rules.quotechar}'")
                    field.append(char)
                    state = "in field"
                elif state in ("start", "field") and char == rules.quotechar and rules.quoting != QUOTE_NONE:
                    quoted, state = True, "in quotes"
                elif state in ("start", "field") and char == " " and rules.skipinitialspace:
                    state = "field"
                elif char == rules.escapechar:
                    state = "escaped"
                else:
                    field.append(char)
                    state = "in field"
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
            if state in ("in quotes",):
                continue
            if state == "escaped in quotes":
                field.append("\n")
                state = "in quotes"
                continue
            if state == "escaped":
                continue
            if state not in ("eaten", "start"):
                end()
            return fields


class _Writer:
    __qualname__, __module__ = "writer", "_csv"

    def __init__(self, file, rules):
        if not callable(getattr(file, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._file, self.dialect = file, rules

    def _field(self, value, alone):
        rules = self.dialect
        quoting = rules.quoting
        text = "" if value is None else repr(value) if type(value) is float else str(value)
        must = (quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
                or quoting == 4 and isinstance(value, str) or quoting == 5 and value is not None)
        special = {rules.delimiter, rules.escapechar, rules.quotechar, "\r", "\n", *rules.lineterminator} - {None}
        made = []
        for char in text:
            if char in special:
                escape = quoting == QUOTE_NONE
                if not escape:
                    if char == rules.quotechar:
                        if rules.doublequote:
                            made.append(char)
                            must = True
                        else:
                            escape = True
                    elif char == rules.escapechar:
                        escape = True
                    else:
                        must = True
                if escape:
                    if rules.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    made.append(rules.escapechar)
            made.append(char)
        if not text and alone and not must:
            if quoting == QUOTE_NONE or value is None and quoting > QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            must = True
        if text[:1] == " " and rules.skipinitialspace and quoting != QUOTE_NONE:
            must = True
        text = "".join(made)
        return rules.quotechar + text + rules.quotechar if must else text

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        rules = self.dialect
        return self._file.write(rules.delimiter.join(self._field(each, len(row) == 1) for each in row)
                                + rules.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def reader(csvfile, /, dialect="excel", **fmtparams):
    return _Reader(csvfile, _Rules(dialect, fmtparams))


def writer(csvfile, /, dialect="excel", **fmtparams):
    return _Writer(csvfile, _Rules(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._names, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader, self.dialect = reader(f, dialect, *args, **kwds), dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._names

    @fieldnames.setter
    def fieldnames(self, value):
        self._names = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = list(fieldnames), restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction, self.writer = extrasaction, writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError(f"dict contains fields not in fieldnames: {', '.join(map(repr, wrong))}")
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        for char in delimiters or ",\t; :|":
            counts = {line.count(char) for line in lines}
            if len(counts) == 1 and counts != {0}:
                return type("dialect", (excel,), {"delimiter": char, "_name": "sniffed"})
        raise Error("Could not determine delimiter")
