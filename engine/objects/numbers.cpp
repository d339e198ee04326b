// Arithmetic and comparison of builtin numbers.

#include "engine/objects/numbers.h"

#include <cmath>

#include "engine/objects/complex.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

Ref new_float(double value) {
  Float* made = make_object<Float>(types.float_);
  made->value = value;
  return Ref::adopt(made);
}

bool as_double(Value v, double& out) {
  if (const Float* number = as_if<Float>(v)) {
    out = number->value;
    return true;
  }
  if (integer_to_double(v, out)) return true;
  raise_error(types.OverflowError, "int too large to convert to float");
  return false;
}

Ref int_of_double(double value) {
  if (std::isnan(value)) {
    return raise_error(types.ValueError, "cannot convert float NaN to integer");
  }
  if (std::isinf(value)) {
    return raise_error(types.OverflowError, "cannot convert float infinity to integer");
  }
  if (std::fabs(value) < 9.0e18) return new_int(int64_t(value));
  int exponent;
  double fraction = std::frexp(std::fabs(value), &exponent);
  auto mantissa = uint64_t(std::ldexp(fraction, 53));
  return make_integer(value < 0,
                      magnitude::shift_left(magnitude::of(mantissa), uint64_t(exponent - 53)));
}

namespace {

int64_t small_of(Value v) { return v.is_int() ? v.as_int() : v == Value::boolean(true); }

bool is_small(Value v) { return v.is_int() || v.is_bool(); }

// Both fit a Value.
Ref small_operation(int64_t a, int64_t b, BinaryOperator how, bool& done) {
  done = true;
  int64_t result;
  switch (how) {
    case BinaryOperator::Add: return new_int(a + b);
    case BinaryOperator::Subtract: return new_int(a - b);
    case BinaryOperator::Multiply:
      if (!__builtin_mul_overflow(a, b, &result)) return new_int(result);
      break;
    case BinaryOperator::FloorDivide:
      if (b == 0) break;
      result = a / b;
      if (a % b != 0 && (a < 0) != (b < 0)) --result;
      return new_int(result);
    case BinaryOperator::Remainder:
      if (b == 0) break;
      result = a % b;
      if (result != 0 && (result < 0) != (b < 0)) result += b;
      return new_int(result);
    case BinaryOperator::TrueDivide: {
      constexpr int64_t kExact = int64_t(1) << 53;
      if (b == 0 || a < -kExact || a > kExact || b < -kExact || b > kExact) break;
      return new_float(double(a) / double(b));
    }
    case BinaryOperator::And: return new_int(a & b);
    case BinaryOperator::Or: return new_int(a | b);
    case BinaryOperator::Xor: return new_int(a ^ b);
    case BinaryOperator::Rshift:
      if (b < 0) break;
      return new_int(a >> (b > 63 ? 63 : b));
    case BinaryOperator::Lshift:
      if (b < 0 || b > 62) break;
      result = int64_t(uint64_t(a) << b);
      if (result >> b != a) break;
      return new_int(result);
    case BinaryOperator::Power: {
      if (b < 0) break;
      int64_t factor = a;
      result = 1;
      for (int64_t left = b;;) {
        if ((left & 1) && __builtin_mul_overflow(result, factor, &result)) break;
        left >>= 1;
        if (left == 0) return new_int(result);
        if (__builtin_mul_overflow(factor, factor, &factor)) break;
      }
      break;
    }
    default: break;
  }
  done = false;
  return {};
}

double floor_modulo(double a, double b) {
  double modulo = std::fmod(a, b);
  if (modulo != 0) {
    if ((b < 0) != (modulo < 0)) modulo += b;
  } else {
    modulo = std::copysign(0.0, b);
  }
  return modulo;
}

// CPython's: exact where the quotient is.
double floor_quotient(double a, double b, double& modulo) {
  modulo = std::fmod(a, b);
  double quotient = (a - modulo) / b;
  if (modulo != 0) {
    if ((b < 0) != (modulo < 0)) {
      modulo += b;
      quotient -= 1.0;
    }
  } else {
    modulo = std::copysign(0.0, b);
  }
  if (quotient == 0) return std::copysign(0.0, a / b);
  double floored = std::floor(quotient);
  if (quotient - floored > 0.5) floored += 1.0;
  return floored;
}

Ref float_power(double a, double b) {
  if (a == 0 && b < 0 && !std::isnan(b)) {
    return raise_error(types.ZeroDivisionError, since(Version::V3_14)
                                                    ? "zero to a negative power"
                                                    : "0.0 cannot be raised to a negative power");
  }
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return complex_power(a, 0, b, 0);
  }
  double result = std::pow(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) {
    Ref args = new_tuple({Value::of_int(34), new_str("Numerical result out of range")});
    Ref error = new_exception(types.OverflowError, {});
    replace_args(as<Exception>(error), std::move(args));
    set_pending(std::move(error));
    return {};
  }
  return new_float(result);
}

