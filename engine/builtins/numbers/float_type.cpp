// The type float.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-float

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "engine/builtins/numbers/number_types.h"
#include "engine/compat/float_text.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

using Definition = NativeDefinition;

Ref of_class(Type* type, double value) {
  if (type == types.float_) return new_float(value);
  Ref made = new_instance(type);
  as<Float>(made)->value = value;
  return made;
}

bool float_arguments(const Args& args) {
  if (args.keyword_count()) {
    raise_type_error({"float() takes no keyword arguments"});
    return false;
  }
  if (args.count <= 2) return true;
  raise_type_error({"float expected at most 1 argument, got ", std::to_string(args.count - 1)});
  return false;
}

Ref float_new(Args& args) {
  if (!float_arguments(args)) return {};
  Type* type = as<Type>(args[0]);
  Value value = args[1];
  if (!value) return of_class(type, 0);
  if (has_own(value, Special::float_)) return try_coroutine();
  if (is_number(value)) {
    if (type == types.float_ && type_of(value) == types.float_) return value;
    double number;
    return as_double(value, number) ? of_class(type, number) : Ref();
  }
  if (is<Str>(value) || is<Bytes>(value)) {
    double number;
    bool parsed = is<Str>(value) ? parse_double(ascii_digits(text_of(value)), number)
                                 : parse_double(as<Bytes>(value)->view(), number);
    if (parsed) return of_class(type, number);
    std::string shown =
        is<Str>(value) ? quote(text_of(value)) : quote_bytes(as<Bytes>(value)->view());
    return raise_value_error({"could not convert string to float: ", shown});
  }
  return try_coroutine();
}

Native float_new_slow(Args args) {
  for (Special special : {Special::float_, Special::index}) {
    Value method = find_special(type_of(args[1]), special);
    if (!method) continue;
    CO_TRY(made, call(method, args[1]));
    if (special == Special::float_ && !is<Float>(made)) {
      co_return must_return(
          args[1], "__float__", "a float", made,
          {type_name(args[1]), ".__float__ returned non-float (type ", type_name(made), ")"});
    }
    double number;
    if (!is_number(made)) {
      co_return must_return(args[1], "__index__", "an int", made,
                            {"__index__ returned non-int (type ", type_name(made), ")"});
    }
    if (!as_double(made, number)) co_return {};
    co_return of_class(as<Type>(args[0]), number);
  }
  co_return raise_type_error(
      {"float() argument must be a string or a real number, not '", type_name(args[1]), "'"});
}

template <BinaryOperator how>
Ref float_binary(Args& args) {
  return number_operation(args[0], args[1], how);
}
template <BinaryOperator how>
Ref float_reflected(Args& args) {
  return number_operation(args[1], args[0], how);
}

Ref float_divmod(Args& args) { return number_divmod(args[0], args[1]); }
Ref float_rdivmod(Args& args) { return number_divmod(args[1], args[0]); }
Ref float_pow(Args& args) {
  if (args[2] && !args[2].is_none()) {
    return raise_type_error({"pow() 3rd argument not allowed unless all arguments are integers"});
  }
  return number_operation(args[0], args[1], BinaryOperator::Power);
}
Ref float_rpow(Args& args) { return number_operation(args[1], args[0], BinaryOperator::Power); }

template <Comparison how>
Ref float_compare(Args& args) {
  if (!is_number(args[1])) return Value::not_implemented();
  int order = compare_numbers(args[0], args[1]);
  if (order == 2) return Value::boolean(how == Comparison::Ne);
  switch (how) {
    case Comparison::Lt: return Value::boolean(order < 0);
    case Comparison::Le: return Value::boolean(order <= 0);
    case Comparison::Eq: return Value::boolean(order == 0);
    case Comparison::Ne: return Value::boolean(order != 0);
    case Comparison::Gt: return Value::boolean(order > 0);
    default: return Value::boolean(order >= 0);
  }
}

