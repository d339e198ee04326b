// Operators and comparison, truth, formatting: the quick answer where only builtin types are
// involved, and the coroutine that asks the program's own methods. Specified in:
// https://docs.python.org/3.11/reference/datamodel.html#emulating-numeric-types

#include "engine/machine/operators.h"

#include "engine/machine/protocols.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/items.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// An instance of a class: its operators may be its own, whatever it is besides.
static bool of_class(Value value) {
  return value.is_object() && value.object()->type->detail & Type::kHeap;
}

struct Operator {
  Special method, reflected, in_place;
  const char* symbol;
};
static const Operator kOperators[] = {
    {Special::add, Special::radd, Special::iadd, "+"},
    {Special::and_, Special::rand, Special::iand, "&"},
    {Special::floordiv, Special::rfloordiv, Special::ifloordiv, "//"},
    {Special::lshift, Special::rlshift, Special::ilshift, "<<"},
    {Special::matmul, Special::rmatmul, Special::imatmul, "@"},
    {Special::mul, Special::rmul, Special::imul, "*"},
    {Special::mod, Special::rmod, Special::imod, "%"},
    {Special::or_, Special::ror, Special::ior, "|"},
    {Special::pow, Special::rpow, Special::ipow, "** or pow()"},
    {Special::rshift, Special::rrshift, Special::irshift, ">>"},
    {Special::sub, Special::rsub, Special::isub, "-"},
    {Special::truediv, Special::rtruediv, Special::itruediv, "/"},
    {Special::xor_, Special::rxor, Special::ixor, "^"},
};

// The calls that an operation tries in turn, until one does not answer NotImplemented.
struct Attempts {
  struct Attempt {
    Value method, self, other;
    Special special;
    bool negate = false;
  } list[3];
  int count = 0;
  void add(Special special, Value self, Value other, bool negate = false) {
    Value method = find_special(type_of(self), special);
    if (method) list[count++] = {method, self, other, special, negate};
  }
  bool any_python() const {
    for (int i = 0; i < count; ++i) {
      NativeFunction* native = as_if<NativeFunction>(list[i].method);
      if (!native || !native->definition->function) return true;
    }
    return false;
  }
};

// Calls plain natives. try_coroutine() where one wants to be a coroutine.
static Ref try_natives(const Attempts& attempts) {
  for (int i = 0; i < attempts.count; ++i) {
    Value values[2] = {attempts.list[i].self, attempts.list[i].other};
    Ref result = call_plain(as<NativeFunction>(attempts.list[i].method), values, 2);
    if (result.get() == Value::not_implemented()) continue;
    if (attempts.list[i].negate && result && !is_try_coroutine(result)) {
      int truth = truth_fast(result);
      return truth == 2 ? try_coroutine() : Ref(Value::boolean(!truth));
    }
    return result;
  }
  return Value::not_implemented();
}

static Native try_all(Attempts attempts) {
  for (int i = 0; i < attempts.count; ++i) {
    // Those called before may have taken it from its class.
    Value method = find_special(type_of(attempts.list[i].self), attempts.list[i].special);
    if (!method) continue;
    Ref result = co_await call(method, attempts.list[i].self, attempts.list[i].other);
    if (result.get() == Value::not_implemented()) continue;
    if (attempts.list[i].negate && result) {
      CO_TRY(truth, truth_of(result));
      co_return Value::boolean(truth.get() != Value::boolean(true));
    }
    co_return result;
  }
  co_return Value::not_implemented();
}

static Attempts binary_attempts(Value a, Value b, uint32_t how) {
  const Operator& op = kOperators[how % kInplace];
  Type *left = type_of(a), *right = type_of(b);
  Attempts attempts;
  if (how >= kInplace) attempts.add(op.in_place, a, b);
  Value reflected = left == right ? Value() : find_special(right, op.reflected);
  // The right one first where its type is a subclass that says something of its own.
  if (reflected && is_subtype(right, left) && reflected != find_special(left, op.reflected)) {
    attempts.add(op.reflected, b, a);
    reflected = Value();
  }
  attempts.add(op.method, a, b);
  if (reflected) attempts.add(op.reflected, b, a);
  return attempts;
}

