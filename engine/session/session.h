#pragma once
// A session: one program, its recording, and the step somebody looks at. This is the model behind
// the interface, the page and the tests of both; it knows of no screen.
//
// A program that was changed (set, load, load_lesson) runs when something of the run is asked for,
// up to a budget of events: an address that sets five toggles is one run. The place is kept where
// that makes sense. Nothing here throws or fails: a program that does not compile or hits a limit
// is a state that can be looked at (run_state()).

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/asyncio/injection.h"
#include "engine/lesson/lesson_text.h"
#include "engine/lesson/lessons.h"
#include "engine/lesson/toggles.h"
#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/reader.h"
#include "engine/session/switched.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

class Session {
 public:
  Session();  // what a new visitor sees, under the default version
  ~Session();

  // --- the program ---
  void set(const Toggles& toggles);
  bool set(std::string_view toggle, std::string_view choice);  // false: no such id; nothing changed
  void load(std::string_view source);                          // somebody's own program
  void replace(std::string_view source);  // the same, in place of what they may want back
  bool load_lesson(std::string_view id);
  // One that is not built in, from its file's text. What is wrong with it, and then nothing has
  // changed. name: its id, where it says none; key: see key_of().
  std::optional<LessonError> load_lesson_text(std::string_view markdown, std::string_view name,
                                              std::string_view key = {});
  const Toggles& toggles() const;
  bool by_switches() const;  // the source is the toggles'
  bool edited() const;       // it is somebody's own: neither the toggles' nor a lesson's

  // The lesson whose program is shown: its id, and all of it; empty and null where it is none's.
  // A built-in lesson is read when shown_lesson() is asked for.
  std::string_view lesson() const;
  const Lesson* shown_lesson() const;
  bool built_in() const;  // the lesson that is shown is one of lessons()
  // The lesson with a program of its own that somebody has changed, or left by a switch, until
  // another is shown, and one of switches with a repair, whose program somebody changes, by a
  // switch or by hand; null where there is none. Its repair (repair.h) is decided by what is shown.
  const Lesson* left_lesson() const;
  void back_to_lesson();  // shows its program again, from the first step
  // Of the lesson that is shown or was left:
  bool built_in(const Lesson& lesson) const;            // it is one of lessons()
  std::string_view key_of(const Lesson& lesson) const;  // what tells that somebody has done it
  // The text of the file of the one that was left, or else is shown; empty where there is none.
  std::string_view lesson_markdown() const;
  const std::string& source() const;

  // What the last switch has changed, or that a program of somebody's own was replaced by whatever
  // it was but their writing, until they go to another step or show another program; null
  // otherwise.
  const SwitchChange* switched() const;
  void bring_back();  // the program that was replaced, if switched() says so

  // Which Python it runs under. A lesson that is true only in others runs in the newest of those,
  // until another program is shown. One of switches starts its event loop as the Python can that
  // was chosen (Lesson::toggles_for).
  Version python() const;
  void set_python(Version version);
  // The same for somebody who looks at a program: if the switches show a lesson that runs, it is
  // still shown, and runs.
  void choose_python(Version version);

  // --- the run ---
  RunState run_state() const;
  int exit_status() const;
  RunEnd run_end() const { return {run_state(), exit_status()}; }
  const std::string& message() const;  // for Idle, Limited, Rejected: in words; else empty
  const SyntaxError* error() const;    // where Rejected
  // Cancels a task, or raises an exception where it waits, at the place that is looked at: the
  // program runs again, the same up to there. What had been injected after it goes. The exception
  // is an expression in the program's own names: `Lost`, `ValueError("no")`. Gives nothing, or why
  // that cannot be raised; then all is as it was.
  std::string inject(uint32_t task, std::string_view exception = {});
  void take_back_injection();  // the last one
  const std::vector<Injection>& injections() const;
  bool run_further();  // a paused program, by another budget; false: it is not paused
  const Recording& recording() const;
  const Reader& reader() const;
  uint64_t version() const;  // grows with every new or extended recording, and another lesson

  // --- the place ---
  size_t step() const;
  size_t steps() const;
  void seek(size_t step);        // clamped
  const Moment& moment() const;  // of step()
  const Explanation& explanation() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The page's window.awaitscope.state(), as JSON.
std::string state_json(const Session& session);

}  // namespace awaitscope
