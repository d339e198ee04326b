#include "ui/model/widgets.h"

#include <cmath>
#include <cstdio>

#include "engine/compat/float_text.h"

namespace awaitscope {

namespace {

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", unsigned(c));
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_json(std::string& out, float number) {  // a place: a hundredth of a pixel is enough
  out += six_digits(std::nearbyint(double(number) * 100) / 100);
}

}  // namespace

std::string_view name_of(WidgetKind kind) {
  switch (kind) {
    case WidgetKind::Button: return "button";
    case WidgetKind::Choice: return "choice";
    case WidgetKind::Switch: return "switch";
    case WidgetKind::Slider: return "slider";
    case WidgetKind::Tab: return "tab";
    case WidgetKind::Text: return "text";
    case WidgetKind::Link: return "link";
    case WidgetKind::Separator: return "separator";
    case WidgetKind::Place: return "place";
  }
  return "";
}

std::string to_json(const std::vector<Widget>& widgets) {
  std::string out = "[";
  for (const Widget& w : widgets) {
    if (out.size() > 1) out += ',';
    out += "{\"id\":";
    append_json(out, w.id);
    out += ",\"label\":";
    append_json(out, w.label);
    out += ",\"kind\":";
    append_json(out, name_of(w.kind));
    out += ",\"x\":";
    append_json(out, w.x);
    out += ",\"y\":";
    append_json(out, w.y);
    out += ",\"width\":";
    append_json(out, w.width);
    out += ",\"height\":";
    append_json(out, w.height);
    out += w.enabled ? ",\"enabled\":true,\"value\":" : ",\"enabled\":false,\"value\":";
    append_json(out, w.value);
    out += '}';
  }
  out += ']';
  return out;
}

Widget& WidgetList::add(std::string_view id, std::string_view label, WidgetKind kind) {
  if (used_ == widgets_.size()) widgets_.emplace_back();
  Widget& widget = widgets_[used_++];
  widget.id.assign(id);
  widget.label.assign(label);
  widget.kind = kind;
  widget.enabled = true;
  widget.value.clear();
  return widget;
}

const Widget* WidgetList::find(std::string_view id) const {
  for (const Widget& widget : widgets_) {
    if (widget.id == id) return &widget;
  }
  return nullptr;
}

}  // namespace awaitscope
