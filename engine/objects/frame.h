#pragma once
// Frames: what runs, and what can suspend.
//
// Every frame is an object on the heap: of Python code (PyFrame) or of C++ code (NativeFrame, in
// native.h). The frame of a generator, coroutine or async generator is that object itself; what the
// program and tracebacks get of it is a FrameObject. `back` leads to the frame that this one will
// leave to, while it runs; it is not counted. A frame that runs is kept alive by a reference of its
// own. There is one contract for how a frame leaves: Outcome.

#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

enum class FrameState : uint8_t { Created, Running, Suspended, Finished };

struct Outcome {
  // The first three are how a frame leaves; the others are what a suspended frame goes on with.
  enum How : uint8_t { Returned, Yielded, Raised, Sent, Thrown } how = Returned;
  Ref value;  // result, what was yielded or sent, or the exception
};

struct FrameObject;

struct Frame : Object {
  static constexpr Kind kKind = Kind::Frame;
  Frame* back = nullptr;
  FrameObject* object = nullptr;  // of a generator's; not counted
  FrameState state = FrameState::Created;
  bool native = false;
  bool transparent = false;  // native: holds nothing but arguments, what it awaits, and `local`
  bool passive = false;  // an exception or close goes past it to what it awaits; see Vm::deliver
  bool is_plain_call = false;  // `back`, of Python code, only has to push what it returns
  bool is_init = false;        // of __init__: the caller keeps the instance and wants None
  bool keeps_locals = false;   // a traceback refers to it: its variables stay when it is finished
  bool leaving = false;        // by an exception, once the finalizers of its stack have run
  bool interrupting = false;  // runs between two instructions of `back`, which waits for no outcome
  bool awaited = false;       // a coroutine that somebody has begun to run: no warning
  bool hooked = false;    // an async generator: its first step has been made, by whose loop it is
  bool stepping = false;  // an async generator: a step has begun and has given nothing yet
  bool closed = false;    // an async generator: aclose() has begun, even if it was refused
  bool yields_item = false;    // an async generator: what it yields next is an item of its own
  uint32_t number = 0;         // in the recording; 0: it leaves no events (yet)
  uint32_t object_number = 0;  // of the generator or coroutine that it is, where that was shown
  Value handled;         // the exception being handled in this frame; owned; null: look in `back`
  Value name, qualname;  // owned; null: those of the code. Of generators; can be set
  Value origin;          // owned; of a coroutine: where it was made, if that is kept (cr_origin);
                         // of an async generator: the loop that closes it, if there is one
};

struct PyFrame : Frame {
  CodeObject* code;       // the function's
  Function* function;     // owned; module and class bodies have one too
  Dict* globals;          // the function's
  Value names;            // owned: the namespace of a class or module body, else null
  const Instruction* pc;  // the instruction being run, or to be run when it goes on
  Value* sp;              // one past the top of the value stack
  Value slots[1];         // locals, cells, free variables; then the stack
  Value* stack_base() { return slots + code->local_count; }
  uint32_t offset() const { return uint32_t(pc - code->instructions); }
};

// The frame of a generator, as others have it: gi_frame, an entry of a traceback. It does not keep
// the generator alive: what is suspended in a handler would else keep itself, by the traceback of
// the exception that it handles. If this outlives the generator it owns what is left of its frame.
struct FrameObject : NativeObject {
  Frame* frame = nullptr;
  bool owns = false;
};
Ref frame_object(Frame* frame);  // the FrameObject of a generator; another frame is its own
Frame* frame_of(Value object);   // the frame of what frame_object() gives; null: is none

std::string_view frame_name(const Frame* frame);
std::string_view frame_qualname(const Frame* frame);

inline bool is_generator_type(const Type* type) {
  return type == types.generator || type == types.coroutine || type == types.async_generator;
}
inline bool is_generator(const Object* object) {  // or coroutine, or async generator
  return object->kind == Kind::Frame && object->type != types.frame;
}

}  // namespace awaitscope
