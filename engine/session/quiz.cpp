#include "engine/session/quiz.h"

#include <algorithm>
#include <cstdlib>

#include "engine/lesson/lesson_markup.h"
#include "engine/recording/reading/handle_words.h"
#include "engine/recording/reading/json.h"
#include "engine/session/printed.h"
#include "engine/session/session.h"
#include "engine/session/stops.h"

namespace awaitscope {

namespace {

constexpr size_t kMostAsked = 4;            // choices
constexpr size_t kLine = 120, kNamed = 40;  // bytes of a printed line, as a choice and in a reason

const TaskView* find_task(const Moment& moment, uint32_t number) {
  for (const TaskView& task : moment.tasks) {
    if (task.task == number) return &task;
  }
  return nullptr;
}

bool has_ended(const TaskView& task) {
  return task.state == TaskState::Done || task.state == TaskState::Failed ||
         task.state == TaskState::Cancelled;
}

bool is_ready(const Moment& moment, uint32_t task) {
  return std::any_of(moment.ready.begin(), moment.ready.end(),
                     [&](const HandleView& handle) { return handle.task == task; });
}

bool has_choice(const Quiz& quiz, std::string_view text) {
  return std::any_of(quiz.choices.begin(), quiz.choices.end(),
                     [&](const QuizChoice& choice) { return choice.text == text; });
}

// Without cutting a character in two.
std::string shortened(std::string_view text, size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return std::string(text.substr(0, most)) + "…";
}

// A quiz with one choice asks nothing.
std::optional<Quiz> if_any(Quiz quiz) {
  if (quiz.choices.size() < 2) return {};
  return quiz;
}

class Asking {
 public:
  Asking(const Reader& reader, const Recording& recording, const RunEnd& end, size_t step)
      : reader_(reader), recording_(recording), end_(end), step_(step) {}

  // --- what prints next ---

  std::optional<Quiz> prints_next() const {
    const std::vector<PrintedLine> lines = printed_lines(reader_);
    Quiz quiz = begin(PredictionKind::PrintsNext, "What does the program print next?");
    size_t next = 0;
    while (next < lines.size() && (lines[next].step <= step_ || lines[next].text.empty())) ++next;
    const bool any = next < lines.size();
    if (!any && end_.state == RunState::Paused) return {};  // it may print more
    quiz.reveal = any ? lines[next].step : last();
    if (any)
      quiz.choices.push_back(
          {shortened(lines[next].text, kLine), true, who_prints(lines[next]), true});
    auto offer_line = [&](const PrintedLine& line, std::string why) {
      const std::string text = shortened(line.text, kLine);
      if (!text.empty() && quiz.choices.size() < kMostAsked - 1 && !has_choice(quiz, text))
        quiz.choices.push_back({text, false, std::move(why), true});
    };
    // What the program has the words for and never prints; what comes soon after it, and what came
    // last.
    if (const std::string text = never_printed(lines); any && !text.empty())
      offer_line({.text = text}, "The program never prints that.");
    constexpr size_t kFar = 20;
    for (size_t i = next + 1; i < std::min(lines.size(), next + kFar); ++i)
      offer_line(lines[i], comes_later(lines[i], lines[next]));
    for (size_t i = next; i-- > (next < kFar ? 0 : next - kFar);)
      offer_line(lines[i], "The program has printed that already.");
    std::sort(quiz.choices.begin(), quiz.choices.end(),
              [](const QuizChoice& a, const QuizChoice& b) { return a.text < b.text; });
    quiz.choices.push_back({"Nothing more", !any,
                            any ? "The program still prints " + named(lines[next]) + "."
                                : "No other line is printed after this step.",
                            false});
    return if_any(std::move(quiz));
  }

  // --- who runs next ---

