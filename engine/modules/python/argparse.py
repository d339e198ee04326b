# argparse. Specified in: https://docs.python.org/3.11/library/argparse.html
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]
SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "==SUPPRESS==", "?", "*", "+", "A...", "..."
_UNKNOWN = "_unrecognized_args"
_3_12, _3_13 = _sys.version_info >= (3, 12), _sys.version_info >= (3, 13)


class _Shown:
    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []

    def __repr__(self):
        parts, odd = [repr(each) for each in self._get_args()], {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                odd[name] = value
        if odd:
            parts.append(f"**{odd!r}")
        return f"{type(self).__name__}({', '.join(parts)})"


class Namespace(_Shown):
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    __hash__ = None

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentTypeError(Exception):
    pass


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        if not isinstance(action.metavar, tuple):
            return action.metavar
        if action.nargs == ZERO_OR_MORE and len(action.metavar) == 2:
            return "{}[, {}]".format(*action.metavar)
        return "{}[, {}]".format(*action.metavar) if action.nargs == ONE_OR_MORE else ", ".join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{" + ",".join(action.choices) + "}" if action.choices else None


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


# --- help ---

class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._width = 78 if width is None else width
        self._prog, self._step = prog, indent_increment
        self._most = min(max_help_position, max(self._width - 20, indent_increment * 2))
        self._current_indent = self._longest = 0
        self._parts = [[]]

    def _indent(self):
        self._current_indent += self._step

    def _dedent(self):
        self._current_indent -= self._step

    def start_section(self, heading):
        self._parts.append([])
        self._parts[-1].append(heading)
        self._indent()

    def end_section(self):
        self._dedent()
        heading, *parts = self._parts.pop()
        indent = self._current_indent

        def section():
            text = "".join(part() for part in parts)
            if not text:
                return ""
            title = "" if heading in (SUPPRESS, None) else f"{'':{indent}}{heading}:\n"
            return f"\n{title}{text}\n"
        self._parts[-1].append(section)

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            indent = self._current_indent
            self._parts[-1].append(lambda: self._text(text, indent))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts[-1].append(lambda: self._format_usage(usage, list(actions), groups, prefix))

    def _sub(self, action):
        subs = getattr(action, "_get_subactions", None)
        if subs is not None:
            self._indent()
            yield from subs()
            self._dedent()

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths, indent = [len(self._format_action_invocation(action)) + self._current_indent], self._current_indent
        for each in self._sub(action):
            lengths.append(len(self._format_action_invocation(each)) + (self._current_indent if _3_12 else indent))
        self._longest = max(self._longest, *lengths)

        def shown():
            self._current_indent, before = indent, self._current_indent
            text = self._format_action(action)
            self._current_indent = before
            return text
        self._parts[-1].append(shown)

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join(part() for part in self._parts[0])
        return _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n" if text else text

    def _text(self, text, indent):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, max(self._width - indent, 11), " " * indent) + "\n\n"

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavars(self, action, default, count):
        shown = action.metavar
        if shown is None:
            shown = default if action.choices is None else "{" + ",".join(map(str, action.choices)) + "}"
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return "%s" % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return "[%s]" % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(self._metavars(action, default, nargs)[:nargs])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        if _3_13:
            return ", ".join(action.option_strings) + " " + args
        return ", ".join(f"{option} {args}" for option in action.option_strings)

    def _expand_help(self, action):
        words = dict(vars(action), prog=self._prog)
        for name in list(words):
            if words[name] is SUPPRESS:
                del words[name]
            elif hasattr(words[name], "__name__"):
                words[name] = words[name].__name__
        if words.get("choices") is not None:
            words["choices"] = ", ".join(map(str, words["choices"]))
        text = self._get_help_string(action)
        return text % words

    def _format_action(self, action):
        start = min(self._longest + 2, self._most)
        width, indent = max(self._width - start, 11), self._current_indent
        header, room = self._format_action_invocation(action), start - indent - 2
        first, text = start, ""
        if not action.help:
            text = f"{'':{indent}}{header}\n"
        elif len(header) <= room:
            text, first = f"{'':{indent}}{header:<{room}}  ", 0
        else:
            text = f"{'':{indent}}{header}\n"
        if action.help and action.help.strip():
            for line in self._split_lines(self._expand_help(action), width):
                text += f"{'':{first}}{line}\n"
                first = start
        elif not text.endswith("\n"):
            text += "\n"
        for each in self._sub(action):
            text += self._format_action(each)
        return text

    def _usage_of(self, action, in_group):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if in_group and text[:1] == "[" and text[-1:] == "]" else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f"{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return text if action.required or in_group else f"[{text}]"

    def _usage_parts(self, actions, groups):
        parts, at = [], 0
        while at < len(actions):
            for group in groups:
                members = group._group_actions
                if members and actions[at] is members[0] and actions[at:at + len(members)] == members:
                    shown = [each for each in members if each.help is not SUPPRESS]
                    texts = [self._usage_of(each, len(shown) > 1 or group.required) for each in shown]
                    if len(shown) > 1:
                        open, close = "()" if group.required else "[]"
                        texts[0], texts[-1] = open + texts[0], texts[-1] + close
                        texts[:-1] = [text + " |" for text in texts[:-1]]
                    parts += texts if _3_13 or not texts else [" ".join(texts)]
                    at += len(members)
                    break
            else:
                if actions[at].help is not SUPPRESS:
                    parts.append(self._usage_of(actions[at], False))
                at += 1
        return [part for part in parts if part]

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        prog = self._prog
        optional = self._usage_parts([each for each in actions if each.option_strings], groups)
        positional = self._usage_parts([each for each in actions if not each.option_strings], groups)
        usage = " ".join([prog, *optional, *positional])
        width = max(self._width - self._current_indent, 11)
        if len(prefix) + len(usage) > width:
            def lines(parts, indent, first=None):
                made, line = [], []
                length = (len(indent) if first is None else len(first)) - 1
                for part in parts:
                    if length + 1 + len(part) > width and line:
                        made.append(indent + " ".join(line))
                        line, length = [], len(indent) - 1
                    line.append(part)
                    length += len(part) + 1
                if line:
                    made.append(indent + " ".join(line))
                if first is not None:
                    made[0] = made[0][len(indent):]
                return made
            if len(prefix) + len(prog) <= 0.75 * width:
                indent = " " * (len(prefix) + len(prog) + 1)
                if optional:
                    made = lines([prog] + optional, indent, prefix) + lines(positional, indent)
                else:
                    made = lines([prog] + positional, indent, prefix)
            else:
                indent = " " * len(prefix)
                made = lines(optional + positional, indent)
                if len(made) > 1:
                    made = lines(optional, indent) + lines(positional, indent)
                made.insert(0, prog)
            usage = "\n".join(made)
        return f"{prefix}{usage}\n\n"


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


