#include "ui/panels/compare.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr size_t kNone = ComparedRow::kNone;

// "Hello.__await__.<locals>.closure" is closure, here where there is little room.
std::string_view short_name(std::string_view function) {
  const size_t at = function.rfind("<locals>.");
  return at == std::string_view::npos ? function : function.substr(at + 9);
}

ImU32 ink_of(const Palette& c, EventKind kind) {
  switch (kind) {
    case EventKind::Out: return c.string;
    case EventKind::Raise:
    case EventKind::Err: return c.error;
    case EventKind::Suspend: return c.await_keyword;
    default: return c.text;
  }
}

// Which switches differ: "__await__: none → returns an iterator, use: ...".
std::string switches_that_differ(const Comparing::Kept& left, const Comparing::Kept& right) {
  std::string text;
  if (left.edited || right.edited) return text;
  for (size_t i = 0; i < kToggleCount; ++i) {
    if (left.toggles.chosen(i) == right.toggles.chosen(i)) continue;
    if (!text.empty()) text += "   ";
    text += "`" + std::string(toggle_table()[i].label) + "` ";
    text += left.toggles.choice(i).label;
    text += " → ";
    text += right.toggles.choice(i).label;
  }
  return text;
}

std::string minor_of(const Comparing::Kept& kept) {
  return std::string(names_of(kept.python).minor);
}

// What it is called beside the other.
std::string name_beside(const Comparing::Kept& kept, const Comparing& both) {
  if (both.pinned->python == both.shown->python) return kept.name;
  const std::string python = "Python " + minor_of(kept);
  return both.of_two_versions() ? python : kept.name + ", " + python;
}

const char* line_begin(const std::string& source, const char* at) {
  while (at > source.data() && at[-1] != '\n') --at;
  return at;
}

}  // namespace

void CompareCard::draw(const Rect& window) {
  view_.comparing.refresh(session_);
  if (view_.comparing.shown)
    draw_panel(window);
  else
    close();
}

void CompareCard::draw_panel(const Rect& window) {
  const Palette& c = colours();
  wide_ = window.width >= ui_(820);
  const Rect card = window.inset(wide_ ? ui_(24) : 0);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsMouseClicked(0) && !card.contains({mouse.x, mouse.y})) close();
  paint_.fill(window, with_alpha(c.window, 0.6f));
  if (wide_) paint_.shadow(card, c.shadow, ui_(12));
  paint_.fill(card, c.panel, wide_ ? ui_(12) : 0);
  if (wide_) paint_.outline(card, c.line_strong, ui_(12));

  Rect inside = card.inset(ui_(wide_ ? 24 : 12), ui_(8));
  draw_head(inside);
  draw_switches(inside);
  paint_.horizontal(card.x, inside.y, card.width, c.line);
  inside.cut_top(ui_(4));
  if (wide_) {
    const Rect code = inside.cut_left(inside.width * 0.36f);
    paint_.vertical(code.right() + ui_(8), code.y, code.height, c.line);
    inside.cut_left(ui_(20));
    draw_code(code);
    draw_calls(inside);
  } else if (code_shown_) {
    draw_code(inside);
  } else {
    draw_calls(inside);
  }
}

void CompareCard::draw_head(Rect& inside) {
  const Palette& c = colours();
  Rect line = inside.cut_top(std::max(ui_(44), ui_.target));
  const float side = std::max(ui_(32), ui_.target);
  const Button button{.id = "compare.close",
                      .label = "Close",
                      .tip = "Close",
                      .keys = "Esc",
                      .icon = Icon::Cross,
                      .show_label = false};
  line.width += ui_(8);
  if (ui_.button(button, line.cut_right(side))) close();
  if (!wide_) {
    draw_tab("compare.code", "Code", true, line);
    draw_tab("compare.calls", "Calls", false, line);
  }
  paint_.text_within(Type::Title, line.x, line.middle_y(), line.width, c.text,
                     wide_ ? "Side by side" : "Compared");
}

