// How CPython prints a SyntaxError that nobody caught.

#include "engine/syntax/syntax.h"

namespace awaitscope {
namespace {

const char* name_of(SyntaxError::Type type) {
  switch (type) {
    case SyntaxError::Type::SyntaxError: return "SyntaxError";
    case SyntaxError::Type::IndentationError: return "IndentationError";
    case SyntaxError::Type::TabError: return "TabError";
    case SyntaxError::Type::SyntaxWarning: return "SyntaxWarning";
    case SyntaxError::Type::DeprecationWarning: return "DeprecationWarning";
  }
  return "";
}

}  // namespace

std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
  std::string out;
  std::string message = error.message;
  if (error.line > 0) {
    out += "  File \"" + std::string(filename) + "\", line " + std::to_string(error.line) + "\n";
    std::string_view text = error.text;
    int offset = error.offset - 1;
    int carets = error.end_offset > error.offset ? error.end_offset - error.offset : 1;
    size_t blank = text.find_first_not_of(" \t\f");
    if (blank == std::string_view::npos) blank = text.size();
    text.remove_prefix(blank);
    offset -= static_cast<int>(blank);
    if (offset > static_cast<int>(text.size())) offset = static_cast<int>(text.size());
    out += "    ";
    out += text;
    out += "\n";
    if (offset >= 0) {
      out += "    " + std::string(static_cast<size_t>(offset), ' ') +
             std::string(static_cast<size_t>(carets), '^') + "\n";
    }
  } else if (size_t at = message.find(" on line "); message.rfind("Non-UTF-8 code", 0) == 0) {
    message.insert(at, " in file " + std::string(filename));
  }
  return out + name_of(error.type) + ": " + message + "\n";
}

}  // namespace awaitscope
