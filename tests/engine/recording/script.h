#pragma once
// Recordings made by hand: a script says what happens, as the machine would.
//
//   Script s;
//   Function main = s.coroutine("main", 3, 6, {"h"});
//   uint32_t frame = s.new_frame(main);
//   s.start(frame); s.line(frame, 4); s.bind(frame, "h", s.object("Hello", "<Hello #1>"));
//
// Each line of a function has five instructions, so that a frame can be at any of them: LINE, SEND
// (an await), YIELD_VALUE, a call and RETURN_VALUE.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/recording/events/recording.h"
#include "engine/recording/reading/reader.h"
#include "tests/engine/recording/describe.h"

namespace awaitscope::testing {

struct Function {
  uint32_t code = 0;
};

class Script {
 public:
  Recording recording;

  Function function(std::string_view name, int first, int last,
                    std::initializer_list<const char*> locals = {}, uint32_t flags = 0) {
    auto code = std::make_shared<Code>();
    code->qualname = name;
    code->name = name.substr(name.rfind('.') + 1);
    code->flags = flags | Code::kOptimized | Code::kNewLocals;
    code->first_line = first;
    for (const char* local : locals) {
      code->locals.push_back({local, LocalVariable::Kind::Local});
    }
    code->constants.push_back({});
    for (int line = first; line <= last; ++line) {
      for (Opcode opcode :
           {Opcode::LINE, Opcode::SEND, Opcode::YIELD_VALUE, Opcode::CALL, Opcode::RETURN_VALUE}) {
        code->instructions.push_back(make_instruction(opcode));
        code->positions.push_back({line, 4, line, 10});
      }
    }
    return {recording.add_code(code)};
  }
  Function coroutine(std::string_view name, int first, int last,
                     std::initializer_list<const char*> locals = {}) {
    return function(name, first, last, locals, Code::kCoroutine);
  }
  Function generator(std::string_view name, int first, int last,
                     std::initializer_list<const char*> locals = {}) {
    return function(name, first, last, locals, Code::kGenerator);
  }
  Function module(int last, std::initializer_list<const char*> names = {}) {
    Function made = function("<module>", 1, last);
    Code& code = const_cast<Code&>(*recording.codes()[made.code]);
    code.flags = 0;
    for (const char* name : names) code.names.push_back(name);
    return made;
  }

  // --- values ---
  static Shown none() { return Shown::of_singleton(0); }
  static Shown integer(int64_t value) { return Shown::of_int(value); }
  Shown text(std::string_view text) { return Shown::of_text(recording.intern(text)); }
  Shown object(std::string_view type, std::string_view label) {
    return Shown::of_object(
        recording.add_object({recording.intern(type), recording.intern(label), 0}));
  }
  void change(Shown object, std::string_view contents) {
    add(EventKind::Change, 0, object.index(), recording.intern(contents));
  }

  // --- frames ---
  uint32_t new_frame(Function function) { return recording.add_frame(function.code); }
  void start(uint32_t frame, uint32_t caller = 0) {
    at_line(frame, recording.code_of(frame).first_line);
    add(EventKind::Start, place(frame, 0), frame, caller);
  }
  uint32_t call(Function function, uint32_t caller = 0) {
    uint32_t frame = new_frame(function);
    start(frame, caller);
    return frame;
  }
  void line(uint32_t frame, int line) {
    at_line(frame, line);
    add(EventKind::Line, place(frame, 0), frame);
  }
  void bind(uint32_t frame, std::string_view name, Shown value) {
    const Code& code = recording.code_of(frame);
    for (uint32_t i = 0; i < code.locals.size(); ++i) {
      if (code.locals[i].name == name) append(Event::make(EventKind::Bind, i, frame, value));
    }
    for (uint32_t i = 0; i < code.names.size(); ++i) {
      if (code.names[i] == name) append(Event::make(EventKind::BindName, i, frame, value));
    }
  }
  void unbind(uint32_t frame, std::string_view name) {
    const Code& code = recording.code_of(frame);
    for (uint32_t i = 0; i < code.locals.size(); ++i) {
      if (code.locals[i].name == name) add(EventKind::Unbind, i, frame);
    }
  }
  void found(EventKind kind, uint32_t frame, Shown object) {  // AwaitCoroutine, EnterAsync ...
    append(Event::make(kind, place(frame, 1), frame, object));
  }
  void suspend(uint32_t frame, Shown value) {  // in an await
    append(Event::make(EventKind::Suspend, place(frame, 1), frame, value));
  }
  void yields(uint32_t frame, Shown value) {
    append(Event::make(EventKind::Suspend, place(frame, 2), frame, value));
  }
  void resume(uint32_t frame, Shown value = none()) {
    append(Event::make(EventKind::Resume, place(frame, 1), frame, value));
  }
  void throw_into(uint32_t frame, Shown exception) {
    append(Event::make(EventKind::Throw, place(frame, 1), frame, exception));
  }
  void returns(uint32_t frame, Shown value = none()) {
    append(Event::make(EventKind::Return, place(frame, 4), frame, value));
  }
  void raises(uint32_t frame, Shown exception) {
    append(Event::make(EventKind::Raise, place(frame, 3), frame, exception));
  }

