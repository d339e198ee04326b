#include "engine/objects/items.h"

#include <cstring>
#include <vector>

#include "engine/objects/change.h"
#include "engine/objects/iterators.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"

namespace awaitscope {

namespace {

enum class Lookup : uint8_t { Ok, Failed, Ask };

bool has_index(Value key) { return bool(find_special(type_of(key), Special::index)); }

// key as a place in a sequence; `what` as in "list indices must be ...".
Lookup place_of(Value key, int64_t size, std::string_view what, std::string_view out_of_range,
                int64_t& at) {
  if (key.is_int()) {
    at = key.as_int();
  } else if (is_integer(key)) {
    if (!as_int64(key, at)) {
      raise_error(types.IndexError,
                  concat({"cannot fit '", type_name(key), "' into an index-sized integer"}));
      return Lookup::Failed;
    }
  } else if (has_index(key)) {
    return Lookup::Ask;
  } else {
    raise_type_error({what, " indices must be integers or slices, not ", type_name(key)});
    return Lookup::Failed;
  }
  if (at < 0) at += size;
  if (at >= 0 && at < size) return Lookup::Ok;
  raise_error(types.IndexError, out_of_range);
  return Lookup::Failed;
}

Ref answer(Lookup lookup) { return lookup == Lookup::Ask ? try_coroutine() : Ref(); }

Ref sequence_item(Value key, std::span<const Value> items, std::string_view what,
                  std::string_view error) {
  int64_t at;
  Lookup lookup = place_of(key, int64_t(items.size()), what, error, at);
  return lookup == Lookup::Ok ? Ref(items[size_t(at)]) : answer(lookup);
}

Ref range_item(const Range* range, Value key) {
  int64_t length = range_length(range);
  if (auto* slice = as_if<Slice>(key)) {
    SliceIndices at;
    if (!slice_indices(slice, length, at)) return {};
    return new_range(range->start + at.start * range->step, range->start + at.stop * range->step,
                     range->step * at.step);
  }
  int64_t at;
  Lookup lookup = place_of(key, length, "range", "range object index out of range", at);
  return lookup == Lookup::Ok ? new_int(range->start + at * range->step) : answer(lookup);
}

Ref dict_item(const Dict* dict, Value key) {
  if (keys_need_python(dict) || !(is_plain_key(key) || !needs_python(key))) return try_coroutine();
  uint64_t hash;
  if (!hash_dict_key(key, hash)) return {};
  int32_t at = dict_lookup(dict, key, hash);
  if (at >= 0) return dict->entries[at].value;
  if (dict->type->detail & Type::kHeap && find_special(dict->type, Special::missing)) {
    return try_coroutine();
  }
  return raise_error(types.KeyError, key);
}

// list[start:stop:step] = items of any step but 1.
Ref set_extended_slice(List* list, const SliceIndices& at, std::span<const Value> items) {
  if (int64_t(items.size()) != at.count) return wrong_slice_size(items.size(), at.count);
  std::vector<Value> old;
  for (size_t i = 0; i < items.size(); ++i) {
    retain(items[i]);
    old.push_back(std::exchange(list->items[at.start + int64_t(i) * at.step], items[i]));
  }
  contents_changed(list);
  for (Value value : old) release(value);
  return Value::none();
}

Ref delete_slice(List* list, const SliceIndices& at) {
  if (at.count <= 0) return Value::none();
  if (at.step == 1) {
    list_splice(list, at.start, at.stop, {});
    return Value::none();
  }
  int64_t step = at.step, first = at.start;
  if (step < 0) {
    first = at.start + (at.count - 1) * step;
    step = -step;
  }
  std::vector<Value> old;
  uint32_t kept = uint32_t(first);
  for (int64_t i = first; i < list->size; ++i) {
    bool goes = (i - first) % step == 0 && (i - first) / step < at.count;
    if (goes) {
      old.push_back(list->items[i]);
    } else {
      list->items[kept++] = list->items[i];
    }
  }
  list->size = kept;
  contents_changed(list);
  for (Value value : old) release(value);
  return Value::none();
}

Ref set_list_item(List* list, Value key, Value value) {
  if (auto* slice = as_if<Slice>(key)) {
    if (needs_index(key)) return try_coroutine();
    SliceIndices at;
    if (!slice_indices(slice, list->size, at)) return {};
    if (!value) return delete_slice(list, at);
    std::span<const Value> items;
    if (!items_of(value, items)) return try_coroutine();
    Ref keep;  // list[:] = list
    if (value == Value::of(list)) {
      keep = new_list(items);
      items_of(keep, items);
    }
    if (at.step != 1) return set_extended_slice(list, at, items);
    list_splice(list, at.start, at.stop < at.start ? at.start : at.stop, items);
    return Value::none();
  }
  int64_t at;
  Lookup lookup = place_of(key, list->size, "list", "list assignment index out of range", at);
  if (lookup != Lookup::Ok) return answer(lookup);
  if (!value) {
    list_pop(list, at);
    return Value::none();
  }
  retain(value);
  Value old = std::exchange(list->items[at], value);
  contents_changed(list);
  release(old);
  return Value::none();
}

Ref set_dict_item(Dict* dict, Value key, Value value) {
  if (keys_need_python(dict) || !(is_plain_key(key) || !needs_python(key))) return try_coroutine();
  uint64_t hash;
  if (!hash_key_to_change(dict, key, hash)) return {};
  if (value) {
    int32_t at = dict_lookup(dict, key, hash);
    if (at < 0) {
      dict_insert_new(dict, hash, key, value);
    } else {
      dict_set_entry(dict, at, value);
    }
    return Value::none();
  }
  int32_t at = dict_lookup(dict, key, hash);
  if (at < 0) return raise_error(types.KeyError, key);
  dict_delete_entry(dict, at);
  return Value::none();
}

Ref in_items(std::span<const Value> items, Value item) {
  for (Value other : items) {
    int same = equal_fast(other, item);
    if (same < 0) return try_coroutine();
    if (same) return Value::boolean(true);
  }
  return Value::boolean(false);
}

Ref in_range(const Range* range, Value item) {
  int64_t wanted;
  if (!is_integer(item)) {
    if (auto* number = as_if<Float>(item)) {
      if (!(number->value >= -9e18 && number->value <= 9e18)) return Value::boolean(false);
      wanted = int64_t(number->value);
      if (double(wanted) != number->value) return Value::boolean(false);
    } else if (item.is_object() && item.object()->type->detail & Type::kHeap) {
      return try_coroutine();
    } else {
      return Value::boolean(false);
    }
  } else if (!as_int64(item, wanted)) {
    return Value::boolean(false);
  }
  bool inside = range->step > 0 ? wanted >= range->start && wanted < range->stop
                                : wanted <= range->start && wanted > range->stop;
  return Value::boolean(inside && (wanted - range->start) % range->step == 0);
}

}  // namespace

Ref wrong_slice_size(size_t given, int64_t wanted) {
  return raise_value_error({"attempt to assign sequence of size ", std::to_string(given),
                            " to extended slice of size ", std::to_string(wanted)});
}

bool items_of(Value sequence, std::span<const Value>& items) {
  if (auto* list = as_if<List>(sequence)) {
    items = {list->items, list->size};
  } else if (auto* tuple = as_if<Tuple>(sequence)) {
    items = {tuple->items, tuple->size};
  } else {
    return false;
  }
  return true;
}

bool needs_index(Value key) {
  auto* slice = as_if<Slice>(key);
  if (!slice) return key.is_object() && !is_integer(key) && has_index(key);
  for (Value bound : {slice->start, slice->stop, slice->step}) {
    if (!bound.is_none() && !is_integer(bound) && has_index(bound)) return true;
  }
  return false;
}

Ref list_slice(const List* list, const SliceIndices& at) {
  Ref result = new_list();
  auto* slice = as<List>(result);
  if (at.count <= 0) return result;
  slice->items = static_cast<Value*>(heap::allocate(size_t(at.count) * sizeof(Value)));
  slice->size = slice->capacity = uint32_t(at.count);
  for (int64_t i = 0; i < at.count; ++i) {
    slice->items[i] = list->items[at.start + i * at.step];
    retain(slice->items[i]);
  }
  return result;
}

Ref tuple_slice(const Tuple* tuple, const SliceIndices& at) {
  if (at.count == tuple->size && at.step == 1 && tuple->type == types.tuple)
    return Value::of(tuple);
  Tuple* slice = new_tuple_uninitialized(uint32_t(at.count));
  for (int64_t i = 0; i < at.count; ++i) {
    slice->items[i] = tuple->items[at.start + i * at.step];
    retain(slice->items[i]);
  }
  return Ref::adopt(slice);
}

void list_splice(List* list, int64_t start, int64_t stop, std::span<const Value> items) {
  std::vector<Value> old(list->items + start, list->items + stop);
  int64_t growth = int64_t(items.size()) - (stop - start);
  uint32_t size = uint32_t(list->size + growth);
  if (size > list->capacity) {
    uint32_t capacity = (size + (size >> 3) + 6) & ~3u;
    list->items = static_cast<Value*>(
        heap::resize(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value)));
    list->capacity = capacity;
  }
  if (growth != 0 && list->size > stop) {
    memmove(list->items + stop + growth, list->items + stop,
            (list->size - size_t(stop)) * sizeof(Value));
  }
  for (size_t i = 0; i < items.size(); ++i) {
    retain(items[i]);
    list->items[size_t(start) + i] = items[i];
  }
  list->size = size;
  contents_changed(list);
  for (size_t i = old.size(); i-- > 0;) release(old[i]);
}

