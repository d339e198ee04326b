// Chooses what to say about a step. What is said stands in explanation_texts.def.

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/explaining.h"
#include "engine/recording/reading/handle_words.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/reading/line_contents.h"

namespace awaitscope {

namespace {

bool is_method(const Code& code, std::string_view name) { return code.name == name; }

// Is the value, as it is shown, true? (Of an object that says so itself, only what follows tells.)
bool is_false(std::string_view shown) {
  for (std::string_view text : {"None", "False", "0", "0.0", "''", "b''", "()", "[]", "{}", "set()",
                                "frozenset()", "0j", "-0.0"}) {
    if (shown == text) return true;
  }
  return false;
}

// By kind: the text that has its name, which says it all where nothing else matters.
constexpr TextId kNoText{SIZE_MAX};
constexpr auto kTextsOfKinds = [] {
  constexpr std::string_view kNames[] = {
#define TEXT(id, link, facts, text) #id,
#include "engine/recording/reading/explanation_texts.def"
#undef TEXT
  };
  std::array<TextId, kEventKinds> texts{};
  for (size_t kind = 0; kind < kEventKinds; ++kind) {
    texts[kind] = kNoText;
    for (size_t id = 0; id < std::size(kNames); ++id) {
      if (kNames[id] == kEventRows[kind].name) texts[kind] = TextId(id);
    }
  }
  return texts;
}();
constexpr TextId text_of_kind(EventKind kind) { return kTextsOfKinds[size_t(kind)]; }
static_assert(
    [] {
      for (size_t i = 0; i < kEventKinds; ++i) {
        const EventKind kind = EventKind(i);
        const bool found = is_of_frame(kind) && word_of(kind).empty();  // by await, async with ...
        const bool needed = found || is_of_task(kind) || is_of_future(kind) || is_of_loop(kind) ||
                            is_of_thread(kind);
        if (needed && text_of_kind(kind) == kNoText) return false;
      }
      return true;
    }(),
    "a kind of event has no text");

class Explainer : public Explaining {
 public:
  using Explaining::Explaining;

  Explanation explain() {
    const EventKind kind = event_.kind();
    if (runs_without_end()) return std::move(answer_);
    if (kind == EventKind::Line) return explain_line(reader_, recording_, step_);
    if (is_of_frame(kind))
      frame_event(kind);
    else if (is_of_task(kind))
      task_event(kind);
    else if (is_of_future(kind))
      future_event(kind);
    else if (is_of_loop(kind))
      loop_event(kind);
    else if (is_of_thread(kind))
      return explain_thread(reader_, recording_, step_);
    else
      run_event(kind);
    return std::move(answer_);
  }

 private:
  std::string word(std::string_view name) const override {
    if (name == "until") return awaited();
    if (name == "who")
      return word_of(event_.kind()).empty() ? awaiting_statement(event_)
                                            : who_awaits(event_.subject);
    return Explaining::word(name);
  }

  // --- frames ---
  void frame_event(EventKind kind) {
    const Code& c = recording_.code_of(event_.subject);
    switch (kind) {
      case EventKind::Start: return start(c);
      case EventKind::Suspend: return suspend(c);
      case EventKind::Resume: return resume(c);
      case EventKind::Throw: return thrown();
      case EventKind::Return: return returned(c);
      case EventKind::Raise: return raised(c);
      default: return found(kind);
    }
  }

  // What await, async with and the like found.
  void found(EventKind kind) {
    TextId id = text_of_kind(kind);
    const Event* after = next();
    if (kind == EventKind::ExitAsync && leaves_by_exception(event_.subject)) {
      id = TextId::ExitAsyncByException;
    } else if (kind == EventKind::AwaitCoroutine) {
      if (after && !enters_frame(after->kind()))
        id = is_of_library(event_.shown()) ? TextId::AwaitNative : TextId::AwaitFinished;
      else if (!moment().task)
        id = TextId::AwaitCoroutineAlone;
    } else if (kind == EventKind::AwaitFuture) {
      if (const Event* fate = next_of(event_.subject, index_)) {
        id = fate->kind() == EventKind::Suspend ? TextId::AwaitFuturePending
             : goes_on_by_exception(*fate)      ? TextId::AwaitFutureFailed
                                                : TextId::AwaitFutureDone;
      }
    }
    if (id == TextId::AwaitFuturePending) {
      const TaskView* waiting = waits_next();
      set("other", waiting && waiting->waits_for.starts_with("future") ? future_name(*waiting)
                   : waiting && waiting->waits_for_task                ? in_code(waiting->waits_for)
                                                                       : value(event_.shown()));
    }
    say(id);
  }

