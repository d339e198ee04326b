#include "engine/vm/vm.h"

#include "engine/asyncio/hooks.h"
#include "engine/modules/weakref.h"
#include "engine/runtime/containers.h"
#include "engine/runtime/errors.h"
#include "engine/runtime/text.h"
#include "engine/vm/calls.h"
#include "engine/vm/native.h"

namespace awaitscope {

Vm* vm = nullptr;

Vm::Vm(Recording* recording, const Limits& limits) : recording(recording), limits(limits) {}

Vm::~Vm() = default;

Vm::Status Vm::run() {
  while (current) {
    if (!stopped.empty()) return Status::Finished;
    if (current->native) {
      if (paused_at_limit()) return Status::Paused;
      run_native(static_cast<NativeFrame*>(current));
    } else if (!delivering &&
               !finalizers.empty()) {  // what a native has let go dies before it calls
      run_finalizers();
    } else if (!interpret()) {
      return Status::Paused;
    }
  }
  return Status::Finished;
}

void Vm::push(Frame* frame) {
  frame->back = current;
  frame->state = FrameState::Running;
  current = frame;
  delivering = false;
  ++depth;
}

void Vm::leave(Outcome left) {
  Frame* frame = current;
  current = frame->back;
  frame->back = nullptr;
  --depth;
  frame->state = left.how == Outcome::Yielded ? FrameState::Suspended : FrameState::Finished;
  delivering = !frame->interrupting;
  outcome = std::move(left);
  release(static_cast<Object*>(frame));
}

void Vm::run_native(NativeFrame* frame) {
  auto handle = Native::Handle::from_address(frame->coroutine);
  if (frame->delegate && delivering && outcome.how != Outcome::Yielded) frame->delegate = Ref();
  for (;;) {
    if (!stopped.empty()) return;
    if (frame->delegate) {  // it has yielded: so do we
      leave(std::move(outcome));
      return;
    }
    handle.resume();
    if (current != frame) return;  // it called
    if (handle.done()) {
      Ref value = std::move(frame->result);
      if (value.is_null() && is_pending()) {
        Ref exception = take_pending();
        if (frame->in_traceback) add_traceback(as<Exception>(exception), frame, 0);
        leave({Outcome::Raised, std::move(exception)});
      } else {
        leave({frame->leaves_yielded ? Outcome::Yielded : Outcome::Returned, std::move(value)});
      }
      return;
    }
    if (frame->yielding) {
      frame->yielding = false;
      leave({Outcome::Yielded, std::move(frame->result)});
      return;
    }
    if (!stopped.empty()) return;
    // It delegated, and the answer was there at once.
    if (outcome.how != Outcome::Yielded) frame->delegate = Ref();
  }
}

Value Vm::handled_exception() const {
  for (const Frame* frame = current; frame; frame = frame->back) {
    if (frame->handled) return frame->handled;
  }
  return {};
}

void Vm::chain_passed_on(Exception* exception, Value handled) {
  if (handled != Value::of(exception)) set_context(exception, handled);
  // CPython raises it anew there, with the traceback that it had where it was handled last: the
  // frames between are lost.
  for (; unhandled_entries > 0; --unhandled_entries) {
    Traceback* entry = as<Traceback>(exception->traceback);
    Value next = entry->next;
    retain(next);
    release(std::exchange(exception->traceback, next.is_none() ? Value() : next));
  }
}

bool Vm::stop(std::string_view why) {
  if (stopped.empty()) stopped = why;
  attention = true;
  return true;
}

bool Vm::stop_at_limit(std::string_view what, uint64_t limit, std::string_view unit,
                       std::string_view option) {
  return stop(concat({what, std::to_string(limit), unit, " (awaitscope --limit ", option,
                      " sets another limit)"}));
}

bool Vm::refuse_to_go_on(std::string_view why, std::string_view advice) {
  stop(concat({why, ", and nobody can look at the run meanwhile: ", advice}));
  raise_error(types.MemoryError, std::string_view());
  return false;
}

bool Vm::has_recorded() {
  const size_t events = recording ? recording->size() : events_before_ + 1;
  if (events == events_before_) return false;  // (who runs it without a recording can stop it)
  events_before_ = recording ? events : 0;
  silent_left_ = kMostSilentSteps;
  return true;
}

bool Vm::silent_for_too_long() {
  return !has_recorded() &&
         !refuse_to_go_on("a builtin has gone through 50,000,000 items", "let it be fewer");
}

bool Vm::may_calculate(uint64_t products) {
  constexpr uint64_t kProducts = 4;  // take as long as a step, or shorter
  const uint64_t steps = products / kProducts;
  // (No recording: the step is not counted, see has_recorded().)
  const bool fits = steps < uint64_t(kMostSilentSteps) || !recording;
  if (int64_t(steps) >= silent_left_ && !(fits && has_recorded())) {
    return refuse_to_go_on("arithmetic has multiplied 200,000,000 pairs of digits",
                           "let the integers be smaller");
  }
  if (int64_t(steps) < silent_left_) silent_left_ -= int32_t(steps);
  return true;
}

// --- clean-up that runs Python code ---

// What is pending, of which nobody else will hear.
static Native report_pending(Ref object) {
  Ref exception = take_pending();
  Ref asked = co_await prepare_exception_text(exception);
  if (!asked) take_pending();
  report_unraisable(exception, object);
  co_return Value::none();
}

Native run_due_finalizers() {
  // In the order in which the last references went; what goes while one runs comes before the rest.
  std::vector<Ref> due;
  for (;;) {
    while (!vm->finalizers.empty()) {
      due.push_back(std::move(vm->finalizers.back()));
      vm->finalizers.pop_back();
    }
    if (due.empty()) break;
    Ref object = std::move(due.back());
    due.pop_back();
    if (is_weak_reference(object)) {
      co_await call_weak_callback(object);
    } else if (is_generator(object.get().object())) {
      Ref done = co_await close_generator(object);
      if (done.is_null()) co_await report_pending(object);
    } else if (!(object.get().object()->flags & kFinalized)) {  // not for its __del__
      Ref done = co_await asyncio_finalize(object);
      if (done.is_null()) take_pending();
    } else {
      Value del = find_special(type_of(object), Special::del);
      if (!del) continue;
      Ref done = co_await call(del, object);
      if (done.is_null()) co_await report_pending(del);
    }
  }
  co_return Value::none();
}

static Native finalize_all_and_raise(Ref exception) {
  Ref done = co_await run_due_finalizers();
  restore_pending(exception);
  co_return Ref();
}

void Vm::pause_at(size_t events) {
  if (recording) recording->pause_at(events, &attention);
  attention = paused_at_limit() || !finalizers.empty() || !stopped.empty();
}

void Vm::finalize_and_raise(Ref exception) {
  attention = paused_at_limit();
  push(finalize_all_and_raise(std::move(exception)).release());
}

void Vm::run_finalizers() {
  attention = paused_at_limit() || !stopped.empty();
  NativeFrame* frame = run_due_finalizers().release();
  frame->interrupting = true;
  push(frame);
}

// --- the recording ---

uint32_t Vm::record(EventKind kind, uint32_t subject, uint32_t operand, uint32_t cause) {
  return recording ? recording->append(Event::make(kind, 0, subject, operand, cause)) : 0;
}

uint32_t Vm::record(EventKind kind, uint32_t subject, Shown value) {
  return recording ? recording->append(kind, 0, subject, value) : 0;
}

void Vm::record_here(EventKind kind, Value value) {
  if (!recording) return;
  for (Frame* frame = current; frame; frame = frame->back) {
    if (frame->native || !frame->number) continue;
    auto* python = static_cast<PyFrame*>(frame);
    Shown what = shown(value);
    recording->append(kind, python->offset(), frame->number, what);
    return;
  }
}

uint32_t Vm::number_frame(PyFrame* frame) {
  CodeObject* code = frame->code;
  uint32_t& number = code->recorded.number;
  if (!number) number = recording->add_code(code->code) + 1;
  return frame->number = recording->add_frame(number - 1);
}

Shown Vm::shown_object(Value value) {
  Object* object = value.object();
  if (object->kind == Kind::Frame) return shown_frame(static_cast<Frame*>(object));
  if (object->flags & kWatched) return Shown::of_object(watched_.find(object));
  switch (object->kind) {
    case Kind::Instance: {
      ShownType& type = shown_type(object->type);
      return Shown::of_object(watch(object, {type.qualname, type.name, ++type.count}));
    }
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Native: {
      ShownType& type = shown_type(object->type);
      return Shown::of_object(watch(object, {type.qualname, type.label, 0}));
    }
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      if (function->qualname != Value::of(function->code->qualname)) {
        return Shown::of_text(recording->intern(short_repr(value)));
      }
      uint32_t& text = function->code->recorded.function;
      if (!text) text = recording->intern(short_repr(value));
      return Shown::of_text(text);
    }
    default: return Shown::of_text(recording->intern(short_repr(value)));
  }
}