Ref get_item_by_layout(Value container, Value key) {
  switch (container.object()->kind) {
    case Kind::List: {
      auto* list = as<List>(container);
      if (auto* slice = as_if<Slice>(key)) {
        if (needs_index(key)) return try_coroutine();
        SliceIndices at;
        return slice_indices(slice, list->size, at) ? list_slice(list, at) : Ref();
      }
      return sequence_item(key, {list->items, list->size}, "list", "list index out of range");
    }
    case Kind::Tuple: {
      auto* tuple = as<Tuple>(container);
      if (auto* slice = as_if<Slice>(key)) {
        if (needs_index(key)) return try_coroutine();
        SliceIndices at;
        return slice_indices(slice, tuple->size, at) ? tuple_slice(tuple, at) : Ref();
      }
      return sequence_item(key, {tuple->items, tuple->size}, "tuple", "tuple index out of range");
    }
    case Kind::Dict: return dict_item(as<Dict>(container), key);
    case Kind::Str:
    case Kind::Bytes: return needs_index(key) ? try_coroutine() : text_get_item(container, key);
    case Kind::Range:
      return needs_index(key) ? try_coroutine() : range_item(as<Range>(container), key);
    default: return try_coroutine();
  }
}

Ref set_item_by_layout(Value container, Value key, Value value) {
  switch (container.object()->kind) {
    case Kind::List: return set_list_item(as<List>(container), key, value);
    case Kind::Dict: return set_dict_item(as<Dict>(container), key, value);
    default: return try_coroutine();
  }
}

