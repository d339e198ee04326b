#include "engine/syntax/source.h"

#include <cstdio>
#include <cstring>

#include "engine/syntax/lexer.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

// Whether the bytes at `at` are a character, and how many.
bool is_utf8(std::string_view text, size_t at, size_t& length) {
  auto byte = [&](size_t ahead) {
    return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0u;
  };
  unsigned c = byte(0);
  if (c < 0xC2 || c > 0xF4) return false;
  size_t more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  // No longer form than needed, no surrogate, nothing beyond U+10FFFF.
  unsigned low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  unsigned high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
  for (size_t i = 1; i <= more; ++i) {
    if (byte(i) < low || byte(i) > high) return false;
    low = 0x80;
    high = 0xBF;
  }
  length = more + 1;
  return true;
}

std::optional<SyntaxError> check_characters(std::string_view text) {
  int line = 1;
  size_t line_start = 0;
  for (size_t at = 0; at < text.size();) {
    unsigned char c = static_cast<unsigned char>(text[at]);
    if (c == 0) {
      SyntaxError error;
      error.message = "source code cannot contain null bytes";
      error.line = error.end_line = line;
      error.text = std::string(text.substr(line_start, at - line_start));
      return error;
    }
    size_t length = 1;
    if (c >= 0x80) {
      if (!is_utf8(text, at, length)) {
        char message[160];
        std::snprintf(
            message, sizeof message,
            "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "
            "see https://peps.python.org/pep-0263/ for details",
            c, line);
        SyntaxError error;
        error.message = message;
        return error;
      }
    }
    at += length;
    if (c == '\n' || (c == '\r' && (at >= text.size() || text[at] != '\n'))) {
      ++line;
      line_start = at;
    }
  }
  return std::nullopt;
}

// The encoding that one of the first two lines names, PEP 263's way; empty where none does.
std::string declared_encoding(std::string_view text) {
  for (int line = 0; line < 2 && !text.empty(); ++line) {
    size_t end = text.find_first_of("\r\n");
    std::string_view one = text.substr(0, end);
    size_t at = one.find_first_not_of(" \t\f");
    if (at != std::string_view::npos && one[at] != '#') return {};
    size_t found = at == std::string_view::npos ? at : one.find("coding", at);
    while (found != std::string_view::npos) {
      size_t name = found + 6;
      if (name < one.size() && (one[name] == ':' || one[name] == '=')) {
        do ++name;
        while (name < one.size() && (one[name] == ' ' || one[name] == '\t'));
        std::string encoding;
        for (; name < one.size(); ++name) {
          char c = one[name];
          bool part = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
                      c == '-' || c == '_' || c == '.';
          if (!part) break;
          encoding.push_back(c);
        }
        if (!encoding.empty()) return encoding;
      }
      found = one.find("coding", found + 6);
    }
    if (end == std::string_view::npos) break;
    bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (pair ? 2 : 1));
  }
  return {};
}

enum class Encoding : uint8_t { Utf8, AsciiCompatible, Unknown };

Encoding encoding_named(std::string name) {
  for (char& c : name) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  auto begins = [&name](std::string_view with) { return name.compare(0, with.size(), with) == 0; };
  if (name == "utf-8" || begins("utf-8-") || name == "utf8" || name == "u8" || name == "ascii" ||
      name == "us-ascii") {
    return Encoding::Utf8;
  }
  for (std::string_view known : {"latin", "iso-8859-", "iso8859-", "iso-latin-", "cp125", "cp437",
                                 "cp85", "cp86", "windows-125", "koi8-", "mac-", "euc-", "gb",
                                 "big5", "shift-jis", "sjis", "cp932", "cp949"}) {
    if (begins(known)) return Encoding::AsciiCompatible;
  }
  return Encoding::Unknown;
}

}  // namespace

Source prepare_source(std::string_view source, Arena& arena) {
  Source out;
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  std::string encoding = declared_encoding(source);
  if (!encoding.empty()) {
    Encoding kind = encoding_named(encoding);
    if (kind == Encoding::Unknown ||
        (kind == Encoding::AsciiCompatible && !utf8::is_ascii(source))) {
      SyntaxError error;
      error.message = kind == Encoding::Unknown
                          ? "encoding problem: " + encoding
                          : "the encoding " + encoding + " is not supported: write UTF-8";
      out.error = std::move(error);
      return out;
    }
  }
  out.error = check_characters(source);
  if (out.error) return out;
  char* text = static_cast<char*>(arena.allocate(source.size() + 1, 1));
  size_t size = 0;
  if (std::memchr(source.data(), '\r', source.size()) == nullptr) {
    std::memcpy(text, source.data(), source.size());
    size = source.size();
  } else {
    for (size_t i = 0; i < source.size(); ++i) {
      char c = source[i];
      if (c == '\r') {
        if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
        c = '\n';
      }
      text[size++] = c;
    }
  }
  if (size > 0 && text[size - 1] != '\n') text[size++] = '\n';
  out.text = {text, size};
  return out;
}

std::string_view line_of(std::string_view text, int line) {
  for (; line > 1; --line) {
    size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

}  // namespace awaitscope
