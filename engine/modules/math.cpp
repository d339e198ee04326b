// math. Specified in: https://docs.python.org/3.11/library/math.html

#include <algorithm>
#include <cmath>
#include <cstring>

#include "engine/builtins/functions/builtins.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/modules/import.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/integer.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

static bool real(Value value, double& out) {
  if (is_number(value)) return as_double(value, out);
  raise_type_error({"must be real number, not ", type_name(value)});
  return false;
}

static bool says_real(Value value) {
  return value && !is_number(value) &&
         (find_special(type_of(value), Special::float_) ||
          find_special(type_of(value), Special::index));
}

// A number; what is none is asked for one.
static Native as_real(Ref value) {
  if (!says_real(value)) co_return value;
  if (Value method = find_special(type_of(value), Special::float_)) {
    CO_TRY(made, call(method, value));
    if (is<Float>(made)) co_return made;
    co_return must_return(
        value, "__float__", "a float", made,
        {type_name(value), ".__float__ returned non-float (type ", type_name(made), ")"});
  }
  co_return co_await call(find_special(type_of(value), Special::index), value);
}

// A function of numbers, which others may stand for.
template <Ref (*function)(Args&)>
static Ref of_reals(Args& args) {
  for (uint32_t i = 0; i < args.count; ++i) {
    if (says_real(args[i])) return try_coroutine();
  }
  return function(args);
}
template <Ref (*function)(Args&)>
static Native of_reals_slow(Args args) {
  std::vector<Ref> kept;
  std::vector<Value> values;
  for (uint32_t i = 0; i < args.count; ++i) {
    if (args[i]) {
      CO_TRY(number, as_real(args[i]));
      kept.push_back(number);
    } else {
      kept.push_back({});
    }
    values.push_back(kept.back());
  }
  Args again{values.data(), args.count, nullptr};
  co_return function(again);
}
template <Ref (*implementation)(Args&)>
static constexpr NativeDefinition real_function(const char* name, const char* signature) {
  return function(name, signature, of_reals<implementation>, of_reals_slow<implementation>);
}

// Since 3.14 most functions say what they would take.
static Ref domain_error(std::string_view expected = {}, Value given = {}) {
  if (!since(Version::V3_14) || expected.empty()) return raise_value_error({"math domain error"});
  std::string got;
  if (given) append_repr(got, given);
  return raise_value_error({"expected ", expected, given ? ", got " : "", got});
}

// What C's function says, with CPython's errors: no NaN or infinity comes from numbers that are
// neither.
static Ref checked(double result, double x, std::string_view expected, bool (*is_pole)(double)) {
  bool at_pole = std::isinf(result) && !std::isinf(x) && is_pole && is_pole(x);
  if ((std::isnan(result) && !std::isnan(x)) || at_pole) {
    Ref given = new_float(x);
    return domain_error(expected, given);
  }
  if (std::isinf(result) && !std::isinf(x))
    return raise_error(types.OverflowError, "math range error");
  return new_float(result);
}

static constexpr char kAny[] = "", kNonnegative[] = "a nonnegative input",
                      kFinite[] = "a finite input", kSine[] = "a number in range from -1 up to 1",
                      kTangent[] = "a number between -1 and 1",
                      kAtLeastOne[] = "argument value not less than 1",
                      kAboveMinusOne[] = "argument value > -1",
                      kOfGamma[] = "a noninteger or positive integer",
                      kPositive[] = "a positive input";
static bool everywhere(double) { return true; }
static bool at_integer(double x) { return x <= 0 && x == std::floor(x); }

template <double (*function)(double), const char* expected = kAny,
          bool (*is_pole)(double) = nullptr>
static Ref unary(Args& args) {
  double x;
  if (!real(args[0], x)) return Ref();
  constexpr bool (*kPole)(double) = is_pole;
  if (kPole && kPole != everywhere && std::isinf(x) && x < 0) {
    if (function == static_cast<double (*)(double)>(std::tgamma)) {
      return domain_error(expected, args[0]);
    }
  }
  return checked(function(x), x, expected, is_pole);
}

static double degrees(double x) { return x * (180 / M_PI); }
static double radians(double x) { return x * (M_PI / 180); }

