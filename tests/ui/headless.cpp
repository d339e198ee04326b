#include "tests/ui/headless.h"

#include <doctest/doctest.h>

namespace awaitscope::testing {

namespace {

// One for all: to draw the letters takes longer than most tests.
ImFontAtlas* shared_atlas() {
  static ImFontAtlas atlas;
  return &atlas;
}

}  // namespace

Headless::Headless(float width, float height, float pixels_per_point)
    : interface(session),
      context_(ImGui::CreateContext(shared_atlas())),
      pixels_per_point_(pixels_per_point) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  io.DisplayFramebufferScale = {pixels_per_point, pixels_per_point};
  resize(width, height);
  interface.host().open_link = [this](std::string_view address) { opened = address; };
  interface.host().copy_text = [this](std::string_view text) { copied = text; };
  interface.set_arrangement("depth=loop");  // every step is one
  settle();
}

Headless::~Headless() { ImGui::DestroyContext(context_); }

void Headless::frame(float seconds) {
  ImGui::SetCurrentContext(context_);
  interface.prepare_fonts(pixels_per_point_);
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = seconds;
  ImGui::NewFrame();
  interface.draw();
  ImGui::Render();
}

int Headless::settle() {
  int count = 0;
  do {
    frame();
    ++count;
  } while (interface.wants_frame() && count < 600);
  return count;
}

void Headless::resize(float width, float height) {
  ImGui::GetIO().DisplaySize = {width, height};
  interface.invalidate();
}

const Widget* Headless::find(std::string_view id) const {
  for (const Widget& widget : interface.widgets()) {
    if (widget.id == id) return &widget;
  }
  return nullptr;
}

void Headless::point(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  frames(2);
}

void Headless::click(float x, float y) {
  point(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frames(2);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frame();
  settle();
}

void Headless::click(std::string_view id) {
  CAPTURE(std::string(id));
  const Widget* widget = find(id);
  REQUIRE(widget);
  REQUIRE(widget->enabled);
  REQUIRE(widget->height > 0);
  click(widget->x + widget->width / 2, widget->y + widget->height / 2);
}

void Headless::drag(float x0, float y0, float x1, float y1) {
  point(x0, y0);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  for (int i = 1; i <= 8; ++i) {
    const float share = float(i) / 8;
    ImGui::GetIO().AddMousePosEvent(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
    frame();
  }
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frame();
  settle();
}

void Headless::wheel(float x, float y, float notches) {
  point(x, y);
  ImGui::GetIO().AddMouseWheelEvent(0, notches);
  frame();
  settle();
}

void Headless::key(ImGuiKey key, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
  io.AddKeyEvent(key, true);
  frames(2);
  io.AddKeyEvent(key, false);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
  frame();
  settle();
}

void Headless::type(char character) {
  ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(character));
  frame();
  settle();
}

void Headless::use_fingers() {
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  ImGui::GetIO().AddMousePosEvent(1, 1);
  frames(2);
}

}  // namespace awaitscope::testing
