#pragma once
// What the module unicodedata says of characters. Unicode 14, as CPython 3.11 has.

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope::unicode {

const char* category(uint32_t code);          // "Lu"
const char* bidirectional(uint32_t code);     // "L"; empty where there is none
const char* east_asian_width(uint32_t code);  // "Na"
int combining(uint32_t code);                 // 0: it stands for itself
bool mirrored(uint32_t code);
std::string decomposition(uint32_t code);  // "<compat> 0066 0069"; empty where there is none

struct NumericValue {
  bool is_there = false, is_digit = false;
  int64_t numerator = 0, denominator = 1;
};
NumericValue numeric_value(uint32_t code);  // of those that are no decimal digits

// NFC and NFD; with `compatible` NFKC and NFKD.
std::string normalized(std::string_view text, bool composed, bool compatible);

}  // namespace awaitscope::unicode