Ref float_itself(Args& args) {
  return type_of(args[0]) == types.float_ ? Ref(args[0]) : new_float(float_of(args[0]));
}
Ref float_zero(Args&) { return new_float(0); }
Ref float_negative(Args& args) { return number_negative(args[0]); }
Ref float_absolute(Args& args) { return number_absolute(args[0]); }
Ref float_truth(Args& args) { return Value::boolean(float_of(args[0]) != 0); }
Ref float_hash(Args& args) { return new_int(int64_t(hash_number(args[0]))); }
Ref repr_of_float(Args& args) { return new_str(float_repr(float_of(args[0]))); }
Ref float_format(Args& args) {
  if (!is<Str>(args[1])) {
    return raise_type_error({"__format__() argument must be str, not ", type_name(args[1])});
  }
  return format_builtin(args[0], text_of(args[1]));
}
Ref float_int(Args& args) { return int_of_double(float_of(args[0])); }
Ref float_floor(Args& args) { return int_of_double(std::floor(float_of(args[0]))); }
Ref float_ceil(Args& args) { return int_of_double(std::ceil(float_of(args[0]))); }

Ref float_round(Args& args) {
  double value = float_of(args[0]);
  if (args[1].is_null() || args[1].is_none()) {
    double rounded = std::round(value);
    if (std::fabs(value - rounded) == 0.5) rounded = 2.0 * std::round(value / 2.0);
    return int_of_double(rounded);
  }
  int64_t digits;
  if (is_integer(args[1]) && !as_int64(args[1], digits)) {
    digits = Integer(args[1]).negative() ? INT32_MIN : INT32_MAX;
  } else if (!index_of(args[1], digits)) {
    return {};
  }
  double rounded = round_double(value, digits);
  if (std::isinf(rounded) && !std::isinf(value)) {
    return raise_error(types.OverflowError, "rounded value too large to represent");
  }
  return new_float(rounded);
}

Ref float_is_integer(Args& args) {
  double value = float_of(args[0]);
  return Value::boolean(std::isfinite(value) && value == std::floor(value));
}

