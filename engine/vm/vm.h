#pragma once
// The machine: one loop that runs frames, Python's and native ones, until none is left or it
// pauses.
//
// Frames never run inside one another. A frame that calls, awaits or iterates makes the other frame
// current and leaves to the loop (or, between Python frames, goes on in the same loop of the
// interpreter); when that frame leaves, its Outcome is delivered to the frame behind it, whose
// current instruction (or co_await) says what it means.

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/recording/events/recording.h"
#include "engine/vm/frame.h"
#include "engine/vm/limits.h"
#include "engine/vm/native.h"
#include "engine/vm/watch_table.h"

namespace awaitscope {

struct Loop;  // engine/asyncio/loop.h

class Vm {
 public:
  explicit Vm(Recording* recording, const Limits& limits);  // recording: null records nothing
  ~Vm();

  enum class Status : uint8_t { Finished, Paused };
  Status run();  // until current is null, or the recording is full

  // --- frames ---
  // Begins a call. True: done, result (null: pending). False: a frame is current now, whose outcome
  // comes to the frame that was current before.
  bool start_call(Value callable, const Args& args, Ref& result);
  bool start_send(Value receiver, Value value, Outcome& outcome);  // the same for running on
  // Direct: into this frame itself, not into what it awaits.
  bool start_throw(Value receiver, Ref exception, Outcome& outcome, bool direct = false);
  void push(Frame* frame);  // takes over a reference; current becomes its back
  bool too_deep() const { return depth >= limits.recursion; }
  void leave(Outcome outcome);  // current leaves to its back

  Frame* current = nullptr;  // not counted here: running frames own themselves
  Outcome outcome;           // what the last frame left with, or what is sent
  bool delivering = false;   // `outcome` is for `current`; else that just goes on
  uint32_t depth = 0;        // frames on the way from the first to the current one

  // Entries that the pending exception's traceback got since the exception was handled last.
  uint32_t unhandled_entries = 0;

  Value handled_exception() const;  // sys.exception(): borrowed; null where none

  // --- the recording; all do nothing where there is none ---
  Recording* recording;
  uint32_t number_frame(PyFrame* frame);
  // A value for the recording; never runs Python code.
  Shown shown(Value value) {
    if (value.is_int()) return {value.bits};  // the same in both
    if (value.is_object()) return recording ? shown_object(value) : Shown::nothing();
    return value ? Shown::of_singleton(uint32_t(value.bits >> 2) - 1) : Shown::nothing();
  }
  uint32_t watch_numbered(Object* object);  // its number there; it is labelled "<Lock #1>"
  void changed(Object* object);             // its contents have; only where it is kWatched
  void forget(Object* object);              // a kWatched object is gone
  void forget_type(Type* type);             // a class is gone
  void renamed(Type* type);
  uint32_t record(EventKind kind, uint32_t subject, uint32_t operand = 0, uint32_t cause = 0);
  uint32_t record(EventKind kind, uint32_t subject, Shown value);
  // `kind` at the place where the innermost recorded Python frame is; for what await & co. found.
  void record_here(EventKind kind, Value value);

  // --- output ---
  void write_out(std::string_view text);
  void write_err(std::string_view text);
  std::string out, err;

  // --- the end of a run by a limit ---
  bool idle = false;                // stopped because nothing can wake the event loop
  bool closing = false;             // the run is torn down: nothing of the program runs any more
  bool stop(std::string_view why);  // the run ends at the next safe point; always true
  // For loops of ours that run none of the program's code: false where that has gone on for too
  // long, for the host could not pause the run meanwhile. MemoryError is pending then.
  bool may_go_on(int32_t weight) { return (silent_left_ -= weight) > 0 || !silent_for_too_long(); }
  // The same before arithmetic that multiplies or divides about so many pairs of 32-bit digits.
  bool may_calculate(uint64_t products);
  // "<what><limit><unit>", and how to set another limit: for whoever reads it on the page too.
  bool stop_at_limit(std::string_view what, uint64_t limit, std::string_view unit,
                     std::string_view option);
  std::string stopped;  // why; empty where it was not

  // --- what the run owns ---
  Limits limits;
  Dict* builtins = nullptr;
  Dict* modules = nullptr;  // sys.modules
  Module* main = nullptr;
  Loop* loop = nullptr;              // engine/asyncio; owned
  double now = 0;                    // the virtual clock, seconds
  uint32_t turn = 0;                 // how often an event loop has gone round
  std::vector<Ref> finalizers;       // frames and objects whose Python clean-up is due
  bool attention = false;            // there are finalizers, or the run is to stop or to pause
  Value running_loop, current_task;  // owned
  Ref context;                       // see context.h; null: the first, or there are none
  bool has_contexts = false;

  void pause_at(size_t events);            // once the recording has so many
  void run_finalizers();                   // pushes what runs them
  void finalize_and_raise(Ref exception);  // the same, and it leaves with the exception

 private:
  bool interpret();  // false: paused
  void run_native(NativeFrame* frame);
  // A frame that handles an exception is left by another, which was thrown in below it.
  void chain_passed_on(Exception* exception, Value handled);

  // Texts of the recording that say what a frame is: its type and its label.
  struct FrameTexts {
    uint32_t type = 0, label = 0;
  };
  struct ShownType {
    uint32_t name = 0, qualname = 0, label = 0;  // texts; 0: not there yet, or changed since
    uint32_t count = 0;                          // of its instances that have been shown
  };

  bool paused_at_limit() const { return recording && recording->is_full(); }
  Shown shown_object(Value value);
  Shown shown_frame(Frame* frame);
  FrameTexts frame_texts(Frame* frame);
  void show_contents(Object* object, uint32_t number);
  ShownType& shown_type(Type* type);
  uint32_t watch(Object* object, const Recording::Object& described);

  bool silent_for_too_long();
  bool has_recorded();  // since it was asked last; then steps are counted anew
  bool refuse_to_go_on(std::string_view why, std::string_view advice);  // always false
  static constexpr int32_t kMostSilentSteps = 50'000'000;               // a second or so
  int32_t silent_left_ = kMostSilentSteps;
  size_t events_before_ = 0;  // when it began

  WatchTable watched_;  // numbers in the recording of objects that are kWatched
  std::unordered_map<const Type*, ShownType> types_;
  std::unordered_map<const Str*, FrameTexts> native_texts_;  // by the frame's qualname
};

Native run_due_finalizers();  // what Vm::run_finalizers pushes
extern Vm* vm;                // the one that runs, or whose objects are being released

}  // namespace awaitscope
