#pragma once
// What is wrong with a text that the parser has refused. Internal to the syntax layer.
//
// The grammar of rules.h is applied to the outermost statement that is wrong, by a machine with a
// stack of its own, in two passes as CPython does it: the first finds the furthest token, which a
// plain "invalid syntax" points at; the second looks for known mistakes. An error of the tokenizer
// counts more than either, once it is reached or where it follows later in the text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/lexer.h"
#include "engine/syntax/parser.h"
#include "engine/syntax/rules.h"
#include "engine/syntax/strings.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

// `statement`: index of the first token of the outermost statement that is wrong; `failed_at`: the
// furthest token of the parser, which is pointed at where nothing better is found.
SyntaxError diagnose(std::string_view text, const LexResult& lexed, size_t statement,
                     size_t failed_at, FailReason reason);
SyntaxError invalid_syntax(std::string_view text, const LexResult& lexed, size_t token);

class Diagnosis {
 public:
  // `enclosed`: the text of an f-string's expression, where that is what is wrong; `field_token`
  // is then the literal that it stands in.
  Diagnosis(std::string_view text, const LexResult& lexed, const LexRange* enclosed,
            const LexToken* field_token);

  SyntaxError run(size_t statement, size_t failed_at);
  SyntaxError too_deep(size_t failed_at);
  SyntaxError invalid_syntax(size_t token);

 private:
  struct Span {
    size_t begin = 0, end = 0;  // tokens
  };
  struct Frame {
    uint16_t expression = 0;
    uint16_t item = 0;
    bool cut = false, any = false, outer_second_pass = false;
    uint32_t mark = 0, child_mark = 0;
    Span a, b;
  };
  enum class Outcome : uint8_t { Matched, Failed, Raised };
  enum class Verdict : uint8_t { Accepted, Refused, Raised };

  // --- the machine (diagnosis.cpp) ---

  Outcome apply(uint16_t rule, size_t from);
  // Begins an expression: true where it is complete already, with its result in `matched_`.
  bool begin(uint16_t expression);
  void resume(Frame& frame, bool returning);
  void enter(uint16_t expression);
  void finish(bool matched);
  void begin_child(Frame& frame, uint16_t expression);
  bool read_strings();
  bool read_formatted_text(Tok type);
  bool begins_soft_keyword(std::string_view word) const;
  // The token at mark_; null where it is the tokenizer's error, which then has been raised.
  const LexToken* look();

  // --- what is reported (reports.cpp) ---

  Verdict report(const rules::Expression& rule, const Frame& frame);
  Verdict raise(SyntaxError::Type type, std::string message, ast::Position at);
  Verdict raise_here(SyntaxError::Type type, std::string message);
  Verdict raise_target(const Span& span, rules::Report kind);
  void raise_from(Span span, std::string message);
  void raise_lex_error();
  void raise_unclosed();
  void raise_string_failure(const StringFailure& failure);
  void override_by_tokenizer();
  void set_error(SyntaxError::Type type, std::string message, int line, int offset, int end_line,
                 int end_offset);
  ast::Position position_of(Span span);
  ast::Expr* tree_of(Span span);
  std::vector<LexToken> tokens_of(Span span, Tok end) const;
  std::string_view text_of(Span span) const;
  bool mixes_bytes(Span literals) const;
  size_t line_start(const LexToken& token) const;
  std::string plain_line(int line) const;
  std::string line_text(int line) const;
  bool is_joined(size_t begin, size_t last) const;

  std::string_view text_;
  const LexResult& lexed_;
  const LexRange* enclosed_;
  const LexToken* field_token_;
  const rules::Grammar& grammar_;

  size_t base_ = 0;    // the token that the passes begin with
  size_t mark_ = 0;    // the next token
  size_t filled_ = 0;  // how many tokens have been looked at
  bool second_pass_ = false;
  bool matched_ = false;  // the result of what was finished last
  bool stop_ = false;     // it failed, and no alternative to it is to be tried
  bool raised_ = false;
  size_t steps_ = 0;
  std::vector<Frame> stack_;
  std::vector<int32_t> memory_;  // a token's results, by remembered rule: 0 unknown, -1 failed
  Arena arena_;
  std::vector<SyntaxError> ignored_warnings_;
  SyntaxError error_;
};

}  // namespace awaitscope
