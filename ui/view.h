#pragma once
// What the panels share: the session they show, what more than one of them needs of its recording,
// and what somebody has chosen to see. Panels read the model and ask it for another step or
// program; what is one panel's alone is kept there.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/recording/pictures/model.h"
#include "engine/session/session.h"
#include "engine/session/stops.h"
#include "ui/controls.h"
#include "ui/interface.h"
#include "ui/model/arrangement.h"
#include "ui/model/breakpoints.h"
#include "ui/model/comparing.h"
#include "ui/model/layout.h"
#include "ui/model/output_lines.h"
#include "ui/model/playing.h"
#include "ui/model/progress.h"

namespace awaitscope {

struct Panels;

enum class Switches : uint8_t { AsFits, Shown, Hidden };  // as fits: not beside somebody's own code
enum class Overlay : uint8_t { None, Lessons, Help, Share, Compare, Raise, Versions };

struct View {
  View(Session& of, Panels& all) : session(of), panels(all) {}

  Session& session;
  Panels& panels;  // for commands, which may be about any of them
  Controls controls;
  Host host;
  ThemeChoice theme;
  Layout layout;

  // Of the recording of this version.
  uint64_t version = 0;
  OutputLines output;
  TimelineModel timeline;
  Stops stops;  // of the lesson

  Breakpoints breakpoints;
  Arrangement arrangement;
  Progress progress;
  Playing playing{session, breakpoints, arrangement};
  Comparing comparing;

  Overlay overlay = Overlay::None;
  Tab tab = Tab::Source;
  Switches switches = Switches::AsFits;
  // What is not to be seen before a question is answered: what comes after a step; the queue.
  struct Hidden {
    bool future = false, queue = false;
    bool asked_now = false;  // the question is there; else a lesson asks it further on
    size_t known = 0;        // the last step that may be seen
    bool hides(size_t step) const { return future && step > known; }
  } hidden;
  bool asks_of_queue = false;  // what is asked here, answered or not
  bool embedded = false;       // in an article
  std::string heard;           // what cards and the lesson say in this frame, a line each
  Parts parts;                 // that are shown there

  // Brings what comes of the recording up to date. True: the program or its recording is another.
  bool refresh();
  void seek(size_t step);  // and stop playing
  uint64_t sought = 0;     // how often that was
  void show_lesson(std::string_view id);
  // The steps around this one that are shown, at the depth that was chosen.
  size_t next_step() const;
  size_t previous_step() const;
  void arrange(const Arrangement& as);  // and have it remembered
  void mark_done(std::string_view lesson);
  // Somebody who has done no lesson is shown one that is not the first.
  bool offers_course() const;

  // Why is it so? Goes to the step that made it so, says what of, and remembers the way back.
  struct Asked {
    size_t from = 0, to = 0;
    std::string words;
    bool ahead = false;  // of a lesson's stop, past those that follow
  };
  void show_origin(size_t to, std::string words);
  void look_ahead(size_t to, std::string words);
  const Asked* asked() const;  // while that step is looked at
  bool looks_ahead() const { return asked() && asked()->ahead; }
  size_t lesson_step() const;  // how far one is in the lesson: this step, or what one looks from
  bool at_lesson_end() const;  // of the lesson that is shown: its answer, and what it asks then
  bool shows_switches() const;
  bool on_a_phone() const {
    return layout.kind == LayoutKind::Portrait || layout.kind == LayoutKind::Landscape;
  }

 private:
  Asked asked_;
  uint64_t asked_at_ = 0;  // of `sought`; 0: nobody has asked
};

// Where a run does not come to all of a lesson's stops.
Line words_of_missing_stops(const View& view);

}  // namespace awaitscope
