#include "ui/panels/tabs.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr struct {
  Tab tab;
  std::string_view id, label;
} kTabs[] = {
    {Tab::Source, "tab.source", "Code"},         {Tab::Toggles, "tab.toggles", "Switches"},
    {Tab::Timeline, "tab.timeline", "Timeline"}, {Tab::Loop, "tab.loop", "Loop"},
    {Tab::Output, "tab.output", "Output"},
};

}  // namespace

void TabsPanel::draw(const Rect& area) {
  if (view_.layout.frame)
    draw_bar(area);
  else
    draw_tabs(area, TabWidth::Even);
}

void TabsPanel::draw_tabs(const Rect& area, TabWidth width) {
  const Palette& c = colours();
  int count = 0;
  for (const auto& tab : kTabs) count += view_.layout.offers(tab.tab);
  Rect rest = area;
  const float even = area.width / float(std::max(1, count));
  for (const auto& tab : kTabs) {
    if (!view_.layout.offers(tab.tab)) continue;
    const float words = text_width(Type::BodyStrong, tab.label) + ui_(22);
    const Rect place = rest.cut_left(width == TabWidth::Words ? std::min(words, even) : even);
    const bool shown = view_.layout.tab == tab.tab;
    const Press press =
        ui_.press(tab.id, tab.label, WidgetKind::Tab, place, {true, shown ? "true" : "false"});
    if (press.clicked) view_.tab = tab.tab;
    paint_.text_centred(shown ? Type::BodyStrong : Type::Body, place,
                        shown || press.hovered ? c.text : c.muted, tab.label);
    if (shown) {
      paint_.fill({place.x + ui_(10), place.bottom() - ui_(2), place.width - ui_(20), ui_(2)},
                  c.accent, 1);
    }
  }
}

// The bar of a frame in an article: what takes turns, over its place, and what can be done with the
// program.
void TabsPanel::draw_bar(const Rect& area) {
  const Layout& l = view_.layout;
  const bool wide = l.kind == LayoutKind::Landscape;
  const bool tabs = std::find(l.offered.begin(), l.offered.end(), true) != l.offered.end();
  const bool named = !l.source.empty() && (wide || !tabs);
  float left = area.x, right = area.right() - ui_(4);
  right = draw_button(CommandId::OpenWhole, right, area, wide);
  if (!wide) right = draw_button(CommandId::EditSource, right, area, false);
  if (named) {
    left =
        paint_.text(Type::BodyStrong, area.x + pad(), area.middle_y(), colours().text, "main.py") +
        ui_(8);
    if (wide && tabs) draw_button(CommandId::EditSource, l.source.right() - ui_(4), area, true);
  }
  if (!tabs) return;
  if (wide && !l.source.empty()) left = l.source.right();
  const Rect place{left, area.y, right - left, area.height};
  draw_tabs(place, TabWidth::Words);
}

// Gives where it begins.
float TabsPanel::draw_button(CommandId id, float right, const Rect& area, bool label) {
  if (!enabled(view_, id)) return right;
  Button button = button_of(view_, id);
  button.show_label = label;
  const float width = ui_.button_width(button), high = std::max(ui_(30), ui_.target);
  if (ui_.button(button, {right - width, area.middle_y() - high / 2, width, high})) run(view_, id);
  return right - width;
}

}  // namespace awaitscope
