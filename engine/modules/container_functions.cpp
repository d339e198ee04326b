#include "engine/modules/container_functions.h"

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/machine/keyed.h"
#include "engine/machine/native.h"
#include "engine/objects/change.h"
#include "engine/objects/containers.h"
#include "engine/objects/items.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

// --- places ---

// What a container's [] takes: the integer that a value is, or that its __index__ gives.
Native place(Args args) {
  CO_TRY(index, resolve_index(args[0]));
  int64_t number;
  if (as_int64(index, number)) co_return index;
  co_return raise_error(types.IndexError, concat({"cannot fit '", type_name(args[0]),
                                                  "' into an index-sized integer"}));
}

// What list.index() takes as a bound: clipped to what an index can be.
Native bound(Args args) {
  if (!is_integer(args[0]) && !needs_index(args[0])) {
    co_return raise_type_error({"slice indices must be integers or have an __index__ method"});
  }
  CO_TRY(index, resolve_index(args[0]));
  int64_t number;
  if (as_int64(index, number)) co_return index;
  co_return Value::of_int(as<BigInt>(index)->negative ? Value::kMinInt : Value::kMaxInt);
}

// --- Counter ---

// One more of a key; false: nothing was done, since code of the program has to run, or fails.
bool count_fast(Dict* dict, Value key) {
  uint64_t hash;
  if (needs_python(dict, key)) return false;
  if (!hash_key(key, hash)) {
    take_pending();
    return false;
  }
  int32_t at = dict_lookup(dict, key, hash);
  if (at < 0) {
    dict_insert_new(dict, hash, key, Value::of_int(1));
    return true;
  }
  Value number = dict->entries[at].value;
  if (!number.is_int() || number.as_int() == Value::kMaxInt) return false;
  dict_set_entry(dict, at, Value::of_int(number.as_int() + 1));
  return true;
}

// Counts the items of an iterable in a dict; each is hashed once.
Native count_elements(Args args) {
  Ref dict = args[0];
  CO_TRY(iterator, iterator_of(args[1]));
  for (;;) {
    Ref key = co_await next_of(iterator);
    if (!key) co_return is_pending() ? Ref() : Ref(Value::none());
    if (count_fast(as<Dict>(dict), key)) continue;
    uint64_t hash;
    Ref answer = co_await hash_of(key);
    if (!answer || !hash_from(answer, hash)) co_return Ref();
    CO_TRY(at, find_entry(dict, key, hash));
    Ref number = Value::of_int(1);
    if (at.get().as_int() >= 0) {
      Ref before = as<Dict>(dict)->entries[at.get().as_int()].value;
      number = co_await binary_operation(before, number, uint32_t(BinaryOperator::Add));
      if (!number) co_return Ref();
    }
    CO_TRY(done, store_entry(dict, key, hash, number));
  }
}

// --- heaps ---

// Those with the largest first are heaps where a < b is b < a.
template <bool largest>
Native is_less(Ref a, Ref b) {
  Ref answer =
      largest ? co_await compare(b, a, Comparison::Lt) : co_await compare(a, b, Comparison::Lt);
  if (answer && !answer.get().is_bool()) answer = co_await truth_of(answer);
  co_return answer;
}

Ref changed_size() { return raise_runtime_error({"list changed size during iteration"}); }
Ref out_of_range() { return raise_error(types.IndexError, "index out of range"); }

void swap_items(List* list, uint32_t a, uint32_t b) {
  std::swap(list->items[a], list->items[b]);
  contents_changed(list);
}

// An item goes towards the start, until its parent is no larger.
template <bool largest>
Native sift_down(Ref heap, uint32_t start, uint32_t at) {
  auto* list = as<List>(heap);
  uint32_t size = list->size;
  if (at >= size) co_return out_of_range();
  while (at > start) {
    uint32_t parent = (at - 1) >> 1;
    Ref item = list->items[at];  // dies after the parent, should nobody else have them any more
    Ref less = co_await is_less<largest>(item, list->items[parent]);
    item = Ref();
    if (!less) co_return Ref();
    if (list->size != size) co_return changed_size();
    if (less.get() == Value::boolean(false)) break;
    swap_items(list, at, parent);
    at = parent;
  }
  co_return Value::none();
}

