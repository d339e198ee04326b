#pragma once
// What panels are made of: places to press, buttons, chips, scrolling, tooltips, and the keyboard's
// focus. ImGui does the input and the order of windows; the looks are ours.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/model/line.h"
#include "ui/model/widgets.h"
#include "ui/painter.h"

namespace awaitscope {

struct Press {
  bool hovered = false, held = false, clicked = false, focused = false;
};

struct PressOptions {
  bool enabled = true;
  std::string_view value = {};
  bool passive = false;  // listed, and pressed from the keyboard; somebody else looks at the mouse
};

// A part of a panel that can be longer than its place.
struct Scroll {
  float at = 0;         // points scrolled
  float content = 0;    // height of what is in it, known after the first frame
  float glide_to = -1;  // where it is going, or negative
  Rect area;
  bool dragged = false;
};

enum class ButtonLook : uint8_t { Ghost, Quiet, Primary };

struct Button {
  std::string_view id, label, tip = {}, keys = {};
  Icon icon = Icon::None;
  bool show_label = true;
  ButtonLook look = ButtonLook::Ghost;
  bool enabled = true;
  std::string_view value = {};
  WidgetKind kind = WidgetKind::Button;
};

struct Field {
  std::string_view id, label, hint, problem = {};
  bool starts = false;  // it has just come: whoever types now types here
};

class Controls {
 public:
  Painter paint;
  const Palette* colours = nullptr;
  Theme theme = Theme::Dark;
  float scale = 1;    // of the text; sizes in points are multiplied by it
  float target = 28;  // least height of what is pressed
  bool reduced_motion = false;
  bool blocked = false;       // something lies over all that is being drawn
  bool text_by_host = false;  // who lays a line to type in over ours, and enters what was typed

  void begin_frame(float pixels_per_point);
  void end_frame();  // tooltip, keyboard focus

  float operator()(float points) const { return points * scale; }
  ImU32 task(uint32_t task) const { return task_colour(theme, task); }

  // A place that can be pressed, with mouse, finger, or Enter when it has the focus.
  Press press(std::string_view id, std::string_view label, WidgetKind kind, const Rect& rect,
              const PressOptions& options = {});
  bool button(const Button& button, const Rect& rect);  // true: pressed
  float button_width(const Button& button) const;
  Press chip(std::string_view id, std::string_view label, const Rect& rect, bool chosen,
             bool mistake);
  // A line to type in. True: `text`, with a NUL at its end, has been entered.
  bool field(const Field& field, const Rect& rect, std::span<char> text);
  bool pointer_over(const Rect& rect) const;  // and nothing lies over it
  void tip(const Rect& of, std::string_view text, std::string_view keys = {});
  // Without waiting for the pointer to rest; while it is held down, too.
  void tip_now(const Rect& of, std::string_view text, std::string_view keys = {});
  // Without waiting, of more than a few words.
  void tip_wide(const Rect& of, std::string_view text);

  // What is drawn between is cut at the area and moved; gives the rectangle of the content: its y
  // and width. The content's height is told at the end.
  Rect begin_scroll(Scroll& scroll, const Rect& area, bool wheel = true);
  void end_scroll(Scroll& scroll, float content);
  // Something that a panel scrolls by itself: how far it is, of how much.
  void note_scroll(const Rect& area, float at, float most, bool sideways);
  // Whether what is at a point can go this way: to the right or down where it is more than 0.
  bool scrolls(Point at, float dx, float dy) const;
  void reveal(Scroll& scroll, float y, float height, float margin);  // y: from the content's top
  // Within a scroll: this has come, in answer to a press or with another step. All that has come in
  // this frame is brought into view whole, or from its top where that is more than there is room
  // for.
  void bring_into_view(const Rect& come);

  // Text with `code` between backticks, broken into lines. Gives the height it takes (or would).
  float rich_text(Type words, Type code, const Rect& rect, float line_height, ImU32 colour,
                  std::string_view text, bool draw = true);

  WidgetList& widgets() { return widgets_; }
  const WidgetList& widgets() const { return widgets_; }
  void focus(std::string_view id) {
    focus_.assign(id);
    focus_moved_ = true;
  }
  const std::string& focused() const { return focus_; }
  void activate(std::string_view id) { activate_.assign(id); }
  void enter(std::string_view id, std::string_view text) {  // into a field
    entered_id_.assign(id);
    entered_.assign(text);
  }
  void move_focus(int direction, bool within_group);  // to the next stop, or in the group
  int stop_after(int direction) const;  // index of the widget that Tab goes to; -1 at the edge
  void keep_awake(float seconds = 0);   // draw again, for this long at least
  bool awake() const { return awake_ > 0; }
  bool touch() const;
  double clock() const { return clock_; }

 private:
  // A button's face; they give the ink for what is on it.
  ImU32 draw_primary_face(const Button& button, const Press& press, const Rect& face);
  ImU32 draw_face(const Button& button, const Press& press, const Rect& face);
  void draw_label(const Button& button, const Rect& face, ImU32 ink);
  void draw_tip();

  WidgetList widgets_;
  std::string focus_, activate_, entered_id_, entered_, tip_text_, tip_keys_, hover_id_;
  Rect tip_rect_;
  double hover_since_ = 0, clock_ = 0;
  bool focus_moved_ = false, tip_wanted_ = false, tip_at_once_ = false, tip_held_ = false;
  float tip_width_ = 0;               // points, at most
  std::optional<ImVec2> pressed_at_;  // where the mouse was pressed, until it has left
  float awake_ = 0;
  Scroll* scroll_ = nullptr;
  std::optional<Rect> come_;  // in the scroll that is being drawn
  struct Scrolled {
    Rect area;
    bool back, forth, sideways;  // which way it can go
  };
  std::vector<Scrolled> scrolled_;  // of this frame
};

}  // namespace awaitscope
