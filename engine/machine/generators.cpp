// Generators, coroutines and async generators: running them on, throwing into them, closing them;
// their methods; what happens when the last reference goes. Specified in:
// https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods

#include "engine/machine/generators.h"

#include "engine/machine/attributes.h"
#include "engine/machine/classes.h"
#include "engine/machine/context.h"
#include "engine/machine/frame_locals.h"
#include "engine/machine/frames.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/protocols.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// Can it be run on: a generator, a coroutine, or a call of native code that has let a yield
// through?
static bool suspends(Value receiver) {
  return is<Frame>(receiver) && (is_generator(receiver.object()) || as<Frame>(receiver)->native);
}

static Type *asend_type, *athrow_type, *anext_type;

bool is_async_step(const Frame* frame) {
  return frame->type == asend_type || frame->type == athrow_type || frame->type == anext_type;
}

// Of what can be awaited once only, and has been.
static bool refuse_reuse(const Frame* frame) {
  if (frame->type != types.coroutine && !is_async_step(frame)) return false;
  raise_runtime_error({"cannot reuse already awaited ", frame->type == types.coroutine ? "coroutine"
                                                        : frame->type == athrow_type
                                                            ? "aclose()/athrow()"
                                                            : "__anext__()/asend()"});
  return true;
}

static std::string_view sort_of(const Frame* frame) { return frame->type->name_view(); }

Value delegate_of(const Frame* frame) {
  if (frame->native) return static_cast<const NativeFrame*>(frame)->delegate;
  if (frame->state != FrameState::Suspended) return {};
  auto* python = static_cast<const PyFrame*>(frame);
  return python->pc->opcode() == Opcode::SEND ? python->sp[-1] : Value();
}

// --- running on ---

static bool fails(Outcome& outcome) {
  outcome = {Outcome::Raised, take_pending()};
  return true;
}

// Vm::start_send, but for what a native frame awaits, which `delegate` is then.
static bool send_to_one(Vm& machine, Value receiver, Value sent, Outcome& out, Ref& delegate) {
  if (!suspends(receiver)) {
    if (receiver.is_object() && receiver.object()->type->send_fast) {
      receiver.object()->type->send_fast(receiver.object(), sent, out);
      return true;
    }
    if (sent.is_none() && receiver.is_object()) {
      if (FastNext next = next_fast(type_of(receiver))) {
        Ref item = next(receiver.object());
        if (item)
          out = {Outcome::Yielded, std::move(item)};
        else if (is_pending())
          return fails(out);
        else
          out = {Outcome::Returned, Value::none()};
        return true;
      }
    }
    machine.push(generic_send(receiver, sent).release());
    return false;
  }
  Frame* frame = as<Frame>(receiver);
  for (;;) {
    switch (frame->state) {
      case FrameState::Running:
        raise_value_error({sort_of(frame), " already executing"});
        return fails(out);
      case FrameState::Finished:
        if (refuse_reuse(frame)) return fails(out);
        out = {Outcome::Returned, Value::none()};
        return true;
      case FrameState::Created:
        if (!sent.is_none() && frame->type != asend_type) {
          bool is_async = frame->type == types.async_generator;
          raise_type_error({"can't send non-None value to a just-started ",
                            is_async               ? "async generator"
                            : is_async_step(frame) ? "coroutine"
                                                   : sort_of(frame)});
          return fails(out);
        }
        break;
      case FrameState::Suspended: break;
    }
    if (machine.too_deep()) {
      raise_error(types.RecursionError, "maximum recursion depth exceeded");
      give_up(frame);
      return fails(out);
    }
    frame->awaited = true;
    retain(static_cast<Object*>(frame));
    machine.push(frame);
    if (frame->native) delegate = static_cast<NativeFrame*>(frame)->delegate;
    if (delegate) return false;
    machine.outcome = {Outcome::Sent, sent};
    machine.delivering = true;
    return false;
  }
}

// A frame that can go on with that, and awaits nothing that goes on in its place.
static bool goes_on_itself(Value receiver, Value sent) {
  if (!is<Frame>(receiver)) return false;
  const Frame* frame = as<Frame>(receiver);
  if (frame->native ? bool(static_cast<const NativeFrame*>(frame)->delegate) : !is_generator(frame))
    return false;
  return frame->state == FrameState::Suspended ||
         (frame->state == FrameState::Created && sent.is_none());
}

