#include "ui/controls.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui_internal.h"

namespace awaitscope {

namespace {

constexpr double kTipDelay = 0.45;

std::string_view group_of(std::string_view id) {
  const size_t dot = id.rfind('.');
  return dot == std::string_view::npos ? id : id.substr(0, dot);
}

// Widgets that are one stop for the Tab key; arrows go from one to the next within. Of switches
// those of a list: "source.break.12".
bool is_group(const Widget& widget) {
  return widget.kind == WidgetKind::Choice || widget.kind == WidgetKind::Place ||
         widget.kind == WidgetKind::Tab ||
         (widget.kind == WidgetKind::Switch &&
          group_of(group_of(widget.id)) != group_of(widget.id));
}

bool same_stop(const Widget& a, const Widget& b) {
  return is_group(a) && is_group(b) && group_of(a.id) == group_of(b.id);
}

bool usable(const Widget& widget) { return widget.enabled && widget.width > 0; }

}  // namespace

// --- the frame ---

void Controls::begin_frame(float pixels_per_point) {
  clock_ += double(ImGui::GetIO().DeltaTime);
  awake_ = std::max(0.f, awake_ - ImGui::GetIO().DeltaTime);
  widgets_.begin();
  scrolled_.clear();
  tip_wanted_ = tip_at_once_ = tip_held_ = false;
  paint.begin(ImGui::GetWindowDrawList(), pixels_per_point);
}

void Controls::keep_awake(float seconds) { awake_ = std::max(awake_, seconds + 0.001f); }

bool Controls::touch() const { return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen; }

bool Controls::field(const Field& field, const Rect& rect, std::span<char> text) {
  Widget& widget = widgets_.add(field.id, field.label, WidgetKind::Text);
  widget.x = rect.x;
  widget.y = rect.y;
  widget.width = rect.width;
  widget.height = rect.height;
  widget.enabled = !blocked;
  widget.value.assign(field.problem);
  paint.fill(rect, colours->raised, (*this)(6));
  paint.outline(rect, field.problem.empty() ? colours->line_strong : colours->error, (*this)(6));
  if (entered_id_ == field.id && !entered_id_.empty()) {
    entered_id_.clear();
    const size_t size = std::min(entered_.size(), text.size() - 1);
    std::copy_n(entered_.begin(), size, text.begin());
    text[size] = 0;
    return true;
  }
  if (text_by_host) return false;
  ImGui::PushFont(font_of(Type::Code));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, colours->text);
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, colours->faint);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, colours->accent_soft);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2((*this)(10), (rect.height - ImGui::GetFontSize()) / 2));
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::SetNextItemWidth(rect.width);
  if (field.starts || focus_ == field.id) ImGui::SetKeyboardFocusHere();
  if (focus_ == field.id) focus_.clear();
  ImGui::PushID(field.id.data(), field.id.data() + field.id.size());
  const bool entered = ImGui::InputTextWithHint("", std::string(field.hint).c_str(), text.data(),
                                                text.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopID();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(4);
  ImGui::PopFont();
  return entered;
}

bool Controls::pointer_over(const Rect& rect) const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return !blocked && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
         intersection(rect, paint.clip()).contains({mouse.x, mouse.y});
}

