// The types int and bool.
// Specified in: https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex

#include <bit>

#include "engine/builtins/numbers/number_types.h"
#include "engine/builtins/text/bytes.h"
#include "engine/machine/native.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/unicode.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

std::string ascii_digits(std::string_view text) {
  std::string plain;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    uint32_t code = utf8::decode(at);
    int digit = code < 0x80 ? -1 : unicode::decimal_value(code);
    if (digit >= 0) {
      plain += char('0' + digit);
    } else if (code < 0x80) {
      plain += char(code);
    } else {
      plain += unicode::is_space(code) ? ' ' : '?';
    }
  }
  return plain;
}

namespace {

using Definition = NativeDefinition;

// --- int(...) ---

struct IntArguments {
  Type* type = nullptr;
  Value value, base;
};

bool int_arguments(const Args& args, IntArguments& out) {
  out.type = as<Type>(args[0]);
  if (args.count + args.keyword_count() > 3) {
    raise_too_many("int", 2, args.count + args.keyword_count() - 1);
    return false;
  }
  out.value = args[1];
  out.base = args[2];
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (args.keyword(i)->view() != "base") {
      raise_unexpected_keyword("int", args.keyword(i)->view(), {"base"});
      return false;
    }
    out.base = args.keyword_value(i);
  }
  if (out.base && !out.value) {
    raise_type_error({"int() missing string argument"});
    return false;
  }
  return true;
}

Ref of_class(Type* type, Ref value) {
  if (!value || type == types.int_) return value;
  return new_int_of_type(type, value);
}

Ref int_of_text(Value value, int64_t base) {
  std::string digits =
      is<Str>(value) && !as<Str>(value)->ascii()
          ? ascii_digits(text_of(value))
          : std::string(is<Str>(value) ? text_of(value) : as<Bytes>(value)->view());
  Ref made;
  if (parse_integer_text(digits, int(base), made)) return made;
  return raise_value_error(
      {"invalid literal for int() with base ", std::to_string(base), ": ",
       is<Str>(value) ? quote(text_of(value)) : quote_bytes(as<Bytes>(value)->view())});
}

Ref int_new(Args& args) {
  IntArguments given;
  if (!int_arguments(args, given)) return {};
  if (!given.value) return of_class(given.type, Value::of_int(0));
  Value value = given.value;
  if (given.base) {
    int64_t base;
    if (!is_integer(given.base) && find_special(type_of(given.base), Special::index)) {
      return try_coroutine();
    }
    if (!index_of(given.base, base)) return {};
    if ((base != 0 && base < 2) || base > 36) {
      return raise_value_error({"int() base must be >= 2 and <= 36, or 0"});
    }
    if (!is<Str>(value) && !is<Bytes>(value)) {
      return raise_type_error({"int() can't convert non-string with explicit base"});
    }
    return of_class(given.type, int_of_text(value, base));
  }
  if (has_own(value, Special::int_)) return try_coroutine();
  if (is_integer(value)) return of_class(given.type, exact_int(value));
  if (is<Float>(value)) return of_class(given.type, int_of_double(float_of(value)));
  if (is<Str>(value) || is<Bytes>(value)) return of_class(given.type, int_of_text(value, 10));
  return try_coroutine();
}

Native int_new_slow(Args args) {
  IntArguments given;
  if (!int_arguments(args, given)) co_return {};
  if (given.base) {
    CO_TRY(base, call(find_special(type_of(given.base), Special::index), given.base));
    Value values[] = {args[0], given.value, base};
    Args again{values, 3, nullptr};
    co_return int_new(again);
  }
  for (Special special : {Special::int_, Special::index, Special::trunc}) {
    Value method = find_special(type_of(given.value), special);
    if (!method) continue;
    CO_TRY(made, call(method, given.value));
    if (!is_integer(made)) {
      std::string_view name = special == Special::int_ ? "__int__" : special_name(special)->view();
      co_return must_return(given.value, name, "an int", made,
                            {name, " returned non-int (type ", type_name(made), ")"});
    }
    co_return of_class(given.type, exact_int(made));
  }
  co_return raise_type_error(
      {"int() argument must be a string, a bytes-like object or a real number, not '",
       type_name(given.value), "'"});
}

// --- operators ---

