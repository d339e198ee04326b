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
  const Palette& c = colours();
  int count = 0;
  for (const auto& tab : kTabs) count += view_.layout.offers(tab.tab);
  Rect rest = area;
  const float width = area.width / float(std::max(1, count));
  for (const auto& tab : kTabs) {
    if (!view_.layout.offers(tab.tab)) continue;
    const Rect place = rest.cut_left(width);
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

}  // namespace awaitscope