Ref contains_by_layout(Value container, Value item) {
  switch (container.object()->kind) {
    case Kind::List:
    case Kind::Tuple: {
      std::span<const Value> items;
      items_of(container, items);
      return in_items(items, item);
    }
    case Kind::Dict: {
      auto* dict = as<Dict>(container);
      if (needs_python(dict, item)) return try_coroutine();
      uint64_t hash;
      if (!hash_dict_key(item, hash)) return {};
      return Value::boolean(dict_lookup(dict, item, hash) >= 0);
    }
    case Kind::Set: {
      auto* set = as<Set>(container);
      if (needs_python(set, item)) return try_coroutine();
      uint64_t hash;
      auto* other = as_if<Set>(item);
      if (other && !(other->detail & kFrozen)) {
        hash = hash_set_by_layout(other);  // looked for as the frozenset with the same elements
      } else if (!hash_element(item, hash)) {
        return {};
      }
      return Value::boolean(set_lookup(set, item, hash) >= 0);
    }
    case Kind::Str:
    case Kind::Bytes: return text_contains(container, item);
    case Kind::Range: return in_range(as<Range>(container), item);
    default: return try_coroutine();
  }
}

bool length_by_layout(Value container, int64_t& length) {
  Object* object = container.object();
  switch (object->kind) {
    case Kind::Str: length = static_cast<Str*>(object)->length; return true;
    case Kind::Bytes: length = static_cast<Bytes*>(object)->size; return true;
    case Kind::List: length = static_cast<List*>(object)->size; return true;
    case Kind::Tuple: length = static_cast<Tuple*>(object)->size; return true;
    case Kind::Dict: length = static_cast<Dict*>(object)->used; return true;
    case Kind::Set: length = static_cast<Set*>(object)->used; return true;
    case Kind::Range: length = range_length(static_cast<Range*>(object)); return true;
    case Kind::Native: {
      Type* type = object->type;
      if (type != types.dict_keys && type != types.dict_values && type != types.dict_items)
        return false;
      length = as<Dict>(static_cast<DictView*>(object)->dict)->used;
      return true;
    }
    default: return false;
  }
}

Ref get_item_fast(Value container, Value key) {
  if (!container.is_object() || overrides(container.object(), Special::getitem))
    return try_coroutine();
  return get_item_by_layout(container, key);
}

Ref set_item_fast(Value container, Value key, Value value) {
  if (!container.is_object() ||
      overrides(container.object(), value ? Special::setitem : Special::delitem)) {
    return try_coroutine();
  }
  return set_item_by_layout(container, key, value);
}

Ref contains_fast(Value container, Value item) {
  if (!container.is_object() || overrides(container.object(), Special::contains))
    return try_coroutine();
  return contains_by_layout(container, item);
}

bool length_fast(Value value, int64_t& length) {
  if (!value.is_object() || overrides(value.object(), Special::len)) return false;
  return length_by_layout(value, length);
}

}  // namespace awaitscope
