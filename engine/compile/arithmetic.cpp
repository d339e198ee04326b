// What CPython computes when it compiles. Where the exact result needs more than the machine's own
// numbers nothing is folded: the program then computes it, with the same outcome.

#include <cmath>

#include "engine/compile/constants.h"

namespace awaitscope {
namespace {

using Kind = Constant::Kind;
using Folded = std::optional<Constant>;

constexpr int64_t kMaxText = 4096;  // characters of a repeated string
constexpr int64_t kMaxItems = 256;  // of a repeated tuple
constexpr int64_t kMaxTotalItems = 1024;

using Wide = __int128;

constexpr int kWideBits = 126;  // results that certainly fit

bool is_integral(const Constant& c) {
  return c.kind == Kind::Int || c.kind == Kind::BigInt || c.kind == Kind::True ||
         c.kind == Kind::False;
}
bool is_bool(const Constant& c) { return c.kind == Kind::True || c.kind == Kind::False; }
int64_t integer_of(const Constant& c) {
  return c.kind == Kind::Int ? c.integer : c.kind == Kind::True;
}
double float_of(const Constant& c) {
  return c.kind == Kind::Float ? c.number : double(integer_of(c));
}

int bits_of(Wide value) {
  unsigned __int128 magnitude =
      value < 0 ? -(unsigned __int128)(value) : (unsigned __int128)(value);
  int bits = 0;
  for (; magnitude != 0; magnitude >>= 1) bits++;
  return bits;
}

std::optional<Wide> wide_of(const Constant& c) {
  if (c.kind != Kind::BigInt) return integer_of(c);
  std::string_view digits = c.text;
  bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char mark = char(digits[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : 2;
    digits.remove_prefix(2);
  }
  Wide value = 0;
  for (char digit : digits) {
    if (bits_of(value) > kWideBits - 5) return {};
    value = value * base + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
  }
  return negative ? -value : value;
}

Constant wide_constant(Wide value) {
  if (value >= INT64_MIN && value <= INT64_MAX) return int_constant(int64_t(value));
  Constant constant;
  constant.kind = Kind::BigInt;
  bool negative = value < 0;
  for (; value != 0; value /= 10) {
    int digit = int(value % 10);
    constant.text.insert(0, 1, char('0' + (digit < 0 ? -digit : digit)));
  }
  if (negative) constant.text.insert(0, 1, '-');
  return constant;
}

Constant float_constant(double value) {
  Constant constant;
  constant.kind = Kind::Float;
  constant.number = value;
  return constant;
}

Constant bool_constant(bool value) {
  return constant_of(value ? ast::ConstantKind::True : ast::ConstantKind::False);
}

Wide floor_divide(Wide a, Wide b) {
  Wide quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

Folded integer_power(Wide base, Wide exponent) {
  if (exponent < 0) {
    if (base == 0 || bits_of(base) > 53 || bits_of(exponent) > 53) return {};
    return float_constant(std::pow(double(base), double(exponent)));
  }
  if (exponent > kWideBits) {
    if (bits_of(base) > 1) return {};
    exponent = kWideBits + (exponent & 1);  // of 0, 1 and -1 only
  }
  if (bits_of(base) * exponent > 128) return {};  // CPython's own limit
  Wide result = 1;
  for (Wide i = 0; i < exponent; i++) {
    if (bits_of(result) + bits_of(base) > kWideBits + 1) return {};
    result *= base;
  }
  return wide_constant(result);
}

Folded fold_integers(Wide a, ast::Operator op, Wide b) {
  switch (op) {
    case ast::Operator::Add:
    case ast::Operator::Sub:
      if (bits_of(a) >= kWideBits || bits_of(b) >= kWideBits) return {};
      return wide_constant(op == ast::Operator::Add ? a + b : a - b);
    case ast::Operator::Mult:
      if (bits_of(a) + bits_of(b) > kWideBits) return {};
      return wide_constant(a * b);
    case ast::Operator::Div:
      if (b == 0 || bits_of(a) > 53 || bits_of(b) > 53) return {};
      return float_constant(double(a) / double(b));
    case ast::Operator::FloorDiv:
      if (b == 0) return {};
      return wide_constant(floor_divide(a, b));
    case ast::Operator::Mod:
      if (b == 0) return {};
      return wide_constant(a - floor_divide(a, b) * b);
    case ast::Operator::Pow: return integer_power(a, b);
    case ast::Operator::LShift:
      if (b < 0 || (a != 0 && b > kWideBits - bits_of(a))) return {};
      return wide_constant(a == 0 ? 0 : a * (Wide(1) << int(b)));
    case ast::Operator::RShift:
      if (b < 0) return {};
      return wide_constant(a >> int(b > kWideBits ? kWideBits : b));
    case ast::Operator::BitOr: return wide_constant(a | b);
    case ast::Operator::BitXor: return wide_constant(a ^ b);
    case ast::Operator::BitAnd: return wide_constant(a & b);
    case ast::Operator::MatMult: return {};
  }
  return {};
}

double float_modulo(double a, double b) {
  double remainder = std::fmod(a, b);
  if (remainder == 0) return std::copysign(0.0, b);
  return (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

double float_floor_divide(double a, double b) {
  double remainder = std::fmod(a, b);
  double quotient = (a - remainder) / b;
  if (remainder != 0 && (b < 0) != (remainder < 0)) quotient -= 1;
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
    case ast::Operator::FloorDiv:
      return b == 0 ? Folded() : float_constant(float_floor_divide(a, b));
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
    std::optional<Wide> a = wide_of(left), b = wide_of(right);
    return a && b ? fold_integers(*a, op, *b) : Folded();
  }
  auto is_number = [](const Constant& c) {
    return c.kind == Kind::Float || (is_integral(c) && c.kind != Kind::BigInt);
  };
  bool left_number = is_number(left), right_number = is_number(right);
  if (left_number && right_number) return fold_floats(float_of(left), op, float_of(right));
  if (op == ast::Operator::Add && left.kind == right.kind && is_sequence(left)) {
    Constant result = left;
    result.text += right.text;
    result.items.insert(result.items.end(), right.items.begin(), right.items.end());
    return result;
  }
  if (op == ast::Operator::Mult && is_sequence(left) && is_integral(right) &&
      right.kind != Kind::BigInt) {
    return repeated(left, integer_of(right));
  }
  if (op == ast::Operator::Mult && is_integral(left) && left.kind != Kind::BigInt &&
      is_sequence(right)) {
    return repeated(right, integer_of(left));
  }
  return {};
}

std::optional<Constant> fold_unary(ast::UnaryOperator op, const Constant& operand) {
  std::optional<Wide> integer;
  if (is_integral(operand)) integer = wide_of(operand);
  switch (op) {
    case ast::UnaryOperator::Not: return bool_constant(!is_true(operand));
    case ast::UnaryOperator::UAdd:
      if (integer) return wide_constant(*integer);
      return is_integral(operand) || operand.kind == Kind::Float || operand.kind == Kind::Complex
                 ? Folded(operand)
                 : Folded();
    case ast::UnaryOperator::USub:
      if (integer) return wide_constant(-*integer);
      if (operand.kind == Kind::Float) return float_constant(-operand.number);
      if (operand.kind == Kind::BigInt) {
        Constant result = operand;
        if (result.text[0] == '-')
          result.text.erase(0, 1);
        else
          result.text.insert(0, 1, '-');
        return result;
      }
      return {};  // a Constant has no room for the real part of -1j, which is -0.0
    case ast::UnaryOperator::Invert: return integer ? Folded(wide_constant(~*integer)) : Folded();
  }
  return {};
}

std::optional<Constant> fold_subscript(const Constant& value, const Constant& index) {
  if (!is_sequence(value) || !is_integral(index) || index.kind == Kind::BigInt) return {};
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
