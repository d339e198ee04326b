#include "ui/interface.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

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
constexpr int kSettlingFrames = 3;  // ImGui takes a frame or two to know what is under the mouse

}  // namespace

struct Interface::Impl {
  explicit Impl(Session& session) : view(session) {}

  View view;
  float fonts_pixels = 0, fonts_scale = 0;
  ThemeChoice applied;
  bool theme_applied = false;
  int touched = 0;  // frames since the first finger in which nothing was pressed
  int settling = kSettlingFrames;
  std::string activate;
  double wanted_from = 0, wanted_to = 0;  // steps for the timeline to show, once it has a width

  void show_wanted() {
    if (wanted_to <= wanted_from || view.span.width <= 0) return;
    view.span.from = wanted_from;
    view.span.per_point = (wanted_to - wanted_from) / double(view.span.width);
    view.span = clamped(view.span, uint32_t(view.session.steps()));
    view.span_to_per_point = -1;
    view.span_fits = false;
    wanted_to = 0;
    settling = kSettlingFrames;
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
    in.guessing = view.guess.on;
    for (const TimelineLane& lane : view.timeline.lanes()) {
      in.timeline_rows += int(std::max<size_t>(1, lane.rows.size()));
    }
    view.layout_input = in;
    view.layout = layout_for(in);
    view.controls.scale = in.text_scale;
    view.controls.target = view.layout.target;
  }

