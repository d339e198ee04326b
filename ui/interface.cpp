#include "ui/interface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/compat/float_text.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

constexpr ImGuiWindowFlags kWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoScrollWithMouse;
constexpr int kTouchedFrames = 3;   // a touch comes as a place first and as a press later
constexpr float kSwept = 50;        // points to the side
constexpr float kSweep = 0.8f;      // seconds that it takes, at most
constexpr int kSettlingFrames = 3;  // ImGui takes a frame or two to know what is under the mouse

}  // namespace

struct Interface::Impl {
  explicit Impl(Session& session) : view(session, panels), panels(view) {}

  View view;
  Panels panels;
  float fonts_pixels = 0, fonts_scale = 0;
  ThemeChoice applied;
  bool theme_applied = false;
  int touched = 0;  // frames since the first finger in which nothing was pressed
  int settling = kSettlingFrames;
  bool pinched = false;  // by the fingers that are down
  float wanted_height = 0;
  std::string activate;
  size_t drawn_step = SIZE_MAX;        // that the last frame showed
  Overlay drawn_over = Overlay::None;  // over it

  bool draws_the_program() const {
    return drawn_step == view.session.step() && view.version == view.session.version();
  }

  // Of the panels that are there, over and under one another in this order.
  struct Placed {
    Rect Layout::*place;
    Panel& panel;
  };
  static constexpr int kPlaced = 10;
  std::array<Placed, kPlaced> placed() {
    return {{{&Layout::header, panels.header},
             {&Layout::tabs, panels.tabs},
             {&Layout::toggles, panels.toggles},
             {&Layout::source, panels.source},
             {&Layout::loop, panels.loop},
             {&Layout::output, panels.output},
             {&Layout::path, panels.path},
             {&Layout::explanation, panels.explanation},
             {&Layout::transport, panels.transport},
             {&Layout::timeline, panels.timeline}}};
  }

  Card* card() {
    switch (view.overlay) {
      case Overlay::None: return nullptr;
      case Overlay::Lessons: return &panels.lessons;
      case Overlay::Help: return &panels.help;
      case Overlay::Share: return &panels.share;
      case Overlay::Compare: return &panels.compare;
      case Overlay::Raise: return &panels.raise;
      case Overlay::Versions: return &panels.versions;
    }
    return nullptr;
  }

  void lay_out() {
    const ImGuiIO& io = ImGui::GetIO();
    LayoutInput in;
    in.width = io.DisplaySize.x;
    in.height = io.DisplaySize.y;
    in.text_scale = fonts_scale > 0 ? fonts_scale : 1;
    in.tab = view.tab;
    // Not before what the first finger presses has been pressed: it would move away from under it.
    if (!view.controls.touch()) {
      touched = 0;
    } else if (!io.MouseDown[0] && touched < kTouchedFrames) {
      ++touched;
      settling = kSettlingFrames;
    }
    in.touch = touched == kTouchedFrames;
    in.toggles = view.shows_switches();
    in.lesson = view.stops.count() > 0 || view.session.left_lesson();
    in.lesson_start =
        view.session.shown_lesson() && view.session.step() == 0 && !view.session.error();
    in.timeline_share = view.arrangement.timeline;
    in.side_share = view.arrangement.side;
    in.output_share = view.arrangement.output;
    in.asking = panels.output.asks();
    in.lesson_end = view.at_lesson_end();
    in.repairing = panels.output.repairs() &&
                   (view.session.error() || view.session.step() + 1 >= view.session.steps());
    in.ended_well =
        (in.lesson_end || in.repairing) && !view.session.error() && view.session.exit_status() == 0;
    in.frame = view.embedded;
    in.parts = view.parts;
    for (const TimelineLane& lane : view.timeline.lanes()) {
      in.timeline_rows += int(std::max<size_t>(1, lane.rows.size()));
    }
    view.layout = layout_for(in);
    const std::string& source = view.session.source();
    wanted_height = frame_height(in, int(std::count(source.begin(), source.end(), '\n')));
    view.controls.scale = in.text_scale;
    view.controls.target = view.layout.target;
  }

  void draw_panel(Panel& panel, const Rect& area) {
    if (area.empty()) return;
    view.refresh();  // a press in the panel before may have made it another program, or run
    Painter& paint = view.controls.paint;
    paint.fill(area, view.controls.colours->panel);
    paint.push_clip(area);
    panel.draw(area);
    paint.pop_clip();
    // Rules between panels, not around the window.
    const ImU32 rule = view.controls.colours->line;
    const Rect& window = view.layout.window;
    if (area.right() < window.right() - 1) {
      paint.vertical(area.right() - paint.pixel(), area.y, area.height, rule);
    }
    if (area.bottom() < window.bottom() - 1) {
      paint.horizontal(area.x, area.bottom() - paint.pixel(), area.width, rule);
    }
  }