static Ref logarithm(Value value, double (*function)(double)) {
  double x;
  if (is<BigInt>(value)) {
    int64_t bits = int64_t(as<BigInt>(value)->count) * 32 - 64;
    Ref high = number_operation(value, Value::of_int(bits), BinaryOperator::Rshift);
    if (as<BigInt>(value)->negative) return domain_error(kPositive);
    double rest;
    if (!high || !as_double(high, rest)) return Ref();
    return new_float(function(rest) + double(bits) * function(2.0));
  }
  if (!real(value, x)) return Ref();
  if (x <= 0) return domain_error(kPositive, is<Float>(value) ? value : Value());
  return new_float(function(x));
}
static Ref log(Args& args) {
  Ref natural = logarithm(args[0], std::log);
  if (!natural || !args[1]) return natural;
  Ref base = logarithm(args[1], std::log);
  if (!base) return Ref();
  if (float_of(base) == 0) return zero_division("float division by zero");
  return new_float(float_of(natural) / float_of(base));
}
static Ref log2(Args& args) { return logarithm(args[0], std::log2); }
static Ref log10(Args& args) { return logarithm(args[0], std::log10); }

static Native rounded(Args args, Special special, double (*function)(double)) {
  if (is_integer(args[0]))
    co_return number_operation(args[0], Value::of_int(0), BinaryOperator::Add);
  Value method = find_special(type_of(args[0]), special);
  if (method && !is<Float>(args[0])) co_return co_await call(method, args[0]);
  CO_TRY(number, as_real(args[0]));
  double x;
  if (!real(number, x)) co_return Ref();
  co_return int_of_double(function(x));
}
static Native floor(Args args) { return rounded(args, Special::floor, std::floor); }
static Native ceil(Args args) { return rounded(args, Special::ceil, std::ceil); }
static Native trunc(Args args) { return rounded(args, Special::trunc, std::trunc); }

