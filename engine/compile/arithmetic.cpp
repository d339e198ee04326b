// What CPython computes when it compiles. Where the exact result needs more than the machine's own
// numbers nothing is folded: the program then computes it, with the same outcome.

#include <cmath>

#include "engine/compile/constants.h"

namespace awaitscope {
namespace {

using Kind = Constant::Kind;
using Folded = std::optional<Constant>;

constexpr int64_t kMaxText = 4096;   // characters of a repeated string
constexpr int64_t kMaxItems = 256;   // of a repeated tuple
constexpr int64_t kMaxTotalItems = 1024;

bool is_integral(const Constant& c) {
  return c.kind == Kind::Int || c.kind == Kind::True || c.kind == Kind::False;
}
bool is_bool(const Constant& c) { return c.kind == Kind::True || c.kind == Kind::False; }
int64_t integer_of(const Constant& c) { return c.kind == Kind::Int ? c.integer : c.kind == Kind::True; }
double float_of(const Constant& c) { return c.kind == Kind::Float ? c.number : double(integer_of(c)); }

Constant float_constant(double value) {
  Constant constant;
  constant.kind = Kind::Float;
  constant.number = value;
  return constant;
}

Constant bool_constant(bool value) {
  return constant_of(value ? ast::ConstantKind::True : ast::ConstantKind::False);
}

int64_t floor_divide(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

Folded integer_power(int64_t base, int64_t exponent) {
  if (exponent < 0) {
    if (base == 0) return {};
    return float_constant(std::pow(double(base), double(exponent)));
  }
  if (exponent > 64 && base != 0 && base != 1 && base != -1) return {};
  if (exponent > 64) exponent = 64 + (exponent & 1);  // 0, 1 and -1 only
  int64_t result = 1;
  for (int64_t i = 0; i < exponent; i++) {
    if (__builtin_mul_overflow(result, base, &result)) return {};
  }
  return int_constant(result);
}

Folded fold_integers(int64_t a, ast::Operator op, int64_t b) {
  int64_t result = 0;
  switch (op) {
    case ast::Operator::Add:
      return __builtin_add_overflow(a, b, &result) ? Folded() : int_constant(result);
    case ast::Operator::Sub:
      return __builtin_sub_overflow(a, b, &result) ? Folded() : int_constant(result);
    case ast::Operator::Mult:
      return __builtin_mul_overflow(a, b, &result) ? Folded() : int_constant(result);
    case ast::Operator::Div: {
      constexpr int64_t kExact = int64_t(1) << 53;
      if (b == 0 || a < -kExact || a > kExact || b < -kExact || b > kExact) return {};
      return float_constant(double(a) / double(b));
    }
    case ast::Operator::FloorDiv:
      if (b == 0 || (a == INT64_MIN && b == -1)) return {};
      return int_constant(floor_divide(a, b));
    case ast::Operator::Mod:
      if (b == 0) return {};
      return int_constant(b == -1 ? 0 : a - floor_divide(a, b) * b);
    case ast::Operator::Pow: return integer_power(a, b);
    case ast::Operator::LShift:
      if (b < 0) return {};
      if (a == 0) return int_constant(0);
      if (b >= 63 || __builtin_mul_overflow(a, int64_t(1) << b, &result)) return {};
      return int_constant(result);
    case ast::Operator::RShift:
      if (b < 0) return {};
      return int_constant(a >> (b > 63 ? 63 : b));
    case ast::Operator::BitOr: return int_constant(a | b);
    case ast::Operator::BitXor: return int_constant(a ^ b);
    case ast::Operator::BitAnd: return int_constant(a & b);
    case ast::Operator::MatMult: return {};
  }
  return {};
}

double float_modulo(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;
}

double float_floor_divide(double a, double b) {
  double rest = std::fmod(a, b);
  double quotient = (a - rest) / b;
  if (rest != 0 && (b < 0) != (rest < 0)) quotient -= 1;
  if (quotient == 0) return std::copysign(0.0, a / b);
  double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

Folded fold_floats(double a, ast::Operator op, double b) {
  switch (op) {
    case ast::Operator::Add: return float_constant(a + b);
    case ast::Operator::Sub: return float_constant(a - b);
    case ast::Operator::Mult: return float_constant(a * b);
    case ast::Operator::Div: return b == 0 ? Folded() : float_constant(a / b);
    case ast::Operator::FloorDiv: return b == 0 ? Folded() : float_constant(float_floor_divide(a, b));
    case ast::Operator::Mod: return b == 0 ? Folded() : float_constant(float_modulo(a, b));
    case ast::Operator::Pow: {
      if (a <= 0) return {};  // may be an error, or complex
      double result = std::pow(a, b);
      return std::isfinite(result) ? float_constant(result) : Folded();
    }
    default: return {};
  }
}

int64_t length_of(const Constant& c) {
  if (c.kind == Kind::Tuple) return int64_t(c.items.size());
  if (c.kind == Kind::Bytes) return int64_t(c.text.size());
  int64_t length = 0;
  for (char byte : c.text) length += (byte & 0xc0) != 0x80;
  return length;
}

// How many values a nested tuple holds, counted up to the limit.
bool is_small(const Constant& c, int64_t& left) {
  if (c.kind != Kind::Tuple) return true;
  left -= int64_t(c.items.size());
  for (const Constant& item : c.items) {
    if (left < 0 || !is_small(item, left)) return false;
  }
  return left >= 0;
}

Folded repeated(const Constant& value, int64_t times) {
  int64_t length = length_of(value);
  int64_t limit = value.kind == Kind::Tuple ? kMaxItems : kMaxText;
  if (length != 0 && (times < 0 || times > limit / length)) return {};
  if (value.kind == Kind::Tuple && length != 0) {
    int64_t left = times == 0 ? kMaxTotalItems : kMaxTotalItems / times;
    if (!is_small(value, left)) return {};
  }
  Constant result;
  result.kind = value.kind;
  if (length == 0) return result;
  for (int64_t i = 0; i < times; i++) {
    result.text += value.text;
    result.items.insert(result.items.end(), value.items.begin(), value.items.end());
  }
  return result;
}

bool is_sequence(const Constant& c) {
  return c.kind == Kind::Str || c.kind == Kind::Bytes || c.kind == Kind::Tuple;
}

}  // namespace

std::optional<Constant> fold_binary(const Constant& left, ast::Operator op, const Constant& right) {
  if (is_bool(left) && is_bool(right)) {
    bool a = left.kind == Kind::True, b = right.kind == Kind::True;
    if (op == ast::Operator::BitAnd) return bool_constant(a && b);
    if (op == ast::Operator::BitOr) return bool_constant(a || b);
    if (op == ast::Operator::BitXor) return bool_constant(a != b);
  }
  if (is_integral(left) && is_integral(right)) {
    return fold_integers(integer_of(left), op, integer_of(right));
  }
  bool left_number = is_integral(left) || left.kind == Kind::Float;
  bool right_number = is_integral(right) || right.kind == Kind::Float;
  if (left_number && right_number) return fold_floats(float_of(left), op, float_of(right));
  if (op == ast::Operator::Add && left.kind == right.kind && is_sequence(left)) {
    Constant result = left;
    result.text += right.text;
    result.items.insert(result.items.end(), right.items.begin(), right.items.end());
    return result;
  }
  if (op == ast::Operator::Mult && is_sequence(left) && is_integral(right)) {
    return repeated(left, integer_of(right));
  }
  if (op == ast::Operator::Mult && is_integral(left) && is_sequence(right)) {
    return repeated(right, integer_of(left));
  }
  return {};
}

std::optional<Constant> fold_unary(ast::UnaryOperator op, const Constant& operand) {
  switch (op) {
    case ast::UnaryOperator::Not: return bool_constant(!is_true(operand));
    case ast::UnaryOperator::UAdd:
      if (is_integral(operand)) return int_constant(integer_of(operand));
      if (operand.kind == Kind::Float || operand.kind == Kind::BigInt) return operand;
      return {};
    case ast::UnaryOperator::USub:
      if (is_integral(operand)) {
        int64_t value = integer_of(operand);
        return value == INT64_MIN ? Folded() : int_constant(-value);
      }
      if (operand.kind == Kind::Float) return float_constant(-operand.number);
      if (operand.kind == Kind::BigInt) {
        Constant result = operand;
        if (result.text[0] == '-') result.text.erase(0, 1);
        else result.text.insert(0, 1, '-');
        return result;
      }
      return {};
    case ast::UnaryOperator::Invert:
      if (is_integral(operand)) return int_constant(~integer_of(operand));
      return {};
  }
  return {};
}

std::optional<Constant> fold_subscript(const Constant& value, const Constant& index) {
  if (!is_sequence(value) || !is_integral(index)) return {};
  int64_t length = length_of(value), at = integer_of(index);
  if (at < 0) at += length;
  if (at < 0 || at >= length) return {};
  if (value.kind == Kind::Tuple) return value.items[size_t(at)];
  if (value.kind == Kind::Bytes) {
    return int_constant(static_cast<unsigned char>(value.text[size_t(at)]));
  }
  size_t start = 0;
  auto next = [&](size_t i) {
    do i++;
    while (i < value.text.size() && (value.text[i] & 0xc0) == 0x80);
    return i;
  };
  for (; at > 0; at--) start = next(start);
  return str_constant(std::string_view(value.text).substr(start, next(start) - start));
}

}  // namespace awaitscope
