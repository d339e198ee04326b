#pragma once
// UTF-8 as a Str holds it: valid, but lone surrogates are allowed (three bytes).

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/compat/short_text.h"

namespace awaitscope::utf8 {

constexpr uint32_t kMaxCodePoint = 0x10ffff;

inline bool is_continuation(char byte) { return (uint8_t(byte) & 0xc0) == 0x80; }

inline bool is_ascii(std::string_view text) {
  return all_eights(text.data(), text.size(),
                    [](uint64_t eight) { return (eight & 0x8080808080808080) == 0; });
}

inline size_t length_of(std::string_view text) {
  if (is_ascii(text)) return text.size();
  size_t count = 0;
  for (char c : text) count += !is_continuation(c);
  return count;
}

// The code point at `at`, which moves past it.
inline uint32_t decode(const char*& at) {
  uint8_t lead = uint8_t(*at++);
  if (lead < 0x80) return lead;
  auto next = [&at] { return uint32_t(uint8_t(*at++) & 0x3f); };
  if (lead < 0xe0) return uint32_t(lead & 0x1f) << 6 | next();
  uint32_t code;
  if (lead < 0xf0) {
    code = uint32_t(lead & 0x0f) << 12;
    code |= next() << 6;
    return code | next();
  }
  code = uint32_t(lead & 0x07) << 18;
  code |= next() << 12;
  code |= next() << 6;
  return code | next();
}

inline size_t size_of(uint32_t code) {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

// Writes the code point and gives the place after it.
inline char* encode(char* to, uint32_t code) {
  if (code < 0x80) {
    *to++ = char(code);
  } else if (code < 0x800) {
    *to++ = char(0xc0 | code >> 6);
    *to++ = char(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    *to++ = char(0xe0 | code >> 12);
    *to++ = char(0x80 | (code >> 6 & 0x3f));
    *to++ = char(0x80 | (code & 0x3f));
  } else {
    *to++ = char(0xf0 | code >> 18);
    *to++ = char(0x80 | (code >> 12 & 0x3f));
    *to++ = char(0x80 | (code >> 6 & 0x3f));
    *to++ = char(0x80 | (code & 0x3f));
  }
  return to;
}

inline void append(std::string& to, uint32_t code) {
  char buffer[4];
  to.append(buffer, size_t(encode(buffer, code) - buffer));
}

// The byte where the code point number `index` begins; the end where there are fewer.
inline size_t offset_of(std::string_view text, size_t index) {
  size_t i = 0;
  while (index > 0 && i < text.size()) {
    ++i;
    while (i < text.size() && is_continuation(text[i])) ++i;
    --index;
  }
  return i;
}

// Every code point of a text: for (uint32_t code : CodePoints(text)).
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  struct Iterator {
    const char* at;
    const char* next;
    uint32_t code;
    uint32_t operator*() const { return code; }
    Iterator& operator++() {
      at = next;
      return *this;
    }
    bool operator!=(const Iterator& end) {
      if (at == end.at) return false;
      next = at;
      code = decode(next);
      return true;
    }
  };
  Iterator begin() const { return {text_.data(), nullptr, 0}; }
  Iterator end() const { return {text_.data() + text_.size(), nullptr, 0}; }

 private:
  std::string_view text_;
};

}  // namespace awaitscope::utf8
