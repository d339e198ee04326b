#include "engine/builtins/containers/sort.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/builtins/containers/container_methods.h"
#include "engine/machine/operators.h"
#include "engine/objects/change.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

enum class Sort : uint8_t { Ints, Floats, Texts, Rows, Others };

Sort sort_of(Value value) {
  if (value.is_int()) return Sort::Ints;
  if (!value.is_object()) return Sort::Others;
  Type* type = value.object()->type;
  if (type == types.str) return Sort::Texts;
  if (type == types.float_ && !std::isnan(float_of(value))) return Sort::Floats;
  return Sort::Others;
}

// Whether these are tuples whose items at the same place are all small integers, or all texts.
template <class T, class Key>
bool are_rows(const T* first, const T* last, Key key) {
  std::vector<Sort> columns;
  for (const T* at = first; at != last; ++at) {
    const Value row = key(*at);
    if (type_of(row) != types.tuple) return false;
    const Tuple* tuple = as<Tuple>(row);
    for (uint32_t i = 0; i < tuple->size; ++i) {
      const Sort sort = sort_of(tuple->items[i]);
      if (i == columns.size()) columns.push_back(sort);
      if (columns[i] != sort || (sort != Sort::Ints && sort != Sort::Texts)) return false;
    }
  }
  return true;
}

bool row_is_less(const Tuple* a, const Tuple* b) {
  const uint32_t common = std::min(a->size, b->size);
  for (uint32_t i = 0; i < common; ++i) {
    const Value left = a->items[i], right = b->items[i];
    if (left == right) continue;
    if (left.is_int()) return left.as_int() < right.as_int();
    if (const int order = compare_text(as<Str>(left), as<Str>(right))) return order < 0;
  }
  return a->size < b->size;
}

// a < b where no Python code has to say. When it has, or where it fails, everything is as good as
// sorted: the answers do not matter any more.
struct FastLess {
  bool& given_up;
  bool operator()(Value a, Value b) const {
    if (given_up) return false;
    Ref answer = type_of(a) == types.tuple && type_of(b) == types.tuple
                     ? compare_sequences(a, b, Comparison::Lt)
                     : compare_fast(a, b, uint32_t(Comparison::Lt));
    if (!answer.get().is_bool()) {
      given_up = true;
      if (answer.is_null()) take_pending();
    }
    return answer.get() == Value::boolean(true);
  }
};

// Sorts anything that has a key. False: the order is any, and the program's own code has to
// compare.
template <class T, class Key>
bool sort_by_key(T* first, T* last, Key key) {
  if (last - first < 2) return true;
  Sort sort = sort_of(key(*first));
  for (T* at = first; at != last && sort != Sort::Others; ++at) {
    if (sort_of(key(*at)) != sort) sort = Sort::Others;
  }
  if (sort == Sort::Others && are_rows(first, last, key)) sort = Sort::Rows;
  bool given_up = false;
  switch (sort) {
    case Sort::Ints:
      std::stable_sort(first, last,
                       [&](const T& a, const T& b) { return key(a).as_int() < key(b).as_int(); });
      break;
    case Sort::Floats:
      std::stable_sort(first, last,
                       [&](const T& a, const T& b) { return float_of(key(a)) < float_of(key(b)); });
      break;
    case Sort::Texts:
      std::stable_sort(first, last, [&](const T& a, const T& b) {
        return compare_text(as<Str>(key(a)), as<Str>(key(b))) < 0;
      });
      break;
    case Sort::Rows:
      std::stable_sort(first, last, [&](const T& a, const T& b) {
        return row_is_less(as<Tuple>(key(a)), as<Tuple>(key(b)));
      });
      break;
    case Sort::Others: {
      FastLess less{given_up};
      std::stable_sort(first, last, [&](const T& a, const T& b) { return less(key(a), key(b)); });
      break;
    }
  }
  return !given_up;
}

struct Keyed {
  Value key;
  uint32_t place;
};

