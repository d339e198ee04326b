#include "engine/run/run.h"

#include "engine/asyncio/hooks.h"
#include "engine/builtins/errors/errors.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/compile/compile.h"
#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/imports.h"
#include "engine/machine/threads.h"
#include "engine/machine/warnings.h"
#include "engine/modules/import.h"
#include "engine/objects/collect.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"
#include "engine/run/world.h"

namespace awaitscope {

static int runs_alive = 0;

struct Run::Impl {
  enum class Phase : uint8_t { Program, Report, Threads, Cleanup, Over };

  std::string source;
  RunOptions options;
  Recording recording;
  Vm machine;
  Phase phase = Phase::Program;
  RunState state = RunState::Paused;
  int exit_status = 0;
  std::optional<SyntaxError> error;
  bool main_cleared = false;
  std::string injection_problem;
  Ref uncaught;                  // the exception that ended the program, until the clean-up
  std::vector<Object*> reached;  // by it; some may be gone

  Impl(std::string_view text, const RunOptions& wanted)
      : source(text),
        options(wanted),
        recording(wanted.version),
        machine(wanted.record ? &recording : nullptr, wanted.version, wanted.limits) {}

  void reject(const SyntaxError& why) {
    error = why;
    machine.output.write_err(format_syntax_error(why, "main.py", source, options.version));
    end(RunState::Rejected, 1);
  }

  void end(RunState how, int exit) {
    state = how;
    exit_status = exit;
    phase = Phase::Over;
    machine.recorder.record(EventKind::End, uint32_t(how), uint32_t(exit));
  }

  bool begin() {
    Parsed parsed = parse(source, options.version);
    if (parsed.error) {
      reject(*parsed.error);
      return false;
    }
    CompileOptions compile_options;
    compile_options.lines = options.record ? options.lines : may_start_threads(source);
    Compiled compiled = compile(*parsed.tree->module, source, compile_options);
    if (compiled.error) {
      reject(*compiled.error);
      return false;
    }
    for (const auto* list : {&parsed.warnings, &compiled.warnings}) {
      for (const SyntaxError& warning : *list) {
        // (python3 takes what it compiles to be outside of __main__, and so says nothing of the
        // escape sequences that are to go.)
        if (warning.type != SyntaxError::Type::DeprecationWarning) {
          warn(types.SyntaxWarning, warning.message, warning.line);
        }
      }
    }
    machine.builtins = as<Dict>(new_builtins_dict().take());
    add_vm_builtins(machine.builtins);
    machine.modules = as<Dict>(new_dict().take());
    Ref main = new_module("__main__");
    machine.main = as<Module>(Ref(main).take());
    Dict* dict = machine.main->dict;
    dict_set(machine.modules, names.main, main);
    dict_set(dict, names.file, Value::of(names.program));
    Ref code = link(compiled.code, names.program);
    Ref body = new_function(as<CodeObject>(code), dict, Value());
    PyFrame* frame = frame_for_call(as<Function>(body), Value(), Args{});
    frame->names = Ref(Value::of(dict)).take();
    machine.push(frame);
    return true;
  }

  // The program's frames have all left: what did the module end with?
  void finish_program() {
    phase = Phase::Report;
    if (!machine.threads) end_recording();
    Outcome outcome = std::exchange(machine.outcome, Outcome());
    machine.delivering = false;
    if (outcome.how != Outcome::Raised) return;
    exit_status = 1;
    auto* exception = as<Exception>(outcome.value);
    if (is_subtype(exception->type, types.SystemExit)) return exit_by(exception);
    const bool is_interrupt = since(Version::V3_13)
                                  ? is_subtype(exception->type, types.KeyboardInterrupt)
                                  : exception->type == types.KeyboardInterrupt;
    if (is_interrupt) machine.interrupted = true;
    uncaught = outcome.value;
    machine.push(report_uncaught(uncaught).release());
  }

  // What nobody catches has been reported; what sys.excepthook left with may be a SystemExit.
  void finish_report() {
    Outcome outcome = std::move(machine.outcome);
    machine.delivering = false;
    if (outcome.how == Outcome::Raised) exit_by(as<Exception>(outcome.value));
  }

  void exit_by(const Exception* system_exit) {
    exit_status = 1;
    machine.interrupted = false;
    Value code = system_exit->extra[0];
    int64_t number;
    if (!code || code.is_none()) {
      exit_status = 0;
    } else if (is_integer(code) && as_int64(code, number)) {
      exit_status = int(number & 0xff);
    } else {
      Ref text = str_fast(code);
      if (text) machine.output.write_err(concat({text_of(text), "\n"}));
    }
  }

  void end_recording() {
    if (machine.recorder.recording) recording.end_program();
  }

  // Threads take turns at lines: so there must be lines, and the same ones, if nothing is recorded.
  static bool may_start_threads(std::string_view source) {
    return source.find("thread") != source.npos || source.find("executor") != source.npos ||
           source.find("Executor") != source.npos;
  }

  // The main thread has ended: it waits for those that are no daemons, and for executors.
  void wait_for_threads() {
    phase = Phase::Threads;
    machine.delivering = false;
    machine.push(end_of_program().release());
  }
  static Native end_of_program() {
    static constexpr std::pair<const char*, const char*> kLast[] = {{"threading", "_shutdown"},
                                                                    {"atexit", "_run_exitfuncs"}};
    for (const auto& last : kLast) {
      Ref module = dict_get(vm().modules, intern(last.first));
      if (!module || !is<Module>(module)) continue;
      Ref function = dict_get(as<Module>(module)->dict, intern(last.second));
      if (!function) continue;
      Ref done = co_await call(function);
      if (done) continue;
      Ref exception = take_pending();
      done = co_await report_unraisable(exception, module);
      if (!done && is_pending()) take_pending();
    }
    co_return Value::none();
  }