Ref float_ratio(Args& args) {
  double value = float_of(args[0]);
  if (std::isinf(value)) {
    return raise_error(types.OverflowError, "cannot convert Infinity to integer ratio");
  }
  if (std::isnan(value))
    return raise_error(types.ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  double mantissa = std::frexp(value, &exponent);
  for (int i = 0; i < 300 && mantissa != std::floor(mantissa); ++i) {
    mantissa *= 2;
    --exponent;
  }
  Ref numerator = int_of_double(mantissa), denominator = Value::of_int(1);
  Ref& shifted = exponent > 0 ? numerator : denominator;
  shifted = number_operation(shifted, Value::of_int(std::abs(exponent)), BinaryOperator::Lshift);
  return new_tuple({numerator, denominator});
}

Ref float_hex(Args& args) {
  double value = float_of(args[0]);
  if (!std::isfinite(value)) return new_str(float_repr(value));
  std::string text = std::signbit(value) ? "-0x" : "0x";
  if (value == 0) return new_str(text + "0.0p+0");
  int exponent;
  double mantissa = std::frexp(std::fabs(value), &exponent);
  int shift = 1 - std::max(-1021 - exponent, 0);  // numbers below the normal ones begin with 0
  mantissa = std::ldexp(mantissa, shift);
  exponent -= shift;
  text += char('0' + int(mantissa));
  text += '.';
  for (int i = 0; i < 13; ++i) {
    mantissa = (mantissa - std::floor(mantissa)) * 16.0;
    text += "0123456789abcdef"[int(mantissa)];
  }
  text += exponent < 0 ? "p-" : "p+";
  return new_str(text + std::to_string(std::abs(exponent)));
}

Native float_from_number(Args args) {
  Value number = args[1];
  bool has_method = find_special(type_of(number), Special::float_) ||
                    find_special(type_of(number), Special::index);
  if (!is_number(number) && !has_method) {
    co_return raise_type_error({"must be real number, not ", type_name(number)});
  }
  CO_TRY(made, call(Value::of(types.float_), number));
  if (args[0] == Value::of(types.float_)) co_return made;
  co_return co_await call(args[0], made);
}

Ref float_from_hex(Args& args) {
  if (!is<Str>(args[1])) return raise_type_error({"bad argument type for built-in operation"});
  std::string_view given = text_of(args[1]);
  size_t begin = given.find_first_not_of(" \t\n\r\f\v");
  if (begin == given.npos) begin = given.size();
  std::string text(given.substr(begin, given.find_last_not_of(" \t\n\r\f\v") + 1 - begin));
  for (char& c : text) c = char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  double value;
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.erase(0, 1);
  bool valid = false;
  if (text == "inf" || text == "infinity" || text == "nan") {
    valid = parse_double(text, value);
  } else {
    if (text.starts_with("0x")) text.erase(0, 2);
    size_t digits = 0, i = 0;
    bool point = false;
    for (; i < text.size(); ++i) {
      if (text[i] == '.' && !point) {
        point = true;
      } else if (isxdigit(uint8_t(text[i]))) {
        ++digits;
      } else {
        break;
      }
    }
    valid = digits > 0;
    if (i < text.size()) {
      size_t at = i + 1;
      if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
      valid = valid && text[i] == 'p' && at < text.size();
      for (; at < text.size(); ++at) valid = valid && isdigit(uint8_t(text[at]));
    }
    if (valid) value = strtod(("0x" + text).c_str(), nullptr);
  }
  if (!valid) return raise_value_error({"invalid hexadecimal floating-point string"});
  if (std::isinf(value) && text[0] != 'i') {
    return raise_error(types.OverflowError, "hexadecimal value too large to represent as a float");
  }
  return of_class(as<Type>(args[0]), negative ? -value : value);
}

const Definition kFloat[] = {
    static_method("__new__", "", float_new, float_new_slow),
    method("__repr__", "(self, /)", repr_of_float),
    method("__hash__", "(self, /)", float_hash),
    method("__format__", "(self, format_spec, /)", float_format),
    method("__bool__", "(self, /)", float_truth),
    method("__int__", "(self, /)", float_int),
    method("__trunc__", "(self, /)", float_int),
    method("__floor__", "(self, /)", float_floor),
    method("__ceil__", "(self, /)", float_ceil),
    method("__float__", "(self, /)", float_itself),
    method("__pos__", "(self, /)", float_itself),
    method("__neg__", "(self, /)", float_negative),
    method("__abs__", "(self, /)", float_absolute),
    method("__round__", "(self, ndigits=None, /)", float_round),
    method("__lt__", "(self, value, /)", float_compare<Comparison::Lt>),
    method("__le__", "(self, value, /)", float_compare<Comparison::Le>),
    method("__eq__", "(self, value, /)", float_compare<Comparison::Eq>),
    method("__ne__", "(self, value, /)", float_compare<Comparison::Ne>),
    method("__gt__", "(self, value, /)", float_compare<Comparison::Gt>),
    method("__ge__", "(self, value, /)", float_compare<Comparison::Ge>),
#define OPERATOR(name, how)                                                             \
  {"__" name "__", "(self, value, /)", float_binary<BinaryOperator::how>, nullptr,      \
   Definition::kMethod},                                                                \
  {                                                                                     \
    "__r" name "__", "(self, value, /)", float_reflected<BinaryOperator::how>, nullptr, \
        Definition::kMethod                                                             \
  }
    OPERATOR("add", Add),
    OPERATOR("sub", Subtract),
    OPERATOR("mul", Multiply),
    OPERATOR("floordiv", FloorDivide),
    OPERATOR("mod", Remainder),
    OPERATOR("truediv", TrueDivide),
#undef OPERATOR
    method("__divmod__", "(self, value, /)", float_divmod),
    method("__rdivmod__", "(self, value, /)", float_rdivmod),
    method("__pow__", "(self, value, mod=None, /)", float_pow),
    method("__rpow__", "(self, value, mod=None, /)", float_rpow),
    method("is_integer", "(self, /)", float_is_integer),
    method("as_integer_ratio", "(self, /)", float_ratio),
    method("conjugate", "(self, /)", float_itself),
    method("hex", "(self, /)", float_hex),
    class_method("fromhex", "(cls, string, /)", float_from_hex),
    class_method("from_number", "(cls, number, /)", float_from_number).since(Version::V3_14),
    getter("real", float_itself),
    getter("imag", float_zero),
};

}  // namespace

void register_float_type() {
  TypeSpec spec;
  spec.name = "float";
  spec.layout = Kind::Float;
  spec.instance_size = sizeof(Float);
  spec.methods = kFloat;
  types.float_ = new_builtin_type(spec);
}

void register_numbers() {
  register_int_types();
  register_float_type();
  register_complex_type();
}

}  // namespace awaitscope
