// Chooses what to say about a step. What is said stands in explanation_texts.def.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/explanation_texts.h"
#include "engine/recording/reading/handle_words.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/reading/line_contents.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

namespace {

constexpr size_t kLongestValue = 80;

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string seconds(double time) {
  std::string text = python_float(round_to_6_digits(time));
  if (text.size() > 2 && text.ends_with(".0")) text.resize(text.size() - 2);
  return text + " s";
}

std::string shortened(std::string text) {
  if (text.size() <= kLongestValue) return text;
  size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

bool is_method(const Code& code, std::string_view name) { return code.name == name; }
bool is_body(const Code& code) { return !(code.flags & Code::kOptimized); }
bool is_module(const Code& code) { return code.qualname == "<module>"; }
bool can_await(const Code& code) {
  return code.flags & (Code::kCoroutine | Code::kAsyncGenerator | Code::kGenerator);
}

// By kind: the text that has its name, which says it all where nothing else matters.
constexpr TextId kNoText{SIZE_MAX};
constexpr auto kTextsOfKinds = [] {
  constexpr std::string_view kNames[] = {
#define TEXT(id, link, text) #id,
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
        const bool needed = found || is_of_task(kind) || is_of_future(kind) || is_of_loop(kind);
        if (needed && text_of_kind(kind) == kNoText) return false;
      }
      return true;
    }(),
    "a kind of event has no text");

class Explainer {
 public:
  Explainer(const Reader& reader, const Recording& recording, size_t step)
      : reader_(reader),
        recording_(recording),
        step_(std::min(step, reader.steps() - 1)),
        index_(reader.event_of(step_)),
        event_(recording[index_]) {}

  Explanation explain() {
    const EventKind kind = event_.kind();
    if (is_of_frame(kind))
      frame_event(kind);
    else if (is_of_task(kind))
      task_event(kind);
    else if (is_of_future(kind))
      future_event(kind);
    else if (is_of_loop(kind))
      loop_event(kind);
    else
      run_event(kind);
    return std::move(answer_);
  }

 private:
  using Fill = std::pair<std::string_view, std::string>;

  void say(TextId id, std::initializer_list<Fill> fills = {}) {
    const Text& text = text_of(id);
    answer_.text = filled(text.text, fills);
    set_link(text.link);
  }

  void say(const Mistake& mistake) {
    answer_.text = mistake.text;
    answer_.instead = mistake.instead;
    set_link(mistake.link);
  }

  void set_link(LinkId id) {
    answer_.link = "https://docs.python.org/";
    answer_.link += names_of(recording_.version()).minor;
    answer_.link += '/';
    answer_.link += link_of(id).address;
    answer_.link_title = link_of(id).title;
  }

  static std::string filled(std::string_view text, std::initializer_list<Fill> fills) {
    std::string result;
    for (size_t i = 0; i < text.size();) {
      size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
      const Fill* fill = nullptr;
      if (end != std::string_view::npos) {
        for (const Fill& f : fills) {
          if (f.first == text.substr(i + 1, end - i - 1)) fill = &f;
        }
      }
      if (fill) {
        result += fill->second;
        i = end + 1;
      } else {
        result += text[i++];
      }
    }
    // A sentence that begins with a name of ours, such as "the program", begins with a capital.
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = char(result[0] - 32);
    return result;
  }

  // --- names ---
  std::string function(uint32_t frame) const {
    if (frame == 0) return "";
    const Code& c = recording_.code_of(frame);
    return is_module(c) ? "the program" : code(c.qualname);
  }
  std::string value(Shown shown) const { return code(shortened(reader_.show(shown, index_))); }
  std::string task_name(uint32_t task) const {
    if (task == 0 || task >= recording_.tasks().size()) return "the task";
    std::string_view name = recording_.text(recording_.tasks()[task].name);
    for (const TaskView& view : moment().tasks) {
      if (view.task == task) name = view.name;
    }
    return code(name);
  }
  const Moment& moment() const {
    if (!moment_) moment_ = reader_.moment(step_);
    return *moment_;
  }
  const Event* next() const {
    return step_ + 1 < reader_.steps() ? &recording_[reader_.event_of(step_ + 1)] : nullptr;
  }
  // What happened before to frames, or has a task or callback run: the loop's own accounts left
  // out.
  const Event* before() const {
    for (size_t step = step_; step-- > 0;) {
      const Event& event = recording_[reader_.event_of(step)];
      const EventKind kind = event.kind();
      if (kind == EventKind::Begin || is_of_frame(kind) || kind == EventKind::TaskStep ||
          kind == EventKind::HandleRun) {
        return &event;
      }
    }
    return nullptr;
  }
  static bool is(const Event* event, EventKind kind) { return event && event->kind() == kind; }