Press Controls::press(std::string_view id, std::string_view label, WidgetKind kind,
                      const Rect& rect, const PressOptions& options) {
  const bool enabled = options.enabled && !blocked;
  Widget& widget = widgets_.add(id, label, kind);
  const Rect clip = paint.clip();
  Rect seen = intersection(rect, clip);
  if (seen.empty()) {  // scrolled out of sight: a line at the edge behind which it is
    seen = {std::clamp(rect.x, clip.x, clip.right()), std::clamp(rect.y, clip.y, clip.bottom()),
            seen.width, 0};
  }
  widget.x = seen.x;
  widget.y = seen.y;
  widget.width = seen.width;
  widget.height = seen.height;
  widget.enabled = enabled;
  widget.value.assign(options.value);

  Press press;
  press.focused = enabled && focus_ == id;
  if (press.focused && focus_moved_) {
    focus_moved_ = false;
    if (scroll_) reveal(*scroll_, rect.y - scroll_->area.y + scroll_->at, rect.height, 12);
  }
  if (enabled && !activate_.empty() && activate_ == id) {
    activate_.clear();
    press.clicked = true;
    keep_awake();
  }
  if (enabled && !options.passive && !seen.empty()) {
    const ImGuiID key = ImGui::GetCurrentWindow()->GetID(id.data(), id.data() + id.size());
    const ImRect box(rect.x, rect.y, rect.right(), rect.bottom());
    if (ImGui::ItemAdd(box, key)) {
      const bool pressed = ImGui::ButtonBehavior(box, key, &press.hovered, &press.held);
      if (pressed) {
        press.clicked = true;
        if (focus_ != id) focus_.clear();
        keep_awake();
      }
    }
    if (touch() && !press.held) press.hovered = false;  // a finger does not hover
    if (press.hovered && kind != WidgetKind::Place) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  if (press.focused) {
    paint.list()->AddRect({rect.x - 1, rect.y - 1}, {rect.right() + 1, rect.bottom() + 1},
                          colours->accent, (*this)(6), 0, 2);
  }
  return press;
}

// --- focus ---

int Controls::stop_after(int direction) const {
  const std::vector<Widget>& all = widgets_.all();
  const int count = int(all.size());
  // Of a group: the first. Groups may be mixed with each other, and are in the order of these.
  auto leader = [&](int i) {
    for (int k = 0; k < i; ++k) {
      if (same_stop(all[size_t(k)], all[size_t(i)]) && usable(all[size_t(k)])) return k;
    }
    return i;
  };
  int here = direction > 0 ? -1 : count;
  for (int i = 0; i < count; ++i) {
    if (all[size_t(i)].id == focus_) here = leader(i);
  }
  int next = -1;  // the nearest leader
  for (int i = 0; i < count; ++i) {
    if (!usable(all[size_t(i)]) || all[size_t(i)].height <= 0) continue;
    const int first = leader(i);
    if (direction > 0 ? first <= here : first >= here) continue;
    if (next < 0 || (direction > 0 ? first < next : first > next)) next = first;
  }
  for (int k = next; k >= 0 && k < count; ++k) {  // the chosen one, else the first
    if (same_stop(all[size_t(k)], all[size_t(next)]) && usable(all[size_t(k)]) &&
        all[size_t(k)].value == "true")
      return k;
  }
  return next;
}

void Controls::move_focus(int direction, bool within_group) {
  ImGui::ClearActiveID();  // of a line to type in
  const std::vector<Widget>& all = widgets_.all();
  const int count = int(all.size());
  if (!within_group) {
    int to = stop_after(direction);
    if (to < 0) {  // round to the other end
      focus_.clear();
      to = stop_after(direction);
    }
    if (to >= 0) focus(all[size_t(to)].id);
    return;
  }
  int at = 0;
  while (at < count && all[size_t(at)].id != focus_) ++at;
  if (at == count) return;
  for (int i = at + direction; i >= 0 && i < count; i += direction) {
    if (same_stop(all[size_t(i)], all[size_t(at)]) && usable(all[size_t(i)]))
      return focus(all[size_t(i)].id);
  }
}

// --- buttons ---

float Controls::button_width(const Button& button) const {
  float width = 0;
  const bool has_icon = button.icon != Icon::None;
  if (has_icon) width += (*this)(16);
  if (has_icon && button.show_label) width += (*this)(6);
  if (button.show_label) {
    width += text_width(button.look == ButtonLook::Primary ? Type::BodyStrong : Type::Body,
                        button.label);
    width += (*this)(20);
  } else {
    width = std::max(width + (*this)(14), target);
  }
  return std::round(width);
}

bool Controls::button(const Button& b, const Rect& rect) {
  const Press p = press(b.id, b.label, b.kind, rect, {b.enabled, b.value});
  // What is pressed may be larger than what is drawn: fingers are.
  Rect face = rect;
  const float drawn = std::min(rect.height, (*this)(target > 40 ? 36 : 30));
  face.y += (rect.height - drawn) / 2;
  face.height = drawn;
  const ImU32 ink =
      b.look == ButtonLook::Primary ? draw_primary_face(b, p, face) : draw_face(b, p, face);
  draw_label(b, face, ink);
  if (p.hovered && !b.tip.empty()) tip(rect, b.tip, b.keys);
  return p.clicked && b.enabled;
}

ImU32 Controls::draw_primary_face(const Button& b, const Press& p, const Rect& face) {
  const Palette& c = *colours;
  ImU32 fill = c.accent;
  if (!b.enabled)
    fill = c.raised;
  else if (p.held)
    fill = mix(c.accent, c.panel, 0.25f);
  else if (p.hovered)
    fill = mix(c.accent, c.text, 0.16f);
  paint.fill(face, fill, (*this)(6));
  return b.enabled ? c.on_accent : c.faint;
}

ImU32 Controls::draw_face(const Button& b, const Press& p, const Rect& face) {
  const Palette& c = *colours;
  const float rounding = (*this)(6);
  if (b.look == ButtonLook::Quiet) {
    paint.fill(face, c.raised, rounding);
    paint.outline(face, c.line_strong, rounding);
  }
  const bool on = b.kind == WidgetKind::Switch && b.value == "true";
  if (on) {
    paint.fill(face, c.accent_soft, rounding);
    paint.outline(face, with_alpha(c.accent, 0.75f), rounding);
  }
  if (b.enabled && (p.hovered || p.held))
    paint.fill(face, p.held ? c.line_strong : c.hover, rounding);
  if (!b.enabled) return with_alpha(c.faint, 0.65f);
  const bool calm = b.look == ButtonLook::Ghost && !p.hovered && !on;
  return calm && b.show_label ? c.muted : c.text;
}

void Controls::draw_label(const Button& b, const Rect& face, ImU32 ink) {
  const Type type = b.look == ButtonLook::Primary ? Type::BodyStrong : Type::Body;
  const bool has_icon = b.icon != Icon::None;
  float content = b.show_label ? text_width(type, b.label) : 0;
  if (has_icon) content += (*this)(16) + (b.show_label ? (*this)(6) : 0);
  float x = face.x + (face.width - content) / 2;
  if (has_icon) {
    paint.icon(b.icon, {x + (*this)(8), face.middle_y()}, (*this)(16), ink);
    x += (*this)(22);
  }
  if (b.show_label) paint.text(type, x, face.middle_y(), ink, b.label);
}

Press Controls::chip(std::string_view id, std::string_view label, const Rect& rect, bool chosen,
                     bool mistake) {
  const Press p = press(id, label, WidgetKind::Choice, rect, {true, chosen ? "true" : "false"});
  const Palette& c = *colours;
  Rect face = rect;
  const float drawn = std::min(rect.height, (*this)(target > 40 ? 36 : 24));
  face.y += (rect.height - drawn) / 2;
  face.height = drawn;
  const float rounding = (*this)(5);
  if (chosen) {
    paint.fill(face, c.accent_soft, rounding);
    paint.outline(face, with_alpha(c.accent, 0.75f), rounding);
  } else {
    paint.fill(face, p.held ? c.line_strong : p.hovered ? c.hover : c.raised, rounding);
  }
  float x = face.x + (*this)(8);
  if (mistake) {
    paint.icon(Icon::Warning, {face.x + (*this)(12), face.middle_y() - 0.5f}, (*this)(11),
               chosen ? c.warning : with_alpha(c.warning, 0.8f));
    x += (*this)(13);
  }
  paint.text(Type::Body, x, face.middle_y(), chosen || p.hovered ? c.text : c.muted, label);
  return p;
}

// --- scrolling ---

Rect Controls::begin_scroll(Scroll& scroll, const Rect& area, bool wheel) {
  scroll.area = area;
  const float most = std::max(0.f, scroll.content - area.height);
  const ImGuiIO& io = ImGui::GetIO();
  if (scroll.glide_to >= 0) {
    const float to = std::min(scroll.glide_to, most), gap = to - scroll.at;
    if (reduced_motion || std::abs(gap) < 1) {
      scroll.at = to;
      scroll.glide_to = -1;
    } else {
      scroll.at += gap * std::min(1.f, io.DeltaTime * 18);
      keep_awake();
    }
  }
  const bool over = pointer_over(area);
  if (wheel && over && io.MouseWheel != 0 && !io.KeyCtrl && !io.KeyShift) {
    scroll.at -= io.MouseWheel * 54;
    scroll.glide_to = -1;
    keep_awake();
  }
  if (wheel && touch()) {
    const ImVec2 from = io.MouseClickedPos[0];
    if (!io.MouseDown[0]) scroll.dragged = false;
    if (io.MouseDown[0] && !blocked && area.contains({from.x, from.y}) && most > 0) {
      if (!scroll.dragged && std::abs(io.MousePos.y - from.y) > 8) {
        scroll.dragged = true;
        ImGui::ClearActiveID();  // what the finger came down on is not pressed
      }
      if (scroll.dragged) {
        scroll.at -= io.MouseDelta.y;
        scroll.glide_to = -1;
      }
    }
  }
  scroll.at = std::clamp(scroll.at, 0.f, most);
  paint.push_clip(area);
  scroll_ = &scroll;
  return {area.x, area.y - paint.snap(scroll.at), area.width, area.height};
}

void Controls::end_scroll(Scroll& scroll, float content) {
  scroll.content = content;
  if (come_) {
    const float height = std::min(come_->height, scroll.area.height);
    reveal(scroll, come_->y - scroll.area.y + scroll.at, height, 0);
    come_.reset();
  }
  scroll_ = nullptr;
  paint.pop_clip();
  const Rect& area = scroll.area;
  note_scroll(area, scroll.at, content - area.height, false);
  if (content <= area.height + 0.5f) return;
  const float length = std::max((*this)(24), area.height * area.height / content);
  const float way = area.height - length - 4;
  const float most = content - area.height;
  const Rect track{area.right() - (*this)(10), area.y + 2, (*this)(10), area.height - 4};
  Rect thumb{track.x + (*this)(3), track.y + way * scroll.at / most, (*this)(4), length};
  bool hovered = false, held = false;
  if (!blocked && !touch()) {
    const ImGuiID key = ImGui::GetCurrentWindow()->GetID(&scroll);
    const ImRect box(track.x, thumb.y, track.right(), thumb.bottom());
    if (ImGui::ItemAdd(box, key)) ImGui::ButtonBehavior(box, key, &hovered, &held);
    if (held && way > 0) {
      scroll.at = std::clamp(scroll.at + ImGui::GetIO().MouseDelta.y * most / way, 0.f, most);
      scroll.glide_to = -1;
      keep_awake();
    }
  }
  paint.fill(thumb,
             held      ? colours->muted
             : hovered ? colours->faint
                       : colours->line_strong,
             thumb.width / 2);
}

void Controls::note_scroll(const Rect& area, float at, float most, bool sideways) {
  if (!blocked && most > 0.5f) scrolled_.push_back({area, at > 0.5f, at < most - 0.5f, sideways});
}

bool Controls::scrolls(Point at, float dx, float dy) const {
  const bool sideways = std::abs(dx) > std::abs(dy);
  const float way = sideways ? dx : dy;
  for (const Scrolled& each : scrolled_) {
    if (each.sideways == sideways && each.area.contains(at) && (way > 0 ? each.forth : each.back))
      return true;
  }
  return false;
}

void Controls::reveal(Scroll& scroll, float y, float height, float margin) {
  const float seen = scroll.area.height;
  if (seen <= 0) return;
  const float at = scroll.glide_to >= 0 ? scroll.glide_to : scroll.at;
  float to = at;
  if (y - margin < at) to = y - margin;
  if (y + height + margin > at + seen) to = y + height + margin - seen;
  if (to == at) return;
  scroll.glide_to = std::max(0.f, to);  // how far it can go is known when it is drawn
  keep_awake();
}

void Controls::bring_into_view(const Rect& come) {
  if (!scroll_) return;
  const float top = come_ ? std::min(come_->y, come.y) : come.y;
  const float bottom = come_ ? std::max(come_->bottom(), come.bottom()) : come.bottom();
  come_ = Rect{come.x, top, come.width, bottom - top};
}

// --- tooltips ---

void Controls::tip(const Rect& of, std::string_view text, std::string_view keys) {
  if (blocked && !tip_wanted_) return;
  tip_wanted_ = true;
  tip_width_ = (*this)(300);
  tip_rect_ = of;
  tip_text_.assign(text);
  tip_keys_.assign(keys);
}

void Controls::tip_now(const Rect& of, std::string_view text, std::string_view keys) {
  tip(of, text, keys);
  tip_at_once_ = tip_held_ = tip_wanted_;
}

void Controls::tip_wide(const Rect& of, std::string_view text) {
  tip(of, text);
  tip_at_once_ = tip_wanted_;
  tip_width_ = (*this)(520);
}

void Controls::end_frame() {
  widgets_.end();
  activate_.clear();
  entered_id_.clear();
  focus_moved_ = false;
  // What was pressed needs no words, and they would lie over what the press has brought.
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseClicked[0]) pressed_at_ = io.MousePos;
  if (pressed_at_ &&
      std::hypot(io.MousePos.x - pressed_at_->x, io.MousePos.y - pressed_at_->y) > (*this)(12))
    pressed_at_.reset();
  if (!tip_wanted_ || (pressed_at_ && !tip_held_)) {
    hover_id_.clear();
    return;
  }
  if (hover_id_ != tip_text_) {
    hover_id_ = tip_text_;
    hover_since_ = clock_;
  }
  if (!tip_at_once_ && clock_ - hover_since_ < kTipDelay) {
    keep_awake();
    return;
  }
  draw_tip();
}