Vm::ShownType& Vm::shown_type(Type* type) {
  ShownType& shown = types_[type];
  if (!shown.name) {
    shown.qualname = recording->intern(text_of(type->qualname));
    shown.name = recording->intern(text_of(type->plain_name()));
    shown.label = recording->intern(concat({"<", text_of(type->qualname), ">"}));
  }
  return shown;
}

uint32_t Vm::watch(Object* object, const Recording::Object& described) {
  uint32_t number = recording->add_object(described);
  watched_.add(object, number);
  object->flags |= kWatched;
  show_contents(object, number);
  return number;
}

uint32_t Vm::watch_numbered(Object* object) {
  if (object->flags & kWatched) return watched_.find(object);
  ShownType& type = shown_type(object->type);
  std::string_view name = text_of(object->type->plain_name());
  std::string label = concat({"<", name, " #", std::to_string(++type.count), ">"});
  return watch(object, {type.qualname, recording->intern(label), 0});
}

Shown Vm::shown_frame(Frame* frame) {
  if (!frame->object_number) {
    FrameTexts texts = frame_texts(frame);
    frame->object_number = recording->add_object({texts.type, texts.label, 0});
  }
  return Shown::of_object(frame->object_number);
}

// The texts are kept with what the frame is named after, unless it has been renamed.
Vm::FrameTexts Vm::frame_texts(Frame* frame) {
  auto make = [&](std::string_view name) -> FrameTexts {
    uint32_t type = shown_type(frame->type).qualname;
    std::string label = concat({"<", frame->type->name_view(), " ", name, ">"});
    return {type, recording->intern(label)};
  };
  if (frame->native) {
    if (!is<Str>(frame->qualname) || !as<Str>(frame->qualname)->interned) {
      return make(frame_qualname(frame));
    }
    FrameTexts& texts = native_texts_[as<Str>(frame->qualname)];
    if (!texts.label) texts = make(frame_qualname(frame));
    return texts;
  }
  auto* python = static_cast<PyFrame*>(frame);
  CodeObject* code = python->code;
  if (frame->qualname || python->function->qualname != Value::of(code->qualname)) {
    return make(frame_qualname(frame));
  }
  CodeObject::Recorded& recorded = code->recorded;
  if (!recorded.label) {
    FrameTexts texts = make(code->qualname->view());
    recorded.type = texts.type;
    recorded.label = texts.label;
  }
  return {recorded.type, recorded.label};
}