  std::optional<Quiz> runs_next() const {
    size_t event = reader_.event_of(step_) + 1;
    while (event < recording_.size() && recording_[event].kind() != EventKind::TaskStep) ++event;
    if (event >= recording_.size()) return {};
    const uint32_t next = recording_[event].subject;
    const Moment now = reader_.moment(step_);
    const Moment then = reader_.moment(reader_.step_of(event));
    const TaskView* right = find_task(now, next);
    if (!right) return {};  // it does not exist yet
    Quiz quiz = begin(PredictionKind::RunsNext, "Which task runs next?");
    quiz.reveal = then.step;
    for (const TaskView& task : now.tasks) {
      if (has_ended(task)) continue;
      const bool is_right = task.task == next;
      if (!is_right && quiz.choices.size() >= kMostAsked - 1 && task.task > next) continue;
      quiz.choices.push_back(
          {in_ticks(task.name), is_right,
           is_right ? why_it_runs(now, *right) : why_not(then, task, right->name), false});
    }
    while (quiz.choices.size() > kMostAsked) {
      const auto wrong = std::find_if(quiz.choices.begin(), quiz.choices.end(),
                                      [](const QuizChoice& choice) { return !choice.right; });
      quiz.choices.erase(wrong);
    }
    return if_any(std::move(quiz));
  }

  // --- what is in the ready queue ---

  std::optional<Quiz> ready_queue() const {
    const Moment now = reader_.moment(step_);
    if (!now.in_loop) return {};
    Quiz quiz = begin(PredictionKind::ReadyQueue, "What is in the ready queue now?");
    quiz.reveal = step_;
    std::vector<std::string> names;
    for (const HandleView& handle : now.ready) {
      const TaskView* task = find_task(now, handle.task);
      names.push_back(in_ticks(task ? task->name : brief_of_handle(handle.label)));
    }
    offer(quiz, names, true, why_this_queue(now, names));
    if (names.size() > 1) {
      std::vector<std::string> turned(names.rbegin(), names.rend());
      offer(quiz, turned, false, names[0] + " joined the queue first, so it is in front.");
    }
    for (const TaskView& task : now.tasks) {
      if (has_ended(task) || is_ready(now, task.task)) continue;
      std::vector<std::string> more = names;
      more.push_back(in_ticks(task.name));
      offer(quiz, more, false, why_not_ready(task, now));
    }
    if (!names.empty()) offer(quiz, {}, false, names[0] + " is ready and waits for its turn.");
    std::sort(quiz.choices.begin(), quiz.choices.end(),
              [](const QuizChoice& a, const QuizChoice& b) { return a.text < b.text; });
    return if_any(std::move(quiz));
  }

  // --- when it ends ---

  std::optional<Quiz> ends_at() const {
    if (end_.state != RunState::Finished) return {};
    Quiz quiz = begin(PredictionKind::EndsAt, "When does the program end?");
    quiz.reveal = last();
    const double at = reader_.time_at(reader_.event_of(last()));
    const Waits waits = waits_of();
    if (waits.count == 0) return {};
    offer_time(quiz, at, true, waits.cancelled == 0 ? why_then(waits, at) : why_cut(waits, at));
    if (waits.cancelled > 0) {
      offer_time(quiz, waits.cancelled_due, false, "The wait that would end then is cancelled.");
      if (waits.cancelled_at < at)
        offer_time(quiz, waits.cancelled_at, false,
                   "A wait is cancelled then, but the program continues.");
    } else {
      if (waits.sum > at)
        offer_time(quiz, waits.sum, false, "The waits add up to that, but some of them overlap.");
      if (waits.longest < at)
        offer_time(quiz, waits.longest, false,
                   "The longest wait takes that, but the waits do not all begin at once.");
    }
    if (at > 0)
      offer_time(quiz, 0, false, "No time really passes, but the virtual clock counts the waits.");
    const auto time_of = [](const QuizChoice& choice) {
      return std::strtod(choice.text.c_str() + std::string_view("At ").size(), nullptr);
    };
    std::sort(quiz.choices.begin(), quiz.choices.end(),
              [&](const QuizChoice& a, const QuizChoice& b) { return time_of(a) < time_of(b); });
    return if_any(std::move(quiz));
  }

