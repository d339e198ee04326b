// Tuples, lists and cells: making them and what the machine itself does to them.

#include <cstring>

#include "engine/objects/change.h"
#include "engine/objects/containers.h"
#include "engine/objects/raise.h"

namespace awaitscope {

Tuple* new_tuple_uninitialized(uint32_t size) {
  if (size == 0) {
    static Tuple* const empty =
        make_object<Tuple>(types.tuple);  // there is only one, as in CPython
    retain(static_cast<Object*>(empty));
    return empty;
  }
  auto* tuple = make_object<Tuple>(types.tuple, (size - 1) * sizeof(Value));
  tuple->size = size;
  for (uint32_t i = 1; i < size; ++i) tuple->items[i] = Value{};
  return tuple;
}

void become_pair(Tuple* pair, Value first, Value second) {
  pair->detail = uint16_t(pair->detail & ~kWasShown);
  Ref old_first = Ref::adopt(std::exchange(pair->items[0], first));
  Ref old_second = Ref::adopt(std::exchange(pair->items[1], second));
}

Ref new_tuple(std::span<const Value> items) {
  Tuple* tuple = new_tuple_uninitialized(uint32_t(items.size()));
  for (size_t i = 0; i < items.size(); ++i) {
    retain(items[i]);
    tuple->items[i] = items[i];
  }
  return Ref::adopt(tuple);
}

Ref new_tuple(std::initializer_list<Value> items) {
  return new_tuple(std::span<const Value>(items.begin(), items.size()));
}

static void reserve(List* list, uint32_t wanted) {
  if (wanted <= list->capacity) return;
  uint32_t capacity = (wanted + (wanted >> 3) + 6) & ~3u;
  list->items = static_cast<Value*>(
      heap::resize(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value)));
  list->capacity = capacity;
}

Ref new_list(std::span<const Value> items) {
  auto* list = make_object<List>(types.list);
  if (!items.empty()) {
    list->items = static_cast<Value*>(heap::allocate(items.size_bytes()));
    list->size = list->capacity = uint32_t(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
      retain(items[i]);
      list->items[i] = items[i];
    }
  }
  return Ref::adopt(list);
}

void list_append(List* list, Value item) {
  retain(item);
  if (list->size == list->capacity) reserve(list, list->size + 1);
  list->items[list->size++] = item;
  contents_changed(list);
}

void list_insert(List* list, int64_t at, Value item) {
  if (at < 0) at = at + list->size < 0 ? 0 : at + list->size;
  if (at > list->size) at = list->size;
  reserve(list, list->size + 1);
  memmove(list->items + at + 1, list->items + at, (list->size - size_t(at)) * sizeof(Value));
  retain(item);
  list->items[at] = item;
  ++list->size;
  contents_changed(list);
}

Ref list_pop(List* list, int64_t at) {
  if (at < 0) at += list->size;
  assert(at >= 0 && at < list->size);
  Ref item = Ref::adopt(list->items[at]);
  --list->size;
  memmove(list->items + at, list->items + at + 1, (list->size - size_t(at)) * sizeof(Value));
  if (list->size < list->capacity / 4) {
    uint32_t capacity = list->size ? list->size * 2 : 0;
    list->items = static_cast<Value*>(
        heap::resize(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value)));
    list->capacity = capacity;
  }
  contents_changed(list);
  return item;
}

void list_clear(List* list) {
  Value* items = std::exchange(list->items, nullptr);
  uint32_t size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);
  contents_changed(list);
  while (size > 0) release(items[--size]);
  heap::release(items, capacity * sizeof(Value));
}

Ref new_cell(Value content) {
  auto* cell = make_object<Cell>(types.cell);
  retain(content);
  cell->content = content;
  return Ref::adopt(cell);
}

}  // namespace awaitscope
