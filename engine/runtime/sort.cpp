#include "engine/runtime/sort.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/runtime/change.h"
#include "engine/runtime/containers.h"
#include "engine/runtime/numbers.h"
#include "engine/runtime/text.h"

namespace awaitscope {

namespace {

enum class Sort : uint8_t { Ints, Floats, Texts, Others };

Sort sort_of(Value value) {
  if (value.is_int()) return Sort::Ints;
  if (!value.is_object()) return Sort::Others;
  Type* type = value.object()->type;
  if (type == types.str) return Sort::Texts;
  if (type == types.float_ && !std::isnan(float_of(value))) return Sort::Floats;
  return Sort::Others;
}

template <class Less>
void sort_values(Value* first, Value* last, bool reverse, Less less) {
  if (reverse) std::reverse(first, last);
  std::stable_sort(first, last, less);
  if (reverse) std::reverse(first, last);
}

}  // namespace

bool sort_quickly(List* list, bool reverse) {
  if (list->size < 2) return true;
  Value *first = list->items, *last = list->items + list->size;
  Sort sort = sort_of(*first);
  if (sort == Sort::Others) return false;
  for (Value* at = first; at != last; ++at) {
    if (sort_of(*at) != sort) return false;
  }
  if (sort == Sort::Ints) {
    sort_values(first, last, reverse, [](Value a, Value b) { return a.as_int() < b.as_int(); });
  } else if (sort == Sort::Floats) {
    sort_values(first, last, reverse, [](Value a, Value b) { return float_of(a) < float_of(b); });
  } else {
    sort_values(first, last, reverse,
                [](Value a, Value b) { return compare_text(as<Str>(a), as<Str>(b)) < 0; });
  }
  touched(list);
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
  bool out_of_balance = (n >= 3 && a <= b + c) ||
                        (n >= 4 && runs[n - 4].length <= a + b);
  if (out_of_balance || last) return n >= 3 && a < c ? 3 : 2;
  return b <= c ? 2 : 0;
}

}  // namespace

// less = a < b, or leaves with what is pending. Only for sort_items.
#define AWAITSCOPE_LESS(less, a, b)                                       \
  {                                                                       \
    Ref left = (a).key, right = (b).key;                                  \
    Ref answer = co_await compare(left, right, Comparison::Lt);           \
    if (answer && !answer.get().is_bool()) answer = co_await truth_of(answer); \
    if (answer.is_null()) co_return answer;                               \
    less = answer.get() == Value::boolean(true);                          \
  }

static Native sort_items(std::vector<Item>& items) {
  size_t count = items.size(), minimum = least_run(count);
  std::vector<Run> runs;
  std::vector<Item> left_part;
  size_t start = 0;
  while (start < count || runs.size() > 1) {
    if (start < count) {
      // The run that is there: ascending, or descending all the way, which is turned round.
      size_t length = 1;
      bool descending = false;
      if (start + 1 < count) {
        AWAITSCOPE_LESS(descending, items[start + 1], items[start]);
        length = 2;
        while (start + length < count) {
          bool less;
          AWAITSCOPE_LESS(less, items[start + length], items[start + length - 1]);
          if (less != descending) break;
          ++length;
        }
        if (descending) std::reverse(items.begin() + long(start), items.begin() + long(start + length));
      }
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
      size_t from_left = 0, from_right = right.start, to = left.start, end = right.start + right.length;
      while (from_left < left_part.size() && from_right < end) {
        bool less = false;
        {
          Ref a = items[from_right].key, b = left_part[from_left].key;
          Ref answer = co_await compare(a, b, Comparison::Lt);
          if (answer && !answer.get().is_bool()) answer = co_await truth_of(answer);
          if (answer.is_null()) {  // put back what is not in its place yet
            std::move(left_part.begin() + long(from_left), left_part.end(), items.begin() + long(to));
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

Native sort_list(Ref list_ref, Ref key, bool reverse) {
  auto* list = as<List>(list_ref);
  // The list is empty while it is being sorted, as a program that looks will see in CPython too.
  Value* storage = std::exchange(list->items, nullptr);
  uint32_t size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);
  std::vector<Item> items;
  items.reserve(size);
  Ref failed;
  for (uint32_t i = 0; i < size; ++i) {
    items.push_back({Ref(), Ref(storage[i])});
    if (key.get().is_none()) items.back().key = items.back().value;
  }
  bool ok = true;
  if (!key.get().is_none()) {
    for (Item& item : items) {
      item.key = co_await call(key, item.value);
      if (item.key.is_null()) {
        ok = false;
        break;
      }
    }
  }
  if (ok && size > 1) {
    if (reverse) std::reverse(items.begin(), items.end());
    Ref done = co_await sort_items(items);
    ok = bool(done);
    if (reverse) std::reverse(items.begin(), items.end());
  }
  for (uint32_t i = 0; i < size; ++i) storage[i] = items[i].value;
  bool changed = list->items || list->size;
  if (changed) list_clear(list);
  list->items = storage;
  list->size = size;
  list->capacity = capacity;
  touched(list);
  if (!ok) co_return Ref();
  if (changed) co_return raise_value_error({"list modified during sort"});
  co_return Value::none();
}

}  // namespace awaitscope
