#include "engine/objects/format_double.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "engine/compat/float_text.h"
#include "engine/objects/numbers.h"

namespace awaitscope {
namespace {

std::string by_printf(const char* format, int precision, double value) {
  char buffer[64];
  int size = snprintf(buffer, sizeof buffer, format, precision, value);
  if (size < int(sizeof buffer)) return buffer;
  std::string text(size_t(size) + 1, '\0');
  snprintf(text.data(), text.size(), format, precision, value);
  text.pop_back();
  return text;
}

// %.*f by whole numbers: value * 10**precision is an integer of 53 bits times a power of ten over a
// power of two, and so can be rounded exactly, to even where it lies in the middle. Empty: that
// does not fit into the numbers here.
std::string fixed(double value, int precision) {
  static constexpr uint64_t kPowers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
  if (precision >= int(std::size(kPowers))) return {};
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  const int shift = 53 - exponent;  // |value| = bits / 2**shift
  if (shift < 1 || shift > 100) return {};
  const auto bits = uint64_t(std::ldexp(fraction, 53));
  const auto product = static_cast<unsigned __int128>(bits) * kPowers[precision];
  const auto unit = static_cast<unsigned __int128>(1) << shift;
  auto whole = product >> shift;
  const auto rest = product & (unit - 1);
  if (rest > unit / 2 || (rest == unit / 2 && (whole & 1))) ++whole;
  if (whole >> 63) return {};
  char buffer[32];
  char *end = buffer + sizeof buffer, *at = end;
  auto left = uint64_t(whole);
  for (int digits = 0; left || digits <= precision; ++digits) {
    if (digits == precision && precision) *--at = '.';
    *--at = char('0' + left % 10);
    left /= 10;
  }
  if (std::signbit(value)) *--at = '-';
  return {at, end};
}

// %g, but with Python's rule for when a number without a type gets an exponent.
std::string general(double value, const DoubleStyle& style) {
  int precision = style.precision == 0 ? 1 : style.precision;
  std::string scientific = by_printf("%.*e", precision - 1, value);
  size_t e = scientific.find('e');
  int exponent = atoi(scientific.c_str() + e + 1);
  std::string sign = scientific[0] == '-' ? "-" : "", digits;
  for (char c : scientific.substr(0, e)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (!style.alternate) {
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  }
  int point = exponent + 1;  // how many digits come before it
  if (point <= -4 || point > precision - (style.add_dot_0 ? 1 : 0)) {
    std::string text = sign + digits[0];
    if (digits.size() > 1 || style.alternate) text += '.' + digits.substr(1);
    return text + scientific.substr(e);
  }
  if (point <= 0) return sign + "0." + std::string(size_t(-point), '0') + digits;
  if (digits.size() < size_t(point)) digits.append(size_t(point) - digits.size(), '0');
  std::string text = sign + digits.substr(0, size_t(point)),
              fraction = digits.substr(size_t(point));
  if (!fraction.empty()) return text + '.' + fraction;
  if (style.add_dot_0) return text + ".0";
  return style.alternate ? text + '.' : text;
}

std::string shortest(double value, const DoubleStyle& style) {
  std::string text = float_repr(value);
  if (!style.add_dot_0 && text.ends_with(".0"))
    text.resize(text.size() - (style.alternate ? 1 : 2));
  if (style.alternate && text.find('.') == text.npos) {
    size_t e = text.find('e');
    text.insert(e == text.npos ? text.size() : e, 1, '.');
  }
  return text;
}

}  // namespace

std::string format_double(double value, const DoubleStyle& style) {
  if (!std::isfinite(value)) return float_repr(value);
  switch (style.code) {
    case 'f':
      if (std::string text = style.alternate ? "" : fixed(value, style.precision); !text.empty())
        return text;
      return by_printf(style.alternate ? "%#.*f" : "%.*f", style.precision, value);
    case 'e': return by_printf(style.alternate ? "%#.*e" : "%.*e", style.precision, value);
    case 'g': return general(value, style);
    default: return shortest(value, style);
  }
}

}  // namespace awaitscope