  // --- whether it fails ---

  std::optional<Quiz> fails() const {
    if (end_.state != RunState::Finished && end_.state != RunState::Idle) return {};
    Quiz quiz = begin(PredictionKind::Fails, "Does the program fail?");
    quiz.reveal = last();
    const std::string error = end_.state == RunState::Finished && end_.exit_status != 0
                                  ? last_exception()
                                  : std::string();
    const bool good = end_.state == RunState::Finished && end_.exit_status == 0;
    quiz.choices.push_back(
        {"No, it ends normally", good,
         good            ? "No exception leaves the program."
         : error.empty() ? "The program never ends: nothing is left that could wake its tasks."
                         : "Nothing handles the " + in_ticks(error) + "."});
    if (!error.empty())
      quiz.choices.push_back({"Yes, with " + in_ticks(error), true,
                              "The exception leaves the program, and Python prints a traceback."});
    for (const std::string& name : raised()) {
      if (quiz.choices.size() >= kMostAsked - 1) break;
      const std::string text = "Yes, with " + in_ticks(name);
      if (has_choice(quiz, text)) continue;
      quiz.choices.push_back({text, false,
                              good ? "It is raised, but it does not leave the program."
                                   : "It is raised, but it is not what ends the program."});
    }
    if (quiz.choices.size() == 1)
      quiz.choices.push_back({"Yes, with an exception", false, "No exception ends the program."});
    const bool idle = end_.state == RunState::Idle;
    quiz.choices.push_back(
        {"It never ends", idle,
         idle ? "Each task waits for something that no other task will do."
              : "It ends at " + in_seconds(reader_.time_at(reader_.event_of(last()))) + "."});
    return quiz;
  }

 private:
  struct Waits {
    size_t count = 0;
    double sum = 0, longest = 0;
    double last_end = 0;
    bool one_after_another = true;
    // Sleeps that were cut short. They are in none of the above.
    size_t cancelled = 0;
    double cancelled_at = 0, cancelled_due = 0;  // when that was first; the last that would end
  };

  size_t last() const { return reader_.steps() - 1; }
  static bool same(double a, double b) { return a - b < 1e-6 && b - a < 1e-6; }

  Quiz begin(PredictionKind kind, std::string_view question) const {
    Quiz quiz;
    quiz.kind = kind;
    quiz.question = question;
    quiz.step = quiz.reveal = step_;
    return quiz;
  }

  // Why the program ends then.
  static std::string why_then(const Waits& waits, double at) {
    if (waits.count == 1) return "The program waits once, for " + in_seconds(waits.longest) + ".";
    if (waits.one_after_another)
      return "Each wait begins when the one before it has ended. They add up to " +
             in_seconds(waits.sum) + ".";
    if (same(waits.longest, at))
      return "The waits overlap, and the longest takes " + in_seconds(waits.longest) + ".";
    return "Some waits overlap, and others begin later.";
  }

  // The same where waits are cancelled.
  static std::string why_cut(const Waits& waits, double at) {
    const bool one = waits.cancelled == 1;
    const std::string cut = one ? "One wait is cancelled. " : "Some waits are cancelled. ";
    if (waits.count == 1) return cut + "The other one takes " + in_seconds(waits.longest) + ".";
    if (waits.one_after_another)
      return cut + "The others follow one another, and add up to " + in_seconds(waits.sum) + ".";
    if (same(waits.longest, at))
      return cut + "The others overlap, and the longest takes " + in_seconds(waits.longest) + ".";
    return cut + "Of the others, some overlap.";
  }

