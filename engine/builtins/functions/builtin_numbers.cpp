// Builtin functions about numbers and characters.

#include "engine/builtins/functions/builtin_functions.h"
#include "engine/builtins/numbers/number_types.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

bool builtin_number(Value value) {
  return is_number(value) && !(value.is_object() && (value.object()->type->detail & Type::kHeap));
}

Ref builtin_abs(Args& args) {
  return builtin_number(args[0]) ? number_absolute(args[0]) : try_coroutine();
}
Native builtin_abs_slow(Args args) {
  Value method = find_special(type_of(args[0]), Special::abs);
  if (!method) {
    co_return raise_type_error({"bad operand type for abs(): '", type_name(args[0]), "'"});
  }
  co_return co_await call(method, args[0]);
}

// divmod and pow with an operand that is no builtin number: left, then right.
Native by_method(Ref left, Ref right, Str* method_name, Str* reflected_name,
                 std::string_view what) {
  Type *left_type = type_of(left), *right_type = type_of(right);
  Value method = find(left_type, method_name);
  Value reflected = left_type == right_type ? Value{} : find(right_type, reflected_name);
  bool right_first = reflected && is_subtype(right_type, left_type) &&
                     reflected != find(left_type, reflected_name);
  for (int attempt = 0; attempt < 2; ++attempt) {
    bool use_left = (attempt == 0) != right_first;
    Value candidate = use_left ? method : reflected;
    if (!candidate) continue;
    Ref result = co_await call(candidate, use_left ? left : right, use_left ? right : left);
    if (result.get() != Value::not_implemented()) co_return result;
  }
  co_return raise_type_error({"unsupported operand type(s) for ", what, ": '", type_name(left),
                              "' and '", type_name(right), "'"});
}

Ref builtin_divmod(Args& args) {
  if (!builtin_number(args[0]) || !builtin_number(args[1])) return try_coroutine();
  return number_divmod(args[0], args[1]);
}
Native builtin_divmod_slow(Args args) {
  co_return co_await by_method(args[0], args[1], intern("__divmod__"), intern("__rdivmod__"),
                               "divmod()");
}

Ref builtin_pow(Args& args) {
  if (!builtin_number(args[0]) || !builtin_number(args[1])) return try_coroutine();
  if (args[2].is_none()) return number_operation(args[0], args[1], BinaryOperator::Power);
  if (!is_integer(args[0]) || !is_integer(args[1]) || !is_integer(args[2])) {
    if (is_number(args[2])) {
      return raise_type_error({"pow() 3rd argument not allowed unless all arguments are integers"});
    }
    return raise_type_error({"unsupported operand type(s) for ** or pow(): '", type_name(args[0]),
                             "', '", type_name(args[1]), "', '", type_name(args[2]), "'"});
  }
  return power_modulo(args[0], args[1], args[2]);
}
Native builtin_pow_slow(Args args) {
  if (args[2].is_none()) {
    co_return co_await binary_operation(args[0], args[1], uint32_t(BinaryOperator::Power));
  }
  Value method = find_special(type_of(args[0]), Special::pow);
  Ref result = Value::not_implemented();
  if (method) result = co_await call(method, args[0], args[1], args[2]);
  if (result.get() != Value::not_implemented()) co_return result;
  co_return raise_type_error({"unsupported operand type(s) for ** or pow(): '", type_name(args[0]),
                              "', '", type_name(args[1]), "', '", type_name(args[2]), "'"});
}

Native builtin_round(Args args) {
  Value method = find_special(type_of(args[0]), Special::round);
  if (!method) {
    co_return raise_type_error({"type ", type_name(args[0]), " doesn't define __round__ method"});
  }
  if (args[1].is_null() || args[1].is_none()) co_return co_await call(method, args[0]);
  co_return co_await call(method, args[0], args[1]);
}

// The integer that an argument is or that its __index__ gives.
Native index_value(Ref value) {
  if (is_integer(value)) co_return value;
  Value method = find_special(type_of(value), Special::index);
  if (!method) {
    co_return raise_type_error(
        {"'", type_name(value), "' object cannot be interpreted as an integer"});
  }
  Ref index = co_await call(method, value);
  if (index && !is_integer(index)) {
    co_return must_return(value, "__index__", "an int", index,
                          {"__index__ returned non-int (type ", type_name(index), ")"});
  }
  co_return index;
}

template <int base>
Ref in_base(Value value) {
  constexpr std::string_view kPrefix = base == 16 ? "0x" : base == 8 ? "0o" : "0b";
  std::string text = int_to_text(value, base);
  return new_str(text[0] == '-' ? concat({"-", kPrefix, std::string_view(text).substr(1)})
                                : concat({kPrefix, text}));
}
template <int base>
Ref builtin_in_base(Args& args) {
  return is_integer(args[0]) ? in_base<base>(args[0]) : try_coroutine();
}
template <int base>
Native builtin_in_base_slow(Args args) {
  Ref index = co_await index_value(args[0]);
  co_return index ? in_base<base>(index) : Ref();
}

Ref character(Value value) {
  int64_t code;
  if (!as_int64(value, code) || code < 0 || code > int64_t(utf8::kMaxCodePoint)) {
    if (!as_int64(value, code) || code > INT32_MAX || code < INT32_MIN) {
      return raise_error(types.OverflowError, "Python int too large to convert to C int");
    }
    return raise_value_error({"chr() arg not in range(0x110000)"});
  }
  return new_str_of_code(uint32_t(code));
}
Ref builtin_chr(Args& args) { return is_integer(args[0]) ? character(args[0]) : try_coroutine(); }
Native builtin_chr_slow(Args args) {
  Ref index = co_await index_value(args[0]);
  co_return index ? character(index) : Ref();
}

Ref builtin_ord(Args& args) {
  uint32_t size;
  if (const Str* text = as_if<Str>(args[0])) {
    if (text->length == 1) {
      const char* at = text->data;
      return Value::of_int(utf8::decode(at));
    }
    size = text->length;
  } else if (const Bytes* bytes = as_if<Bytes>(args[0])) {
    if (bytes->size == 1) return Value::of_int(uint8_t(bytes->data[0]));
    size = bytes->size;
  } else {
    return raise_type_error(
        {"ord() expected string of length 1, but ", type_name(args[0]), " found"});
  }
  return raise_type_error(
      {"ord() expected a character, but string of length ", std::to_string(size), " found"});
}

const NativeDefinition kNumberFunctions[] = {
    function("abs", "(x, /)", builtin_abs, builtin_abs_slow),
    function("bin", "(number, /)", builtin_in_base<2>, builtin_in_base_slow<2>),
    function("chr", "(i, /)", builtin_chr, builtin_chr_slow),
    function("divmod", "(x, y, /)", builtin_divmod, builtin_divmod_slow),
    function("hex", "(number, /)", builtin_in_base<16>, builtin_in_base_slow<16>),
    function("oct", "(number, /)", builtin_in_base<8>, builtin_in_base_slow<8>),
    function("ord", "(c, /)", builtin_ord),
    function("pow", "(base, exp, mod=None)", builtin_pow, builtin_pow_slow),
    function("round", "(number, ndigits=<null>)", builtin_round),
};

}  // namespace

std::span<const NativeDefinition> number_functions() { return kNumberFunctions; }

}  // namespace awaitscope
