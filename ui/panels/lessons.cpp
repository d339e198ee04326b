#include "ui/panels/lessons.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr std::string_view kOwn = "~own";  // no id of a lesson

LessonInfo info_of(const Lesson& own) { return {kOwn, own.title, own.chapter, own.question, {}}; }

}  // namespace

// A question has as many lines as it takes.
float LessonList::draw_question(const LessonInfo& lesson, float x, float y, float width,
                                bool draw) {
  const float room = width - ui_(12) - ui_(34) - ui_(12);
  return ui_.rich_text(Type::Body, Type::Code, {x, y, room, 0}, ui_(18), colours().muted,
                       lesson.question, draw);
}

float LessonList::height_of(const LessonInfo& lesson, float width) {
  return ui_(view_.on_a_phone() ? 58 : 52) + draw_question(lesson, 0, 0, width, false) - ui_(18);
}

const Lesson* LessonList::own() const {
  const Lesson* left = session_.left_lesson();
  const Lesson* lesson = left ? left : session_.built_in() ? nullptr : session_.shown_lesson();
  return lesson && !session_.built_in(*lesson) ? lesson : nullptr;
}

// The keyboard is at the lesson that is shown, so that the arrows lead on from there.
void LessonList::opened() {
  reveal_ = true;
  const std::string_view shown = own()                       ? kOwn
                                 : session_.lesson().empty() ? lessons().front().id
                                                             : session_.lesson();
  ui_.focus(Line("lesson.", shown));
}

void LessonList::draw(const Rect& window) {
  const Rect& header = view_.layout.header;
  const float width = std::min(ui_(560), window.width - 24);
  float x = header.x + pad() + ui_(view_.on_a_phone() ? 28 : 150);
  x = std::clamp(x, 12.f, std::max(12.f, window.width - width - 12));
  const float top = header.bottom() + 4;
  const Lesson* own = this->own();
  float content_high = ui_(16), chosen = 0;
  if (own) content_high += ui_(30) + height_of(info_of(*own), width);
  std::string_view chapter;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) content_high += ui_(30);
    chapter = lesson.chapter;
    if (!own && lesson.id == session_.lesson()) chosen = content_high;
    content_high += height_of(lesson, width);
  }
  const float writing = writing_height();
  const Rect card{x, top, width, std::min(content_high + writing, window.height - top - 12)};
  draw_card(card, ui_(10));

  Rect list = card;
  const Rect below = list.cut_bottom(writing);
  if (reveal_) {
    scroll_.content = content_high;
    scroll_.at = std::max(0.f, std::min(chosen - list.height / 3, content_high - list.height));
  }
  reveal_ = false;
  const Rect content = ui_.begin_scroll(scroll_, list.inset(ui_(6), ui_(6)));
  float y = content.y;
  if (own) y = draw_own(*own, content, y);
  chapter = {};
  int number = 0;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) {
      chapter = lesson.chapter;
      y = draw_chapter(chapter, content, y);
    }
    const Rect row{content.x, y, content.width, height_of(lesson, width)};
    const bool shown = session_.built_in() && session_.lesson() == lesson.id;
    if (draw_lesson(lesson, {shown, view_.progress.done(lesson.id), number + 1}, row)) {
      view_.show_lesson(lesson.id);
      close();
    }
    ++number;
    y += row.height;
  }
  ui_.end_scroll(scroll_, y - content.y + ui_(4));
  if (writing > 0) draw_writing(below);  // where Tab leads from the list
}

float LessonList::draw_chapter(std::string_view chapter, const Rect& content, float y) {
  paint_.text(Type::Body, content.x + ui_(12), y + ui_(17), colours().faint, chapter);
  int all = 0, done = 0;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) continue;
    ++all;
    done += view_.progress.done(lesson.id);
  }
  if (done > 0) {
    const Line words(done, " of ", all, " done");
    const float right = content.right() - ui_(12);
    paint_.text(Type::Body, right - text_width(Type::Body, words), y + ui_(17),
                done == all ? colours().good : colours().muted, words);
  }
  return y + ui_(30);
}

// At the right of its first line.
void LessonList::draw_done(const Rect& row) {
  constexpr std::string_view kDone = "done";
  const float x = row.right() - ui_(12) - text_width(Type::Body, kDone);
  paint_.text(Type::Body, x, row.y + ui_(17), colours().good, kDone);
  paint_.icon(Icon::Check, {x - ui_(12), row.y + ui_(17)}, ui_(14), colours().good);
}

// Above the course. Gives where the next begins.
float LessonList::draw_own(const Lesson& lesson, const Rect& content, float y) {
  y = draw_chapter("Open now", content, y);
  const LessonInfo info = info_of(lesson);
  const Rect row{content.x, y, content.width, height_of(info, content.width + ui_(12))};
  const bool shown = session_.shown_lesson() == &lesson;
  if (draw_lesson(info, {shown, view_.progress.done(session_.key_of(lesson)), 0}, row)) {
    session_.back_to_lesson();
    view_.seek(0);
    close();
  }
  return y + row.height;
}

float LessonList::writing_height() const {
  if (!view_.host.edit_lesson || view_.embedded) return 0;
  return std::max(ui_(30), ui_.target) + ui_(16);
}

// Below the list: for those who teach.
void LessonList::draw_writing(Rect area) {
  paint_.horizontal(area.x, area.y, area.width, colours().line);
  area = area.inset(ui_(10), ui_(8));
  const bool can_edit = !session_.lesson().empty() || session_.left_lesson();
  for (const bool edits : {false, true}) {
    if (edits && !can_edit) return;
    const Button button{.id = edits ? "write.edit" : "write.new",
                        .label = edits ? "Edit this lesson" : "Write a lesson",
                        .icon = edits ? Icon::None : Icon::Edit,
                        .look = edits ? ButtonLook::Ghost : ButtonLook::Quiet};
    const float wide = ui_.button_width(button);
    if (ui_.button(button, {area.x, area.y, wide, area.height})) {
      close();
      view_.host.edit_lesson(edits ? session_.lesson_markdown() : std::string_view());
    }
    area.cut_left(wide + ui_(6));
  }
}

bool LessonList::draw_lesson(const LessonInfo& lesson, const Mark& mark, const Rect& row) {
  const Palette& c = colours();
  const bool chosen = mark.shown;
  const Line label(lesson.title, mark.done ? ", done" : "");
  const Press press = ui_.press(Line("lesson.", lesson.id), label, WidgetKind::Choice, row,
                                {true, chosen ? "true" : "false"});
  if (press.hovered)
    paint_.fill(row, c.hover, ui_(6));
  else if (chosen)
    paint_.fill(row, c.accent_soft, ui_(6));
  const float left = row.x + ui_(34);
  if (mark.number > 0)
    paint_.text_centred(Type::Body, {row.x, row.y + ui_(8), ui_(34), ui_(18)},
                        mark.done ? c.good : c.faint, Line(mark.number));
  if (mark.done) draw_done(row);
  paint_.text_within(Type::BodyStrong, left, row.y + ui_(17),
                     row.right() - left - ui_(mark.done ? 76 : 12), c.text, lesson.title);
  draw_question(lesson, left, row.y + ui_(27), row.width + ui_(12), true);
  return press.clicked;
}

}  // namespace awaitscope
