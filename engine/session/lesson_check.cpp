#include "engine/session/lesson_check.h"

#include <algorithm>

#include "engine/compile/compile.h"
#include "engine/lesson/lesson_markup.h"
#include "engine/run/run.h"
#include "engine/session/quiz.h"
#include "engine/session/repair.h"
#include "engine/session/stops.h"

namespace awaitscope {

namespace {

// A run of one program that has been read.
struct Ran {
  Ran(std::string_view source, Version python) : run(source, options(python)) {
    run.go(kDefaultBudget);
    reader = std::make_unique<Reader>(run.recording());
  }
  static RunOptions options(Version python) {
    RunOptions options;
    options.version = python;
    return options;
  }
  Run run;
  std::unique_ptr<Reader> reader;
};

// The qualified names of all functions of a program.
std::vector<std::string> functions_of(std::string_view source, Version python) {
  std::vector<std::string> names;
  const Parsed parsed = parse(source, python);
  if (parsed.error) return names;
  const Compiled compiled = compile(*parsed.tree->module, source);
  if (!compiled.code) return names;
  std::vector<const Code*> open = {compiled.code.get()};
  while (!open.empty()) {
    const Code& code = *open.back();
    open.pop_back();
    if (code.name != "<module>") names.push_back(code.qualname);
    for (const Constant& constant : code.constants) {
      if (constant.code) open.push_back(constant.code.get());
    }
  }
  return names;
}

class Checking {
 public:
  Checking(const Lesson& lesson, Version python)
      : lesson_(lesson),
        python_(python),
        source_(lesson.source()),
        ran_(source_, python),
        functions_(functions_of(source_, python)) {}

  LessonReport report() {
    if (const SyntaxError* error = ran_.run.error()) {
      rejected(*error, lesson_.program_line);
      return std::move(report_);
    }
    const FilePlace program{std::max(lesson_.program_line, 1), 1};
    if (ran_.run.state() == RunState::Paused)
      wrong(program,
            "the program does not end within " + std::to_string(kDefaultBudget) + " events");
    if (ran_.run.state() == RunState::Limited) wrong(program, std::string(ran_.run.message()));
    for (const Stop& stop : lesson_.stops) check(stop);
    for (const Goal& fact : lesson_.facts) check_fact(fact);
    if (lesson_.repair) check(*lesson_.repair);
    std::stable_sort(
        report_.wrong.begin(), report_.wrong.end(),
        [](const LessonError& a, const LessonError& b) { return a.place.line < b.place.line; });
    return std::move(report_);
  }

 private:
  void wrong(FilePlace place, std::string message) {
    report_.wrong.push_back({place, std::move(message)});
  }
  void found(std::string line) { report_.found.push_back(std::move(line)); }

  void rejected(const SyntaxError& error, int first_line) {
    const int line = first_line ? first_line + error.line - 1 : 1;
    wrong({std::max(line, 1), std::max(error.offset, 1)},
          "Python " + std::string(names_of(python_).minor) +
              " does not take the program: " + error.message);
  }

  bool knows(std::string_view function, FilePlace place) {
    std::vector<std::string_view> names(functions_.begin(), functions_.end());
    if (std::find(names.begin(), names.end(), function) != names.end()) return true;
    // "__aenter__" is a part of "Hello.__aenter__".
    std::string guess = did_you_mean(function, names);
    for (std::string_view name : names) {
      if (name.ends_with("." + std::string(function)))
        guess = " Did you mean `" + std::string(name) + "`?";
    }
    wrong(place,
          "no function `" + std::string(function.substr(0, 80)) + "` in the program." + guess);
    return false;
  }