void CompareCard::draw_tab(std::string_view id, std::string_view label, bool code, Rect& line) {
  const Palette& c = colours();
  const float high = std::max(ui_(30), ui_.target);
  const Rect place = line.cut_right(text_width(Type::Body, label) + ui_(28));
  const bool chosen = code_shown_ == code;
  const Press press = ui_.press(id, label, WidgetKind::Tab,
                                {place.x, place.middle_y() - high / 2, place.width, high},
                                {true, chosen ? "true" : "false"});
  if (press.clicked) code_shown_ = code;
  paint_.text_centred(chosen ? Type::BodyStrong : Type::Body, place,
                      chosen || press.hovered ? c.text : c.muted, label);
  if (chosen) {
    paint_.fill({place.x + ui_(8), place.bottom() - ui_(6), place.width - ui_(16), ui_(2)},
                c.accent, 1);
  }
}

// What is compared with what, and which switches make the difference.
void CompareCard::draw_switches(Rect& inside) {
  const Palette& c = colours();
  const bool same = both_.parts == both_.calls.size();
  if (both_.of_two_versions()) return draw_versions(inside, same);
  const std::string text =
      both_.pinned->order.source == both_.shown->order.source
          ? "This is the pinned program. Close this, change a switch, and compare again."
          : switches_that_differ(*both_.pinned, *both_.shown);
  if (!text.empty()) {
    inside.cut_top(ui_.rich_text(Type::Body, Type::Code, {inside.x, inside.y, inside.width, 0},
                                 ui_(20), c.text, text));
  }
  if (same && both_.pinned->order.source != both_.shown->order.source) {
    inside.cut_top(ui_.rich_text(Type::Body, Type::Code, {inside.x, inside.y, inside.width, 0},
                                 ui_(20), c.accent,
                                 "The programs differ, but their runs are the same."));
  }
  inside.cut_top(ui_(10));
}

// One program under two versions of Python: what changed between them, where that is known.
void CompareCard::draw_versions(Rect& inside, bool same) {
  const Palette& c = colours();
  const VersionChange* change = both_.change();
  std::string text = "The same program under Python " + minor_of(*both_.pinned) +
                     " and under Python " + minor_of(*both_.shown) + ". ";
  if (same) text += "Both runs are the same.";
  if (change)
    text += "Since Python " + std::string(names_of(change->since).minor) + ": " +
            std::string(change->text);
  inside.cut_top(ui_.rich_text(Type::Body, Type::Code, {inside.x, inside.y, inside.width, 0},
                               ui_(20), same ? c.accent : c.text, text));
  if (change && view_.host.open_link) draw_link(*change, inside);
  inside.cut_top(ui_(10));
}

void CompareCard::draw_link(const VersionChange& change, Rect& inside) {
  const Palette& c = colours();
  constexpr std::string_view kWords = "Read about it in the Python documentation";
  Rect line = inside.cut_top(std::max(ui_(26), ui_.target));
  line.width = std::min(line.width, text_width(Type::Body, kWords) + ui_(20));
  const Press press =
      ui_.press("compare.link", kWords, WidgetKind::Link, line, {true, change.link});
  if (press.clicked) view_.host.open_link(change.link);
  const ImU32 ink = press.hovered ? c.text : c.accent;
  paint_.text_within(Type::Body, line.x, line.middle_y(), line.width - ui_(18), ink, kWords);
  paint_.icon(Icon::External, {line.right() - ui_(7), line.middle_y()}, ui_(13), ink);
}

// A tint and a sign for what only one side has.
void CompareCard::mark(const Rect& row, bool left) {
  const Palette& c = colours();
  paint_.fill(row, with_alpha(left ? c.error : c.good, 0.11f));
}

