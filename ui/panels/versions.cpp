#include "ui/panels/versions.h"

#include <algorithm>

#include "ui/commands.h"

namespace awaitscope {

namespace {

std::string_view what_it_is(Version version) {
  switch (version) {
    case Version::V3_11: return "The version of the article";
    case Version::V3_14: return "The version most people use";
    case Version::V3_15: return "The newest";
    default: return {};
  }
}

}  // namespace

struct VersionCard::Column {
  float x, y, width;
  Rect row(float high) {
    const Rect rect{x, y, width, high};
    y += high;
    return rect;
  }
};

void VersionCard::draw(const Rect& window) {
  const Rect& header = view_.layout.header;
  const float width = std::min(ui_(460), window.width - 24);
  const Widget* button = ui_.widgets().find(command(CommandId::Python).widget);
  const float right = button ? button->x + button->width : window.right();
  const float x = std::clamp(right - width, 12.f, std::max(12.f, window.width - width - 12));
  const float top = header.bottom() + 4;
  const Rect card{x, top, width, std::min(scroll_.content + ui_(12), window.height - top - 12)};
  draw_card(card, ui_(10));

  const Rect content = ui_.begin_scroll(scroll_, card.inset(ui_(6), ui_(6)));
  Column column{content.x, content.y, content.width - ui_(8)};
  draw_title("Version of Python", column);
  for (const Version version : kOfferedVersions) draw_version(version, column);
  draw_title("This program under another Python", column);
  for (const Version version : kOfferedVersions) {
    if (version != session_.python()) draw_comparison(version, column);
  }
  draw_title("What changed for await", column);
  for (const VersionChange& change : version_changes()) draw_change(change, column);
  const float high = column.y - content.y + ui_(4);
  if (scroll_.content != high) ui_.keep_awake();
  ui_.end_scroll(scroll_, high);
}

void VersionCard::draw_title(std::string_view words, Column& column) {
  const Rect row = column.row(ui_(30));
  paint_.text(Type::Body, row.x + ui_(12), row.y + ui_(17), colours().faint, words);
}

void VersionCard::draw_version(Version version, Column& column) {
  const Palette& c = colours();
  const Rect row = column.row(std::max(ui_(34), ui_.target));
  const std::string_view minor = names_of(version).minor;
  const bool chosen = session_.python() == version;
  const Press press = ui_.press(Line("python.", minor), Line("Python ", minor), WidgetKind::Choice,
                                row, {true, chosen ? "true" : "false"});
  if (press.hovered)
    paint_.fill(row, c.hover, ui_(6));
  else if (chosen)
    paint_.fill(row, c.accent_soft, ui_(6));
  if (chosen) paint_.icon(Icon::Check, {row.x + ui_(17), row.middle_y()}, ui_(14), c.accent);
  const float left = row.x + ui_(34);
  const float right =
      paint_.text(Type::BodyStrong, left, row.middle_y(), c.text, Line("Python ", minor)) + ui_(12);
  paint_.text_within(Type::Body, right, row.middle_y(), row.right() - right - ui_(12), c.muted,
                     what_it_is(version));
  if (!press.clicked) return;
  session_.choose_python(version);
  close();
}

void VersionCard::draw_comparison(Version other, Column& column) {
  const Palette& c = colours();
  const Rect row = column.row(std::max(ui_(34), ui_.target));
  const std::string_view minor = names_of(other).minor;
  const Line label("Compare with Python ", minor);
  const Press press = ui_.press(Line("python.compare.", minor), label, WidgetKind::Button, row);
  if (press.hovered) paint_.fill(row, c.hover, ui_(6));
  paint_.icon(Icon::Columns, {row.x + ui_(17), row.middle_y()}, ui_(14), c.muted);
  paint_.text_within(Type::Body, row.x + ui_(34), row.middle_y(), row.width - ui_(46), c.text,
                     label);
  if (press.clicked) compare_with(other);
}

void VersionCard::draw_change(const VersionChange& change, Column& column) {
  const Palette& c = colours();
  const float left = column.x + ui_(58), wide = column.x + column.width - ui_(12) - left;
  auto words = [&](float y, bool draw) {
    return ui_.rich_text(Type::Body, Type::Code, {left, y, wide, 0}, ui_(18), c.muted, change.text,
                         draw);
  };
  const Rect row = column.row(words(0, false) + ui_(38));
  const Press press = ui_.press(Line("change.", change.id), change.title, WidgetKind::Choice, row);
  if (press.hovered) paint_.fill(row, c.hover, ui_(6));
  paint_.text(Type::Body, row.x + ui_(14), row.y + ui_(17), c.accent, names_of(change.since).minor);
  paint_.text_within(Type::BodyStrong, left, row.y + ui_(17), wide, c.text, change.title);
  words(row.y + ui_(27), true);
  if (!press.clicked) return;
  session_.replace(change.program);
  session_.set_python(change.after);
  compare_with(change.before);
}

void VersionCard::compare_with(Version other) {
  view_.comparing.pin_under(session_, other);
  view_.overlay = Overlay::Compare;
}

}  // namespace awaitscope
