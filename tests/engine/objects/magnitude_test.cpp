// Natural numbers: laws that hold whatever the size.

#include "engine/objects/magnitude.h"

#include <doctest/doctest.h>

using namespace awaitscope::magnitude;

TEST_SUITE_BEGIN("objects");

namespace {

struct Random {
  uint64_t state = 88172645463325252u;
  uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  }
  // Up to `most` digits, many of them 0 or all ones: that is where carries go wrong.
  Digits number(size_t most) {
    Digits digits(size_t(next() % (most + 1)));
    for (uint32_t& digit : digits) {
      uint64_t kind = next() % 4;
      digit = kind == 0 ? 0 : kind == 1 ? UINT32_MAX : uint32_t(next());
    }
    trim(digits);
    return digits;
  }
};

}  // namespace

TEST_CASE("quotient times divisor plus remainder is the dividend") {
  Random random;
  for (int i = 0; i < 3000; ++i) {
    Digits a = random.number(40), b = random.number(20), remainder;
    if (b.empty()) continue;
    Digits quotient = divide(a, b, remainder);
    CHECK(compare(remainder, b) < 0);
    CHECK(add(multiply(quotient, b), remainder) == a);
  }
}

TEST_CASE("a product of long numbers is the sum of the products of their parts") {
  Random random;
  for (int i = 0; i < 60; ++i) {
    Digits a = random.number(400), b = random.number(400), c = random.number(30);
    // (a + c) * b by Karatsuba against a * b + c * b.
    CHECK(multiply(add(a, c), b) == add(multiply(a, b), multiply(c, b)));
    CHECK(multiply(a, b) == multiply(b, a));
    CHECK(subtract(add(a, b), b) == a);
  }
}

TEST_CASE("shifting is multiplying and dividing by powers of two") {
  Random random;
  for (int i = 0; i < 500; ++i) {
    Digits a = random.number(12), remainder;
    uint64_t bits = random.next() % 200;
    Digits power = shift_left(of(1), bits);
    CHECK(shift_left(a, bits) == multiply(a, power));
    CHECK(shift_right(a, bits) == divide(a, power, remainder));
    CHECK(any_bit_below(a, bits) == !remainder.empty());
    CHECK(bit_length(power) == bits + 1);
  }
}

TEST_CASE("text reads back in every base") {
  Random random;
  for (int base = 2; base <= 36; ++base) {
    for (int i = 0; i < 20; ++i) {
      Digits a = random.number(12);
      CHECK(from_text(to_text(a, base), base) == a);
    }
  }
  CHECK(to_text(of(0), 10) == "0");
  CHECK(to_text(shift_left(of(1), 100), 10) == "1267650600228229401496703205376");
}

TEST_SUITE_END();
