// A syntax error as CPython prints it on standard error.

#include "engine/syntax/syntax.h"

namespace awaitscope {

static size_t characters(std::string_view utf8) {
  size_t count = 0;
  for (char c : utf8) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

static std::string_view type_name(SyntaxError::Type type) {
  switch (type) {
    case SyntaxError::Type::IndentationError: return "IndentationError";
    case SyntaxError::Type::TabError: return "TabError";
    default: return "SyntaxError";
  }
}

std::string format_syntax_error(const SyntaxError& error, std::string_view filename) {
  std::string out;
  if (error.line > 0) {
    out.append("  File \"").append(filename).append("\", line ").append(std::to_string(error.line)).append("\n");
  }
  std::string_view text = error.text;
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  size_t indent = text.find_first_not_of(" \t\f\n");
  if (indent != std::string_view::npos && error.line > 0) {
    std::string_view shown = text.substr(indent);
    out.append("    ").append(shown).append("\n");
    int start = error.offset, end = error.end_offset > 0 ? error.end_offset : start;
    if (error.end_line > error.line) end = int(characters(text)) + 1;
    if (end <= start) end = start + 1;
    int column = start - 1 - int(indent);
    if (start > 0 && column >= 0) {
      out.append(4 + size_t(column), ' ').append(size_t(end - start), '^').append("\n");
    }
  }
  return out.append(type_name(error.type)).append(": ").append(error.message).append("\n");
}

}  // namespace awaitscope