bool Vm::start_send(Value receiver, Value sent, Outcome& out) {
  if (goes_on_itself(receiver, sent) && !too_deep()) [[likely]] {
    Frame* frame = as<Frame>(receiver);
    frame->awaited = true;
    retain(static_cast<Object*>(frame));
    push(frame);
    outcome.how = Outcome::Sent;
    outcome.value = sent;
    delivering = true;
    return false;
  }
  Ref delegate;
  if (send_to_one(*this, receiver, sent, out, delegate)) return true;
  // What a native frame awaits goes on in its place. run_native passes on what that leaves with.
  while (delegate) {
    Ref inner = std::move(delegate);
    Outcome answer;
    if (send_to_one(*this, inner, sent, answer, delegate)) {
      outcome = std::move(answer);
      delivering = true;
    }
  }
  return false;
}

void give_up(Frame* generator) {
  generator->state = FrameState::Finished;
  if (!generator->native) clear_frame(static_cast<PyFrame*>(generator));
}

bool Vm::start_throw(Value receiver, Ref exception, Outcome& out, bool direct) {
  if (!suspends(receiver)) {
    push(generic_throw(receiver, std::move(exception)).release());
    return false;
  }
  Frame* frame = as<Frame>(receiver);
  bool pushed = false;
  for (;;) {
    if (frame->state == FrameState::Running) {
      raise_value_error({sort_of(frame), " already executing"});
      Ref error = take_pending();
      if (!pushed) {
        out = {Outcome::Raised, std::move(error)};
        return true;
      }
      outcome = {Outcome::Raised, std::move(error)};
      delivering = true;
      return false;
    }
    bool unstarted = frame->native && frame->state == FrameState::Created;
    bool takes_throw = unstarted && static_cast<NativeFrame*>(frame)->takes_throw;
    if (unstarted && !takes_throw) frame->awaited = true;
    if (frame->state == FrameState::Finished || (unstarted && !takes_throw)) {
      Ref error = std::move(exception);
      frame->state = FrameState::Finished;
      if (!unstarted && refuse_reuse(frame)) error = take_pending();
      if (!pushed) {
        out = {Outcome::Raised, std::move(error)};
        return true;
      }
      outcome = {Outcome::Raised, std::move(error)};
      delivering = true;
      return false;
    }
    Value inner = direct ? Value() : delegate_of(frame);
    bool goes_inside = false;
    if (inner && suspends(inner)) {
      goes_inside = true;
    } else if (inner && !(inner.is_object() && inner.object()->type->send_fast)) {
      Ref method;
      if (!get_attribute_fast(inner, names.throw_, method))
        goes_inside = true;
      else if (method)
        goes_inside = true;
      else
        take_pending();
    }
    frame->awaited = true;
    retain(static_cast<Object*>(frame));
    push(frame);
    pushed = true;
    if (!goes_inside) {
      if (takes_throw) {
        static_cast<NativeFrame*>(frame)->result = std::move(exception);
      } else if (frame->native) {
        static_cast<NativeFrame*>(frame)->delegate = Ref();
      }
      outcome = {Outcome::Thrown, std::move(exception)};
      delivering = true;
      return false;
    }
    frame->passive = true;
    if (!suspends(inner)) {
      push(generic_throw(inner, std::move(exception)).release());
      return false;
    }
    frame = as<Frame>(inner);
  }
}

// Anything else with __next__, or send.
Native generic_send(Ref receiver, Ref value) {
  static_cast<NativeFrame*>(vm().current)->leaves_yielded = true;
  Ref result;
  Value method = value.get().is_none() ? find_special(type_of(receiver), Special::next) : Value();
  if (method) {
    result = co_await call(method, receiver);
  } else {
    result = co_await call_method(receiver, names.send, value);
  }
  if (result || !pending_is(types.StopIteration)) co_return result;
  Ref stop = take_pending();
  static_cast<NativeFrame*>(vm().current)->leaves_yielded = false;
  Value carried = as<Exception>(stop)->extra[0];
  co_return carried ? carried : Value::none();
}

