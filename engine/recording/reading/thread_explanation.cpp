// Explains what happens to threads: which runs, what it waits for, who wakes it.

#include "engine/recording/reading/explaining.h"
#include "engine/recording/reading/json.h"
#include "engine/recording/reading/line_contents.h"

namespace awaitscope {

namespace {

class ThreadExplainer : public Explaining {
 public:
  using Explaining::Explaining;

  Explanation explain() {
    const EventKind kind = event_.kind();
    TextId id = kind == EventKind::ThreadStarted ? TextId::ThreadStarted : TextId::ThreadDone;
    set("thread", thread_name(event_.subject));
    if (kind == EventKind::ThreadSwitch) {
      id = thread_switch();
    } else if (kind == EventKind::ThreadWaits) {
      id = thread_waits();
    } else if (kind == EventKind::ThreadReady) {
      const ThreadView* view = thread_view(event_.subject);
      id = TextId::ThreadReady;
      set("other", thread_name(moment().thread));
      set("time", in_seconds(moment().time));
      if (event_.operand)
        id = event_.subject == moment().thread ? TextId::ThreadContinues : TextId::ThreadReadyTime;
      else if (view && view->in_loop && waits_in_loop(event_.subject))
        id = TextId::ThreadReadyLoop;
    }
    say(id);
    return std::move(answer_);
  }

 private:
  TextId thread_switch() {
    uint32_t other = 0;
    for (size_t i = index_; i-- > 0;) {
      if (recording_[i].kind() != EventKind::ThreadSwitch) continue;
      other = recording_[i].subject;
      break;
    }
    set("other", thread_name(other));
    const ThreadView* view = thread_view(other);
    if (!view) return TextId::ThreadSwitchEnded;
    if (view->state == ThreadState::Waiting) return TextId::ThreadSwitchWaiting;
    // A turn ends before a line; time.sleep(0) gives way within one.
    const Event* last =
        back([](const Event& e) { return is_of_frame(e.kind()) || is_of_thread(e.kind()); });
    if (last && is_of_thread(last->kind())) return TextId::ThreadSwitch;
    return last && last->kind() == EventKind::Line && calls_sleep(*last) ? TextId::ThreadSwitchYield
                                                                         : TextId::ThreadSwitchTurn;
  }
  bool calls_sleep(const Event& line) const {
    for (const LineContents::Action& action :
         contents_of_line(recording_.code_of(line.subject), line.offset()).actions) {
      if (action.callee == "sleep" || action.callee.ends_with(".sleep")) return true;
    }
    return false;
  }

  // Had the thread waited for its event loop to have something to do?
  bool waits_in_loop(uint32_t thread) const {
    const Event* wait = back(
        [&](const Event& e) { return e.kind() == EventKind::ThreadWaits && e.subject == thread; });
    return wait && is_wait_of_loop(*wait);
  }
  bool is_wait_of_loop(const Event& wait) const {
    return recording_.text(recording_.waits()[wait.operand].what).find("event loop") !=
           std::string_view::npos;
  }

  TextId thread_waits() {
    const Recording::Wait& wait = recording_.waits()[event_.operand];
    const std::string_view what = recording_.text(wait.what);
    const ThreadView* view = thread_view(event_.subject);
    const bool in_loop = view && view->in_loop;
    set("what", std::string(what));
    set("time", in_seconds(wait.until));
    if (is_wait_of_loop(event_)) return wait.until < 0 ? TextId::LoopWaits : TextId::LoopWaitsUntil;
    if (what != "time.sleep" && in_loop && what != "the new thread to start")
      return TextId::ThreadWaitsInLoop;
    if (what != "time.sleep")
      return wait.until < 0 ? TextId::ThreadWaits : TextId::ThreadWaitsAtMost;
    set("blocker", sleeper());
    if (!in_loop) return is_from_thread() ? TextId::ThreadSleepsBeside : TextId::ThreadSleeps;
    for (const HandleView& handle : moment().ready) {
      if (handle.task == 0 || moment().frame == 0) continue;
      set("waiter", task_name(handle.task));
      return TextId::ThreadSleepsReady;
    }
    return TextId::ThreadSleepsInLoop;
  }

  // What has called time.sleep, as it stands in the line.
  std::string sleeper() const {
    if (moment().frame == 0) return "`time.sleep`";
    const Event* line = back(
        [&](const Event& e) { return e.kind() == EventKind::Line && e.subject == moment().frame; });
    if (line) {
      for (const LineContents::Action& action :
           contents_of_line(recording_.code_of(line->subject), line->offset()).actions) {
        if (action.callee == "sleep" || action.callee.ends_with(".sleep"))
          return in_code(action.callee);
      }
    }
    return function(moment().frame);
  }
};

}  // namespace

Explanation explain_thread(const Reader& reader, const Recording& recording, size_t step) {
  return ThreadExplainer(reader, recording, step).explain();
}

}  // namespace awaitscope