  // Whether the stop names a place of the program.
  bool has_place(const Stop& stop) {
    if (stop.at == StopKind::Event) return knows(stop.function, stop.place);
    const auto lines = int(std::count(source_.begin(), source_.end(), '\n'));
    if (stop.at == StopKind::Line && stop.line > lines) {
      wrong(stop.place, "the program has no line " + std::to_string(stop.line) + ": it has " +
                            std::to_string(lines));
      return false;
    }
    if (stop.at != StopKind::LineWith) return true;
    const std::vector<int> with = lines_with(stop.code, source_);
    if (with.size() == 1) return true;
    std::string which;
    for (int line : with) which += (which.empty() ? "" : ", ") + std::to_string(line);
    wrong(stop.place, with.empty() ? "no line of the program has `" + stop.code + "`"
                                   : "several lines have `" + stop.code + "`: " + which);
    return false;
  }

  void check(const Stop& stop) {
    if (!has_place(stop)) return;
    int times = 0;
    const size_t step = find_stop(stop, *ran_.reader, ran_.run.recording(), source_, &times);
    if (step == Stops::kNone) {
      wrong(stop.place,
            "the run does not come to " + words_of(stop) +
                (times ? "; it does so " + std::to_string(times) + (times == 1 ? " time" : " times")
                       : std::string()));
      return;
    }
    if (step <= last_step_ && last_step_ > 0) {
      wrong(stop.place, words_of(stop) + " is at step " + std::to_string(step) +
                            ", before the stop above it, at step " + std::to_string(last_step_));
    }
    last_step_ = std::max(last_step_, step);
    found("stop: " + words_of(stop) + ": step " + std::to_string(step));
    if (stop.prediction) check(*stop.prediction, step);
  }

  void check(const Prediction& prediction, size_t step) {
    const std::optional<Quiz> quiz =
        quiz_of(prediction, *ran_.reader, ran_.run.recording(), ran_.run.end(), step);
    if (!quiz) {
      wrong(prediction.place, "there is nothing to ask here: `" +
                                  std::string(words_of(prediction.kind)) +
                                  "` has no plausible wrong answer at this step");
      return;
    }
    found("  " + quiz->question);
    for (const QuizChoice& choice : quiz->choices)
      found(std::string(choice.right ? "  [x] " : "  [ ] ") + choice.text + ": " + choice.why);
  }

  void check_fact(const Goal& fact) {
    if ((fact.kind == GoalKind::Runs || fact.kind == GoalKind::NeverRuns) &&
        !knows(fact.function, fact.place))
      return;
    const GoalState state =
        goal_of(fact, source_, *ran_.reader, ran_.run.recording(), ran_.run.end());
    if (!state.met) return wrong(fact.place, "the run does not show this: " + state.why_not);
    found("shown: " + fact.words);
  }

  void check(const Repair& repair) {
    for (const Goal& goal : repair.goals) {
      if (goal.kind != GoalKind::Runs && goal.kind != GoalKind::NeverRuns) continue;
      const std::vector<std::string> own = std::move(functions_);
      functions_ = functions_of(repair.solution, python_);
      functions_.insert(functions_.end(), own.begin(), own.end());
      knows(goal.function, goal.place);
      functions_ = own;
    }
    const Ran solved(repair.solution, python_);
    if (const SyntaxError* error = solved.run.error())
      return rejected(*error, repair.solution_line);
    const auto before =
        goals_of(repair, source_, *ran_.reader, ran_.run.recording(), ran_.run.end());
    const auto after =
        goals_of(repair, repair.solution, *solved.reader, solved.run.recording(), solved.run.end());
    for (size_t i = 0; i < before.size(); ++i) {
      found("goal: " + before[i].words +
            (before[i].met ? " It does so already." : " Before: " + before[i].why_not));
      if (!after[i].met)
        wrong(repair.goals[i].place, "the solution does not reach this goal: " + after[i].why_not);
    }
    if (all_met(before))
      wrong(repair.place, "there is nothing to repair: the program reaches each goal already");
  }

  const Lesson& lesson_;
  Version python_;
  std::string source_;
  Ran ran_;
  std::vector<std::string> functions_;
  LessonReport report_;
  size_t last_step_ = 0;
};

}  // namespace

LessonReport check_lesson(const Lesson& lesson, Version python) {
  return Checking(lesson, python).report();
}

}  // namespace awaitscope
