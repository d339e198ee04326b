#include <vector>

#include "engine/recording/reading/fold.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/reading/reader.h"
#include "engine/recording/traces/trace.h"

namespace awaitscope {

namespace {

constexpr uint32_t kProgram = 1, kLoop = 2, kFirstTask = 3;  // tracks

class ChromeWriter {
 public:
  ChromeWriter(std::string& to, const Recording& recording)
      : json_(to), recording_(recording), reader_(recording), fold_(recording) {}

  void write() {
    json_.begin_object();
    json_.key("displayTimeUnit").text("ms");
    json_.key("traceEvents").begin_array();
    name_track(kProgram, "program");
    name_track(kLoop, "event loop");
    for (size_t i = 0; i < recording_.size(); ++i) {
      const uint32_t track = current_track();
      fold_.run_to(i);
      microseconds_ = fold_.time() * 1e6 + double(i);
      event(recording_[i], i, track);
    }
    for (uint32_t track = 0; track < open_.size(); ++track) {
      while (open_[track]) end(track);
    }
    json_.end_array().end_object();
  }

 private:
  // Where what runs now belongs.
  uint32_t current_track() const {
    if (fold_.current_task()) return kFirstTask + fold_.current_task() - 1;
    if (fold_.current_handle()) return kLoop;
    return fold_.current_thread() ? track_of_thread(fold_.current_thread()) : kProgram;
  }
  // After those of all tasks.
  uint32_t track_of_thread(uint32_t thread) const {
    return thread ? kFirstTask + uint32_t(recording_.tasks().size()) + thread - 1 : kProgram;
  }

  JsonWriter& open(std::string_view phase, uint32_t track) {
    json_.new_line().begin_object();
    json_.key("ph").text(phase);
    json_.key("pid").integer(1);
    json_.key("tid").integer(track);
    json_.key("ts").number(microseconds_);
    return json_;
  }

  void name_track(uint32_t track, std::string_view name) {
    open("M", track).key("name").text("thread_name");
    json_.key("args").begin_object().key("name").text(name).end_object().end_object();
    open("M", track).key("name").text("thread_sort_index");
    json_.key("args").begin_object().key("sort_index").integer(track).end_object().end_object();
  }

  void begin(uint32_t track, std::string_view name, std::string_view argument = {},
             std::string_view value = {}) {
    open("B", track).key("name").text(name);
    if (!argument.empty()) {
      json_.key("args").begin_object().key(argument).text(value).end_object();
    }
    json_.end_object();
    if (open_.size() <= track) open_.resize(track + 1);
    ++open_[track];
  }

  void end(uint32_t track) {
    if (track >= open_.size() || !open_[track]) return;
    open("E", track).end_object();
    --open_[track];
  }

  void instant(uint32_t track, std::string_view name) {
    open("i", track).key("name").text(name);
    json_.key("s").text("t").end_object();
  }

  // An arrow from what scheduled a handle to its run.
  void flow(std::string_view phase, uint32_t track, uint32_t handle) {
    open(phase, track).key("name").text("scheduled");
    json_.key("cat").text("cause");
    json_.key("id").integer(handle);
    // Into the slice that has begun; without, into the next that begins, the task's own.
    if (phase == "f" && track == kLoop) json_.key("bp").text("e");
    json_.end_object();
  }

  void event(const Event& event, size_t index, uint32_t track_before) {
    const EventKind kind = event.kind();
    const uint32_t track = current_track();
    switch (kind) {
      case EventKind::Start:
      case EventKind::Resume:
      case EventKind::Throw: {
        const std::string line = std::to_string(recording_.position(event).line);
        begin(track, recording_.code_of(event.subject).qualname, "line", line);
        break;
      }
      case EventKind::Suspend:
      case EventKind::Return:
      case EventKind::Raise: end(track_before); break;
      case EventKind::TaskCreated:
        name_track(kFirstTask + event.subject - 1,
                   recording_.text(recording_.tasks()[event.subject].name));
        break;
      case EventKind::TaskStep:
        if (event.subject < waiting_.size() && waiting_[event.subject]) end(track);
        if (event.subject < waiting_.size()) waiting_[event.subject] = false;
        if (event.cause != 0) flow("f", track, fold_.current_handle());
        break;
      case EventKind::TaskWaits: {
        // The wait is a slice of its own, from here to the next step.
        const uint32_t own = kFirstTask + event.subject - 1;
        if (waiting_.size() <= event.subject) waiting_.resize(event.subject + 1);
        if (waiting_[event.subject]) end(own);
        waiting_[event.subject] = true;
        begin(own, "waits");
        break;
      }
      case EventKind::HandleScheduled:
      case EventKind::TimerArmed: flow("s", track, event.subject); break;
      case EventKind::HandleRun:
        begin(kLoop, recording_.text(recording_.handles()[event.subject].label));
        if (!recording_.handles()[event.subject].task) flow("f", kLoop, event.subject);
        break;
      case EventKind::HandleDone: end(kLoop); break;
      case EventKind::ThreadStarted:
        name_track(track_of_thread(event.subject),
                   recording_.text(recording_.threads()[event.subject].name));
        break;
      case EventKind::ThreadWaits: {
        std::string words = "waits for ";
        words += recording_.text(recording_.waits()[event.operand].what);
        begin(track_of_thread(event.subject), words);
        break;
      }
      case EventKind::ThreadReady: end(track_of_thread(event.subject)); break;
      case EventKind::TurnBegun: instant(kLoop, "turn " + std::to_string(event.operand)); break;
      case EventKind::Out:
      case EventKind::Err: instant(track, recording_.text(event.operand)); break;
      case EventKind::TaskCancel: instant(track, "cancel"); break;
      case EventKind::FutureDone:
      case EventKind::FutureFailed:
      case EventKind::FutureCancelled:
        instant(track,
                "future " + std::to_string(event.subject) + " " +
                    reader_.show(carries_value(kind) ? event.shown() : Shown::nothing(), index));
        break;
      default: break;
    }
  }

  JsonWriter json_;
  const Recording& recording_;
  const Reader reader_;
  Fold fold_;
  double microseconds_ = 0;
  std::vector<uint32_t> open_;  // by track: how many slices have begun
  std::vector<bool> waiting_;   // by task: is its wait a slice that has begun?
};

}  // namespace

std::string trace_chrome(const Recording& recording) {
  std::string to;
  ChromeWriter(to, recording).write();
  to += '\n';
  return to;
}

}  // namespace awaitscope