# --- actions ---

class Action(_Shown):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar
        if _3_13:
            self.deprecated = deprecated

    def _get_kwargs(self):
        names = ["option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar"]
        return [(name, getattr(self, name)) for name in names + ["deprecated"] * _3_13]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                             "true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, **kwargs):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, **kwargs):
        super().__init__(option_strings, dest, True, default, required, help, **kwargs)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, **kwargs):
        super().__init__(option_strings, dest, False, default, required, help, **kwargs)


def _copied(namespace, dest):
    from copy import copy
    items = getattr(namespace, dest, None)
    return [] if items is None else copy(items)


class _Append(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(namespace, self.dest)
        items.append(values)
        setattr(namespace, self.dest, items)


class _Extend(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(namespace, self.dest)
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(namespace, self.dest)
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, **kwargs):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, **kwargs):
        super().__init__(option_strings, dest, 0, default=default, help=help, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, **kwargs):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings, dest, 0, default=default, help=help, **kwargs)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, **kwargs):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith("--"):
                options.append("--no-" + option[2:])
        if help is not None and default not in (None, SUPPRESS) and not _3_13:
            help += " (default: %(default)s)"
        super().__init__(options, dest, 0, default=default, required=required, help=help, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _SubParsers(Action):
    class _Choice(Action):
        def __init__(self, name, aliases, help):
            shown = f"{name} ({', '.join(aliases)})" if aliases else name
            super().__init__([], shown, help=help, metavar=shown)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prefix, self._class, self._parsers, self._shown = prog, parser_class, {}, []
        super().__init__(option_strings, dest, PARSER, choices=self._parsers, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prefix} {name}"
        if name in self._parsers and _sys.version_info >= (3, 11):
            raise (ValueError if _3_13 else ArgumentError)(*([] if _3_13 else [self]), f"conflicting subparser: {name}")
        if help is not None or "help" in kwargs:
            self._shown.append(self._Choice(name, aliases, help))
        parser = self._class(**kwargs)
        for each in (name, *aliases):
            self._parsers[each] = parser
        return parser

    def _get_subactions(self):
        return self._shown

    def __call__(self, parser, namespace, values, option_string=None):
        name, *arguments = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._parsers:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._parsers)})")
        made, rest = self._parsers[name].parse_known_args(arguments, None)
        for key, value in vars(made).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault(_UNKNOWN, []).extend(rest)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        raise ArgumentTypeError(f"can't open '{string}': there are no files here")


