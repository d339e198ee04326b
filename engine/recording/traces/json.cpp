#include "engine/recording/reading/json.h"

#include <algorithm>

#include "engine/compat/float_text.h"
#include "engine/recording/traces/trace.h"

namespace awaitscope {

namespace {

// Is it an event of the trace too?
bool is_traced(EventKind kind) {
  return kind == EventKind::Out || (is_of_frame(kind) && !word_of(kind).empty());
}

bool is_module(const Recording& recording, const Event& event) {
  return recording.code_of(event.subject).qualname == "<module>";
}

// What lies at an address is the same from run to run, the address is not promised: 0x….
std::string without_addresses(std::string_view text) {
  std::string out;
  for (size_t at = text.find("0x"); at != text.npos; at = text.find("0x")) {
    size_t end = std::min(text.find_first_not_of("0123456789abcdef", at + 2), text.size());
    out += text.substr(0, at + 2);
    if (end > at + 2) out += "…";
    text.remove_prefix(end);
  }
  return out.append(text);
}

class TraceWriter {
 public:
  TraceWriter(std::string& to, const Recording& recording, TraceLines lines)
      : json_(to), recording_(recording), lines_(lines) {}

  void write(const RunEnd& end) {
    json_.begin_object();
    json_.key("python").text(names_of(recording_.version()).minor);
    json_.key("exit");
    write_end(json_, end);
    write_output("stdout", EventKind::Out);
    write_output("stderr", EventKind::Err);
    json_.key("events").begin_array();
    for (; at_ < recording_.program_size(); ++at_) event(recording_[at_]);
    flush();
    json_.end_array();
    if (recording_.threads().size() > 1) write_threads();
    json_.end_object();
  }

 private:
  void write_output(std::string_view key, EventKind kind) {
    std::string text;
    for (size_t i = 0; i < recording_.size(); ++i) {
      if (recording_[i].kind() == kind) text += recording_.text(recording_[i].operand);
    }
    json_.key(key).text(kind == EventKind::Err ? without_addresses(without_carets(text)) : text);
  }

  void event(const Event& event) {
    const EventKind kind = event.kind();
    if (kind == EventKind::TurnBegun) turn_ = event.operand;
    if (kind == EventKind::IdleJump)
      time_ = round_to_6_digits(recording_.jumps()[event.operand].to);
    if (!is_traced(kind)) {
      if (kind == EventKind::ThreadSwitch) thread_ = event.subject;
      return;
    }
    if (kind != EventKind::Out && thread_ != 0) return thread_event(event);
    if (kind == EventKind::Out) {
      if (program_ended_) return;
      if (printed_.empty()) {
        printed_turn_ = turn_;
        printed_time_ = time_;
      }
      printed_ += recording_.text(event.operand);
      return;
    }
    if (program_ended_) return;
    const bool of_module = is_module(recording_, event);
    if (of_module && (kind == EventKind::Return || kind == EventKind::Raise)) {
      flush();
      program_ended_ = true;
    }
    const int line = line_of(event);
    if (kind == EventKind::Line ? lines_ == TraceLines::Left : of_module) return;
    flush();
    begin_row(event, line, turn_, time_);
    json_.end_array();
    ++rows_;
  }

  void begin_row(const Event& event, int line, uint32_t turn, double time) {
    begin_row(word_of(looks_suspended(event) ? EventKind::Suspend : event.kind()),
              recording_.code_of(event.subject).qualname, line, turn, time);
  }

  // Of another thread than the main one: with its name, and how many of the main thread's events
  // there were before.
  void thread_event(const Event& event) {
    const int line = line_of(event);
    if (event.kind() == EventKind::Line && lines_ == TraceLines::Left) return;
    thread_events_.push_back({&event, line, turn_, time_, thread_, rows_ + !printed_.empty()});
  }
  void write_threads() {
    json_.key("thread_events").begin_array();
    for (const ThreadEvent& each : thread_events_) {
      begin_row(*each.event, each.line, each.turn, each.time);
      json_.text(recording_.text(recording_.threads()[each.thread].name)).integer(each.after);
      json_.end_array();
    }
    json_.end_array();
  }

  static constexpr int kNoLine = -1;  // null

