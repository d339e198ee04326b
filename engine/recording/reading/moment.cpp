#include "engine/recording/reading/moment.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/recording/reading/json.h"
#include "engine/recording/reading/reader_index.h"

namespace awaitscope {

namespace {

// Python's own names in the namespace of a module or class body say nothing about the program.
bool is_shown(std::string_view name) {
  for (std::string_view own : {"__module__", "__qualname__", "__classcell__", "__firstlineno__",
                               "__static_attributes__", "__classdictcell__"}) {
    if (name == own) return false;
  }
  return true;
}

// Where asyncio's own callbacks are defined says nothing about the program.
std::string_view short_label(std::string_view label) {
  constexpr std::string_view kPlace = " at <library>";
  if (label.ends_with(kPlace)) label.remove_suffix(kPlace.size());
  return label;
}

class Builder {
 public:
  Builder(const Reader& reader, const Recording& recording, const Fold& fold, size_t event)
      : reader_(reader), recording_(recording), fold_(fold), event_(event) {}

  FrameView frame(const Fold::Frame& frame) const {
    const Code& code = recording_.code_of(frame.number);
    FrameView view;
    view.frame = frame.number;
    view.function = code.qualname;
    view.line = line_of(code, frame.offset);
    view.running = frame.place == Fold::Place::Running;
    const uint64_t* values = fold_.values(frame);
    const uint32_t count = Fold::value_count(code), locals = uint32_t(code.locals.size());
    size_t bound = 0;
    for (uint32_t i = 0; i < count; ++i) bound += values[i] != 0;
    view.locals.reserve(bound);
    for (uint32_t i = 0; i < count; ++i) {
      if (!values[i]) continue;
      std::string_view name = i < locals ? code.locals[i].name : code.names[i - locals];
      if (i >= locals && !is_shown(name)) continue;
      view.locals.push_back({name, reader_.show({values[i]}, event_)});
    }
    return view;
  }

  static int line_of(const Code& code, uint32_t offset) {
    return offset < code.positions.size() ? code.positions[offset].line : 0;
  }

  // A frame and what it has called or awaits, down to the innermost.
  std::vector<FrameView> chain(uint32_t root) const {
    std::vector<FrameView> views;
    const Fold::Frame* at = fold_.frame(root);
    size_t length = 0;
    for (const Fold::Frame* f = at; f; f = fold_.frame(f->child)) ++length;
    views.reserve(length);
    for (; at; at = fold_.frame(at->child)) views.push_back(frame(*at));
    // What has just suspended belongs to it until its caller goes on, or suspends too.
    const Fold::Frame* left = fold_.frame(fold_.just_suspended());
    if (left && !views.empty() && left->parent == views.back().frame) {
      for (; left; left = fold_.frame(left->child)) views.push_back(frame(*left));
    }
    return views;
  }

  TaskView task(const Fold::Task& task) const {
    TaskView view;
    view.task = task.number;
    view.name = recording_.text(task.name);
    view.coroutine = recording_.text(recording_.tasks()[task.number].coroutine);
    view.state = task.outcome == Fold::Outcome::Done        ? TaskState::Done
                 : task.outcome == Fold::Outcome::Failed    ? TaskState::Failed
                 : task.outcome == Fold::Outcome::Cancelled ? TaskState::Cancelled
                 : task.running                             ? TaskState::Running
                 : task.waiting && !task.scheduled          ? TaskState::Waiting
                                                            : TaskState::Ready;
    view.started = task.started;
    view.chain = chain(task.root);
    view.waits_for_future = task.waits_for_future;
    view.waits_for_task = task.waits_for_task;
    if (task.result) view.result = reader_.show({task.result}, event_);
    view.cancel_requested = task.cancel_requested;
    return view;
  }

  PrimitiveView primitive(const Fold::Primitive& primitive) const {
    const Recording::Object& object = recording_.objects()[primitive.number];
    PrimitiveView view;
    view.object = primitive.number;
    view.kind = recording_.text(object.type);
    view.label = recording_.text(object.label);
    Packed::Cursor state(recording_.primitive_states(), primitive.state);
    read_value(state, view);
    static constexpr std::string_view kRoles[] = {
        "waiting",        "waiting to be notified", "waiting for the lock",
        "waiting to get", "waiting to put",         "waiting to join"};
    for (uint64_t role; (role = state.take()) != uint64_t(WaitingRole::kNoMore);) {
      PrimitiveView::Line& line = view.lines.emplace_back();
      line.role = kRoles[role];
      line.total = state.take();
      line.tasks.resize(state.take());
      for (uint32_t& task : line.tasks) task = uint32_t(state.take());
    }
    return view;
  }

