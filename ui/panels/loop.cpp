#include "ui/panels/loop.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/recording/reading/handle_words.h"
#include "ui/panels/loop_tasks.h"
#include "ui/panels/panels.h"

namespace awaitscope {

void LoopPanel::draw(const Rect& area) {
  const Change change = following_.change(session_, view_.sought);
  if (change == Change::Program) tokens_.forget();
  // Before anything runs there is nothing to see here: a good place for what is to be looked for.
  if (session_.step() == 0 && !session_.error() && session_.shown_lesson() &&
      view_.layout.kind == LayoutKind::Wide)
    return draw_lesson(draw_title(area, "Lesson"));

  Rect rest = draw_title(area, "Event loop");
  rest.height -= ui_(3);  // the output's edge can be dragged there
  const bool look = change != Change::None || std::exchange(height_, rest.height) != rest.height;
  draw_time(area);
  const Rect content = ui_.begin_scroll(scroll_, rest);
  const Moment& moment = session_.moment();
  LoopTasks tasks(view_, content, draw_loop_machine(view_, tokens_, content));
  if (moment.task != 0) last_ = moment.task;
  const bool all = all_fit(rest.height);
  auto draw_task = [&](const TaskView& task) {
    const float top = tasks.y();
    tasks.draw(task, is_open(task.task, all));
    if (task.task == newly_turned_)
      ui_.bring_into_view({content.x, top, content.width, tasks.y() - top});
    if (task.task != moment.task || !look) return;
    if (view_.asks_of_queue) {  // where it is asked what is ready: from there to who runs
      const float from = ui_(30), to = top - content.y + ui_(26);
      ui_.reveal(scroll_, from, to - from <= rest.height ? to - from : from, 0);
    } else {
      ui_.reveal(scroll_, top - content.y, std::min(tasks.y() - top, rest.height), 0);
    }
  };
  // Those that are over come last.
  auto over = [](const TaskView& task) { return task.state >= TaskState::Done; };
  for (const TaskView& task : moment.tasks) {
    if (!over(task)) draw_task(task);
  }
  tasks.draw_program();
  tasks.draw_threads();
  for (const TaskView& task : moment.tasks) {
    if (over(task)) draw_task(task);
  }
  newly_turned_ = 0;
  ui_.end_scroll(scroll_, tasks.y() - content.y + ui_(4));

  // At last: the moment that is drawn may go with it.
  if (const uint32_t task = tasks.turned(); task != 0) {
    newly_turned_ = task;
    if (std::erase(turned_, task) == 0) turned_.push_back(task);
  }
  if (const auto& asking = tasks.asking(); asking.frame || asking.task) return answer(asking);
  if (const LoopTasks::Injecting& asked = tasks.asked(); asked.raise) {
    view_.panels.raise.open(asked.task, asked.at);
  } else if (asked.task != 0) {
    cancel(asked.task);
  }
}

// Cancels the task at this step. One that runs is cancelled when the event loop is back: goes
// there.
void LoopPanel::cancel(uint32_t task) {
  view_.playing.stop();
  const size_t step = session_.step();
  const bool runs = session_.moment().task == task;
  const std::string problem = session_.inject(task);
  if (!problem.empty()) return view_.show_origin(step, problem);
  if (!runs) return;
  const Recording& recording = session_.recording();
  for (size_t event = session_.reader().event_of(step); event < recording.size(); ++event) {
    if (recording[event].kind() != EventKind::TaskCancel || recording[event].subject != task)
      continue;
    return view_.show_origin(session_.reader().step_of(event),
                             "The task was running, so it is cancelled here, when the event loop "
                             "is back.");
  }
}

// To the step that made it so, with a sentence.
void LoopPanel::answer(const LoopTasks::Asking& asking) {
  const Reader& reader = session_.reader();
  const size_t step = session_.step();
  for (const TaskView& task : session_.moment().tasks) {
    if (task.task != asking.task) continue;
    const std::string name = "`" + std::string(task.name) + "` ";
    const std::string words =
        task.state >= TaskState::Done ? name + "ended in this step."
        : task.cancel_requested
            ? name + "was asked to stop in this step."
            : name + "has been " + std::string(words_of_task(task)) + " since this step.";
    if (const auto since = reader.state_since(task, step)) view_.show_origin(*since, words);
    return;
  }
  const auto origin = reader.origin_of(asking.frame, asking.name, step);
  if (!origin) return;
  const std::string name = "`" + std::string(asking.name) + "`", value = "`" + asking.value + "`.";
  view_.show_origin(origin->step, origin->changed
                                      ? "This step changed what " + name + " holds: now " + value
                                      : "This step gave " + name + " its value, " + value);
}

void LoopPanel::draw_time(const Rect& area) {
  const Moment& moment = session_.moment();
  Line when;
  if (moment.turn > 0) when.add("turn ").add(moment.turn).add("   ");
  when.add_seconds(moment.time);
  const float wide = text_width(Type::Body, when);
  paint_.text(Type::Body, area.right() - pad() - wide, area.y + ui_(18), colours().muted, when);
}

void LoopPanel::draw_lesson(const Rect& area) {
  const Rect content = ui_.begin_scroll(scroll_, area);
  const float high = view_.panels.lesson.draw(
      {content.x + pad(), content.y + ui_(2), content.width - 2 * pad(), 0}, "loop");
  ui_.end_scroll(scroll_, high + ui_(12));
}

// Whether all tasks have room with all there is to be said of them.
bool LoopPanel::all_fit(float height) const {
  float all = ui_(3 * 28 + 40);
  for (const TaskView& task : session_.moment().tasks)
    all += ui_(54) + float(task.chain.size()) * ui_(38);
  return all <= height;
}

// All are open where they have room; else the one that ran last, and those that somebody opens.
bool LoopPanel::is_open(uint32_t task, bool all) const {
  const bool turned = std::find(turned_.begin(), turned_.end(), task) != turned_.end();
  return (all || task == last_) != turned;
}

}  // namespace awaitscope
