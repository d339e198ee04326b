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

float TabsPanel::width_of(std::string_view label) const {
  return text_width(Type::BodyStrong, label) + ui_(22);
}

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
    const float words = std::min(width_of(tab.label), even);
    const Rect place = rest.cut_left(width == TabWidth::Words ? words : even);
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
  float tabs = 0;  // as wide as their words
  for (const auto& tab : kTabs) tabs += l.offers(tab.tab) ? width_of(tab.label) : 0;
  float right = area.right() - ui_(4);
  const bool beside = wide && !l.source.empty() && tabs > 0;  // the tabs are over what they choose
  const float from = beside ? l.source.right() : area.x;
  const Button open = button_of(view_, CommandId::OpenWhole);
  const bool label = wide && right - from - ui_.button_width(open) >= tabs;
  right = draw_button(CommandId::OpenWhole, right, area, label);
  if (beside)
    draw_button(CommandId::EditSource, from - ui_(4), area, true);
  else
    right = draw_button(CommandId::EditSource, right, area, wide);
  if (beside || tabs == 0)
    paint_.text(Type::BodyStrong, area.x + pad(), area.middle_y(), colours().text, "main.py");
  if (tabs > 0) draw_tabs({from, area.y, right - from, area.height}, TabWidth::Words);
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
