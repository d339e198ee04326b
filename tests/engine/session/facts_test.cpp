// What explanations claim, held against the recording: each text names its facts
// (explanation_texts.def), and every text that is said is checked for them.

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "doctest/doctest.h"
#include "engine/recording/reading/explanation_texts.h"
#include "engine/recording/reading/source_lines.h"
#include "tests/engine/session/runs.h"

using namespace awaitscope;
using awaitscope::testing::RunProperty;

TEST_SUITE_BEGIN("session");

namespace {

enum class Fact : uint8_t {
#define FACT(id, meaning) id,
#include "engine/recording/reading/explanation_texts.def"
#undef FACT
};

constexpr const char* kMeanings[] = {
#define FACT(id, meaning) meaning,
#include "engine/recording/reading/explanation_texts.def"
#undef FACT
};

struct Claims {
  const char* id;
  uint64_t facts;
};

struct Facts {
  uint64_t bits = 0;
  constexpr Facts operator|(Facts other) const { return {bits | other.bits}; }
};

constexpr Facts kNone{};
#define FACT(id, meaning) constexpr Facts id{uint64_t(1) << int(Fact::id)};
namespace fact {
#include "engine/recording/reading/explanation_texts.def"
}
#undef FACT

constexpr Claims kClaims[] = {
#define TEXT(id, link, facts, text) \
  {#id, [] {                        \
     using namespace fact;          \
     return (facts).bits;           \
   }()},
#include "engine/recording/reading/explanation_texts.def"
#undef TEXT
};

// One step with what is said of it, and what the recording says.
class Said {
 public:
  Said(const Run& run, const Reader& reader, const std::vector<std::string_view>& lines,
       size_t step, const Explanation& said)
      : recording_(run.recording()),
        reader_(reader),
        lines_(lines),
        step_(step),
        index_(reader.event_of(step)),
        event_(recording_[index_]),
        said_(said) {}