// A card beside what it tells about, above all else.
void Controls::draw_tip() {
  const ImGuiIO& io = ImGui::GetIO();
  paint.begin(ImGui::GetForegroundDrawList(), 1 / paint.pixel());
  const float width_most = std::min(tip_width_, io.DisplaySize.x - 24);
  const float line_height = (*this)(18), pad = (*this)(10);
  float text_wide = 0;
  const int lines = wrap_text(Type::Body, tip_text_, width_most, [&](std::string_view line) {
    text_wide = std::max(text_wide, text_width(Type::Body, line));
  });
  const float keys_wide =
      tip_keys_.empty() ? 0 : text_width(Type::CodeSmall, tip_keys_) + (*this)(24);
  const bool beside = lines == 1 && keys_wide > 0;
  Rect card{0, 0, text_wide + 2 * pad + (beside ? keys_wide : 0),
            float(lines) * line_height + (*this)(12)};
  if (!beside && keys_wide > 0) card.height += line_height + (*this)(2);
  card.x = std::clamp(tip_rect_.x, 8.f, std::max(8.f, io.DisplaySize.x - card.width - 8));
  card.y = tip_rect_.bottom() + 6;
  if (card.bottom() > io.DisplaySize.y - 8) card.y = tip_rect_.y - card.height - 6;
  paint.shadow(card, colours->shadow, (*this)(6));
  paint.fill(card, colours->raised, (*this)(6));
  paint.outline(card, colours->line_strong, (*this)(6));
  float y = card.y + (*this)(6) + line_height / 2;
  wrap_text(Type::Body, tip_text_, width_most, [&](std::string_view line) {
    paint.text(Type::Body, card.x + pad, y, colours->text, line);
    y += line_height;
  });
  if (keys_wide > 0) {
    const float x = beside ? card.right() - keys_wide + (*this)(14) : card.x + pad;
    paint.text(Type::CodeSmall, x, beside ? card.middle_y() : y, colours->faint, tip_keys_);
  }
}

