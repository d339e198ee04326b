#include "engine/session/repair.h"

#include <algorithm>

#include "engine/lesson/lesson_markup.h"
#include "engine/recording/reading/json.h"
#include "engine/session/printed.h"
#include "engine/session/session.h"

namespace awaitscope {

namespace {

std::string times_words(int times) {
  return times == 1 ? "once" : times == 2 ? "twice" : std::to_string(times) + " times";
}

// "returns", "is suspended".
std::string event_words(std::string_view event) {
  return event == "start"     ? "starts"
         : event == "suspend" ? "suspends"
         : event == "resume"  ? "resumes"
         : event == "return"  ? "returns"
                              : "raises an exception";
}

class Deciding {
 public:
  Deciding(std::string_view source, const Reader& reader, const Recording& recording,
           const RunEnd& end)
      : source_(source), reader_(reader), recording_(recording), end_(end) {
    for (const Reader::Piece& piece : reader.output(reader.steps() - 1)) {
      if (piece.error) err_ += piece.text;
    }
    lines_ = printed_lines(reader);
    time_ = reader.time_at(reader.event_of(reader.steps() - 1));
  }

  GoalState decide(const Goal& goal) const {
    GoalState state;
    state.words = words_for(goal);
    state.why_not = why_not(goal);
    state.met = state.why_not.empty();
    return state;
  }

 private:
  static std::string words_for(const Goal& goal) {
    switch (goal.kind) {
      case GoalKind::DoneBy: return "It ends at " + in_seconds(goal.seconds) + " or before.";
      case GoalKind::NotBefore: return "It does not end before " + in_seconds(goal.seconds) + ".";
      case GoalKind::Output: {
        std::string words = "It prints ";
        for (const std::string& line : goal.lines) {
          if (&line != &goal.lines.front()) words += &line == &goal.lines.back() ? " and " : ", ";
          words += in_ticks(line);
        }
        return words + (goal.lines.size() > 1 ? ", in this order, and no more." : " and no more.");
      }
      case GoalKind::Prints:
        return "It prints " + in_ticks(goal.lines[0]) +
               (goal.times > 1 ? " " + times_words(goal.times) + "." : ".");
      case GoalKind::NeverPrints: return "It never prints " + in_ticks(goal.lines[0]) + ".";
      case GoalKind::Runs:
        return in_ticks(goal.function) + " " + event_words(goal.event) +
               (goal.times > 1 ? " " + times_words(goal.times) + "." : ".");
      case GoalKind::NeverRuns:
        return in_ticks(goal.function) + " never " + event_words(goal.event) + ".";
      case GoalKind::NothingPending: return "No task is left unfinished.";
      case GoalKind::NoWarning: return "Python does not warn.";
      case GoalKind::NoError: return "It ends without an error.";
      case GoalKind::Fails: return "It fails with " + in_ticks(goal.lines[0]) + ".";
      case GoalKind::NeverEnds: return "It never ends.";
      case GoalKind::Keeps: return "The program still has " + in_ticks(goal.lines[0]) + ".";
    }
    return "";
  }

  // Empty where the goal is met.
  std::string why_not(const Goal& goal) const {
    if (goal.kind == GoalKind::Keeps) {
      const bool kept = source_.find(goal.lines[0]) != source_.npos;
      return kept ? "" : in_ticks(goal.lines[0]) + " is gone.";
    }
    if (end_.state == RunState::Rejected) return "The program does not run.";
    switch (goal.kind) {
      case GoalKind::DoneBy:
        if (end_.state != RunState::Finished) return "It does not end.";
        return time_ <= goal.seconds + 1e-6 ? "" : "It ends at " + in_seconds(time_) + ".";
      case GoalKind::NotBefore:
        return time_ >= goal.seconds - 1e-6 ? "" : "It ends at " + in_seconds(time_) + ".";
      case GoalKind::Output: return why_not_printed(goal.lines);
      case GoalKind::Prints: {
        const int times = printed(goal.lines[0]);
        if (times >= goal.times) return "";
        return times == 0 ? "It does not print that."
                          : "It prints that " + times_words(times) + ".";
      }
      case GoalKind::NeverPrints: return printed(goal.lines[0]) == 0 ? "" : "It prints that.";
      case GoalKind::Runs: {
        const int times = happened(goal);
        if (times >= goal.times) return "";
        return times == 0 ? "That does not happen." : "That happens " + times_words(times) + ".";
      }
      case GoalKind::NeverRuns: return happened(goal) == 0 ? "" : "It does.";
      case GoalKind::NothingPending: return why_pending();
      case GoalKind::NoWarning:
        return err_.find("Warning: ") == err_.npos ? "" : "Python warns: see the output.";
      case GoalKind::NoError: return why_failed();
      case GoalKind::Fails: {
        if (end_.state != RunState::Finished || end_.exit_status == 0) return "It does not fail.";
        const std::string line = "\n" + goal.lines[0];
        const size_t at = err_.rfind(line);
        const bool named = at != err_.npos && err_.find('\n', at + 1) + 1 == err_.size() &&
                           (err_[at + line.size()] == ':' || err_[at + line.size()] == '\n');
        return named ? "" : "It fails with another exception.";
      }
      case GoalKind::NeverEnds:
        return end_.state == RunState::Idle ? "" : "It ends at " + in_seconds(time_) + ".";
      case GoalKind::Keeps: break;
    }
    return "";
  }

