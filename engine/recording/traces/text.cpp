#include <cstdio>
#include <vector>

#include "engine/compat/float_text.h"
#include "engine/recording/reading/fold.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/reading/reader.h"
#include "engine/recording/reading/source_lines.h"
#include "engine/recording/traces/trace.h"

namespace awaitscope {

namespace {

class TextWriter {
 public:
  TextWriter(const Recording& recording, std::string_view source)
      : recording_(recording), reader_(recording), fold_(recording), lines_(lines_of(source)) {}

  std::string write(const RunEnd& end, TraceLines lines) {
    to_ = "turn     time  task      line\n";
    for (size_t i = 0; i < recording_.size(); ++i) {
      const Event& event = recording_[i];
      // A frame that is left is still there before, one that is entered is there after.
      const EventKind kind = event.kind();
      const bool leaves = leaves_frame(kind);
      if (!leaves) fold_.run_to(i);
      if (lines == TraceLines::Written || kind != EventKind::Line) row(event, i);
      if (leaves) fold_.run_to(i);
    }
    const std::string_view word = word_of(end.state);
    to_ += "exit ";
    to_ += word.empty() ? std::to_string(end.exit_status) : std::string(word);
    to_ += '\n';
    return std::move(to_);
  }

 private:
  void row(const Event& event, size_t index) {
    std::string text = words(event, index);
    if (text.empty()) return;
    const bool of_frame = is_of_frame(event.kind());
    char begin[64];
    // What a worker thread does is said of it; its tasks have names of their own.
    std::string task = fold_.current_task()     ? name_of(fold_.current_task())
                       : fold_.current_thread() ? thread_name(fold_.current_thread())
                                                : "";
    std::snprintf(begin, sizeof begin, "%4u %8s  %-8s", fold_.turn(),
                  float_repr(round_to_6_digits(fold_.time())).c_str(), task.c_str());
    to_ += begin;
    const int line = of_frame ? recording_.position(event).line : 0;
    std::snprintf(begin, sizeof begin, line ? "  %4d  " : "        ", line);
    to_ += begin;
    size_t depth = fold_.running_frames().size() - fold_.frames_outside_loop();
    to_.append((depth - (depth > 0)) * 2, ' ');
    to_ += text;
    to_ += '\n';
  }

  std::string name_of(uint32_t task) const {
    const Fold::Task* record = fold_.task(task);
    return std::string(recording_.text(record ? record->name : recording_.tasks()[task].name));
  }

  std::string thread_name(uint32_t thread) const {
    return thread ? std::string(recording_.text(recording_.threads()[thread].name)) : "MainThread";
  }

  std::string thread_waits(const Event& event) const {
    const Recording::Wait& wait = recording_.waits()[event.operand];
    std::string text = thread_name(event.subject) + " waits for ";
    text += recording_.text(wait.what);
    if (wait.until >= 0) text += " until " + float_repr(round_to_6_digits(wait.until));
    return text;
  }

  std::string words(const Event& event, size_t index) const {
    auto value = [&] { return reader_.show(event.shown(), index); };
    auto function = [&] { return recording_.code_of(event.subject).qualname; };
    auto handle = [&] {
      return std::string(recording_.text(recording_.handles()[event.subject].label));
    };
    auto future = [&] { return "future " + std::to_string(event.subject); };
    auto time = [](double t) { return float_repr(round_to_6_digits(t)); };
    switch (event.kind()) {
      case EventKind::Line: {
        size_t line = size_t(recording_.position(event).line);
        return line && line <= lines_.size() ? std::string(without_indentation(lines_[line - 1]))
                                             : "line";
      }
      case EventKind::Start: return "start " + function();
      case EventKind::Suspend: return "suspend " + function() + ", yields " + value();
      case EventKind::Resume: return "resume " + function() + ", gets " + value();
      case EventKind::Throw: return "resume " + function() + ", throws " + value();
      case EventKind::Return: return "return " + function() + ", gives " + value();
      case EventKind::Raise: return "raise " + function() + ", " + value();
      case EventKind::AwaitCoroutine: return "await coroutine " + value();
      case EventKind::AwaitMethod: return "await calls __await__ of " + value();
      case EventKind::AwaitFuture:
      case EventKind::AwaitNative: return "await " + value();
      case EventKind::EnterAsync: return "async with calls __aenter__ of " + value();
      case EventKind::ExitAsync: return "async with calls __aexit__: " + value();
      case EventKind::Enter: return "with calls __enter__ of " + value();
      case EventKind::IterAsync: return "async for calls __aiter__ of " + value();
      case EventKind::NextAsync: return "async for calls __anext__ of " + value();
      case EventKind::TaskCreated:
        return name_of(event.subject) + " created for " +
               std::string(recording_.text(recording_.tasks()[event.subject].coroutine));
      case EventKind::TaskStep: return name_of(event.subject) + " steps";
      case EventKind::TaskWaits: return name_of(event.subject) + " waits";
      case EventKind::TaskCancel: return name_of(event.subject) + " is being cancelled";
      case EventKind::TaskDone: return name_of(event.subject) + " done, " + value();
      case EventKind::TaskFailed: return name_of(event.subject) + " failed, " + value();
      case EventKind::TaskCancelled: return name_of(event.subject) + " cancelled";
      case EventKind::FutureCreated: return future() + " created";
      case EventKind::FutureDone: return future() + " done, " + value();
      case EventKind::FutureFailed: return future() + " failed, " + value();
      case EventKind::FutureCancelled: return future() + " cancelled";
      case EventKind::HandleScheduled: return "scheduled: " + handle();
      case EventKind::HandleRun: return "run: " + handle();
      case EventKind::HandleDone: return "";
      case EventKind::HandleCancelled: return "handle cancelled: " + handle();
      case EventKind::TimerArmed:
        return "timer at " + time(recording_.handles()[event.subject].deadline) + ": " + handle();
      case EventKind::TimerFired: return "timer fired: " + handle();
      case EventKind::LoopRun: return "loop runs";
      case EventKind::TurnBegun: return "turn " + std::to_string(event.operand);
      case EventKind::IdleJump: return "idle until " + time(recording_.jumps()[event.operand].to);
      case EventKind::LoopStop: return "loop stops";
      case EventKind::ThreadStarted: return thread_name(event.subject) + " started";
      case EventKind::ThreadSwitch: return thread_name(event.subject) + " runs";
      case EventKind::ThreadWaits: return thread_waits(event);
      case EventKind::ThreadReady:
        return thread_name(event.subject) +
               (event.operand ? " ready, its time has come" : " ready");
      case EventKind::ThreadDone: return thread_name(event.subject) + " done";
      case EventKind::Out: return "out " + quoted(recording_.text(event.operand));
      case EventKind::Err: return "err " + quoted(recording_.text(event.operand));
      default: return "";
    }
  }

  static std::string quoted(std::string_view text) {
    std::string to;
    JsonWriter(to).text(text);
    return to;
  }

  const Recording& recording_;
  const Reader reader_;
  Fold fold_;
  const std::vector<std::string_view> lines_;
  std::string to_;
};

}  // namespace

std::string trace_text(const Recording& recording, const RunEnd& end, TraceLines lines,
                       std::string_view source) {
  return TextWriter(recording, source).write(end, lines);
}

}  // namespace awaitscope