Native generic_throw(Ref receiver, Ref exception) {
  Ref method = co_await get_attribute(receiver, names.throw_);
  if (!method) {
    if (!pending_is(types.AttributeError)) co_return Ref();
    take_pending();
    restore_pending(exception);
    co_return Ref();
  }
  static_cast<NativeFrame*>(vm().current)->leaves_yielded = true;
  Ref result = co_await call(method, exception);
  if (result || !pending_is(types.StopIteration)) co_return result;
  Ref stop = take_pending();
  static_cast<NativeFrame*>(vm().current)->leaves_yielded = false;
  Value carried = as<Exception>(stop)->extra[0];
  co_return carried ? carried : Value::none();
}

struct DirectThrow {
  Ref generator, exception;
  bool ready = false;
  Outcome outcome;
  bool await_ready() {
    ready = vm().start_throw(generator, exception, outcome, true);
    return ready;
  }
  void await_suspend(std::coroutine_handle<>) const {}
  Outcome await_resume() {
    if (ready) return std::move(outcome);
    vm().delivering = false;
    return std::move(vm().outcome);
  }
};

// Closes what a suspended generator yields from or awaits, while which it counts as running. The
// exception that is then to be thrown into it: the one given, or what closing has ended with.
static Native close_inner(Ref generator, Ref inner, Ref exception) {
  Frame* frame = as<Frame>(generator);
  frame->state = FrameState::Running;
  Ref closed = Value::none();
  if (suspends(inner)) {
    closed = co_await close_generator(inner);
  } else {
    Ref method = co_await get_attribute(inner, names.close);
    if (method)
      closed = co_await call(method);
    else
      take_pending();
  }
  frame->state = FrameState::Suspended;
  co_return closed ? exception : take_pending();
}

Native close_generator(Ref generator) {
  Frame* frame = as<Frame>(generator);
  if (frame->state == FrameState::Finished) co_return Value::none();
  if (frame->state == FrameState::Running) {
    co_return raise_value_error({sort_of(frame), " already executing"});
  }
  // (Before 3.13 a step of an async generator just ends: the generator stays in it.)
  const bool is_step = is_async_step(frame);
  if (is_step ? !since(Version::V3_13) : frame->state == FrameState::Created) {
    give_up(frame);
    co_return Value::none();
  }
  Ref exception = new_exception(types.GeneratorExit, "");
  if (Ref inner = delegate_of(frame)) {
    exception = co_await close_inner(generator, inner, exception);
  }
  DirectThrow thrown{generator, exception, false, {}};  // (g++ 12 destroys a temporary twice here)
  Outcome outcome = co_await thrown;
  if (outcome.how == Outcome::Yielded) {
    co_return raise_runtime_error({frame->type == types.async_generator ? "async generator"
                                   : is_async_step(frame)               ? "coroutine"
                                                                        : sort_of(frame),
                                   " ignored GeneratorExit"});
  }
  if (outcome.how == Outcome::Returned) {
    co_return since(Version::V3_13) ? outcome.value : Ref(Value::none());
  }
  Type* type = type_of(outcome.value);
  if (is_subtype(type, types.GeneratorExit) || is_subtype(type, types.StopIteration) ||
      (is_step && is_subtype(type, types.StopAsyncIteration))) {
    co_return Value::none();
  }
  restore_pending(std::move(outcome.value));
  co_return Ref();
}

// --- the end of unfinished ones ---

static std::string never_awaited(const Frame* coroutine) {
  if (is_async_step(coroutine)) {
    const Value* of = static_cast<const NativeFrame*>(coroutine)->storage;
    return concat({"coroutine method '", text_of(of[1]), "' of '", frame_qualname(as<Frame>(of[0])),
                   "' was never awaited"});
  }
  std::string message = concat({"coroutine '", frame_qualname(coroutine), "' was never awaited"});
  if (coroutine->origin) {
    message +=
        "\nCoroutine created at (most recent call last)\n" + written_places(coroutine->origin);
    message.pop_back();
  }
  return message;
}

