#include "engine/recording/reading/json.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "engine/compat/float_text.h"

namespace awaitscope {

std::string in_seconds(double seconds) {
  std::string text = float_repr(round_to_6_digits(seconds));
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text + " s";
}

namespace {

// The length of the UTF-8 sequence that begins here, 0 where there is none.
size_t sequence_length(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  size_t length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (first >= 0xf5 || length == 0 || at + length > text.size()) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return 0;
  }
  const unsigned second = byte(at + 1);
  if (first == 0xe0 && second < 0xa0) return 0;
  if (first == 0xed && second >= 0xa0) return 0;  // surrogates
  if (first == 0xf0 && second < 0x90) return 0;
  if (first == 0xf4 && second >= 0x90) return 0;
  return length;
}

void append_quoted(std::string& to, std::string_view text) {
  to += '"';
  for (size_t i = 0; i < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) {
      size_t length = sequence_length(text, i);
      if (length)
        to.append(text, i, length);
      else
        to += "\xef\xbf\xbd";
      i += length ? length : 1;
      continue;
    }
    ++i;
    switch (c) {
      case '"': to += "\\\""; break;
      case '\\': to += "\\\\"; break;
      case '\n': to += "\\n"; break;
      case '\r': to += "\\r"; break;
      case '\t': to += "\\t"; break;
      case '\b': to += "\\b"; break;
      case '\f': to += "\\f"; break;
      default:
        if (c < 0x20) {
          char escape[8];
          std::snprintf(escape, sizeof escape, "\\u%04x", c);
          to += escape;
        } else {
          to += char(c);
        }
    }
  }
  to += '"';
}

}  // namespace

void JsonWriter::separate() {
  if (!first_ && !after_key_)
    to_ += pending_line_ ? ",\n" : ", ";
  else if (pending_line_ && !after_key_)
    to_ += '\n';
  first_ = after_key_ = pending_line_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  to_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  if (pending_line_) to_ += '\n';
  to_ += bracket;
  first_ = after_key_ = pending_line_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(to_, name);
  to_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_quoted(to_, value);
  return *this;
}

JsonWriter& JsonWriter::integer(int64_t value) {
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return raw({digits, size_t(end - digits)});
}

JsonWriter& JsonWriter::number(double value) { return raw(float_repr(value)); }

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  to_ += text;
  return *this;
}

}  // namespace awaitscope