  // Is the coroutine one that no function of the program has made?
  bool is_of_library(Shown coroutine) const {
    const std::string shown = reader_.show(coroutine, index_);
    return std::none_of(
        recording_.codes().begin(), recording_.codes().end(),
        [&](const auto& code) { return "<coroutine " + code->qualname + ">" == shown; });
  }

  void start(const Code& c) {
    const uint32_t outer = reader_.outer_frame(step_);
    if (is_module(c)) return say(TextId::StartModule);
    if (is_body(c)) return say(TextId::StartClass);
    const bool coroutine = c.flags & Code::kCoroutine;
    const Event* before = this->before();
    const bool awaited = is_awaited(outer);
    const bool by_with =
        awaited && !is(before, EventKind::AwaitNative) &&
        (is(before, EventKind::EnterAsync) || awaiting_statement(*before) == "`async with`");
    if (is_method(c, "__init__") && !coroutine) return say(TextId::StartInit);
    if (is_method(c, "__await__") && !coroutine) {
      return say(c.flags & Code::kGenerator ? TextId::StartAwaitGenerator
                                            : TextId::StartAwaitMethod);
    }
    if (by_with && is_method(c, "__aenter__")) {
      return say(coroutine ? TextId::StartAenter : TextId::StartPlainAenter);
    }
    if (is_method(c, "__aexit__") && by_with && coroutine && is_exit_of(outer, c)) {
      return say(leaves_by_exception(outer) ? TextId::StartAexitWithException : TextId::StartAexit);
    }
    if (is_method(c, "__aexit__") && !coroutine) return say(TextId::StartPlainAexit);
    if (c.flags & Code::kAsyncGenerator) return say(TextId::StartAsyncGenerator);
    if (c.flags & Code::kGenerator) return say(TextId::StartGenerator);
    if (!coroutine) {
      if (!outer && moment().running_handle && !moment().task) return say(TextId::StartCallback);
      if (!outer && moment().thread && !moment().task) {
        set("thread", thread_name(moment().thread));
        return say(TextId::StartInThread);
      }
      if (!outer) return say(TextId::StartFunctionAlone);
      return say(calls(outer, c) ? TextId::StartFunction : TextId::StartFunctionFrom);
    }
    if (is(before, EventKind::TaskStep)) return say(TextId::StartByTask);
    say(!awaited                             ? TextId::StartCoroutine
        : who_awaits(outer) == "`async for`" ? TextId::StartAnext
                                             : TextId::StartByAwait);
  }

  // Does the line that a frame is at call a function of this name?
  bool calls(uint32_t frame, const Code& function) const {
    for (const LineContents::Action& action : line_of(frame).actions) {
      const std::string_view callee = action.callee;
      if (callee.substr(callee.rfind('.') + 1) == function.name) return true;
    }
    return false;
  }
  LineContents line_of(uint32_t frame) const {
    const Event* line = last_of(frame, EventKind::Line);
    return line ? contents_of_line(recording_.code_of(frame), line->offset()) : LineContents();
  }

  // Who gets what is yielded here: the first frame outwards that does not pass it on; 0: a task, or
  // who has no frame.
  uint32_t receiver() const {
    size_t step = step_;
    uint32_t outer = reader_.outer_frame(step);
    while (outer && step + 1 < reader_.steps() && at(step + 1).kind() == EventKind::Suspend &&
           at(step + 1).subject == outer)
      outer = reader_.outer_frame(++step);
    return outer;
  }

  void suspend(const Code& c) {
    const uint32_t outer = reader_.outer_frame(step_), receiver = this->receiver();
    const bool generator = is_generator(c);
    const Event* before = this->before();
    const bool none = event_.shown() == Shown::of_singleton(0);
    const bool passes_on = c.instructions[event_.offset()].opcode() == Opcode::SEND;
    const bool inner = is(before, EventKind::Suspend) && passes_on;
    if (inner) set("inner", function(before->subject));
    const bool to_loop = !outer && moment().task != 0 && !is_eager_step();
    if (inner) {
      return say(to_loop     ? TextId::SuspendOutermost
                 : generator ? TextId::SuspendYieldFrom
                             : TextId::SuspendPassesOn);
    }
    if (none && moment().task && (receiver == 0 || is_eager_step()) &&
        (passes_on || is_method(c, "__await__") || is(next(), EventKind::Suspend))) {
      return say(TextId::SuspendBare);
    }
    if (passes_on && !(generator && receiver)) {
      if (to_loop) return say(TextId::SuspendTask);
      if (outer != receiver) return say(TextId::SuspendOnFuture);
      set("then", outer ? "Control returns to " + function(outer) + "." : "");
      return say(TextId::SuspendHere);
    }
    const uint32_t task = moment().task;
    set("outer", receiver ? function(receiver) : task ? task_name(task) : "");
    say(receiver || task ? TextId::SuspendYield : TextId::SuspendYieldAlone);
  }

