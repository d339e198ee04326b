// Floats as text, against the C library, which has all cases in one.

#include "engine/compat/float_text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "doctest/doctest.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

namespace {

std::string printed(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

// Numbers as programs have them, and others: of few digits and of many, between two of six digits,
// large and small.
std::vector<double> many_numbers() {
  std::vector<double> all = {0,      -0.0,    1,        -1,  0.5,  1e15,   1e16,
                             5e-324, 1.7e308, 999999.5, 1e6, 1e-4, 9.99e-5};
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> between(-1000, 1000), exponent(-30, 30);
  for (int i = 0; i < 20'000; ++i) {
    const double some = between(random);
    all.push_back(some);
    all.push_back(some * std::pow(10, exponent(random)));
    for (double unit : {1.0, 10.0, 1e3, 1e5, 1e6})
      all.push_back(std::nearbyint(some * unit) / unit);
    all.push_back((std::nearbyint(some * 1e4) + 0.5) / 1e6);
  }
  return all;
}

}  // namespace

TEST_CASE("floats are written as Python writes them") {
  CHECK(float_repr(0) == "0.0");
  CHECK(float_repr(-0.0) == "-0.0");
  CHECK(float_repr(1) == "1.0");
  CHECK(float_repr(0.5) == "0.5");
  CHECK(float_repr(0.1 + 0.2) == "0.30000000000000004");
  CHECK(float_repr(1e16) == "1e+16");
  CHECK(float_repr(123456789012345680.0) == "1.2345678901234568e+17");
  CHECK(float_repr(1e15) == "1000000000000000.0");
  CHECK(float_repr(0.0001) == "0.0001");
  CHECK(float_repr(0.00001) == "1e-05");
  CHECK(float_repr(5e-324) == "5e-324");
  CHECK(float_repr(100.25) == "100.25");
  CHECK(float_repr(1.5e300) == "1.5e+300");
}

TEST_CASE("times are rounded to six digits, halves as their binary value says") {
  CHECK(round_to_6_digits(0.1 + 0.2) == 0.3);
  CHECK(round_to_6_digits(1.0000005) == 1.000001);  // is a little more than that
  CHECK(round_to_6_digits(0.0000005) == 0.0);       // a little less
  CHECK(round_to_6_digits(3600) == 3600.0);
  CHECK(round_to_6_digits(2.5e-7) == 0.0);
}

TEST_CASE("a float's text reads back as it, and none that is shorter by a digit does") {
  for (double value : many_numbers()) {
    const std::string text = float_repr(value);
    CAPTURE(text);
    REQUIRE(std::strtod(text.c_str(), nullptr) == value);
    size_t digits = 0;
    for (char c : text.substr(0, text.find('e')))
      digits += c >= '0' && c <= '9' && (digits > 0 || c != '0');
    if (text.ends_with(".0") || digits < 2) continue;
    char shorter[64];
    std::snprintf(shorter, sizeof shorter, "%.*e", int(digits) - 2, value);
    REQUIRE(std::strtod(shorter, nullptr) != value);
  }
}

TEST_CASE("at most six digits are those that printf gives") {
  for (double value : many_numbers()) REQUIRE(six_digits(value) == printed("%.6g", value));
}

TEST_CASE("what is rounded to six digits is what printf rounds it to") {
  for (double value : many_numbers()) {
    CAPTURE(value);
    if (std::fabs(value) <= 1e15)
      REQUIRE(round_to_6_digits(value) == std::strtod(printed("%.6f", value).c_str(), nullptr));
  }
}

TEST_SUITE_END();