template <BinaryOperator how>
Ref int_binary(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  return number_operation(args[0], args[1], how);
}
template <BinaryOperator how>
Ref int_reflected(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  return number_operation(args[1], args[0], how);
}
Ref int_divmod(Args& args) {
  return is_integer(args[1]) ? number_divmod(args[0], args[1]) : Ref(Value::not_implemented());
}
Ref int_rdivmod(Args& args) {
  return is_integer(args[1]) ? number_divmod(args[1], args[0]) : Ref(Value::not_implemented());
}
Ref int_pow(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  if (!args[2] || args[2].is_none()) {
    return number_operation(args[0], args[1], BinaryOperator::Power);
  }
  if (!is_integer(args[2])) return Value::not_implemented();
  return power_modulo(args[0], args[1], args[2]);
}
Ref int_rpow(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  return number_operation(args[1], args[0], BinaryOperator::Power);
}

template <Comparison how>
Ref int_compare(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  int order = compare_integers(args[0], args[1]);
  switch (how) {
    case Comparison::Lt: return Value::boolean(order < 0);
    case Comparison::Le: return Value::boolean(order <= 0);
    case Comparison::Eq: return Value::boolean(order == 0);
    case Comparison::Ne: return Value::boolean(order != 0);
    case Comparison::Gt: return Value::boolean(order > 0);
    default: return Value::boolean(order >= 0);
  }
}

Ref int_negative(Args& args) { return number_negative(args[0]); }
Ref int_invert(Args& args) { return number_invert(args[0]); }
Ref int_absolute(Args& args) { return number_absolute(args[0]); }
Ref int_itself(Args& args) { return exact_int(args[0]); }
Ref int_truth(Args& args) { return Value::boolean(!Integer(args[0]).zero()); }
Ref int_hash(Args& args) { return new_int(int64_t(hash_number(args[0]))); }
Ref int_repr(Args& args) {
  std::string text;
  return decimal_text(args[0], text) ? new_str(text) : Ref();
}
Ref int_format(Args& args) {
  if (!is<Str>(args[1])) {
    return raise_type_error({"__format__() argument must be str, not ", type_name(args[1])});
  }
  return format_builtin(args[0], text_of(args[1]));
}
Ref int_float(Args& args) {
  double value;
  return as_double(args[0], value) ? new_float(value) : Ref();
}

// Half to even; only digits before the point can be rounded away.
Ref int_round(Args& args) {
  if (args[1].is_null() || args[1].is_none()) return exact_int(args[0]);
  int64_t digits;
  if (!index_of(args[1], digits)) return {};
  if (digits >= 0) return exact_int(args[0]);
  if (uint64_t(-digits) > bit_length_of(args[0]) / 3 + 2) return Value::of_int(0);
  Ref unit = number_operation(Value::of_int(10), Value::of_int(-digits), BinaryOperator::Power);
  if (!unit) return {};
  Ref rest;
  Ref quotient = integer_divmod(args[0], unit, rest);
  if (!quotient) return {};
  Ref doubled = number_operation(rest, rest, BinaryOperator::Add);
  int order = compare_integers(doubled, unit);
  Ref odd = number_operation(quotient, Value::of_int(1), BinaryOperator::And);
  if (order > 0 || (order == 0 && odd.get() == Value::of_int(1))) {
    quotient = number_operation(quotient, Value::of_int(1), BinaryOperator::Add);
  }
  return number_operation(quotient, unit, BinaryOperator::Multiply);
}

// --- methods ---

Ref int_bit_length(Args& args) { return new_int(bit_length_of(args[0])); }

Ref int_bit_count(Args& args) {
  uint64_t count = 0;
  Integer integer(args[0]);
  for (uint32_t digit : integer.digits()) count += uint64_t(std::popcount(digit));
  return new_int(count);
}

Ref int_ratio(Args& args) {
  Ref self = exact_int(args[0]);
  return new_tuple({self, Value::of_int(1)});
}

Ref int_is_integer(Args&) { return Value::boolean(true); }
Ref int_zero(Args&) { return Value::of_int(0); }
Ref int_one(Args&) { return Value::of_int(1); }