  // Is this step of the task the one taken where it was created?
  bool is_eager_step() const {
    const Event* step = back([&](const Event& e) {
      return e.kind() == EventKind::TaskStep && e.subject == moment().task;
    });
    return step && step->cause == 0;
  }

  // What the task of a suspension is going to wait for, in words: that follows within a few steps.
  std::string awaited() const {
    const TaskView* view = waits_next();
    return view ? until(*view) : "with " + value(event_.shown());
  }
  const TaskView* waits_next() const {
    for (size_t step = step_ + 1; step < reader_.steps(); ++step) {
      const Event& event = at(step);
      if (event.kind() == EventKind::TaskWaits) {
        if (!then_) then_ = reader_.moment(step);
        for (const TaskView& view : then_->tasks) {
          if (view.task == event.subject) return &view;
        }
      }
      if (event.kind() != EventKind::Suspend) break;
    }
    return nullptr;
  }
  std::string until(const TaskView& view) const {
    if (view.waits_for.starts_with("timer")) return "until " + in_seconds(view.until);
    if (view.until >= 0) {
      const std::string limit = ", at most until " + in_seconds(view.until);
      if (view.waits_for_task == 0) return "for a result" + limit;
      return "for " + in_code(view.waits_for.substr(0, view.waits_for.rfind(", at most"))) + limit;
    }
    if (view.waits_for_task) return "until " + in_code(view.waits_for) + " is done";
    if (view.waits_for_primitive) return "until " + in_code(view.waits_for) + " lets it continue";
    return "until " + future_name(view) + " is done";
  }
  // A future that no program has made itself, by who has: gather, or the coroutine of asyncio's own
  // that the innermost frame awaits.
  std::string future_name(const TaskView& view) const {
    constexpr std::string_view kCoroutine = "<coroutine ";
    const uint32_t frame = view.chain.empty() ? 0 : view.chain.back().frame;
    bool made = false, stepped = false;  // between the await and here; in another step of the task
    for (size_t index = index_ + 1; index-- > 0;) {
      const Event& event = recording_[index];
      const EventKind kind = event.kind();
      if (kind == EventKind::TaskStep) stepped = true;
      if (kind == EventKind::FutureCreated && event.subject == view.waits_for_future)
        made = !stepped;
      if (event.subject != frame || !awaits(kind)) continue;
      const std::string awaited = reader_.show(event.shown(), index);
      if (kind == EventKind::AwaitFuture && awaited.starts_with("<_GatheringFuture"))
        return "the future that `gather` returned";
      if (kind != EventKind::AwaitNative || !made || !awaited.starts_with(kCoroutine)) break;
      const std::string_view maker = std::string_view(awaited).substr(kCoroutine.size());
      return view.waits_for + ", which " + in_code(maker.substr(0, maker.size() - 1)) +
             " has created,";
    }
    return view.waits_for;
  }
  static bool is_generator(const Code& code) {
    return code.flags & Code::kGenerator && !(code.flags & Code::kCoroutine);
  }
  static bool awaits(EventKind kind) {
    return kind == EventKind::AwaitCoroutine || kind == EventKind::AwaitFuture ||
           kind == EventKind::AwaitNative;
  }

  void resume(const Code& c) {
    const uint32_t outer = reader_.outer_frame(step_);
    const Event* before = this->before();
    const bool none = event_.shown() == Shown::of_singleton(0);
    if (is(before, EventKind::TaskStep)) return say(TextId::ResumeByTask);
    if (!none && is_generator(c)) {
      const bool passes_on = c.instructions[event_.offset()].opcode() == Opcode::SEND;
      return say(passes_on ? TextId::ResumeYieldFrom : TextId::ResumeWithValue);
    }
    if (is(before, EventKind::Resume) && is_awaiting(before, outer)) {
      return say(is_generator(recording_.code_of(outer)) ? TextId::ResumeByYieldFrom
                                                         : TextId::ResumePassesOn);
    }
    if (c.flags & Code::kCoroutine) return say(TextId::ResumePlain);
    say(none ? TextId::ResumeGenerator : TextId::ResumeWithValue);
  }