template <double (*function)(double, double)>
static Ref binary(Args& args) {
  double x, y;
  if (!real(args[0], x) || !real(args[1], y)) return Ref();
  double result = function(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error();
  bool pole = function == static_cast<double (*)(double, double)>(std::pow) && x == 0 && y < 0;
  if (std::isinf(result) && !std::isinf(x) && !std::isinf(y) && pole) return domain_error();
  if (std::isinf(result) && !std::isinf(x) && !std::isinf(y))
    return raise_error(types.OverflowError, "math range error");
  return new_float(result);
}

template <bool (*test)(double)>
static Ref predicate(Args& args) {
  double x;
  if (!real(args[0], x)) return Ref();
  return Value::boolean(test(x));
}
static bool is_nan(double x) { return std::isnan(x); }
static bool is_infinite(double x) { return std::isinf(x); }
static bool is_finite(double x) { return std::isfinite(x); }

static Ref isclose(Args& args) {
  double a, b, relative, absolute;
  if (!real(args[0], a) || !real(args[1], b) || !real(args[2], relative) ||
      !real(args[3], absolute))
    return Ref();
  if (a == b) return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
  double difference = std::fabs(a - b);
  return Value::boolean(difference <= std::fabs(relative * b) ||
                        difference <= std::fabs(relative * a) || difference <= absolute);
}

static Ref integer_of(Value value) {
  if (is_integer(value)) return value;
  return raise_type_error({"'", type_name(value), "' object cannot be interpreted as an integer"});
}

static Ref gcd(Args& args) {
  Tuple* given = as<Tuple>(args[0]);
  Ref result = Value::of_int(0);
  for (uint32_t i = 0; i < given->size; ++i) {
    Ref b = integer_of(given->items[i]);
    while (b && compare_numbers(b, Value::of_int(0)) != 0) {
      Ref rest = number_operation(result, b, BinaryOperator::Remainder);
      result = b;
      b = rest;
    }
    if (!b) return Ref();
  }
  return compare_numbers(result, Value::of_int(0)) < 0 ? number_negative(result) : result;
}

// Of the integers [from, to], both halves first: then factors are of one size.
static Ref product_of(int64_t from, int64_t to) {
  if (from > to) return Value::of_int(1);
  if (from == to) return new_int(from);
  const int64_t middle = from + (to - from) / 2;
  Ref low = product_of(from, middle);
  Ref high = low ? product_of(middle + 1, to) : Ref();
  return high ? number_operation(low, high, BinaryOperator::Multiply) : Ref();
}
static Ref product_range(int64_t from, int64_t to) {
  if (from > to) return Value::of_int(1);
  // Those of the upper half have at least as many bits as the one in the middle.
  const uint64_t half = uint64_t(to - from) / 2;
  const int bits = std::bit_width(uint64_t(from) + half);
  const uint64_t least = std::min<uint64_t>(half, UINT32_MAX) * uint64_t(bits - 1);
  return too_large(least) ? Ref() : product_of(from, to);
}
static Ref factorial(Args& args) {
  int64_t n;
  Ref integer = integer_of(args[0]);
  if (!integer) return Ref();
  if (compare_numbers(integer, Value::of_int(0)) < 0)
    return raise_value_error({"factorial() not defined for negative values"});
  if (!as_int64(integer, n)) {
    return raise_error(types.OverflowError,
                       "factorial() argument should not exceed 9223372036854775807");
  }
  return product_range(2, n);
}
static Ref comb(Args& args) {
  int64_t n, k;
  if (!integer_of(args[0]) || !integer_of(args[1])) return Ref();
  if (!as_int64(args[0], n) || !as_int64(args[1], k))
    return raise_error(types.OverflowError, "comb() argument is too large here");
  if (n < 0) return raise_value_error({"n must be a non-negative integer"});
  if (k < 0) return raise_value_error({"k must be a non-negative integer"});
  if (k > n) return Value::of_int(0);
  if (k > n - k) k = n - k;
  Ref result = Value::of_int(1);
  for (int64_t i = 1; i <= k && result; ++i) {
    result = number_operation(result, Value::of_int(n - k + i), BinaryOperator::Multiply);
    if (result) result = number_operation(result, Value::of_int(i), BinaryOperator::FloorDivide);
  }
  return result;
}
static Ref perm(Args& args) {
  int64_t n, k;
  if (!integer_of(args[0])) return Ref();
  if (!as_int64(args[0], n))
    return raise_error(types.OverflowError, "perm() argument is too large here");
  k = n;
  if (!args[1].is_none() && (!integer_of(args[1]) || !as_int64(args[1], k))) return Ref();
  if (n < 0 || k < 0)
    return raise_value_error({n < 0 ? "n" : "k", " must be a non-negative integer"});
  return k > n ? Ref(Value::of_int(0)) : product_range(n - k + 1, n);
}

static Ref isqrt(Args& args) {
  Ref n = integer_of(args[0]);
  if (!n) return Ref();
  if (compare_numbers(n, Value::of_int(0)) < 0)
    return raise_value_error({"isqrt() argument must be nonnegative"});
  if (compare_numbers(n, Value::of_int(0)) == 0) return n;
  const int64_t bits = int64_t(bit_length_of(n));
  Ref x = number_operation(Value::of_int(1), Value::of_int(bits / 2 + 1), BinaryOperator::Lshift);
  while (x) {  // Newton, from above
    Ref quotient = number_operation(n, x, BinaryOperator::FloorDivide);
    if (!quotient) return Ref();
    Ref sum = number_operation(x, quotient, BinaryOperator::Add);
    Ref next = number_operation(sum, Value::of_int(1), BinaryOperator::Rshift);
    if (compare_numbers(next, x) >= 0) return x;
    x = next;
  }
  return Ref();
}

static Ref lcm(Args& args) {
  Ref result = Value::of_int(1);
  for (uint32_t i = 0; i < as<Tuple>(args[0])->size; ++i) {
    Ref n = integer_of(as<Tuple>(args[0])->items[i]);
    if (!n) return Ref();
    Ref a = number_absolute(result), b = number_absolute(n);
    if (compare_numbers(a, Value::of_int(0)) == 0 || compare_numbers(b, Value::of_int(0)) == 0) {
      result = Value::of_int(0);
      continue;
    }
    Ref x = a, y = b;
    while (compare_numbers(y, Value::of_int(0)) != 0) {
      Ref rest = number_operation(x, y, BinaryOperator::Remainder);
      if (!rest) return Ref();
      x = std::exchange(y, rest);
    }
    Ref part = number_operation(a, x, BinaryOperator::FloorDivide);
    if (!part) return Ref();
    result = number_operation(part, b, BinaryOperator::Multiply);
    if (!result) return Ref();
  }
  return result;
}

static Ref ldexp(Args& args) {
  double x;
  int64_t exponent;
  if (!real(args[0], x)) return Ref();
  if (!is_integer(args[1]) || !as_int64(args[1], exponent))
    return raise_type_error({"Expected an int as second argument to ldexp."});
  exponent = std::clamp<int64_t>(exponent, -100000, 100000);
  double value = std::ldexp(x, int(exponent));
  if (std::isinf(value) && std::isfinite(x))
    return raise_error(types.OverflowError, "math range error");
  return new_float(value);
}

static Native dist(Args args) {
  CO_TRY(p, list_of(args[0]));
  CO_TRY(q, list_of(args[1]));
  if (as<List>(p)->size != as<List>(q)->size)
    co_return raise_value_error({"both points must have the same number of dimensions"});
  double sum = 0;
  for (uint32_t i = 0; i < as<List>(p)->size; ++i) {
    CO_TRY(from, as_real(as<List>(p)->items[i]));
    CO_TRY(to, as_real(as<List>(q)->items[i]));
    double a, b;
    if (!real(from, a) || !real(to, b)) co_return Ref();
    sum = std::hypot(sum, a - b);
  }
  co_return new_float(sum);
}

static Native prod(Args args) {
  Ref iterator = co_await iterator_of(args[0]);
  Ref result = args[1];
  while (iterator) {
    Ref item = co_await next_of(iterator);
    if (!item) co_return is_pending() ? Ref() : result;
    result = co_await binary_operation(result, item, uint32_t(BinaryOperator::Multiply));
    if (!result) co_return Ref();
  }
  co_return Ref();
}

// The exact sum, rounded once: partial sums that do not overlap.
static Native fsum(Args args) {
  CO_TRY(iterator, iterator_of(args[0]));
  std::vector<double> partials;
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) break;
    CO_TRY(number, as_real(item));
    double x;
    if (!real(number, x)) co_return Ref();
    size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y, low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    partials.push_back(x);
  }
  if (is_pending()) co_return Ref();
  double sum = 0, low = 0;
  while (!partials.empty()) {
    double x = sum, y = partials.back();
    partials.pop_back();
    sum = x + y;
    low = y - (sum - x);
    if (low != 0) break;
  }
  if (!partials.empty() && ((low < 0 && partials.back() < 0) || (low > 0 && partials.back() > 0))) {
    double twice = low * 2, x = sum + twice;
    if (twice == x - sum) sum = x;
  }
  co_return new_float(sum);
}