  bool holds(Fact fact) {
    switch (fact) {
      case Fact::NameOnLine: return names_on_line();
      case Fact::Sets: return sets();
      case Fact::Returns:
        return ended(EventKind::Return) && reader_.step_of(end_index_) == step_ + 1 &&
               shows(end_->shown(), end_index_);
      case Fact::Yields:
        return ended(EventKind::Suspend) && reader_.step_of(end_index_) == step_ + 1 &&
               shows(end_->shown(), end_index_);
      case Fact::YieldsTo: return yields_to();
      case Fact::Fails: return !end() || fails() || is_kept_for_except_star();
      case Fact::TakesItem: return end() != nullptr;
      case Fact::LoopEnds: return end() && !fails();
      case Fact::Follows: return ended(EventKind::Line) && says_line(line_of(*end_));
      case Fact::Handles: return !ended(EventKind::Raise);
      case Fact::HandlesNot: return end() && fails_or_tests_again();
      case Fact::ByException: return after_exception();
      case Fact::NotByException: return !is_kind_before(EventKind::Raise);
      case Fact::MakesCoroutine: return calls_run_nothing();
      case Fact::DefinesCoroutine: return defines(Code::kCoroutine);
      case Fact::DefinesAsyncGenerator: return defines(Code::kAsyncGenerator);
      case Fact::DefinesGenerator: return defines(Code::kGenerator);
      case Fact::DefinesPlain: return defines(0);
      case Fact::ReachesOuter: return reaches_outer();
      case Fact::TaskFails: return next() && next()->kind() == EventKind::TaskFailed;
      case Fact::FirstStepOfTask: return is_kind_before(EventKind::TaskStep);
      case Fact::AwaitedByOuter: return awaited_by_outer();
      case Fact::LoopIsNext:  // (which may call methods of a future of the program's own)
        return !next() || !is_of_frame(next()->kind()) || next()->kind() == EventKind::Start;
      case Fact::InTask: return moment().task != 0 && names_task(moment().task);
      case Fact::StartsAfresh: return event_.kind() == EventKind::Start;
      case Fact::RunsNow: return !next() || enters_frame(next()->kind());
      case Fact::HasFinished: return next() && !enters_frame(next()->kind()) && !suspends();
      case Fact::IsDone: return !suspends();
      case Fact::NotDone: return !following() || suspends();
      case Fact::WaitsFor: return waits_for();
      case Fact::NextTurn: return runs_next_turn();
      case Fact::Wakes: return wakes();
      case Fact::OthersFailed: return first_named_has(TaskState::Failed);
      case Fact::RunsFunction:
        return moment().frame != 0 && (says(moment().function) || moment().function == "<module>");
      case Fact::Queued: return queued();
      case Fact::WasFirst: {
        const Moment before = reader_.moment(step_ - 1);
        return !before.ready.empty() && before.ready.front().handle == event_.subject;
      }
      case Fact::NothingRuns: return moment().running_handle == 0 && moment().task == 0;
      case Fact::NothingReady:
        return moment().ready.empty() && moment().running_handle == 0 && moment().frame == 0;
      case Fact::SomeReady:
        return std::any_of(moment().ready.begin(), moment().ready.end(),
                           [&](const HandleView& h) { return h.task && names_task(h.task); });
      case Fact::Blocks: return moment().frame != 0 || moment().running_handle != 0;
      case Fact::NeverRuns: return !happens(EventKind::HandleRun, event_.subject);
      case Fact::HasRun: return happened(EventKind::HandleRun, event_.subject);
      case Fact::NothingToClean: return only_the_loop_runs();
      case Fact::Unfinished:
        return std::any_of(moment().tasks.begin(), moment().tasks.end(),
                           [](const TaskView& t) { return t.state < TaskState::Done; });
      case Fact::Swallowed: return !exception_goes_on();
      case Fact::NotSwallowed: return !following_of_outer() || exception_goes_on();
      case Fact::NoSuspension: return no_suspension();
      case Fact::NobodyCanWake:
        return moment().ready.empty() && moment().timers.empty() && moment().running_handle == 0;
      case Fact::Status: return status();
      case Fact::RunsThread:
        return moment().thread == event_.subject && names_thread(event_.subject);
      case Fact::BeforeWaits: return state_of_thread_before() == ThreadState::Waiting;
      case Fact::BeforeReady: return state_of_thread_before() == ThreadState::Ready;
      case Fact::BeforeEnded: return !state_of_thread_before();
      case Fact::ThreadWaits: {
        const ThreadView* view = thread(event_.subject);
        return view && view->state == ThreadState::Waiting && names_thread(event_.subject) &&
               says_what_for(*view);
      }
      case Fact::ThreadReady: {
        const ThreadView* view = thread(event_.subject);
        return view && view->state == ThreadState::Ready && names_thread(event_.subject) &&
               moment().thread != event_.subject;
      }
      case Fact::CanRun: {
        const ThreadView* view = thread(event_.subject);
        return view && view->state != ThreadState::Waiting && names_thread(event_.subject);
      }
      case Fact::NotTheLoop: {
        const ThreadView* view = thread(event_.subject);
        return view && !view->in_loop && has_thread_in_loop();
      }
      case Fact::InLoopOfThread: {
        const ThreadView* view = thread(event_.subject);
        return view && view->in_loop;
      }
      case Fact::FromThread: {
        const ThreadView* view = thread(moment().thread);
        return view && !view->in_loop && has_thread_in_loop();
      }
      case Fact::LoopsInThreads:
        return names_thread(moment().thread) &&
               std::count_if(moment().threads.begin(), moment().threads.end(),
                             [](const ThreadView& t) { return t.in_loop; }) > 1;
      case Fact::AllWait:
        return !moment().threads.empty() &&
               std::all_of(moment().threads.begin(), moment().threads.end(),
                           [](const ThreadView& t) { return t.state == ThreadState::Waiting; });
    }
    return false;
  }

