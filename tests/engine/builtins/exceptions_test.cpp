// Exceptions: contexts, groups, tracebacks' text, warnings.

#include <doctest/doctest.h>

#include "engine/builtins/errors/errors.h"
#include "engine/run/run.h"
#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("builtins");

namespace {

// What a program prints on standard error.
std::string errors_of(std::string_view source) {
  RunOptions options;
  options.version = Version::V3_11;
  options.record = false;
  Run run(source, options);
  run.go(UINT32_MAX);
  CHECK(run.state() == RunState::Finished);
  return std::string(run.err());
}

}  // namespace

TEST_CASE("an exception never becomes part of its own chain of contexts") {
  LiveObjects live;
  {
    Ref a = new_exception(types.ValueError, "a"), b = new_exception(types.ValueError, "b"),
        c = new_exception(types.ValueError, "c");
    set_context(as<Exception>(a), b);
    set_context(as<Exception>(b), c);
    CHECK(as<Exception>(a)->context == b.get());
    // c is raised while a is handled: the link from b to c is cut.
    set_context(as<Exception>(c), a);
    CHECK(as<Exception>(c)->context == a.get());
    CHECK(as<Exception>(b)->context.is_null());
    set_context(as<Exception>(a), a);
    CHECK(as<Exception>(a)->context == b.get());
  }
  CHECK(live.all_released());
}

TEST_CASE("str of an exception is its argument, its arguments or nothing") {
  EmptyRun run;
  CHECK(exception_text(as<Exception>(new_exception(types.ValueError, ""))) == "");
  CHECK(exception_text(as<Exception>(new_exception(types.ValueError, "no"))) == "no");
  Ref key = new_str("k");
  CHECK(exception_text(as<Exception>(new_exception_of(types.KeyError, key))) == "'k'");
  CHECK(format_exception_only(as<Exception>(new_exception(types.CancelledError, ""))) ==
        "asyncio.exceptions.CancelledError");
}

TEST_CASE("a group of Exceptions is an ExceptionGroup, whatever was asked for") {
  EmptyRun run;
  Ref one = new_exception(types.ValueError, "1"), two = new_exception(types.KeyboardInterrupt, "");
  Ref list = new_list();
  list_append(as<List>(list), one);
  Ref group = new_exception_group(types.BaseExceptionGroup, "g", list);
  CHECK(type_of(group) == types.ExceptionGroup);
  list_append(as<List>(list), two);
  group = new_exception_group(types.BaseExceptionGroup, "g", list);
  CHECK(type_of(group) == types.BaseExceptionGroup);
  CHECK(new_exception_group(types.ExceptionGroup, "g", list).is_null());
  CHECK(error() == "TypeError: Cannot nest BaseExceptions in an ExceptionGroup");
  list_clear(as<List>(list));
  CHECK(new_exception_group(types.ExceptionGroup, "g", list).is_null());
  CHECK(error() == "ValueError: second argument (exceptions) must be a non-empty sequence");
}

