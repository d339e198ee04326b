#include "grammar.h"

#include <initializer_list>
#include <span>
#include <string_view>

namespace awaitscope {
namespace {

using Words = std::span<const std::string_view>;

// A special method: its parameters behind self, and whether it may be `async def`.
struct Special {
  std::string_view name, parameters;
  bool async = false;
};

constexpr Special kSpecials[] = {
    {"__repr__", ""},
    {"__str__", ""},
    {"__eq__", ", other"},
    {"__hash__", ""},
    {"__lt__", ", other"},
    {"__bool__", ""},
    {"__len__", ""},
    {"__length_hint__", ""},
    {"__iter__", ""},
    {"__next__", ""},
    {"__contains__", ", item"},
    {"__getitem__", ", key"},
    {"__setitem__", ", key, value"},
    {"__delitem__", ", key"},
    {"__missing__", ", key"},
    {"__reversed__", ""},
    {"__getattr__", ", name"},
    {"__getattribute__", ", name"},
    {"__setattr__", ", name, value"},
    {"__delattr__", ", name"},
    {"__dir__", ""},
    {"__get__", ", instance, owner=None"},
    {"__set__", ", instance, value"},
    {"__delete__", ", instance"},
    {"__set_name__", ", owner, name"},
    {"__call__", ", *args, **kwargs"},
    {"__init__", ", *args, **kwargs"},
    {"__new__", ", *args, **kwargs"},
    {"__del__", ""},
    {"__init_subclass__", ", **kwargs"},
    {"__class_getitem__", ", item"},
    {"__instancecheck__", ", instance"},
    {"__subclasscheck__", ", cls"},
    {"__mro_entries__", ", bases"},
    {"__prepare__", ", *args"},
    {"__add__", ", other"},
    {"__radd__", ", other"},
    {"__iadd__", ", other"},
    {"__mul__", ", other"},
    {"__rmul__", ", other"},
    {"__mod__", ", other"},
    {"__pow__", ", other, modulo=None"},
    {"__or__", ", other"},
    {"__and__", ", other"},
    {"__sub__", ", other"},
    {"__truediv__", ", other"},
    {"__divmod__", ", other"},
    {"__matmul__", ", other"},
    {"__neg__", ""},
    {"__invert__", ""},
    {"__abs__", ""},
    {"__round__", ", n=None"},
    {"__int__", ""},
    {"__float__", ""},
    {"__complex__", ""},
    {"__index__", ""},
    {"__bytes__", ""},
    {"__format__", ", spec"},
    {"__copy__", ""},
    {"__deepcopy__", ", memo"},
    {"__reduce_ex__", ", protocol"},
    {"__getstate__", ""},
    {"__sizeof__", ""},
    {"__enter__", ""},
    {"__exit__", ", *exc"},
    {"__await__", "", true},
    {"__aiter__", "", true},
    {"__anext__", "", true},
    {"__aenter__", "", true},
    {"__aexit__", ", *exc", true},
    {"__match_args__", ""},
    {"send", ", value"},
    {"throw", ", *args"},
    {"close", ""},
    {"keys", ""},
    {"items", ""},
    {"write", ", text"},
    {"cancel", ", *args"},
    {"done", ""},
    {"result", ""},
    {"add_done_callback", ", *args, **kwargs"},
};

constexpr std::string_view kAttributes[] = {
    "x",
    "__class__",
    "__dict__",
    "__name__",
    "__doc__",
    "__bases__",
    "__mro__",
    "__func__",
    "__self__",
    "__wrapped__",
    "args",
    "__cause__",
    "__context__",
    "__traceback__",
    "__notes__",
    "gi_frame",
    "cr_frame",
    "cr_await",
    "ag_frame",
    "f_locals",
    "f_back",
    "tb_next",
    "__code__",
    "__globals__",
    "__closure__",
    "__defaults__",
    "__kwdefaults__",
    "__annotations__",
    "__module__",
    "__qualname__",
    "__slots__",
    "_state",
    "_callbacks",
    "exceptions",
    "value",
    "name",
    "__type_params__",
    "__origin__",
    "__args__",
    "__hash__",
    "__eq__",
    "__iter__",
    "__next__",
    "__weakref__",
    "__abstractmethods__",
};

constexpr std::string_view kMethods[] = {
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "sort",
    "reverse",
    "index",
    "count",
    "clear",
    "copy",
    "update",
    "setdefault",
    "get",
    "keys",
    "items",
    "values",
    "popitem",
    "add",
    "discard",
    "union",
    "difference",
    "issubset",
    "join",
    "split",
    "replace",
    "format",
    "format_map",
    "encode",
    "decode",
    "startswith",
    "strip",
    "translate",
    "center",
    "zfill",
    "partition",
    "send",
    "throw",
    "close",
    "__next__",
    "__iter__",
    "__await__",
    "__anext__",
    "asend",
    "athrow",
    "aclose",
    "__call__",
    "__repr__",
    "__eq__",
    "__hash__",
    "__get__",
    "__set__",
    "__init__",
    "__setattr__",
    "__getattribute__",
    "__reduce_ex__",
    "__format__",
    "mro",
    "__subclasses__",
    "fromkeys",
    "to_bytes",
    "as_integer_ratio",
    "cancel",
    "cancelled",
    "uncancel",
    "set_result",
    "set_exception",
    "result",
    "exception",
    "add_done_callback",
    "remove_done_callback",
    "get_coro",
    "get_stack",
    "set_name",
    "with_traceback",
    "add_note",
    "split",
    "derive",
    "subgroup",
    "put_nowait",
    "get_nowait",
    "task_done",
    "acquire",
    "release",
    "set",
    "wait",
    "tobytes",
    "cast",
    "hex",
    "conjugate",
    "rotate",
    "appendleft",
    "move_to_end",
    "most_common",
    "elements",
};

constexpr std::string_view kBuiltins[] = {
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "complex",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "hasattr",
    "hash",
    "hex",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "classmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "aiter",
    "anext",
    "delattr",
    "ExceptionGroup",
    "BaseExceptionGroup",
    "StopIteration",
    "KeyError",
    "OSError",
    "UnicodeDecodeError",
    "ImportError",
    "SyntaxError",
    "copy.copy",
    "copy.deepcopy",
    "functools.partial",
    "functools.reduce",
    "functools.cache",
    "functools.wraps",
    "functools.total_ordering",
    "functools.singledispatch",
    "functools.cached_property",
    "itertools.chain",
    "itertools.groupby",
    "itertools.tee",
    "itertools.islice",
    "itertools.product",
    "itertools.accumulate",
    "itertools.zip_longest",
    "itertools.permutations",
    "itertools.starmap",
    "collections.deque",
    "collections.Counter",
    "collections.OrderedDict",
    "collections.defaultdict",
    "collections.ChainMap",
    "collections.namedtuple",
    "collections.UserDict",
    "weakref.ref",
    "weakref.WeakValueDictionary",
    "weakref.WeakSet",
    "weakref.finalize",
    "contextlib.contextmanager",
    "contextlib.asynccontextmanager",
    "contextlib.suppress",
    "contextlib.closing",
    "contextlib.ExitStack",
    "contextvars.ContextVar",
    "contextvars.copy_context",
    "dataclasses.dataclass",
    "dataclasses.asdict",
    "dataclasses.replace",
    "enum.Enum",
    "json.dumps",
    "json.loads",
    "heapq.heappush",
    "heapq.heapify",
    "heapq.merge",
    "bisect.insort",
    "operator.add",
    "operator.itemgetter",
    "operator.attrgetter",
    "operator.methodcaller",
    "operator.length_hint",
    "types.SimpleNamespace",
    "types.MappingProxyType",
    "types.coroutine",
    "types.MethodType",
    "types.new_class",
    "types.GenericAlias",
    "inspect.signature",
    "inspect.iscoroutine",
    "inspect.getattr_static",
    "traceback.format_exception",
    "traceback.print_exception",
    "traceback.walk_tb",
    "re.compile",
    "re.sub",
    "string.Template",
    "textwrap.wrap",
    "math.fsum",
    "math.gcd",
    "statistics.mean",
    "random.choice",
    "struct.pack",
    "pickle.dumps",
    "abc.update_abstractmethods",
    "gc.get_referrers",
    "asyncio.gather",
    "asyncio.wait",
    "asyncio.wait_for",
    "asyncio.shield",
    "asyncio.ensure_future",
    "asyncio.create_task",
    "asyncio.Task",
    "asyncio.Future",
    "asyncio.Event",
    "asyncio.Lock",
    "asyncio.Semaphore",
    "asyncio.Queue",
    "asyncio.PriorityQueue",
    "asyncio.Condition",
    "asyncio.Barrier",
    "asyncio.TaskGroup",
    "asyncio.timeout",
    "asyncio.as_completed",
    "asyncio.to_thread",
    "asyncio.run",
    "asyncio.Runner",
    "asyncio.new_event_loop",
    "asyncio.all_tasks",
    "asyncio.current_task",
    "asyncio.iscoroutine",
    "asyncio.run_coroutine_threadsafe",
    "threading.Thread",
    "queue.Queue",
};

constexpr std::string_view kModules[] = {
    "asyncio",  "abc",         "bisect",    "collections", "contextlib", "contextvars",
    "copy",     "dataclasses", "enum",      "functools",   "gc",         "heapq",
    "inspect",  "itertools",   "json",      "math",        "operator",   "pickle",
    "queue",    "random",      "re",        "statistics",  "string",     "struct",
    "textwrap", "threading",   "traceback", "types",       "weakref",
};

constexpr std::string_view kExceptions[] = {
    "ValueError",
    "StopIteration",
    "StopAsyncIteration",
    "GeneratorExit",
    "KeyboardInterrupt",
    "SystemExit",
    "RecursionError",
    "AttributeError",
    "IndexError",
    "KeyError",
    "TypeError",
    "ExceptionGroup",
    "asyncio.CancelledError",
    "MemoryError",
    "BaseException",
    "asyncio.TimeoutError",
};

constexpr std::string_view kAtoms[] = {
    "None",
    "0",
    "1",
    "-1",
    "True",
    "2 ** 70",
    "1.5",
    "float('nan')",
    "''",
    "'word'",
    "'\\U0001f600\\ud800'",
    "b'ab'",
    "()",
    "[]",
    "{}",
    "set()",
    "...",
    "NotImplemented",
    "1j",
    "10 ** 9",
    "shared",
    "table",
    "bag",
    "A",
    "B",
    "C",
    "A()",
    "B()",
    "C()",
    "gen()",
    "coro()",
    "agen()",
    "it",
    "cell",
    "err",
    "type",
    "object",
    "lambda *a, **k: a",
    "slice(None, None, -1)",
    "range(3)",
    "iter(shared)",
    "fut",
    "task",
};

constexpr std::string_view kBinary[] = {
    "+",  "-",  "*", "/",  "//", "%",  "@",  "&",  "|",   "^",      "<<", ">>",
    "==", "!=", "<", "<=", ">",  ">=", "is", "in", "and", "not in", "or"};

constexpr std::string_view kUnary[] = {"-", "~", "not ", "+", "*"};

constexpr std::string_view kPatterns[] = {
    "A(x=1)", "A(a, b)", "[a, *b]", "{'x': a, **b}", "str() | int()",
    "None",   "(a, b)",  "[]",      "a if a",        "_",
};

class Writer {
 public:
  Writer(const uint8_t* data, size_t size, Version version)
      : data_(data), size_(size), version_(version) {}

