// The lessons: a program, the steps where to see what it does, a question, and what to do with it.
// Each is a Markdown file (engine/docs/lessons.md); those that are built in are in
// engine/lesson/lessons, in the order of its contents.md, and embedded when the engine is built.
// Their ids are part of the command line and of the page's address and never change.
//
// What a list of lessons needs is in LessonInfo, which a page has at once. The rest of a lesson is
// read when it is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/toggles.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// Where something is said in the lesson's file, to show what is wrong with it. Both count from 1,
// columns in characters.
struct FilePlace {
  int line = 0, column = 0;
};

// One of the choices of a question, and why it is right, or why it is not.
struct LessonChoice {
  std::string text;
  bool right = false;
  std::string why;
};

// What is asked at a stop, before one sees it. The choices of all but Own follow from the run
// (session/quiz.h).
enum class PredictionKind : uint8_t { PrintsNext, RunsNext, ReadyQueue, EndsAt, Fails, Own };
std::string_view words_of(PredictionKind kind);  // "prints next"; empty for Own

struct Prediction {
  PredictionKind kind = PredictionKind::Own;
  std::string question;               // of Own; else empty
  std::vector<LessonChoice> choices;  // of Own
  std::string why;                    // to be said once the others are answered; may be empty
  FilePlace place;
};

// A step worth looking at, named so that it does not depend on step numbers.
enum class StopKind : uint8_t {
  Event,     // the nth event of this kind in this function
  Line,      // the nth time this line is about to run
  LineWith,  // the same of the line that has this text
  Print,     // the nth time this line is printed
};
struct Stop {
  StopKind at = StopKind::Event;
  std::string kind;      // of Event: start, suspend, resume, return or raise
  std::string function;  // of Event: its qualified name, as "Hello.__await__.<locals>.closure"
  int line = 0;          // of Line, in the program
  std::string code;      // of LineWith: a part of the line; of Print: all of what is printed
  int occurrence = 1;    // 1 is the first
  std::string note;      // what there is to see
  std::optional<Prediction> prediction;
  FilePlace place;
};
// As a lesson's file says it: "start of `main`, 2nd time".
std::string words_of(const Stop& stop);

// A question for the end: what was learned.
struct Check {
  std::string question;
  std::vector<LessonChoice> choices;
  FilePlace place;
};

// What a repaired program has to do. All of it is decided by a run of it (session/repair.h).
enum class GoalKind : uint8_t {
  DoneBy,          // it ends at this virtual time or before
  NotBefore,       // ... at this one or later
  Output,          // it prints exactly these lines
  Prints,          // ... this line, so often at least
  NeverPrints,     // ... never
  Runs,            // the function has that event, so often at least
  NeverRuns,       // ... never
  NothingPending,  // no task is left unfinished
  NoWarning,       // Python warns of nothing
  NoError,         // it ends normally, and no exception is reported
  Keeps,           // its source still has this line
  Fails,           // this exception ends it
  NeverEnds,       // it waits for ever
};
struct Goal {
  GoalKind kind = GoalKind::NoError;
  double seconds = 0;
  std::vector<std::string> lines;  // of Output, Prints, NeverPrints, Keeps
  std::string event, function;     // of Runs, NeverRuns
  int times = 1;
  std::string words;  // as the file says it, for people: "done by: 1 s"
  FilePlace place;
};
struct Repair {
  std::string text;  // what to do
  std::vector<Goal> goals;
  std::vector<std::string> hints;  // each says more than the one before
  std::string solution;            // a whole program
  std::string why;                 // what the solution does; may be empty
  FilePlace place;
  int solution_line = 0;  // in the file, where the solution begins
};

// The newest Python in which the program of these toggles runs: what calls
// asyncio.get_event_loop() where no event loop runs raises since 3.14.
constexpr Version newest_that_runs(const Toggles& toggles) {
  return toggles.loop() == LoopChoice::get_event_loop ? Version::V3_11 : Version::V3_15;
}

struct Lesson {
  std::string id;
  std::string title;
  std::string chapter;             // may be empty
  std::string question;            // to be thought about while stepping
  std::vector<Version> pythons;    // those in which it is true; empty: all
  std::optional<Toggles> toggles;  // whose program it shows; else `program` is its own
  std::string program;             // of toggles: empty, see source()
  std::string text;                // a few sentences, to be read before the run
  std::vector<Stop> stops;         // in the order of the run
  std::string answer;              // to the question
  std::vector<Goal> facts;         // what the run shows of answer and checks; tested, and not said
  std::vector<Check> checks;
  std::optional<Repair> repair;
  int program_line = 0;  // in the file, where the program begins

  std::string source() const;
  // In which Python its source() runs for somebody who has chosen this one.
  Version python_for(Version chosen) const;
  // Of switches: those that show it in this Python. What they say of the event loop's start holds
  // where that runs; elsewhere asyncio.run starts it.
  Toggles toggles_for(Version python) const;
};

// What is known of a lesson without reading it.
struct LessonInfo {
  std::string_view id, title, chapter, question;
  std::optional<Toggles> toggles;

  bool is_listing() const;  // one of the article's
};
inline constexpr std::string_view kArticleChapter = "From the article";

// The built-in ones, chapter by chapter.
std::span<const LessonInfo> lessons();

// The lesson's file. Empty if there is no such lesson.
std::string_view lesson_file_text(std::string_view id);

// Its file is at hand: find_lesson() has nothing to fetch. Of one that does not exist, too.
bool lesson_is_here(std::string_view id);

// Nullptr if there is none. It stays where it is.
const Lesson* find_lesson(std::string_view id);

// The lesson that has these toggles, or nullptr. However its event loop is started, it is the same
// lesson.
const LessonInfo* lesson_of(const Toggles& toggles);

// What somebody sees who comes for the first time: the article's first listing, in a way that runs
// in every Python.
Toggles first_toggles();

}  // namespace awaitscope
