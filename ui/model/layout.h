#pragma once
// Where each panel is, for a window of any size. Pure: the same input gives the same layout.
//
// The panels that are shown fill the window without overlapping, with rules of one point between
// them (inside the rectangles); a panel that is not shown has an empty rectangle.

#include <array>
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

// What of the interface is shown: an article may leave parts of it out.
struct Parts {
  bool code = true, switches = true, timeline = true, loop = true, output = true;
  bool explanation = true;

  bool has(Tab tab) const;
};
// "code,explanation": those, and no others. False: there is a word that is no part's name, or no
// panel is left; then `parts` stays as it is.
bool read_parts(std::string_view words, Parts& parts);

struct LayoutInput {
  float width = 0, height = 0;
  float text_scale = 1;
  Tab tab = Tab::Source;  // the one somebody chose; where it is always shown anyway, the next best
  bool touch = false;     // fingers are used: small targets grow on large windows too
  bool toggles = true;    // shown, where there is room for all or for them
  bool lesson = false;    // its path is shown
  bool lesson_start = false;  // ... and its card, before the first step
  bool asking = false;        // the output has a question below it, with answers to choose from
  // ... and a lesson's answer above that: more than a part of the side holds
  bool lesson_end = false;
  bool repairing = false;   // ... or what a program that has ended is to do instead
  bool ended_well = false;  // all that is to be said of the step is that the program has ended
  // Shares that were dragged to, as in Arrangement; 0: what suits the window.
  float timeline_share = 0, side_share = 0, output_share = 0;
  int timeline_rows = 0;  // rows that the timeline would like to show; it grows where there is room
  bool frame = false;     // in an article: without a header, and with these parts alone
  Parts parts = {};
};

struct Layout {
  LayoutKind kind = LayoutKind::Wide;
  Tab tab = Tab::Source;  // of those in turn, the one shown
  float scale = 1;        // of the type, and of what must fit it
  float target = 28;      // least height of a control; 44 for fingers
  float pad = 16;         // between a panel's edge and what is in it
  bool frame = false;
  Rect window, header, tabs, toggles, source, path, explanation, transport, timeline, loop, output;
  std::array<bool, kTabCount> offered = {};

  bool offers(Tab tab) const { return offered[size_t(tab)]; }  // is it one of the tabs?
};

Layout layout_for(const LayoutInput& input);

// How high a frame in an article would like to be for a program of so many lines, all of which it
// shows if that leaves the rest of the article in sight.
float frame_height(const LayoutInput& input, int lines);

// By how much type, and all that must fit it, grows in a window that has more room than a screen of
// 1920 by 1080 points: in tenths, since each is another set of glyphs.
float enlargement(float width, float height);

}  // namespace awaitscope