  int printed(std::string_view text) const {
    return int(std::count_if(lines_.begin(), lines_.end(),
                             [&](const PrintedLine& line) { return line.text == text; }));
  }

  std::string why_not_printed(const std::vector<std::string>& wanted) const {
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (i >= lines_.size()) return in_ticks(wanted[i]) + " is missing.";
      if (lines_[i].text != wanted[i]) {
        return "It prints " + in_ticks(lines_[i].text) + " where " + in_ticks(wanted[i]) +
               " is expected.";
      }
    }
    if (lines_.size() > wanted.size())
      return "It also prints " + in_ticks(lines_[wanted.size()].text) + ".";
    return "";
  }

  int happened(const Goal& goal) const {
    int times = 0;
    for (size_t e = 0; e < recording_.size(); ++e) {
      const Event& event = recording_[e];
      if (word_of(event.kind()) == goal.event && !goal.event.empty() &&
          recording_.code_of(event.subject).qualname == goal.function)
        ++times;
    }
    return times;
  }

  // When the program's own part of the event loop ends: what asyncio.run cancels afterwards was
  // left.
  std::string why_pending() const {
    size_t step = reader_.steps() - 1;
    for (size_t e = 0; e < recording_.size(); ++e) {
      if (recording_[e].kind() != EventKind::LoopStop) continue;
      step = reader_.step_of(e);
      break;
    }
    const Moment moment = reader_.moment(step);
    for (const TaskView& task : moment.tasks) {
      if (task.state == TaskState::Done || task.state == TaskState::Failed ||
          task.state == TaskState::Cancelled)
        continue;
      return in_ticks(task.name) + " has not finished.";
    }
    return "";
  }

  std::string why_failed() const {
    if (end_.state == RunState::Idle) return "It never ends.";
    if (end_.state != RunState::Finished) return "It does not end.";
    if (end_.exit_status != 0) return "It ends with an exception.";
    for (std::string_view sign : {"Traceback (most recent call last)", "was never retrieved",
                                  "was destroyed but it is pending"}) {
      if (err_.find(sign) != err_.npos) return "Python reports an error: see the output.";
    }
    return "";
  }

  std::string_view source_;
  const Reader& reader_;
  const Recording& recording_;
  const RunEnd& end_;
  std::string err_;
  std::vector<PrintedLine> lines_;
  double time_ = 0;
};

}  // namespace

std::vector<GoalState> goals_of(const Repair& repair, std::string_view source, const Reader& reader,
                                const Recording& recording, const RunEnd& end) {
  const Deciding deciding(source, reader, recording, end);
  std::vector<GoalState> states;
  for (const Goal& goal : repair.goals) states.push_back(deciding.decide(goal));
  return states;
}

GoalState goal_of(const Goal& goal, std::string_view source, const Reader& reader,
                  const Recording& recording, const RunEnd& end) {
  return Deciding(source, reader, recording, end).decide(goal);
}

bool all_met(const std::vector<GoalState>& goals) {
  return std::all_of(goals.begin(), goals.end(), [](const GoalState& goal) { return goal.met; });
}

const Repair* repair_of(const Session& session) {
  const Lesson* lesson = session.shown_lesson();
  if (!lesson) lesson = session.left_lesson();
  return lesson && lesson->repair ? &*lesson->repair : nullptr;
}

std::vector<GoalState> goals_of(const Session& session) {
  const Repair* repair = repair_of(session);
  if (!repair) return {};
  return goals_of(*repair, session.source(), session.reader(), session.recording(),
                  session.run_end());
}

}  // namespace awaitscope