  std::string program() {
    line("shared = [1, 'two', 3.0]");
    line("table = {'x': 1, 2: 'y'}");
    line("bag = {1, 2}");
    line("cell = it = err = fut = task = None");
    line("class A: pass");
    line("class B: pass");
    line("class C: pass");
    function("def", "gen", "", Kind::Generator);
    function("async def", "coro", "", Kind::Coroutine);
    function("async def", "agen", "", Kind::AsyncGenerator);
    for (std::string_view name : {"A", "B", "C"}) a_class(name);
    line("it = gen()");
    for (int count = 1 + byte() % 6; count > 0; --count) {
      block("try:", [&] { statement(Kind::Plain, 0); });
      block("except BaseException as e:", [&] { line("err = e"); });
    }
    function("async def", "main", "", Kind::Coroutine);
    guarded("asyncio.run(main())");
    guarded("asyncio.run(agen().__anext__())");
    // Only what it names: importing takes longer than most of these programs run.
    std::string imports;
    for (std::string_view module : kModules) {
      const std::string name(module);
      if (out_.find(name + ".") != std::string::npos) imports += "import " + name + "\n";
    }
    return imports + out_;
  }

 private:
  enum class Kind { Plain, Function, Generator, Coroutine, AsyncGenerator };

  static constexpr int kDeep = 4;  // how far expressions and statements nest