  // A finger that is swept to the side takes a step: to the left forwards, as pages do. Not on a
  // slider, which is there for that, and not one of two.
  void swipe() {
    const ImGuiIO& io = ImGui::GetIO();
    if (!view.controls.touch() || !io.MouseReleased[0]) return;
    const bool one_of_two = std::exchange(pinched, false);
    if (one_of_two || view.overlay != Overlay::None) return;
    const ImVec2 from = io.MouseClickedPos[0];
    const float dx = io.MousePos.x - from.x, dy = io.MousePos.y - from.y;
    if (std::abs(dx) < kSwept || std::abs(dx) < 2 * std::abs(dy)) return;
    for (const Widget& w : view.controls.widgets().all()) {
      const Rect rect{w.x, w.y, w.width, w.height};
      if (w.kind == WidgetKind::Slider && rect.contains({from.x, from.y})) return;
    }
    ImGui::ClearActiveID();  // what the finger came down on is not pressed
    if (io.MouseDownDurationPrev[0] > kSweep) return;
    run(view, dx < 0 ? CommandId::Forward : CommandId::Back);
  }

  // Input that came in, or a program that changed, may take more than one frame to be seen.
  void count_settling() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool changed = !draws_the_program();
    const bool input = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 ||
                       io.MouseWheelH != 0 || io.MouseDown[0] || io.MouseReleased[0] ||
                       view.controls.awake();
    settling = changed || input ? kSettlingFrames : std::max(0, settling - 1);
  }

  void dress() {
    if (!theme_applied || !(applied == view.theme)) {
      apply_theme(view.theme);
      applied = view.theme;
      theme_applied = true;
    }
    view.controls.theme = view.theme.theme;
    view.controls.text_by_host = view.host.brings_text_field;
    view.controls.colours = &palette_of(view.theme.theme);
  }

  void draw_panels(bool covered) {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("awaitscope", nullptr, kWindow | ImGuiWindowFlags_NoBringToFrontOnFocus);
    view.controls.blocked = covered;
    view.controls.begin_frame(io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1);
    if (!activate.empty()) {
      view.controls.activate(activate);
      activate.clear();
    }
    view.heard.clear();
    for (const Placed& placed : placed()) draw_panel(placed.panel, view.layout.*placed.place);
    panels.splitters.draw(view.layout.window);
    ImGui::End();
  }

  void draw_card() {
    const Overlay over = view.overlay;
    Card* card = this->card();
    if (card && over != drawn_over) card->opened();
    drawn_over = over;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::SetNextWindowFocus();
    ImGui::Begin("awaitscope over", nullptr, kWindow | ImGuiWindowFlags_NoBackground);
    view.controls.blocked = false;
    view.controls.paint.begin(ImGui::GetWindowDrawList(), 1 / view.controls.paint.pixel());
    view.heard.clear();  // what is below cannot be used
    view.controls.paint.read_out(&view.heard);
    if (card) card->draw(view.layout.window);
    view.controls.paint.read_out(nullptr);
    ImGui::End();
  }

  void draw() {
    count_settling();
    dress();
    view.refresh();
    handle_keys(view);
    swipe();
    view.playing.advance(std::min(ImGui::GetIO().DeltaTime, 0.25f));
    view.refresh();
    panels.output.refresh();
    lay_out();
    drawn_step = view.session.step();
    const bool covered = view.overlay != Overlay::None;
    draw_panels(covered);
    if (covered)
      draw_card();
    else
      drawn_over = Overlay::None;
    view.controls.end_frame();
    // A press in this frame may have changed what the next has to show.
    if (!draws_the_program()) settling = kSettlingFrames;
  }
};

Interface::Interface(Session& session) : impl_(std::make_unique<Impl>(session)) {}
Interface::~Interface() = default;

Host& Interface::host() { return impl_->view.host; }

bool Interface::prepare_fonts(float pixels_per_point) {
  Impl& impl = *impl_;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  let_runs_be_drawn(bool(impl.view.host.draw_run));
  const float scale = impl.view.theme.text_scale * enlargement(window.x, window.y);
  if (pixels_per_point == impl.fonts_pixels && scale == impl.fonts_scale && !fonts_lack_glyphs())
    return false;
  load_fonts(pixels_per_point, scale, impl.view.host.draw_run);
  impl.fonts_pixels = pixels_per_point;
  impl.fonts_scale = scale;
  invalidate();
  return true;
}

void Interface::draw() { impl_->draw(); }

bool Interface::wants_frame() const {
  return impl_->view.playing.on() || impl_->settling > 0 || fonts_lack_glyphs() ||
         impl_->view.controls.awake() || !impl_->draws_the_program();
}

void Interface::invalidate() { impl_->settling = kSettlingFrames; }

const std::vector<Widget>& Interface::widgets() const {
  return impl_->view.controls.widgets().all();
}

std::string Interface::widgets_json() const { return to_json(widgets()); }

bool Interface::activate(std::string_view id) {
  const Widget* widget = impl_->view.controls.widgets().find(id);
  if (!widget || !widget->enabled) return false;
  impl_->activate.assign(id);
  invalidate();
  return true;
}

