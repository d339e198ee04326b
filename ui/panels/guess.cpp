// Guessing what prints next, in the output's panel, below what has been printed.
#include <algorithm>

#include "ui/panels/output.h"

namespace awaitscope {

float OutputPanel::draw_guess(const Rect& area) {
  guess_.ask(view_.output, view_.output.count_at(session_.step()), view_.version);
  float y = area.y + ui_(10);
  if (guess_.asked > 0) y += draw_verdict({area.x, y, area.width, 0});
  if (session_.step() + 1 == session_.steps()) {
    paint_.text(Type::Body, area.x, y, colours().muted, "The program has ended.");
    return y + ui_(16) - area.y;
  }
  paint_.text(Type::BodyStrong, area.x, y, colours().text, "What prints next?");
  y += ui_(14);
  y += draw_choices({area.x, y, area.width, 0});
  return y - area.y + ui_(8);
}

// Of the last guess, and how many were right.
float OutputPanel::draw_verdict(const Rect& area) {
  const ImU32 ink = guess_.was_right ? colours().good : colours().error;
  paint_.icon(guess_.was_right ? Icon::Check : Icon::Cross, {area.x + ui_(7), area.y}, ui_(14),
              ink);
  paint_.text_within(Type::Body, area.x + ui_(20), area.y, area.width - ui_(20), ink,
                     Line(guess_.was_right ? "Right. " : "Not this time: see above. ", guess_.right,
                          " of ", guess_.asked));
  return ui_(22);
}

float OutputPanel::draw_choices(const Rect& area) {
  const Palette& c = colours();
  const float high = std::max(ui_(28), ui_.target);
  size_t chosen = SIZE_MAX;
  for (size_t i = 0; i < guess_.choices.size(); ++i) {
    const bool nothing = guess_.choices[i].empty();
    const std::string_view words = nothing ? "nothing more" : guess_.choices[i];
    const Rect row{area.x, area.y + float(i) * high, area.width, high};
    const Press press = ui_.press(Line("output.guess.", Line().add_plain(i + 1).view()), words,
                                  WidgetKind::Choice, row);
    const Rect face = row.inset(0, ui_(2));
    paint_.fill(face, press.held ? c.line_strong : press.hovered ? c.hover : c.raised, ui_(5));
    paint_.text_within(nothing ? Type::Body : Type::Code, face.x + ui_(10), face.middle_y(),
                       face.width - ui_(20), nothing ? c.muted : c.text, words);
    if (press.clicked) chosen = i;
  }
  if (chosen != SIZE_MAX) take_guess(chosen);
  return float(guess_.choices.size()) * high;
}

void OutputPanel::take_guess(size_t choice) {
  ++guess_.asked;
  guess_.was_right = choice == guess_.answer;
  guess_.right += guess_.was_right;
  // To where it shows: the step that prints the next line, or the end.
  const std::vector<OutputLine>& lines = view_.output.lines;
  view_.seek(guess_.next < lines.size() ? lines[guess_.next].step : session_.steps() - 1);
}

}  // namespace awaitscope
