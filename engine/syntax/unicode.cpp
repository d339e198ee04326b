#include "engine/syntax/lexer.h"

namespace awaitscope {

uint32_t decode_utf8(std::string_view text, size_t& at) {
  unsigned char c = static_cast<unsigned char>(text[at++]);
  if (c < 0x80) return c;
  int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  uint32_t value = c & (0x3Fu >> more);
  for (; more > 0 && at < text.size(); --more) {
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
  return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c <= 0xA0) && c != 0xAD &&
         !(c >= 0x2000 && c <= 0x200F) && !(c >= 0x2028 && c <= 0x202F) &&
         !(c >= 0x205F && c <= 0x206F) && c != 0x3000 && c != 0xFEFF &&
         !(c >= 0xD800 && c <= 0xF8FF);
}

bool is_identifier_start(uint32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? true : c == '_';
  if (c < 0x100) return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  return is_printable(c) && !(c >= 0x2000 && c <= 0x2070) && !(c >= 0x20A0 && c <= 0x20CF) &&
         !(c >= 0x2190 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x3004) &&
         !(c >= 0x3008 && c <= 0x3020) && !(c >= 0xFF00 && c <= 0xFF20) &&
         !(c >= 0x1F000 && c <= 0x1FBFF);
}

bool is_identifier_part(uint32_t c) {
  return is_identifier_start(c) || (c >= '0' && c <= '9') || c == 0xB7;
}

}  // namespace awaitscope