// An item goes to a leaf, always in place of its smaller child, and from there to where it belongs.
template <bool largest>
Native sift_up(Ref heap, uint32_t at) {
  auto* list = as<List>(heap);
  uint32_t size = list->size, start = at;
  if (at >= size) co_return out_of_range();
  while (at < size / 2) {
    uint32_t child = 2 * at + 1;
    if (child + 1 < size) {
      CO_TRY(less, is_less<largest>(list->items[child], list->items[child + 1]));
      if (list->size != size) co_return changed_size();
      if (less.get() == Value::boolean(false)) ++child;
    }
    swap_items(list, at, child);
    at = child;
  }
  co_return co_await sift_down<largest>(heap, start, at);
}

bool is_heap(Value value, std::string_view function, bool only = true) {
  if (is<List>(value)) return true;
  raise_type_error(
      {function, "() argument ", only ? "" : "1 ", "must be list, not ", type_name(value)});
  return false;
}

// The first item, in whose place there is another now.
template <bool largest>
Native replace_first(Ref heap, Ref item) {
  auto* list = as<List>(heap);
  Ref first = Ref::adopt(std::exchange(list->items[0], item.take()));
  contents_changed(list);
  Ref done = co_await sift_up<largest>(heap, 0);
  co_return done ? first : Ref();
}

Native heappush(Args args) {
  if (!is_heap(args[0], "heappush", false)) co_return Ref();
  auto* list = as<List>(args[0]);
  list_append(list, args[1]);
  co_return co_await sift_down<false>(args[0], 0, list->size - 1);
}

template <bool largest>
Native heappop(Args args) {
  if (!is_heap(args[0], "heappop")) co_return Ref();
  auto* list = as<List>(args[0]);
  if (!list->size) co_return out_of_range();
  Ref last = list_pop(list, list->size - 1);
  if (!list->size) co_return last;
  co_return co_await replace_first<largest>(args[0], std::move(last));
}

template <bool largest>
Native heapreplace(Args args) {
  if (!is_heap(args[0], "heapreplace", false)) co_return Ref();
  if (!as<List>(args[0])->size) co_return out_of_range();
  co_return co_await replace_first<largest>(args[0], args[1]);
}

Native heappushpop(Args args) {
  if (!is_heap(args[0], "heappushpop", false)) co_return Ref();
  auto* list = as<List>(args[0]);
  if (!list->size) co_return args[1];
  CO_TRY(less, is_less<false>(list->items[0], args[1]));
  if (less.get() == Value::boolean(false)) co_return args[1];
  if (!list->size) co_return out_of_range();
  co_return co_await replace_first<false>(args[0], args[1]);
}

template <bool largest>
Native heapify(Args args) {
  if (!is_heap(args[0], "heapify")) co_return Ref();
  for (uint32_t at = as<List>(args[0])->size / 2; at-- > 0;) {
    CO_TRY(done, sift_up<largest>(args[0], at));
  }
  co_return Value::none();
}

// --- bisect ---

// A dict; one of a class of the program's is asked all the same.
bool is_no_sequence(Value value) {
  uint16_t flags = type_of(value)->detail & (Type::kHeap | Type::kFullName);
  return is<Dict>(value) && flags != Type::kHeap;
}
Ref no_sequence(Value value) { return raise_type_error({type_name(value), " is not a sequence"}); }