  void thrown() {
    const std::string exception = reader_.show(event_.shown(), index_);
    const Event* before = this->before();
    TextId id = TextId::Throw;
    if (exception.starts_with("CancelledError") && is(before, EventKind::TaskStep)) {
      id = was_to_be_cancelled() ? TextId::ThrowCancelled : TextId::ThrowAwaitedCancelled;
    } else if (exception.starts_with("GeneratorExit")) {
      id = TextId::ThrowClose;
    } else if (is(before, EventKind::Raise)) {
      id = TextId::ThrowInner;
    } else if (is(before, EventKind::TaskStep) && !is_about_yield(exception)) {
      id = TextId::ThrowFailed;
    }
    say(id);
  }

  // The task's complaint about what was yielded to it: nothing else has failed then.
  static bool is_about_yield(std::string_view exception) {
    return exception.find("bad yield") != std::string_view::npos ||
           exception.find("yield was used instead") != std::string_view::npos;
  }

  // Does an exception leave the block of the `async with` that awaits in this frame?
  bool leaves_by_exception(uint32_t frame) const {
    auto leaves = [&](const Event& e) {
      return e.kind() == EventKind::ExitAsync && (frame == 0 || e.subject == frame);
    };
    const Event* exit = leaves(event_) ? &event_ : back(leaves);
    if (!exit) return false;
    const Code& code = recording_.code_of(exit->subject);
    for (uint32_t i = exit->offset() + 1; i-- > 0 && i + 2 > exit->offset();) {
      if (code.instructions[i].opcode() == Opcode::WITH_EXCEPT_START) return true;
    }
    return false;
  }

  // Had somebody cancelled the task when this step of it began?
  bool was_to_be_cancelled() const {
    size_t step = step_;
    while (step > 0 && at(step).kind() != EventKind::TaskStep) --step;
    if (step == 0) return false;
    const Moment before = reader_.moment(step - 1);
    for (const TaskView& view : before.tasks) {
      if (view.task == moment().task) return view.cancel_requested;
    }
    return false;
  }

  // The last that has happened to the outer frame.
  bool is_awaited(uint32_t outer) const {
    if (outer == 0) return false;
    return is_awaiting(
        back([&](const Event& e) { return e.subject == outer && is_of_frame(e.kind()); }), outer);
  }
  const Event* last_of(uint32_t frame, EventKind kind) const {
    return back([&](const Event& e) { return e.subject == frame && e.kind() == kind; });
  }
  // The statement that a frame awaits in.
  std::string who_awaits(uint32_t frame) const {
    const Event* found = back([&](const Event& e) {
      return e.subject == frame && is_of_frame(e.kind()) && word_of(e.kind()).empty();
    });
    if (is(found, EventKind::NextAsync)) return "`async for`";
    if (is(found, EventKind::EnterAsync) || is(found, EventKind::ExitAsync)) return "`async with`";
    return found ? awaiting_statement(*found) : "`await`";
  }
  // Is it `async with` in the outer frame that has called __aexit__?
  bool is_exit_of(uint32_t outer, const Code& exit) const {
    const Event* found = last_of(outer, EventKind::ExitAsync);
    return found && reader_.show(found->shown(), index_) == "<coroutine " + exit.qualname + ">";
  }
  // Does the `async with` that has awaited __aenter__ in this frame have an `as`?
  bool has_name(uint32_t frame) const {
    const Event* enter = last_of(frame, EventKind::EnterAsync);
    if (!enter) return false;
    const Code& code = recording_.code_of(frame);
    uint32_t at = enter->offset();
    while (at + 1 < code.instructions.size() && code.instructions[at].opcode() != Opcode::SEND)
      ++at;
    return at + 1 < code.instructions.size() &&
           code.instructions[at + 1].opcode() != Opcode::POP_TOP;
  }

