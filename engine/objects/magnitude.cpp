// Arithmetic of natural numbers. Division is Knuth's algorithm D (The Art of Computer Programming,
// volume 2, 4.3.1).

#include "engine/objects/magnitude.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace awaitscope::magnitude {
namespace {

constexpr size_t kKaratsuba = 48;  // digits of the shorter factor from which on it pays
constexpr uint64_t kToMove = 4;    // what a digit takes to come and go, beside the product of two

// to[0, b.size()) += b, with the carry running on; to is long enough.
void add_in_place(std::span<uint32_t> to, View b) {
  uint64_t carry = 0;
  size_t i = 0;
  for (; i < b.size(); ++i) {
    carry += uint64_t(to[i]) + b[i];
    to[i] = uint32_t(carry);
    carry >>= 32;
  }
  for (; carry; ++i) {
    carry += to[i];
    to[i] = uint32_t(carry);
    carry >>= 32;
  }
}

void subtract_in_place(std::span<uint32_t> from, View b) {
  int64_t borrow = 0;
  size_t i = 0;
  for (; i < b.size(); ++i) {
    borrow += int64_t(from[i]) - b[i];
    from[i] = uint32_t(borrow);
    borrow >>= 32;
  }
  for (; borrow; ++i) {
    borrow += from[i];
    from[i] = uint32_t(borrow);
    borrow >>= 32;
  }
}

Digits multiply_by_school(View a, View b) {
  Digits product(a.size() + b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    uint64_t carry = 0, factor = a[i];
    for (size_t j = 0; j < b.size(); ++j) {
      carry += factor * b[j] + product[i + j];
      product[i + j] = uint32_t(carry);
      carry >>= 32;
    }
    product[i + b.size()] = uint32_t(carry);
  }
  trim(product);
  return product;
}

// Both are at least half as long as the longer one.
Digits multiply_by_karatsuba(View a, View b) {
  size_t half = std::max(a.size(), b.size()) / 2;
  View a_low = trimmed(a.first(half)), a_high = a.subspan(half);
  View b_low = trimmed(b.first(half)), b_high = b.subspan(half);
  Digits low = multiply(a_low, b_low), high = multiply(a_high, b_high);
  Digits middle = multiply(add(a_low, a_high), add(b_low, b_high));
  subtract_in_place(middle, low);
  subtract_in_place(middle, high);
  trim(middle);
  Digits product(a.size() + b.size());
  std::copy(low.begin(), low.end(), product.begin());
  std::copy(high.begin(), high.end(), product.begin() + ptrdiff_t(2 * half));
  add_in_place(std::span(product).subspan(half), middle);
  trim(product);
  return product;
}

}  // namespace

void trim(Digits& digits) {
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
}

View trimmed(View digits) {
  while (!digits.empty() && digits.back() == 0) digits = digits.first(digits.size() - 1);
  return digits;
}

Digits of(uint64_t value) {
  Digits digits;
  for (; value; value >>= 32) digits.push_back(uint32_t(value));
  return digits;
}

int compare(View a, View b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

Digits add(View a, View b) {
  if (a.size() < b.size()) std::swap(a, b);
  Digits sum;
  sum.reserve(a.size() + 1);
  sum.assign(a.begin(), a.end());
  sum.push_back(0);
  add_in_place(sum, b);
  trim(sum);
  return sum;
}

Digits subtract(View a, View b) {
  Digits difference(a.begin(), a.end());
  subtract_in_place(difference, b);
  trim(difference);
  return difference;
}

Digits multiply(View a, View b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < kKaratsuba) return multiply_by_school(a, b);
  if (2 * b.size() > a.size()) return multiply_by_karatsuba(a, b);
  // The longer one in pieces as long as the shorter one.
  Digits product(a.size() + b.size());
  for (size_t at = 0; at < a.size(); at += b.size()) {
    View piece = trimmed(a.subspan(at, std::min(b.size(), a.size() - at)));
    add_in_place(std::span(product).subspan(at), multiply(piece, b));
  }
  trim(product);
  return product;
}

uint64_t multiplication_work(View a, View b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.empty()) return 0;
  uint64_t size = b.size(), work = (a.size() + size - 1) / size;
  for (; size >= kKaratsuba; size = (size + 1) / 2) work *= 3;
  return work * size * size + kToMove * (a.size() + b.size());
}

uint64_t division_work(View a, View b) {
  if (a.size() < b.size()) return 0;
  // What a product takes here, beside one in a multiplication.
  const uint64_t beside = b.size() == 1 ? 8 : 2;
  return beside * b.size() * (a.size() - b.size() + 1) + kToMove * (a.size() + b.size());
}

uint32_t divide_in_place(Digits& a, uint32_t b) {
  uint64_t remainder = 0;
  for (size_t i = a.size(); i-- > 0;) {
    remainder = remainder << 32 | a[i];
    a[i] = uint32_t(remainder / b);
    remainder %= b;
  }
  trim(a);
  return uint32_t(remainder);
}