  // A text that one of the functions would print, `print("text")`, and that this run never does: of
  // the function that runs now, or else the first. Empty: there is none.
  std::string never_printed(const std::vector<PrintedLine>& lines) const {
    if (end_.state == RunState::Paused) return {};
    const std::string_view now = reader_.moment(step_).function;
    std::string found;
    for (const Code* code : all_codes()) {
      for (std::string& text : printed_by(*code)) {
        const bool printed = std::any_of(
            lines.begin(), lines.end(), [&](const PrintedLine& line) { return line.text == text; });
        if (printed || text.empty() || text.find('\n') != text.npos) continue;
        if (code->qualname == now) return std::move(text);
        if (found.empty()) found = std::move(text);
      }
    }
    return found;
  }

  // Of the functions that ran and those that stand in them.
  std::vector<const Code*> all_codes() const {
    std::vector<const Code*> all;
    const auto add = [&](const Code* code) {
      if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(code);
    };
    for (const auto& code : recording_.codes()) add(code.get());
    for (size_t i = 0; i < all.size(); ++i) {
      for (const Constant& constant : all[i]->constants) {
        if (constant.kind == Constant::Kind::Code) add(constant.code.get());
      }
    }
    return all;
  }

  static std::vector<std::string> printed_by(const Code& code) {
    std::vector<std::string> texts;
    const std::vector<Instruction>& all = code.instructions;
    for (size_t i = 0; i + 2 < all.size(); ++i) {
      const Opcode load = all[i].opcode();
      const bool is_print = (load == Opcode::LOAD_NAME || load == Opcode::LOAD_GLOBAL) &&
                            code.names[all[i].operand()] == "print";
      if (!is_print || all[i + 1].opcode() != Opcode::LOAD_CONST ||
          all[i + 2].opcode() != Opcode::CALL || all[i + 2].operand() != 1)
        continue;
      const Constant& constant = code.constants[all[i + 1].operand()];
      if (constant.kind == Constant::Kind::Str) texts.push_back(constant.text);
    }
    return texts;
  }

  std::string who_prints(const PrintedLine& line) const {
    const Moment then = reader_.moment(line.step);
    const TaskView* task = find_task(then, then.task);
    const std::string_view function = then.function == "<module>" ? "" : then.function;
    std::string why;
    if (task && !function.empty())
      why = in_ticks(function) + " prints it, in " + in_ticks(task->name);
    else if (!function.empty())
      why = in_ticks(function) + " prints it";
    else
      why = "The program prints it";
    return why + (then.time > 0 ? ", at " + in_seconds(then.time) + "." : ".");
  }

  std::string comes_later(const PrintedLine& line, const PrintedLine& next) const {
    const double at = reader_.time_at(reader_.event_of(line.step));
    const double before = reader_.time_at(reader_.event_of(next.step));
    if (same(at, before)) return "That comes later: " + named(next) + " comes first.";
    return "That is printed at " + in_seconds(at) + ", and " + named(next) + " at " +
           in_seconds(before) + ".";
  }

  // A printed line in a sentence.
  static std::string named(const PrintedLine& line) {
    return line.text.find('`') == line.text.npos ? in_ticks(shortened(line.text, kNamed))
                                                 : "another line";
  }

  std::string why_it_runs(const Moment& now, const TaskView& task) const {
    const std::string name = in_ticks(task.name);
    if (!now.ready.empty() && now.ready.front().task == task.task)
      return name + " is first in the ready queue.";
    if (is_ready(now, task.task)) return "No other task is before " + name + " in the ready queue.";
    if (task.state == TaskState::Waiting && !task.waits_for.empty())
      return name + " waits for " + waits_words(task, now) +
             ", and nothing wakes another task before that.";
    return "No other task is ready before " + name + ".";
  }

  // Why another task ran `then`.
  std::string why_not(const Moment& then, const TaskView& task, std::string_view right) const {
    const TaskView* after = find_task(then, task.task);
    const std::string name = in_ticks(task.name);
    if (!after || has_ended(*after)) return name + " has ended by then.";
    if (is_ready(then, task.task))
      return name + " is ready too, but behind " + in_ticks(right) + " in the queue.";
    if (after->state == TaskState::Waiting && !after->waits_for.empty())
      return name + " is waiting for " + waits_words(*after, then) + ".";
    return name + " is not ready then.";
  }

