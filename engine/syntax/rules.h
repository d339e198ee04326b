#pragma once
// Python's grammar as CPython applies it, for finding what is wrong. Internal to the syntax layer.
//
// The parser is fast because it decides by one or two tokens. CPython's messages, however, follow
// from the order in which a parsing expression grammar tries its alternatives, from the furthest
// token that it looked at, and from a second pass in which further alternatives look for known
// mistakes. So the grammar stands here once more, as data, and is only used when a text is wrong.
//
// The notation is a table of texts (rules.cpp), compiled at a version's first error:
//   name = alternative / alternative     tried in this order, the first that fits
//   @name = ...                          its results are remembered for each token
//   ^ alternative                        only in the second pass
//   'if'  "match"  NAME                  a keyword or operator, a soft keyword, a kind of token
//   x?  x*  x+  x % ','                  optional, any, some, a list with separators
//   &x  !x                               what must follow, or must not
//   &&':'                                must follow, or the text is wrong already
//   ~                                    no other alternative after this
//   a:x                                  what `a` stands for below
//   => place a b "message"               what to report where the alternative fits
//   3.14: alternative   ..3.13: ...      only since that version, or up to it; a message likewise
// Specified in: https://docs.python.org/3.11/reference/grammar.html

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/lexer.h"

namespace awaitscope::rules {

enum class Kind : uint8_t {
  Token,     // `token`
  Word,      // a name that reads `text`
  SoftWord,  // a name that is, or begins as, a soft keyword
  Rule,      // `target`: index of a rule
  Choice,    // parts: Sequences
  Sequence,  // parts
  Optional,
  Any,
  Some,
  List,  // parts[0], separated by the token
  Follows,
  FollowsNot,
  Cut,
  Forced,   // `token` must stand here
  Strings,  // adjacent string literals, which are read; one of them, since f-strings are tokens
  FormattedText,  // `token`, a text in an f-string, which is read
};

// Where an alternative's message points, or what else there is to check.
enum class Report : uint8_t {
  None,
  At,            // all of a
  Range,         // from the beginning of a to the end of b
  RangeOfItems,  // likewise, without a comma at the end of b
  Here,          // the last token that was looked at
  From,          // from the beginning of a to the last token
  Indent,        // Here, an IndentationError that names the line of a
  CannotAssign,  // the part of a that no assignment can have as its target
  CannotAssignInFor,
  CannotDelete,
  Named,                   // At, with the kind of expression that a is in place of "%s"
  Legacy,                  // Range, where a is print or exec
  ForgottenComma,          // Range, within brackets, where a is neither print nor exec
  ParenthesisedGenerator,  // a to the end of the comprehension b
  GeneratorArgument,       // likewise, of the last of several arguments a
  GeneratorTarget,         // a to the target of b
  ArgumentOrder,
  AfterKey,  // the last character of a
  ImaginaryNumber,
  RealNumber,  // a is such a number, or this is the error
  NamedRange,  // Range, with the kind of expression that a is
  Next,        // the token after the alternative
  Bound,       // From, with "bound" or, where b is a tuple, "constraints" in place of "%s"
  Unmixed,     // Here, where some of the literals a are bytes and some are not
  Conversion,  // b is a conversion right after a, or this is the error; the message is its begin
};

struct Expression {
  Kind kind = Kind::Token;
  Tok token = Tok::EndMarker;
  bool remembered = false;       // Choice of a rule
  bool second_pass = false;      // Sequence
  uint8_t capture = 0;           // 1: a, 2: b
  Report report = Report::None;  // Sequence
  uint16_t target = 0;           // of a Choice that is remembered: its number among them
  std::string_view text;         // of a Word; the message of a Sequence
  std::vector<uint16_t> parts;
};

struct Grammar {
  std::vector<Expression> expressions;
  std::vector<uint16_t> rules;          // index of each rule's Choice
  uint16_t statement = 0, fstring = 0;  // rules to start with
  uint16_t plain_expression = 0;        // inside it there is no second pass
  int remembered = 0;                   // how many rules are
};

const Grammar& grammar(Version version);

}  // namespace awaitscope::rules