  void report() {
    phase = Phase::Cleanup;
    if (machine.threads) {
      end_recording();
      machine.threads->freeze();
    }
    machine.delivering = false;
    collect_cycles();  // while the exception that ended the program still keeps its frames
    reached = in_order_of_reach(uncaught);
    machine.modules_gone = true;
    machine.outcome = Outcome();
    uncaught = Ref();
    if (since(Version::V3_13)) collect_cycles(reached);
    // What ends with the main module does so while all its names are still there.
    if (asyncio_keeps(Value::of(machine.main->dict)) || finalize_all_of(machine.main)) return;
    // Something of the runtime's own holds on to it. (Tasks that are pending have an order of their
    // own: see below.)
    if (machine.threads || asyncio_has_pending_tasks()) return;
    Ref sys = dict_get(machine.modules, intern("sys"));
    const Value roots[] = {Value::of(machine.builtins), sys};
    finalize_all_but(machine.main, roots);
  }

  // As at the end of the interpreter, the names of the main module go, one after the other. Not
  // where the current event loop still holds a function of the program, and so its variables:
  // nothing of them ends then, since asyncio's modules go last.
  void clear_main() {
    Dict* dict = machine.main->dict;
    if (asyncio_keeps(Value::of(dict))) return;
    asyncio_note_tasks_in_reach(Value::of(dict));
    for (uint32_t i = 0; i < dict->filled; ++i) {
      Ref key = dict->entries[i].key;
      if (!key || !is<Str>(key) || text_of(key) == "__builtins__") continue;
      dict_set(dict, key, Value::none());
    }
    asyncio_abandon_tasks(true);
    collect_cycles(reached);
    asyncio_abandon_tasks(false);
  }

  // What the clean-up so far has left is garbage now. False: there was nothing left to do.
  bool clean_up_more() {
    if (!std::exchange(main_cleared, true)) {
      clear_main();
      return true;
    }
    collect_cycles(reached);
    return !machine.finalizers.empty();
  }

  void tear_down() {
    machine.closing = true;
    while (Frame* frame = machine.current) {
      machine.current = frame->back;
      frame->back = nullptr;
      frame->state = FrameState::Finished;
      release(static_cast<Object*>(frame));
    }
    if (machine.threads) machine.threads->release_frames();
    machine.outcome = Outcome();
    uncaught = Ref();
    machine.texts = RunTexts();
    machine.finalizers.clear();
    take_pending();
    asyncio_forget_run();
    machine.context = Ref();
    if (machine.main) dict_clear(machine.main->dict);
    for (Dict* dict : {machine.modules, machine.builtins}) {
      if (!dict) continue;
      dict_clear(dict);
      release(static_cast<Object*>(dict));
    }
    if (machine.main) release(static_cast<Object*>(machine.main));
    collect_cycles();
    machine.threads = nullptr;
    if (--runs_alive == 0) release_everything();
    machine.finalizers.clear();
  }
};

Run::Run(std::string_view source, const RunOptions& options)
    : impl_(std::make_unique<Impl>(source, options)) {
  make_world();
  ++runs_alive;
  RunScope scope(impl_->machine);
  set_program_source(impl_->source);
  if (impl_->begin()) asyncio_inject(options.injections, impl_->injection_problem);
}

Run::~Run() {
  RunScope scope(impl_->machine);
  impl_->tear_down();
}

RunState Run::go(uint64_t events) {
  Impl& run = *impl_;
  if (run.phase == Impl::Phase::Over) return run.state;
  Vm& machine = run.machine;
  RunScope scope(machine);
  size_t recorded = run.recording.size();
  machine.pause_at(events < SIZE_MAX - recorded ? recorded + size_t(events) : SIZE_MAX);
  for (;;) {
    if (machine.run() == Vm::Status::Paused) return run.state = RunState::Paused;
    if (machine.limits.stopped()) {
      run.end(machine.idle ? RunState::Idle : RunState::Limited, 1);
      return run.state;
    }
    if (run.phase == Impl::Phase::Program) {
      run.finish_program();
      continue;
    }
    if (run.phase == Impl::Phase::Report) {
      run.finish_report();
      run.wait_for_threads();
      continue;
    }
    if (run.phase == Impl::Phase::Threads) run.report();
    // Whatever the clean-up has left to run: generators' finally blocks, __del__.
    if (machine.finalizers.empty() && !run.clean_up_more()) break;
    machine.run_finalizers();
  }
  run.end(RunState::Finished, run.exit_status);
  return run.state;
}

RunState Run::state() const { return impl_->state; }
int Run::exit_status() const { return impl_->exit_status; }
bool Run::interrupted() const { return impl_->machine.interrupted; }
std::string_view Run::message() const { return impl_->machine.limits.why(); }
const SyntaxError* Run::error() const { return impl_->error ? &*impl_->error : nullptr; }
std::string_view Run::injection_problem() const { return impl_->injection_problem; }
std::string_view Run::out() const { return impl_->machine.output.out(); }
std::string_view Run::err() const { return impl_->machine.output.err(); }
const Recording& Run::recording() const { return impl_->recording; }

}  // namespace awaitscope