const Widget* Interface::field() const {
  for (const Widget& widget : widgets()) {
    if (widget.kind == WidgetKind::Text) return &widget;
  }
  return nullptr;
}

void Interface::enter(std::string_view id, std::string_view text) {
  impl_->view.controls.enter(id, text);
  invalidate();
}

void Interface::focus(std::string_view id) {
  impl_->view.controls.focus(id);
  invalidate();
}

std::string_view Interface::focused() const { return impl_->view.controls.focused(); }

bool Interface::at_edge(int direction) const {
  return impl_->view.controls.stop_after(direction) < 0;
}

std::string Interface::place() const {
  const View& view = impl_->view;
  const TimelineSpan& span = impl_->panels.timeline.span();
  std::string text;
  if (!span.whole() && span.has_width()) {
    for (double end : {span.view().from, span.view().to()})
      text += "," + float_repr(std::nearbyint(end * 10) / 10);
  }
  if (span.in_virtual_time()) text += ",time";
  if (text.empty() && view.tab == Tab::Source) return "";
  return std::string(name_of(view.tab)) + text;
}

namespace {

// The number after a comma at the beginning of a text, which is left without both; none where there
// is no such thing.
std::optional<double> take_number(std::string_view& text) {
  size_t at = text.starts_with(",-") ? 2 : 1, digits = 0;
  double value = 0, unit = 0;
  if (!text.starts_with(",")) return {};
  for (; at < text.size() && digits < 15; ++at) {
    if (text[at] == '.' && unit == 0 && digits > 0) {
      unit = 1;
      continue;
    }
    if (text[at] < '0' || text[at] > '9') break;
    value = value * 10 + (text[at] - '0');
    unit *= 10;
    ++digits;
  }
  if (digits == 0) return {};
  if (unit > 0) value /= unit;
  if (text[1] == '-') value = -value;
  text.remove_prefix(at);
  return value;
}

}  // namespace

void Interface::set_place(std::string_view place) {
  View& view = impl_->view;
  const std::string text(place);
  const size_t comma = std::min(text.find(','), text.size());
  for (int i = 0; i < kTabCount; ++i) {
    if (name_of(Tab(i)) != text.substr(0, comma)) continue;
    view.tab = Tab(i);
    impl_->panels.timeline.set_virtual_time(text.ends_with(",time"));
  }
  std::string_view rest = std::string_view(text).substr(comma);
  const std::optional<double> from = take_number(rest), to = take_number(rest);
  if (from && to && *to > *from) impl_->panels.timeline.show(*from, *to);
  invalidate();
}

Rect Interface::source_area() const { return impl_->view.layout.source; }

const std::string& Interface::heard() const { return impl_->view.heard; }

bool Interface::covered() const { return impl_->view.overlay != Overlay::None; }

void Interface::uncover() {
  impl_->view.overlay = Overlay::None;
  invalidate();
}

ThemeChoice Interface::theme() const { return impl_->view.theme; }

void Interface::set_theme(const ThemeChoice& choice) {
  impl_->view.theme = choice;
  impl_->view.theme.text_scale = std::clamp(choice.text_scale, 0.8f, 2.f);
  invalidate();
}

std::string Interface::arrangement() const { return text_of(impl_->view.arrangement); }

void Interface::set_arrangement(std::string_view text) {
  impl_->view.arrangement = arrangement_from(text);
  invalidate();
}

void Interface::set_progress(std::string_view lessons) {
  impl_->view.progress.read(lessons);
  invalidate();
}

void Interface::set_embedded(bool embedded) {
  impl_->view.embedded = embedded;
  impl_->view.parts = Parts();
  if (embedded) impl_->view.parts.switches = false;
  invalidate();
}

bool Interface::set_parts(std::string_view words) {
  invalidate();
  return read_parts(words, impl_->view.parts);
}

float Interface::wanted_height() const { return impl_->wanted_height; }

bool Interface::scrolls(float x, float y, float dx, float dy) const {
  return impl_->view.controls.scrolls({x, y}, dx, dy);
}

bool Interface::zooms(float x, float y) const {
  return impl_->view.overlay == Overlay::None && impl_->view.layout.timeline.contains({x, y});
}

void Interface::set_reduced_motion(bool reduced) { impl_->view.controls.reduced_motion = reduced; }

void Interface::pinch(float x, float y, float factor) {
  impl_->pinched = !impl_->view.embedded;  // a frame's host keeps two fingers from it
  if (!impl_->view.layout.timeline.contains({x, y}) || !(factor > 0)) return;
  impl_->panels.timeline.pinch(x, double(factor));
  invalidate();
}

bool Interface::playing() const { return impl_->view.playing.on(); }

void Interface::set_playing(bool playing) {
  if (playing)
    impl_->view.playing.start();
  else
    impl_->view.playing.stop();
  invalidate();
}

}  // namespace awaitscope