static bool can_be_joined(Value value) {
  return is<Str>(value) || is<List>(value) || is<Tuple>(value) || is<Bytes>(value);
}

static Ref unsupported(Value a, Value b, uint32_t how) {
  // A sequence is asked last, after the other operand's class has declined.
  if (how == uint32_t(BinaryOperator::Add) && can_be_joined(a)) {
    if (is<Bytes>(a)) return raise_type_error({"can't concat ", type_name(b), " to bytes"});
    std::string_view type = a.object()->type->name_view();
    return raise_type_error(
        {"can only concatenate ", type, " (not \"", type_name(b), "\") to ", type});
  }
  if (how % kInplace == uint32_t(BinaryOperator::Multiply) &&
      (can_be_joined(a) || can_be_joined(b))) {
    return raise_type_error(
        {"can't multiply sequence by non-int of type '", type_name(can_be_joined(a) ? b : a), "'"});
  }
  const char* symbol = kOperators[how % kInplace].symbol;
  std::string shown =
      how >= kInplace
          ? (how % kInplace == int(BinaryOperator::Power) ? "**=" : concat({symbol, "="}))
          : std::string(symbol);
  return raise_type_error({"unsupported operand type(s) for ", shown, ": '", type_name(a),
                           "' and '", type_name(b), "'"});
}

Ref binary_fast(Value a, Value b, uint32_t how) {
  Ref result;
  if (!of_class(a) && !of_class(b)) {
    result = number_operation(a, b, BinaryOperator(how % kInplace));
    if (!(result.get() == Value::not_implemented())) return result;
  }
  if (is<Str>(a) && is<Str>(b) && how % kInplace == int(BinaryOperator::Add) &&
      type_of(a) == types.str && type_of(b) == types.str) {
    return concat_str(as<Str>(a), as<Str>(b));
  }
  Attempts attempts = binary_attempts(a, b, how);
  if (attempts.any_python()) return try_coroutine();
  result = try_natives(attempts);
  return result.get() == Value::not_implemented() ? unsupported(a, b, how) : result;
}

Native binary_slow(Ref a, Ref b, uint32_t how) {
  Ref result = co_await try_all(binary_attempts(a, b, how));
  if (result.get() == Value::not_implemented()) co_return unsupported(a, b, how);
  co_return result;
}

Native unary_slow(Ref value, Special special) {
  Value method = find_special(type_of(value), special);
  if (!method) {
    std::string_view symbol = special == Special::neg ? "-" : special == Special::pos ? "+" : "~";
    co_return raise_type_error(
        {"bad operand type for unary ", symbol, ": '", type_name(value), "'"});
  }
  co_return co_await call(method, value);
}

// --- comparison ---

static const Special kComparisons[] = {Special::lt, Special::le, Special::eq,
                                       Special::ne, Special::gt, Special::ge};
static const int kMirrored[] = {4, 5, 2, 3, 0, 1};
static const char* const kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};

static void add_comparison(Attempts& attempts, Type* type, Value self, Value other, uint32_t how) {
  Value method = find_special(type, kComparisons[how]);
  if (how == uint32_t(Comparison::Ne)) {
    NativeFunction* native = as_if<NativeFunction>(method);
    if (!method || (native && native->owner == types.object)) {  // != is the opposite of ==
      attempts.add(Special::eq, self, other, true);
      return;
    }
  }
  attempts.add(kComparisons[how], self, other);
}