bool warn_never_awaited(Frame* coroutine) {
  if (coroutine->awaited) return true;
  const bool warns = since(Version::V3_13) && coroutine->type != anext_type;
  if (is_async_step(coroutine) && !warns) return true;
  return warn_here(types.RuntimeWarning, never_awaited(coroutine));
}

// What is left to be done when the last reference has gone.
static Native end_generator(Ref generator) {
  Frame* frame = as<Frame>(generator);
  if (frame->state != FrameState::Created) co_return co_await close_generator(generator);
  // warn_never_awaited() has left it an error to report.
  static_cast<NativeFrame*>(vm().current)->in_traceback = true;
  co_return raise_error(types.RuntimeWarning, never_awaited(frame));
}

// --- methods ---

static Native generator_result(Outcome outcome) {
  if (outcome.how == Outcome::Yielded) co_return outcome.value;
  if (outcome.how == Outcome::Returned) co_return raise_stop_iteration(outcome.value);
  restore_pending(std::move(outcome.value));
  co_return Ref();
}

static Native generator_send(Args args) {
  Outcome outcome = co_await send(args[0], args[1]);
  co_return co_await generator_result(std::move(outcome));
}

static Native generator_next(Args args) {
  Outcome outcome = co_await send(args[0], Value::none());
  co_return co_await generator_result(std::move(outcome));
}

bool warn_of_throw(const Args& args, std::string_view method) {
  if (!since(Version::V3_12) || (!args[2] && !args[3])) return true;
  return warn_of_use(types.DeprecationWarning,
                     concat({"the (type, exc, tb) signature of ", method,
                             "() is deprecated, use the single-arg signature instead."}));
}

Native exception_to_throw(Ref type, Ref value, Ref traceback) {
  if (traceback && !traceback.get().is_none() && !is<Traceback>(traceback)) {
    co_return raise_type_error({"throw() third argument must be a traceback object"});
  }
  if (is_exception(type)) {
    if (value && !value.get().is_none()) {
      co_return raise_type_error({"instance exception may not have a separate value"});
    }
    co_return type;
  }
  if (is_exception_type(type)) {
    if (value && is_exception(value)) co_return value;
    Ref made;
    if (value && !value.get().is_none())
      made = co_await call(type, value);
    else
      made = co_await call(type);
    if (made && !is_exception(made)) raise_not_an_exception(type, type_name(made));
    co_return is_pending() ? take_pending() : made;
  }
  co_return raise_type_error(
      {"exceptions must be classes or instances deriving from BaseException, not ",
       type_name(type)});
}

// GeneratorExit closes what the generator yields from, and is then its own.
static Native throw_exit(Ref generator, Ref exception) {
  {
    Ref inner = delegate_of(as<Frame>(generator));
    exception = co_await close_inner(generator, inner, exception);
  }
  DirectThrow thrown{generator, exception, false, {}};
  Outcome outcome = co_await thrown;
  co_return co_await generator_result(std::move(outcome));
}

static Native throw_past_step(Ref step_ref, Ref exception);

static Native generator_throw(Args args) {
  if (!warn_of_throw(args)) co_return Ref();
  CO_TRY(exception, exception_to_throw(args[1], args[2], args[3]));
  Frame* frame = as<Frame>(args[0]);
  if (frame->type == athrow_type && frame->state == FrameState::Created && !since(Version::V3_13)) {
    co_return co_await throw_past_step(args[0], exception);
  }
  if (!frame->native && is_subtype(type_of(exception), types.GeneratorExit) && delegate_of(frame)) {
    co_return co_await throw_exit(args[0], exception);
  }
  Outcome outcome = co_await throw_into(args[0], exception);
  co_return co_await generator_result(std::move(outcome));
}

static Native generator_close(Args args) { return close_generator(args[0]); }

static Ref generator_self(Args& args) { return args[0]; }