  uint8_t byte() { return at_ < size_ ? data_[at_++] : 0; }
  bool left() const { return at_ < size_; }
  std::string_view pick(Words words) { return words[byte() % words.size()]; }

  void line(std::string_view text) {
    out_.append(indent_, ' ');
    out_ += text;
    out_ += '\n';
  }

  // One more statement list, indented.
  template <class Body>
  void block(std::string_view head, Body body) {
    line(head);
    indent_ += 1;
    body();
    indent_ -= 1;
  }

  void guarded(std::string_view statement) {
    block("try:", [&] { line(statement); });
    block("except BaseException as e:", [&] { line("err = e"); });
  }

  void a_class(std::string_view name) {
    std::string head = "class " + std::string(name);
    switch (byte() % 8) {
      case 1: head += "(A)"; break;
      case 2: head += "(" + std::string(pick(kBases)) + ")"; break;
      case 3: head += "(metaclass=" + std::string(pick(kMetaclasses)) + ")"; break;
      case 4: head += "(B, " + std::string(pick(kBases)) + ")"; break;
      default: break;
    }
    // A class statement may raise (bases that do not fit): the plain class of before stands in
    // then.
    block("try:", [&] {
      if (byte() % 8 == 7) line("@" + std::string(pick(kDecorators)));
      block(head + ":", [&] {
        line("x = " + value(Kind::Plain, 1));
        for (int methods = byte() % 6; methods > 0; --methods) special();
      });
    });
    block("except BaseException as e:", [&] { line("err = e"); });
  }

