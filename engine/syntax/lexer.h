#pragma once
// Source text -> tokens, by the rules of CPython's tokenizer. Internal to the syntax layer.
//
// Since 3.12 an f-string is several tokens: its begin, texts, the tokens of its fields, its end.
// Up to 3.11 it is one String, which strings.h takes apart.
// The text has "\n" line ends only and ends with one (normalised_source() sees to that). All tokens
// are made at once; an error ends the list with an Error token and is told by `error`, so that the
// parser can decide, as CPython does, whether it reaches the error at all. Positions are the
// contract of ast.h: lines from 1, columns in bytes from 0.
// Specified in: https://docs.python.org/3.11/reference/lexical_analysis.html

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/syntax.h"

namespace awaitscope {

enum class Tok : uint8_t {
  EndMarker,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  Error,
  // operators and delimiters
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Colon,
  Comma,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  ColonEqual,
  At,
  Equal,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  DoubleStar,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  Tilde,
  Less,
  Greater,
  LessEqual,
  GreaterEqual,
  EqualEqual,
  NotEqual,
  LessGreater,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  DoubleSlashEqual,
  PercentEqual,
  AtEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,
  LeftShiftEqual,
  RightShiftEqual,
  DoubleStarEqual,
  Unknown,      // '$', '?' and '`': tokens that no rule of the grammar has
  Exclamation,  // alone it stands in the fields of f-strings only
  // since 3.12: prefix and quotes; a text, of which a doubled brace is the end; quotes
  FStringStart,
  FStringMiddle,
  FStringEnd,
  // since 3.14
  TStringStart,
  TStringMiddle,
  TStringEnd,
  // keywords
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
};

inline bool is_keyword(Tok type) { return type >= Tok::False; }

struct LexToken {
  Tok type = Tok::EndMarker;
  bool raw = false;             // a text in an f-string: no backslash in it means anything
  uint16_t level = 0;           // how many brackets are open after it
  uint32_t start = 0, end = 0;  // bytes of the text
  int32_t line = 0, column = 0, end_line = 0, end_column = 0;  // column -1: indent, dedent
};

// Where and why the tokens ended; nothing is said in `message` where the text ended in a bracket.
struct LexError {
  SyntaxError::Type type = SyntaxError::Type::SyntaxError;
  std::string message;
  int line = 0;
  int column = 0, end_column = -1;  // bytes from 0; -1: CPython gives no offset
  // Said by the tokenizer itself, so that it counts even where the parser gave up before it.
  bool by_tokenizer = true;
};

struct OpenBracket {
  char bracket;
  int line, column;
};

struct LexResult {
  Version version = kDefaultVersion;  // of the range
  std::vector<LexToken> tokens;
  bool failed = false;
  LexError error;
  std::vector<OpenBracket> open;  // the brackets that were open at the end or at the error
  std::vector<SyntaxError> warnings;
};

// The tokens of text[begin, end); `line` and `line_start` say where `begin` stands.
// `enclosed`: the text stands between brackets (the expression of an f-string), which are made
// tokens as well: an opening one just before `begin`, a closing one at `end`.
struct LexRange {
  Version version = kDefaultVersion;
  std::string_view text;
  uint32_t begin = 0, end = 0;
  int line = 1;
  uint32_t line_start = 0;
  bool enclosed = false;
};

enum class LexMode : uint8_t {
  Strict,    // for the parser
  Tolerant,  // for highlighting: comments too, and what is no token becomes an Error token
};

LexResult lex(const LexRange& range);

// As above, for highlighting; `comments` gets the byte ranges of the comments, in order.
LexResult lex_tolerantly(std::string_view text, Version version, std::vector<Token>& comments);

Tok keyword_or_name(std::string_view word);

// What is said of a backslash that begins no escape sequence, `\d`, or of an octal one, `\777`.
std::string invalid_escape_text(Version version, std::string_view sequence);

}  // namespace awaitscope