 private:
  const Moment& moment() {
    if (!moment_) moment_ = reader_.moment(step_);
    return *moment_;
  }
  const Event& at(size_t step) const { return recording_[reader_.event_of(step)]; }
  const Event* next() const { return step_ + 1 < reader_.steps() ? &at(step_ + 1) : nullptr; }
  bool says(std::string_view text) const { return said_.text.find(text) != std::string::npos; }
  int line_of(const Event& event) const { return recording_.position(event).line; }
  bool says_line(int line) const { return says("line " + std::to_string(line)); }
  bool shows(Shown value, size_t event) const {
    return says("`" + reader_.show(value, event).substr(0, 40));
  }
  std::vector<std::string> in_code() const {
    std::vector<std::string> parts;
    const std::string& text = said_.text;
    for (size_t at = text.find('`'); at != text.npos;) {
      const size_t end = text.find('`', at + 1);
      if (end == text.npos) break;
      parts.push_back(text.substr(at + 1, end - at - 1));
      at = text.find('`', end + 1);
    }
    return parts;
  }

  // --- lines ---
  // What ends the line that is about to run: the frame's next line, or how it is left.
  const Event* end() {
    if (looked_) return end_;
    looked_ = true;
    for (size_t i = index_ + 1; i < recording_.size() && !end_; ++i) {
      const Event& event = recording_[i];
      const EventKind kind = event.kind();
      if (event.subject != event_.subject || !is_of_frame(kind)) continue;
      const bool yields = kind == EventKind::Suspend && opcode_of(event) == Opcode::YIELD_VALUE;
      if (kind == EventKind::Line || kind == EventKind::Return || kind == EventKind::Raise ||
          yields) {
        end_ = &event;
        end_index_ = i;
      }
    }
    return end_;
  }
  Opcode opcode_of(const Event& event) const {
    return recording_.code_of(event.subject).instructions[event.offset()].opcode();
  }
  bool ended(EventKind kind) { return end() && end_->kind() == kind; }
  // Is the line about an exception that runs next? An `except`, a `finally`, the end of a `with`.
  bool handles_exception(const Event& line) const {
    const Code& code = recording_.code_of(line.subject);
    for (uint32_t at = line.offset(); at-- > 0;) {
      const Opcode opcode = code.instructions[at].opcode();
      if (opcode == Opcode::PUSH_EXC_INFO) return true;
      for (const ExceptionHandler& handler : code.handlers) {
        if (handler.target == at) return true;
      }
      if (opcode == Opcode::LINE || opcode == Opcode::POP_EXCEPT ||
          opcode == Opcode::END_ASYNC_FOR || opcode == Opcode::JUMP_FORWARD ||
          opcode == Opcode::RETURN_VALUE)
        break;
    }
    return code.instructions[line.offset()].opcode() != Opcode::LINE;
  }
  bool fails() {
    return ended(EventKind::Raise) || (ended(EventKind::Line) && handles_exception(*end_));
  }
  // What a handler of except* raises is kept while the next one is looked at.
  bool is_kept_for_except_star() {
    if (!ended(EventKind::Line)) return false;
    const size_t line = size_t(line_of(*end_));
    return line > 0 && line <= lines_.size() &&
           lines_[line - 1].find("except*") != std::string_view::npos;
  }
  bool fails_or_tests_again() {
    if (fails()) return true;
    if (!ended(EventKind::Line) || size_t(line_of(*end_)) > lines_.size()) return false;
    const std::string_view text = lines_[size_t(line_of(*end_)) - 1];
    return text.find("except") != text.npos || text.find("with") != text.npos ||
           text.find("finally") != text.npos || size_t(line_of(*end_)) > size_t(line_of(event_));
  }

  // What is called, awaited or entered stands in the source: the line's, or the next ones where the
  // statement has several; and "await" before what is awaited.
  bool names_on_line() {
    const size_t line = size_t(said_.text.starts_with("`") ? line_at_frame() : line_of(event_));
    if (line == 0 || line > lines_.size()) return true;
    std::string source;
    for (size_t i = line; i <= lines_.size() && i < line + 12; ++i) {
      source += lines_[i - 1];
      source += '\n';
    }
    source.erase(std::remove(source.begin(), source.end(), ' '), source.end());
    static const std::regex kAwaits("awaits `([^`(]+)");
    std::smatch match;
    for (std::string text = said_.text; std::regex_search(text, match, kAwaits);
         text = match.suffix()) {
      if (source.find("await" + match[1].str()) == std::string::npos &&
          source.find("await(" + match[1].str()) == std::string::npos)
        return false;
    }
    static const std::regex kCalls("(?:calls|, then calls) `([^`]+)`");
    for (std::string text = said_.text; std::regex_search(text, match, kCalls);
         text = match.suffix()) {
      const std::string name = match[1].str();
      if (name.starts_with("__") || name.find("…") != std::string::npos) continue;
      if (source.find(name + "(") == std::string::npos &&
          source.find("@" + name) == std::string::npos)
        return false;
    }
    return true;
  }
  int line_at_frame() { return moment().at.line; }

