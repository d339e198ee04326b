// Builtin functions that go through an iterable: iter, next, sorted, sum, min, max, any, all.

#include <cmath>

#include "engine/builtins/functions/builtin_functions.h"
#include "engine/machine/native.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

Native builtin_iter(Args args) {
  if (!args[1]) co_return co_await iterator_of(args[0]);
  if (!is<Type>(args[0]) && !find_special(type_of(args[0]), Special::call)) {
    co_return raise_type_error({"iter(v, w): v must be callable"});
  }
  co_return new_callable_iterator(args[0], args[1]);
}

// The next item of an iterator, as Python's next() has it: the end is a StopIteration.
Ref builtin_next(Args& args) {
  FastNext next = next_fast(type_of(args[0]));
  if (!next) return try_coroutine();
  Ref item = next(args[0].object());
  if (is_try_coroutine(item) || item || is_pending()) return item;
  return args[1] ? Ref(args[1]) : raise_stop_iteration({});
}

Native builtin_next_slow(Args args) {
  Value method = find_special(type_of(args[0]), Special::next);
  if (!method) {
    co_return raise_type_error({"'", type_name(args[0]), "' object is not an iterator"});
  }
  Ref item = co_await call(method, args[0]);
  if (!item && args[1] && pending_is(types.StopIteration)) {
    take_pending();
    co_return args[1];
  }
  co_return item;
}

Native sorted_list(Args args) {
  if (args.count != 1) {
    co_return raise_type_error({"sorted expected 1 argument, got ", std::to_string(args.count)});
  }
  CO_TRY(list, list_of(args[0]));
  static const Ref sort = find(types.list, intern("sort"));
  std::vector<Value> values = {list};
  for (uint32_t i = 0; i < args.keyword_count(); ++i) values.push_back(args.keyword_value(i));
  CO_TRY(done, call_with(sort, Args{values.data(), 1, args.keywords}));
  co_return list;
}

// --- any, all ---

// The items of a list or tuple; false: it is something else.
bool plain_items(Value iterable, std::span<const Value>& items) {
  if (type_of(iterable) == types.list) {
    items = {as<List>(iterable)->items, as<List>(iterable)->size};
    return true;
  }
  if (type_of(iterable) == types.tuple) {
    items = {as<Tuple>(iterable)->items, as<Tuple>(iterable)->size};
    return true;
  }
  return false;
}

template <bool wanted>
Ref builtin_any(Args& args) {
  std::span<const Value> items;
  if (!plain_items(args[0], items)) return try_coroutine();
  for (Value item : items) {
    int truth = truth_fast(item);
    if (truth == 2) return try_coroutine();
    if (truth == wanted) return Value::boolean(wanted);
  }
  return Value::boolean(!wanted);
}

template <bool wanted>
Native builtin_any_slow(Args args) {
  CO_TRY(iterator, iterator_of(args[0]));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) break;
    CO_TRY(truth, truth_of(item));
    if (truth.get() == Value::boolean(wanted)) co_return truth;
  }
  if (is_pending()) co_return {};
  co_return Value::boolean(!wanted);
}

// --- sum ---

bool summable(Value start) {
  if (is<Str>(start)) {
    raise_type_error({"sum() can't sum strings [use ''.join(seq) instead]"});
  } else if (is<Bytes>(start)) {
    raise_type_error({"sum() can't sum bytes [use b''.join(seq) instead]"});
  }
  return !is_pending();
}

// Adds integers up to the first that is something else, then floats: since 3.12 with what each
// addition loses kept apart, by Neumaier's method. After that nothing is added at once any more.
class Sum {
 public:
  explicit Sum(Value start) : total_(start) { begin(true); }
  // False: the item is to be added to total(), and go_on() told what that makes.
  bool add(Value item) {
    int64_t integer;
    if (phase_ == Phase::Integers) {
      bool exact = item.is_bool() || (is_integer(item) && type_of(item) == types.int_);
      return exact && as_int64(item, integer) &&
             !__builtin_add_overflow(integer_, integer, &integer_);
    }
    if (phase_ != Phase::Floats) return false;
    if (is<Float>(item) && type_of(item) == types.float_) {
      add_double(float_of(item), since(Version::V3_12));
    } else if (is_integer(item) && as_int64(item, integer)) {
      add_double(double(integer), since(Version::V3_14));
    } else {
      return false;
    }
    return true;
  }
  Ref total() const {
    if (phase_ == Phase::Integers) return new_int(integer_);
    if (phase_ == Phase::Floats) {
      return new_float(lost_ != 0 && std::isfinite(lost_) ? float_ + lost_ : float_);
    }
    return total_;
  }
  void go_on(Ref total) {
    total_ = std::move(total);
    begin(false);
  }

 private:
  enum class Phase : uint8_t { Start, Integers, Floats, Others };
  void begin(bool first) {
    Phase before = std::exchange(phase_, Phase::Others);
    if (first && !total_.get().is_bool() && is_integer(total_) && type_of(total_) == types.int_ &&
        as_int64(total_, integer_)) {
      phase_ = Phase::Integers;
    } else if ((first || before == Phase::Integers) && is<Float>(total_) &&
               type_of(total_) == types.float_) {
      phase_ = Phase::Floats;
      float_ = float_of(total_);
      lost_ = 0;
    }
  }
  void add_double(double number, bool compensated) {
    double sum = float_ + number;
    if (compensated) {
      lost_ += std::fabs(float_) >= std::fabs(number) ? (float_ - sum) + number
                                                      : (number - sum) + float_;
    }
    float_ = sum;
  }