  // "a timer at 2 s", "`Task-2`, at most until 1 s".
  static std::string waits_words(const TaskView& task, const Moment& moment) {
    const std::string_view waits = task.waits_for;
    if (waits.starts_with("timer ")) return "a " + task.waits_for;
    if (waits.starts_with("future ")) return "a future";
    const std::string_view name = waits.substr(0, waits.find(", "));
    const bool is_task = std::any_of(moment.tasks.begin(), moment.tasks.end(),
                                     [&](const TaskView& other) { return other.name == name; });
    if (!is_task) return task.waits_for;
    return in_ticks(name) + std::string(waits.substr(name.size()));
  }

  static std::string why_not_ready(const TaskView& task, const Moment& moment) {
    const std::string name = in_ticks(task.name);
    if (task.state == TaskState::Running)
      return name + " is running. What runs is not in the queue.";
    if (!task.waits_for.empty()) return name + " is waiting for " + waits_words(task, moment) + ".";
    return name + " is not ready.";
  }

  static std::string why_this_queue(const Moment& now, const std::vector<std::string>& names) {
    if (!names.empty()) return names[0] + " is in front, so it runs first.";
    for (const TaskView& task : now.tasks) {
      if (!has_ended(task) && task.state == TaskState::Waiting)
        return "Nothing is ready: " + why_not_ready(task, now);
    }
    return "Nothing is ready to run.";
  }

  static void offer(Quiz& quiz, const std::vector<std::string>& names, bool right,
                    std::string why) {
    if (quiz.choices.size() >= kMostAsked) return;
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", then ") + name;
    if (text.empty()) text = "Nothing";
    if (!has_choice(quiz, text)) quiz.choices.push_back({text, right, std::move(why), false});
  }

  // What has passed already is no plausible answer.
  void offer_time(Quiz& quiz, double time, bool right, std::string why) const {
    if (!right && time < reader_.time_at(reader_.event_of(step_))) return;
    const std::string text = "At " + in_seconds(time);
    if (!has_choice(quiz, text)) quiz.choices.push_back({text, right, std::move(why), false});
  }

  // Timers that have fired, sleeps that were cancelled, and what has blocked the thread.
  Waits waits_of() const {
    Waits waits;
    std::vector<double> armed(recording_.handles().size(), -1);
    double now = 0;
    bool in_callback = false, in_loop = false;
    auto add = [&](double begin, double end) {
      const double time = end - begin;
      if (begin < waits.last_end - 1e-6) waits.one_after_another = false;
      waits.last_end = std::max(waits.last_end, end);
      ++waits.count;
      waits.sum += time;
      waits.longest = std::max(waits.longest, time);
    };
    for (size_t e = 0; e < recording_.size(); ++e) {
      const Event& event = recording_[e];
      switch (event.kind()) {
        case EventKind::LoopRun: in_loop = true; break;
        case EventKind::LoopStop: in_loop = false; break;
        case EventKind::HandleRun: in_callback = true; break;
        case EventKind::HandleDone: in_callback = false; break;
        case EventKind::TimerArmed: armed[event.subject] = now; break;
        case EventKind::TimerFired:
          if (armed[event.subject] >= 0)
            add(armed[event.subject], recording_.handles()[event.subject].deadline);
          armed[event.subject] = -1;
          break;
        case EventKind::HandleCancelled:
          if (armed[event.subject] < 0 || !ends_sleep(recording_.handles()[event.subject])) break;
          armed[event.subject] = -1;
          if (waits.cancelled++ == 0) waits.cancelled_at = now;
          waits.cancelled_due =
              std::max(waits.cancelled_due, recording_.handles()[event.subject].deadline);
          break;
        case EventKind::IdleJump: {
          const Recording::Jump& jump = recording_.jumps()[event.operand];
          if (in_callback || !in_loop) add(jump.from, jump.to);
          now = jump.to;
          break;
        }
        default: break;
      }
    }
    return waits;
  }