  // The variables are so once the line has run.
  bool sets() {
    if (!end()) return true;
    const size_t last =
        leaves_frame(end_->kind()) ? reader_.step_of(end_index_) - 1 : reader_.step_of(end_index_);
    static const std::regex kSets("(?:sets|,|and) `([A-Za-z_0-9]+)` to `");
    std::smatch match;
    const Moment then = reader_.moment(std::min(last, step_ + 1));  // not told before it is so
    for (std::string text = said_.text; std::regex_search(text, match, kSets);
         text = match.suffix()) {
      bool found = false, frame_there = false;
      const std::string value = match.suffix().str();
      auto look = [&](const std::vector<FrameView>& frames) {
        for (const FrameView& frame : frames) {
          if (frame.frame != event_.subject) continue;
          frame_there = true;
          for (const Variable& variable : frame.locals) {
            found |=
                variable.name == match[1].str() && value.starts_with(variable.value.substr(0, 40));
          }
        }
      };
      look(then.stack);
      for (const TaskView& task : then.tasks) look(task.chain);
      // (What it is set to may change within the line.)
      for (size_t i = index_; i < end_index_ && reader_.step_of(i) <= step_ + 1; ++i) {
        const Event& event = recording_[i];
        found |= (event.kind() == EventKind::Bind || event.kind() == EventKind::BindName) &&
                 event.subject == event_.subject &&
                 value.starts_with(reader_.show(event.shown(), i).substr(0, 40));
      }
      // Where the line itself leaves the frame, its variables are not seen any more.
      if (frame_there && !found && end_->kind() == EventKind::Line) return false;
    }
    return true;
  }

  // No function of that name is started by this frame in the line, but where it is awaited.
  bool calls_run_nothing() {
    const std::vector<std::string> names = in_code();
    if (names.empty()) return false;
    std::string name = names[0].substr(0, names[0].find('('));
    name = name.substr(name.rfind('.') + 1);
    for (size_t i = index_ + 1; i < recording_.size(); ++i) {
      const Event& event = recording_[i];
      if (&event == end()) break;
      if (event.kind() == EventKind::Suspend && event.subject == event_.subject) break;
      if (event.kind() != EventKind::Start || event.operand != event_.subject) continue;
      const Code& code = recording_.code_of(event.subject);
      if (code.name == name && !(code.flags & Code::kCoroutine)) return false;
    }
    return true;
  }

  bool defines(uint32_t flag) {
    const std::vector<std::string> names = in_code();
    constexpr uint32_t kAll = Code::kCoroutine | Code::kAsyncGenerator | Code::kGenerator;
    for (const Constant& constant : recording_.code_of(event_.subject).constants) {
      if (constant.kind == Constant::Kind::Code && constant.code->name == names[0] &&
          (constant.code->flags & kAll) == flag)
        return true;
    }
    return false;
  }

  // --- frames ---
  bool is_kind_before(EventKind kind) const {
    for (size_t step = step_; step-- > 0;) {
      const EventKind before = at(step).kind();
      if (is_of_frame(before) || before == EventKind::TaskStep) return before == kind;
    }
    return false;
  }
  // (A second `except` follows the first.)
  bool after_exception() {
    if (event_.kind() != EventKind::Line || handles_exception(event_)) return true;
    if (lines_[size_t(line_of(event_)) - 1].find("except*") != std::string_view::npos) return true;
    for (size_t step = step_; step-- > 0;) {
      const Event& event = at(step);
      if (event.kind() == EventKind::Line && event.subject == event_.subject)
        return handles_exception(event) || (line_of(event) > 0 && tests_exception(event));
    }
    return false;
  }
  bool tests_exception(const Event& line) const {
    return lines_[size_t(line_of(line)) - 1].find("except") != std::string_view::npos;
  }

