#include "ui/model/highlight.h"

#include <algorithm>

#include "engine/syntax/syntax.h"

namespace awaitscope {

namespace {

constexpr std::string_view kBuiltins[] = {
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "Exception",
    "ExceptionGroup",
    "GeneratorExit",
    "IndexError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "NameError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "RecursionError",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "TimeoutError",
    "TypeError",
    "ValueError",
    "ZeroDivisionError",
    "__name__",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "bool",
    "bytes",
    "callable",
    "chr",
    "classmethod",
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
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "min",
    "next",
    "object",
    "open",
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
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
};

bool is_builtin(std::string_view name) {
  return std::binary_search(std::begin(kBuiltins), std::end(kBuiltins), name);
}

Ink ink_of_name(std::string_view name, std::string_view before) {
  if (before == "def" || before == "class") return Ink::Definition;
  if (before == "@") return Ink::Decorator;
  if (before == ".") return Ink::Plain;
  if (name == "self" || name == "cls") return Ink::Self;
  return is_builtin(name) ? Ink::Builtin : Ink::Plain;
}

}  // namespace

HighlightedSource highlight(std::string_view source, Version version) {
  HighlightedSource result;
  for (uint32_t start = 0;;) {
    const size_t found = source.find('\n', start);
    const bool last = found == std::string_view::npos;
    uint32_t end = uint32_t(last ? source.size() : found);
    const uint32_t next = end + 1;
    if (end > start && source[end - 1] == '\r') --end;
    // The break at the end of the last line does not begin another.
    if (!last || end > start || result.lines.empty()) result.lines.push_back({start, end, 0, 0});
    result.longest = std::max(result.longest, end - start);
    if (last) break;
    start = next;
  }

  size_t line = 0;
  std::string_view before;
  for (const Token& token : tokens_for_highlighting(source, version)) {
    if (token.end <= token.start) continue;
    const std::string_view text = source.substr(token.start, token.end - token.start);
    Ink ink = Ink::Plain;
    switch (token.kind) {
      case TokenKind::Name: ink = ink_of_name(text, before); break;
      case TokenKind::Keyword:
        ink = text == "await" || text == "async" || text == "yield" ? Ink::Await : Ink::Keyword;
        if (text == "True" || text == "False" || text == "None") ink = Ink::Number;
        break;
      case TokenKind::SoftKeyword: ink = Ink::Keyword; break;
      case TokenKind::Number: ink = Ink::Number; break;
      case TokenKind::String:
      case TokenKind::FString: ink = Ink::String; break;
      case TokenKind::Operator: ink = text == "@" ? Ink::Decorator : Ink::Operator; break;
      case TokenKind::Comment: ink = Ink::Comment; break;
      case TokenKind::Error: ink = Ink::Error; break;
      default: continue;
    }
    before = text;
    // A string may go over several lines: a run for each.
    while (line + 1 < result.lines.size() && result.lines[line + 1].start <= token.start) ++line;
    for (size_t at = line; at < result.lines.size() && result.lines[at].start < token.end; ++at) {
      SourceLine& place = result.lines[at];
      const uint32_t start = std::max(token.start, place.start),
                     end = std::min(token.end, place.end);
      if (start >= end) continue;
      if (place.runs == 0) place.first_run = uint32_t(result.runs.size());
      result.runs.push_back({start, end, ink});
      ++place.runs;
    }
  }
  return result;
}

}  // namespace awaitscope