  bool ends_sleep(const Recording::Handle& handle) const {
    const HandleWords* words = words_of_handle(recording_.text(handle.label));
    return words && words->brief == "end of sleep";
  }

  // "ValueError": what leaves the program's own frame.
  std::string last_exception() const {
    for (size_t e = recording_.size(); e-- > 0;) {
      const Event& event = recording_[e];
      if (event.kind() == EventKind::Raise && recording_.code_of(event.subject).name == "<module>")
        return type_of(reader_.show(event.shown(), e));
    }
    return "an exception";
  }

  // "ValueError" of "ValueError('no tea')".
  static std::string type_of(std::string shown) {
    shown.resize(std::min(shown.find('('), shown.size()));
    return shown;
  }

  // The types of exceptions that leave a frame, in order.
  std::vector<std::string> raised() const {
    std::vector<std::string> names;
    for (size_t e = 0; e < recording_.size() && names.size() < kMostAsked; ++e) {
      const Event& event = recording_[e];
      if (event.kind() != EventKind::Raise) continue;
      std::string name = type_of(reader_.show(event.shown(), e));
      const bool known = std::find(names.begin(), names.end(), name) != names.end();
      if (!known && name != "StopIteration" && name != "StopAsyncIteration" &&
          name != "GeneratorExit")
        names.push_back(std::move(name));
    }
    return names;
  }

  const Reader& reader_;
  const Recording& recording_;
  const RunEnd& end_;
  size_t step_;
};

std::vector<QuizChoice> choices_of(const std::vector<LessonChoice>& choices) {
  std::vector<QuizChoice> copies;
  for (const LessonChoice& choice : choices)
    copies.push_back({choice.text, choice.right, choice.why, false});
  return copies;
}

}  // namespace

size_t Quiz::answer() const {
  return size_t(std::find_if(choices.begin(), choices.end(),
                             [](const QuizChoice& choice) { return choice.right; }) -
                choices.begin());
}

std::optional<Quiz> quiz_at(PredictionKind kind, const Reader& reader, const Recording& recording,
                            const RunEnd& end, size_t step) {
  const Asking asking(reader, recording, end, step);
  switch (kind) {
    case PredictionKind::PrintsNext: return asking.prints_next();
    case PredictionKind::RunsNext: return asking.runs_next();
    case PredictionKind::ReadyQueue: return asking.ready_queue();
    case PredictionKind::EndsAt: return asking.ends_at();
    case PredictionKind::Fails: return asking.fails();
    case PredictionKind::Own: break;
  }
  return {};
}

std::optional<Quiz> quiz_of(const Prediction& prediction, const Reader& reader,
                            const Recording& recording, const RunEnd& end, size_t step) {
  if (prediction.kind != PredictionKind::Own) {
    std::optional<Quiz> quiz = quiz_at(prediction.kind, reader, recording, end, step);
    if (quiz) quiz->why = prediction.why;
    return quiz;
  }
  Quiz quiz;
  quiz.question = prediction.question;
  quiz.choices = choices_of(prediction.choices);
  quiz.why = prediction.why;
  quiz.step = step;
  quiz.reveal = std::min(step + 1, reader.steps() - 1);
  return quiz;
}

std::optional<Quiz> quiz_of(const Session& session, size_t stop) {
  const Lesson* lesson = session.shown_lesson();
  if (!lesson || stop >= lesson->stops.size() || !lesson->stops[stop].prediction) return {};
  const size_t step =
      find_stop(lesson->stops[stop], session.reader(), session.recording(), session.source());
  if (step == Stops::kNone) return {};
  return quiz_of(*lesson->stops[stop].prediction, session.reader(), session.recording(),
                 session.run_end(), step);
}

Quiz quiz_of(const Check& check) {
  Quiz quiz;
  quiz.question = check.question;
  quiz.choices = choices_of(check.choices);
  return quiz;
}

}  // namespace awaitscope
