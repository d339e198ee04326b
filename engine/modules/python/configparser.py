# configparser: sections of options, from texts. Specified in: https://docs.python.org/3.11/library/configparser.html
import sys as _sys
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping as _MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]
DEFAULTSECT, MAX_INTERPOLATION_DEPTH = "DEFAULT", 10
_SINCE_3_13 = _sys.version_info >= (3, 13)
_none = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section, self.args = section, (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section, self.args = option, section, (option, section)


def _where(source, lineno):
    if source is None:
        return ""
    return f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno is not None else "") + ": "


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = _where(source, lineno)
        Error.__init__(self, f"{where}{'s' if where else 'S'}ection {section!r} already exists")
        self.section, self.source, self.lineno = section, source, lineno
        self.args = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = _where(source, lineno)
        Error.__init__(self, f"{where}{'o' if where else 'O'}ption {option!r} in section {section!r} already exists")
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = section, option, source, lineno


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section, self.args = option, section, (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section "
            f"{section!r} contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
            f"Raw value: {rawval!r}")
        self.args = option, section, rawval


class ParsingError(Error):
    def __init__(self, source, *args):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source, self.errors, self.args = source, [], (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


    if _SINCE_3_13:
        def combine(self, others):
            for other in others:
                for error in other.errors:
                    self.append(*error)
            return self


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line, self.args = filename, lineno, line, (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    _sign, _open, _close = "%", "(", ")s"

    def before_get(self, parser, section, option, value, defaults):
        return self._replaced(parser, option, value, section, defaults, 1) if value is not None else value

    def before_set(self, parser, section, option, value):
        # What would be no reference is refused.
        rest, sign = value.replace(2 * self._sign, ""), self._sign
        while (at := rest.find(sign)) >= 0:
            end = rest.find(self._close, at)
            if rest[at + 1:at + 2] != self._open or end < 0:
                raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(sign)}")
            rest = rest[:at] + rest[end + len(self._close):]
        return value

    def _replaced(self, parser, option, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        sign, text = self._sign, ""
        while rest:
            before, found, rest = rest.partition(sign)
            text += before
            if not found:
                break
            if rest[:1] == sign:
                text, rest = text + sign, rest[1:]
                continue
            if rest[:1] != self._open:
                raise InterpolationSyntaxError(
                    option, section, f"{sign!r} must be followed by {sign!r} or {self._open!r}, found: {sign + rest!r}")
            name, found, after = rest[1:].partition(self._close)
            if not found or sign == "%" and ")" in name or not name:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {sign + rest!r}")
            rest = after
            text += self._value(parser, option, section, name, raw, rest, defaults, depth)
        return text

    def _value(self, parser, option, section, name, raw, rest, defaults, depth):
        name = parser.optionxform(name)
        if name not in defaults:
            raise InterpolationMissingOptionError(option, section, raw, name)
        value = defaults[name]
        return self._replaced(parser, option, value, section, defaults, depth + 1) if self._sign in value else value


class ExtendedInterpolation(BasicInterpolation):
    _sign, _open, _close = "$", "{", "}"

    def _value(self, parser, option, section, name, raw, rest, defaults, depth):
        path = name.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        try:
            if len(path) == 1:
                where, name = section, parser.optionxform(path[0])
                value = defaults[name]
            else:
                where, name = path[0], parser.optionxform(path[1])
                value = parser.get(where, name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if self._sign not in value:
            return value
        return self._replaced(parser, name, value, where, dict(parser.items(where, raw=True)), depth + 1)


class RawConfigParser(_MutableMapping):
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False,
                      "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_none, converters=_none, allow_unnamed_section=False):
        self._dict, self._allow_no_value, self._strict = dict_type, allow_no_value, strict
        self._delimiters, self._empty_lines = tuple(delimiters), empty_lines_in_values
        self._comments, self._inline_comments = tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ())
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _none else interpolation or Interpolation()
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self.converters = ConverterMapping(self)
        if converters is not _none:
            self.converters.update(converters)
        if defaults:
            self._put(default_section, defaults)

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._add(section)

    def _add(self, section):
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def optionxform(self, optionstr):
        return optionstr.lower()

    def read(self, filenames, encoding=None):
        return []  # of files that are not there

    def read_file(self, f, source=None):
        self._read(f, source if source is not None else getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            self._put(section, options, source)

    def _put(self, section, options, source=None):
        if section != self.default_section and section not in self._sections:
            self.add_section(section)
        seen = set()
        for key, value in options.items():
            key = self.optionxform(str(key))
            if self._strict and key in seen and source is not None:
                raise DuplicateOptionError(section, key, source)
            seen.add(key)
            self.set(section, key, str(value) if value is not None else value)

    def _without_comment(self, line):
        if any(line.strip().startswith(each) for each in self._comments):
            return ""
        for prefix in self._inline_comments:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                line = line[:at]
        return line

    def _option(self, text):
        places = [(at, each) for each in self._delimiters if (at := text.find(each)) >= 0]
        if not places:
            return (text, None) if self._allow_no_value else None
        at, delimiter = min(places)
        return text[:at].rstrip(), text[at + len(delimiter):].strip()

    def _read(self, lines, source):
        seen, errors = set(), None
        options = section = option = None
        indent = 0
        for number, whole in enumerate(lines, 1):
            line = self._without_comment(whole)
            text = line.strip()
            if not text:
                # An empty line is part of a value that goes on, a comment is not.
                if self._empty_lines:
                    if not whole.strip() and option and options is not None and options[option] is not None:
                        options[option].append("")
                else:
                    indent = _sys.maxsize
                continue
            depth = len(line) - len(line.lstrip())
            if options is not None and option and depth > indent:
                if options[option] is None:
                    errors = errors or ParsingError(source)
                    errors.append(number, repr(whole))
                else:
                    options[option].append(text)
                continue
            indent = depth
            if text[0] == "[" and text.rfind("]") > 1:
                section, option = text[1:text.rfind("]")], None
                if section == self.default_section:
                    options = self._defaults
                elif section not in self._sections:
                    self._add(section)
                elif self._strict and (section,) in seen:
                    raise DuplicateSectionError(section, source, number)
                if section != self.default_section:
                    options = self._sections[section]
                seen.add((section,))
                continue
            if options is None:
                raise MissingSectionHeaderError(source, number, whole)
            found = self._option(text)
            if found is None or not found[0]:
                errors = errors or ParsingError(source)
                errors.append(number, repr(whole))
                continue
            option = self.optionxform(found[0])
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            options[option] = None if found[1] is None else [found[1]]
        self._join()
        if errors:
            raise errors

    def _join(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _known(self, section, vars):
        own = {}
        if section != self.default_section:
            if section not in self._sections:
                raise NoSectionError(section)
            own = self._sections[section]
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_none):
        try:
            known = self._known(section, vars)
        except NoSectionError:
            if fallback is _none:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in known:
            if fallback is _none:
                raise NoOptionError(option, section)
            return fallback
        value = known[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, known)

    def _converted(self, convert, section, option, raw, vars, fallback):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _none:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_none, **kwargs):
        return self._converted(int, section, option, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_none, **kwargs):
        return self._converted(float, section, option, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_none, **kwargs):
        return self._converted(self._convert_to_boolean, section, option, raw, vars, fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_none, raw=False, vars=None):
        if section is _none:
            return super().items()
        values = dict(self._defaults)
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        names = list(values)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        return [(name, values[name] if raw or values[name] is None else
                 self._interpolation.before_get(self, section, name, values[name], values)) for name in names]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._of(section)[self.optionxform(option)] = value

    def _of(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def write(self, fp, space_around_delimiters=True):
        delimiter = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, delimiter)
        for section, options in self._sections.items():
            self._write_section(fp, section, options, delimiter)

    def _write_section(self, fp, section, options, delimiter):
        fp.write(f"[{section}]\n")
        for key, value in options.items():
            value = self._interpolation.before_write(self, section, key, value)
            if value is None and self._allow_no_value:
                fp.write(key + "\n")
            else:
                fp.write(key + delimiter + str(value).replace("\n", "\n\t") + "\n")
        fp.write("\n")

    def remove_option(self, section, option):
        options = self._of(section)
        return options.pop(self.optionxform(option), _none) is not _none

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check(self, value):
        if not isinstance(value, str) and (value is not None or not self._allow_no_value):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        self._check(value)
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings" + " or UNNAMED_SECTION" * _SINCE_3_13)
        super().add_section(section)


class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    parser, name = property(lambda self: self._parser), property(lambda self: self._name)

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if isinstance(self._parser, ConfigParser):
            self._parser._check(value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def __getattr__(self, name):
        # getint(), getfloat(), getboolean() and those of the converters.
        if name[:3] != "get" or not hasattr(self._parser, name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        method = getattr(self._parser, name)

        def get(option, fallback=None, **kwargs):
            return self.get(option, fallback, _impl=method, **kwargs)
        return get


class ConverterMapping(_MutableMapping):
    # A converter "x" is getx() of the parser.
    def __init__(self, parser):
        self._parser, self._data = parser, {"int": None, "float": None, "boolean": None}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str) or not key:
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if key == "":
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        parser = self._parser

        def get(section, option, *, raw=False, vars=None, fallback=_none, **kwargs):
            return parser._converted(value, section, option, raw, vars, fallback)
        setattr(parser, "get" + key, get)

    def __delitem__(self, key):
        del self._data[key]
        delattr(self._parser, "get" + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
