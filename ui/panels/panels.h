#pragma once
// The panels: one file, one function each. A panel draws into its rectangle of the layout, whose
// background is there already, and is called only where it is shown.

#include <cstdint>

#include "ui/geometry.h"

namespace awaitscope {

class Controls;
struct View;

void draw_header(View& view, const Rect& area);   // name, lesson, how the run ended, theme, help
void draw_tabs(View& view, const Rect& area);     // on small windows: which panel is shown
void draw_toggles(View& view, const Rect& area);  // what the sample object does
void draw_source(View& view, const Rect& area);   // the Python, with the place where it is
void draw_explanation(View& view, const Rect& area);  // what just happened, in words
void draw_transport(View& view, const Rect& area);    // steps, playing, the scrubber
void draw_timeline(View& view, const Rect& area);     // lanes, bars, turns
void draw_loop(View& view, const Rect& area);         // ready queue, timers, tasks
void draw_output(View& view, const Rect& area);       // what was printed

// How often a line runs, from 0 to 1, as the mark beside its number.
void draw_heat(Controls& ui, float right, float y, float height, float heat);

// Edit, copy, pin and compare, from the right of the source's title line. Gives where
// they begin.
float draw_source_controls(View& view, const Rect& title);

// The lesson that is shown: its words, its question, the steps worth a look. Draws from the
// rectangle's top as far as it needs, and gives that height. `where` makes its ids different.
float draw_lesson_card(View& view, const Rect& area, const char* where);

// The choices of somebody who guesses what prints next. Gives the height that they take.
float draw_guess(View& view, const Rect& area);

// What the following lie on. A press beside it closes what is on it.
void draw_card(View& view, const Rect& card, float rounding);

// Over everything else, in windows of their own.
void draw_lessons(View& view);
void draw_help(View& view);
void draw_share(View& view);
void draw_raise(View& view);
void draw_compare(View& view);  // the pinned program and the one that is shown

// The line at the top of a panel, with its name; where controls stand in it, high enough for them.
// Gives what is left below.
enum class TitleLine : unsigned char { Words, Controls };
Rect draw_panel_title(View& view, const Rect& area, const char* title,
                      TitleLine line = TitleLine::Words);

}  // namespace awaitscope
