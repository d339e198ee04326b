// What a code object says of itself: its names, parameters, constants and flags.

#include "tests/engine/compile/support.h"

namespace awaitscope::test {
namespace {

std::string locals_of(const Code& code) {
  std::string text;
  for (const LocalVariable& local : code.locals) {
    if (!text.empty()) text += ' ';
    if (local.kind == LocalVariable::Kind::Cell) text += "cell:";
    if (local.kind == LocalVariable::Kind::Free) text += "free:";
    text += local.name;
  }
  return text;
}

const Constant& only_constant(const Code& code) {
  REQUIRE(!code.constants.empty());
  return code.constants[0];
}

}  // namespace

TEST_SUITE_BEGIN("compile: code objects");

TEST_CASE("parameters come first: positional, keyword-only, *args, **kwargs") {
  auto code = code_of("def f(a, /, b, *args, c, **kw): d = 1\n", "f");
  CHECK(locals_of(*code) == "a b c args kw d");
  CHECK(code->posonly_arg_count == 1);
  CHECK(code->arg_count == 2);
  CHECK(code->kwonly_arg_count == 1);
  CHECK((code->flags & Code::kVarArgs) != 0);
  CHECK((code->flags & Code::kVarKeywords) != 0);
}

TEST_CASE("a parameter that is a cell keeps its place, other cells follow the locals") {
  auto code = code_of("def f(a, b):\n  x = z = 1\n  y = 2\n  return lambda: (b, x)\n", "f");
  CHECK(locals_of(*code) == "a cell:b z y cell:x");
}

TEST_CASE("a free variable is handed through the functions and classes between") {
  const char* source = "def f():\n  x = 1\n  class A:\n    def g(self):\n      return x\n";
  CHECK(locals_of(*code_of(source, "f")) == "A cell:x");
  CHECK(locals_of(*code_of(source, "f.<locals>.A")) == "free:x");
  CHECK(locals_of(*code_of(source, "f.<locals>.A.g")) == "self free:x");
}

TEST_CASE("super() makes the class known to its method") {
  const char* source = "class A:\n  def f(self): super().f()\n  def g(self): pass\n";
  CHECK(locals_of(*code_of(source, "A")) == "cell:__class__");
  CHECK(locals_of(*code_of(source, "A.f")) == "self free:__class__");
  CHECK(locals_of(*code_of(source, "A.g")) == "self");
}

TEST_CASE("private names carry the name of their class") {
  auto code = code_of("class _A:\n  def f(self): return self.__x + self.__y__\n", "_A.f");
  CHECK(code->names == std::vector<std::string>{"_A__x", "__y__"});
}

TEST_CASE("qualified names say where a function was defined") {
  const char* source =
      "def f():\n  class A:\n    async def g(self):\n      return [lambda: x for x in y]\n"
      "  global h\n  def h(): pass\n";
  CHECK(code_of(source, "f.<locals>.A.g.<locals>.<listcomp>.<lambda>"));
  CHECK(code_of(source, "h"));
}

TEST_CASE("yield and await decide what a function makes when it is called") {
  auto flags = [](const char* source) {
    return code_of(source, "f")->flags &
           (Code::kGenerator | Code::kCoroutine | Code::kAsyncGenerator);
  };
  CHECK(flags("def f(): pass\n") == 0);
  CHECK(flags("def f(): yield\n") == Code::kGenerator);
  CHECK(flags("async def f(): pass\n") == Code::kCoroutine);
  CHECK(flags("async def f(): yield\n") == Code::kAsyncGenerator);
  CHECK(flags("def f(): return lambda: (yield)\n") == 0);
  CHECK(flags("async def f(): return [await x for x in y]\n") == Code::kCoroutine);
}

TEST_CASE("what suspends first leaves with itself") {
  CHECK(opcodes(*code_of("async def f(): return 1\n", "f")) ==
        "RETURN_GENERATOR POP_TOP RESUME LOAD_CONST RETURN_VALUE");
}

TEST_CASE("await is one instruction that waits by itself") {
  CHECK(opcodes(*code_of("async def f(a): return await a\n", "f")) ==
        "RETURN_GENERATOR POP_TOP RESUME LOAD_FAST GET_AWAITABLE LOAD_CONST SEND RETURN_VALUE");
}

TEST_CASE("a docstring is kept apart from the constants") {
  auto code = code_of("def f():\n  'says'\n  return 'other'\n", "f");
  CHECK(code->has_docstring);
  CHECK(code->docstring == "says");
  CHECK(only_constant(*code).text == "other");
  CHECK(!code_of("def f():\n  return 'says'\n", "f")->has_docstring);
}

TEST_CASE("the first line of a decorated function is that of its first decorator") {
  CHECK(code_of("@a\n@b\ndef f(): pass\n", "f")->first_line == 1);
}

TEST_CASE("constants are computed once, as CPython does") {
  auto folded = [](const char* source) {
    auto code = code_of(std::string("lambda: ") + source + "\n", "<lambda>");
    CHECK(opcodes(*code) == "RESUME LOAD_CONST RETURN_VALUE");
    return only_constant(*code);
  };
  CHECK(folded("2 + 3 * 4").integer == 14);
  CHECK(folded("-7 // 2").integer == -4);
  CHECK(folded("-7 % 3").integer == 2);
  CHECK(folded("7 / 2").number == 3.5);
  CHECK(folded("2 ** -1").number == 0.5);
  CHECK(folded("~5").integer == -6);
  CHECK(folded("1 << 100").text == "1267650600228229401496703205376");
  CHECK(folded("-9223372036854775808").integer == INT64_MIN);
  CHECK(folded("9223372036854775807 + 1").text == "9223372036854775808");
  CHECK(folded("0xffffffffffffffff & 255").integer == 255);
  CHECK(folded("'ab' * 2 + 'c'").text == "ababc");
  CHECK(folded("'héllo'[1]").text == "é");
  CHECK(folded("(1, 2)[-1]").integer == 2);
  CHECK(folded("(1, (2, 'x'))").items.size() == 2);
  CHECK(folded("not ()").kind == Constant::Kind::True);
  CHECK(folded("True + True").integer == 2);
  CHECK(folded("True & False").kind == Constant::Kind::False);
}

TEST_CASE("what would fail or be too large is left to the program") {
  for (const char* source : {"1 / 0", "1 % 0", "'a' * 5000", "1 << -1", "'abc'[3]", "2 ** 1000"}) {
    CAPTURE(source);
    auto code = code_of(std::string("lambda: ") + source + "\n", "<lambda>");
    CHECK(code->instructions.size() > 4);
  }
}

TEST_CASE("zeros of either sign and equal numbers of other types stay apart") {
  auto code = code_of("x = 0.0, a, -0.0, b, 0, c, False\n");
  int numbers = 0;
  for (const Constant& constant : code->constants) {
    numbers += constant.kind != Constant::Kind::None;
  }
  CHECK(numbers == 4);
}

TEST_CASE("annotations stay text where the future says so") {
  auto code =
      code_of("from __future__ import annotations\ndef f(a: b | None) -> c[d, 'e']: pass\n");
  std::string texts;
  for (const Constant& constant : code->constants) {
    if (constant.kind == Constant::Kind::Tuple) {
      for (const Constant& item : constant.items) texts += item.text + ";";
    }
  }
  CHECK(texts == "annotations;a;b | None;return;c[d, 'e'];");
}

TEST_CASE("an operand beyond 24 bits is not silently cut") {
  CHECK(kMaxOperand == 0xffffff);
  CHECK(make_instruction(Opcode::LOAD_CONST, kMaxOperand).operand() == kMaxOperand);
}

TEST_SUITE_END();

}  // namespace awaitscope::test