Ref float_operation(double a, double b, BinaryOperator how) {
  switch (how) {
    case BinaryOperator::Add: return new_float(a + b);
    case BinaryOperator::Subtract: return new_float(a - b);
    case BinaryOperator::Multiply: return new_float(a * b);
    case BinaryOperator::TrueDivide:
      if (b == 0) return zero_division("float division by zero");
      return new_float(a / b);
    case BinaryOperator::FloorDivide: {
      if (b == 0) return zero_division("float floor division by zero");
      double modulo;
      return new_float(floor_quotient(a, b, modulo));
    }
    case BinaryOperator::Remainder:
      if (b == 0)
        return zero_division(since(Version::V3_13) ? "float modulo by zero" : "float modulo");
      return new_float(floor_modulo(a, b));
    case BinaryOperator::Power: return float_power(a, b);
    default: return Value::not_implemented();
  }
}

}  // namespace

Ref zero_division(std::string_view before_3_14) {
  return raise_error(types.ZeroDivisionError,
                     since(Version::V3_14) ? "division by zero" : before_3_14);
}

Ref number_operation(Value a, Value b, BinaryOperator how) {
  if (is_small(a) && is_small(b)) {
    if (a.is_bool() && b.is_bool()) {
      bool left = a == Value::boolean(true), right = b == Value::boolean(true);
      if (how == BinaryOperator::And) return Value::boolean(left && right);
      if (how == BinaryOperator::Or) return Value::boolean(left || right);
      if (how == BinaryOperator::Xor) return Value::boolean(left != right);
    }
    bool done;
    Ref result = small_operation(small_of(a), small_of(b), how, done);
    if (done) return result;
    return integer_operation(a, b, how);
  }
  bool a_float = is<Float>(a), b_float = is<Float>(b);
  if (a_float || b_float) {
    if (!is_number(a) || !is_number(b)) return Value::not_implemented();
    double x, y;
    if (!as_double(a, x) || !as_double(b, y)) return {};
    return float_operation(x, y, how);
  }
  if (!is_integer(a) || !is_integer(b)) return Value::not_implemented();
  return integer_operation(a, b, how);
}

Ref number_divmod(Value a, Value b) {
  if (!is_number(a) || !is_number(b)) return Value::not_implemented();
  if (is_integer(a) && is_integer(b)) {
    Ref remainder;
    Ref quotient = integer_divmod(a, b, remainder);
    if (!quotient) return {};
    return new_tuple({quotient, remainder});
  }
  double x, y;
  if (!as_double(a, x) || !as_double(b, y)) return {};
  if (y == 0) return zero_division("float divmod()");
  double modulo;
  Ref quotient = new_float(floor_quotient(x, y, modulo));
  return new_tuple({quotient, new_float(modulo)});
}

Ref number_negative(Value v) {
  if (is_small(v)) return new_int(-small_of(v));
  if (is<Float>(v)) return new_float(-float_of(v));
  if (!is_integer(v)) return Value::not_implemented();
  return integer_operation(Value::of_int(0), v, BinaryOperator::Subtract);
}