  void read_value(Packed::Cursor& state, PrimitiveView& view) const {
    switch (PrimitiveKind(state.take())) {
      case PrimitiveKind::Event: view.value = state.take() ? "set" : "not set"; return;
      case PrimitiveKind::Lock:
      case PrimitiveKind::Condition:
        view.value = state.take() ? "locked" : "unlocked";
        view.holder = uint32_t(state.take());
        return;
      case PrimitiveKind::Semaphore: view.value = std::to_string(state.take()) + " free"; return;
      case PrimitiveKind::Barrier: {
        static constexpr std::string_view kStates[] = {"filling", "draining", "resetting",
                                                       "broken"};
        view.value = kStates[state.take()];
        view.value += ", " + std::to_string(state.take());
        view.value += " of " + std::to_string(state.take());
        return;
      }
      case PrimitiveKind::Queue: {
        const Table<Shown>& log = recording_.queue_logs()[state.take()];
        const uint64_t first = state.take();
        view.value = queue_items(log, first, state.take());
        if (uint64_t most = state.take()) view.value += " of " + std::to_string(most);
        if (uint64_t unfinished = state.take()) {
          view.value += ", " + std::to_string(unfinished) + " unfinished";
        }
        return;
      }
    }
  }

  // As the repr of a list, as far as somebody looks.
  std::string queue_items(const Table<Shown>& log, uint64_t first, uint64_t count) const {
    constexpr size_t kWidth = 60;
    std::string text = "[";
    for (uint64_t i = 0; i < count; ++i) {
      if (i) text += ", ";
      if (i == kMostShown || text.size() >= kWidth) {
        text += "…";
        break;
      }
      text += reader_.show(log[first + i], event_);
    }
    return text + "]";
  }

  // Frames of a thread that are outside any task.
  std::vector<FrameView> stack(uint32_t thread) const {
    const std::vector<uint32_t>& frames = fold_.frames_of(thread);
    const bool runs = thread == fold_.current_thread();
    const Fold::Thread* kept = fold_.thread(thread);
    const uint32_t task = runs ? fold_.current_task() : kept ? kept->task : 0;
    const uint32_t of_loop = runs   ? fold_.frames_outside_loop()
                             : kept ? kept->frames_outside_loop
                                    : 0;
    const size_t outside = task ? of_loop : frames.size();
    std::vector<FrameView> views;
    for (size_t i = 0; i < outside && i < frames.size(); ++i) {
      if (const Fold::Frame* each = fold_.frame(frames[i])) views.push_back(frame(*each));
    }
    return views;
  }

  ThreadView thread(const Fold::Thread& thread) const {
    ThreadView view;
    view.thread = thread.number - 1;
    view.name = view.thread ? recording_.text(recording_.threads()[view.thread].name)
                            : std::string_view("MainThread");
    view.state = thread.state == Fold::ThreadState::Running   ? ThreadState::Running
                 : thread.state == Fold::ThreadState::Waiting ? ThreadState::Waiting
                                                              : ThreadState::Ready;
    if (view.state == ThreadState::Waiting) {
      const Recording::Wait& wait = recording_.waits()[thread.wait];
      view.waits_for = recording_.text(wait.what);
      view.until = wait.until;
    }
    view.in_loop = view.thread == fold_.current_thread() ? fold_.frames_outside_loop() != 0
                                                         : thread.frames_outside_loop != 0;
    view.stack = stack(view.thread);
    return view;
  }

  HandleView handle(uint32_t number) const {
    const Recording::Handle& handle = recording_.handles()[number];
    return {number, short_label(recording_.text(handle.label)), handle.task, handle.deadline};
  }