  bool reaches_outer() {
    const uint32_t outer = reader_.outer_frame(step_);
    for (size_t i = index_ + 1; i < recording_.size(); ++i) {
      const Event& event = recording_[i];
      if (event.subject != outer || !is_of_frame(event.kind())) continue;
      return event.kind() == EventKind::Raise || event.kind() == EventKind::Throw ||
             (event.kind() == EventKind::Line && handles_exception(event));
    }
    return true;
  }

  // The frame was entered right after one outside it had found something to await, or was entered
  // in an await.
  bool awaited_by_outer() {
    const uint32_t outer = reader_.outer_frame(step_);
    if (outer == 0) return false;
    if (enters_frame(event_.kind())) return true;
    return recording_.code_of(outer).flags &
           (Code::kCoroutine | Code::kAsyncGenerator | Code::kGenerator);
  }

  const Event* following() {
    for (size_t i = index_ + 1; i < recording_.size(); ++i) {
      if (recording_[i].subject == event_.subject && is_of_frame(recording_[i].kind()))
        return &recording_[i];
    }
    return nullptr;
  }
  bool suspends() {
    const Event* event = following();
    return event && event->kind() == EventKind::Suspend;
  }

  const Event* following_of_outer() {
    const uint32_t outer = reader_.outer_frame(step_);
    for (size_t i = index_ + 1; i < recording_.size(); ++i) {
      if (recording_[i].subject == outer && is_of_frame(recording_[i].kind()))
        return &recording_[i];
    }
    return nullptr;
  }
  bool exception_goes_on() {
    const Event* event = following_of_outer();
    return event && (event->kind() == EventKind::Raise || event->kind() == EventKind::Throw ||
                     (event->kind() == EventKind::Line && handles_exception(*event)));
  }

  // --- threads ---
  const ThreadView* thread(uint32_t number) {
    for (const ThreadView& view : moment().threads) {
      if (view.thread == number) return &view;
    }
    return nullptr;
  }
  bool names_thread(uint32_t number) {
    const ThreadView* view = thread(number);
    // (The event loop of a thread stands for it.)
    return view && (says("`" + std::string(view->name) + "`") || says("the event loop waits"));
  }
  bool has_thread_in_loop() {
    return std::any_of(moment().threads.begin(), moment().threads.end(),
                       [](const ThreadView& t) { return t.in_loop; });
  }
  bool says_what_for(const ThreadView& view) const {
    return says(view.waits_for) || says("sleep") || says("blocks") || says("the event loop waits");
  }
  // Of the thread that ran before this one; nothing: it has ended.
  std::optional<ThreadState> state_of_thread_before() {
    const uint32_t before = reader_.moment(step_ - 1).thread;
    if (!says("`" +
              std::string(before ? recording_.text(recording_.threads()[before].name)
                                 : std::string_view("MainThread")) +
              "`")) {
      return ThreadState::Running;
    }
    const ThreadView* view = thread(before);
    return view ? std::optional(view->state) : std::nullopt;
  }