  void special() {
    const Special& method = kSpecials[byte() % std::size(kSpecials)];
    const uint8_t how = byte() % 8;
    if (how == 7) {  // anything at all in its place
      line(std::string(method.name) + " = " + value(Kind::Plain, 1));
      return;
    }
    if (how == 6) {  // that of another class, unbound
      line(std::string(method.name) + " = " + std::string(pick(kOwners)) + "." +
           std::string(method.name));
      return;
    }
    if (how == 5) line("@" + std::string(pick(kMethodDecorators)));
    const Kind kind = method.async && how % 2    ? Kind::Coroutine
                      : how == 4                 ? Kind::Generator
                      : method.async && how == 2 ? Kind::AsyncGenerator
                                                 : Kind::Function;
    const bool async = kind == Kind::Coroutine || kind == Kind::AsyncGenerator;
    function(async ? "async def" : "def", method.name, "self" + std::string(method.parameters),
             kind);
  }

  void function(std::string_view keyword, std::string_view name, std::string_view parameters,
                Kind kind) {
    block(std::string(keyword) + " " + std::string(name) + "(" + std::string(parameters) + "):",
          [&] {
            line("global it, cell, err, fut, task");
            if (parameters.empty()) line("self = cell");
            statements(kind, 1 + byte() % 3);
            if (kind == Kind::Generator || kind == Kind::AsyncGenerator) line("yield self");
            if (kind != Kind::AsyncGenerator && byte() % 4) line("return " + value(kind, 2));
          });
  }

  void statements(Kind kind, int count) {
    for (; count > 0; --count) statement(kind, 0);
  }