static Attempts comparison_attempts(Value a, Value b, uint32_t how) {
  Type *left = type_of(a), *right = type_of(b);
  Attempts attempts;
  bool right_first = left != right && is_subtype(right, left);
  if (right_first) add_comparison(attempts, right, b, a, uint32_t(kMirrored[how]));
  add_comparison(attempts, left, a, b, how);
  if (!right_first) add_comparison(attempts, right, b, a, uint32_t(kMirrored[how]));
  return attempts;
}

static Ref comparison_fallback(Value a, Value b, uint32_t how) {
  if (how == uint32_t(Comparison::Eq)) return Value::boolean(a == b);
  if (how == uint32_t(Comparison::Ne)) return Value::boolean(a != b);
  return raise_type_error({"'", kSymbols[how], "' not supported between instances of '",
                           type_name(a), "' and '", type_name(b), "'"});
}

Ref compare_fast(Value a, Value b, uint32_t how) {
  if (is_number(a) && is_number(b) && !of_class(a) && !of_class(b)) {
    if (how == 2) return Value::boolean(equal_numbers(a, b));
    if (how == 3) return Value::boolean(!equal_numbers(a, b));
    int order = compare_numbers(a, b);
    if (order == 2) return Value::boolean(false);
    bool answer = how == 0 ? order < 0 : how == 1 ? order <= 0 : how == 4 ? order > 0 : order >= 0;
    return Value::boolean(answer);
  }
  if (is<Str>(a) && is<Str>(b) && type_of(a) == types.str && type_of(b) == types.str) {
    if (how == 2) return Value::boolean(equal_text(as<Str>(a), as<Str>(b)));
    if (how == 3) return Value::boolean(!equal_text(as<Str>(a), as<Str>(b)));
    int order = text_of(a).compare(text_of(b));  // UTF-8 keeps the order of code points
    bool answer = how == 0 ? order < 0 : how == 1 ? order <= 0 : how == 4 ? order > 0 : order >= 0;
    return Value::boolean(answer);
  }
  if (!a.is_object() && !b.is_object() && (how == 2 || how == 3)) {
    return Value::boolean((a == b) == (how == 2));
  }
  Attempts attempts = comparison_attempts(a, b, how);
  if (attempts.any_python()) return try_coroutine();
  Ref result = try_natives(attempts);
  return result.get() == Value::not_implemented() ? comparison_fallback(a, b, how) : result;
}

Native compare_slow(Ref a, Ref b, uint32_t how) {
  const Attempts attempts = comparison_attempts(a, b, how);
  // (Functions in Python, which are counted for themselves, raise what calls raise.)
  if (vm().depth + 2 >= vm().limits.recursion && is<NativeFunction>(attempts.list[0].method)) {
    co_return raise_error(types.RecursionError, "maximum recursion depth exceeded in comparison");
  }
  Ref result = co_await try_all(attempts);
  if (result.get() == Value::not_implemented()) co_return comparison_fallback(a, b, how);
  co_return result;
}

// --- truth ---

int truth_fast(Value value) {
  switch (value.bits) {
    case Value::kTrue:
    case Value::kEllipsis:
    case Value::kNotImplemented: return 1;
    case Value::kFalse:
    case Value::kNone: return 0;
    default: break;
  }
  if (value.is_int()) return value.as_int() != 0;
  switch (value.object()->kind) {
    case Kind::Int:
      if (!of_class(value)) return 1;
      break;
    case Kind::Float:
      if (!of_class(value)) return float_of(value) != 0;
      break;
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Method:
    case Kind::Module:
    case Kind::Frame:
    case Kind::Exception:
    case Kind::Type:
      if (!(type_of(value)->detail & Type::kHeap)) return 1;
      break;
    default: break;
  }
  Type* type = type_of(value);
  if (!find_special(type, Special::bool_)) {
    Value length = find_special(type, Special::len);
    if (!length) return 1;
    int64_t count;
    if (is<NativeFunction>(length) && length_fast(value, count)) return count != 0;
  }
  return 2;
}

