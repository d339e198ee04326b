// The interpreter of Python frames.
//
// interpret() runs the current frame, and from frame to frame as long as they are Python's, until a
// native frame is to run (true) or the recording has reached where it is to pause (false). A
// frame's pc stays at the instruction that called, awaits or iterates; what comes back is put where
// that instruction wants it (the labels returned, yielded and raised). Specified in:
// https://docs.python.org/3.11/library/dis.html, with opcodes.def for what differs.
//
// It is one function, so that what is carried from instruction to instruction stays in registers;
// the instructions stand in instructions/*.inc, one kind a file, and use the macros below.

#include "engine/machine/attributes.h"
#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/generators.h"
#include "engine/machine/imports.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/operators.h"
#include "engine/machine/protocols.h"
#include "engine/machine/threads.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define COMPUTED_GOTO 1
#endif

#ifdef COMPUTED_GOTO
#define TARGET(name) \
  case Opcode::name: \
    L_##name : operand = pc->operand();
#define DISPATCH() goto* labels[uint8_t(pc->opcode())]
#else
#define TARGET(name) \
  case Opcode::name: \
    operand = pc->operand();
#define DISPATCH() goto dispatch
#endif
#define NEXT()  \
  do {          \
    ++pc;       \
    DISPATCH(); \
  } while (0)
// The same where a Ref is in scope, which a computed goto may not leave.
#define DONE() goto next
#define PUSH(value) (*sp++ = (value))
#define POP() (*--sp)
#define TOP() (sp[-1])
#define SAVE() (frame->pc = pc, frame->sp = sp)
// What is released here may warn, and say at which line.
#define AT_PC() (frame->pc = pc)
// Releases; what runs the program's own code at the end of an object does so before what comes
// next.
#define FREE(value)                                                 \
  do {                                                              \
    if ((value).is_object() && --(value).object()->refcount == 0) { \
      finalize((value).object());                                   \
      if (attention) goto attend_next;                              \
    }                                                               \
  } while (0)
#define LOAD() \
  (pc = frame->pc, sp = frame->sp, code = frame->code, instructions = code->instructions)
// Another frame does the rest; what it leaves with is delivered to this instruction.
#define RUN(native)                            \
  do {                                         \
    NativeFrame* started = (native).release(); \
    SAVE();                                    \
    push(started);                             \
    return true;                               \
  } while (0)
#define POPPED() Ref::adopt(POP())
#define OFFSET() uint32_t(pc - instructions)
#define RECORDS() (frame->number)  // only a recording gives it one
#define FRAME_EVENT(kind, value)                              \
  do {                                                        \
    if (RECORDS()) [[likely]] {                               \
      using enum EventKind;                                   \
      Shown what = recorder.shown(value);                     \
      recording->append(kind, OFFSET(), frame->number, what); \
    }                                                         \
  } while (0)
// The local `operand` to `value`, which is no object.
#define BOUND_PLAIN()                                                                           \
  do {                                                                                          \
    if (RECORDS())                                                                              \
      recording->append(EventKind::Bind, operand, frame->number, Recorder::shown_plain(value)); \
  } while (0)
#define LINE_EVENT(place)                                                                   \
  do {                                                                                      \
    if (RECORDS()) recording->append(Event::make(EventKind::Line, (place), frame->number)); \
  } while (0)