Ref number_invert(Value v) {
  if (is_small(v)) return new_int(~small_of(v));
  if (!is_integer(v)) return Value::not_implemented();
  return integer_operation(Value::of_int(-1), v, BinaryOperator::Subtract);
}

Ref number_absolute(Value v) {
  if (is<Float>(v)) return new_float(std::fabs(float_of(v)));
  if (!is_integer(v)) return Value::not_implemented();
  return Integer(v).negative() ? number_negative(v) : exact_int(v);
}

namespace {

// An integer against a float, neither infinite nor NaN, exactly.
int compare_exactly(Value integer, double number) {
  double nearest;
  if (!integer_to_double(integer, nearest)) return Integer(integer).negative() ? -1 : 1;
  if (nearest != number) return nearest < number ? -1 : 1;
  Ref whole = int_of_double(number);
  return compare_integers(integer, whole);
}

}  // namespace

int compare_numbers(Value a, Value b) {
  if (a.is_int() && b.is_int()) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  bool a_float = is<Float>(a), b_float = is<Float>(b);
  if (!a_float && !b_float) return compare_integers(a, b);
  if (a_float && b_float) {
    double x = float_of(a), y = float_of(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  }
  double number = float_of(a_float ? a : b);
  if (std::isnan(number)) return 2;
  if (std::isinf(number)) return a_float == (number > 0) ? 1 : -1;
  return a_float ? -compare_exactly(b, number) : compare_exactly(a, number);
}

bool equal_numbers(Value a, Value b) {
  if (a.is_int() && b.is_int()) return a == b;
  return compare_numbers(a, b) == 0;
}

uint64_t hash_number(Value v) {
  constexpr uint64_t kModulus = (uint64_t(1) << 61) - 1;
  auto signed_hash = [](uint64_t hash, bool negative) {
    int64_t result = negative ? -int64_t(hash) : int64_t(hash);
    return uint64_t(result == -1 ? -2 : result);
  };
  if (is_small(v)) {
    int64_t small = small_of(v);
    uint64_t size = small < 0 ? 0 - uint64_t(small) : uint64_t(small);
    return signed_hash(size < kModulus ? size : size % kModulus, small < 0);
  }
  if (const Float* number = as_if<Float>(v)) {
    double value = number->value;
    if (std::isnan(value)) return address_of(v) >> 4;
    if (std::isinf(value)) return uint64_t(int64_t(value > 0 ? 314159 : -314159));
    int exponent;
    double mantissa = std::frexp(std::fabs(value), &exponent);
    uint64_t hash = 0;
    while (mantissa != 0) {  // 28 bits at a time, as CPython does
      hash = ((hash << 28) & kModulus) | hash >> (61 - 28);
      mantissa *= 268435456.0;
      exponent -= 28;
      auto part = uint64_t(mantissa);
      mantissa -= double(part);
      hash += part;
      if (hash >= kModulus) hash -= kModulus;
    }
    exponent = exponent >= 0 ? exponent % 61 : 61 - 1 - ((-1 - exponent) % 61);
    hash = ((hash << exponent) & kModulus) | (exponent ? hash >> (61 - exponent) : 0);
    return signed_hash(hash, value < 0);
  }
  Integer integer(v);
  uint64_t hash = 0;
  magnitude::View digits = integer.digits();
  for (size_t i = digits.size(); i-- > 0;) {
    // hash * 2**32 + digit modulo 2**61 - 1: turning the 61 bits left by 32 is the product.
    hash = ((hash << 32) & kModulus) | hash >> (61 - 32);
    hash += digits[i];
    if (hash >= kModulus) hash -= kModulus;
  }
  return signed_hash(hash, integer.negative());
}

bool index_of(Value value, int64_t& out) {
  if (!is_integer(value)) {
    raise_type_error({"'", type_name(value), "' object cannot be interpreted as an integer"});
    return false;
  }
  if (as_int64(value, out)) return true;
  raise_error(types.OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

}  // namespace awaitscope
