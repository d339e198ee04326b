// How CPython prints a SyntaxError that nobody caught.

#include <algorithm>

#include "engine/syntax/syntax.h"

namespace awaitscope {

std::string_view name_of(SyntaxError::Type type) {
  switch (type) {
    case SyntaxError::Type::SyntaxError: return "SyntaxError";
    case SyntaxError::Type::IndentationError: return "IndentationError";
    case SyntaxError::Type::TabError: return "TabError";
    case SyntaxError::Type::SyntaxWarning: return "SyntaxWarning";
    case SyntaxError::Type::DeprecationWarning: return "DeprecationWarning";
  }
  return "";
}

std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
  std::string out;
  std::string message = error.message;
  if (error.line > 0) {
    out += "  File \"" + std::string(filename) + "\", line " + std::to_string(error.line) + "\n";
    std::string_view text = error.text;
    int end_offset = error.end_offset;
    // A range over several lines is shown to the end of the first; a missing block has no range.
    if (error.end_line > error.line) end_offset = static_cast<int>(text.size()) + 1;
    if (error.type == SyntaxError::Type::IndentationError) end_offset = 0;
    int carets = end_offset > error.offset && end_offset > 0 ? end_offset - error.offset : 1;
    int offset = error.offset - 1;
    size_t blank = text.find_first_not_of(" \t\f");
    if (blank == std::string_view::npos) blank = text.size();
    text.remove_prefix(blank);
    offset = std::min(offset - static_cast<int>(blank), static_cast<int>(text.size()));
    // Of joined lines, the one that is meant.
    for (size_t end = text.find('\n');
         end != std::string_view::npos && static_cast<int>(end) < offset; end = text.find('\n')) {
      text.remove_prefix(end + 1);
      offset -= static_cast<int>(end) + 1;
    }
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
  return out.append(name_of(error.type)) + ": " + message + "\n";
}

}  // namespace awaitscope