  // --- frames ---
  void frame_event(EventKind kind) {
    const Code& c = recording_.code_of(event_.subject);
    const std::string me = function(event_.subject);
    switch (kind) {
      case EventKind::Line: line(c, me); return;
      case EventKind::Start: start(c, me); return;
      case EventKind::Suspend: suspend(c, me); return;
      case EventKind::Resume: resume(c, me); return;
      case EventKind::Throw: thrown(me); return;
      case EventKind::Return: returned(c, me); return;
      case EventKind::Raise: raised(c, me); return;
      default: break;
    }
    if (kind == EventKind::ExitAsync && leaves_by_exception(event_.subject)) {
      return say(TextId::ExitAsyncByException,
                 {{"function", me}, {"value", value(event_.shown())}});
    }
    say(text_of_kind(kind),
        {{"function", me}, {"value", value(event_.shown())}, {"who", awaiting_statement(c)}});
  }

  // Which statement awaits.
  std::string awaiting_statement(const Code& c) const {
    if (event_.offset() >= c.instructions.size()) return "`await`";
    const Instruction instruction = c.instructions[event_.offset()];
    bool by_with = instruction.opcode() == Opcode::GET_AWAITABLE && instruction.operand() > 0;
    return by_with ? "`async with`" : "`await`";
  }

  std::string line_number() const { return std::to_string(recording_.position(event_).line); }

  void line(const Code& c, const std::string& me) {
    const LineContents has = contents_of_line(c, event_.offset());
    auto tell = [&](TextId id, std::string what = {}) {
      say(id, {{"line", line_number()}, {"function", me}, {"what", what}, {"does", what}});
    };
    if (!has.imports.empty()) return tell(TextId::LineImport, code(has.imports));
    if (has.defines && has.builds_class) return tell(TextId::LineClass, has.defines->name);
    if (has.defines) {
      bool is_async = has.defines->flags & (Code::kCoroutine | Code::kAsyncGenerator);
      return tell(is_async ? TextId::LineAsyncDef : TextId::LineDef, has.defines->name);
    }
    if (has.async_with) return tell(TextId::LineAsyncWith);
    if (has.with) return tell(TextId::LineWith);
    if (has.ends_async_with) {
      return tell(is(before(), EventKind::Raise) || is(before(), EventKind::Throw)
                      ? TextId::LineAsyncBlockLeft
                      : TextId::LineAsyncBlockOver);
    }
    if (has.ends_with) return tell(TextId::LineBlockOver);
    if (has.async_for) return tell(TextId::LineAsyncFor);
    if (has.catches) return tell(TextId::LineExcept);
    if (has.raises) return tell(TextId::LineRaise);
    if (has.yields) return tell(TextId::LineYield);
    const std::string calls = listed(has.calls), sets = listed(has.sets);
    if (has.awaits) {
      return calls.empty() ? tell(TextId::LineAwait)
                           : tell(TextId::LineAwaitDoes, "calls " + calls);
    }
    if (has.returns) {
      return calls.empty() ? tell(TextId::LineReturn)
                           : tell(TextId::LineReturnDoes, "calls " + calls);
    }
    std::string does = calls.empty() ? "" : "calls " + calls;
    if (!sets.empty()) does += (does.empty() ? "sets " : " and sets ") + sets;
    if (!does.empty()) {
      return tell(makes_coroutine(has.calls) ? TextId::LineMakesCoroutine : TextId::LineDoes, does);
    }
    if (is_body(c) && !is_module(c)) return tell(TextId::LineClassBegins);
    tell(has.decides ? TextId::LineDecides : TextId::Line);
  }