void CompareCard::draw_code(Rect area) {
  const Palette& c = colours();
  if (wide_) heading(area.cut_top(ui_(28)), "The code");
  const float high = ui_(19);
  const std::vector<ComparedRow>& rows = both_.lines_below;
  const Rect content = ui_.begin_scroll(lines_scroll_, area);
  const float sign = ui_(16);
  for (size_t i = size_t(std::max(0.f, (area.y - content.y) / high)); i < rows.size(); ++i) {
    const Rect row{area.x, content.y + float(i) * high, area.width, high};
    if (row.y > area.bottom()) break;
    const bool removed = !rows[i].same && rows[i].right == kNone;
    if (!rows[i].same) {
      mark(row, removed);
      paint_.text(Type::CodeStrong, row.x + ui_(4), row.middle_y(), removed ? c.error : c.good,
                  removed ? "-" : "+");
    }
    const CallOrder& order = removed ? both_.pinned->order : both_.shown->order;
    const std::string_view line = order.lines[removed ? rows[i].left : rows[i].right];
    const size_t indent = size_t(line.data() - line_begin(order.source, line.data()));
    paint_.text_within(Type::Code, row.x + sign + float(indent) * text_width(Type::Code, "0"),
                       row.middle_y(), row.right() - row.x - sign, rows[i].same ? c.muted : c.text,
                       line);
  }
  ui_.end_scroll(lines_scroll_, float(rows.size()) * high + ui_(8));
}

void CompareCard::heading(const Rect& line, std::string_view text) {
  const Palette& c = colours();
  paint_.text_within(Type::Caption, line.x, line.middle_y(), line.width, c.faint, text);
}

void CompareCard::draw_calls(Rect area) {
  const float gutter = ui_(28), column = (area.width - gutter - ui_(12)) / 2;
  Rect head = area.cut_top(ui_(28));
  if (wide_) {
    heading({head.x, head.y, column, head.height},
            Line(both_.of_two_versions() ? "" : "Pinned: ", name_beside(*both_.pinned, both_)));
    heading({head.x + column + gutter, head.y, column, head.height},
            Line(both_.of_two_versions() ? "" : "Shown: ", name_beside(*both_.shown, both_)));
  } else {
    heading(head, Line("-  pinned: ", name_beside(*both_.pinned, both_),
                       "    +  shown: ", name_beside(*both_.shown, both_)));
  }
  const std::vector<ComparedRow>& rows = wide_ ? both_.calls : both_.calls_below;
  const size_t parts = wide_ ? both_.parts : both_.parts_below;
  const bool part = parts < rows.size();
  const float high = std::max(ui_(22), ui_.target > ui_(30) ? ui_(36) : 0), rule = ui_(24);
  const float total = float(rows.size()) * high + (part ? rule : 0) + ui_(8);
  Scroll& scroll = calls_scroll_;
  if (reveal_) {
    reveal_ = false;
    scroll = {};
    scroll.content = total;
    if (part) scroll.at = std::max(0.f, float(parts) * high - area.height / 3);
  }
  const Rect content = ui_.begin_scroll(scroll, area);
  const size_t here = row_of_step(rows);
  const float above = area.y - content.y - rule;
  for (size_t i = size_t(std::max(0.f, above / high)); i < rows.size(); ++i) {
    Rect row{area.x, content.y + float(i) * high + (part && i >= parts ? rule : 0),
             area.width - ui_(12), high};
    if (row.y > area.bottom()) break;
    if (i == parts) draw_parting({row.x, row.y - rule, row.width, rule});
    draw_row(rows[i], i, row, column, gutter, i == here);
  }
  ui_.end_scroll(scroll, total);
}

void CompareCard::draw_parting(const Rect& line) {
  const Palette& c = colours();
  const std::string_view words = "The runs differ from here";
  const float wide = text_width(Type::BodyStrong, words) + ui_(20);
  paint_.horizontal(line.x, line.middle_y(), line.width, c.accent);
  const Rect plate{line.x + (line.width - wide) / 2, line.y + ui_(2), wide, line.height - ui_(4)};
  paint_.fill(plate, c.panel);
  paint_.text_centred(Type::BodyStrong, plate, c.accent, words);
}