Digits divide(View a, View b, Digits& remainder) {
  assert(!b.empty());
  if (compare(a, b) < 0) {
    remainder.assign(a.begin(), a.end());
    return {};
  }
  if (b.size() == 1) {
    Digits quotient(a.begin(), a.end());
    remainder = of(divide_in_place(quotient, b[0]));
    return quotient;
  }
  // The divisor's highest bit has to be set: then the estimate of a digit is at most two too large.
  int shift = std::countl_zero(b.back());
  Digits v = shift_left(b, uint64_t(shift));
  Digits u = shift_left(a, uint64_t(shift));
  u.resize(a.size() + 1);
  size_t n = v.size(), m = a.size() - n;
  Digits quotient(m + 1);
  for (size_t j = m + 1; j-- > 0;) {
    uint64_t top = uint64_t(u[j + n]) << 32 | u[j + n - 1];
    uint64_t estimate = top / v[n - 1], rest = top % v[n - 1];
    while (estimate >> 32 || estimate * v[n - 2] > (rest << 32 | u[j + n - 2])) {
      --estimate;
      rest += v[n - 1];
      if (rest >> 32) break;
    }
    int64_t borrow = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < n; ++i) {
      carry += estimate * v[i];
      borrow += int64_t(u[i + j]) - uint32_t(carry);
      u[i + j] = uint32_t(borrow);
      borrow >>= 32;
      carry >>= 32;
    }
    borrow += int64_t(u[j + n]) - int64_t(carry);
    u[j + n] = uint32_t(borrow);
    if (borrow < 0) {
      --estimate;
      uint64_t back = 0;
      for (size_t i = 0; i < n; ++i) {
        back += uint64_t(u[i + j]) + v[i];
        u[i + j] = uint32_t(back);
        back >>= 32;
      }
      u[j + n] += uint32_t(back);
    }
    quotient[j] = uint32_t(estimate);
  }
  trim(quotient);
  trim(u);
  remainder = shift_right(u, uint64_t(shift));
  return quotient;
}

void multiply_add(Digits& a, uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  for (uint32_t& digit : a) {
    carry += uint64_t(digit) * factor;
    digit = uint32_t(carry);
    carry >>= 32;
  }
  if (carry) a.push_back(uint32_t(carry));
}

Digits shift_left(View a, uint64_t bits) {
  if (a.empty()) return {};
  size_t whole = size_t(bits / 32);
  int part = int(bits % 32);
  Digits shifted(a.size() + whole + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    carry |= uint64_t(a[i]) << part;
    shifted[i + whole] = uint32_t(carry);
    carry >>= 32;
  }
  shifted[a.size() + whole] = uint32_t(carry);
  trim(shifted);
  return shifted;
}

Digits shift_right(View a, uint64_t bits) {
  uint64_t whole = bits / 32;
  int part = int(bits % 32);
  if (whole >= a.size()) return {};
  Digits shifted(a.size() - size_t(whole));
  for (size_t i = 0; i < shifted.size(); ++i) {
    size_t from = i + size_t(whole);
    uint64_t two = a[from] | uint64_t(from + 1 < a.size() ? a[from + 1] : 0) << 32;
    shifted[i] = uint32_t(two >> part);
  }
  trim(shifted);
  return shifted;
}

bool any_bit_below(View a, uint64_t bit) {
  size_t whole = size_t(std::min<uint64_t>(bit / 32, a.size()));
  for (size_t i = 0; i < whole; ++i) {
    if (a[i]) return true;
  }
  int part = int(bit % 32);
  return whole < a.size() && part && (a[whole] & ((1u << part) - 1));
}

uint64_t bit_length(View a) {
  return a.empty() ? 0 : uint64_t(a.size()) * 32 - uint64_t(std::countl_zero(a.back()));
}

std::string to_text(View a, int base) {
  constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  if (a.empty()) return "0";
  std::string text;  // backwards
  if ((base & (base - 1)) == 0) {
    int bits = std::countr_zero(unsigned(base));
    uint64_t count = (bit_length(a) + uint64_t(bits) - 1) / uint64_t(bits);
    for (uint64_t i = 0; i < count; ++i) {
      size_t at = size_t(i * uint64_t(bits) / 32);
      uint64_t two = a[at] | uint64_t(at + 1 < a.size() ? a[at + 1] : 0) << 32;
      text += kDigits[two >> (i * uint64_t(bits) % 32) & uint64_t(base - 1)];
    }
  } else {
    uint32_t chunk = uint32_t(base);
    int chunk_digits = 1;
    while (uint64_t(chunk) * uint64_t(base) <= UINT32_MAX) {
      chunk *= uint32_t(base);
      ++chunk_digits;
    }
    Digits rest(a.begin(), a.end());
    while (!rest.empty()) {
      uint32_t part = divide_in_place(rest, chunk);
      for (int i = 0; i < chunk_digits && (part || !rest.empty()); ++i) {
        text += kDigits[part % uint32_t(base)];
        part /= uint32_t(base);
      }
    }
  }
  std::reverse(text.begin(), text.end());
  return text;
}

Digits from_text(std::string_view digits, int base) {
  auto value_of = [](char c) { return uint32_t(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); };
  Digits number;
  if ((base & (base - 1)) == 0) {
    int bits = std::countr_zero(unsigned(base));
    number.resize(digits.size() * size_t(bits) / 32 + 1);
    uint64_t at = 0;
    for (size_t i = digits.size(); i-- > 0; at += uint64_t(bits)) {
      uint64_t part = uint64_t(value_of(digits[i])) << (at % 32);
      number[size_t(at / 32)] |= uint32_t(part);
      if (part >> 32) number[size_t(at / 32) + 1] |= uint32_t(part >> 32);
    }
    trim(number);
    return number;
  }
  size_t i = 0;
  while (i < digits.size()) {
    uint32_t factor = 1, part = 0;
    while (i < digits.size() && uint64_t(factor) * uint64_t(base) <= UINT32_MAX) {
      factor *= uint32_t(base);
      part = part * uint32_t(base) + value_of(digits[i++]);
    }
    multiply_add(number, factor, part);
  }
  return number;
}

}  // namespace awaitscope::magnitude