  void returned(const Code& c) {
    const uint32_t outer = reader_.outer_frame(step_);
    const Shown result = event_.shown();
    const std::string shown = reader_.show(result, index_);
    const bool coroutine = c.flags & Code::kCoroutine;
    if (is_module(c)) return say(TextId::ReturnModule);
    if (is_body(c)) return say(TextId::ReturnClass);
    if (is_method(c, "__init__") && !coroutine) return say(TextId::ReturnInit);
    if (is_method(c, "__await__") && !coroutine && !(c.flags & Code::kGenerator)) {
      if (is(next(), EventKind::Raise)) return say(TextId::ReturnAwaitOther);
      const bool wrapper = shown.starts_with("<coroutine_wrapper");
      return say(wrapper ? TextId::ReturnAwaitCoroutine : TextId::ReturnAwaitIterator);
    }
    if (!coroutine && (is_method(c, "__aenter__") || is_method(c, "__aexit__"))) {
      return say(TextId::ReturnToAsyncWith);
    }
    const bool awaited = outer && (coroutine || is_method(c, "__await__")) && is_awaited(outer);
    if (awaited && is_method(c, "__aenter__")) {
      if (!has_name(outer)) return say(TextId::ReturnAenterNoName);
      return say(shown == "None" ? TextId::ReturnAenterNone : TextId::ReturnAenter);
    }
    if (awaited && is_method(c, "__aexit__") && is_exit_of(outer, c)) {
      if (!leaves_by_exception(outer)) return say(TextId::ReturnAexit);
      return say(is_false(shown) ? TextId::ReturnAexitFalse : TextId::ReturnAexitTrue);
    }
    if (awaited) {
      return say(who_awaits(outer) == "`async for`" ? TextId::ReturnAnext : TextId::ReturnToAwait);
    }
    if (is_generator(c) && shown != "None") {
      const Event* last =
          back([&](const Event& e) { return e.subject == outer && is_of_frame(e.kind()); });
      const bool to_yield_from =
          outer && is_generator(recording_.code_of(outer)) && is_awaiting(last, outer);
      return say(to_yield_from ? TextId::ReturnToYieldFrom : TextId::ReturnGeneratorValue);
    }
    if (c.flags & (Code::kGenerator | Code::kAsyncGenerator)) return say(TextId::ReturnGenerator);
    if (coroutine && !outer && moment().task) return say(TextId::ReturnToTask);
    say(outer ? TextId::ReturnFunction : TextId::ReturnAlone);
  }

  void raised(const Code& c) {
    const uint32_t outer = reader_.outer_frame(step_);
    const std::string exception = reader_.show(event_.shown(), index_);
    const bool cancelled = exception.starts_with("CancelledError");
    // What the mistake is, is said where the exception leaves its first frame.
    const bool goes_on = raised_before();
    const Mistake* mistake = goes_on || cancelled ? nullptr : find_mistake(exception);
    if (mistake) {
      say(*mistake);
      answer_.text = in_code(shortened(exception)) + " is raised. " + answer_.text;
      return;
    }
    if (is_module(c)) {
      return say(exception.starts_with("SystemExit") || exception.starts_with("KeyboardInterrupt")
                     ? TextId::RaiseModuleAsked
                     : TextId::RaiseModule);
    }
    const bool generator = c.flags & (Code::kGenerator | Code::kAsyncGenerator);
    if (generator && exception.starts_with("GeneratorExit")) return say(TextId::RaiseClosed);
    if (outer) return say(reaches(outer) ? TextId::RaiseOut : TextId::RaiseAlone);
    const Event* after = next();
    if (is(after, EventKind::TaskFailed)) return say(TextId::RaiseToTask);
    say(cancelled && is(after, EventKind::TaskCancelled) ? TextId::RaiseCancelledToTask
                                                         : TextId::RaiseAlone);
  }

  // Does the outer frame get the exception? What calls it in between may deal with it.
  bool reaches(uint32_t outer) const {
    const Event* fate = next_of(outer, index_);
    if (!fate) return true;
    if (fate->kind() == EventKind::Raise || fate->kind() == EventKind::Throw)
      return fate->shown() == event_.shown();
    return goes_on_by_exception(*fate);
  }

  // Has the exception come from somewhere else, since this frame began?
  bool raised_before() const {
    return is(back([&](const Event& e) {
                return (e.kind() == EventKind::Raise && e.shown() == event_.shown()) ||
                       (e.kind() == EventKind::Start && e.subject == event_.subject);
              }),
              EventKind::Raise);
  }

  // --- tasks and futures ---
  void task_event(EventKind kind) {
    TextId id = text_of_kind(kind);
    switch (kind) {
      case EventKind::TaskCreated: id = task_created(); break;
      case EventKind::TaskStep:
        if (event_.cause == 0) id = TextId::TaskStepEager;
        break;
      case EventKind::TaskWaits:
        if (const TaskView* view = task_view(event_.subject)) set("what", until(*view));
        break;
      case EventKind::TaskCancel:
        id = task_cancelled();
        set("then", once_cancelled());
        break;
      case EventKind::TaskDone:
      case EventKind::TaskFailed:
      case EventKind::TaskCancelled:
        if (!sets_waiter(event_.subject, 0)) break;
        id = kind == EventKind::TaskDone     ? TextId::TaskDoneWakes
             : kind == EventKind::TaskFailed ? TextId::TaskFailedWakes
                                             : TextId::TaskCancelledWakes;
        break;
      default: break;
    }
    say(id);
  }

