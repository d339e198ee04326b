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

#include "engine/machine/native.h"
#include "engine/machine/run_texts.h"
#include "engine/objects/frame.h"
#include "engine/objects/run_context.h"

namespace awaitscope {

// What the program has printed. Each piece is an event of the recording too.
class Output {
 public:
  Output(Recorder& recorder, RunLimits& limits) : recorder_(recorder), limits_(limits) {}

  void write_out(std::string_view text) { write(EventKind::Out, out_, text); }
  void write_err(std::string_view text) { write(EventKind::Err, err_, text); }
  const std::string& out() const { return out_; }
  const std::string& err() const { return err_; }

 private:
  void write(EventKind kind, std::string& stream, std::string_view text);

  Recorder& recorder_;
  RunLimits& limits_;
  std::string out_, err_;
};

// What async generators ask of the event loop that runs, as with sys.set_asyncgen_hooks().
struct AsyncGeneratorHooks {
  void (*first_iteration)(Frame* generator);  // its first step is made, though it has not begun
  // The last reference to a suspended one has gone. True: the loop has taken the reference over and
  // schedules its aclose(). False: nobody does.
  bool (*finalizer)(Frame* generator);
  void (*gone)(Frame* generator);
};

// What the machine asks of the floors above it. Each is set once, by make_world().
struct MachineHooks {
  // builtins.__import__: IMPORT_NAME's names and level. The module; null: pending.
  Native (*import_name)(Ref name, Ref from, int64_t level) = nullptr;
  // A module of that full name, loaded if need be; null and nothing pending: there is none.
  Native (*load_module)(Ref name) = nullptr;
  // sys.unraisablehook: "Exception ignored in: ...". Leaves nothing pending.
  Native (*report_unraisable)(Ref exception, Ref object) = nullptr;
  // except* TYPE of what is left of an exception: a tuple (those that match, the others), each a
  // group or None; and at the end what the handlers have left and raised, as one exception or None.
  Native (*split_for_handler)(Ref exception, Ref type) = nullptr;
  Native (*join_after_handlers)(Ref original, Ref left) = nullptr;
  AsyncGeneratorHooks async_generators = {};
  // Names that a module has but makes only when they are asked for, as far as they are known.
  void (*add_later_names)(const Module* module, std::vector<std::string_view>& names) = nullptr;
};
extern MachineHooks machine_hooks;

// What a floor above keeps for one run, which owns it.
struct RunPart {
  virtual ~RunPart() = default;
  // Another thread runs now: what belongs to the one that ran is kept for it, what was kept for the
  // other taken up. Null: nothing yet.
  virtual void switch_thread(std::unique_ptr<RunPart>& /*from*/, std::unique_ptr<RunPart>& /*to*/) {
  }
};

class Threads;  // threads.h

class Vm : public RunContext {
 public:
  Vm(Recording* recording, Version version,
     const Limits& limits);  // recording: null records nothing
  ~Vm();

  enum class Status : uint8_t { Finished, Paused };
  Status run();                  // until current is null, or the recording is full
  void pause_at(size_t events);  // once the recording has so many

  // --- frames ---
  // Begins a call. True: done, result (null: pending). False: a frame is current now, whose outcome
  // comes to the frame that was current before.
  bool start_call(Value callable, const Args& args, Ref& result);
  bool start_send(Value receiver, Value value, Outcome& outcome);  // the same for running on
  // Direct: into this frame itself, not into what it awaits.
  bool start_throw(Value receiver, Ref exception, Outcome& outcome, bool direct = false);
  void push(Frame* frame);  // takes over a reference; current becomes its back
  bool too_deep() const { return depth >= limits.recursion; }
  // For frames of ours within others, which CPython would not count: they get somewhat further, so
  // that what handles an error at the limit can run.
  bool far_too_deep() const { return depth >= limits.recursion + 200; }
  void leave(Outcome outcome);  // current leaves to its back

  Outcome outcome;          // what the last frame left with, or what is sent
  bool delivering = false;  // `outcome` is for `current`; else that just goes on
  uint32_t depth = 0;       // frames on the way from the first to the current one

  // Entries that the pending exception's traceback got since the exception was handled last.
  uint32_t unhandled_entries = 0;

  void run_finalizers();                   // pushes what runs them
  void finalize_and_raise(Ref exception);  // the same, and it leaves with the exception

  // --- the clock ---
  void move_clock(double seconds, bool by_looking = false);  // to there; the recording has it
  double look_at_clock();                                    // what the program is told of it

  // --- what the run has besides ---
  Output output{recorder, limits};
  RunTexts texts;  // the program's source lines, the warnings shown
  Dict* builtins = nullptr;
  Dict* modules = nullptr;  // sys.modules
  Module* main = nullptr;
  std::unique_ptr<RunPart> asyncio;  // engine/asyncio/loop.h: AsyncioState; null: not used yet
  double now = 0;                    // the virtual clock, seconds
  uint32_t looks = 0;                // at the clock, since it moved last: see look_at_clock()
  uint32_t turn = 0;                 // how often an event loop has gone round
  uint32_t origin_depth = 0;         // of cr_origin: sys.set_coroutine_origin_tracking_depth()
  bool idle = false;                 // stopped because nothing can wake the event loop
  bool interrupted = false;          // see Run::interrupted()
  struct LazyImports {               // see lazy_imports.h
    bool all = false;                // sys.set_lazy_imports("all")
    Ref filter;                      // sys.set_lazy_imports_filter(); null: none
    Ref modules;                     // sys.lazy_modules; null: not made yet
  } lazy_imports;
  bool modules_gone = false;  // the end has come to what the modules hold
  Ref context;                // see context.h; null: the first, or there are none
  bool has_contexts = false;
  std::unique_ptr<Threads> threads;  // null: there is only the main thread

 private:
  Status run_thread();  // the one that runs, and those that are switched to
  bool needs_attention() const;
  bool interpret();  // false: paused
  void record_start(PyFrame* frame, const CodeObject* code, uint32_t offset);
  void run_native(NativeFrame* frame);
  bool start_function(Function* function, Value self, const Args& args, Ref& result);
  // Whatever start_call() has no short way for: methods of methods, objects with __call__ ...
  bool start_any_call(Value callable, const Args& args, Ref& result);
  // A frame that handles an exception is left by another, which was thrown in below it.
  void chain_passed_on(Exception* exception, Value handled);
  bool paused_at_limit() const { return recorder.recording && recorder.recording->is_full(); }
};

// The machine of the run that is active.
inline Vm& vm() { return static_cast<Vm&>(this_run()); }

Native run_due_finalizers();  // what Vm::run_finalizers pushes

void register_machine();  // the types of frames, generators, classes ...: all that the machine has

}  // namespace awaitscope
