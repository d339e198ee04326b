// How CPython prints a SyntaxError that nobody caught.

#include <algorithm>

#include "engine/syntax/keyword_typos.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

static int characters_of(std::string_view text) {
  int count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

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

// Since 3.13 errors are printed by traceback.py.
static std::string format_in_python(const SyntaxError& error, std::string_view filename) {
  if (error.line <= 0) {
    std::string message = error.message;
    if (size_t at = message.find(" on line "); message.rfind("Non-UTF-8 code", 0) == 0) {
      message.insert(at, " in file " + std::string(filename));
    }
    return std::string(name_of(error.type)) + ": " + message + "\n";
  }
  std::string out =
      "  File \"" + std::string(filename) + "\", line " + std::to_string(error.line) + "\n";
  std::string_view text = error.text;
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  int length = characters_of(text);
  size_t blank = std::min(text.find_first_not_of(" \n\f"), text.size());
  std::string_view shown = text.substr(blank);
  int offset = error.offset;
  int end_offset = length + 1;
  if (error.line == error.end_line) end_offset = error.end_offset != 0 ? error.end_offset : offset;
  // (The text that CPython has ends with its line's end.)
  if (offset > length + 1) offset = length + 1;
  if (end_offset > length + 1) end_offset = length + 1;
  if (offset >= end_offset || end_offset < 0) end_offset = offset + 1;
  int column = offset - 1 - static_cast<int>(blank);
  int end_column = end_offset - 1 - static_cast<int>(blank);
  out += "    ";
  out += shown;
  out += "\n";
  if (column >= 0) {
    out += "    ";
    int written = 0;
    for (size_t i = 0; written < column; ++i) {
      if (i < shown.size() && (static_cast<unsigned char>(shown[i]) & 0xC0) == 0x80) continue;
      // What is blank but no space stays, so that the columns agree.
      bool is_blank = i < shown.size() && (shown[i] == '\t' || shown[i] == '\n' ||
                                           shown[i] == '\f' || shown[i] == '\v');
      out.push_back(is_blank ? shown[i] : ' ');
      ++written;
    }
    out.append(static_cast<size_t>(std::max(end_column - column, 0)), '^');
    out += "\n";
  }
  return out.append(name_of(error.type)) + ": " + error.message + "\n";
}

std::string format_syntax_error(const SyntaxError& error, std::string_view filename,
                                std::string_view source, Version version) {
  if (version >= Version::V3_14) {
    if (auto found = misspelled_keyword(error, source, version, true)) {
      return format_in_python(*found, filename);
    }
  }
  if (version >= Version::V3_13) return format_in_python(error, filename);
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