  void statement(Kind kind, int depth) {
    const bool async = kind == Kind::Coroutine || kind == Kind::AsyncGenerator;
    if (depth >= kDeep || !left()) {
      line("pass");
      return;
    }
    const auto nested = [&] {
      statement(kind, depth + 1);
      if (byte() % 2) statement(kind, depth + 1);
    };
    switch (byte() % 26) {
      case 0: line("pass"); break;
      case 1: guarded(value(kind, 0)); break;
      case 2: line("cell = " + value(kind, 0)); break;
      case 3: line("it = iter(" + value(kind, 1) + ")"); break;
      case 4: guarded("shared.append(" + value(kind, 1) + ")"); break;
      case 5: guarded("table[" + value(kind, 1) + "] = " + value(kind, 1)); break;
      case 6: guarded(std::string(pick(kDeletions))); break;
      case 7:
        guarded("setattr(" + value(kind, 1) + ", '" + std::string(pick(kAttributes)) + "', " +
                value(kind, 1) + ")");
        break;
      case 8:
        guarded("setattr(" + std::string(pick(kOwners)) + ", '" +
                std::string(kSpecials[byte() % std::size(kSpecials)].name) + "', " +
                value(kind, 1) + ")");
        break;
      case 9: {
        const std::string what = value(kind, 1);
        block("try:", [&] { line("raise " + std::string(pick(kExceptions)) + "(" + what + ")"); });
        block("except BaseException as e:", [&] {
          line("err = e");
          nested();
        });
        break;
      }
      case 10: {
        block("for n, item in enumerate(" + value(kind, 1) + "):", [&] {
          block("if n > 5:", [&] { line("break"); });
          nested();
        });
        break;
      }
      case 11: block("with " + value(kind, 1) + " as cell:", nested); break;
      case 12: block("if " + value(kind, 1) + ":", nested); break;
      case 13:
        block("try:", nested);
        block("finally:", nested);
        break;
      case 14:
        block("match " + value(kind, 1) + ":",
              [&] { block("case " + std::string(pick(kPatterns)) + ":", nested); });
        break;
      case 15: line("cell " + std::string(pick(kAugmented)) + " " + value(kind, 1)); break;
      case 16: guarded("a, *b = " + value(kind, 1)); break;
      case 17: guarded("cell = {**" + value(kind, 1) + "}"); break;
      case 18:
        block("try:", nested);
        block("except* " + std::string(pick(kExceptions)) + " as e:", [&] { line("err = e"); });
        break;
      case 19:
        line("print(" + value(kind, 1) + ", file=" + std::string(byte() % 2 ? "cell" : "None") +
             ")");
        break;
      case 20:
        if (kind == Kind::Generator)
          line("cell = yield " + value(kind, 1));
        else if (kind == Kind::AsyncGenerator)
          line("cell = yield " + value(kind, 1));
        else
          guarded("next(it)");
        break;
      case 21:
        if (kind == Kind::Generator)
          line("cell = yield from " + value(kind, 1));
        else if (async)
          guarded("cell = await " + value(kind, 1));
        else
          guarded("it.send(" + value(kind, 1) + ")");
        break;
      case 22:
        if (async)
          block("async with " + value(kind, 1) + " as cell:", nested);
        else
          guarded("it.throw(" + value(kind, 1) + ")");
        break;
      case 23:
        if (async)
          block("async for cell in " + value(kind, 1) + ":", nested);
        else
          guarded("it.close()");
        break;
      case 24:
        if (async)
          guarded("fut = asyncio.get_running_loop().create_future()");
        else
          guarded("cell = fut.result()");
        break;
      case 25:
        if (async)
          guarded("task = asyncio.create_task(" + value(kind, 1) + ")");
        else
          guarded("task.cancel()");
        break;
    }
  }