// --- text ---

float Controls::rich_text(Type words, Type code, const Rect& rect, float line_height, ImU32 colour,
                          std::string_view text, bool draw) {
  const Painter::Whole whole(paint, draw ? text : std::string_view());
  float x = rect.x, y = rect.y + line_height / 2;
  const float space = text_width(words, " ");
  bool in_code = false;
  while (!text.empty()) {
    if (text.front() == '\n') {
      x = rect.x;
      y += line_height;
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == ' ') {
      if (x > rect.x) x += space;
      text.remove_prefix(1);
      continue;
    }
    // A word reaches to the next blank, and may change its type on the way.
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(word.size());
    auto each_part = [&](auto&& use) {
      bool now_code = in_code;
      for (size_t at = 0; at < word.size();) {
        if (word[at] == '`') {
          now_code = !now_code;
          ++at;
          continue;
        }
        const size_t end = std::min(word.find('`', at), word.size());
        use(now_code, word.substr(at, end - at));
        at = end;
      }
      return now_code;
    };
    float width = 0;
    each_part([&](bool as_code, std::string_view part) {
      width += text_width(as_code ? code : words, part);
    });
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += line_height;
    }
    in_code = each_part([&](bool as_code, std::string_view part) {
      const Type type = as_code ? code : words;
      if (draw) paint.text(type, x, y, as_code ? colours->await_keyword : colour, part);
      x += text_width(type, part);
    });
  }
  return y + line_height / 2 - rect.y;
}

}  // namespace awaitscope