TEST_CASE("a traceback shows causes, contexts and notes") {
  CHECK(errors_of(R"(def f(x):
    return 1 / x
def g():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise ValueError("bad\nvalue") from e
try:
    g()
except ValueError as e:
    e.add_note("a note\nsecond line")
    raise KeyError("k")
)") == R"(Traceback (most recent call last):
  File "main.py", line 5, in g
    f(0)
  File "main.py", line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "main.py", line 9, in <module>
    g()
  File "main.py", line 7, in g
    raise ValueError("bad\nvalue") from e
ValueError: bad
value
a note
second line

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 12, in <module>
    raise KeyError("k")
KeyError: 'k'
)");
}

TEST_CASE("the same line again and again is shown three times") {
  CHECK(errors_of(R"(def down(n):
    if n == 0:
        raise RuntimeError("deep")
    down(n - 1)
down(20)
)") == R"(Traceback (most recent call last):
  File "main.py", line 5, in <module>
    down(20)
  File "main.py", line 4, in down
    down(n - 1)
  File "main.py", line 4, in down
    down(n - 1)
  File "main.py", line 4, in down
    down(n - 1)
  [Previous line repeated 17 more times]
  File "main.py", line 3, in down
    raise RuntimeError("deep")
RuntimeError: deep
)");
}

TEST_CASE("a group is a tree, with the tracebacks of its members") {
  CHECK(errors_of(R"(def f():
    try:
        raise TypeError("inner")
    except TypeError as e:
        return e
b = ValueError("b")
b.add_note("note b")
raise ExceptionGroup("group", [f(), b, ExceptionGroup("nested", [KeyError("x"), OSError(2, "gone")])])
)") == R"(  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 8, in <module>
  |     raise ExceptionGroup("group", [f(), b, ExceptionGroup("nested", [KeyError("x"), OSError(2, "gone")])])
  | ExceptionGroup: group (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "main.py", line 3, in f
    |     raise TypeError("inner")
    | TypeError: inner
    +---------------- 2 ----------------
    | ValueError: b
    | note b
    +---------------- 3 ----------------
    | ExceptionGroup: nested (2 sub-exceptions)
    +-+---------------- 1 ----------------
      | KeyError: 'x'
      +---------------- 2 ----------------
      | FileNotFoundError: [Errno 2] gone
      +------------------------------------
)");
}

TEST_CASE("wide groups and deep ones are cut short") {
  std::string wide =
      errors_of("raise ExceptionGroup('many', [ValueError(i) for i in range(20)])\n");
  CHECK(wide.find("    | ValueError: 14\n    +---------------- ... ----------------\n"
                  "    | and 5 more exceptions\n    +------------------------------------\n") !=
        wide.npos);
  CHECK(wide.find("ValueError: 15") == wide.npos);
  std::string deep = errors_of(
      "g = ValueError('leaf')\n"
      "for i in range(14):\n"
      "    g = ExceptionGroup(f'g{i}', [g])\n"
      "raise g\n");
  CHECK(deep.find("... (max_group_depth is 10)") != deep.npos);
  CHECK(deep.find("leaf") == deep.npos);
}

TEST_CASE("a class's own __str__ is asked for the text of an uncaught exception") {
  std::string text = errors_of(R"(class E(Exception):
    def __str__(self):
        return "custom " + str(self.args)
class Silent(Exception):
    def __str__(self):
        raise ValueError("no")
try:
    raise Silent()
except Silent:
    raise E(1, 2)
)");
  CHECK(text.find("\nSilent: <exception str() failed>\n") != text.npos);
  CHECK(text.find("\nE: custom (1, 2)\n") != text.npos);
}

TEST_CASE("a misspelt name is guessed") {
  std::string text = errors_of("pritn(1)\n");
  CHECK(text.find("NameError: name 'pritn' is not defined. Did you mean: 'print'?\n") != text.npos);
  text = errors_of("class A:\n    def hello(self): pass\nA().helo\n");
  CHECK(text.find("'A' object has no attribute 'helo'. Did you mean: 'hello'?\n") != text.npos);
  text = errors_of("def f():\n    abcdef = 1\n    return abcdeg\nf()\n");
  CHECK(text.find("name 'abcdeg' is not defined. Did you mean: 'abcdef'?\n") != text.npos);
  text = errors_of("quite_another_name\n");
  CHECK(text.find("Did you mean") == text.npos);
}

TEST_CASE("a warning is shown once for each place and text") {
  CHECK(errors_of(R"(async def f(): pass
def g():
    f()
g()
g()
f()
)") == R"(main.py:3: RuntimeWarning: coroutine 'f' was never awaited
  f()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
main.py:6: RuntimeWarning: coroutine 'f' was never awaited
  f()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
)");
}

TEST_SUITE_END();