Native truth_slow(Ref value) {
  Type* type = type_of(value);
  if (Value method = find_special(type, Special::bool_)) {
    Ref result = co_await call(method, value);
    if (result && !result.get().is_bool()) {
      co_return must_return(value, "__bool__", "a bool", result,
                            {"__bool__ should return bool, returned ", type_name(result)});
    }
    co_return result;
  }
  if (!find_special(type, Special::len)) co_return Value::boolean(true);
  CO_TRY(length, length_slow(value));
  co_return Value::boolean(length.get() != Value::of_int(0));
}

Native length_slow(Ref value) {
  Value method = find_special(type_of(value), Special::len);
  if (!method) co_return raise_type_error({"object of type '", type_name(value), "' has no len()"});
  CO_TRY(length, call(method, value));
  length = co_await resolve_index(length);
  if (!length) co_return Ref();
  int64_t count = 0;
  bool fits = as_int64(length, count);
  if (fits ? count < 0 : as<BigInt>(length)->negative)
    co_return raise_value_error({"__len__() should return >= 0"});
  if (!fits) {
    co_return raise_error(types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  co_return new_int(count);
}

// --- formatting ---

// conversion: FORMAT_VALUE's: 0 none, 1 str, 2 repr, 3 ascii. A null specification is an empty one.
Native format_slow(Ref value, uint32_t conversion, Ref specification) {
  if (conversion == 1) value = co_await str_of(value);
  if (conversion >= 2) value = co_await repr_of(value);
  if (!value) co_return Ref();
  if (conversion == 3) {
    Ref text = value;
    if (!as<Str>(text)->ascii()) {
      std::string escaped;
      for (std::string_view rest = text_of(text); !rest.empty();) {
        unsigned char lead = static_cast<unsigned char>(rest[0]);
        size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        uint32_t point = size == 1   ? lead
                         : size == 2 ? lead & 31
                         : size == 3 ? lead & 15
                                     : lead & 7;
        for (size_t i = 1; i < size && i < rest.size(); ++i)
          point = point << 6 | (static_cast<unsigned char>(rest[i]) & 63);
        char buffer[12];
        if (point < 0x80)
          snprintf(buffer, sizeof buffer, "%c", char(point));
        else if (point < 0x100)
          snprintf(buffer, sizeof buffer, "\\x%02x", point);
        else if (point < 0x10000)
          snprintf(buffer, sizeof buffer, "\\u%04x", point);
        else
          snprintf(buffer, sizeof buffer, "\\U%08x", point);
        escaped += buffer;
        rest.remove_prefix(std::min(size, rest.size()));
      }
      value = new_str(escaped);
    }
  }
  if (specification && !is<Str>(specification)) {
    co_return raise_type_error(
        {"Format specifier must be a string, not ", type_name(specification)});
  }
  std::string_view text = specification ? text_of(specification) : std::string_view();
  Type* type = type_of(value);
  Value method = find_special(type, Special::format);
  auto* native_method = as_if<NativeFunction>(method);
  const bool own = native_method && is_subtype(type, native_method->owner) &&
                   std::string_view(native_method->definition->name) == "__format__";
  if (method && !own) {
    Ref empty = specification ? specification : new_str("");
    Ref result = co_await call(method, value, empty);
    if (result && !is<Str>(result)) {
      co_return must_return(value, "__format__", "a str", result,
                            {"__format__ must return a str, not ", type_name(result)});
    }
    co_return result;
  }
  if (is_number(value) || is<Str>(value)) {
    if (text.empty()) co_return co_await str_of(value);
    co_return format_builtin(value, text);
  }
  if (!text.empty()) {
    NativeFunction* native = as_if<NativeFunction>(method);
    if (native && native->owner != types.object)
      co_return co_await call(method, value, specification);
    co_return raise_type_error(
        {"unsupported format string passed to ", type->name_view(), ".__format__"});
  }
  co_return co_await str_of(value);
}

}  // namespace awaitscope
