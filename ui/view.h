#pragma once
// What the panels share: the session they show, what was derived from it once per recording, and
// the little that is the interface's own (where it is scrolled to, what is open). Panels read the
// model and ask it for another step or program; they keep nothing else.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/session/session.h"
#include "ui/comparing.h"
#include "ui/controls.h"
#include "ui/guess.h"
#include "ui/highlight.h"
#include "ui/interface.h"
#include "ui/layout.h"
#include "ui/output_lines.h"
#include "ui/timeline/geometry.h"
#include "ui/timeline/model.h"

namespace awaitscope {

enum class Switches : uint8_t { AsFits, Shown, Hidden };  // as fits: not beside somebody's own code
enum class Overlay : uint8_t { None, Lessons, Help, Share, Compare, Raise };

inline constexpr float kSpeeds[] = {0.5f, 1, 2, 4, 8, 32};  // times two steps a second
inline constexpr int kSpeedCount = 6;
inline constexpr float kSaid = 3;  // seconds that something is said for

struct View {
  explicit View(Session& of) : session(of) {}

  Session& session;
  Controls controls;
  Host host;
  ThemeChoice theme;
  Layout layout;
  LayoutInput layout_input;

  // Derived from the session's program and recording; rebuilt when its version changes.
  uint64_t version = 0;
  HighlightedSource highlighted;
  OutputLines output;
  TimelineModel timeline;
  std::vector<uint32_t> line_runs;  // how often each line runs in the whole recording; by line
  uint32_t most_runs = 0;
  std::vector<size_t> stops;    // the lesson's steps worth a look; SIZE_MAX where there is none
  size_t seen_step = SIZE_MAX;  // the step of the last frame: when it changes, panels follow it

  // The timeline.
  TimelineView span;
  bool span_fits = true;  // the whole run is shown, and goes on to be when it grows
  bool span_dragged = false;
  double span_to_from = -1, span_to_per_point = -1;  // where it is gliding to; negative: nowhere

  double time_share = 0, time_share_to = 0;  // of the width: see TimelineScale
  LanePlace pressed_bar{UINT32_MAX};         // the bar pressed last, and where that led
  size_t pressed_step = SIZE_MAX;
  LanePlace hovered{UINT32_MAX};  // the step and row under the pointer, what is to be said of it
  uint32_t hovered_count = 0;
  std::string hovered_words;
  std::vector<LanePlace> causes;  // of a step, newest first; the step itself is the first
  size_t causes_step = SIZE_MAX;
  std::vector<float> lane_tops;  // of the lanes drawn in this frame; negative where one is not

  std::vector<int> breakpoints;  // lines, in order
  uint32_t loop_task = 0;  // the task that ran last: the one the loop's panel tells more about
  std::vector<uint32_t> open_tasks;  // and those that somebody has opened
  struct Token {  // a handle in the loop's panel, on its way to where it belongs now
    uint32_t handle;
    Point at;
    bool drawn;
  };
  std::vector<Token> tokens;

  Guess guess;

  // Playing.
  bool playing = false;
  int speed = 1;  // into kSpeeds
  float until_next_step = 0;

  // The task in which something is to be raised, what there is to choose from, and where that
  // opens.
  uint32_t raise_task = 0;
  std::vector<std::string> raise_choices;
  Rect raise_from;
  std::array<char, 512> raise_text{};  // typed, with a NUL at its end
  std::string raise_problem;           // why that cannot be raised
  bool raise_opens = false;

  Comparing comparing;
  Overlay overlay = Overlay::None;
  bool answer_shown = false;
  Tab tab = Tab::Source;
  bool embedded = false;
  Switches switches = Switches::AsFits;
  Scroll toggles_scroll, source_scroll, loop_scroll, output_scroll, explanation_scroll,
      timeline_scroll, overlay_scroll;
  float source_x = 0;      // the source, scrolled sideways
  double copied_at = -10;  // when the source was copied, by the controls' clock
  std::string said;        // for a few seconds, beside how the run ended
  double said_at = -10;
  void say(std::string words);
  size_t shown_output = 0;  // lines of output in the last frame

  // Brings the derived things up to date. True: the program or its recording is another.
  bool refresh();
  void seek(size_t step);  // and stop playing
  void play(bool on);
  void advance(float seconds);  // what playing does in this time; it stops at breakpoints
  bool shows_switches() const;
  void toggle_breakpoint(int line);
  size_t next_breakpoint(size_t step) const;  // the last step where no more comes
};

}  // namespace awaitscope
