#pragma once
// Synchronisation primitives, as far as others of asyncio's own need them. Not for other layers.

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Futures that wait in line.
struct Waiters {
  std::deque<Ref> line;
  void remove(Value future);
  bool any_not_cancelled() const;
  // Wakes the first that is not done yet; false where there is none.
  bool wake_first(Value result);
};

Ref new_event(bool set);
bool event_is_set(Value event);
void event_set(Value event);
void event_clear(Value event);
Native event_wait(Ref event);

// A type of ours with state in T: `__new__` and methods in `methods`.
template <class T>
Type* native_type(const char* name, std::span<const NativeDefinition> methods,
                  Type* base = nullptr) {
  TypeSpec spec;
  spec.name = name;
  spec.base = base;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(T);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.methods = methods;
  spec.destroy = destroy_native<T>;
  return new_builtin_type(spec);
}

void register_sync();
void register_queues();
void register_waiting();
void register_runner();
void fill_sync(Dict* module);
void fill_queues(Dict* module);
void fill_waiting(Dict* module);
void fill_runner(Dict* module);

}  // namespace awaitscope