# --- parsers ---

class _Container:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.prefix_chars, self.argument_default = description, prefix_chars, argument_default
        self.conflict_handler = conflict_handler
        self._registries = {"type": {None: lambda text: text}, "action": {
            None: _Store, "store": _Store, "store_const": _StoreConst, "store_true": _StoreTrue,
            "store_false": _StoreFalse, "append": _Append, "append_const": _AppendConst, "count": _Count, "help": _Help,
            "version": _Version, "parsers": _SubParsers, "extend": _Extend}}
        if conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self._actions, self._options, self._groups, self._exclusive, self._defaults = [], {}, [], [], {}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise (TypeError if _3_13 else ValueError)("dest supplied twice for positional argument"
                                                           + (", did you mean metavar?" if _3_13 else ""))
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        name = kwargs.pop("action", None)
        make = self._registries["action"].get(name, name)
        if not callable(make):
            raise ValueError(f'unknown action "{make}"' if not _3_13 else f"unknown action {make!r}")
        action = make(**kwargs)
        if _3_13 and not action.option_strings and action.nargs == 0:
            raise ValueError(f"action {name!r} is not valid for positional arguments")
        convert = self._registries["type"].get(action.type, action.type)
        if not callable(convert):
            raise (TypeError if _3_13 else ValueError)(f"{convert!r} is not callable")
        if convert is FileType:
            raise (TypeError if _3_13 else ValueError)(
                f"{convert!r} is a FileType class object, instance of it must be passed")
        try:
            HelpFormatter("")._format_args(action, None)
        except TypeError:
            raise ValueError("length of metavar tuple does not match nargs") from None
        return self._add_action(action)

    def _positional(self, dest=None, **kwargs):
        if dest is None:
            dest = kwargs.pop("dest")
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0 and _3_13:
            raise ValueError("nargs for positionals must be != 0")
        kwargs["required"] = not (nargs in (OPTIONAL, REMAINDER, SUPPRESS) or nargs == ZERO_OR_MORE
                                  and (_3_13 or "default" in kwargs))
        if nargs == ZERO_OR_MORE and not _3_13 and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        long = []
        for option in args:
            if option[:1] not in self.prefix_chars or not option:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (long or args)[0].lstrip(self.prefix_chars)
            if not dest:
                raise (TypeError if _3_13 else ValueError)(
                    f"dest= is required for options like {args[0]!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        clash = [(option, self._options[option]) for option in action.option_strings if option in self._options]
        if clash and self.conflict_handler == "error":
            word = "string" if len(clash) == 1 else "strings"
            raise ArgumentError(action, f"conflicting option {word}: {', '.join(option for option, _ in clash)}")
        for option, other in clash:
            other.option_strings.remove(option)
            self._options.pop(option)
            if not other.option_strings:
                other.container._remove_action(other)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._options[option] = action
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _Group(self, *args, **kwargs)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _Exclusive(self, **kwargs)
        self._exclusive.append(group)
        return group


class _Group(_Container):
    def __init__(self, container, title=None, description=None, **kwargs):
        self.title, self._group_actions, self._container = title, [], container
        super().__init__(description, kwargs.get("prefix_chars", container.prefix_chars),
                         kwargs.get("argument_default", container.argument_default),
                         kwargs.get("conflict_handler", container.conflict_handler))
        for name in ("_registries", "_actions", "_options", "_defaults", "_exclusive"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _Exclusive(_Group):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


class ArgumentParser(_Shown, _Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=False):
        _Container.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _sys.argv[0].rpartition("/")[2] if prog is None else prog
        self.usage, self.epilog, self.formatter_class, self.add_help = usage, epilog, formatter_class, add_help
        self.fromfile_prefix_chars, self.allow_abbrev, self.exit_on_error = fromfile_prefix_chars, allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        dash = "-" if "-" in prefix_chars else prefix_chars[0]
        if add_help:
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._take(parent)

    def _get_kwargs(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return [(name, getattr(self, name)) for name in names]

    def _take(self, parent):
        groups = {}
        for group in parent._groups:
            own = next((each for each in self._groups if each.title == group.title), None)
            if own is None:
                own = self.add_argument_group(title=group.title, description=group.description,
                                              conflict_handler=group.conflict_handler)
            groups.update(dict.fromkeys(group._group_actions, own))
        for group in parent._exclusive:
            own = self.add_mutually_exclusive_group(required=group.required)
            groups.update(dict.fromkeys(group._group_actions, own))
        for action in parent._actions:
            groups.get(action, self)._add_action(action)
        self._defaults.update(parent._defaults)

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def add_subparsers(self, *, title=None, description=None, **kwargs):
        if self._subparsers is not None:
            raise (ValueError if _3_13 else ArgumentError)(*([] if _3_13 else [None]),
                                                           "cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if title is not None or description is not None:
            self._subparsers = self.add_argument_group("subcommands" if title is None else title, description)
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, [each for each in self._actions if not each.option_strings],
                                self._exclusive, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = _SubParsers(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    # --- what is said ---

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive)
        formatter.add_text(self.description)
        for group in self._groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    # --- parsing ---

    def parse_args(self, args=None, namespace=None):
        made, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f"unrecognized arguments: {' '.join(rest)}"
            if _3_13 and not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return made

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = _Parse(self, args, namespace).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, _UNKNOWN):
            rest += getattr(namespace, _UNKNOWN)
            delattr(namespace, _UNKNOWN)
        return namespace, rest

    parse_known_intermixed_args = parse_known_args

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _get_value(self, action, text):
        convert = self._registries["type"].get(action.type, action.type)
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is not None and value not in (iter(choices) if isinstance(choices, str) and _3_12 else choices):
            shown = ", ".join(map(repr, choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    def _get_values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and "--" in texts:
            texts = list(texts)
            texts.remove("--")
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                if not _3_12:
                    self._check_value(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                return action.default
            return [] if _3_12 else texts
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, text) for text in texts]
        if nargs == REMAINDER:
            return values
        for value in values[:1] if nargs == PARSER else values:
            self._check_value(action, value)
        return values[0] if nargs in (None, OPTIONAL) else values


class _Parse:
    # One list of arguments. Each is an option ("O"), the first "--" ("-") or an argument ("A"); how many of them an
    # action takes is an expression over these letters.
    def __init__(self, parser, args, namespace):
        self.parser, self.args, self.namespace = parser, args, namespace
        self.extras, self.seen, self.given, self.options = [], [], [], {}
        self.positionals = [each for each in parser._actions if not each.option_strings]
        self.exclusive = {}
        for group in parser._exclusive:
            for action in group._group_actions:
                self.exclusive.setdefault(action, []).extend(each for each in group._group_actions if each is not action)
        letters, after = "", False
        for i, arg in enumerate(args):
            option = None if after or arg == "--" else self.option(arg)
            if option is not None:
                self.options[i] = option
            letters += "A" if option is None else "O"
            if not after and arg == "--":
                letters, after = letters[:-1] + "-", True
        self.letters = letters

    def negative(self, text):
        return _re.match(r"^-\d+$|^-\d*\.\d+$" if not _3_13 else r"-\.?\d", text)

    # (action, option, what follows "="), or None for an argument
    def option(self, arg):
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._options:
            return parser._options[arg], arg, None
        if len(arg) == 1:
            return None
        name, found, value = arg.partition("=")
        if found and name in parser._options:
            return parser._options[name], name, value
        fitting = self.abbreviated(arg)
        if len(fitting) > 1:
            options = ", ".join(option for _, option, _ in fitting)
            raise ArgumentError(None, f"ambiguous option: {arg if not _3_13 else name} could match {options}")
        if fitting:
            return fitting[0]
        if self.negative(arg) and not any(self.negative(option) for option in parser._options):
            return None
        return None if " " in arg else (None, arg, None)

    def abbreviated(self, arg):
        parser, made = self.parser, []
        chars = parser.prefix_chars
        if arg[0] in chars and arg[1] in chars:
            if parser.allow_abbrev:
                name, found, value = arg.partition("=")
                made = [(parser._options[option], option, value if found else None)
                        for option in parser._options if option.startswith(name)]
        elif arg[0] in chars:
            for option, action in parser._options.items():
                if option == arg[:2]:
                    made.append((action, option, arg[2:]))
                elif option.startswith(arg.partition("=")[0] if _3_12 else arg) and (parser.allow_abbrev or not _3_12):
                    made.append((action, option, arg.partition("=")[2] if _3_12 and "=" in arg else None))
        return made

    def pattern(self, action):
        nargs = action.nargs
        text = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
                REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}.get(nargs)
        if text is None:
            text = "(-*%s-*)" % "-*".join("A" * nargs)
        if action.option_strings:
            text = text.replace("-*", "").replace("-", "")
        return text

    def count(self, action, letters):
        match = _re.match(self.pattern(action), letters)
        if match is None:
            words = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                     ONE_OR_MORE: "expected at least one argument"}.get(action.nargs)
            if words is None:
                words = f"expected {action.nargs} argument{'s' if action.nargs != 1 else ''}"
            raise ArgumentError(action, words)
        return len(match.group(1))

    def take(self, action, texts, option=None):
        self.seen.append(action)
        values = self.parser._get_values(action, texts)
        if values is not action.default or texts and _3_13:
            self.given.append(action)
            for other in self.exclusive.get(action, ()):
                if other in self.given:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def consume_option(self, at):
        action, option, value = self.options[at]
        taken = []
        while True:
            if action is None:
                self.extras.append(self.args[at])
                return at + 1
            if value is not None:
                count = self.count(action, "A")
                if count == 0 and option[1] not in self.parser.prefix_chars and value:
                    # Several flags of a letter each: -abc
                    taken.append((action, [], option))
                    option, rest = option[0] + value[0], value[1:]
                    if option not in self.parser._options:
                        if _3_13:
                            self.extras.append(option + rest)
                            stop = at + 1
                            break
                        raise ArgumentError(action, f"ignored explicit argument {value!r}")
                    action, value = self.parser._options[option], rest or None
                    if value and value[0] == "=" and _3_12:
                        value = value[1:]
                elif count == 1:
                    stop = at + 1
                    taken.append((action, [value], option))
                    break
                else:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
            else:
                start = at + 1
                stop = start + self.count(action, self.letters[start:])
                taken.append((action, self.args[start:stop], option))
                break
        for action, texts, option in taken:
            self.take(action, texts, option)
        return stop

    def consume_positionals(self, at):
        letters, counts = self.letters[at:], []
        for end in range(len(self.positionals), 0, -1):
            match = _re.match("".join(self.pattern(each) for each in self.positionals[:end]), letters)
            if match:
                counts = [len(each) for each in match.groups()]
                break
        if _3_12:
            # What takes nothing waits for what may still come.
            last = at + sum(counts) < len(letters) + at and "O" in letters
            while counts and last and counts[-1] == 0 and self.positionals[len(counts) - 1].nargs not in (SUPPRESS,):
                counts.pop()
        done = self.positionals[:len(counts)]
        self.positionals = self.positionals[len(counts):]
        for action, count in zip(done, counts):
            self.take(action, self.args[at:at + count])
            at += count
        return at

    def run(self):
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            following = min(i for i in self.options if i >= at)
            if at != following:
                end = self.consume_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras += self.args[at:following]
                at = following
            at = self.consume_option(at)
        stop = self.consume_positionals(at)
        self.extras += self.args[stop:]
        self.finish()
        return self.extras

    def finish(self):
        parser, missing = self.parser, []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif (isinstance(action.default, str) and hasattr(self.namespace, action.dest)
                  and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in parser._exclusive:
            if group.required and not any(action in self.given for action in group._group_actions):
                names = " ".join(_name_of(each) for each in group._group_actions if each.help is not SUPPRESS)
                raise ArgumentError(None, f"one of the arguments {names} is required")