// The order of the items by their keys, as the places they are at; empty: Python code has to
// compare.
std::vector<uint32_t> order_fast(const std::vector<Ref>& keys, bool reverse) {
  std::vector<Keyed> keyed;
  keyed.reserve(keys.size());
  for (uint32_t i = 0; i < keys.size(); ++i) keyed.push_back({keys[i], i});
  // Turned round before and after, so that equal ones stay in order.
  if (reverse) std::reverse(keyed.begin(), keyed.end());
  if (!sort_by_key(keyed.data(), keyed.data() + keyed.size(),
                   [](const Keyed& item) { return item.key; })) {
    return {};
  }
  if (reverse) std::reverse(keyed.begin(), keyed.end());
  std::vector<uint32_t> order;
  order.reserve(keyed.size());
  for (const Keyed& item : keyed) order.push_back(item.place);
  return order;
}

}  // namespace

bool sort_fast(List* list, bool reverse) {
  if (list->size < 2) return true;
  std::vector<Value> items(list->items, list->items + list->size);
  if (reverse) std::reverse(items.begin(), items.end());
  if (!sort_by_key(items.data(), items.data() + items.size(), [](Value value) { return value; }))
    return false;
  if (reverse) std::reverse(items.begin(), items.end());
  std::copy(items.begin(), items.end(), list->items);
  contents_changed(list);
  return true;
}

namespace {

struct Item {
  Ref key, value;
};
struct Run {
  size_t start, length;
};

size_t least_run(size_t count) {
  size_t odd = 0;
  while (count >= 64) {
    odd |= count & 1;
    count >>= 1;
  }
  return count + odd;
}

// Whether the topmost runs have to be merged, and which: the number of runs from the top.
size_t runs_to_merge(const std::vector<Run>& runs, bool last) {
  size_t n = runs.size();
  if (n < 2) return 0;
  size_t a = n >= 3 ? runs[n - 3].length : 0, b = runs[n - 2].length, c = runs[n - 1].length;
  bool out_of_balance = (n >= 3 && a <= b + c) || (n >= 4 && runs[n - 4].length <= a + b);
  if (out_of_balance || last) return n >= 3 && a < c ? 3 : 2;
  return b <= c ? 2 : 0;
}

}  // namespace

// What CPython finds out about the keys before it begins.
struct Keys {
  bool tuples = true;     // all are tuples, and none is empty
  bool one_class = true;  // they, or the first items of these tuples, are all of one class
};
static Keys look_at(const std::vector<Item>& items) {
  Keys keys;
  auto is_tuple = [](Value key) { return type_of(key) == types.tuple && as<Tuple>(key)->size; };
  for (const Item& item : items) keys.tuples = keys.tuples && is_tuple(item.key);
  auto first = [&](const Item& item) {
    return keys.tuples ? as<Tuple>(item.key)->items[0] : item.key.get();
  };
  Type* type = type_of(first(items[0]));
  keys.one_class = type->detail & Type::kHeap;
  for (const Item& item : items) keys.one_class = keys.one_class && type_of(first(item)) == type;
  return keys;
}

// a < b. Where all keys are of one class CPython asks its __lt__ by itself first, and only if that
// does not know, compares as ever, which begins with the same __lt__.
static Native is_less(Ref a, Ref b, Keys keys) {
  if (keys.tuples && keys.one_class) {
    auto *x = as<Tuple>(a), *y = as<Tuple>(b);
    CO_TRY(same, equal(x->items[0], y->items[0]));
    if (same.get() == Value::boolean(false)) {
      Ref left = x->items[0], right = y->items[0];
      co_return co_await is_less(left, right, Keys{false, true});
    }
    for (uint32_t i = 1; i < x->size && i < y->size; ++i) {
      Ref left = x->items[i], right = y->items[i];
      same = co_await equal(left, right);
      if (!same) co_return same;
      if (same.get() == Value::boolean(true)) continue;
      Ref answer = co_await compare(left, right, Comparison::Lt);
      if (answer && !answer.get().is_bool()) co_return co_await truth_of(answer);
      co_return answer;
    }
    co_return Value::boolean(x->size < y->size);
  }
  bool one_class = keys.one_class && !keys.tuples;
  Value method = one_class ? find_special(type_of(a), Special::lt) : Value();
  if (is<Function>(method)) {
    CO_TRY(answer, call(method, a, b));
    if (answer.get() != Value::not_implemented()) co_return co_await truth_of(answer);
  }
  Ref answer = co_await compare(a, b, Comparison::Lt);
  if (answer && !answer.get().is_bool()) co_return co_await truth_of(answer);
  co_return answer;
}