  // An expression, without a comma or a lambda at its top unless in brackets.
  std::string value(Kind kind, int depth) {
    if (depth >= kDeep || !left()) return "(" + std::string(pick(kAtoms)) + ")";
    const bool async = kind == Kind::Coroutine || kind == Kind::AsyncGenerator;
    const auto sub = [&] { return value(kind, depth + 1); };
    switch (byte() % 24) {
      case 1:
      case 2:
      case 3:
      case 4: {
        std::string call = std::string(pick(kBuiltins)) + "(";
        const int count = byte() % 4;
        for (int i = 0; i < count; ++i) call += (i ? ", " : "") + sub();
        return call + ")";
      }
      case 5:
      case 6: {
        std::string call = sub() + "." + std::string(pick(kMethods)) + "(";
        const int count = byte() % 3;
        for (int i = 0; i < count; ++i) call += (i ? ", " : "") + sub();
        return call + ")";
      }
      case 7: return sub() + "." + std::string(pick(kAttributes));
      case 8:
      case 9: {
        const std::string a = sub();
        const std::string op(pick(kBinary));
        return "(" + a + " " + op + " " + sub() + ")";
      }
      case 10: {
        const std::string_view op = pick(kUnary);
        if (op == "*") return "[*" + sub() + "]";
        return "(" + std::string(op) + sub() + ")";
      }
      case 11: return sub() + "[" + sub() + "]";
      case 12: return sub() + "[" + sub() + ":" + sub() + "]";
      case 13: return "[" + sub() + ", " + sub() + "]";
      case 14: return "(" + sub() + ",)";
      case 15: return "{" + sub() + ": " + sub() + "}";
      case 16: return "{" + sub() + "}";
      case 17: return "[e for e in " + sub() + " if " + sub() + "]";
      case 18: return "(e for e in " + sub() + ")";
      case 19: {
        // Quotes inside the braces are a matter of the version: none of its strings are kept there.
        const std::string_view what = pick(kNames);
        return "f'{" + std::string(what) + std::string(pick(kConversions)) + "}'";
      }
      case 20: return "(" + sub() + " if " + sub() + " else " + sub() + ")";
      case 21: return async ? "(await " + sub() + ")" : "type(" + sub() + ")";
      case 22: return sub() + "(*" + sub() + ", **" + sub() + ")";
      case 23: return version_ >= Version::V3_14 ? "t'{" + std::string(pick(kNames)) + "}'" : "'t'";
      default: return "(" + std::string(pick(kAtoms)) + ")";
    }
  }

  static constexpr std::string_view kBases[] = {"list",
                                                "dict",
                                                "set",
                                                "int",
                                                "str",
                                                "float",
                                                "tuple",
                                                "bytes",
                                                "frozenset",
                                                "Exception",
                                                "StopIteration",
                                                "BaseExceptionGroup",
                                                "asyncio.Future",
                                                "asyncio.Task",
                                                "asyncio.Queue",
                                                "collections.deque",
                                                "collections.OrderedDict",
                                                "collections.UserDict",
                                                "enum.Enum",
                                                "abc.ABC",
                                                "type",
                                                "threading.local",
                                                "contextlib.ContextDecorator",
                                                "asyncio.Lock",
                                                "random.Random",
                                                "types.SimpleNamespace",
                                                "bytearray",
                                                "property"};
  static constexpr std::string_view kMetaclasses[] = {"abc.ABCMeta", "type", "A", "enum.EnumMeta"};
  static constexpr std::string_view kDecorators[] = {
      "dataclasses.dataclass",
      "functools.total_ordering",
      "C",
      "repr",
      "dataclasses.dataclass(slots=True, frozen=True)",
      "enum.unique"};
  static constexpr std::string_view kMethodDecorators[] = {"property",
                                                           "staticmethod",
                                                           "classmethod",
                                                           "functools.cached_property",
                                                           "contextlib.contextmanager",
                                                           "types.coroutine",
                                                           "functools.cache",
                                                           "contextlib.asynccontextmanager",
                                                           "functools.singledispatchmethod",
                                                           "C"};
  static constexpr std::string_view kOwners[] = {"object", "A",    "B",    "C",
                                                 "type",   "list", "dict", "Exception"};
  static constexpr std::string_view kNames[] = {"cell", "shared", "table", "err",
                                                "it",   "A",      "task",  "fut"};
  static constexpr std::string_view kConversions[] = {"",        "!r", "!s",          "!a",  ":>10",
                                                      ":{cell}", "=",  ":{shared!r}", ":.3f"};
  static constexpr std::string_view kDeletions[] = {
      "del shared[0]", "del table[2]",          "shared.clear()",    "table.clear()",
      "del A.x",       "bag.clear()",           "del cell.x",        "del A.__init__",
      "gc.collect()",  "shared.append(shared)", "table['x'] = table"};
  static constexpr std::string_view kAugmented[] = {"+=", "-=", "*=", "|=", "@=", "%="};

  const uint8_t* data_;
  size_t size_;
  size_t at_ = 0;
  Version version_;
  int indent_ = 0;
  std::string out_;
};

}  // namespace

std::string program_of(const uint8_t* data, size_t size, Version version) {
  return Writer(data, size, version).program();
}

}  // namespace awaitscope