  // --- tasks and futures ---
  // A task and its first step in the ready queue.
  uint32_t new_task(std::string_view name, uint32_t root, std::string_view coroutine = "main") {
    uint32_t task = recording.add_task({recording.intern(name), recording.intern(coroutine)});
    uint32_t created = add(EventKind::TaskCreated, 0, task, root);
    schedule(new_handle(std::string(name) + " step", task), created);
    return task;
  }
  uint32_t step(uint32_t task, uint32_t handle_run = 0) {
    return add(EventKind::TaskStep, 0, task, 0, handle_run);
  }
  void waits(uint32_t task, uint32_t future) { add(EventKind::TaskWaits, 0, task, future); }
  void waits_for_task(uint32_t task, uint32_t other) {
    add(EventKind::TaskWaits, 0, task, 0, other);
  }
  void done(uint32_t task, Shown result = none()) {
    append(Event::make(EventKind::TaskDone, 0, task, result));
  }
  void failed(uint32_t task, Shown exception) {
    append(Event::make(EventKind::TaskFailed, 0, task, exception));
  }
  uint32_t new_future() {
    uint32_t future = recording.add_future();
    add(EventKind::FutureCreated, 0, future);
    return future;
  }
  uint32_t set_result(uint32_t future, Shown result = none()) {
    return append(Event::make(EventKind::FutureDone, 0, future, result));
  }

  // --- the loop ---
  uint32_t new_handle(std::string_view label, uint32_t task = 0, double deadline = -1) {
    return recording.add_handle({recording.intern(label), task, deadline});
  }
  uint32_t schedule(uint32_t handle, uint32_t cause = 0) {
    return add(EventKind::HandleScheduled, 0, handle, 0, cause);
  }
  uint32_t run(uint32_t handle, uint32_t cause = 0) {
    return add(EventKind::HandleRun, 0, handle, 0, cause);
  }
  void handle_done(uint32_t handle) { add(EventKind::HandleDone, 0, handle); }
  uint32_t timer(std::string_view label, double deadline, uint32_t task = 0) {
    uint32_t handle = new_handle(label, task, deadline);
    add(EventKind::TimerArmed, 0, handle);
    return handle;
  }
  uint32_t fire(uint32_t handle) { return add(EventKind::TimerFired, 0, handle); }
  void turn(uint32_t number) { add(EventKind::TurnBegun, 0, 0, number); }
  void jump(double from, double to) {
    add(EventKind::IdleJump, 0, 0, recording.add_jump({from, to}));
  }
  void out(std::string_view text) { add(EventKind::Out, 0, 0, recording.keep(text)); }
  void err(std::string_view text) { add(EventKind::Err, 0, 0, recording.keep(text)); }
  void end(int status = 0) { add(EventKind::End, 0, 0, uint32_t(status)); }

  uint32_t add(EventKind kind, uint32_t offset, uint32_t subject, uint32_t operand = 0,
               uint32_t cause = 0) {
    return append(Event::make(kind, offset, subject, operand, cause));
  }
  uint32_t append(const Event& event) { return recording.append(event); }

 private:
  void at_line(uint32_t frame, int line) {
    if (lines_.size() <= frame) lines_.resize(frame * 2 + 16);
    lines_[frame] = line;
  }
  uint32_t place(uint32_t frame, uint32_t instruction) const {
    const Code& code = recording.code_of(frame);
    return uint32_t(lines_[frame] - code.first_line) * 5 + instruction;
  }

  std::vector<int> lines_;  // by frame: the line it is at
};

// A long run of an imagined program: tasks that await chains of frames, sleep, wake each other, are
// cancelled and end, until the recording has `events` events. `alive` tasks live at any time.
void imagine(Script& script, size_t events, uint32_t alive, uint32_t seed);

}  // namespace awaitscope::testing