// less = a < b, or leaves with what is pending. Only for sort_items.
#define AWAITSCOPE_LESS(less, a, b)                        \
  {                                                        \
    Ref answer = co_await is_less((a).key, (b).key, keys); \
    if (answer.is_null()) co_return answer;                \
    less = answer.get() == Value::boolean(true);           \
  }

// The run that is there at `start`: ascending, or descending all the way, which is turned round.
static Native find_run(std::vector<Item>& items, size_t start, Keys& keys, size_t& length) {
  size_t count = items.size();
  length = 1;
  if (start + 1 >= count) co_return Value::none();
  bool descending = false, less = false;
  AWAITSCOPE_LESS(descending, items[start + 1], items[start]);
  length = 2;
  while (start + length < count) {
    AWAITSCOPE_LESS(less, items[start + length], items[start + length - 1]);
    if (less != descending) break;
    ++length;
  }
  if (descending) std::reverse(items.begin() + long(start), items.begin() + long(start + length));
  co_return Value::none();
}

// The same since 3.13: a descending one may have equal items, which keep their order, and goes on
// as an ascending one where it can.
static Native find_longer_run(std::vector<Item>& items, size_t start, Keys& keys, size_t& length) {
  const size_t most = items.size() - start;
  auto at = items.begin() + long(start);
  auto turn = [&](size_t from, size_t to) { std::reverse(at + long(from), at + long(to)); };
  bool less = false;
  for (length = 1; length < most; ++length) {
    AWAITSCOPE_LESS(less, at[long(length)], at[long(length) - 1]);
    if (less) break;
  }
  if (length == most) co_return Value::none();
  if (length > 1) {
    AWAITSCOPE_LESS(less, at[0], at[long(length) - 1]);
    if (less) co_return Value::none();
    turn(0, length);  // all equal so far
  }
  size_t equals = 0;  // of the last items, those that are equal to the one before
  for (++length; length < most; ++length) {
    AWAITSCOPE_LESS(less, at[long(length)], at[long(length) - 1]);
    if (less) {
      if (equals) turn(length - equals - 1, length);
      equals = 0;
      continue;
    }
    AWAITSCOPE_LESS(less, at[long(length) - 1], at[long(length)]);
    if (less) break;
    ++equals;
  }
  if (equals) turn(length - equals - 1, length);
  turn(0, length);
  for (; length < most; ++length) {
    AWAITSCOPE_LESS(less, at[long(length)], at[long(length) - 1]);
    if (less) break;
  }
  co_return Value::none();
}