static Native hypot(Args args) {
  double sum = 0;
  Tuple* given = as<Tuple>(args[0]);
  for (uint32_t i = 0; i < given->size; ++i) {
    CO_TRY(number, as_real(given->items[i]));
    double x;
    if (!real(number, x)) co_return Ref();
    sum = std::hypot(sum, x);
  }
  co_return new_float(sum);
}

static Ref modf(Args& args) {
  double x, whole;
  if (!real(args[0], x)) return Ref();
  double part = std::modf(x, &whole);
  Ref a = new_float(part), b = new_float(whole);
  return new_tuple({a.get(), b.get()});
}
static Ref frexp(Args& args) {
  double x;
  int exponent;
  if (!real(args[0], x)) return Ref();
  Ref mantissa = new_float(std::frexp(x, &exponent));
  return new_tuple({mantissa.get(), Value::of_int(exponent)});
}

// Exactly, rounded once: the products of floats as the two floats that they are the sum of.
static Native sumprod(Args args) {
  CO_TRY(p, iterator_of(args[0]));
  CO_TRY(q, iterator_of(args[1]));
  Ref total = Value::of_int(0), products = new_list();
  for (;;) {
    Ref a = co_await next_of(p);
    if (!a && is_pending()) co_return Ref();
    Ref b = co_await next_of(q);
    if (!b && is_pending()) co_return Ref();
    if (bool(a) != bool(b)) co_return raise_value_error({"Inputs are not the same length"});
    if (!a) break;
    double x, y;
    bool floats = is_number(a) && is_number(b) && (is<Float>(a) || is<Float>(b));
    if (floats && as_double(a, x) && as_double(b, y) && std::isfinite(x * y)) {
      Ref high = new_float(x * y), low = new_float(std::fma(x, y, -(x * y)));
      list_append(as<List>(products), high);
      list_append(as<List>(products), low);
      continue;
    }
    if (is_pending()) co_return Ref();
    CO_TRY(product, binary_operation(a, b, uint32_t(BinaryOperator::Multiply)));
    total = co_await binary_operation(total, product, uint32_t(BinaryOperator::Add));
    if (!total) co_return Ref();
  }
  if (!as<List>(products)->size) co_return total;
  Value list = products;
  Ref sum = co_await fsum(Args{&list, 1, nullptr});
  if (!sum) co_return Ref();
  co_return co_await binary_operation(total, sum, uint32_t(BinaryOperator::Add));
}

