#pragma once
// Natural numbers of any size: arithmetic on 32-bit digits, lowest first, without leading zeros
// (zero has no digits). Signs and Python's rules are in integer.h. Nothing here fails, and nothing
// says how long it takes but the two that give the number of digits' products to expect.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::magnitude {

using Digits = std::vector<uint32_t>;
using View = std::span<const uint32_t>;

void trim(Digits& digits);
View trimmed(View digits);
Digits of(uint64_t value);
int compare(View a, View b);
Digits add(View a, View b);
Digits subtract(View a, View b);  // a >= b
Digits multiply(View a, View b);  // Karatsuba where it pays
uint64_t multiplication_work(View a, View b);
Digits divide(View a, View b, Digits& remainder);  // b is not zero
uint64_t division_work(View a, View b);
uint32_t divide_in_place(Digits& a, uint32_t b);  // gives the remainder
void multiply_add(Digits& a, uint32_t factor, uint32_t summand);
Digits shift_left(View a, uint64_t bits);
Digits shift_right(View a, uint64_t bits);
bool any_bit_below(View a, uint64_t bit);  // is one of the bits [0, bit) set?
uint64_t bit_length(View a);
std::string to_text(View a, int base);  // lower case, no prefix; quadratic for base 10
Digits from_text(std::string_view digits, int base);  // only valid digits; upper or lower case

}  // namespace awaitscope::magnitude
