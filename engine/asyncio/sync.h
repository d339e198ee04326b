#pragma once
// Synchronisation primitives, as far as others of asyncio's own need them. Not for other layers.

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Futures that wait in line.
struct Waiters {
  std::deque<Ref> line;
  Ref add(Value loop);  // a new future at the end of the line, for the task that runs
  void remove(Value future);
  bool any_not_cancelled() const;
  // Wakes the first that is not done yet; false where there is none.
  bool wake_first(Value result);
};

// Something that tasks wait at.
struct Primitive : NativeObject {
  PrimitiveKind what = PrimitiveKind::Event;
  uint32_t number = 0;           // of the object in the recording; 0: it is not shown
  Primitive* part_of = nullptr;  // a condition's own lock, a barrier's condition
  Ref loop;                      // the one that it was first waited for in: it serves no other
};
inline Primitive* primitive_of(Value v) { return static_cast<Primitive*>(v.object()); }

// The running loop, for a new waiter. Null: RuntimeError is pending, or, where nothing is, it
// belongs to another loop: wrong_loop() raises that.
Ref loop_for_waiting(Value primitive);
Native wrong_loop(Ref primitive);

// The recording hears of a new one, and of every change, as primitive_state.h has it.
void announce(Primitive* primitive);
void note_change(Primitive* primitive);
void put_queue_state(Packed::Writer& state, Primitive* queue);
void put_waiting(Packed::Writer& state, WaitingRole role, const Waiters& some);
inline void put_line(Packed::Writer& state, WaitingRole role, const Waiters& waiters) {
  if (!waiters.line.empty()) put_waiting(state, role, waiters);
}

Ref new_event(bool set);
bool event_is_set(Value event);
const Waiters& event_waiters(Value event);
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
  spec.slots.destroy = destroy_native<T>;
  return new_builtin_type(spec);
}

// The same for a Primitive, whose end is recorded.
void note_end(Primitive* primitive);
template <class T>
void destroy_primitive(Object* object) {
  if (!object->refcount) note_end(static_cast<T*>(object));
  destroy_native<T>(object);
}
template <class T>
Type* primitive_type(const char* name, std::span<const NativeDefinition> methods,
                     Type* base = nullptr) {
  TypeSpec spec;
  spec.name = name;
  spec.base = base;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(T);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.methods = methods;
  spec.slots.destroy = destroy_primitive<T>;
  return new_builtin_type(spec);
}
// A new one for `__new__`, of the type or of a class derived from it.
template <class T>
T* make_primitive(PrimitiveKind what, Type* type) {
  auto* made = make_object<T>(type, 0);
  made->what = what;
  return made;
}

// asyncio.timeout's two halves, for what is written with it: the object, or null with an exception
// pending; and None, or null with the exception that leaves instead. `exception` is what has left
// the block, or null.
Ref new_timeout(Value when);
Ref timeout_begins(Value timeout);
Ref timeout_ends(Value timeout, Value exception);

void register_sync();
void register_queues();
void register_waiting();
void register_runner();
void fill_sync(Dict* module);
void fill_queues(Dict* module);
void fill_waiting(Dict* module);
void fill_runner(Dict* module);

}  // namespace awaitscope