static Native sort_items(std::vector<Item>& items) {
  Keys keys = look_at(items);
  size_t count = items.size(), minimum = least_run(count);
  std::vector<Run> runs;
  std::vector<Item> left_part;
  size_t start = 0;
  while (start < count || runs.size() > 1) {
    if (start < count) {
      size_t length = 1;
      CO_TRY(found, (since(Version::V3_13) ? find_longer_run(items, start, keys, length)
                                           : find_run(items, start, keys, length)));
      // A short one is made longer, each item put where it belongs.
      size_t wanted = std::min(minimum, count - start);
      for (; length < wanted; ++length) {
        size_t low = start, high = start + length;
        while (low < high) {
          size_t middle = low + (high - low) / 2;
          bool less;
          AWAITSCOPE_LESS(less, items[start + length], items[middle]);
          if (less) {
            high = middle;
          } else {
            low = middle + 1;
          }
        }
        std::rotate(items.begin() + long(low), items.begin() + long(start + length),
                    items.begin() + long(start + length) + 1);
      }
      runs.push_back({start, length});
      start += length;
    }
    while (size_t which = runs_to_merge(runs, start == count)) {
      size_t at = runs.size() - which;
      Run left = runs[at], right = runs[at + 1];
      left_part.assign(std::make_move_iterator(items.begin() + long(left.start)),
                       std::make_move_iterator(items.begin() + long(right.start)));
      size_t from_left = 0, from_right = right.start, to = left.start,
             end = right.start + right.length;
      while (from_left < left_part.size() && from_right < end) {
        bool less = false;
        {
          Ref a = items[from_right].key, b = left_part[from_left].key;
          Ref answer = co_await is_less(a, b, keys);
          if (answer.is_null()) {  // put back what is not in its place yet
            std::move(left_part.begin() + long(from_left), left_part.end(),
                      items.begin() + long(to));
            co_return answer;
          }
          less = answer.get() == Value::boolean(true);
        }
        items[to++] = std::move(less ? items[from_right++] : left_part[from_left++]);
      }
      std::move(left_part.begin() + long(from_left), left_part.end(), items.begin() + long(to));
      runs[at].length += right.length;
      runs.erase(runs.begin() + long(at) + 1);
    }
  }
  co_return Value::none();
}
#undef AWAITSCOPE_LESS

// The items of a list that is empty while it is being sorted, as a program that looks will see in
// CPython too. They go back also if the run ends meanwhile.
struct TakenItems {
  explicit TakenItems(Ref from)
      : owner(std::move(from)),
        storage(std::exchange(list()->items, nullptr)),
        size(std::exchange(list()->size, 0)),
        capacity(std::exchange(list()->capacity, 0)) {}
  TakenItems(const TakenItems&) = delete;
  ~TakenItems() { put_back(); }

  // False: somebody has put something into the list meanwhile, which is lost.
  bool put_back() {
    if (!owner) return true;
    const bool unchanged = !list()->items && !list()->size;
    if (!unchanged) list_clear(list());
    list()->items = storage;
    list()->size = size;
    list()->capacity = capacity;
    owner = Ref();
    return unchanged;
  }
  List* list() const { return as<List>(owner); }

  Ref owner;
  Value* storage;
  uint32_t size, capacity;
};

Native sort_list(Ref list_ref, Ref key, bool reverse) {
  TakenItems taken(list_ref);
  const uint32_t size = taken.size;
  std::vector<Ref> keys;
  keys.reserve(size);
  bool ok = true;
  for (uint32_t i = 0; i < size && ok; ++i) {
    Ref found = taken.storage[i];
    if (!key.get().is_none()) found = co_await call(key, taken.storage[i]);
    ok = bool(found);
    keys.push_back(std::move(found));
  }
  std::vector<uint32_t> order;
  if (ok && size > 1 && !key.get().is_none()) order = order_fast(keys, reverse);
  if (!order.empty()) {
    std::vector<Value> sorted;
    sorted.reserve(size);
    for (uint32_t place : order) sorted.push_back(taken.storage[place]);
    std::copy(sorted.begin(), sorted.end(), taken.storage);
  } else if (ok && size > 1) {
    std::vector<Item> items;
    items.reserve(size);
    for (uint32_t i = 0; i < size; ++i) items.push_back({keys[i], Ref(taken.storage[i])});
    if (reverse) std::reverse(items.begin(), items.end());
    Ref done = co_await sort_items(items);
    ok = bool(done);
    if (reverse) std::reverse(items.begin(), items.end());
    for (uint32_t i = 0; i < size; ++i) taken.storage[i] = items[i].value;
  }
  const bool unchanged = taken.put_back();
  contents_changed(as<List>(list_ref));
  if (!ok) co_return Ref();
  if (!unchanged) co_return raise_value_error({"list modified during sort"});
  co_return Value::none();
}

}  // namespace awaitscope
