// The explanation: what the current step is, where, and in words that need no knowledge of it.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

// Who acts in this step: a task, the loop between tasks, or the program around it.
std::string_view actor(const Session& session) {
  const Moment& moment = session.moment();
  for (const TaskView& task : moment.tasks) {
    if (task.task == moment.task) return task.name;
  }
  const EventKind kind = session.recording()[moment.event].kind();
  return is_of_loop(kind) || moment.running_handle != 0 ? "Event loop" : "Program";
}

}  // namespace

void draw_explanation(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Session& session = view.session;
  const Moment& moment = session.moment();
  const Explanation& explanation = session.explanation();
  const float pad = view.layout.pad;
  Rect rest = area;
  const Rect top = rest.cut_top(ui(34));
  // The scroll bar has the margin at the right.
  rest = {rest.x + pad, rest.y, rest.width - pad, rest.height - ui(6)};
  const bool scrolls = view.explanation_scroll.content > rest.height + 0.5f;
  const float text_wide = rest.width - pad - (scrolls ? ui(4) : 0);
  paint.fill({area.x, area.y, ui(3), area.height},
             session.error() ? c.error : ui.task(moment.task));

  const float line = ui(22);
  const Lesson* lesson = find_lesson(session.lesson());
  const bool intro = session.step() == 0 && !session.error();

  // Where: who runs, in which function, at which line.
  float x = top.x + pad;
  const float middle = top.middle_y() + ui(2);
  float right = top.right() - pad;
  if (!explanation.link.empty() && view.host.open_link && !intro && !session.error()) {
    const float wide =
        std::min(text_width(Type::Body, explanation.link_title) + ui(20), top.width * 0.5f);
    const Rect link{right - wide, top.middle_y() - std::max(ui(14), ui.target / 2 - ui(5)), wide,
                    std::max(ui(28), ui.target - ui(10))};
    const Press press = ui.press("explanation.link", explanation.link_title, WidgetKind::Link, link,
                                 {true, explanation.link});
    if (press.clicked) view.host.open_link(explanation.link);
    const ImU32 ink = press.hovered ? c.text : c.accent;
    paint.text_within(Type::Body, link.x, middle, wide - ui(18), ink, explanation.link_title);
    paint.icon(Icon::External, {link.right() - ui(7), middle}, ui(13), ink);
    if (press.hovered) ui.tip(link, "Read about it in the Python documentation");
    right = link.x - ui(12);
  }
  if (intro) {
    paint.text_within(Type::BodyStrong, x, middle, right - x, c.text,
                      !lesson || view.layout.kind == LayoutKind::Wide
                          ? std::string_view("Before the first step")
                          : lesson->title);
  } else if (session.error()) {
    paint.text(Type::BodyStrong, x, middle, c.error, "This program cannot run");
  } else {
    x = paint.text(Type::BodyStrong, x, middle, ui.task(moment.task), actor(session));
    Line where;
    if (!moment.function.empty()) where.add(moment.function);
    if (moment.at.line > 0) where.add("  line ").add(moment.at.line);
    if (!where.empty()) {
      paint.text_within(Type::CodeSmall, x + ui(12), middle, right - x - ui(12), c.muted, where);
    }
  }

  const Rect content = ui.begin_scroll(view.explanation_scroll, rest);
  if (view.seen_step != session.step()) view.explanation_scroll.at = 0;
  float y = content.y;
  auto say = [&](ImU32 colour, std::string_view text) {
    y += ui.rich_text(Type::Reading, Type::Code, {content.x, y, text_wide, 0}, line, colour, text);
  };
  if (session.error()) {
    say(c.text, session.message());
  } else if (intro) {
    const bool beside = view.layout.kind == LayoutKind::Wide;  // the lesson's words are there
    if (lesson && !beside) {
      say(c.text, lesson->text);
      y += ui(4);
      say(c.muted, lesson->question);
    } else {
      say(c.text,
          beside && !session.edited()
              ? "Press → for the first step, or Play to watch. Flip a switch on the left "
                "to change the program."
              : "Press → for the first step, or Play to watch. Every step can be taken back.");
    }
  } else {
    say(c.text, explanation.text);
    if (!explanation.instead.empty()) {
      y += ui(4);
      say(c.warning, "Instead: " + explanation.instead);
    }
    // Where the lesson's words are not beside it, its end is here.
    if (session.step() + 1 == session.steps() && lesson && view.layout.kind != LayoutKind::Wide) {
      y += ui(6);
      say(c.text, lesson->question);
      say(c.muted, lesson->answer);
    }
  }
  ui.end_scroll(view.explanation_scroll, y - content.y);
}

}  // namespace awaitscope
