#pragma once
// What the syntax layer offers: source text -> tokens -> tree.
//
// The grammar is the whole of Python 3.11's; what the compiler does not support it refuses with a
// message of its own, with the position of the construct. A text that is not Python gives
// CPython 3.11's own message, line and caret wherever CPython has one for it.
// Nothing here is recursive without a bound: deep nesting is an error, never a crash.
// Specified in: https://docs.python.org/3.11/reference/grammar.html and lexical_analysis.html

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// A SyntaxError and its kin. Columns are in characters from 1, as CPython's SyntaxError.offset;
// 0 or -1 where there is none.
struct SyntaxError {
  enum class Type : uint8_t {
    SyntaxError,
    IndentationError,
    TabError,
    SyntaxWarning,
    DeprecationWarning,  // only in Parsed::warnings
  };
  Type type = Type::SyntaxError;
  std::string message;
  int line = 0, offset = 0, end_line = 0, end_offset = 0;
  std::string text;        // the source line(s) that CPython shows, without the line break
  int statement_line = 0;  // of the last compound statement that was read before it, or 0
};

std::string_view name_of(SyntaxError::Type type);  // "SyntaxError", "TabError" ...

struct Tree {
  Arena arena;
  ast::Module* module = nullptr;
};

struct Parsed {
  std::unique_ptr<Tree> tree;  // null where there is an error
  std::optional<SyntaxError> error;
  std::vector<SyntaxError> warnings;  // SyntaxWarning and DeprecationWarning texts, as CPython's
};

// A module, or an expression as eval() takes it (then the module's only statement).
enum class ParseAs : uint8_t { Module, Expression };

// The source is UTF-8 (an error says where it is not). It need not outlive the call. The tree keeps
// the version.
Parsed parse(std::string_view source, Version version, ParseAs what = ParseAs::Module);

// The traceback entry CPython prints for it on standard error ("  File "main.py", line 3 ...").
// Since 3.14 it looks through the source for a keyword that is misspelled.
std::string format_syntax_error(const SyntaxError& error, std::string_view filename,
                                std::string_view source, Version version);

// The tree as text, in the manner of ast.dump(tree, indent=1): for snapshots.
std::string dump(const ast::Module& module);

// --- tokens, for highlighting as well as for the parser ---

enum class TokenKind : uint8_t {
  EndMarker,
  Name,
  Keyword,
  SoftKeyword,
  Number,
  String,
  FString,
  Operator,
  Newline,
  Indent,
  Dedent,
  Comment,
  Error,
};

struct Token {
  TokenKind kind;
  uint32_t start, end;  // bytes of the source
};

// Every token, comments too, in order; never fails: what is no token is an Error token.
// A Name token is just a name here: builtins and the like are the highlighter's matter.
std::vector<Token> tokens_for_highlighting(std::string_view source, Version version);

}  // namespace awaitscope
