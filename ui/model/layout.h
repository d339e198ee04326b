#pragma once
// Where each panel is, for a window of any size. Pure: the same input gives the same layout.
//
// The panels that are shown fill the window without overlapping, with rules of one point between
// them (inside the rectangles); a panel that is not shown has an empty rectangle.

#include <cstdint>
#include <string_view>

#include "ui/model/geometry.h"

namespace awaitscope {

enum class LayoutKind : uint8_t {
  Wide,       // a desktop, a tablet held sideways: everything at once
  Medium,     // a tablet held upright: toggles, loop and output take turns at the side
  Portrait,   // a phone: one panel at a time, the explanation and the transport always
  Landscape,  // a phone held sideways: the source and one other panel
};

enum class Tab : uint8_t { Source, Toggles, Timeline, Loop, Output };
inline constexpr int kTabCount = 5;
std::string_view name_of(Tab tab);  // "source", ...

struct LayoutInput {
  float width = 0, height = 0;
  float text_scale = 1;
  Tab tab = Tab::Source;  // the one somebody chose; where it is always shown anyway, the next best
  bool touch = false;     // fingers are used: small targets grow on large windows too
  bool toggles = true;    // shown, where there is room for all or for them
  bool lesson = false;    // its path is shown
  bool asking = false;    // the output has a question below it, with answers to choose from
  // Shares that were dragged to, as in Arrangement; 0: what suits the window.
  float timeline_share = 0, side_share = 0, output_share = 0;
  int timeline_rows = 0;  // rows that the timeline would like to show; it grows where there is room
};

struct Layout {
  LayoutKind kind = LayoutKind::Wide;
  Tab tab = Tab::Source;  // of those in turn, the one shown
  float scale = 1;        // of the type, and of what must fit it
  float target = 28;      // least height of a control; 44 for fingers
  float pad = 16;         // between a panel's edge and what is in it
  Rect window, header, tabs, toggles, source, path, explanation, transport, timeline, loop, output;

  bool offers(Tab tab) const;  // is it one of the tabs?
};

Layout layout_for(const LayoutInput& input);

// By how much type, and all that must fit it, grows in a window that has more room than a screen of
// 1920 by 1080 points: in tenths, since each is another set of glyphs.
float enlargement(float width, float height);

}  // namespace awaitscope
