#include "engine/compile/errors.h"

#include <utility>

namespace awaitscope {

SyntaxError CompileErrors::located(std::string message, const ast::Position& at) const {
  SyntaxError error;
  error.message = std::move(message);
  if (at.line <= 0) return error;
  error.line = at.line;
  error.offset = at.column + 1;
  error.end_line = at.end_line;
  error.end_offset = at.end_column + 1;
  size_t start = 0;
  for (int line = 1; line < at.line && start < source_.size(); line++) {
    size_t end = source_.find('\n', start);
    start = end == std::string_view::npos ? source_.size() : end + 1;
  }
  size_t end = source_.find('\n', start);
  std::string_view text = source_.substr(start, end == std::string_view::npos ? end : end - start);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  error.text = std::string(text);
  return error;
}

void CompileErrors::report(std::string message, const ast::Position& at) {
  if (!error_) error_ = located(std::move(message), at);
}

void CompileErrors::warn(std::string message, const ast::Position& at) {
  if (!error_) warnings_.push_back(located(std::move(message), at));
}

}  // namespace awaitscope