bool byte_order(Value value, bool& big) {
  if (!is<Str>(value)) {
    raise_type_error({"to_bytes() argument 'byteorder' must be str, not ", type_name(value)});
    return false;
  }
  big = text_of(value) == "big";
  if (big || text_of(value) == "little") return true;
  raise_value_error({"byteorder must be either 'little' or 'big'"});
  return false;
}

// (self, length, byteorder, signed)
Ref int_to_bytes(Args& args) {
  int64_t length;
  bool big;
  if (!index_of(args[1], length) || !byte_order(args[2], big)) return {};
  if (length < 0) {
    return raise_value_error({since(Version::V3_15) ? "length cannot be negative"
                                                    : "length argument must be non-negative"});
  }
  int is_signed = truth_fast(args[3]);
  Integer integer(args[0]);
  if (integer.negative() && !is_signed) {
    return raise_error(types.OverflowError, "can't convert negative int to unsigned");
  }
  uint64_t bits = magnitude::bit_length(integer.digits());
  if (is_signed) {
    bool power_of_two = integer.negative() && !magnitude::any_bit_below(integer.digits(), bits - 1);
    bits += power_of_two ? 0 : 1;
  }
  if (bits > uint64_t(length) * 8 && !(integer.zero())) {
    return raise_error(types.OverflowError, "int too big to convert");
  }
  if (!heap::has_room(uint64_t(length))) return {};
  std::string bytes(size_t(length), '\0');
  magnitude::View digits = integer.digits();
  for (size_t i = 0; i < bytes.size() && i / 4 < digits.size(); ++i) {
    bytes[i] = char(digits[i / 4] >> (i % 4 * 8));
  }
  if (integer.negative()) {
    int carry = 1;
    for (char& byte : bytes) {
      carry += uint8_t(~byte);
      byte = char(carry);
      carry >>= 8;
    }
  }
  if (big) bytes.assign(bytes.rbegin(), bytes.rend());
  return new_bytes(bytes);
}

// (cls, bytes, byteorder, signed)
Ref int_from_bytes(Args& args) {
  bool big;
  if (!byte_order(args[2], big)) return {};
  Ref given = bytes_from(args[1]);
  if (!given || is_try_coroutine(given)) return given;
  std::string bytes(as<Bytes>(given)->view());
  if (big) bytes.assign(bytes.rbegin(), bytes.rend());
  bool negative = truth_fast(args[3]) == 1 && !bytes.empty() && (bytes.back() & 0x80);
  if (negative) {
    int carry = 1;
    for (char& byte : bytes) {
      carry += uint8_t(~byte);
      byte = char(carry);
      carry >>= 8;
    }
  }
  magnitude::Digits digits(bytes.size() / 4 + 1);
  for (size_t i = 0; i < bytes.size(); ++i) {
    digits[i / 4] |= uint32_t(uint8_t(bytes[i])) << (i % 4 * 8);
  }
  Ref value = make_integer(negative, std::move(digits));
  if (!value || args[0] == Value::of(types.int_)) return value;
  if (args[0] == Value::of(types.bool_)) return Value::boolean(value.get() != Value::of_int(0));
  return new_int_of_type(as<Type>(args[0]), value);
}