  void panel(const Rect& area, void (*draw)(View&, const Rect&)) {
    if (area.empty()) return;
    view.refresh();  // a press in the panel before may have made it another program, or run
    Painter& paint = view.controls.paint;
    paint.fill(area, view.controls.colours->panel);
    paint.push_clip(area);
    draw(view, area);
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

  // A finger that goes sideways over the explanation goes a step: to the left forwards, as pages
  // do.
  void swipe() {
    const ImGuiIO& io = ImGui::GetIO();
    if (!view.controls.touch() || !io.MouseReleased[0] || view.overlay != Overlay::None) return;
    const ImVec2 from = io.MouseClickedPos[0];
    const float dx = io.MousePos.x - from.x, dy = io.MousePos.y - from.y;
    if (!view.layout.explanation.contains({from.x, from.y})) return;
    if (std::abs(dx) < 40 || std::abs(dx) < 2 * std::abs(dy)) return;
    ImGui::ClearActiveID();  // what the finger came down on is not pressed
    run(view, dx < 0 ? CommandId::Forward : CommandId::Back);
  }

  void draw() {
    const ImGuiIO& io = ImGui::GetIO();
    // Input that came in, or a program that changed, may take more than one frame to be seen.
    const bool changed = view.refresh() || view.seen_step != view.session.step();
    const bool input = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 ||
                       io.MouseWheelH != 0 || io.MouseDown[0] || io.MouseReleased[0] ||
                       view.controls.awake();
    settling = changed || input ? kSettlingFrames : std::max(0, settling - 1);

    if (!theme_applied || !(applied == view.theme)) {
      apply_theme(view.theme);
      applied = view.theme;
      theme_applied = true;
    }
    view.controls.theme = view.theme.theme;
    view.controls.text_by_host = view.host.brings_text_field;
    view.controls.colours = &palette_of(view.theme.theme);
    handle_keys(view);
    swipe();
    if (view.playing) view.advance(std::min(io.DeltaTime, 0.25f));
    view.refresh();
    lay_out();

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("awaitscope", nullptr, kWindow | ImGuiWindowFlags_NoBringToFrontOnFocus);
    const bool covered = view.overlay != Overlay::None;
    view.controls.blocked = covered;
    view.controls.begin_frame(io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1);
    if (!activate.empty()) {
      view.controls.activate(activate);
      activate.clear();
    }
    const Layout& l = view.layout;
    panel(l.header, draw_header);
    panel(l.tabs, draw_tabs);
    panel(l.toggles, draw_toggles);
    panel(l.source, draw_source);
    panel(l.loop, draw_loop);
    panel(l.output, draw_output);
    panel(l.explanation, draw_explanation);
    panel(l.transport, draw_transport);
    panel(l.timeline, draw_timeline);
    view.seen_step = view.session.step();
    ImGui::End();

    if (covered) {
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize(io.DisplaySize);
      ImGui::SetNextWindowFocus();
      ImGui::Begin("awaitscope over", nullptr, kWindow | ImGuiWindowFlags_NoBackground);
      view.controls.blocked = false;
      view.controls.paint.begin(ImGui::GetWindowDrawList(), 1 / view.controls.paint.pixel());
      // By way of a table: what is not looked at in a first visit is then not a part of this
      // function, and so not of what the page fetches first.
      static constexpr void (*kDraw[])(View&) = {draw_lessons, draw_help, draw_share, draw_compare,
                                                 draw_raise};
      if (view.overlay != Overlay::None) kDraw[size_t(view.overlay) - 1](view);
      ImGui::End();
    }
    view.controls.end_frame();
    show_wanted();
    // A press in this frame may have changed what the next has to show.
    if (view.seen_step != view.session.step() || view.version != view.session.version()) {
      settling = kSettlingFrames;
    }
  }
};

Interface::Interface(Session& session) : impl_(std::make_unique<Impl>(session)) {}
Interface::~Interface() = default;

Host& Interface::host() { return impl_->view.host; }

bool Interface::prepare_fonts(float pixels_per_point) {
  Impl& impl = *impl_;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float scale = impl.view.theme.text_scale * enlargement(window.x, window.y);
  if (pixels_per_point == impl.fonts_pixels && scale == impl.fonts_scale && !fonts_lack_glyphs())
    return false;
  load_fonts(pixels_per_point, scale);
  impl.fonts_pixels = pixels_per_point;
  impl.fonts_scale = scale;
  invalidate();
  return true;
}

void Interface::draw() { impl_->draw(); }

bool Interface::wants_frame() const {
  return impl_->view.playing || impl_->settling > 0 || fonts_lack_glyphs() ||
         impl_->view.controls.awake() || impl_->view.version != impl_->view.session.version() ||
         impl_->view.seen_step != impl_->view.session.step();
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
  std::string text;
  if (!view.span_fits && view.span.width > 0) {
    char span[64];
    std::snprintf(span, sizeof span, ",%.1f,%.1f", view.span.from, view.span.to());
    text = span;
  }
  if (view.time_share_to > 0) text += ",time";
  if (text.empty() && view.tab == Tab::Source) return "";
  return std::string(name_of(view.tab)) + text;
}

void Interface::set_place(std::string_view place) {
  View& view = impl_->view;
  const std::string text(place);
  const size_t comma = std::min(text.find(','), text.size());
  for (int i = 0; i < kTabCount; ++i) {
    if (name_of(Tab(i)) != text.substr(0, comma)) continue;
    view.tab = Tab(i);
    view.time_share = view.time_share_to =
        text.ends_with(",time") ? TimelineScale::kVirtualTime : 0;
  }
  double from = 0, to = 0;
  if (std::sscanf(text.c_str() + comma, ",%lf,%lf", &from, &to) == 2 && to > from) {
    impl_->wanted_from = from;
    impl_->wanted_to = to;
  }
  invalidate();
}

Rect Interface::source_area() const { return impl_->view.layout.source; }

bool Interface::covered() const { return impl_->view.overlay != Overlay::None; }

ThemeChoice Interface::theme() const { return impl_->view.theme; }

void Interface::set_theme(const ThemeChoice& choice) {
  impl_->view.theme = choice;
  impl_->view.theme.text_scale = std::clamp(choice.text_scale, 0.8f, 2.f);
  invalidate();
}

void Interface::set_embedded(bool embedded) {
  impl_->view.embedded = embedded;
  invalidate();
}

void Interface::set_reduced_motion(bool reduced) { impl_->view.controls.reduced_motion = reduced; }

void Interface::pinch(float x, float y, float factor) {
  View& view = impl_->view;
  if (!view.layout.timeline.contains({x, y}) || !(factor > 0)) return;
  view.span = zoomed(view.span, x, double(factor), view.timeline.steps());
  view.span_to_per_point = -1;
  view.span_fits =
      double(view.span.width) * view.span.per_point >= double(view.timeline.steps()) * 0.9999;
  invalidate();
}

bool Interface::playing() const { return impl_->view.playing; }

void Interface::set_playing(bool playing) {
  impl_->view.play(playing);
  invalidate();
}

}  // namespace awaitscope
