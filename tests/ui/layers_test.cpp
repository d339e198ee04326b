// Who may include what, of the interface and its hosts. Arrows point one way:
//   ui/desktop, web -> ui/sdl (the window), ui (the interface)
//   ui -> ui/model and ui/timeline/span -> engine
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>

namespace fs = std::filesystem;

namespace {

struct Layer {
  std::string_view name;
  bool (*holds)(std::string_view path);     // of the repository: "ui/sdl/sdl_window.h"
  bool (*may_have)(std::string_view name);  // as it stands in the #include
};

bool begins(std::string_view text, std::initializer_list<std::string_view> with) {
  for (const std::string_view begin : with) {
    if (text.substr(0, begin.size()) == begin) return true;
  }
  return false;
}

bool is_window_system(std::string_view name) {
  return begins(name, {"SDL", "imgui_impl", "emscripten", "GL", "ui/sdl/", "ui/desktop/", "web/"});
}

bool is_model(std::string_view path) { return begins(path, {"ui/model/", "ui/timeline/span."}); }

constexpr Layer kLayers[] = {
    {"what is computed for the panels, without ImGui", is_model,
     [](std::string_view name) {
       return is_model(name) || begins(name, {"engine/"}) ||
              (name.find('/') == name.npos && !begins(name, {"imgui"}) && !is_window_system(name));
     }},
    {"the window that both hosts have",
     [](std::string_view path) { return begins(path, {"ui/sdl/"}); },
     [](std::string_view name) {
       return begins(name, {"ui/sdl/"}) || name.find('/') == name.npos;
     }},
    {"the desktop's window", [](std::string_view path) { return begins(path, {"ui/desktop/"}); },
     [](std::string_view name) {
       return !begins(name, {"web/", "emscripten"});
     }},
    {"the page", [](std::string_view path) { return begins(path, {"web/"}); },
     [](std::string_view name) { return !begins(name, {"ui/desktop/"}); }},
    {"the interface, of which the others know",
     [](std::string_view path) { return begins(path, {"ui/"}); },
     [](std::string_view name) { return !is_window_system(name); }},
};

const Layer* layer_of(std::string_view path) {
  for (const Layer& layer : kLayers) {
    if (layer.holds(path)) return &layer;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE_BEGIN("ui: layers");

TEST_CASE("no file of the interface or a host includes what is none of its business") {
  const fs::path root = fs::path(AWAITSCOPE_TESTS_DIR).parent_path();
  int files = 0;
  for (const char* folder : {"ui", "web"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const fs::path end = entry.path().extension();
      if (end != ".h" && end != ".cpp") continue;
      const std::string path = entry.path().lexically_relative(root).generic_string();
      const Layer* layer = layer_of(path);
      REQUIRE(layer);
      ++files;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (line.rfind("#include ", 0) != 0) continue;
        const std::string_view name =
            std::string_view(line).substr(10, line.find_first_of("\">", 10) - 10);
        INFO(path, ", ", std::string(layer->name), ": ", line);
        CHECK(layer->may_have(name));
      }
    }
  }
  CHECK(files > 60);
}

TEST_SUITE_END();