 private:
  const Reader& reader_;
  const Recording& recording_;
  const Fold& fold_;
  size_t event_;
};

// Where the moment is: at the frame of the event, or where nothing but the loop runs, nowhere.
void set_place(Moment& moment, const Recording& recording, const Fold& fold) {
  const Event& event = recording[moment.event];
  if (is_of_frame(event.kind())) {
    moment.frame = event.subject;
    moment.at = recording.position(event);
  } else if (const Fold::Frame* frame = fold.frame(fold.running_frame())) {
    const Code& code = recording.code_of(frame->number);
    moment.frame = frame->number;
    if (frame->offset < code.positions.size()) moment.at = code.positions[frame->offset];
  }
  if (moment.frame) moment.function = recording.code_of(moment.frame).qualname;
}

std::string name_of_awaited(const TaskView& task, const Recording& recording,
                            const Moment& moment) {
  if (task.waits_for_task) {
    for (const TaskView& other : moment.tasks) {
      if (other.task == task.waits_for_task) return std::string(other.name);
    }
    return std::string(recording.text(recording.tasks()[task.waits_for_task].name));
  }
  return "future " + std::to_string(task.waits_for_future);
}

}  // namespace

size_t Reader::Index::shown_at(size_t event) const {
  if (recording[event].kind() == EventKind::Start) {
    while (event + 1 < events && !recording[event + 1].is_step()) ++event;
  }
  return event;
}

namespace {

// What has a number each, in the order of the numbers.
using Ordered = std::vector<std::pair<uint64_t, uint32_t>>;

template <class Record>
Ordered places_by_number(const std::vector<Record>& records) {
  Ordered places;
  places.reserve(records.size());
  for (const Record& record : records) places.emplace_back(record.number, uint32_t(places.size()));
  std::sort(places.begin(), places.end());
  return places;
}

const uint32_t* first_of(const Ordered& all, uint64_t number) {
  const auto found = std::lower_bound(all.begin(), all.end(), std::make_pair(number, 0u));
  return found != all.end() && found->first == number ? &found->second : nullptr;
}

// A number that is smaller where the time is earlier.
uint64_t in_order(double time) {
  uint64_t bits;
  std::memcpy(&bits, &time, sizeof bits);
  return bits >> 63 ? ~bits : bits | uint64_t(1) << 63;
}

}  // namespace

Moment Reader::moment(size_t step) const {
  const Recording& recording = index_->recording;
  Moment moment;
  moment.step = std::min(step, steps() - 1);
  moment.event = event_of(moment.step);
  const size_t last = index_->shown_at(moment.event);
  const Fold& fold = index_->state_at(last);
  const Builder build(*this, recording, fold, last);

  moment.thread = fold.current_thread();
  moment.in_loop = fold.frames_outside_loop() != 0;
  for (auto [number, place] : places_by_number(fold.threads())) {
    const Fold::Thread& thread = fold.threads()[place];
    moment.threads.push_back(build.thread(thread));
    moment.in_loop = moment.in_loop || (thread.number - 1 != fold.current_thread() &&
                                        thread.frames_outside_loop != 0);
  }
  moment.turn = int(fold.turn());
  moment.time = fold.time();
  moment.task = fold.current_task();
  moment.running_handle = fold.current_handle();
  set_place(moment, recording, fold);

  moment.tasks.reserve(fold.tasks().size());
  for (auto [number, place] : places_by_number(fold.tasks()))
    moment.tasks.push_back(build.task(fold.tasks()[place]));

  moment.stack = build.stack(0);
  for (const uint32_t* h = fold.ready_begin(); h != fold.ready_end(); ++h) {
    moment.ready.push_back(build.handle(*h));
  }

  Ordered timers, timed_futures;  // by deadline; by future: handles
  for (const Fold::Timer& timer : fold.timers()) {
    timers.emplace_back(in_order(recording.handles()[timer.number].deadline), timer.number);
    if (timer.future) timed_futures.emplace_back(timer.future, timer.number);
  }
  std::sort(timers.begin(), timers.end());
  std::sort(timed_futures.begin(), timed_futures.end());
  moment.timers.reserve(timers.size());
  for (auto [deadline, handle] : timers) moment.timers.push_back(build.handle(handle));

  Ordered in_line;  // by task: the place of the primitive that it waits at
  moment.primitives.reserve(fold.primitives().size());
  for (auto [number, place] : places_by_number(fold.primitives())) {
    moment.primitives.push_back(build.primitive(fold.primitives()[place]));
    for (const PrimitiveView::Line& line : moment.primitives.back().lines) {
      for (uint32_t task : line.tasks)
        in_line.emplace_back(task, uint32_t(moment.primitives.size() - 1));
    }
  }
  std::sort(in_line.begin(), in_line.end());

  Ordered waiting;  // by future: tasks
  for (TaskView& task : moment.tasks) {
    if (!task.waits_for_future && !task.waits_for_task) continue;
    if (task.waits_for_future) waiting.emplace_back(task.waits_for_future, task.task);
    const uint32_t* timer =
        task.waits_for_future ? first_of(timed_futures, task.waits_for_future) : nullptr;
    const uint32_t* place = task.waits_for_future ? first_of(in_line, task.task) : nullptr;
    if (timer) {
      const HandleView made = build.handle(*timer);
      const bool sleeps = !made.label.starts_with("_release_waiter");
      // A sleep waits for nothing else; what `wait` and `wait_for` wait for may come before.
      task.until = made.deadline;
      const std::string awaited =
          task.waits_for_task ? name_of_awaited(task, recording, moment) : "a result";
      task.waits_for =
          (sleeps ? "timer at " : awaited + ", at most until ") + in_seconds(task.until);
    } else if (place) {
      task.waits_for_primitive = true;
      const std::string_view label = moment.primitives[*place].label;
      task.waits_for = label.substr(1, label.size() - 2);  // without < and >
    } else {
      task.waits_for = name_of_awaited(task, recording, moment);
    }
  }
  std::sort(waiting.begin(), waiting.end());
  for (auto [future, task] : waiting) {
    if (moment.futures.empty() || moment.futures.back().future != future) {
      const Fold::Future* record = fold.future(uint32_t(future));
      Fold::Outcome outcome = record ? record->outcome : Fold::Outcome::None;
      moment.futures.push_back({uint32_t(future),
                                outcome == Fold::Outcome::Done        ? "done"
                                : outcome == Fold::Outcome::Failed    ? "failed"
                                : outcome == Fold::Outcome::Cancelled ? "cancelled"
                                                                      : "pending",
                                {}});
    }
    moment.futures.back().waiters.push_back(task);
  }

  auto written = std::upper_bound(
      index_->outputs.begin(), index_->outputs.end(), moment.event,
      [](size_t event, const Index::Output& output) { return event < output.event; });
  if (written != index_->outputs.begin()) {
    moment.out_bytes = (written - 1)->out_bytes;
    moment.err_bytes = (written - 1)->err_bytes;
  }
  return moment;
}

}  // namespace awaitscope