static Ref fma(Args& args) {
  double x, y, z;
  if (!real(args[0], x) || !real(args[1], y) || !real(args[2], z)) return Ref();
  double result = std::fma(x, y, z);
  if (std::isfinite(result)) return new_float(result);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y) && !std::isnan(z)) {
    return raise_value_error({"invalid operation in fma"});
  }
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) {
    return raise_error(types.OverflowError, "overflow in fma");
  }
  return new_float(result);
}

// (x, y, steps)
static Ref nextafter(Args& args) {
  double x, y;
  if (!real(args[0], x) || !real(args[1], y)) return Ref();
  int64_t steps = 1;
  if (args[2] && !args[2].is_none()) {
    if (!integer_of(args[2])) return Ref();
    if (compare_numbers(args[2], Value::of_int(0)) < 0) {
      return raise_value_error({"steps must be a non-negative integer"});
    }
    if (!as_int64(args[2], steps)) steps = INT64_MAX;
  }
  if (std::isnan(x) || std::isnan(y)) return new_float(x + y);
  // Floats of one sign are in the order of their bits. (Emscripten 3.1.6's library has no
  // std::bit_cast.)
  auto place = [](double value) {
    int64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits < 0 ? INT64_MIN - bits : bits;
  };
  int64_t from = place(x), to = place(y);
  uint64_t apart = from < to ? uint64_t(to) - uint64_t(from) : uint64_t(from) - uint64_t(to);
  if (apart <= uint64_t(steps)) return new_float(y);
  int64_t at = from < to ? from + steps : from - steps;
  int64_t bits = at < 0 ? INT64_MIN - at : at;
  double result;
  std::memcpy(&result, &bits, sizeof result);
  return new_float(result);
}
static Ref ulp(Args& args) {
  double x;
  if (!real(args[0], x)) return Ref();
  if (std::isnan(x)) return new_float(x);
  x = std::fabs(x);
  if (std::isinf(x)) return new_float(x);
  double above = std::nextafter(x, HUGE_VAL);
  return new_float(std::isinf(above) ? x - std::nextafter(x, 0.0) : above - x);
}
static bool is_normal(double x) { return std::isnormal(x); }
static bool is_subnormal(double x) { return std::fpclassify(x) == FP_SUBNORMAL; }
static bool is_negative(double x) { return std::signbit(x); }

// math.integer
static Native later_name_of_math(Args args) {
  Ref name = args[0], home = Value::of(intern("_math_later"));
  Ref module = dict_get(vm().modules, intern("math"));
  co_return co_await later_attribute(module, home, name);
}

