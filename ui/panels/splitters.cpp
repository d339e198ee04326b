#include "ui/panels/splitters.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr float kLarge = 0.6f;  // the share that Enter gives
constexpr float kLeastShare = 0.05f, kMostShare = 0.95f;

}  // namespace

void Splitters::draw(const Rect& window) {
  const Layout& l = view_.layout;
  if (l.frame || (l.kind != LayoutKind::Wide && l.kind != LayoutKind::Medium)) return;
  const Rect side{l.source.right(), l.source.y, window.right() - l.source.right(),
                  l.transport.y - l.source.y};
  draw({"split.timeline", "Height of the timeline", &Arrangement::timeline, l.timeline,
        window.height, true, 0});
  draw({"split.side", "Width of what is beside the program", &Arrangement::side, side, window.width,
        false, 0});
  if (l.kind != LayoutKind::Wide || l.loop.empty()) return;
  if (l.output.y > l.loop.y)
    draw({"split.output", "Height of the output", &Arrangement::output, l.output, side.height, true,
          ui_(3)});
  else
    draw({"split.output", "Width of the output", &Arrangement::output, l.output, side.width, false,
          0});
}

void Splitters::draw(const Edge& edge) {
  if (edge.panel.empty()) return;
  // Beside what can be pressed there: mostly on the other side of the edge.
  const float thick = ui_(6), beyond = edge.beyond;
  const Rect& p = edge.panel;
  const Rect place = edge.upper ? Rect{p.x + 1, p.y + beyond - thick, p.width - 1, thick}
                                : Rect{p.x + beyond - thick, p.y, thick, p.height};
  const float now = (edge.upper ? p.height : p.width) / edge.whole;
  const Line percent(unsigned(now * 100 + 0.5f));
  const Press press = ui_.press(edge.id, edge.label, WidgetKind::Separator, place, {true, percent});
  const ImGuiIO& io = ImGui::GetIO();
  Arrangement as = view_.arrangement;
  float& share = as.*edge.share;
  if (press.hovered || press.held) {
    ImGui::SetMouseCursor(edge.upper ? ImGuiMouseCursor_ResizeNS : ImGuiMouseCursor_ResizeEW);
    const float middle = edge.upper ? place.middle_y() : place.middle_x();
    const Rect mark = edge.upper ? Rect{p.x, middle - ui_(1), p.width, ui_(2)}
                                 : Rect{middle - ui_(1), p.y, ui_(2), p.height};
    paint_.fill(mark, colours().accent);
  }
  const ImVec2 moved = ImGui::GetMouseDragDelta(0, 0);
  if (press.held && (edge.upper ? moved.y : moved.x) != 0) {
    const float size = edge.upper ? p.bottom() - io.MousePos.y : p.right() - io.MousePos.x;
    share = std::clamp(size / edge.whole, kLeastShare, kMostShare);
    ui_.keep_awake();
  } else if (press.hovered && ImGui::IsMouseDoubleClicked(0)) {
    share = 0;
  } else if (press.clicked && !io.MouseReleased[0]) {  // from the keyboard
    share = share == 0 ? kLarge : 0;
  }
  view_.arrange(as);
}

}  // namespace awaitscope