  // The async generator that a task was created to close.
  std::string closed_by(uint32_t task) const {
    const std::string_view coroutine = recording_.text(recording_.tasks()[task].coroutine);
    if (!coroutine.ends_with("athrow") && !coroutine.ends_with("aclose")) return "";
    bool steps = false;
    for (size_t step = step_; step < reader_.steps(); ++step) {
      const Event& event = at(step);
      if (steps) return event.kind() == EventKind::Throw ? function(event.subject) : "";
      steps = event.kind() == EventKind::TaskStep && event.subject == task;
    }
    return "";
  }

  TextId task_created() {
    if (const Event* after = next();
        is(after, EventKind::TaskStep) && after->subject == event_.subject)
      return TextId::TaskCreatedEager;
    if (moment().frame == 0) {
      const std::string closed = closed_by(event_.subject);
      set("other", closed);
      return closed.empty() ? TextId::TaskCreated : TextId::TaskCreatedToClose;
    }
    // Who makes tasks is one of a few, and on this line.
    std::string maker;
    for (const LineContents::Action& action : line_of(moment().frame).actions) {
      for (std::string_view name : {"run", "run_until_complete", "create_task", "ensure_future",
                                    "gather", "wait_for", "shield", "as_completed"}) {
        const std::string_view callee = action.callee;
        if (callee.substr(callee.rfind('.') + 1) != name) continue;
        if (!maker.empty() && maker != callee) return TextId::TaskCreated;
        maker = callee;
      }
    }
    if (maker.empty()) return TextId::TaskCreated;
    set("maker", maker);
    return TextId::TaskCreatedBy;
  }

  std::string once_cancelled() const {
    const TaskView* view = task_view(event_.subject);
    if (!view) return "";
    if (!view->started) return "It has not started, so its body never runs.";
    return view->state == TaskState::Running
               ? "`CancelledError` is raised at its next `await` that suspends."
               : "When it runs next, `CancelledError` is raised where it waits.";
  }

  // Who cancels it, and why.
  TextId task_cancelled() {
    const Event& cause = recording_[event_.cause];
    if (cause.kind() == EventKind::TaskCancel && event_.cause + 1 == index_) {
      const Moment before = reader_.moment(step_ - 1);
      for (const TaskView& view : before.tasks) {
        if (view.task != cause.subject || view.waits_for_task != event_.subject) continue;
        set("other", task_name(cause.subject));
        return TextId::TaskCancelPassedOn;
      }
    }
    if (const uint32_t handle = moment().running_handle) {
      const std::string_view label = recording_.text(recording_.handles()[handle].label);
      if (label.starts_with("Timeout._on_timeout()")) return TextId::TaskCancelTimeout;
      if (label.starts_with("TaskGroup._on_task_done()")) {
        const std::string failed = failed_of(handle);
        set("other", failed);
        if (!failed.empty()) return TextId::TaskCancelGroup;
      }
    }
    if (moment().frame == 0) return TextId::TaskCancel;
    const LineContents line = line_of(moment().frame);
    for (const LineContents::Action& action : line.actions) {
      if (action.callee.ends_with(".cancel")) return TextId::TaskCancelBy;
      if (action.callee.ends_with("wait_for")) {
        set("maker", action.callee);
        return TextId::TaskCancelWaitFor;
      }
      if (action.callee == "asyncio.run" && !moment().in_loop) return TextId::TaskCancelEnd;
    }
    if (line.ends_async_with && leaves_by_exception(moment().frame)) {
      const Event* exit = last_of(moment().frame, EventKind::ExitAsync);
      if (exit && reader_.show(exit->shown(), index_).find("TaskGroup") != std::string::npos)
        return TextId::TaskCancelBlock;
    }
    return TextId::TaskCancel;
  }

  // The task whose end has brought a callback about, if it has failed.
  std::string failed_of(uint32_t handle) const {
    const Event* scheduled = last_of(handle, EventKind::HandleScheduled);
    if (!scheduled) return "";
    const Event& cause = recording_[scheduled->cause];
    return cause.kind() == EventKind::TaskFailed ? task_name(cause.subject) : "";
  }

  // Those who wait for a task or a future, and so are woken by it.
  bool sets_waiter(uint32_t task, uint32_t future) {
    std::vector<std::string> names;
    for (const TaskView& view : moment().tasks) {
      const bool waits = task ? view.waits_for_task == task && view.waits_for_future == 0
                              : view.waits_for_future == future;
      if (waits && view.state == TaskState::Waiting) names.push_back(in_code(view.name));
    }
    set("waiter", listed(names));
    return !names.empty();
  }