static const NativeDefinition kMathFunctions[] = {
    function("__getattr__", "(name, /)", later_name_of_math).since(Version::V3_15),
    function("sumprod", "(p, q, /)", sumprod).since(Version::V3_12),
    real_function<fma>("fma", "(x, y, z, /)").since(Version::V3_13),
    real_function<nextafter>("nextafter", "(x, y, /)").until(Version::V3_12),
    real_function<nextafter>("nextafter", "(x, y, /, *, steps=None)").since(Version::V3_12),
    real_function<ulp>("ulp", "(x, /)"),
    real_function<binary<std::fmax>>("fmax", "(x, y, /)").since(Version::V3_15),
    real_function<binary<std::fmin>>("fmin", "(x, y, /)").since(Version::V3_15),
    real_function<predicate<is_normal>>("isnormal", "(x, /)").since(Version::V3_15),
    real_function<predicate<is_subnormal>>("issubnormal", "(x, /)").since(Version::V3_15),
    real_function<predicate<is_negative>>("signbit", "(x, /)").since(Version::V3_15),
    real_function<unary<std::sqrt, kNonnegative>>("sqrt", "(x, /)"),
    real_function<unary<std::exp>>("exp", "(x, /)"),
    real_function<unary<std::expm1>>("expm1", "(x, /)"),
    real_function<unary<std::sin, kFinite>>("sin", "(x, /)"),
    real_function<unary<std::cos, kFinite>>("cos", "(x, /)"),
    real_function<unary<std::tan, kFinite>>("tan", "(x, /)"),
    real_function<unary<std::asin, kSine>>("asin", "(x, /)"),
    real_function<unary<std::asinh>>("asinh", "(x, /)"),
    real_function<unary<std::acosh, kAtLeastOne>>("acosh", "(x, /)"),
    real_function<unary<std::atanh, kTangent, everywhere>>("atanh", "(x, /)"),
    real_function<unary<std::exp2>>("exp2", "(x, /)"),
    real_function<unary<std::acos, kSine>>("acos", "(x, /)"),
    real_function<unary<std::atan>>("atan", "(x, /)"),
    real_function<unary<std::sinh>>("sinh", "(x, /)"),
    real_function<unary<std::cosh>>("cosh", "(x, /)"),
    real_function<unary<std::tanh>>("tanh", "(x, /)"),
    real_function<unary<std::fabs>>("fabs", "(x, /)"),
    real_function<unary<std::cbrt>>("cbrt", "(x, /)"),
    real_function<unary<std::log1p, kAboveMinusOne, everywhere>>("log1p", "(x, /)"),
    real_function<unary<std::tgamma, kOfGamma, at_integer>>("gamma", "(x, /)"),
    real_function<unary<std::lgamma, kOfGamma, at_integer>>("lgamma", "(x, /)"),
    real_function<unary<std::erf>>("erf", "(x, /)"),
    real_function<unary<std::erfc>>("erfc", "(x, /)"),
    real_function<unary<degrees>>("degrees", "(x, /)"),
    real_function<unary<radians>>("radians", "(x, /)"),
    real_function<log>("log", "(x, base=<null>, /)"),
    real_function<log2>("log2", "(x, /)"),
    real_function<log10>("log10", "(x, /)"),
    function("floor", "(x, /)", floor),
    function("ceil", "(x, /)", ceil),
    function("trunc", "(x, /)", trunc),
    real_function<binary<std::pow>>("pow", "(x, y, /)"),
    real_function<binary<std::fmod>>("fmod", "(x, y, /)"),
    real_function<binary<std::atan2>>("atan2", "(y, x, /)"),
    real_function<binary<std::copysign>>("copysign", "(x, y, /)"),
    real_function<binary<std::remainder>>("remainder", "(x, y, /)"),
    real_function<predicate<is_nan>>("isnan", "(x, /)"),
    real_function<predicate<is_infinite>>("isinf", "(x, /)"),
    real_function<predicate<is_finite>>("isfinite", "(x, /)"),
    function("gcd", "(*integers)", gcd),
    function("factorial", "(x, /)", factorial),
    function("comb", "(n, k, /)", comb),
    function("perm", "(n, k=None, /)", perm),
    function("lcm", "(*integers)", lcm),
    function("dist", "(p, q, /)", dist),
    real_function<ldexp>("ldexp", "(x, i, /)"),
    function("isqrt", "(n, /)", isqrt),
    function("prod", "(iterable, /, *, start=1)", prod),
    function("fsum", "(seq, /)", fsum),
    function("hypot", "(*coordinates)", hypot),
    real_function<modf>("modf", "(x, /)"),
    real_function<frexp>("frexp", "(x, /)"),
};
static Ref isclose_filled(Args& args) {
  Value values[4] = {args[0], args[1], args[2], args[3]};
  Ref relative = values[2] ? Ref(values[2]) : new_float(1e-9),
      absolute = values[3] ? Ref(values[3]) : new_float(0);
  values[2] = relative;
  values[3] = absolute;
  Args filled{values, 4, nullptr};
  return isclose(filled);
}
static const NativeDefinition kIsClose =
    real_function<isclose_filled>("isclose", "(a, b, *, rel_tol=<null>, abs_tol=<null>)");

void make_math_module(Dict* module) {
  add_functions(module, "math", kMathFunctions, std::size(kMathFunctions));
  add_functions(module, "math", &kIsClose, 1);
  const std::pair<const char*, double> constants[] = {
      {"pi", M_PI}, {"e", M_E}, {"tau", 2 * M_PI}, {"inf", HUGE_VAL}, {"nan", NAN}};
  for (const auto& [name, value] : constants) {
    Ref number = new_float(value);
    dict_set(module, intern(name), number);
  }
}

}  // namespace awaitscope
