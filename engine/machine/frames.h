#pragma once
// Frames of Python code: making them for a call, laying out its arguments, their end.
// Specified in: https://docs.python.org/3.11/reference/expressions.html#calls

#include <new>

#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/frame.h"
#include "engine/objects/heap.h"
#include "engine/objects/run_context.h"

namespace awaitscope {

// A frame for a call of `function` (a reference to it is taken over), whose code that is; its slots
// are still to be filled. Its type is frame, generator, coroutine ...
inline PyFrame* allocate_frame(Function* function, CodeObject* code);
// Lays the arguments of a call out in the slots of a new frame. False: TypeError pending, CPython's
// words.
bool bind_arguments(PyFrame* frame, Value self, const Args& args);
// With its arguments in place: its cells, its free variables, where it was made.
inline void finish_frame_of_call(PyFrame* frame);
void make_cells(PyFrame* frame);
void keep_origin(PyFrame* frame);  // of a coroutine, where the program wants that
// All of these: a frame that is ready to run; null: exception pending.
PyFrame* frame_for_call(Function* function, Value self, const Args& args);
// An instance of a class of the program's, not initialized yet, where making one runs no Python
// code. Null: another way has to be taken, or an exception is pending.
Ref new_directly(Type* type, const Args& args);
ResultAwaiter run_frame(PyFrame* frame);  // awaits such a frame; takes the reference over

// The dict in which a function's frame gives its variables. Before 3.13 always the same one: it
// also keeps what exec() has put there. Of a module or the body of a class the namespace itself;
// but within a comprehension that runs in its frame, only what that has bound.
Ref locals_of(PyFrame* frame);

void clear_frame(PyFrame* frame);  // releases locals and stack
void give_up(Frame* generator);    // it is finished without running any more
// Of a call that has returned or a coroutine that has been awaited to its end, which nobody else
// refers to.
inline void free_frame(PyFrame* frame);

// TypeSlots of the types of frames.
void destroy_frame(Object* frame);
bool visit_frame(Object* frame, VisitReference visit, void* data);
void empty_frame(Object* frame);
bool finalize_generator(Object* generator);  // or coroutine, or async generator

// --- what every call does, inlined ---

[[gnu::always_inline]] inline PyFrame* allocate_frame(Function* function, CodeObject* code) {
  auto* frame = new (heap::allocate_object_of_class(code->frame_size_class)) PyFrame;
  frame->refcount = 1;
  frame->kind = Kind::Frame;
  frame->flags = 0;
  frame->detail = 0;
  frame->type = code->frame_type;
  frame->code = code;
  frame->function = function;
  frame->globals = function->globals;
  frame->pc = code->instructions;
  frame->sp = frame->stack_base();
  return frame;
}

[[gnu::always_inline]] inline void finish_frame_of_call(PyFrame* frame) {
  const CodeObject* code = frame->code;
  if (code->has_cells || code->free_count) make_cells(frame);
  if (vm().origin_depth) keep_origin(frame);
}

// Locals and stack, in the order in which they are let go: since 3.14 the last first.
template <class F>
[[gnu::always_inline]] inline void for_each_slot(PyFrame* frame, Value* end, F let_go) {
  if (since(Version::V3_14)) {
    for (Value* slot = end; slot-- > frame->slots;) let_go(slot);
  } else {
    for (Value* slot = frame->slots; slot < end; ++slot) let_go(slot);
  }
}

[[gnu::always_inline]] inline void free_frame(PyFrame* frame) {
  frame->refcount = 0;
  for_each_slot(
      frame, frame->sp, [](Value * slot) __attribute__((always_inline)) { release(*slot); });
  release(frame->handled);
  release(frame->names);
  Function* function = frame->function;
  heap::release_object_of_class(frame, frame->code->frame_size_class);
  release(static_cast<Object*>(function));
}

}  // namespace awaitscope