  void future_event(EventKind kind) {
    TextId id = text_of_kind(kind);
    const bool none = event_.shown() == Shown::of_singleton(0);
    const bool wakes = kind != EventKind::FutureCreated && sets_waiter(0, event_.subject);
    if (kind == EventKind::FutureDone) {
      id = !wakes ? (none ? TextId::FutureDoneNone : TextId::FutureDone)
           : none ? TextId::FutureDoneNoneWakes
                  : TextId::FutureDoneWakes;
    } else if (wakes) {
      id = kind == EventKind::FutureFailed ? TextId::FutureFailedWakes
                                           : TextId::FutureCancelledWakes;
    }
    say(id);
  }

  // --- the loop ---
  // What a callback is; asyncio's own have names that say nothing to a learner.
  std::string in_words(const Recording::Handle& handle) const {
    const std::string_view label = recording_.text(handle.label);
    if (handle.task && (label.ends_with(" step") || label.ends_with(" wakeup")))
      return task_name(handle.task);
    if (const HandleWords* words = words_of_handle(label)) return std::string(words->sentence);
    return in_code(label.substr(0, label.find(" at <library>")));
  }

  // Has the loop run and stopped since the program's last line?
  bool loop_runs_again() const {
    return is(back([](const Event& e) {
                return e.kind() == EventKind::LoopStop || e.kind() == EventKind::Line;
              }),
              EventKind::LoopStop);
  }
  TextId loop_run() const {
    if (!loop_runs_again()) return TextId::LoopRun;
    for (const TaskView& task : moment().tasks) {
      if (task.state < TaskState::Done && task.cancel_requested) return TextId::LoopRunCancels;
    }
    for (size_t step = step_ + 1; step < reader_.steps(); ++step) {
      if (at(step).kind() == EventKind::LoopStop) return TextId::LoopRunIdle;
      if (is_of_frame(at(step).kind()) || is_of_task(at(step).kind())) break;
    }
    return TextId::LoopRunCleans;
  }
  // What has started the loop that stops.
  std::string starter() const {
    if (moment().stack.empty()) return "the program";
    for (const LineContents::Action& action : line_of(moment().stack.back().frame).actions) {
      for (std::string_view name : {"run", "run_until_complete", "run_forever"}) {
        const std::string_view callee = action.callee;
        if (callee.substr(callee.rfind('.') + 1) == name) return in_code(callee);
      }
    }
    return function(moment().stack.back().frame);
  }

  // What lets time pass while nothing else can run.
  std::string blocker() const {
    if (moment().frame == 0) {
      const uint32_t handle = moment().running_handle;
      return handle ? in_words(recording_.handles()[handle]) : "";
    }
    for (const LineContents::Action& action : line_of(moment().frame).actions) {
      if (!action.awaits && action.use != LineContents::Use::Awaited &&
          (action.callee == "sleep" || action.callee.ends_with(".sleep")))
        return in_code(action.callee);
    }
    return function(moment().frame);
  }

  void idle_jump() {
    const Recording::Jump& jump = recording_.jumps()[event_.operand];
    TextId id = TextId::IdleJump;
    set("blocker", blocker());
    if (!moment().threads.empty()) {
      const ThreadView* view = thread_view(moment().thread);
      const bool runs = view && view->state == ThreadState::Running;
      id = runs ? TextId::ThreadRunsOn : TextId::IdleJumpThreads;
      set("thread", thread_name(moment().thread));
    } else if (jump.by_looking) {
      id = moment().frame != 0 ? TextId::ClockLookedAt : TextId::LoopNeverSleeps;
    } else if (moment().frame != 0 || moment().running_handle != 0) {
      id = TextId::Blocked;
      for (const HandleView& handle : moment().ready) {
        if (handle.task == 0 || moment().frame == 0) continue;
        set("waiter", task_name(handle.task));
        id = TextId::BlockedReady;
        break;
      }
    }
    set("from", in_seconds(jump.from));
    set("time", in_seconds(jump.to));
    say(id);
  }

  void loop_event(EventKind kind) {
    TextId id = text_of_kind(kind);
    if (kind == EventKind::LoopRun) return say(loop_run());
    if (kind == EventKind::LoopStop) set("starter", starter());
    if (kind == EventKind::IdleJump) return idle_jump();
    if (is_of_handle(kind)) {
      if (kind == EventKind::HandleCancelled && has_run(event_.subject))
        id = TextId::HandleCancelledLate;
      const Recording::Handle& handle = recording_.handles()[event_.subject];
      if (kind == EventKind::HandleScheduled && is_from_thread()) {
        id = TextId::HandleScheduledFromThread;
        set("thread", thread_name(moment().thread));
      }
      if (kind == EventKind::HandleRun && count_of_loops() > 1) {
        id = TextId::HandleRunInThread;
        set("thread", thread_name(moment().thread));
      }
      set("handle", in_words(handle));
      set("time", in_seconds(handle.deadline));
    }
    say(id);
  }
  bool has_run(uint32_t handle) const { return last_of(handle, EventKind::HandleRun); }