  // What is raised on after the handlers of `except*` belongs to no line: since 3.12 the frame is
  // where it was, before that nowhere.
  int line_of(const Event& event) const {
    int line = recording_.position(event).line;
    if (recording_.version() < Version::V3_12 && event.kind() == EventKind::Raise)
      return line > 0 ? line : kNoLine;
    for (size_t i = at_; line <= 0 && i-- > 0;) {
      const Event& before = recording_[i];
      if (is_of_frame(before.kind()) && before.subject == event.subject)
        line = recording_.position(before).line;
    }
    return line;
  }

  // Python 3.11 tells who traces it that a frame is left and where it stands. What is thrown in at
  // a `yield`, passes through a handler and is raised on by it stands at the `yield` again, and
  // cannot be told from a suspension.
  bool looks_suspended(const Event& event) const {
    if (event.kind() != EventKind::Raise || recording_.version() != Version::V3_11) return false;
    const Code& code = recording_.code_of(event.subject);
    const uint32_t offset = event.offset();
    if (code.instructions[offset].opcode() != Opcode::YIELD_VALUE) return false;
    for (const ExceptionHandler& handler : code.handlers) {
      if (handler.start <= offset && offset < handler.end) return true;
    }
    return false;
  }

  void flush() {
    if (printed_.empty()) return;
    begin_row("out", printed_, 0, printed_turn_, printed_time_);
    json_.end_array();
    ++rows_;
    printed_.clear();
  }

  void begin_row(std::string_view kind, std::string_view function, int line, uint32_t turn,
                 double time) {
    json_.begin_array().text(kind).text(function);
    if (line != kNoLine)
      json_.integer(line);
    else
      json_.null();
    json_.integer(turn).number(time);
  }

  struct ThreadEvent {
    const Event* event;
    int line;
    uint32_t turn;
    double time;
    uint32_t thread, after;
  };

  JsonWriter json_;
  const Recording& recording_;
  const TraceLines lines_;
  size_t at_ = 0;  // the event that is written
  uint32_t turn_ = 0, printed_turn_ = 0;
  double time_ = 0, printed_time_ = 0;
  std::string printed_;
  uint32_t thread_ = 0, rows_ = 0;  // who runs; how many of the main thread's events are written
  std::vector<ThreadEvent> thread_events_;
  bool program_ended_ = false;  // what its finalisation does is no part of the trace
};

}  // namespace

void write_end(JsonWriter& json, const RunEnd& end) {
  const std::string_view word = word_of(end.state);
  if (word.empty())
    json.integer(end.exit_status);
  else
    json.text(word);
}

std::string trace_json(const Recording& recording, const RunEnd& end, TraceLines lines) {
  std::string to;
  TraceWriter(to, recording, lines).write(end);
  to += '\n';
  return to;
}

TraceCount count_trace(const Recording& recording, size_t from) {
  TraceCount count;
  for (size_t i = from; i < recording.size(); ++i) {
    const Event& event = recording[i];
    const EventKind kind = event.kind();
    if (kind == EventKind::Line)
      ++count.lines;
    else if (kind == EventKind::Out)
      ++count.events;
    else if (is_traced(kind) && !is_module(recording, event))
      ++count.events;
  }
  return count;
}

std::string without_carets(std::string_view err) {
  bool keep = err.find("SyntaxError") != err.npos || err.find("IndentationError") != err.npos;
  std::string kept;
  bool after_frame = false, after_source = false, other = false;
  while (!err.empty()) {
    size_t end = err.find('\n');
    std::string_view line = err.substr(0, end == err.npos ? end : end + 1);
    err.remove_prefix(line.size());
    bool carets = after_source && line.find('^') != line.npos &&
                  line.find_first_not_of(" ~^|\n") == line.npos;
    after_source = after_frame;
    after_frame = line.find("  File \"main.py\", line ") != line.npos;
    // What eval() and exec() were given is another file; it may have a line and carets.
    size_t text = line.find_first_not_of(" |");
    if (line.find("  File \"") != line.npos && !after_frame) {
      other = true;
    } else if (after_frame || text == line.npos || text < 4) {
      other = false;
    }
    if ((!carets || keep) && !other) kept += line;
  }
  return kept;
}

}  // namespace awaitscope
