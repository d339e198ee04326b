#include "ui/timeline/words.h"

#include <algorithm>

#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {

// The state of a bar at a step, and where that began.
struct At {
  Stretch state = Stretch::Running;
  uint32_t since = 0;
};

At state_at(const TimelineRow& row, const TimelineBar& bar, uint32_t step) {
  const auto first = row.stretches.begin() + bar.first_stretch;
  const auto after =
      std::upper_bound(first, first + bar.stretch_count, step,
                       [](uint32_t s, const TimelineStretch& t) { return s < t.begin; });
  return after == first ? At{Stretch::Running, bar.begin}
                        : At{(after - 1)->state, (after - 1)->begin};
}

std::string_view sort_of(const Code& code) {
  if (code.flags & Code::kCoroutine) return "a coroutine";
  if (code.flags & Code::kAsyncGenerator) return "an async generator";
  if (code.flags & Code::kGenerator) return "a generator";
  return "";
}

class Words {
 public:
  Words(const View& view, const BarPlace& place, uint32_t step)
      : recording_(view.session.recording()),
        reader_(view.session.reader()),
        lane_(view.timeline.lanes()[place.lane]),
        row_(lane_.rows[place.row]),
        bar_(row_.bars[place.bar]),
        step_(step),
        end_(bar_.end == kOpen ? view.timeline.steps() : bar_.end) {}

  std::string text() {
    switch (bar_.kind) {
      case BarKind::Frame: frame(); break;
      case BarKind::Handle: {
        const Recording::Handle& handle = recording_.handles()[bar_.subject];
        const std::string_view label = recording_.text(handle.label);
        const HandleWords* words = words_of_handle(label);
        const std::string_view task = recording_.text(recording_.tasks()[handle.task].name);
        add("The event loop runs ", words ? words->sentence : handle.task ? task : label, ".\n");
        if (words) add("In asyncio: ", words->name, "\n");
        how_long();
        why(bar_.begin);
        break;
      }
      case BarKind::Idle: add(explain(reader_, recording_, bar_.begin).text); break;
    }
    std::erase(text_, '`');
    return std::move(text_);
  }

 private:
  template <class... Parts>
  void add(const Parts&... parts) {
    (text_.append(parts), ...);
  }

  void frame() {
    const Code& code = recording_.code_of(bar_.subject);
    add(code.qualname);
    if (const std::string_view sort = sort_of(code); !sort.empty()) add(", ", sort);
    if (lane_.kind == LaneKind::Task)
      add(", task ", recording_.text(recording_.tasks()[lane_.task].name));
    if (lane_.kind == LaneKind::Thread)
      add(", thread ", recording_.text(recording_.threads()[lane_.thread].name));
    add("\n");
    how_long();
    const At at = state_at(row_, bar_, step_);
    const Moment moment = reader_.moment(step_);
    const TaskView* task = nullptr;
    int line = 0;
    auto look = [&](const std::vector<FrameView>& chain) {
      for (const FrameView& f : chain) {
        if (f.frame == bar_.subject) line = f.line;
      }
    };
    look(moment.stack);
    const ThreadView* thread = nullptr;
    for (const ThreadView& t : moment.threads) {
      look(t.stack);
      if (lane_.kind == LaneKind::Thread && t.thread == lane_.thread) thread = &t;
    }
    for (const TaskView& t : moment.tasks) {
      look(t.chain);
      if (lane_.task != 0 && t.task == lane_.task) task = &t;
    }
    add(at.state == Stretch::Running     ? "Running"
        : at.state == Stretch::Suspended ? "Suspended"
                                         : "Waiting for the event loop");
    if (line > 0) add(", at line ", std::to_string(line));
    if (thread && thread->state == ThreadState::Waiting)
      add(": ", thread->name, " waits for ", thread->waits_for);
    if (at.state == Stretch::Suspended && task && !task->waits_for.empty()) {
      add(": ", task->name, " waits for ", task->waits_for);
    }
    add(".\n");
    if (bar_.end == kOpen) {
      add("Still there when the recording ends.\n");
    } else if (bar_.ended != BarEnd::Displaced) {
      const size_t event = reader_.event_of(bar_.end - 1);
      add(bar_.ended == BarEnd::Returned ? "Returns " : "Left by ",
          reader_.show(recording_[event].shown(), event), ".\n");
    }
    if (at.state == Stretch::Running) why(at.since);
  }

  void how_long() {
    add("Steps ", std::to_string(bar_.begin), " to ", std::to_string(end_ - 1));
    const double from = reader_.time_at(reader_.event_of(bar_.begin));
    const double to = reader_.time_at(reader_.event_of(end_ - 1));
    if (to > from) {
      add(", ", Line().add_seconds(to - from).view(), " of virtual time, from ",
          Line().add_seconds(from).view());
    } else if (to > 0) {
      add(", at ", Line().add_seconds(to).view());
    }
    add("\n");
  }

  // What brought it about: the nearest cause that is more than the loop's own bookkeeping.
  void why(uint32_t step) {
    for (const size_t cause : reader_.causes(step)) {
      const EventKind kind = recording_[reader_.event_of(cause)].kind();
      const bool tells = is_of_future(kind) || kind == EventKind::TimerFired ||
                         (is_of_task(kind) && kind != EventKind::TaskStep);
      if (tells) {
        return add("Because of step ", std::to_string(cause), ": ",
                   explain(reader_, recording_, cause).text);
      }
    }
  }

  const Recording& recording_;
  const Reader& reader_;
  const TimelineLane& lane_;
  const TimelineRow& row_;
  const TimelineBar& bar_;
  uint32_t step_, end_;
  std::string text_;
};

}  // namespace

std::string_view BarWords::at(const View& view, const TimelineView& span,
                              const LanePointer& pointer) {
  const TimelineBar& bar = bar_at(view.timeline, pointer.bar);
  const uint32_t end = bar.end == kOpen ? view.timeline.steps() : bar.end;
  const uint32_t step = uint32_t(std::clamp(span.step_at(pointer.at.x), double(bar.begin),
                                            double(std::max(end, bar.begin + 1) - 1)));
  const LanePlace place{step, pointer.bar.lane, pointer.bar.row};
  if (!(place_ == place) || count_ != pointer.count) {
    place_ = place;
    count_ = pointer.count;
    if (pointer.count > 1)
      words_.assign(Line(pointer.count, " short bars. Zoom in to see them.").view());
    else
      words_ = Words(view, pointer.bar, step).text();
  }
  return words_;
}

}  // namespace awaitscope