const Definition kInt[] = {
    static_method("__new__", "", int_new, int_new_slow),
    method("__repr__", "(self, /)", int_repr),
    method("__hash__", "(self, /)", int_hash),
    method("__format__", "(self, format_spec, /)", int_format),
    method("__bool__", "(self, /)", int_truth),
    method("__int__", "(self, /)", int_itself),
    method("__index__", "(self, /)", int_itself),
    method("__trunc__", "(self, /)", int_itself),
    method("__floor__", "(self, /)", int_itself),
    method("__ceil__", "(self, /)", int_itself),
    method("__pos__", "(self, /)", int_itself),
    method("__neg__", "(self, /)", int_negative),
    method("__invert__", "(self, /)", int_invert),
    method("__abs__", "(self, /)", int_absolute),
    method("__float__", "(self, /)", int_float),
    method("__round__", "(self, ndigits=<null>, /)", int_round),
    method("__lt__", "(self, value, /)", int_compare<Comparison::Lt>),
    method("__le__", "(self, value, /)", int_compare<Comparison::Le>),
    method("__eq__", "(self, value, /)", int_compare<Comparison::Eq>),
    method("__ne__", "(self, value, /)", int_compare<Comparison::Ne>),
    method("__gt__", "(self, value, /)", int_compare<Comparison::Gt>),
    method("__ge__", "(self, value, /)", int_compare<Comparison::Ge>),
#define OPERATOR(name, how)                                                           \
  {"__" name "__", "(self, value, /)", int_binary<BinaryOperator::how>, nullptr,      \
   Definition::kMethod},                                                              \
  {                                                                                   \
    "__r" name "__", "(self, value, /)", int_reflected<BinaryOperator::how>, nullptr, \
        Definition::kMethod                                                           \
  }
    OPERATOR("add", Add),
    OPERATOR("sub", Subtract),
    OPERATOR("mul", Multiply),
    OPERATOR("floordiv", FloorDivide),
    OPERATOR("mod", Remainder),
    OPERATOR("truediv", TrueDivide),
    OPERATOR("lshift", Lshift),
    OPERATOR("rshift", Rshift),
    OPERATOR("and", And),
    OPERATOR("or", Or),
    OPERATOR("xor", Xor),
#undef OPERATOR
    method("__divmod__", "(self, value, /)", int_divmod),
    method("__rdivmod__", "(self, value, /)", int_rdivmod),
    method("__pow__", "(self, value, mod=None, /)", int_pow),
    method("__rpow__", "(self, value, mod=None, /)", int_rpow),
    method("is_integer", "(self, /)", int_is_integer).since(Version::V3_12),
    method("bit_length", "(self, /)", int_bit_length),
    method("bit_count", "(self, /)", int_bit_count),
    method("conjugate", "(self, /)", int_itself),
    method("as_integer_ratio", "(self, /)", int_ratio),
    method("to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)", int_to_bytes),
    class_method("from_bytes", "(cls, /, bytes, byteorder='big', *, signed=False)", int_from_bytes,
                 bytes_from_slow<int_from_bytes, 1>),
    getter("real", int_itself),
    getter("imag", int_zero),
    getter("numerator", int_itself),
    getter("denominator", int_one),
};

// --- bool ---

bool bool_arguments(const Args& args) {
  if (args.keyword_count()) {
    raise_type_error({"bool() takes no keyword arguments"});
    return false;
  }
  if (args.count <= 2) return true;
  raise_type_error({"bool expected at most 1 argument, got ", std::to_string(args.count - 1)});
  return false;
}

Ref bool_new(Args& args) {
  if (!bool_arguments(args)) return {};
  if (!args[1]) return Value::boolean(false);
  int truth = truth_fast(args[1]);
  return truth == 2 ? try_coroutine() : Ref(Value::boolean(truth == 1));
}
Native bool_new_slow(Args args) { co_return co_await truth_of(args[1]); }

Ref bool_repr(Args& args) { return repr_fast(args[0]); }

template <BinaryOperator how>
Ref bool_binary(Args& args) {
  if (!is_integer(args[1])) return Value::not_implemented();
  return number_operation(args[0], args[1], how);
}

const Definition kBool[] = {
    static_method("__new__", "", bool_new, bool_new_slow),
    method("__repr__", "(self, /)", bool_repr),
    method("__and__", "(self, value, /)", bool_binary<BinaryOperator::And>),
    method("__rand__", "(self, value, /)", bool_binary<BinaryOperator::And>),
    method("__or__", "(self, value, /)", bool_binary<BinaryOperator::Or>),
    method("__ror__", "(self, value, /)", bool_binary<BinaryOperator::Or>),
    method("__xor__", "(self, value, /)", bool_binary<BinaryOperator::Xor>),
    method("__rxor__", "(self, value, /)", bool_binary<BinaryOperator::Xor>),
};

}  // namespace

void register_int_types() {
  TypeSpec spec;
  spec.name = "int";
  spec.layout = Kind::Int;
  spec.methods = kInt;
  types.int_ = new_builtin_type(spec);
  TypeSpec of_bool;
  of_bool.name = "bool";
  of_bool.base = types.int_;
  of_bool.layout = Kind::Int;
  of_bool.flags = Type::kNoSubclass;
  of_bool.methods = kBool;
  types.bool_ = new_builtin_type(of_bool);
}

}  // namespace awaitscope