  // --- the run and its output ---
  void ended_badly() {
    TextId id = TextId::EndRejected;
    std::string exception;
    for (size_t e = index_; e-- > 0 && exception.empty();) {
      const Event& event = recording_[e];
      if (event.kind() != EventKind::Raise || !is_module(recording_.code_of(event.subject)))
        continue;
      exception = reader_.show(event.shown(), index_);
      id = exception.starts_with("SystemExit") ? TextId::EndAsked : TextId::EndBadly;
    }
    set("value", in_code(shortened(exception)));
    say(id);
  }

  // Who waits for what, where nothing can go on.
  std::string deadlock() const {
    std::string text;
    size_t count = 0;
    for (const TaskView& view : moment().tasks) {
      if (view.state != TaskState::Waiting || view.waits_for.empty()) continue;
      if (++count > 3) continue;
      if (count > 1) text += ' ';
      text += in_code(view.name) + " waits for " + in_code(view.waits_for);
      for (const PrimitiveView& primitive : moment().primitives) {
        if (primitive.label.find(view.waits_for) == std::string_view::npos) continue;
        if (const TaskView* holder = task_view(primitive.holder))
          text += ", which " + in_code(holder->name) + " holds";
      }
      text += ".";
    }
    return text;
  }

  std::string deadlock_of_threads() const {
    std::string text;
    size_t count = 0;
    for (const ThreadView& view : moment().threads) {
      if (view.state != ThreadState::Waiting || ++count > 3) continue;
      if (count > 1) text += ' ';
      text += in_code(view.name) + " waits for " + std::string(view.waits_for) + ".";
    }
    return text;
  }

  // A run that has been paused, in a task that has not suspended for long.
  bool runs_without_end() {
    constexpr size_t kManyLines = 1000;
    if (step_ + 1 != reader_.steps() || event_.kind() == EventKind::End || !moment().task ||
        moment().frame == 0)
      return false;
    size_t lines = 0;
    for (size_t i = index_ + 1; i-- > 0;) {
      const Event& event = recording_[i];
      lines += event.kind() == EventKind::Line;
      if (event.kind() == EventKind::TaskStep) break;
    }
    if (lines < kManyLines) return false;
    set("lines", std::to_string(lines));
    say(TextId::NeverGivesWay);
    answer_.instead = text_of(TextId::NeverGivesWayInstead).text;
    return true;
  }

  void run_event(EventKind kind) {
    if (kind == EventKind::Begin) return say(TextId::Begin);
    if (kind == EventKind::End) {
      const RunState how = RunState(event_.subject);
      if (how == RunState::Idle) {
        const ThreadView* running = thread_view(moment().thread);
        const bool threads =
            !moment().threads.empty() && (!running || running->state == ThreadState::Waiting);
        set("waiting", threads ? deadlock_of_threads() : deadlock());
        say(threads ? TextId::EndThreadsIdle : TextId::EndIdle);
        answer_.instead =
            text_of(threads ? TextId::EndThreadsIdleInstead : TextId::EndIdleInstead).text;
        return;
      }
      if (how == RunState::Limited) return say(TextId::EndLimit);
      if (event_.operand == 0) return say(TextId::EndWell);
      return ended_badly();
    }
    std::string text(recording_.text(event_.operand));
    if (kind == EventKind::Err) {
      const Mistake* mistake = find_mistake(text);
      const size_t traceback = text.find("Traceback (most recent call last)");
      if (mistake && text.find(mistake->message) < traceback) return say(*mistake);
      if (traceback != std::string::npos) {
        say(TextId::ErrTraceback);
        if (mistake) answer_.instead = mistake->instead;
        return;
      }
    }
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (text.empty()) return say(TextId::OutBlank);
    size_t line_end = text.find('\n');
    if (line_end != std::string::npos) text = text.substr(0, line_end) + "…";
    set("value", in_code(shortened(text)));
    say(kind == EventKind::Out ? TextId::Out : TextId::Err);
  }

  mutable std::optional<Moment> then_;  // when the task waits
};

}  // namespace

Explanation explain(const Reader& reader, const Recording& recording, size_t step) {
  return Explainer(reader, recording, step).explain();
}

}  // namespace awaitscope
