#pragma once
// Integers without limit of size and floats: arithmetic, comparison, text. No Python code runs
// here.

#include <string>
#include <string_view>

#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

inline bool is_integer(Value v) {  // int, bool or a subclass of int
  return v.is_int() || v.is_bool() || is<BigInt>(v);
}
inline bool is_number(Value v) { return is_integer(v) || is<Float>(v); }
Ref new_int_slow(int64_t value);
inline Ref new_int(int64_t value) {
  return Value::fits(value) ? Ref(Value::of_int(value)) : new_int_slow(value);
}
Ref new_int(uint64_t value);
Ref parse_int(std::string_view digits, int base);  // ValueError pending; base 0: by prefix
Ref new_float(double value);
inline double float_of(Value v) { return as<Float>(v)->value; }
bool as_int64(Value v, int64_t& out);  // of an integer; false: does not fit (nothing pending)
// The same for an index: false: TypeError or OverflowError pending.
bool index_of(Value value, int64_t& out);
bool as_double(Value v, double& out);  // of any number; false: OverflowError pending
Ref int_of_double(double value);       // truncated; OverflowError, ValueError pending

// a <operator> b for builtin numbers; `how` is BinaryOperator. kNotImplemented where one of them is
// no number; null: ZeroDivisionError, OverflowError ... pending.
Ref number_operation(Value a, Value b, BinaryOperator how);
// Each division has a text of its own, until 3.14 has one for all.
Ref zero_division(std::string_view before_3_14);
Ref number_divmod(Value a, Value b);  // a tuple; else as number_operation
Ref number_negative(Value v);
Ref number_invert(Value v);
Ref number_absolute(Value v);
int compare_numbers(Value a, Value b);  // -1, 0, 1; 2 where one is NaN
bool equal_numbers(Value a, Value b);
uint64_t hash_number(Value v);  // CPython's, modulo 2**61 - 1
std::string int_to_text(Value v, int base = 10);
bool parse_double(std::string_view text,
                  double& out);  // Python's float("..."): spaces, _, inf, nan
// Rounded to `digits` after the point, half to even, as round(value, digits) does.
double round_double(double value, int64_t digits);

}  // namespace awaitscope
