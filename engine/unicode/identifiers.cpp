#include "engine/unicode/identifiers.h"

#include "engine/compat/deferred_data.h"
#include "engine/unicode/identifier_tables.inc"

namespace awaitscope {
namespace {

// Whether a table of ranges has the character, which is not ASCII.
bool is_in(const uint8_t* table, size_t size, uint32_t c) {
  need_deferred_data();
  const uint8_t* end = table + size;
  auto number = [&table] {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      value |= (*table & 0x7Fu) << shift;
      if (*table++ < 0x80) return value;
    }
  };
  uint32_t at = 0x80;
  while (table < end) {
    at += number();
    if (c < at) return false;
    at += number();
    if (c < at) return true;
  }
  return false;
}

}  // namespace

uint32_t decode_utf8(std::string_view text, size_t& at) {
  unsigned char c = static_cast<unsigned char>(text[at++]);
  if (c < 0x80) return c;
  int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  uint32_t value = c & (0x3Fu >> more);
  for (; more > 0 && at < text.size() && (text[at] & 0xC0) == 0x80; --more) {
    value = value << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  }
  return value;
}

void append_utf8(std::string& out, uint32_t c) {
  auto byte = [&out](uint32_t value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      byte(0x80 | (c >> 12 & 0x3F));
    }
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

bool is_printable(uint32_t c) {
  return c < 0x80 ? c >= 0x20 && c != 0x7F : !is_in(kNotPrintable, sizeof kNotPrintable, c);
}

bool is_identifier_start(uint32_t c) {
  if (c < 0x80) return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
  return is_in(kIdentifierStart, sizeof kIdentifierStart, c);
}

bool is_identifier_part(uint32_t c) {
  return is_identifier_start(c) || (c >= '0' && c <= '9') ||
         (c >= 0x80 && is_in(kIdentifierPart, sizeof kIdentifierPart, c));
}

}  // namespace awaitscope
