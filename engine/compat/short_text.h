#pragma once
// A few characters at once: most texts that a recording shows are shorter than what the library's
// functions prepare for.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace awaitscope {

// The bytes of a text of 1 to 8, all of them and nothing else: some come twice.
inline uint64_t eight_bytes_of(const char* text, size_t size) {
  auto load = [text]<class T>(T, size_t at) {
    T word;
    memcpy(&word, text + at, sizeof word);
    return uint64_t(word);
  };
  if (size >= 8) return load(uint64_t(), 0);
  if (size >= 4) return load(uint32_t(), 0) | load(uint32_t(), size - 4) << 32;
  if (size >= 2) {
    const uint64_t four = load(uint16_t(), 0) | load(uint16_t(), size - 2) << 16;
    return four | four << 32;
  }
  return load(uint8_t(), 0) * 0x0101010101010101;
}

// Calls visit(eight bytes) until all bytes of a text have been among them. False: it said so.
template <class F>
inline bool all_eights(const char* text, size_t size, F visit) {
  size_t at = 0;
  for (; at + 8 < size; at += 8) {
    if (!visit(eight_bytes_of(text + at, 8))) return false;
  }
  if (size == 0) return true;
  return visit(size < 8 ? eight_bytes_of(text, size) : eight_bytes_of(text + size - 8, 8));
}

inline void copy_short(char* to, const char* from, size_t size) {
  auto copy = [&]<class T>(T, size_t at) { memcpy(to + at, from + at, sizeof(T)); };
  if (size > 16) {
    memcpy(to, from, size);
  } else if (size >= 8) {
    copy(uint64_t(), 0);
    copy(uint64_t(), size - 8);
  } else if (size >= 4) {
    copy(uint32_t(), 0);
    copy(uint32_t(), size - 4);
  } else if (size >= 2) {
    copy(uint16_t(), 0);
    copy(uint16_t(), size - 2);
  } else if (size == 1) {
    *to = *from;
  }
}

}  // namespace awaitscope
