// Guessing what prints next, in the output's panel, below what has been printed.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

float draw_guess(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  Guess& guess = view.guess;
  const size_t printed = view.output.count_at(view.session.step());
  guess.ask(view.output, printed, view.version);
  float y = area.y + ui(10);
  if (guess.asked > 0) {
    const ImU32 ink = guess.was_right ? c.good : c.error;
    paint.icon(guess.was_right ? Icon::Check : Icon::Cross, {area.x + ui(7), y}, ui(14), ink);
    paint.text_within(
        Type::Body, area.x + ui(20), y, area.width - ui(20), ink,
        Line(guess.was_right ? "Right. " : "No: see above. ", guess.right, " of ", guess.asked));
    y += ui(22);
  }
  if (view.session.step() + 1 == view.session.steps()) {
    paint.text(Type::Body, area.x, y, c.muted, "The program is over.");
    return y + ui(16) - area.y;
  }
  paint.text(Type::BodyStrong, area.x, y, c.text, "What prints next?");
  y += ui(14);
  const float high = std::max(ui(28), ui.target);
  for (size_t i = 0; i < guess.choices.size(); ++i) {
    const bool nothing = guess.choices[i].empty();
    const std::string_view words = nothing ? "nothing more" : guess.choices[i];
    const Rect row{area.x, y, area.width, high};
    const Press press = ui.press(Line("output.guess.", Line().add_plain(i + 1).view()), words,
                                 WidgetKind::Choice, row);
    const Rect face = row.inset(0, ui(2));
    paint.fill(face, press.held ? c.line_strong : press.hovered ? c.hover : c.raised, ui(5));
    paint.text_within(nothing ? Type::Body : Type::Code, face.x + ui(10), face.middle_y(),
                      face.width - ui(20), nothing ? c.muted : c.text, words);
    y += high;
    if (!press.clicked) continue;
    ++guess.asked;
    guess.was_right = i == guess.answer;
    guess.right += guess.was_right;
    // To where it shows: the step that prints the next line, or the end.
    view.seek(guess.next < view.output.lines.size() ? view.output.lines[guess.next].step
                                                    : view.session.steps() - 1);
    break;
  }
  return y - area.y + ui(8);
}

}  // namespace awaitscope