static Ref get_name(Args& args) { return new_str(frame_name(as<Frame>(args[0]))); }
static Ref get_qualname(Args& args) { return new_str(frame_qualname(as<Frame>(args[0]))); }
static Ref get_running(Args& args) {
  return Value::boolean(as<Frame>(args[0])->state == FrameState::Running);
}
static Ref get_stepping(Args& args) { return Value::boolean(as<Frame>(args[0])->stepping); }
static Ref get_origin(Args& args) {
  Value origin = as<Frame>(args[0])->origin;
  return origin ? origin : Value::none();
}
// What it waits for; a call within what is the engine's own is no object that a program can see.
static Ref get_awaited(Args& args) {
  Value inner = delegate_of(as<Frame>(args[0]));
  for (const Frame* call; inner && (call = as_if<Frame>(inner)) && call->type == types.frame;)
    inner = delegate_of(call);
  return inner ? inner : Value::none();
}
static Ref get_code(Args& args) {
  Frame* frame = as<Frame>(args[0]);
  return frame->native ? Ref(Value::none()) : Ref(Value::of(static_cast<PyFrame*>(frame)->code));
}
static Ref get_frame(Args& args) {
  Frame* frame = as<Frame>(args[0]);
  return frame->state == FrameState::Finished ? Ref(Value::none()) : frame_object(frame);
}

static Ref generator_repr(Args& args) {
  Frame* frame = as<Frame>(args[0]);
  char address[32];
  snprintf(address, sizeof address, "%#llx", static_cast<unsigned long long>(address_of(args[0])));
  return new_str(
      concat({"<", sort_of(frame), " object ", frame_qualname(frame), " at ", address, ">"}));
}

static Ref get_suspended(Args& args) {
  return Value::boolean(as<Frame>(args[0])->state == FrameState::Suspended);
}

// --- frame objects ---

static PyFrame* python_frame(Args& args) {
  Frame* frame = frame_of(args[0]);
  return !frame || frame->native ? nullptr : static_cast<PyFrame*>(frame);
}
static Ref frame_code(Args& args) {
  PyFrame* frame = python_frame(args);
  return frame ? Ref(Value::of(frame->code)) : Ref(Value::none());
}
static Ref frame_line(Args& args) {
  PyFrame* frame = python_frame(args);
  if (!frame) return Value::none();
  const Code& code = *frame->code->code;
  return Value::of_int(frame->state == FrameState::Created ? code.first_line
                                                           : code.positions[frame->offset()].line);
}
static Ref frame_back(Args& args) {
  Frame* frame = frame_of(args[0]);
  while (frame && (frame = frame->back)) {
    if (!frame->native) return frame_object(frame);
  }
  return Value::none();
}
static Ref frame_globals(Args& args) {
  PyFrame* frame = python_frame(args);
  return frame ? Value::of(frame->globals) : Value::none();
}
static Ref frame_locals(Args& args) {
  PyFrame* frame = python_frame(args);
  return frame ? frame_locals_of(frame) : new_dict();
}
static Ref frame_lasti(Args& args) {
  PyFrame* frame = python_frame(args);
  return Value::of_int(frame && frame->state != FrameState::Created ? 2 * frame->offset() : -1);
}
static Ref frame_generator(Args& args) {
  Frame* frame = frame_of(args[0]);
  const bool has_one = frame && frame->object && !frame->object->owns;
  return has_one ? Ref(Value::of(frame)) : Ref(Value::none());
}
// frame.clear(): a generator that is suspended is closed by it, until 3.13.
static Native frame_clear(Args args) {
  PyFrame* frame = python_frame(args);
  if (!frame) co_return Value::none();
  if (frame->state == FrameState::Running) {
    co_return raise_runtime_error({"cannot clear an executing frame"});
  }
  if (frame->state == FrameState::Suspended) {
    if (since(Version::V3_13)) co_return raise_runtime_error({"cannot clear a suspended frame"});
    CO_TRY(closed, close_generator(Value::of(frame)));
  }
  if (frame->state == FrameState::Created) {
    if (frame->type == types.coroutine) warn_never_awaited(frame);
    frame->awaited = true;
    frame->state = FrameState::Finished;
  }
  clear_frame(frame);
  co_return Value::none();
}
static const NativeDefinition kFrameMethods[] = {
    getter("f_code", frame_code),
    getter("f_lineno", frame_line),
    getter("f_back", frame_back),
    getter("f_globals", frame_globals),
    getter("f_locals", frame_locals),
    getter("f_lasti", frame_lasti),
    method("clear", "(self, /)", frame_clear),
    getter("f_generator", frame_generator).since(Version::V3_14),
};

