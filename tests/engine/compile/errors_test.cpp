// What CPython's compiler refuses after a program has parsed: its words and its places.

#include "tests/engine/compile/support.h"

namespace awaitscope::test {
namespace {

struct Refused {
  const char* source;
  const char* message;
  int line, offset, end_line, end_offset;
};

void check_all(std::initializer_list<Refused> programs) {
  for (const Refused& program : programs) {
    CAPTURE(program.source);
    Compiled compiled = compile_text(program.source);
    CHECK(!compiled.code);
    REQUIRE(compiled.error);
    CHECK(compiled.error->message == program.message);
    CHECK(compiled.error->line == program.line);
    CHECK(compiled.error->offset == program.offset);
    CHECK(compiled.error->end_line == program.end_line);
    CHECK(compiled.error->end_offset == program.end_offset);
  }
}

}  // namespace

TEST_SUITE_BEGIN("compile: errors");

TEST_CASE("await, async with and async for need an async function") {
  check_all({
      {"await x\n", "'await' outside function", 1, 1, 1, 8},
      {"class A:\n  await x\n", "'await' outside function", 2, 3, 2, 10},
      {"def f():\n    await x\n", "'await' outside async function", 2, 5, 2, 12},
      {"f = lambda: await x\n", "'await' outside async function", 1, 13, 1, 20},
      {"def f():\n    async with x: pass\n", "'async with' outside async function", 2, 5, 2, 23},
      {"async for x in y: pass\n", "'async for' outside async function", 1, 1, 1, 23},
      {"def f():\n    return [x async for x in y]\n",
       "asynchronous comprehension outside of an asynchronous function", 2, 12, 2, 32},
      {"async def f():\n    yield from x\n", "'yield from' inside async function", 2, 5, 2, 17},
      {"async def f():\n    yield 1\n    return 2\n", "'return' with value in async generator", 3,
       5, 3, 13},
  });
}

TEST_CASE("return and yield need a function, break and continue a loop") {
  check_all({
      {"return 1\n", "'return' outside function", 1, 1, 1, 9},
      {"class A:\n    x = yield\n", "'yield' outside function", 2, 9, 2, 14},
      {"break\n", "'break' outside loop", 1, 1, 1, 6},
      {"for x in y:\n    def f():\n        break\n", "'break' outside loop", 3, 9, 3, 14},
      {"if x:\n    continue\n", "'continue' not properly in loop", 2, 5, 2, 13},
      {"for x in y:\n  try: pass\n  except* E:\n    break\n",
       "'break', 'continue' and 'return' cannot appear in an except* block", 4, 5, 4, 10},
  });
}

TEST_CASE("a name is local, global or nonlocal, and says so first") {
  check_all({
      {"def f(a, a): pass\n", "duplicate argument 'a' in function definition", 1, 10, 1, 11},
      {"def f(x):\n    global x\n", "name 'x' is parameter and global", 2, 5, 2, 13},
      {"def f():\n    x = 1\n    global x\n", "name 'x' is assigned to before global declaration",
       3, 5, 3, 13},
      {"def f():\n    print(x)\n    global x\n", "name 'x' is used prior to global declaration", 3,
       5, 3, 13},
      {"nonlocal x\n", "nonlocal declaration not allowed at module level", 1, 1, 1, 11},
      {"def f():\n    nonlocal x\n", "no binding for nonlocal 'x' found", 2, 5, 2, 15},
      {"class A:\n    x = 1\n    def f(self):\n        nonlocal x\n",
       "no binding for nonlocal 'x' found", 4, 9, 4, 19},
      {"def f():\n    global x\n    x: int = 1\n", "annotated name 'x' can't be global", 3, 5, 3,
       15},
      {"def f():\n    from a import *\n", "import * only allowed at module level", 2, 19, 2, 20},
  });
}

TEST_CASE("a walrus in a comprehension binds outside of it, where that is possible") {
  check_all({
      {"[a for y in z if (x := 1) for x in w]\n",
       "comprehension inner loop cannot rebind assignment expression target 'x'", 1, 31, 1, 32},
      {"[x := 1 for x in y]\n",
       "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 2, 1, 3},
      {"[a for a in (x := y)]\n",
       "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 20},
      {"class A:\n    [x := 1 for a in b]\n",
       "assignment expression within a comprehension cannot be used in a class body", 2, 6, 2, 7},
      {"[(yield) for x in y]\n", "'yield' inside list comprehension", 1, 3, 1, 8},
  });
}

TEST_CASE("a pattern that matches everything must be the last") {
  check_all({
      {"match x:\n    case y: pass\n    case 1: pass\n",
       "name capture 'y' makes remaining patterns unreachable", 2, 10, 2, 11},
      {"match x:\n    case _: pass\n    case 1: pass\n",
       "wildcard makes remaining patterns unreachable", 2, 10, 2, 11},
      {"match x:\n    case [a] | [b]: pass\n", "alternative patterns bind different names", 2, 17,
       2, 18},
      {"match x:\n    case [a, a]: pass\n", "multiple assignments to name 'a' in pattern", 2, 14, 2,
       15},
      {"match x:\n    case {1: a, True: b}: pass\n", "mapping pattern checks duplicate key (True)",
       2, 10, 2, 25},
      {"match x:\n    case A(a=1, a=2): pass\n", "attribute name repeated in class pattern: a", 2,
       19, 2, 20},
  });
}

TEST_CASE("assignments, calls and imports that cannot be") {
  check_all({
      {"*a, *b = c\n", "multiple starred expressions in assignment", 1, 1, 1, 7},
      {"*a = c\n", "starred assignment target must be in a list or tuple", 1, 1, 1, 3},
      {"a = *b\n", "can't use starred expression here", 1, 5, 1, 7},
      {"f(a=1, a=2)\n", "keyword argument repeated: a", 1, 8, 1, 11},
      {"try: pass\nexcept: pass\nexcept E: pass\n", "default 'except:' must be last", 2, 1, 2, 13},
      {"import x\nfrom __future__ import annotations\n",
       "from __future__ imports must occur at the beginning of the file", 2, 1, 2, 35},
      {"from __future__ import braces\n", "not a chance", 1, 1, 1, 0},
      {"from __future__ import nope\n", "future feature nope is not defined", 1, 1, 1, 0},
      {"x.__debug__ = 1\n", "cannot assign to __debug__", 1, 1, 1, 12},
  });
}

TEST_CASE("the text of an error is its line, without the line break") {
  Compiled compiled = compile_text("a = 1\r\nreturn a\r\nb = 2\r\n");
  REQUIRE(compiled.error);
  CHECK(compiled.error->text == "return a");
}

TEST_CASE("of several errors the first is told") {
  CHECK(compile_text("break\nreturn\n").error->message == "'break' outside loop");
}

TEST_CASE("more than twenty blocks within each other are too many") {
  std::string source, indent;
  for (int i = 0; i < 21; i++) {
    source += indent + "while x:\n";
    indent += ' ';
  }
  Compiled compiled = compile_text(source + indent + "pass\n");
  REQUIRE(compiled.error);
  CHECK(compiled.error->message == "too many statically nested blocks");
}

TEST_CASE("what the parser can read, the compiler can compile") {
  auto nested = [](std::string_view part, std::string_view last) {
    std::string source = "x = ";
    for (int i = 0; i < 900; i++) source += part;
    return source + std::string(last) + "\n";
  };
  CHECK(compile_text(nested("a + ", "a")).code);
  CHECK(compile_text(nested("not ", "a")).code);
  CHECK(compile_text(nested("lambda: ", "a")).code);
  CHECK(compile_text(nested("a if b else ", "a")).code);
  std::string chain = "if a: pass\n";
  for (int i = 0; i < 900; i++) chain += "elif a: pass\n";
  CHECK(compile_text(chain).code);
}

TEST_CASE("what is nested without end is refused before the stack is used up") {
  std::string source = "x = [a";
  for (int i = 0; i < 5000; i++) source += " for a in b";
  Compiled compiled = compile_text(source + "]\n");
  REQUIRE(compiled.error);
  CHECK(compiled.error->message == "too deeply nested to be compiled");
}

TEST_CASE("finally within finally is refused before it fills the memory") {
  std::string source = "def f():\n", indent = " ";
  for (int i = 0; i < 19; i++) {
    source += indent + "try: pass\n" + indent + "finally:\n";
    indent += ' ';
  }
  Compiled compiled = compile_text(source + indent + "pass\n");
  REQUIRE(compiled.error);
  CHECK(compiled.error->message.starts_with("too large to be compiled"));
}

TEST_CASE("since 3.14 what leaves a finally block is warned of, inside of it") {
  auto lines = [](const char* source, Version version) {
    Parsed parsed = parse(source, version);
    REQUIRE(parsed.tree);
    Compiled compiled = compile(*parsed.tree->module, source);
    std::string out;
    for (const SyntaxError& warning : compiled.warnings) {
      out += std::to_string(warning.line) + " " + warning.message + "\n";
    }
    return out;
  };
  const char* source =
      "def f():\n  while 1:\n    try: pass\n    finally:\n      if f: return 1\n      break\n"
      "      for x in f: break\n      def g(): return 2\n      continue\n";
  CHECK(lines(source, Version::V3_14) ==
        "5 'return' in a 'finally' block\n6 'break' in a 'finally' block\n"
        "9 'continue' in a 'finally' block\n");
  CHECK(lines(source, Version::V3_11).empty());
  CHECK(lines("a is 1\na is -1\n", Version::V3_14) ==
        "1 \"is\" with 'int' literal. Did you mean \"==\"?\n");
}

TEST_CASE("what can hardly be meant is compiled with a warning") {
  auto warning = [](const char* source) {
    Compiled compiled = compile_text(source);
    CHECK(compiled.code);
    return compiled.warnings.empty() ? std::string() : compiled.warnings[0].message;
  };
  CHECK(warning("a is 1\n") == "\"is\" with a literal. Did you mean \"==\"?");
  CHECK(warning("a is not 'b'\n") == "\"is not\" with a literal. Did you mean \"!=\"?");
  CHECK(warning("a is None\n").empty());
  CHECK(warning("assert (a, 'message')\n") ==
        "assertion is always true, perhaps remove parentheses?");
  CHECK(warning("[(1, 2) (3, 4)]\n") ==
        "'tuple' object is not callable; perhaps you missed a comma?");
  CHECK(warning("[[1, 2] [3, 4]]\n") ==
        "list indices must be integers or slices, not tuple; perhaps you missed a comma?");
  CHECK(warning("1[2]\n") == "'int' object is not subscriptable; perhaps you missed a comma?");
}

TEST_SUITE_END();

}  // namespace awaitscope::test