static const ExceptionHandler* find_handler(const Code& code, uint32_t offset) {
  const auto& handlers = code.handlers;
  size_t low = 0, high = handlers.size();
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (handlers[middle].end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < handlers.size() && handlers[low].start <= offset ? &handlers[low] : nullptr;
}

// Whether going on at a handler is a line that runs: it is another one than what raised, or (3.13)
// the frame was suspended there.
static bool handler_starts_line(const Code& code, uint32_t target, uint32_t raising,
                                bool thrown_in) {
  int line = code.positions[target].line;
  if (!line) return false;
  if (!since(Version::V3_12)) return line != code.positions[raising].line || target < raising;
  if (code.instructions[target].opcode() == Opcode::END_ASYNC_FOR) return false;
  return thrown_in || line != code.positions[raising].line;
}

// Where a return is that belongs to no line (since 3.12): where its frame was last.
static uint32_t place_of_return(const Recording& recording, const PyFrame* frame, uint32_t offset) {
  const auto& positions = frame->code->code->positions;
  for (size_t i = recording.size(); i-- > 0 && !positions[offset].line;) {
    const Event& event = recording[i];
    if (is_of_frame(event.kind()) && event.subject == frame->number) offset = event.offset();
  }
  return offset;
}

// A coroutine's frame, returning: does only the await at which `back` is know of it? (Most often
// so. Then there is nothing to finalize; what is left of it is what is left of a function's frame.)
static inline bool is_only_awaited(const PyFrame* frame) {
  if (frame->refcount != 2 || frame->type != types.coroutine || frame->flags) return false;
  if (frame->object || frame->name || frame->qualname || frame->origin) return false;
  const Frame* back = frame->back;
  if (!back || back->native || back->passive) return false;
  const auto* awaiting = static_cast<const PyFrame*>(back);
  return awaiting->pc->opcode() == Opcode::SEND && awaiting->sp[-1] == Value::of(frame);
}

// The frame of a plain call (CodeObject::plain_arguments), which takes over the references to the
// function and its arguments.
[[gnu::always_inline]] static inline PyFrame* frame_of_moved(Function* function, Value* arguments,
                                                             uint32_t count) {
  CodeObject* code = function->code;
  PyFrame* frame = allocate_frame(function, code);
  for (uint32_t i = 0; i < count; ++i) frame->slots[i] = arguments[i];
  for (uint32_t i = count; i < code->local_count; ++i) frame->slots[i] = Value();
  return frame;
}

// The same of a method that gets nothing but self, where that is one. Null: it is none.
static inline PyFrame* frame_of_method(Function* function, Value self) {
  if (!function || function->code->plain_arguments != 1) return nullptr;
  retain(static_cast<Object*>(function));
  retain(self);
  return frame_of_moved(function, &self, 1);
}

// Two integers, both small?
static inline bool both_ints(Value a, Value b) { return a.bits & b.bits & 1; }

// Of two small ones; the operand is COMPARE_OP's.
static inline bool compare_ints(Value a, Value b, uint32_t operand) {
  // Comparison::Lt, Le, Eq, Ne, Gt, Ge, a digit each, the last first: which of less (1), equal (2)
  // and more (4) they are.
  constexpr uint32_t kHolds = 0x645231;
  const int64_t left = int64_t(a.bits), right = int64_t(b.bits);
  return kHolds >> (operand * 4 + (left >= right) + (left > right)) & 1;
}

// Is the name still where it was last time, in the globals or, not there, in the builtins?
static inline bool remembers_global(const Cache& cache, const Dict* globals, const Dict* builtins) {
  return cache.version == globals->keys_version &&
         (cache.holds == Cache::Holds::Global || cache.version2 == builtins->keys_version);
}

// The attribute where it was last time; null: it is not there. What the type may have of that name
// does not count: the last hit was in an instance of it.
static inline const Value* remembered_attribute(const Cache& cache, Value object, Str* name) {
  if (!object.is_object() || object.object()->kind != Kind::Instance ||
      object.object()->type->version != cache.version)
    return nullptr;
  const Dict* attributes = static_cast<Instance*>(object.object())->attributes;
  if (!attributes || cache.index >= attributes->filled ||
      attributes->entries[cache.index].key != Value::of(name))
    return nullptr;
  return &attributes->entries[cache.index].value;
}

// Is the method that of last time: a function of the type, which the instance's own attributes do
// not hide?
static inline bool has_remembered_method(const Cache& cache, Value object, Str* name) {
  if (!object.is_object() || object.object()->type->version != cache.version) return false;
  const Dict* attributes = object.object()->kind == Kind::Instance
                               ? static_cast<Instance*>(object.object())->attributes
                               : attributes_of(object.object(), false);
  return !attributes || dict_find(attributes, name) < 0;
}

// An attribute of a module, where it was last time; null: it is not known.
static inline const Value* remembered_in_module(const Cache& cache, Value module) {
  if (cache.holds != Cache::Holds::Global || type_of(module) != types.module) return nullptr;
  return cache.version2 == as<Module>(module)->dict->keys_version ? cache.place : nullptr;
}

// (A version of 0 is no type's: what the cache holds is no method then.)
static void remember_in_module(Cache& cache, const Module* module, Str* name) {
  const int32_t index = dict_find(module->dict, name);
  if (index < 0 || find(types.module, name)) return;
  const Value* place = &module->dict->entries[index].value;
  if (is_lazy_import(*place)) return;
  cache.version = 0;
  cache.version2 = module->dict->keys_version;
  cache.place = place;
  cache.holds = Cache::Holds::Global;
}

// A function's frame begins, at that instruction of its code, which the recording has.
[[gnu::always_inline]] inline void Vm::record_start(PyFrame* frame, const CodeObject* code,
                                                    uint32_t offset) {
  Recording* const recording = recorder.recording;
  uint32_t caller = 0;
  for (const Frame* back = frame->back; back; back = back->back) {
    caller = back->number;
    if (caller) [[likely]]
      break;
  }
  const uint32_t number = frame->number = recording->add_frame(code->recorded.number - 1);
  const Event start = Event::make(EventKind::Start, offset, number, caller);
  uint32_t i = 0;
  const uint32_t count = code->parameter_count;
  // Parameters that are no objects: nothing else is written on the way to the next that is one.
  const auto bind_plain = [&](Event * place) __attribute__((always_inline)) {
    for (; i < count && !frame->slots[i].is_object(); ++i)
      place++->write(EventKind::Bind, i, number, Recorder::shown_plain(frame->slots[i]));
    recording->filled_to(place);
  };
  if (Event* place = recording->room_for(1 + count)) [[likely]] {
    *place++ = start;
    bind_plain(place);
  } else {
    recording->append(start);
  }
  while (i < count) {
    Value value = frame->slots[i];
    if (Cell* cell = as_if<Cell>(value)) value = cell->content;
    const Shown what = recorder.shown(value);
    recording->append(EventKind::Bind, i++, number, what);
    if (Event* place = recording->room_for(count - i)) [[likely]]
      bind_plain(place);
  }
}

bool Vm::interpret() {
#ifdef COMPUTED_GOTO
  static const void* const labels[256] = {
#define OPCODE(name, operand, effect, meaning) &&L_##name,
#include "engine/compile/opcodes.def"
#undef OPCODE
  };
#endif
  auto* frame = static_cast<PyFrame*>(current);
  const Instruction *pc, *instructions;  // the latter: of the code, the first
  Value* sp;
  CodeObject* code;
  Function* function;  // of a call that begins, and its frame
  PyFrame* callee;
  Recording* const recording = recorder.recording;
  uint32_t operand, raising = 0;
  bool thrown_in = false;  // the exception came in where the frame was suspended
  Value value;             // owned while it is carried from one label to another
  Ref result;
  LOAD();
  if (delivering) {
    delivering = false;
    value = outcome.value.take();
    switch (outcome.how) {
      case Outcome::Returned: goto returned;
      case Outcome::Yielded: goto yielded;
      case Outcome::Raised: goto raised;
      case Outcome::Sent: goto sent;
      case Outcome::Thrown: goto thrown;
    }
  }
  DISPATCH();

#ifndef COMPUTED_GOTO
dispatch:
#else
  goto leave_switch;
#endif
  switch (pc->opcode()) {
    TARGET(NOP) NEXT();

    TARGET(LINE) line : {
      if (attention) [[unlikely]]
        goto attend_line;
    line_begins:
      // The instruction is the head of its event: its operand is where it is.
      static_assert(uint32_t(Opcode::LINE) == uint32_t(EventKind::Line));
      if (RECORDS()) [[likely]]
        recording->append(Event{pc->word, frame->number, 0, 0});
      NEXT();
    }

    TARGET(RESUME) {
      if (operand != 0) goto resumed;
    }
  begin : {  // of what a function runs
    uint32_t& known = code->recorded.number;
    if (known) [[likely]] {
      record_start(frame, code, OFFSET());
    } else if (recording && !code->hidden) {
      known = recording->add_code(code->code) + 1;
      record_start(frame, code, OFFSET());
    }
  }
  resumed:
    if (pc[1].opcode() == Opcode::LINE) [[likely]]
      goto line_comes;  // as it nearly always does
    NEXT();

    TARGET(POP_TOP) {
      AT_PC();
      value = POP();
      FREE(value);
      NEXT();
    }
    TARGET(COPY) {
      value = sp[-int(operand)];
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(SWAP) {
      std::swap(sp[-1], sp[-int(operand)]);
      NEXT();
    }

#include "engine/machine/instructions/attributes.inc"
#include "engine/machine/instructions/building.inc"
#include "engine/machine/instructions/calls.inc"
#include "engine/machine/instructions/coroutines.inc"
#include "engine/machine/instructions/exceptions.inc"
#include "engine/machine/instructions/jumps.inc"
#include "engine/machine/instructions/operators.inc"
#include "engine/machine/instructions/patterns.inc"
#include "engine/machine/instructions/quick.inc"
#include "engine/machine/instructions/variables.inc"
  }
#ifdef COMPUTED_GOTO
leave_switch:
#endif
  __builtin_unreachable();

  // --- where instructions go on ---

replace_operands:
  while (operand-- > 0) release(POP());
  PUSH(result.take());
  NEXT();
replace_two:
  if (!result) goto error;
  release(POP());
replace_top:
  if (!result) goto error;
  value = TOP();
  TOP() = result.take();
  release(value);
  if (attention) goto attend_next;  // `items *= 0` ends the items
  NEXT();

exhausted:
  AT_PC();
  release(POP());
  pc = instructions + pc->operand();
  if (attention) goto attend;
  DISPATCH();

bound_plain:  // a local to `value`, which is no object; at pc a line begins
  if (RECORDS() && !attention) [[likely]] {
    if (Event* place = recording->room_for(2)) [[likely]] {
      place++->write(EventKind::Bind, operand, frame->number, Recorder::shown_plain(value));
      *place++ = Event{pc->word, frame->number, 0, 0};
      recording->filled_to(place);
      NEXT();
    }
  }
  BOUND_PLAIN();
  goto line;
line_comes:
  ++pc;
  goto line;
next:
  ++pc;
dispatch_at_pc:
  DISPATCH();

attend_next:
  ++pc;
attend:  // between two instructions: finalizers are due, or the run is to stop or to pause
  SAVE();
  if (limits.stopped()) return true;
  if (paused_at_limit()) return false;
  if (finalizers.empty()) {  // there are threads, which take turns at lines
    attention = needs_attention();
    goto dispatch_at_pc;
  }
  run_finalizers();
  return true;
attend_line:  // the same before a line
  if (!threads || !finalizers.empty() || limits.stopped() || paused_at_limit()) goto attend;
  SAVE();
  if (threads->has_switched_at_line()) return true;
  attention = needs_attention();
  goto line_begins;

enter:  // a frame has been pushed
  SAVE();
  if (current->native) return true;
  frame = static_cast<PyFrame*>(current);
  LOAD();
  DISPATCH();

run_generator : {  // the receiver on top of the stack goes on with `value`
  auto* generator = static_cast<PyFrame*>(TOP().object());
  if (depth >= limits.recursion) {
    release(value);
    raise_error(types.RecursionError, "maximum recursion depth exceeded");
    give_up(generator);
    goto error;
  }
  SAVE();
  retain(static_cast<Object*>(generator));
  generator->back = frame;
  generator->state = FrameState::Running;
  current = generator;
  ++depth;
  frame = generator;
  LOAD();
}
sent:  // this frame goes on with `value`
  if (pc->opcode() == Opcode::RETURN_GENERATOR) {
    frame->awaited = true;
    pc += 2;  // past its POP_TOP: only None can be sent first
    DISPATCH();
  }
  FRAME_EVENT(Resume, value);
  PUSH(value);
  if (pc->opcode() == Opcode::SEND) DISPATCH();
  NEXT();

thrown:
  FRAME_EVENT(Throw, value);
  thrown_in = since(Version::V3_13);
  if (frame->handled && is_exception(value)) set_context(as<Exception>(value), frame->handled);
  restore_pending(Ref::adopt(value));
  goto error;

  // --- leaving this frame ---

yield_out : {  // this frame is suspended with `value`
  SAVE();
  Frame* back = frame->back;
  frame->back = nullptr;
  frame->state = FrameState::Suspended;
  frame->passive = false;
  --depth;
  current = back;
  release(static_cast<Object*>(frame));
  if (!back || back->native) {
    outcome = {Outcome::Yielded, Ref::adopt(value)};
    delivering = true;
    return true;
  }
  frame = static_cast<PyFrame*>(back);
  LOAD();
}
  // --- what comes back to this frame ---
yielded:
  if (pc->opcode() == Opcode::FOR_ITER) {
    PUSH(value);
    NEXT();
  }
  if (!frame->passive) FRAME_EVENT(Suspend, value);
  goto yield_out;

returned:
  switch (pc->opcode()) {
    case Opcode::SEND:
      if (frame->passive) {
        frame->passive = false;
        if (!since(Version::V3_12)) {
          if (RECORDS()) {
            recording->append(Event::make(EventKind::GoesOn, OFFSET(), frame->number));
          }
        } else {
          FRAME_EVENT(Resume, value);
          if (since(Version::V3_13)) LINE_EVENT(OFFSET());
        }
      }
      release(TOP());
      TOP() = value;
      if (attention) goto attend_next;
      NEXT();
    case Opcode::FOR_ITER:
      if (value.is_null()) goto exhausted;
      if (type_of(TOP()) == types.generator && !as<Frame>(TOP())->native) {
        release(value);  // what the generator returned
        goto exhausted;
      }
      PUSH(value);
      NEXT();
    case Opcode::GET_AWAITABLE: {
      Value awaitable = POP();
      Value inner = unwrap_coroutine(value);
      const bool fine = inner != value || check_await_iterator(value, awaitable);
      release(awaitable);
      if (inner != value) {
        retain(inner);
        release(value);
        value = inner;
      }
      PUSH(value);
      if (!fine) goto error;
      NEXT();
    }
    case Opcode::STORE_NAME:
    case Opcode::STORE_ATTR:
    case Opcode::DELETE_ATTR:
    case Opcode::STORE_SUBSCR:
    case Opcode::DELETE_SUBSCR:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE:
    case Opcode::DICT_MERGE:
    case Opcode::SET_ADD:
    case Opcode::MAP_ADD:
    case Opcode::IMPORT_STAR: release(value); NEXT();
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::UNARY_NOT:
      PUSH(value);  // now a bool: once more
      if (attention) goto attend;
      DISPATCH();
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::JUMP_IF_FALSE_OR_POP: {
      bool jumps = (value == Value::boolean(true)) == (pc->opcode() == Opcode::JUMP_IF_TRUE_OR_POP);
      if (jumps) {
        pc = instructions + pc->operand();
        DISPATCH();
      }
      value = POP();
      FREE(value);
      NEXT();
    }
    case Opcode::UNPACK_SEQUENCE:
    case Opcode::UNPACK_EX: {
      Tuple* items = as<Tuple>(value);
      for (uint32_t i = items->size; i > 0; --i) PUSH(Ref(items->items[i - 1]).take());
      release(value);
      NEXT();
    }
    case Opcode::CHECK_EG_MATCH: {
      Value match = as<Tuple>(value)->items[0];
      PUSH(Ref(as<Tuple>(value)->items[1]).take());
      PUSH(Ref(match).take());
      if (!match.is_none()) {
        // (A group that was made around an exception that was alone has been raised nowhere.)
        if (since(Version::V3_13) && code->file && !as<Exception>(match)->traceback)
          add_traceback(as<Exception>(match), frame_object(frame), OFFSET());
        release(std::exchange(frame->handled, Ref(match).take()));
      }
      release(value);
      NEXT();
    }
    case Opcode::LOAD_METHOD:
      PUSH(value);
      PUSH(Value());
      NEXT();
    default:
      PUSH(value);
      if (attention) goto attend_next;
      NEXT();
  }

raised:
  restore_pending(Ref::adopt(value));
  if (frame->leaving) {
    frame->leaving = false;
    raising = frame->offset();
    goto leave_raising;
  }
  if (frame->passive) {
    frame->passive = false;
    FRAME_EVENT(Throw, pending);
    thrown_in = since(Version::V3_13);
    if (frame->handled) chain_passed_on(as<Exception>(pending_exception()), frame->handled);
  } else if (pc->opcode() == Opcode::FOR_ITER && type_of(TOP()) != types.generator &&
             pending_is(types.StopIteration)) {
    unhandled_entries = 0;
    take_pending();
    goto exhausted;
  }

  // --- exceptions ---
error:
  raising = OFFSET();
  SAVE();
  if (code->file) {
    add_traceback(static_cast<Exception*>(pending.object()), frame_object(frame), raising);
    ++unhandled_entries;
    frame->keeps_locals = true;
  }
  // Since 3.13 what is thrown into an await is looked at there first, which is its line once more.
  if (thrown_in && pc->opcode() == Opcode::SEND) {
    LINE_EVENT(raising);
    thrown_in = false;
  }
unwind : {
  if (const ExceptionHandler* handler = find_handler(*code->code, OFFSET())) {
    Value* height = frame->stack_base() + handler->depth;
    unhandled_entries = 0;
    while (sp > height) release(POP());
    if (handler->push_lasti) PUSH(Value::of_int(raising));
    PUSH(take_pending().take());
    if (RECORDS()) {
      const Shown what = recorder.shown(sp[-1]);
      recording->append(EventKind::Caught, raising, frame->number, what);
      if (handler_starts_line(*code->code, handler->target, raising, thrown_in))
        LINE_EVENT(handler->target);
    }
    thrown_in = false;
    pc = instructions + handler->target;
    if (attention) goto attend;
    DISPATCH();
  }
  while (sp > frame->stack_base()) release(POP());
  if (!finalizers.empty() && !limits.stopped()) {
    frame->leaving = true;
    pc = instructions + raising;
    SAVE();
    finalize_and_raise(take_pending());
    return true;
  }
}
leave_raising : {
  thrown_in = false;
  Exception* exception = static_cast<Exception*>(pending.object());
  if (RECORDS()) {
    Shown what = recorder.shown(pending);
    recording->append(EventKind::Raise, raising, frame->number, what);
  }
  // (What is thrown in before the start has passed no code that could turn it into an error: 3.12.)
  const bool unstarted =
      since(Version::V3_12) && instructions[raising].opcode() == Opcode::RETURN_GENERATOR;
  if (frame->type != types.frame && !unstarted) stop_iteration_becomes_error(frame, exception);
  Frame* back = frame->back;
  frame->back = nullptr;
  frame->state = FrameState::Finished;
  frame->sp = sp;
  frame->pc = instructions + raising;
  release(std::exchange(frame->handled, {}));
  --depth;
  current = back;
  value = take_pending().take();
  if (frame->type != types.frame && !frame->keeps_locals) clear_frame(frame);
  release(static_cast<Object*>(frame));
  if (!back || back->native) {
    unhandled_entries = 0;
    outcome = {Outcome::Raised, Ref::adopt(value)};
    delivering = true;
    return true;
  }
  frame = static_cast<PyFrame*>(back);
  LOAD();
  goto raised;
}
}

}  // namespace awaitscope
