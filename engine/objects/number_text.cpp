// Numbers as text and back.

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/run_context.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

// sys.get_int_max_str_digits()
size_t most_digits() {
  const uint32_t most = has_run() ? this_run().limits.text_digits : Limits().text_digits;
  return most ? most : SIZE_MAX;
}
// Each step goes through the whole number, and there are as many as it has digits of 32 bits.
// `beside`: what one takes beside a product.
bool may_convert(uint64_t digits, uint64_t beside) {
  return !has_run() || this_run().limits.may_calculate(beside * digits * digits / 2);
}

}  // namespace

std::string int_to_text(Value v, int base) {
  if (v.is_int()) {
    char buffer[72];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, v.as_int(), base).ptr);
  }
  Integer integer(v);
  std::string text = magnitude::to_text(integer.digits(), base);
  if (integer.negative()) text.insert(0, 1, '-');
  return text;
}

bool decimal_text(Value v, std::string& out) {
  constexpr double kBitsPerDigit = 3.3219280948873623;
  const uint64_t bits = bit_length_of(v);
  const size_t most = most_digits();
  if (double(bits) <= double(most) * kBitsPerDigit + 1) {
    if (!may_convert(bits / 32, 8)) return false;
    out = int_to_text(v);
    if (out.size() - (out[0] == '-') <= most) return true;
  }
  raise_error(types.ValueError,
              concat({"Exceeds the limit (", std::to_string(most),
                      " digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                      "increase the limit"}));
  return false;
}

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

std::string_view stripped(std::string_view text) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool parse_integer_text(std::string_view text, int base, Ref& out) {
  text = stripped(text);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  int prefixed = 0;
  if (text.size() > 1 && text[0] == '0') {
    switch (text[1]) {
      case 'x':
      case 'X': prefixed = 16; break;
      case 'o':
      case 'O': prefixed = 8; break;
      case 'b':
      case 'B': prefixed = 2; break;
      default: break;
    }
  }
  bool any_base = base == 0;
  if (prefixed && (any_base || base == prefixed)) {
    base = prefixed;
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
    any_base = false;
  } else if (any_base) {
    base = 10;
  }
  std::string digits;
  digits.reserve(text.size());
  bool nonzero = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_') {
      if (i == 0 || i + 1 == text.size() || text[i + 1] == '_') return false;
      continue;
    }
    int digit = digit_value(text[i]);
    if (digit >= base) return false;
    nonzero |= digit != 0;
    digits += text[i];
  }
  if (digits.empty()) return false;
  if (any_base && nonzero && digits[0] == '0') return false;  // 010 is nothing in Python
  if (const bool by_parts = base & (base - 1); by_parts && digits.size() > most_digits()) {
    raise_error(
        types.ValueError,
        concat({"Exceeds the limit (", std::to_string(most_digits()),
                " digits) for integer string conversion: value has ", std::to_string(digits.size()),
                " digits; use sys.set_int_max_str_digits() to increase the limit"}));
    out = {};
    return true;
  } else if (by_parts && !may_convert(digits.size() / 9, 1)) {
    out = {};
    return true;
  }
  int64_t small;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), small, base);
  if (error == std::errc()) {
    out = new_int(negative ? -small : small);
  } else {
    out = make_integer(negative, magnitude::from_text(digits, base));
  }
  return true;
}

Ref parse_int(std::string_view digits, int base) {
  Ref out;
  if (parse_integer_text(digits, base, out)) return out;
  return raise_error(types.ValueError, concat({"invalid literal for int() with base ",
                                               std::to_string(base), ": ", quote(digits)}));
}

bool parse_double(std::string_view text, double& out) {
  text = stripped(text);
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '_') {
      bool between = i > 0 && i + 1 < text.size() && isdigit(uint8_t(text[i - 1])) &&
                     isdigit(uint8_t(text[i + 1]));
      if (!between) return false;
      continue;
    }
    if (c == '\0') return false;
    plain += char(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  const char* at = plain.c_str();
  if (*at == '+' || *at == '-') ++at;
  std::string_view unsigned_part = at;
  bool negative = plain[0] == '-';
  if (unsigned_part == "inf" || unsigned_part == "infinity") {
    out = negative ? -HUGE_VAL : HUGE_VAL;
    return true;
  }
  if (unsigned_part == "nan") {
    out = std::copysign(NAN, negative ? -1.0 : 1.0);
    return true;
  }
  // Exactly what Python's grammar has; strtod alone would take hexadecimal and more.
  size_t i = 0, digits = 0;
  while (i < unsigned_part.size() && isdigit(uint8_t(unsigned_part[i]))) ++i, ++digits;
  if (i < unsigned_part.size() && unsigned_part[i] == '.') {
    ++i;
    while (i < unsigned_part.size() && isdigit(uint8_t(unsigned_part[i]))) ++i, ++digits;
  }
  if (digits == 0) return false;
  if (i < unsigned_part.size() && unsigned_part[i] == 'e') {
    ++i;
    if (i < unsigned_part.size() && (unsigned_part[i] == '+' || unsigned_part[i] == '-')) ++i;
    size_t begin = i;
    while (i < unsigned_part.size() && isdigit(uint8_t(unsigned_part[i]))) ++i;
    if (i == begin) return false;
  }
  if (i != unsigned_part.size()) return false;
  out = strtod(plain.c_str(), nullptr);
  return true;
}

double round_double(double value, int64_t digits) {
  if (!std::isfinite(value) || digits > 323) return value;
  if (digits < -308) return std::copysign(0.0, value);
  // The decimal digits of a double are exact in printf, so its rounding is half to even of the
  // value that the double really has, as in CPython.
  std::string text;
  if (digits >= 0) {
    char buffer[700];
    snprintf(buffer, sizeof buffer, "%.*f", int(digits), value);
    text = buffer;
  } else {
    char buffer[400];
    double size = std::fabs(value);
    int exponent = size > 0 ? int(std::floor(std::log10(size))) : 0;
    // log10 may be off by one next to a power of ten.
    snprintf(buffer, sizeof buffer, "%.0e", size);
    for (;; ++exponent) {
      snprintf(buffer, sizeof buffer, "1e%d", exponent + 1);
      if (size < strtod(buffer, nullptr) || exponent > 308) break;
    }
    int precision = exponent + int(digits);
    if (precision < -1) return std::copysign(0.0, value);
    if (precision == -1) {
      // Less than one unit: half of it and below goes to zero, above to the unit.
      snprintf(buffer, sizeof buffer, "5e%d", int(-digits) - 1);
      double half = strtod(buffer, nullptr);
      if (size <= half) return std::copysign(0.0, value);
      snprintf(buffer, sizeof buffer, "1e%d", int(-digits));
      return std::copysign(strtod(buffer, nullptr), value);
    }
    snprintf(buffer, sizeof buffer, "%.*e", precision, value);
    text = buffer;
  }
  return strtod(text.c_str(), nullptr);
}

}  // namespace awaitscope
