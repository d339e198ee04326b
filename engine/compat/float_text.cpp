#include "engine/compat/float_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace awaitscope {
namespace {

char* copy(char* to, std::string_view text) {
  std::copy_n(text.data(), text.size(), to);
  return to + text.size();
}

char* write_int(char* to, int64_t value) { return std::to_chars(to, to + 24, value).ptr; }

// Up to 15 digits with up to six of them after the point: most floats that people write. The
// decimal number n / 10**k has at most 15 digits, so if it reads back as the value it is the
// shortest.
char* write_short_decimal(double value, char* to) {
  constexpr double kPowers[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  double size = std::fabs(value);
  for (int places = 1; places <= 6; ++places) {
    double scaled = std::nearbyint(size * kPowers[places]);
    if (scaled >= 1e15) return nullptr;
    if (scaled / kPowers[places] != size) continue;
    if (std::signbit(value)) *to++ = '-';
    auto digits = int64_t(scaled), power = int64_t(kPowers[places]);
    to = write_int(to, digits / power);
    *to++ = '.';
    int64_t fraction = digits % power;
    for (power /= 10; power > 0; power /= 10) *to++ = char('0' + fraction / power % 10);
    return to;
  }
  return nullptr;
}

// Below a power of two doubles lie twice as close as above it, so that a decimal above it may read
// back as it although the nearest one, which is below, does not. Then the text becomes that one.
bool next_decimal_reads_back(char (&text)[40], double value) {
  int exponent;
  if (std::fabs(std::frexp(value, &exponent)) != 0.5) return false;
  char next[40];
  memcpy(next, text, sizeof next);
  char* at = strchr(next, 'e') - 1;
  while (*at == '9' || *at == '.') {
    if (*at == '9') *at = '0';
    --at;
  }
  if (*at < '0' || *at > '8') return false;  // only where all are nines: no power of two is that
  ++*at;
  if (strtod(next, nullptr) != value) return false;
  memcpy(text, next, sizeof next);
  return true;
}

// Of more digits, or far from 1. (Not inlined: the page fetches it when it is needed.)
[[gnu::noinline]] char* write_with_printf(double value, char* to) {
  char text[40];
  // 15 digits are always kept by a normal double: what is shorter shows as zeros at the end.
  for (int precision = std::isnormal(value) ? 15 : 1; precision <= 17; ++precision) {
    snprintf(text, sizeof text, "%.*e", precision - 1, value);
    if (precision == 17 || strtod(text, nullptr) == value) break;
    if (precision == 16 && next_decimal_reads_back(text, value)) break;
  }
  // d.ddde+xx into digits and an exponent, then the layout of Python's repr.
  const char* at = text;
  if (*at == '-') *to++ = *at++;
  char digits[24];
  int count = 0;
  for (; *at != 'e'; ++at) {
    if (*at >= '0' && *at <= '9') digits[count++] = *at;
  }
  int exponent = atoi(at + 1);
  while (count > 1 && digits[count - 1] == '0') --count;
  if (exponent < -4 || exponent >= 16) {
    *to++ = digits[0];
    if (count > 1) {
      *to++ = '.';
      to = copy(to, {digits + 1, size_t(count - 1)});
    }
    *to++ = 'e';
    *to++ = exponent < 0 ? '-' : '+';
    if (std::abs(exponent) < 10) *to++ = '0';
    return write_int(to, std::abs(exponent));
  }
  if (exponent < 0) {
    to = copy(to, "0.");
    for (int i = -1; i > exponent; --i) *to++ = '0';
    return copy(to, {digits, size_t(count)});
  }
  for (int i = 0; i <= exponent; ++i) *to++ = i < count ? digits[i] : '0';
  *to++ = '.';
  if (count <= exponent + 1) {
    *to++ = '0';
    return to;
  }
  return copy(to, {digits + exponent + 1, size_t(count - exponent - 1)});
}

[[gnu::noinline]] std::string six_digits_with_printf(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

// As printf rounds, which looks at all of the value's digits.
[[gnu::noinline]] double round_with_printf(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.6f", value);
  return std::strtod(text, nullptr);
}

}  // namespace

char* write_float_repr(double value, char (&buffer)[32]) {
  char* to = buffer;
  if (std::isnan(value)) return copy(to, "nan");
  if (std::isinf(value)) return copy(to, value > 0 ? "inf" : "-inf");
  double size = std::fabs(value);
  if (size < 1e15 && value == std::floor(value)) {
    if (std::signbit(value)) *to++ = '-';
    return copy(write_int(to, int64_t(size)), ".0");
  }
  if (size < 1e15 && size >= 1e-4) {
    if (char* end = write_short_decimal(value, to)) return end;
  }
  return write_with_printf(value, to);
}

std::string float_repr(double value) {
  char buffer[32];
  return std::string(buffer, write_float_repr(value, buffer));
}

std::string six_digits(double value) {
  char buffer[32];
  if (value >= 0 && value < 1e6 && value == std::floor(value) && !std::signbit(value))
    return std::string(buffer, write_int(buffer, int64_t(value)));
  if (value >= 1e-4 && value < 1e5) {
    char* end = write_short_decimal(value, buffer);
    const std::ptrdiff_t most = value < 1 ? 8 : 7;  // "0.123456", "1.23456"
    if (end && end - buffer <= most) return std::string(buffer, end);
  }
  return six_digits_with_printf(value);
}

double round_to_6_digits(double value) {
  constexpr double kMillion = 1e6;
  if (!std::isfinite(value) || std::fabs(value) > 1e15) return value;
  // Which is the nearest can be told from the product, except where the value lies between two.
  const double scaled = value * kMillion, whole = std::nearbyint(scaled);
  if (std::fabs(whole) < 1e13 && std::fabs(scaled - whole) < 0.49) return whole / kMillion;
  return round_with_printf(value);
}

}  // namespace awaitscope
