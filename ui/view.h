#pragma once
// What the panels share: the session they show, what more than one of them needs of its recording,
// and what somebody has chosen to see. Panels read the model and ask it for another step or
// program; what is one panel's alone is kept there.

#include <cstdint>
#include <string_view>

#include "engine/session/session.h"
#include "engine/session/stops.h"
#include "ui/controls.h"
#include "ui/interface.h"
#include "ui/model/breakpoints.h"
#include "ui/model/comparing.h"
#include "ui/model/layout.h"
#include "ui/model/output_lines.h"
#include "ui/model/playing.h"
#include "ui/timeline/model.h"

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
  Playing playing{session, breakpoints};
  Comparing comparing;

  Overlay overlay = Overlay::None;
  Tab tab = Tab::Source;
  Switches switches = Switches::AsFits;
  bool embedded = false;  // in an article
  Parts parts;            // that are shown there

  // Brings what comes of the recording up to date. True: the program or its recording is another.
  bool refresh();
  void seek(size_t step);  // and stop playing
  uint64_t sought = 0;     // how often that was
  void show_lesson(std::string_view id);
  bool shows_switches() const;
  bool on_a_phone() const {
    return layout.kind == LayoutKind::Portrait || layout.kind == LayoutKind::Landscape;
  }
};

}  // namespace awaitscope