// The last row that has happened at the step that is looked at.
size_t CompareCard::row_of_step(const std::vector<ComparedRow>& rows) const {
  size_t found = SIZE_MAX;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].right == kNone) continue;
    if (both_.shown->order.calls[rows[i].right].step > view_.session.step()) break;
    found = i;
  }
  return found;
}

void CompareCard::draw_row(const ComparedRow& row, size_t number, const Rect& area, float column,
                           float gutter, bool here) {
  const Palette& c = colours();
  const Call* left = row.left == kNone ? nullptr : &both_.pinned->order.calls[row.left];
  const Call* right = row.right == kNone ? nullptr : &both_.shown->order.calls[row.right];
  const Call& told = right ? *right : *left;
  const Line label(told.word(), " ", told.function, " ", told.detail.substr(0, 80));
  const std::string_view sides = row.same        ? "same"
                                 : right && left ? "both"
                                 : right         ? "shown"
                                                 : "pinned";
  const Press press = ui_.press(Line("compare.row.", Line().add_plain(number).view()), label,
                                WidgetKind::Place, area, {right != nullptr, sides});
  if (press.clicked) {
    view_.seek(right->step);
    close();
  }
  const Rect left_cell{area.x, area.y, column, area.height};
  const Rect right_cell{area.x + column + gutter, area.y, column, area.height};
  if (!row.same) draw_difference(left, right, area, left_cell, right_cell);
  const Rect& cell = wide_ ? right_cell : area;
  if (press.hovered) paint_.fill(cell, with_alpha(c.hover, 0.6f));
  if (here) paint_.fill({cell.x, cell.y, ui_(3), cell.height}, c.accent);
  if (!wide_)
    return draw_call(told, {area.x + ui_(12), area.y, area.width - ui_(12), area.height}, row.same);
  if (left) draw_call(*left, left_cell, row.same);
  if (right) draw_call(*right, right_cell, row.same);
}

// Which side has it, or that both have another.
void CompareCard::draw_difference(const Call* left, const Call* right, const Rect& area,
                                  const Rect& left_cell, const Rect& right_cell) {
  const Palette& c = colours();
  if (!wide_) {
    mark(area, !right);
    paint_.text(Type::CodeStrong, area.x + ui_(4), area.middle_y(), right ? c.good : c.error,
                right ? "+" : "-");
    return;
  }
  if (left) mark(left_cell, true);
  if (right) mark(right_cell, false);
  const Rect between{left_cell.right(), area.y, right_cell.x - left_cell.right(), area.height};
  paint_.text_centred(Type::BodyStrong, between,
                      left && right ? c.text
                      : left        ? c.error
                                    : c.good,
                      left && right ? "→"
                      : left        ? "-"
                                    : "+");
}

void CompareCard::draw_call(const Call& call, const Rect& cell, bool same) {
  const Palette& c = colours();
  const float middle = cell.middle_y(), number = ui_(34), right = cell.right() - ui_(6);
  if (call.line) {
    const Line text(call.line);
    paint_.text(Type::CodeSmall, cell.x + number - ui_(6) - text_width(Type::CodeSmall, text),
                middle, c.faint, text);
  }
  float x = cell.x + number + float(std::min(call.depth, 12u)) * ui_(12);
  auto put = [&](Type type, ImU32 colour, std::string_view text, float gap) {
    if (x < right && !text.empty())
      x = paint_.text_within(type, x, middle, right - x, colour, text) + gap;
  };
  if (call.kind != EventKind::End) put(Type::Body, same ? c.faint : c.muted, call.word(), ui_(6));
  const ImU32 ink = ink_of(c, call.kind);
  put(Type::Code, same ? mix(ink, c.panel, 0.25f) : ink, short_name(call.function), ui_(10));
  put(Type::CodeSmall, call.function.empty() ? ink : c.muted, call.detail, 0);
}

}  // namespace awaitscope
