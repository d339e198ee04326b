// The recording as a Mermaid sequence diagram: the program, the event loop and the tasks as its
// participants.
#include <cstdio>
#include <vector>

#include "engine/recording/reading/fold.h"
#include "engine/recording/reading/reader.h"
#include "engine/recording/traces/trace.h"

namespace awaitscope {

namespace {

constexpr int kMostMessages = 300;  // what is longer than that no page draws, and nobody reads

class Diagram {
 public:
  explicit Diagram(const Recording& recording)
      : recording_(recording),
        reader_(recording),
        fold_(recording),
        active_(recording.tasks().size()) {}

  std::string write() {
    to_ = "sequenceDiagram\n  participant P as Program\n  participant L as Event loop\n";
    for (size_t i = 0; i < recording_.size() && messages_ < kMostMessages; ++i) {
      const uint32_t task = fold_.current_task();
      fold_.run_to(i);
      event(recording_[i], i, task);
    }
    for (uint32_t task = 1; task < active_.size(); ++task) deactivate(task);
    if (messages_ >= kMostMessages) note("P", "and so on");
    return std::move(to_);
  }

 private:
  static std::string name_of_task(uint32_t task) { return "T" + std::to_string(task); }
  std::string actor() const {
    if (fold_.current_task() != 0) return name_of_task(fold_.current_task());
    if (fold_.current_handle() != 0) return "L";
    return name_of_thread(fold_.current_thread());
  }
  static std::string name_of_thread(uint32_t thread) {
    return thread != 0 ? "W" + std::to_string(thread) : "P";
  }

  // What means something to Mermaid is written as the number of its character.
  void text(std::string_view words) {
    for (const char c : words.substr(0, 80)) {
      if (c == '#' || c == ';' || c == '<' || c == '>' || c == '"') {
        to_ += '#' + std::to_string(int(c)) + ';';
      } else {
        to_ += c == '\n' || c == '\r' ? ' ' : c;
      }
    }
  }

  void message(const std::string& from, std::string_view arrow, const std::string& to,
               std::string_view words) {
    ++messages_;
    to_ += "  " + from;
    to_.append(arrow).append(to).append(": ");
    text(words);
    to_ += '\n';
  }

  void note(const std::string& over, std::string_view words) {
    ++messages_;
    to_ += "  Note over " + over + ": ";
    text(words);
    to_ += '\n';
  }

  void activate(uint32_t task) {
    if (active_[task]) return;
    active_[task] = true;
    to_ += "  activate " + name_of_task(task) + "\n";
  }
  void deactivate(uint32_t task) {
    if (!active_[task]) return;
    active_[task] = false;
    to_ += "  deactivate " + name_of_task(task) + "\n";
  }

  void event(const Event& event, size_t index, uint32_t task_before) {
    const EventKind kind = event.kind();
    const std::string value =
        carries_value(kind) ? reader_.show(event.shown(), index) : std::string();
    switch (kind) {
      case EventKind::TaskCreated: {
        const Recording::Task& task = recording_.tasks()[event.subject];
        // Known from here on: named before the first message, as Mermaid wants it.
        to_ += "  participant " + name_of_task(event.subject) + " as ";
        text(recording_.text(task.name));
        to_ += '\n';
        message(actor(), "->>", name_of_task(event.subject),
                "create_task(" + std::string(recording_.text(task.coroutine)) + "())");
        break;
      }
      case EventKind::TaskStep:
        if (event.cause == 0) {
          message(task_before != 0 ? name_of_task(task_before) : "L", "->>",
                  name_of_task(event.subject), "starts eagerly");
        } else {
          message("L", "->>", name_of_task(event.subject),
                  recording_.text(recording_.handles()[fold_.current_handle()].label));
        }
        activate(event.subject);
        break;
      case EventKind::Start:
      case EventKind::Return:
      case EventKind::Raise: {
        const uint32_t task = kind == EventKind::Start ? fold_.current_task() : task_before;
        const std::string_view function = recording_.code_of(event.subject).qualname;
        if (function == "<module>") break;
        const std::string who = task != 0 ? name_of_task(task) : actor();
        if (kind == EventKind::Start)
          message(who, "->>", who, std::string(function) + "()");
        else if (kind == EventKind::Raise || value != "None")
          message(who, kind == EventKind::Raise ? "--x" : "-->>", who,
                  std::string(function) + (kind == EventKind::Raise ? " raises " : " returns ") +
                      value);
        break;
      }
      case EventKind::TaskWaits:
        message(
            name_of_task(event.subject), "-->>", "L",
            event.operand != 0 ? "waits for future " + std::to_string(event.operand)
            : event.cause != 0
                ? "waits for " + std::string(recording_.text(recording_.tasks()[event.cause].name))
                : "waits");
        deactivate(event.subject);
        break;
      case EventKind::TaskCancel:
        message(actor(), "-)", name_of_task(event.subject), "cancel()");
        break;
      case EventKind::TaskDone:
        message(name_of_task(event.subject), "-->>", "L", "result " + value);
        deactivate(event.subject);
        break;
      case EventKind::TaskFailed:
        message(name_of_task(event.subject), "--x", "L", value);
        deactivate(event.subject);
        break;
      case EventKind::TaskCancelled:
        message(name_of_task(event.subject), "--x", "L", "cancelled");
        deactivate(event.subject);
        break;
      case EventKind::ThreadStarted:
        to_ += "  participant " + name_of_thread(event.subject) + " as ";
        text(recording_.text(recording_.threads()[event.subject].name));
        to_ += '\n';
        message(actor(), "->>", name_of_thread(event.subject), "start()");
        break;
      case EventKind::ThreadWaits:
        note(name_of_thread(event.subject),
             "waits for " + std::string(recording_.text(recording_.waits()[event.operand].what)));
        break;
      case EventKind::ThreadDone: note(name_of_thread(event.subject), "done"); break;
      case EventKind::TaskStepOver: deactivate(event.subject); break;
      case EventKind::HandleDone:  // it gave way of its own accord
        if (task_before != 0) deactivate(task_before);
        break;
      case EventKind::IdleJump: {
        const Recording::Jump& jump = recording_.jumps()[event.operand];
        char words[64];
        std::snprintf(words, sizeof words, "time passes: %.6g s", jump.to - jump.from);
        note("L", words);
        break;
      }
      case EventKind::Out:
        if (std::string_view out = recording_.text(event.operand); out != "\n")
          note(actor(), "prints " + std::string(out));
        break;
      default: break;
    }
  }

  std::string to_;
  const Recording& recording_;
  const Reader reader_;
  Fold fold_;
  std::vector<bool> active_;
  int messages_ = 0;
};

}  // namespace

std::string trace_mermaid(const Recording& recording) { return Diagram(recording).write(); }

}  // namespace awaitscope
