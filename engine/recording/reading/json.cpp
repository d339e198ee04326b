#include "engine/recording/reading/json.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace awaitscope {

std::string python_float(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char digits[40];
  for (int precision = std::fabs(value) < 1e-300 ? 1 : 15; precision <= 17; ++precision) {
    std::snprintf(digits, sizeof digits, "%.*e", precision - 1, value);
    if (std::strtod(digits, nullptr) == value) break;
  }
  const char* e = std::strchr(digits, 'e');
  const int exponent = std::atoi(e + 1);
  std::string mantissa(digits, size_t(e - digits));
  bool negative = mantissa[0] == '-';
  if (negative) mantissa.erase(0, 1);
  if (mantissa.size() > 1) mantissa.erase(1, 1);  // the point
  mantissa.erase(mantissa.find_last_not_of('0') + 1);
  if (mantissa.empty()) mantissa = "0";
  std::string text = negative ? "-" : "";
  const int count = int(mantissa.size());
  if (exponent < -4 || exponent >= 16) {
    text += mantissa[0];
    if (count > 1) text += "." + mantissa.substr(1);
    std::snprintf(digits, sizeof digits, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
    return text + digits;
  }
  if (exponent < 0) return text + "0." + std::string(size_t(-exponent - 1), '0') + mantissa;
  if (count <= exponent + 1) {
    return text + mantissa + std::string(size_t(exponent + 1 - count), '0') + ".0";
  }
  return text + mantissa.substr(0, size_t(exponent) + 1) + "." +
         mantissa.substr(size_t(exponent) + 1);
}

double round_to_6_digits(double value) {
  if (!std::isfinite(value) || std::fabs(value) > 1e15) return value;
  char text[40];
  std::snprintf(text, sizeof text, "%.6f", value);
  return std::strtod(text, nullptr);
}

std::string in_seconds(double seconds) {
  std::string text = python_float(round_to_6_digits(seconds));
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

JsonWriter& JsonWriter::number(double value) { return raw(python_float(value)); }

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  to_ += text;
  return *this;
}

}  // namespace awaitscope