  Ref total_;
  Phase phase_ = Phase::Start;
  int64_t integer_ = 0;
  double float_ = 0, lost_ = 0;
};

Ref builtin_sum(Args& args) {
  if (!summable(args[1])) return {};
  std::span<const Value> items;
  if (!plain_items(args[0], items) || !is_number(args[1])) return try_coroutine();
  Sum sum(args[1]);
  for (Value item : items) {
    if (sum.add(item)) continue;
    bool of_class = item.is_object() && item.object()->type->detail & Type::kHeap;
    if (!is_number(item) || of_class) return try_coroutine();
    Ref total = number_operation(sum.total(), item, BinaryOperator::Add);
    if (!total) return {};
    sum.go_on(std::move(total));
  }
  return sum.total();
}

Native builtin_sum_slow(Args args) {
  CO_TRY(iterator, iterator_of(args[0]));
  Sum sum(args[1]);
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) break;
    if (sum.add(item)) continue;
    Ref before = sum.total();
    Ref total = co_await binary_operation(before, item, uint32_t(BinaryOperator::Add));
    if (!total) co_return {};
    sum.go_on(std::move(total));
  }
  if (is_pending()) co_return {};
  co_return sum.total();
}

// --- min, max ---

struct ExtremeOptions {
  Value key, fallback;
};

bool extreme_options(const Args& args, std::string_view name, ExtremeOptions& options) {
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    std::string_view keyword = args.keyword(i)->view();
    if (keyword == "key") {
      if (!args.keyword_value(i).is_none()) options.key = args.keyword_value(i);
    } else if (keyword == "default") {
      options.fallback = args.keyword_value(i);
    } else {
      raise_unexpected_keyword(name, keyword, {"key", "default"});
      return false;
    }
  }
  if (args.count == 0) {
    raise_type_error({name, " expected at least 1 argument, got 0"});
    return false;
  }
  if (args.count > 1 && options.fallback) {
    raise_type_error(
        {"Cannot specify a default for ", name, "() with multiple positional arguments"});
    return false;
  }
  return true;
}

template <Comparison better>
constexpr std::string_view kExtremeName = better == Comparison::Lt ? "min" : "max";

std::string_view of_nothing() {
  return since(Version::V3_12) ? "() iterable argument is empty" : "() arg is an empty sequence";
}

template <Comparison better>
Ref builtin_extreme(Args& args) {
  ExtremeOptions options;
  if (!extreme_options(args, kExtremeName<better>, options)) return {};
  if (options.key) return try_coroutine();
  std::span<const Value> items = args.positional();
  if (args.count == 1 && !plain_items(args[0], items)) return try_coroutine();
  if (items.empty()) {
    if (options.fallback) return options.fallback;
    return raise_value_error({kExtremeName<better>, of_nothing()});
  }
  Value best = items[0];
  for (Value item : items.subspan(1)) {
    Ref is_better = compare_fast(item, best, uint32_t(better));
    if (is_better.is_null() || is_try_coroutine(is_better)) return is_better;
    int truth = truth_fast(is_better);
    if (truth == 2) return try_coroutine();
    if (truth) best = item;
  }
  return best;
}

template <Comparison better>
Native builtin_extreme_slow(Args args) {
  ExtremeOptions options;
  if (!extreme_options(args, kExtremeName<better>, options)) co_return {};
  Ref several;
  if (args.count > 1) several = new_tuple(args.positional());
  CO_TRY(iterator, iterator_of(several ? several.get() : args[0]));
  Ref best, best_key;
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) break;
    Ref key = item;
    if (options.key) {
      key = co_await call(options.key, item);
      if (!key) co_return {};
    }
    if (best) {
      CO_TRY(compared, compare(key, best_key, better));
      CO_TRY(truth, truth_of(compared));
      if (truth.get() == Value::boolean(false)) continue;
    }
    best = item;
    best_key = key;
  }
  if (is_pending()) co_return {};
  if (best) co_return best;
  if (options.fallback) co_return options.fallback;
  co_return raise_value_error({kExtremeName<better>, of_nothing()});
}

const NativeDefinition kIterationFunctions[] = {
    function("all", "(iterable, /)", builtin_any<false>, builtin_any_slow<false>),
    function("any", "(iterable, /)", builtin_any<true>, builtin_any_slow<true>),
    function("iter", "(object, sentinel=<null>, /)", builtin_iter),
    function("max", "", builtin_extreme<Comparison::Gt>, builtin_extreme_slow<Comparison::Gt>),
    function("min", "", builtin_extreme<Comparison::Lt>, builtin_extreme_slow<Comparison::Lt>),
    function("next", "(iterator, default=<null>, /)", builtin_next, builtin_next_slow),
    function("sorted", "", sorted_list),
    function("sum", "(iterable, /, start=0)", builtin_sum, builtin_sum_slow),
};

}  // namespace

std::span<const NativeDefinition> iteration_functions() { return kIterationFunctions; }

}  // namespace awaitscope
