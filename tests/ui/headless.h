#pragma once
// The interface without a back end: ImGui builds its fonts, takes events and draws into lists that
// nobody shows. Mouse, keys and touch come as a host would send them.

#include <string>
#include <string_view>

#include "engine/session/session.h"
#include "imgui.h"
#include "tests/sanitized.h"
#include "ui/interface.h"

namespace awaitscope::testing {

// The sanitizers look at one lesson in eight.
inline constexpr size_t kEveryLesson = kSanitized ? 8 : 1;

class Headless {
 public:
  explicit Headless(float width = 1280, float height = 720, float pixels_per_point = 1);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  Session session;
  Interface interface;
  std::string opened, copied;  // what the host was asked to open and to copy last

  void frame(float seconds = 1 / 60.f);
  void frames(int count) {
    while (count-- > 0) frame();
  }
  int settle();  // draws until no more frames are wanted; gives how many that took
  void resize(float width, float height);

  const Widget* find(std::string_view id) const;
  void point(float x, float y);
  void click(float x, float y);
  void click(std::string_view id);  // in the middle of what is seen of it
  void drag(float x0, float y0, float x1, float y1);
  void wheel(float x, float y, float notches);
  void key(ImGuiKey key, bool shift = false);
  void type(char character);
  void use_fingers();

 private:
  ImGuiContext* context_;
  float pixels_per_point_;
};

}  // namespace awaitscope::testing