static const NativeDefinition kGeneratorMethods[] = {
    method("__iter__", "(self, /)", generator_self),
    method("__next__", "(self, /)", generator_next),
    method("send", "(self, value, /)", generator_send),
    method("throw", "(self, type, value=<null>, traceback=<null>, /)", generator_throw),
    method("close", "(self, /)", generator_close),
    method("__repr__", "(self, /)", generator_repr),
    getter("__name__", get_name),
    getter("__qualname__", get_qualname),
    getter("gi_suspended", get_suspended),
    getter("gi_running", get_running),
    getter("gi_yieldfrom", get_awaited),
    getter("gi_code", get_code),
    getter("gi_frame", get_frame),
};

// What coroutine.__await__() gives: it runs the coroutine.
struct CoroutineWrapper : NativeObject {
  Ref coroutine;
};
static Type* wrapper_type;

static Ref coroutine_await(Args& args) {
  auto* wrapper = make_object<CoroutineWrapper>(wrapper_type, 0);
  wrapper->coroutine = args[0];
  return Ref::adopt(wrapper);
}

static Value wrapped(Value wrapper) {
  return static_cast<CoroutineWrapper*>(wrapper.object())->coroutine;
}

static Native wrapper_send(Args args) {
  Outcome outcome = co_await send(wrapped(args[0]), args[1]);
  co_return co_await generator_result(std::move(outcome));
}
static Native wrapper_next(Args args) {
  Outcome outcome = co_await send(wrapped(args[0]), Value::none());
  co_return co_await generator_result(std::move(outcome));
}
static Native wrapper_throw(Args args) {
  if (!warn_of_throw(args)) co_return Ref();
  CO_TRY(exception, exception_to_throw(args[1], args[2], args[3]));
  Outcome outcome = co_await throw_into(wrapped(args[0]), exception);
  co_return co_await generator_result(std::move(outcome));
}
static Native wrapper_close(Args args) { return close_generator(wrapped(args[0])); }

Value unwrap_coroutine(Value value) {
  return value.is_object() && value.object()->type == wrapper_type ? wrapped(value) : value;
}

static const NativeDefinition kWrapperMethods[] = {
    method("__iter__", "(self, /)", generator_self),
    method("__next__", "(self, /)", wrapper_next),
    method("send", "(self, value, /)", wrapper_send),
    method("throw", "(self, type, value=<null>, traceback=<null>, /)", wrapper_throw),
    method("close", "(self, /)", wrapper_close),
};

static const NativeDefinition kCoroutineMethods[] = {
    method("__await__", "(self, /)", coroutine_await),
    method("send", "(self, value, /)", generator_send),
    method("throw", "(self, type, value=<null>, traceback=<null>, /)", generator_throw),
    method("close", "(self, /)", generator_close),
    method("__repr__", "(self, /)", generator_repr),
    getter("__name__", get_name),
    getter("__qualname__", get_qualname),
    getter("cr_suspended", get_suspended),
    getter("cr_running", get_running),
    getter("cr_await", get_awaited),
    getter("cr_origin", get_origin),
    getter("cr_suspended", get_suspended),
    getter("cr_code", get_code),
    getter("cr_frame", get_frame),
};

// --- async generators ---
// One step of an async generator (what __anext__, asend, athrow and aclose give) is a coroutine of
// ours that runs the generator on until it yields an item of its own; what it awaits goes through.

// What a step of an async generator ends with, once the generator has not merely awaited something.
static Ref step_result(Frame* generator, bool closing, Outcome outcome) {
  generator->stepping = false;
  if (outcome.how == Outcome::Yielded) {
    generator->yields_item = false;
    if (closing) return raise_runtime_error({"async generator ignored GeneratorExit"});
    return std::move(outcome.value);
  }
  if (outcome.how == Outcome::Returned) {
    return closing ? Ref(Value::none()) : raise_error(types.StopAsyncIteration, "");
  }
  Type* type = type_of(outcome.value);
  if (closing &&
      (is_subtype(type, types.GeneratorExit) || is_subtype(type, types.StopAsyncIteration))) {
    return Value::none();
  }
  restore_pending(std::move(outcome.value));
  return {};
}