  // --- tasks and the loop ---
  bool names_task(uint32_t task) {
    for (const TaskView& view : moment().tasks) {
      if (view.task == task) return says("`" + std::string(view.name) + "`") || !says("Task-");
    }
    return false;
  }
  bool first_named_has(TaskState state) {
    const std::vector<std::string> names = in_code();
    for (const TaskView& view : moment().tasks) {
      if (!names.empty() && view.name == names[0] && view.state == state) return true;
    }
    return false;
  }
  bool waits_for() {
    for (size_t step = step_; step < reader_.steps(); ++step) {
      const Event& event = at(step);
      if (event.kind() != EventKind::TaskWaits) {
        if (step > step_ && event.kind() != EventKind::Suspend) return true;
        continue;
      }
      const Moment then = reader_.moment(step);
      for (const TaskView& view : then.tasks) {
        if (view.task != event.subject) continue;
        if (view.state >= TaskState::Done) return false;
        if (view.until >= 0)
          return says(" s.") && (view.waits_for_task == 0 || says(view.waits_for.substr(0, 4)));
        if (view.waits_for_task) {
          return view.waits_for == recording_.text(recording_.tasks()[view.waits_for_task].name)
                     ? says("until `" + view.waits_for + "` is done")
                     : says("is done");
        }
        if (says("the future that `gather` returned")) return is_of_gather(step);
        if (says("has created")) return says(view.waits_for) && is_of_awaited(view, step);
        return says(view.waits_for);
      }
    }
    return true;
  }
  // The task that begins to wait at this step has awaited what gather returned, and nothing since.
  bool is_of_gather(size_t waits) {
    size_t e = reader_.event_of(waits);
    do --e;
    while (e > 0 && recording_[e].kind() == EventKind::Suspend);
    return recording_[e].kind() == EventKind::AwaitFuture &&
           reader_.show(recording_[e].shown(), e).find("_GatheringFuture") != std::string::npos;
  }
  // The future that a task waits for was made by the task, in the coroutine that it is in the midst
  // of, as far as asyncio's own.
  bool is_of_awaited(const TaskView& waiting, size_t waits) {
    std::string native;
    bool made = false;
    for (size_t step = 0; step <= waits; ++step) {
      const Event& event = at(step);
      if (event.kind() == EventKind::FutureCreated && event.subject == waiting.waits_for_future) {
        if (reader_.moment(step).task != waiting.task) return false;
        made = true;
      }
      if (event.kind() == EventKind::AwaitNative && event.subject == waiting.chain.back().frame) {
        native = reader_.show(event.shown(), reader_.event_of(step));
        made = false;
      }
    }
    constexpr size_t kBefore = sizeof("<coroutine ") - 1;
    return made && native.size() > kBefore &&
           says("which `" + native.substr(kBefore, native.size() - kBefore - 1) + "` has created");
  }
  bool runs_next_turn() {
    const uint32_t task = moment().task;
    int turns = 0;
    for (size_t i = index_ + 1; i < recording_.size(); ++i) {
      const Event& event = recording_[i];
      turns += event.kind() == EventKind::TurnBegun;
      if (event.kind() == EventKind::TaskStep && event.subject == task) return turns == 1;
      // (A step may fail at what was yielded, and the loop may stop.)
      if (event.kind() == EventKind::LoopStop) return true;
    }
    return true;
  }
  // Whoever gets what is yielded runs on, once those who pass it on have suspended too.
  bool yields_to() {
    size_t step = step_ + 1;
    while (step < reader_.steps() && at(step).kind() == EventKind::Suspend) ++step;
    if (step >= reader_.steps() || is_of_thread(at(step).kind())) return true;
    const Event& then = at(step);
    auto named = [&](std::string_view function) {
      return says(function == "<module>" ? " to the program"
                                         : " to `" + std::string(function) + "`");
    };
    const bool goes_on = is_of_frame(then.kind());
    if (goes_on && named(recording_.code_of(then.subject).qualname)) return true;
    const Moment runs = reader_.moment(step);
    std::vector<const std::vector<FrameView>*> stacks = {&runs.stack};
    for (const ThreadView& thread : runs.threads) stacks.push_back(&thread.stack);
    for (const TaskView& task : runs.tasks) {
      if (task.task == runs.task) stacks.push_back(&task.chain);
    }
    for (const std::vector<FrameView>* stack : stacks) {
      for (const FrameView& frame : *stack) {
        if (named(frame.function)) return true;
      }
    }
    // (A task throws back what it cannot wait for, and calls the methods of what it can.)
    return (!goes_on || enters_frame(then.kind())) && moment().task &&
           says(" to `" + std::string(recording_.text(recording_.tasks()[moment().task].name)));
  }
  // Those who are woken are scheduled before they run again.
  bool wakes() {
    const size_t at_wakes = said_.text.find("wakes `");
    if (at_wakes == std::string::npos) return false;
    for (const TaskView& view : moment().tasks) {
      if (view.state != TaskState::Waiting ||
          said_.text.find("`" + std::string(view.name) + "`", at_wakes) == std::string::npos)
        continue;
      if (!(event_.subject == view.waits_for_task || event_.subject == view.waits_for_future))
        continue;  // another of the same name
      bool woken = false;
      for (size_t i = index_ + 1; i < recording_.size() && !woken; ++i) {
        const Event& event = recording_[i];
        if (event.kind() == EventKind::TaskStep && event.subject == view.task) return false;
        woken = event.kind() == EventKind::HandleScheduled &&
                recording_.handles()[event.subject].task == view.task;
        if (event.kind() == EventKind::HandleDone || event.kind() == EventKind::End) break;
      }
      if (!woken) return false;
    }
    return true;
  }
  bool queued() {
    if (event_.kind() == EventKind::TaskCreated) {
      const Event* after = next();
      return !after || (after->kind() == EventKind::HandleScheduled &&
                        recording_.handles()[after->subject].task == event_.subject);
    }
    return !moment().ready.empty() && moment().ready.back().handle == event_.subject;
  }
  bool happens(EventKind kind, uint32_t subject) const {
    for (size_t i = index_; i < recording_.size(); ++i) {
      if (recording_[i].kind() == kind && recording_[i].subject == subject) return true;
    }
    return false;
  }
  bool happened(EventKind kind, uint32_t subject) const {
    for (size_t i = index_; i-- > 0;) {
      if (recording_[i].kind() == kind && recording_[i].subject == subject) return true;
    }
    return false;
  }
  bool only_the_loop_runs() const {
    for (size_t step = step_; step < reader_.steps(); ++step) {
      if (at(step).kind() == EventKind::LoopStop) return true;
      if (is_of_frame(at(step).kind()) || is_of_task(at(step).kind())) return false;
    }
    return true;
  }
  bool no_suspension() {
    for (size_t i = index_ + 1; i-- > 0;) {
      const EventKind kind = recording_[i].kind();
      if (kind == EventKind::TaskStep) return true;
      if (kind == EventKind::TaskWaits || kind == EventKind::HandleDone) return false;
    }
    return false;
  }
  bool status() const {
    for (size_t i = index_; i < recording_.size(); ++i) {
      if (recording_[i].kind() == EventKind::End)
        return recording_[i].operand > 255 ||
               says("status " + std::to_string(recording_[i].operand));
    }
    return true;
  }