  // Is one of the calls that of an `async def` of this program?
  bool makes_coroutine(const std::vector<std::string>& calls) const {
    for (const std::string& call : calls) {
      const std::string_view name = std::string_view(call).substr(call.rfind('.') + 1);
      // It may never run: it is among the constants of what has made it.
      for (const auto& maker : recording_.codes()) {
        for (const Constant& constant : maker->constants) {
          if (constant.kind == Constant::Kind::Code && constant.code &&
              (constant.code->flags & Code::kCoroutine) && constant.code->name == name) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (size_t i = 0; i < names.size(); ++i) {
      if (i > 0) text += i + 1 == names.size() ? ", then " : ", ";
      text += code(names[i]);
    }
    return text;
  }

  void start(const Code& c, const std::string& me) {
    const uint32_t outer = reader_.outer_frame(step_);
    auto tell = [&](TextId id) {
      say(id, {{"function", me}, {"outer", function(outer)}, {"task", task_name(moment().task)}});
    };
    if (is_module(c)) return tell(TextId::StartModule);
    if (is_body(c)) return tell(TextId::StartClass);
    const bool coroutine = c.flags & Code::kCoroutine;
    if (is_method(c, "__init__") && !coroutine) return tell(TextId::StartInit);
    if (is_method(c, "__await__") && !coroutine) {
      return tell(c.flags & Code::kGenerator ? TextId::StartAwaitGenerator
                                             : TextId::StartAwaitMethod);
    }
    if (is_method(c, "__aenter__")) {
      return tell(coroutine ? TextId::StartAenter : TextId::StartPlainAenter);
    }
    if (is_method(c, "__aexit__")) {
      if (!coroutine) return tell(TextId::StartPlainAexit);
      return tell(leaves_by_exception(outer) ? TextId::StartAexitWithException
                                             : TextId::StartAexit);
    }
    if (c.flags & Code::kAsyncGenerator) return tell(TextId::StartAsyncGenerator);
    if (c.flags & Code::kGenerator) return tell(TextId::StartGenerator);
    if (!coroutine) return tell(outer ? TextId::StartFunction : TextId::StartFunctionAlone);
    if (is(before(), EventKind::TaskStep)) return tell(TextId::StartByTask);
    if (outer && can_await(recording_.code_of(outer))) return tell(TextId::StartByAwait);
    tell(TextId::StartCoroutine);
  }

  void suspend(const Code& c, const std::string& me) {
    const uint32_t outer = reader_.outer_frame(step_);
    const Event* before = this->before();
    const bool none = event_.shown() == Shown::of_singleton(0);
    bool passes_on = event_.offset() < c.instructions.size() &&
                     c.instructions[event_.offset()].opcode() == Opcode::SEND;
    std::string inner =
        is(before, EventKind::Suspend) && passes_on ? function(before->subject) : "";
    auto tell = [&](TextId id) {
      say(id, {{"function", me},
               {"outer", function(outer)},
               {"inner", inner},
               {"value", value(event_.shown())},
               {"what", awaited()},
               {"task", task_name(moment().task)}});
    };
    if (!inner.empty()) return tell(outer ? TextId::SuspendPassesOn : TextId::SuspendOutermost);
    if (passes_on) return tell(none ? TextId::SuspendBare : TextId::SuspendOnFuture);
    if (none && (is_method(c, "__await__") || is(next(), EventKind::Suspend))) {
      return tell(TextId::SuspendBare);
    }
    tell(outer ? TextId::SuspendYield : TextId::SuspendYieldAlone);
  }

  // What the task of a suspension is going to wait for, in words: that follows within a few steps.
  std::string awaited() const {
    for (size_t step = step_ + 1; step < reader_.steps(); ++step) {
      const Event& event = recording_[reader_.event_of(step)];
      if (event.kind() == EventKind::TaskWaits)
        return waits_for(reader_.moment(step), event.subject);
      if (event.kind() != EventKind::Suspend) break;
    }
    return value(event_.shown());
  }

  static std::string waits_for(const Moment& moment, uint32_t task) {
    for (const TaskView& view : moment.tasks) {
      if (view.task != task || view.waits_for.empty()) continue;
      return view.waits_for.starts_with("timer") ? "a " + view.waits_for
             : view.waits_for_task               ? code(view.waits_for)
                                                 : view.waits_for;
    }
    return "something";
  }

  void resume(const Code& c, const std::string& me) {
    const uint32_t outer = reader_.outer_frame(step_);
    const Event* before = this->before();
    auto tell = [&](TextId id) {
      say(id, {{"function", me},
               {"outer", function(outer)},
               {"line", line_number()},
               {"value", value(event_.shown())},
               {"task", task_name(moment().task)}});
    };
    if (is(before, EventKind::TaskStep)) return tell(TextId::ResumeByTask);
    if (is(before, EventKind::Resume) && before->subject == outer)
      return tell(TextId::ResumePassesOn);
    if (c.flags & Code::kCoroutine) return tell(TextId::ResumePlain);
    tell(event_.shown() == Shown::of_singleton(0) ? TextId::ResumeGenerator
                                                  : TextId::ResumeWithValue);
  }

  void thrown(const std::string& me) {
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
    say(id, {{"function", me},
             {"line", line_number()},
             {"value", code(shortened(exception))},
             {"task", task_name(moment().task)}});
  }

  // The task's complaint about what was yielded to it: nothing else has failed then.
  static bool is_about_yield(std::string_view exception) {
    return exception.find("bad yield") != std::string_view::npos ||
           exception.find("yield was used instead") != std::string_view::npos;
  }

  // Does an exception leave the block of the `async with` that awaits in this frame?
  bool leaves_by_exception(uint32_t frame) const {
    for (size_t step = step_ + 1; step-- > 0;) {
      const Event& event = recording_[reader_.event_of(step)];
      if (event.kind() != EventKind::ExitAsync || (frame && event.subject != frame)) continue;
      const Code& code = recording_.code_of(event.subject);
      for (uint32_t at = event.offset() + 1; at-- > 0 && at + 2 > event.offset();) {
        if (code.instructions[at].opcode() == Opcode::WITH_EXCEPT_START) return true;
      }
      return false;
    }
    return false;
  }

  // Had somebody cancelled the task when this step of it began?
  bool was_to_be_cancelled() const {
    size_t step = step_;
    while (step > 0 && recording_[reader_.event_of(step)].kind() != EventKind::TaskStep) --step;
    if (step == 0) return false;
    const Moment before = reader_.moment(step - 1);
    for (const TaskView& view : before.tasks) {
      if (view.task == moment().task) return view.cancel_requested;
    }
    return false;
  }

  void returned(const Code& c, const std::string& me) {
    const uint32_t outer = reader_.outer_frame(step_);
    const Shown result = event_.shown();
    auto tell = [&](TextId id) {
      say(id, {{"function", me},
               {"outer", function(outer)},
               {"value", value(result)},
               {"task", task_name(moment().task)}});
    };
    const bool coroutine = c.flags & Code::kCoroutine;
    const bool none = result == Shown::of_singleton(0);
    if (is_module(c)) return tell(TextId::ReturnModule);
    if (is_body(c)) return tell(TextId::ReturnClass);
    if (is_method(c, "__init__") && !coroutine) return tell(TextId::ReturnInit);
    if (is_method(c, "__await__") && !coroutine) {
      bool generator = c.flags & Code::kGenerator;
      if (generator && outer) return tell(TextId::ReturnAwaitGenerator);
      if (is(next(), EventKind::Raise)) return tell(TextId::ReturnAwaitOther);
      const bool wrapper = reader_.show(result, index_).starts_with("<coroutine_wrapper");
      return tell(wrapper ? TextId::ReturnAwaitCoroutine : TextId::ReturnAwaitIterator);
    }
    if (!coroutine && (is_method(c, "__aenter__") || is_method(c, "__aexit__"))) {
      return tell(TextId::ReturnToAsyncWith);
    }
    if (is_method(c, "__aenter__") && coroutine) {
      return tell(none ? TextId::ReturnAenterNone : TextId::ReturnAenter);
    }
    if (is_method(c, "__aexit__") && coroutine) {
      bool is_false = none || result == Shown::of_singleton(1) || result == Shown::of_int(0);
      if (!leaves_by_exception(outer)) return tell(TextId::ReturnAexit);
      return tell(is_false ? TextId::ReturnAexitFalse : TextId::ReturnAexitTrue);
    }
    if (c.flags & (Code::kGenerator | Code::kAsyncGenerator)) return tell(TextId::ReturnGenerator);
    if (coroutine && outer && can_await(recording_.code_of(outer)))
      return tell(TextId::ReturnToAwait);
    if (coroutine && !outer && moment().task) return tell(TextId::ReturnToTask);
    tell(outer ? TextId::ReturnFunction : TextId::ReturnAlone);
  }

  void raised(const Code& c, const std::string& me) {
    const uint32_t outer = reader_.outer_frame(step_);
    const std::string exception = reader_.show(event_.shown(), index_);
    auto tell = [&](TextId id) {
      say(id, {{"function", me},
               {"outer", function(outer)},
               {"value", code(shortened(exception))},
               {"task", task_name(moment().task)}});
    };
    const bool cancelled = exception.starts_with("CancelledError");
    // What the mistake is, is said where the exception leaves its first frame.
    const bool goes_on = raised_before();
    const Mistake* mistake = goes_on || cancelled ? nullptr : find_mistake(exception);
    if (mistake) {
      say(*mistake);
      answer_.text = code(shortened(exception)) + " is raised. " + answer_.text;
      return;
    }
    if (is_module(c)) return tell(TextId::RaiseModule);
    if (outer) return tell(TextId::RaiseOut);
    if (!moment().task) return tell(TextId::RaiseAlone);
    tell(cancelled ? TextId::RaiseCancelledToTask : TextId::RaiseToTask);
  }

  // Has the exception come from somewhere else, since this frame began?
  bool raised_before() const {
    for (size_t step = step_; step-- > 0;) {
      const Event& event = recording_[reader_.event_of(step)];
      const EventKind kind = event.kind();
      if (kind == EventKind::Raise && event.shown() == event_.shown()) return true;
      if (kind == EventKind::Start && event.subject == event_.subject) break;
    }
    return false;
  }

  // --- tasks and futures ---
  void task_event(EventKind kind) {
    const std::string name = task_name(event_.subject);
    const std::string_view coroutine =
        recording_.text(recording_.tasks()[event_.subject].coroutine);
    std::string what = kind == EventKind::TaskWaits ? waits_for(moment(), event_.subject) : "";
    std::string result = carries_value(kind) ? value(event_.shown()) : "";
    TextId id = text_of_kind(kind);
    if (kind == EventKind::TaskStep && event_.cause == 0) id = TextId::TaskStepEager;
    if (const Event* after = next(); kind == EventKind::TaskCreated &&
                                     is(after, EventKind::TaskStep) &&
                                     after->subject == event_.subject) {
      id = TextId::TaskCreatedEager;
    }
    say(id,
        {{"task", name}, {"coroutine", std::string(coroutine)}, {"value", result}, {"what", what}});
  }

  void future_event(EventKind kind) {
    TextId id = text_of_kind(kind);
    if (kind == EventKind::FutureDone && event_.shown() == Shown::of_singleton(0)) {
      id = TextId::FutureDoneNone;
    }
    std::string result = carries_value(kind) ? value(event_.shown()) : "";
    say(id, {{"future", std::to_string(event_.subject)}, {"value", result}});
  }

  // --- the loop ---
  // What a callback is; asyncio's own have names that say nothing to a learner.
  std::string in_words(const Recording::Handle& handle) const {
    std::string_view label = recording_.text(handle.label);
    if (handle.task) {
      const std::string name = task_name(handle.task);
      if (label.ends_with(" step")) return "a step of " + name;
      if (label.ends_with(" wakeup")) return "the wake-up of " + name;
    }
    if (const HandleWords* words = words_of_handle(label)) return std::string(words->sentence);
    return code(label.substr(0, label.find(" at <library>")));
  }

  // Has the loop run and stopped since the program's last line?
  bool loop_runs_again() const {
    for (size_t step = step_; step-- > 0;) {
      const EventKind kind = recording_[reader_.event_of(step)].kind();
      if (kind == EventKind::LoopStop) return true;
      if (kind == EventKind::Line) break;
    }
    return false;
  }

  void loop_event(EventKind kind) {
    const TextId id = text_of_kind(kind);
    if (kind == EventKind::LoopRun && loop_runs_again()) return say(TextId::LoopRunAgain);
    if (is_of_handle(kind)) {
      const Recording::Handle& handle = recording_.handles()[event_.subject];
      return say(id, {{"handle", in_words(handle)}, {"time", seconds(handle.deadline)}});
    }
    if (kind == EventKind::IdleJump) {
      const Recording::Jump& jump = recording_.jumps()[event_.operand];
      const Moment& now = moment();
      const TextId why = now.running_handle || !now.in_loop ? TextId::IdleJumpBlocked
                         : !now.ready.empty()               ? TextId::IdleJumpBusy
                                                            : id;
      return say(why, {{"from", seconds(jump.from)}, {"time", seconds(jump.to)}});
    }
    say(id, {{"turn", std::to_string(event_.operand)}});
  }

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
    say(id, {{"status", std::to_string(event_.operand)}, {"value", code(shortened(exception))}});
  }

  void run_event(EventKind kind) {
    if (kind == EventKind::Begin) return say(TextId::Begin);
    if (kind == EventKind::End) {
      const RunState how = RunState(event_.subject);
      if (how == RunState::Idle) {
        say(TextId::EndIdle);
        answer_.instead = text_of(TextId::EndIdleInstead).text;
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
    say(kind == EventKind::Out ? TextId::Out : TextId::Err, {{"value", code(shortened(text))}});
  }

  const Reader& reader_;
  const Recording& recording_;
  const size_t step_, index_;
  const Event& event_;
  mutable std::optional<Moment> moment_;
  Explanation answer_;
};

}  // namespace

Explanation explain(const Reader& reader, const Recording& recording, size_t step) {
  return Explainer(reader, recording, step).explain();
}

}  // namespace awaitscope