static bool awaits(const Frame* generator, const Outcome& outcome) {
  return outcome.how == Outcome::Yielded && !generator->yields_item;
}

// Whose loop it is: of the one that runs when the first step is made, even if nobody takes it.
static void find_hooks(Frame* generator) {
  if (!std::exchange(generator->hooked, true)) {
    machine_hooks.async_generators.first_iteration(generator);
  }
}

static Native async_step(Ref generator_ref, AsyncStep how, Ref argument) {
  Frame* generator = as<Frame>(generator_ref);
  bool closing = how == AsyncStep::Close;
  Outcome outcome;
  // What is thrown into a step before its start goes straight into the generator; if that awaits
  // something then, the step has begun. (Before 3.13 it had still to begin.)
  Ref early = std::move(static_cast<NativeFrame*>(vm().current)->result);
  // What is sent to begin with takes the place of what asend() was given.
  if (!early && !vm().outcome.value.get().is_none()) argument = vm().outcome.value;
  while (early && !since(Version::V3_13)) {
    generator->yields_item = false;
    outcome = co_await throw_into(generator_ref, early);
    if (!awaits(generator, outcome)) co_return step_result(generator, closing, std::move(outcome));
    Ref sent = co_yield std::move(outcome.value);
    early = sent ? Ref() : take_pending();
  }
  if (generator->stepping) {
    co_return raise_runtime_error({how == AsyncStep::Close   ? "aclose"
                                   : how == AsyncStep::Throw ? "athrow"
                                   : how == AsyncStep::Send  ? "asend"
                                                             : "anext",
                                   "(): asynchronous generator is already running"});
  }
  bool throws = closing || how == AsyncStep::Throw;
  Ref thrown = argument;
  if (early) {
    throws = true;
    thrown = std::move(early);
  } else if (generator->state == FrameState::Finished) {
    co_return throws ? Ref(Value::none()) : raise_error(types.StopAsyncIteration, "");
  } else if (throws && generator->closed) {
    co_return raise_error(types.StopAsyncIteration, "");
  } else {
    if (generator->state == FrameState::Created) {
      find_hooks(generator);
      if (closing) {
        generator->state = FrameState::Finished;
        co_return Value::none();
      }
    }
    generator->closed |= closing;
    if (closing) thrown = new_exception(types.GeneratorExit, "");
  }
  generator->yields_item = false;
  generator->stepping = true;
  if (throws)
    outcome = co_await throw_into(generator_ref, thrown);
  else
    outcome = co_await send(generator_ref, thrown ? thrown.get() : Value::none());
  while (awaits(generator, outcome)) {
    Ref sent = co_yield std::move(outcome.value);
    if (sent)
      outcome = co_await send(generator_ref, sent);
    else
      outcome = co_await throw_into(generator_ref, take_pending());
  }
  co_return step_result(generator, closing, std::move(outcome));
}

// Before 3.13, what is thrown into athrow() or aclose() before its start goes into the generator
// and leaves the step as it was: it can be thrown into again, or begin.
static Native throw_past_step(Ref step_ref, Ref exception) {
  Frame* step = as<Frame>(step_ref);
  const Value* of = static_cast<NativeFrame*>(step)->storage;
  Ref generator = of[0];
  const bool closing = text_of(of[1]) == "aclose";
  step->awaited = true;
  as<Frame>(generator)->yields_item = false;
  Outcome outcome = co_await throw_into(generator, exception);
  if (awaits(as<Frame>(generator), outcome)) co_return outcome.value;
  if (closing && outcome.how == Outcome::Yielded) step->state = FrameState::Finished;
  Ref result = step_result(as<Frame>(generator), closing, std::move(outcome));
  co_return result ? raise_stop_iteration(result) : Ref();
}

static NativeFrame* as_step(Native awaited, Type* type) {
  NativeFrame* step = awaited.release();
  step->type = type;
  step->takes_throw = true;
  return step;
}