  const Recording& recording_;
  const Reader& reader_;
  const std::vector<std::string_view>& lines_;
  const size_t step_, index_;
  const Event& event_;
  const Explanation& said_;
  std::optional<Moment> moment_;
  const Event* end_ = nullptr;
  size_t end_index_ = 0;
  bool looked_ = false;
};

std::map<std::string, int> wrong_facts;
std::set<size_t> texts_said;

const RunProperty kTrue(
    "whatever is said of a step is what the recording says",
    [](const Run& run, const Reader& reader, const std::string& source) {
      const std::vector<std::string_view> lines = lines_of(source);
      for (size_t step = 0; step < reader.steps() && step < 3000; ++step) {
        const Explanation e = explain(reader, run.recording(), step);
        texts_said.insert(size_t(e.id));
        Said check(run, reader, lines, step, e);
        for (size_t fact = 0; fact < std::size(kMeanings); ++fact) {
          if (!(kClaims[size_t(e.id)].facts >> fact & 1) || check.holds(Fact(fact))) continue;
          const std::string what = std::string(kClaims[size_t(e.id)].id) + ", " + kMeanings[fact];
          if (wrong_facts[what]++ < 3) MESSAGE(what << "; step " << step << ": " << e.text);
        }
      }
    },
    [] {
      for (const auto& [what, times] : wrong_facts) MESSAGE(times << " times: " << what);
      CHECK(wrong_facts.empty());
      std::string never;
      for (size_t id = 0; id < std::size(kClaims); ++id) {
        if (!texts_said.count(id)) never += std::string(kClaims[id].id) + " ";
      }
      MESSAGE("never said: " << never);
    },
    RunProperty::Versions::Each);

}  // namespace

TEST_SUITE_END();
