// Arithmetic of Python's integers that do not fit a Value, or whose result does not.

#include "engine/objects/integer.h"

#include <algorithm>
#include <cmath>

#include "engine/objects/raise.h"
#include "engine/objects/run_context.h"
#include "engine/objects/text.h"

namespace awaitscope {

using magnitude::Digits;
using magnitude::View;

Integer::Integer(Value value) {
  if (const BigInt* big = as_if<BigInt>(value)) {
    digits_ = big->digits;
    count_ = big->count;
    negative_ = big->negative;
    return;
  }
  int64_t small = value.is_int() ? value.as_int() : value == Value::boolean(true);
  negative_ = small < 0;
  uint64_t size = negative_ ? 0 - uint64_t(small) : uint64_t(small);
  small_[0] = uint32_t(size);
  small_[1] = uint32_t(size >> 32);
  digits_ = small_;
  count_ = small_[1] ? 2 : small_[0] ? 1 : 0;
}

namespace {

BigInt* make_big(Type* type, bool negative, View digits) {
  BigInt* big = make_object<BigInt>(type, digits.size() * sizeof(uint32_t));
  big->count = uint32_t(digits.size());
  big->negative = negative;
  std::copy(digits.begin(), digits.end(), big->digits);
  return big;
}

}  // namespace

bool too_large(uint64_t bits) {
  constexpr double kBitsPerDigit = 3.3219280948873623;
  uint32_t limit = has_run() ? this_run().limits.integer_digits : 1'000'000;
  if (double(bits) <= double(limit) * kBitsPerDigit + 1) return false;
  if (has_run()) {
    this_run().limits.stop_at_limit("an integer has more than ", limit, " digits", "digits=N");
  }
  raise_error(types.MemoryError, std::string_view());
  return true;
}

// False: it would take too long, and what says so is pending.
static bool may_multiply(View a, View b) {
  return !has_run() || this_run().limits.may_calculate(magnitude::multiplication_work(a, b));
}
static bool may_divide(View a, View b) {
  return !has_run() || this_run().limits.may_calculate(magnitude::division_work(a, b));
}

Ref make_integer(bool negative, Digits digits) {
  magnitude::trim(digits);
  if (digits.size() <= 2) {
    uint64_t size = 0;
    if (digits.size() > 0) size = digits[0];
    if (digits.size() > 1) size |= uint64_t(digits[1]) << 32;
    if (size <= uint64_t(Value::kMaxInt)) {
      return Value::of_int(negative ? -int64_t(size) : int64_t(size));
    }
    if (negative && size == uint64_t(Value::kMaxInt) + 1) return Value::of_int(Value::kMinInt);
  }
  if (digits.size() > 2 && too_large(magnitude::bit_length(digits))) return {};
  return Ref::adopt(make_big(types.int_, negative, digits));
}

Ref new_int_slow(int64_t value) {
  bool negative = value < 0;
  return make_integer(negative, magnitude::of(negative ? 0 - uint64_t(value) : uint64_t(value)));
}

Ref new_int(uint64_t value) {
  if (value <= uint64_t(Value::kMaxInt)) return Value::of_int(int64_t(value));
  return make_integer(false, magnitude::of(value));
}

Ref exact_int(Value v) {
  if (v.is_int() || type_of(v) == types.int_) return v;
  Integer integer(v);
  View digits = integer.digits();
  return make_integer(integer.negative(), Digits(digits.begin(), digits.end()));
}

Ref new_int_of_type(Type* type, Value v) {
  Integer integer(v);
  return Ref::adopt(make_big(type, integer.negative(), integer.digits()));
}

bool as_int64(Value v, int64_t& out) {
  if (v.is_int()) {
    out = v.as_int();
    return true;
  }
  Integer integer(v);
  View digits = integer.digits();
  if (digits.size() > 2) return false;
  uint64_t size = 0;
  if (digits.size() > 0) size = digits[0];
  if (digits.size() > 1) size |= uint64_t(digits[1]) << 32;
  if (integer.negative() ? size > uint64_t(INT64_MAX) + 1 : size > uint64_t(INT64_MAX))
    return false;
  out = integer.negative() ? int64_t(0 - size) : int64_t(size);
  return true;
}

uint64_t bit_length_of(Value v) {
  Integer integer(v);
  return magnitude::bit_length(integer.digits());
}

bool integer_to_double(Value v, double& out) {
  if (v.is_int()) {
    out = double(v.as_int());
    return true;
  }
  Integer integer(v);
  View digits = integer.digits();
  uint64_t bits = magnitude::bit_length(digits);
  if (bits > 1024) return false;
  // The highest 64 bits, the lowest of them saying whether any below is set: then rounding them to
  // 53 is rounding the whole.
  uint64_t shift = bits > 64 ? bits - 64 : 0;
  Digits top = magnitude::shift_right(digits, shift);
  uint64_t high = 0;
  if (top.size() > 0) high = top[0];
  if (top.size() > 1) high |= uint64_t(top[1]) << 32;
  if (magnitude::any_bit_below(digits, shift)) high |= 1;
  out = std::ldexp(double(high), int(shift));
  if (integer.negative()) out = -out;
  return !std::isinf(out);
}

int compare_integers(Value a, Value b) {
  if (a.is_int() && b.is_int()) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  Integer left(a), right(b);
  if (left.negative() != right.negative()) return left.negative() ? -1 : 1;
  int order = magnitude::compare(left.digits(), right.digits());
  return left.negative() ? -order : order;
}

namespace {

Ref add_signed(View a, bool a_negative, View b, bool b_negative) {
  if (a_negative == b_negative) return make_integer(a_negative, magnitude::add(a, b));
  int order = magnitude::compare(a, b);
  if (order == 0) return Value::of_int(0);
  if (order > 0) return make_integer(a_negative, magnitude::subtract(a, b));
  return make_integer(b_negative, magnitude::subtract(b, a));
}

// Floor division: the remainder has the divisor's sign. False: an exception is pending.
bool floor_divide(const Integer& a, const Integer& b, Digits& quotient, Digits& remainder) {
  if (!may_divide(a.digits(), b.digits())) return false;
  quotient = magnitude::divide(a.digits(), b.digits(), remainder);
  if (a.negative() != b.negative() && !remainder.empty()) {
    quotient = magnitude::add(quotient, magnitude::of(1));
    remainder = magnitude::subtract(b.digits(), remainder);
  }
  return true;
}

Ref true_divide(const Integer& a, const Integer& b) {
  if (b.zero()) return raise_error(types.ZeroDivisionError, "division by zero");
  if (a.zero()) return new_float(a.negative() != b.negative() ? -0.0 : 0.0);
  // The quotient with 66 bits or one more, the lowest saying whether anything was left over; but no
  // finer than the smallest double.
  int64_t shift =
      int64_t(magnitude::bit_length(a.digits())) - int64_t(magnitude::bit_length(b.digits())) - 66;
  constexpr int64_t kSmallest = -1074 - 2;
  if (shift < kSmallest) shift = kSmallest;
  if (shift > 1024) {
    return raise_error(types.OverflowError, "integer division result too large for a float");
  }
  Digits quotient, remainder;
  if (shift <= 0) {
    quotient = magnitude::divide(magnitude::shift_left(a.digits(), uint64_t(-shift)), b.digits(),
                                 remainder);
  } else {
    quotient = magnitude::divide(a.digits(), magnitude::shift_left(b.digits(), uint64_t(shift)),
                                 remainder);
  }
  // To a double's own precision by hand, so that numbers below the normal ones are rounded only
  // once.
  int64_t bits = int64_t(magnitude::bit_length(quotient));
  int64_t drop = std::max<int64_t>(bits - 53, std::max<int64_t>(0, -1074 - shift));
  Digits kept = magnitude::shift_right(quotient, uint64_t(drop));
  uint64_t mantissa = 0;
  if (kept.size() > 0) mantissa = kept[0];
  if (kept.size() > 1) mantissa |= uint64_t(kept[1]) << 32;
  if (drop > 0) {
    Digits half = magnitude::shift_right(quotient, uint64_t(drop - 1));
    bool half_set = !half.empty() && (half[0] & 1);
    bool more = magnitude::any_bit_below(quotient, uint64_t(drop - 1)) || !remainder.empty();
    if (half_set && (more || (mantissa & 1))) ++mantissa;
  }
  double value = std::ldexp(double(mantissa), int(shift + drop));
  if (std::isinf(value)) {
    return raise_error(types.OverflowError, "integer division result too large for a float");
  }
  return new_float(a.negative() != b.negative() ? -value : value);
}

Ref shift_integer(Value a, Value b, bool left) {
  Integer number(a), count(b);
  if (count.negative()) return raise_error(types.ValueError, "negative shift count");
  if (number.zero()) return Value::of_int(0);
  int64_t bits;
  bool huge = !as_int64(b, bits);
  if (left) {
    if (huge) return raise_error(types.OverflowError, "too many digits in integer");
    if (too_large(magnitude::bit_length(number.digits()) + uint64_t(bits))) return {};
    return make_integer(number.negative(), magnitude::shift_left(number.digits(), uint64_t(bits)));
  }
  if (huge) bits = INT64_MAX;
  Digits shifted = magnitude::shift_right(number.digits(), uint64_t(bits));
  if (number.negative() && magnitude::any_bit_below(number.digits(), uint64_t(bits))) {
    shifted = magnitude::add(shifted, magnitude::of(1));
  }
  return make_integer(number.negative(), std::move(shifted));
}

// In two's complement, with `count` digits.
Digits complement(const Integer& number, size_t count) {
  View digits = number.digits();
  Digits out(digits.begin(), digits.end());
  out.resize(count);
  if (number.negative()) {
    uint64_t carry = 1;
    for (uint32_t& digit : out) {
      carry += uint32_t(~digit);
      digit = uint32_t(carry);
      carry >>= 32;
    }
  }
  return out;
}

Ref combine_bits(const Integer& a, const Integer& b, BinaryOperator how) {
  size_t count = std::max(a.digits().size(), b.digits().size()) + 1;
  Digits left = complement(a, count), right = complement(b, count);
  for (size_t i = 0; i < count; ++i) {
    switch (how) {
      case BinaryOperator::And: left[i] &= right[i]; break;
      case BinaryOperator::Or: left[i] |= right[i]; break;
      default: left[i] ^= right[i]; break;
    }
  }
  bool negative = left.back() >> 31;
  if (negative) {
    uint64_t carry = 1;
    for (uint32_t& digit : left) {
      carry += uint32_t(~digit);
      digit = uint32_t(carry);
      carry >>= 32;
    }
  }
  return make_integer(negative, std::move(left));
}

Ref power(Value base, Value exponent) {
  Integer count(exponent);
  if (count.negative()) {
    double x, y;
    if (!as_double(base, x) || !as_double(exponent, y)) return {};
    Ref left = new_float(x), right = new_float(y);
    return number_operation(left, right, BinaryOperator::Power);
  }
  Integer number(base);
  if (number.zero()) return Value::of_int(count.zero() ? 1 : 0);
  bool negative = number.negative() && !count.zero() && (count.digits()[0] & 1);
  if (number.digits().size() == 1 && number.digits()[0] == 1)
    return Value::of_int(negative ? -1 : 1);
  int64_t times;
  if (!as_int64(exponent, times) || uint64_t(times) > 1u << 31) {
    too_large(UINT64_MAX);
    return {};
  }
  if (too_large((magnitude::bit_length(number.digits()) - 1) * uint64_t(times))) return {};
  Digits result = magnitude::of(1);
  for (int bit = 31; bit >= 0; --bit) {
    if (result.size() > 1 || (result.size() == 1 && result[0] > 1)) {
      if (!may_multiply(result, result)) return {};
      result = magnitude::multiply(result, result);
    }
    if (times >> bit & 1) result = magnitude::multiply(result, number.digits());
  }
  return make_integer(negative, std::move(result));
}

}  // namespace

Ref integer_divmod(Value a, Value b, Ref& remainder) {
  Integer left(a), right(b);
  if (right.zero()) {
    return zero_division("integer division or modulo by zero");
  }
  Digits quotient, rest;
  if (!floor_divide(left, right, quotient, rest)) return {};
  remainder = make_integer(right.negative(), std::move(rest));
  return make_integer(left.negative() != right.negative(), std::move(quotient));
}

Ref integer_operation(Value a, Value b, BinaryOperator how) {
  Integer left(a), right(b);
  switch (how) {
    case BinaryOperator::Add:
      return add_signed(left.digits(), left.negative(), right.digits(), right.negative());
    case BinaryOperator::Subtract:
      return add_signed(left.digits(), left.negative(), right.digits(), !right.negative());
    case BinaryOperator::Multiply: {
      if (left.zero() || right.zero()) return Value::of_int(0);
      uint64_t bits = magnitude::bit_length(left.digits()) + magnitude::bit_length(right.digits());
      if (bits > 64 && too_large(bits - 1)) return {};
      if (!may_multiply(left.digits(), right.digits())) return {};
      return make_integer(left.negative() != right.negative(),
                          magnitude::multiply(left.digits(), right.digits()));
    }
    case BinaryOperator::FloorDivide: {
      Ref remainder;
      return integer_divmod(a, b, remainder);
    }
    case BinaryOperator::Remainder: {
      if (right.zero()) return zero_division("integer modulo by zero");
      Ref remainder;
      return integer_divmod(a, b, remainder) ? remainder : Ref();
    }
    case BinaryOperator::TrueDivide: return true_divide(left, right);
    case BinaryOperator::Lshift: return shift_integer(a, b, true);
    case BinaryOperator::Rshift: return shift_integer(a, b, false);
    case BinaryOperator::And:
    case BinaryOperator::Or:
    case BinaryOperator::Xor: return combine_bits(left, right, how);
    case BinaryOperator::Power: return power(a, b);
    default: return Value::not_implemented();
  }
}

Ref power_modulo(Value base, Value exponent, Value modulus) {
  Integer limit(modulus);
  if (limit.zero()) return raise_error(types.ValueError, "pow() 3rd argument cannot be 0");
  // Everything with the magnitude of the modulus; its sign is given to the result at the end.
  Ref positive = make_integer(false, Digits(limit.digits().begin(), limit.digits().end()));
  Ref number = integer_operation(base, positive, BinaryOperator::Remainder);
  if (!number) return {};
  Ref count = exact_int(exponent);
  if (Integer(count).negative()) {
    // The inverse, by Euclid's algorithm.
    Ref a = number, b = positive, x = Value::of_int(1), y = Value::of_int(0);
    while (!Integer(b).zero()) {
      Ref rest;
      Ref quotient = integer_divmod(a, b, rest);
      if (!quotient) return {};
      Ref product = number_operation(quotient, y, BinaryOperator::Multiply);
      if (!product) return {};
      Ref next = number_operation(x, product, BinaryOperator::Subtract);
      x = std::exchange(y, std::move(next));
      a = std::exchange(b, std::move(rest));
    }
    if (a.get() != Value::of_int(1)) {
      return raise_error(types.ValueError, "base is not invertible for the given modulus");
    }
    number = integer_operation(x, positive, BinaryOperator::Remainder);
    if (!number) return {};
    count = number_negative(count);
  }
  Integer bits(count), modulo(positive);
  Digits result = magnitude::of(1), rest;
  magnitude::divide(result, modulo.digits(), rest);
  result = rest;
  Integer reduced(number);
  Digits factor(reduced.digits().begin(), reduced.digits().end());
  auto times = [&](View by) {
    if (!may_multiply(result, by)) return false;
    Digits product = magnitude::multiply(result, by);
    if (!may_divide(product, modulo.digits())) return false;
    magnitude::divide(product, modulo.digits(), rest);
    result.swap(rest);
    return true;
  };
  for (uint64_t bit = magnitude::bit_length(bits.digits()); bit-- > 0;) {
    if (!times(result)) return {};
    if (bits.digits()[size_t(bit / 32)] >> (bit % 32) & 1 && !times(factor)) return {};
  }
  Ref value = make_integer(false, std::move(result));
  if (limit.negative() && !Integer(value).zero()) {
    return number_operation(value, modulus, BinaryOperator::Add);
  }
  return value;
}

}  // namespace awaitscope