void Vm::show_contents(Object* object, uint32_t number) {
  switch (object->kind) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set: {
      uint32_t text = recording->intern(short_repr(Value::of(object)));
      recording->append(Event::make(EventKind::Change, 0, number, text, 0));
      return;
    }
    default: return;
  }
}

void Vm::changed(Object* object) {
  if (!recording || !(object->flags & kWatched)) return;
  show_contents(object, watched_.find(object));
}

void Vm::forget(Object* object) { watched_.remove(object); }
void Vm::forget_type(Type* type) { types_.erase(type); }
void Vm::renamed(Type* type) { types_[type].name = 0; }

// --- output ---

void Vm::write_out(std::string_view text) {
  if (text.empty()) return;
  out.append(text);
  if (recording) record(EventKind::Out, 0, recording->keep(text), recording->last());
  if (out.size() + err.size() > limits.output_bytes) {
    stop_at_limit("the program printed more than ", limits.output_bytes, " bytes", "output=BYTES");
  }
}

void Vm::write_err(std::string_view text) {
  if (text.empty()) return;
  err.append(text);
  if (recording) record(EventKind::Err, 0, recording->keep(text), recording->last());
  if (out.size() + err.size() > limits.output_bytes) {
    stop_at_limit("the program printed more than ", limits.output_bytes, " bytes", "output=BYTES");
  }
}

}  // namespace awaitscope
