#include <cstdint>

#include "tests/engine/syntax/support.h"
#include "tests/sanitized.h"

namespace awaitscope {
namespace {

struct Random {
  uint32_t state;
  uint32_t below(uint32_t bound) {
    state = state * 1664525u + 1013904223u;
    return static_cast<uint32_t>((static_cast<uint64_t>(state) * bound) >> 32);
  }
};

// The parser's answer is a tree or an error with a message, and its tokens cover the text in order.
void check_answer(const std::string& source, Version version) {
  Parsed parsed = parse(source, version);
  CHECK((parsed.tree != nullptr) != parsed.error.has_value());
  if (parsed.error) {
    REQUIRE_FALSE(parsed.error->message.empty());
    REQUIRE_FALSE(format_syntax_error(*parsed.error, "main.py", source, version).empty());
  }
  uint32_t end = 0;
  bool in_order = true;
  for (const Token& token : tokens_for_highlighting(source, version)) {
    in_order = in_order && token.start >= end && token.end >= token.start;
    end = token.end;
  }
  REQUIRE(in_order);
  REQUIRE(end <= source.size());
}

void check_answer(const std::string& source) {
  for (Version version : kOfferedVersions) check_answer(source, version);
}

constexpr const char* kProgram =
    "import asyncio\r\n"
    "class Hello:\n"
    "    def __await__(self):\n"
    "        async def closure(a, *b, c=1):\n"
    "            '''doc\n\\x41'''\n"
    "            match a:\n"
    "                case [1, {'é': x}] if x: return f'{self!r:>{a}}' \"b\"\n"
    "        return closure(*a, k=[i async for i in b if not i], **c).__await__() \\\n"
    "            + (lambda: 0x1f_F if d else 2.5e-3j)() # end\n"
    "\tasync with await Hello() as h, (yield): pass\n";

}  // namespace

TEST_SUITE_BEGIN("syntax");

TEST_CASE("a program that is cut off anywhere gives an answer") {
  std::string source = kProgram;
  for (size_t length = 0; length <= source.size(); ++length) check_answer(source.substr(0, length));
  for (size_t begin = 0; begin <= source.size(); ++begin) check_answer(source.substr(begin));
}

TEST_CASE("a program with a byte changed anywhere gives an answer") {
  std::string source = kProgram;
  Random random{7};
  for (size_t at = 0; at < source.size(); ++at) {
    std::string changed = source;
    changed[at] = static_cast<char>(random.below(256));
    check_answer(changed);
    changed[at] = "([{)]}\"'\\:,=.\n #*f\t"[random.below(19)];
    check_answer(changed);
  }
}

TEST_CASE("random bytes give an answer") {
  Random random{1};
  for (int round = 0; round < 300; ++round) {
    std::string source;
    uint32_t alphabet = round % 2 ? 256 : 128;
    for (uint32_t i = random.below(200); i > 0; --i) {
      source.push_back(static_cast<char>(random.below(alphabet)));
    }
    check_answer(source);
  }
}

TEST_CASE("random tokens give an answer") {
  constexpr const char* kPieces[] = {
      "(",      ")",      "[",      "]",    "{",        "}",      ":",      ",",      "=",
      ":=",     "*",      "**",     "-",    "not",      "if",     "else",   "for",    "in",
      "lambda", "async",  "await",  "with", "as",       "def",    "class",  "x",      "1",
      "'s'",    "f'{a}'", "\n",     "\n ",  "\n  ",     "try",    ";",      "except", "is",
      "or",     "yield",  "match",  "case", "print",    "return", "import", ".",      "f'{a b}'",
      "@",      "from",   "global", "/",    "f\"{'",    "f'",     "t'{",    "'",      "{",
      "}",      "!",      "type",   "lazy", "f\"\"\"{", "\\",     "#"};
  Random random{2};
  for (int round = 0; round < 2000; ++round) {
    std::string source;
    for (uint32_t i = random.below(25); i > 0; --i) {
      source += kPieces[random.below(sizeof kPieces / sizeof *kPieces)];
      source += " ";
    }
    check_answer(source);
  }
}

TEST_CASE("a long run of anything gives an answer") {
  // So many levels have to end as an answer, not with the stack. (Under the sanitizers, whose frames
  // are larger, fewer are as hard.)
  constexpr size_t kLength = awaitscope::testing::kSanitized ? 50'000 : 250'000;
  check_answer(repeated("([{", kLength));
  for (const char* piece : {"(",      "[",        "{",
                            ")",      "([{",      "-",
                            "not ",   "lambda: ", "a if b else ",
                            "a.",     "a(",       "a[",
                            "*",      "'",        "\"",
                            "f'{",    "@",        "\\\n",
                            "\t",     " \n",      "if a:\n",
                            "a\n",    "a;",       "await ",
                            "a=",     "a,",       "1",
                            "\xC3",   "#",        "f'''{f\"\"\"{",
                            "async ", "...",      "a**",
                            "\n ",    "case ",    "match "}) {
    CAPTURE(piece);
    check_answer(repeated(piece, kLength / std::string_view(piece).size()));
  }
}

TEST_CASE("nesting of every kind ends in a message, not in a crash") {
  struct Nest {
    const char *open, *middle, *close;
  };
  for (Nest nest : {Nest{"(", "a", ")"},       Nest{"[", "a", "]"},
                    Nest{"{a: ", "a", "}"},    Nest{"f(", "a", ")"},
                    Nest{"a[", "a", "]"},      Nest{"(x for x in ", "a", ")"},
                    Nest{"-", "a", ""},        Nest{"not ", "a", ""},
                    Nest{"lambda: ", "a", ""}, Nest{"a if b else ", "a", ""},
                    Nest{"a ** ", "a", ""},    Nest{"a + ", "a", ""},
                    Nest{"a", "", ".b"},       Nest{"a", "", "()"},
                    Nest{"a < (", "a", ")"},   Nest{"lambda a=", "a", ": 0"},
                    Nest{"[*", "a", "]"},      Nest{"(yield ", "a", ")"},
                    Nest{"(-", "a", ")"},      Nest{"a[b:", "a", "]"},
                    Nest{"f(*", "a", ")"}}) {
    CAPTURE(nest.open);
    std::string few = repeated(nest.open, 150) + nest.middle + repeated(nest.close, 150);
    if (std::string_view(nest.middle).empty()) few = "a" + repeated(nest.close, 150);
    CHECK(described(parse(few)) == "right");
    std::string many = repeated(nest.open, 5000) + nest.middle + repeated(nest.close, 5000);
    if (std::string_view(nest.middle).empty()) many = "a" + repeated(nest.close, 5000);
    Parsed parsed = parse(many);
    REQUIRE(parsed.error);
    bool told = parsed.error->message == "too many levels of nesting" ||
                parsed.error->message == "too many nested parentheses";
    CHECK_MESSAGE(told, parsed.error->message);
  }
}

TEST_CASE("a tree is never higher than its parser says") {
  CHECK(parse("x = a" + repeated(" + a", 900)).tree);
  CHECK(parse("x = a" + repeated(" + a", 1100)).error->message == "too many levels of nesting");
  // Each level is low enough, all together are not.
  std::string chain = "a" + repeated(".b", 400);
  for (int i = 0; i < 3; ++i) chain = "(" + chain + ")" + repeated(".b", 400);
  CHECK(parse(chain).error->message == "too many levels of nesting");
  CHECK(parse("x = '" + repeated("a", 100000) + "'").tree);
  CHECK(parse("x = [" + repeated("a, ", 100000) + "]").tree);
  CHECK(parse("x = a" + repeated(" and a", 100000)).tree);
  CHECK(parse(repeated("x = 1\n", 100000)).tree);
}

TEST_CASE("statements nest a hundred deep, as in CPython") {
  auto nested = [](int levels) {
    std::string source;
    for (int i = 0; i < levels; ++i) source += repeated(" ", static_cast<size_t>(i)) + "if a:\n";
    return source + repeated(" ", static_cast<size_t>(levels)) + "a\n";
  };
  CHECK(parse(nested(99)).tree);
  CHECK(parse(nested(100)).error->message == "too many levels of indentation");
  std::string match =
      "match a:\n case " + repeated("[", 100) + "a" + repeated("]", 100) + ": pass\n";
  CHECK(parse(match).tree);
  std::string elif = "if a: b\n" + repeated("elif a: b\n", 5000);
  CHECK(parse(elif).error->message == "too many levels of nesting");
}

TEST_CASE("a mistake inside deep nesting is found") {
  for (const char* open : {"(", "[", "f(", "a[", "{a: ", "-", "not ", "a if b else "}) {
    CAPTURE(open);
    Parsed parsed = parse(repeated(open, 90) + "a b");
    REQUIRE(parsed.error);
    CHECK_FALSE(parsed.error->message.empty());
  }
}

TEST_SUITE_END();

}  // namespace awaitscope