Ref new_async_step(Frame* generator, AsyncStep how, Value argument) {
  find_hooks(generator);
  const bool sends = how == AsyncStep::Next || how == AsyncStep::Send;
  NativeFrame* step =
      as_step(async_step(Value::of(generator), how, argument), sends ? asend_type : athrow_type);
  const char* method = sends ? "asend" : how == AsyncStep::Throw ? "athrow" : "aclose";
  step->storage_count = 2;  // for a warning: what it is a step of, and which
  step->storage = static_cast<Value*>(heap::allocate(sizeof(Value) * step->storage_count + 1));
  new (&step->storage[0]) Value(Ref(Value::of(generator)).take());
  new (&step->storage[1]) Value(Ref(Value::of(intern(method))).take());
  return Ref::adopt(step);
}

Ref as_anext_awaitable(Native awaited) {
  return Ref::adopt(as_step(std::move(awaited), anext_type));
}

static const NativeDefinition kStepMethods[] = {
    method("__await__", "(self, /)", generator_self),
    method("__iter__", "(self, /)", generator_self),
    method("__next__", "(self, /)", generator_next),
    method("send", "(self, value, /)", generator_send),
    method("throw", "(self, type, value=<null>, traceback=<null>, /)", generator_throw),
    method("close", "(self, /)", generator_close),
};

static Ref async_next(Args& args) {
  return new_async_step(as<Frame>(args[0]), AsyncStep::Next, Value());
}
static Ref async_send(Args& args) {
  return new_async_step(as<Frame>(args[0]), AsyncStep::Send, args[1]);
}
static Ref async_close(Args& args) {
  return new_async_step(as<Frame>(args[0]), AsyncStep::Close, Value());
}
static Native async_throw(Args args) {
  if (!warn_of_throw(args, "athrow")) co_return Ref();
  CO_TRY(exception, exception_to_throw(args[1], args[2], args[3]));
  co_return new_async_step(as<Frame>(args[0]), AsyncStep::Throw, exception);
}

static const NativeDefinition kAsyncGeneratorMethods[] = {
    method("__aiter__", "(self, /)", generator_self),
    method("__anext__", "(self, /)", async_next),
    method("asend", "(self, value, /)", async_send),
    method("athrow", "(self, type, value=<null>, traceback=<null>, /)", async_throw),
    method("aclose", "(self, /)", async_close),
    method("__repr__", "(self, /)", generator_repr),
    getter("__name__", get_name),
    getter("__qualname__", get_qualname),
    getter("ag_running", get_stepping),
    getter("ag_suspended", get_suspended).since(Version::V3_12),
    getter("ag_await", get_awaited),
    getter("ag_code", get_code),
    getter("ag_frame", get_frame),
};

void register_generators() {
  auto make = [](const char* name, std::span<const NativeDefinition> methods) {
    TypeSpec spec;
    spec.name = name;
    spec.layout = Kind::Frame;
    spec.flags = Type::kNoSubclass | Type::kNoInstance;
    spec.methods = methods;
    spec.slots = {destroy_frame, visit_frame, empty_frame, nullptr, nullptr};
    if (methods.data() != kFrameMethods) {
      spec.slots.finalize = finalize_generator;
      spec.slots.run_finalizer = end_generator;
    }
    return new_builtin_type(spec);
  };
  types.frame = make("frame", kFrameMethods);
  types.generator = make("generator", kGeneratorMethods);
  types.coroutine = make("coroutine", kCoroutineMethods);
  types.async_generator = make("async_generator", kAsyncGeneratorMethods);
  asend_type = make("async_generator_asend", kStepMethods);
  athrow_type = make("async_generator_athrow", kStepMethods);
  anext_type = make("anext_awaitable", kStepMethods);
  TypeSpec wrapper;
  wrapper.name = "coroutine_wrapper";
  wrapper.layout = Kind::Native;
  wrapper.instance_size = sizeof(CoroutineWrapper);
  wrapper.flags = Type::kNoSubclass | Type::kNoInstance;
  wrapper.methods = kWrapperMethods;
  wrapper.slots.destroy = destroy_native<CoroutineWrapper>;
  wrapper_type = new_builtin_type(wrapper);
}

void register_machine() {
  register_generators();
  register_attributes();
  register_classes();
  register_contexts();
  register_lazy_imports();
  register_frame_locals();
  register_warnings();
}

}  // namespace awaitscope
