#include "engine/syntax/diagnosis.h"

#include "engine/syntax/source.h"

namespace awaitscope {

SyntaxError diagnose(std::string_view text, const LexResult& lexed, size_t, size_t failed_at,
                     FailReason reason) {
  SyntaxError error;
  const LexToken& token = lexed.tokens[failed_at];
  error.message = reason == FailReason::TooDeep ? "too many levels of nesting" : "invalid syntax";
  error.line = token.line;
  error.end_line = token.end_line;
  error.offset = token.column + 1;
  error.end_offset = token.end_column + 1;
  error.text = std::string(line_of(text, token.line));
  if (token.type == Tok::Error || token.type == Tok::EndMarker) {
    if (!lexed.error.message.empty()) {
      error.type = lexed.error.type;
      error.message = lexed.error.message;
      error.line = error.end_line = lexed.error.line;
      error.offset = lexed.error.column + 1;
      error.end_offset = lexed.error.end_column + 1;
      error.text = std::string(line_of(text, error.line));
    } else if (!lexed.open.empty()) {
      error.message = std::string("'") + lexed.open.back().bracket + "' was never closed";
      error.line = error.end_line = lexed.open.back().line;
      error.offset = lexed.open.back().column + 1;
      error.end_offset = 0;
    }
  }
  return error;
}

}  // namespace awaitscope
