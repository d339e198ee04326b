#pragma once
// What can be clicked: every control says where it is, so that a test clicks where a person would
// and a page can mirror the controls for a screen reader.
//
// Ids are stable: "toggle.await.closure", "transport.forward", "lesson.awaitable",
// "source.line.12", "timeline.bar.3" (3: the frame), "output.2". Coordinates are points (CSS
// pixels) from the window's upper left corner, cut to what can be seen of the control; a control
// that is scrolled out of sight is listed with a height of 0 or not at all.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

enum class WidgetKind : uint8_t {
  Button,     // does something
  Choice,     // one of several; value "true" where it is the chosen one
  Switch,     // on or off; value "true" or "false"
  Slider,     // value: where it stands
  Tab,        // value "true" where it is shown
  Link,       // leads out of the program; value: the address
  Text,       // a line to type in; value: what is wrong with what was entered last
  Separator,  // an edge that can be dragged; value: percent that what is behind it takes
  Place,      // leads to a step of the run: a line, a bar, a piece of output
};

std::string_view name_of(WidgetKind kind);  // "button", "choice", ...

struct Widget {
  std::string id, label;
  WidgetKind kind = WidgetKind::Button;
  float x = 0, y = 0, width = 0, height = 0;
  bool enabled = true;
  std::string value;
};

// [{"id":..,"label":..,"kind":..,"x":..,"y":..,"width":..,"height":..,"enabled":..,"value":..},
// ...]
std::string to_json(const std::vector<Widget>& widgets);

// The widgets of one frame. Slots are used again, so that a frame like the last allocates nothing.
class WidgetList {
 public:
  void begin() { used_ = 0; }
  Widget& add(std::string_view id, std::string_view label, WidgetKind kind);
  void end() { widgets_.resize(used_); }
  const std::vector<Widget>& all() const { return widgets_; }
  const Widget* find(std::string_view id) const;  // nullptr where there is none

 private:
  std::vector<Widget> widgets_;
  size_t used_ = 0;
};

}  // namespace awaitscope