// Where an item goes in a sorted sequence; the key of the item is given, where there are keys.
template <bool left>
Native search(Ref sequence, Ref item, int64_t low, int64_t high, Ref key) {
  if (low < high && !find_special(type_of(sequence), Special::getitem)) {
    co_return raise_type_error({"'", type_name(sequence), "' object does not support indexing"});
  }
  if (low < high && is_no_sequence(sequence)) co_return no_sequence(sequence);
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Ref there = co_await get_item(sequence, Value::of_int(middle));
    if (there && !key.get().is_none()) there = co_await call(key, there);
    if (!there) co_return Ref();
    Ref answer = left ? co_await compare(there, item, Comparison::Lt)
                      : co_await compare(item, there, Comparison::Lt);
    if (answer && !answer.get().is_bool()) answer = co_await truth_of(answer);
    if (!answer) co_return Ref();
    if ((answer.get() == Value::boolean(true)) == left) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  co_return Value::of_int(low);
}

// (a, x, lo=0, hi=None, *, key=None)
template <bool left, bool inserts>
Native bisect(Args args) {
  CO_TRY(low, resolve_index(args[2]), high = args[3]);
  if (!high.get().is_none()) {
    if (!is_integer(high) && !needs_index(high)) {
      co_return raise_type_error(
          {"argument should be integer or None, not '", type_name(high), "'"});
    }
    high = co_await resolve_index(high);
    if (!high) co_return Ref();
  }
  int64_t first = 0, last = -1;
  if (!as_int64(low, first) || (!high.get().is_none() && !as_int64(high, last))) {
    co_return raise_error(types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  Ref item = args[1];
  if (inserts && !args[4].is_none()) {
    item = co_await call(args[4], item);
    if (!item) co_return Ref();
  }
  if (first < 0) co_return raise_value_error({"lo must be non-negative"});
  if (last == -1) {
    if (is_no_sequence(args[0])) co_return no_sequence(args[0]);
    CO_TRY(length, length_of(args[0]));
    last = length.get().as_int();
  }
  Ref place = co_await search<left>(args[0], item, first, last, args[4]);
  if (!inserts || !place) co_return place;
  if (type_of(args[0]) == types.list) {
    list_insert(as<List>(args[0]), place.get().as_int(), args[1]);
    co_return Value::none();
  }
  Ref done = co_await call_method(args[0], intern("insert"), place, args[1]);
  co_return done ? Ref(Value::none()) : Ref();
}

// --- deques ---

// A list whose items die from the first to the last, unlike those of other lists.
Ref list_for_deque(Args&) {
  Ref list = new_list();
  list.get().object()->detail |= kDiesForwards;
  return list;
}

const NativeDefinition kContainerFunctions[] = {
    function("list_for_deque", "()", list_for_deque),
    function("place", "(value, /)", place),
    function("bound", "(value, /)", bound),
    function("count_elements", "(mapping: dict, iterable, /)", count_elements),
    function("heappush", "(heap, item, /)", heappush),
    function("heappop", "(heap, /)", heappop<false>),
    function("heapreplace", "(heap, item, /)", heapreplace<false>),
    function("heappushpop", "(heap, item, /)", heappushpop),
    function("heapify", "(heap, /)", heapify<false>),
    function("heappop_largest", "(heap, /)", heappop<true>),
    function("heapreplace_largest", "(heap, item, /)", heapreplace<true>),
    function("heapify_largest", "(heap, /)", heapify<true>),
    function("bisect_left", "(a, x, lo=0, hi=None, *, key=None)", bisect<true, false>),
    function("bisect_right", "(a, x, lo=0, hi=None, *, key=None)", bisect<false, false>),
    function("insort_left", "(a, x, lo=0, hi=None, *, key=None)", bisect<true, true>),
    function("insort_right", "(a, x, lo=0, hi=None, *, key=None)", bisect<false, true>),
};

}  // namespace

void add_container_functions(Dict* module) {
  add_functions(module, "_engine", kContainerFunctions, std::size(kContainerFunctions));
  dict_set(module, intern("OrderedDict"), Value::of(ordered_dict_type()));
}

}  // namespace awaitscope
