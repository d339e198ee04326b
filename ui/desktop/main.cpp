// The interface as a desktop window, and its screenshots: awaitscope-desktop --help.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/session/session.h"
#include "imgui.h"
#include "ui/desktop/png.h"
#include "ui/desktop/program_file.h"
#include "ui/interface.h"
#include "ui/sdl/frame_pacer.h"
#include "ui/sdl/sdl_window.h"

using namespace awaitscope;

namespace {

constexpr const char* kUsage =
    "usage: awaitscope-desktop [FILE] [option ...]\n"
    "Shows what a Python program awaits, step by step. A file is shown anew when it changes; "
    "others\n"
    "can be dropped on the window.\n"
    "\n"
    "  FILE               a program of your own instead of the sample object; - is standard input\n"
    "  --lesson ID        begin with a lesson\n"
    "  --python VERSION   3.11, 3.14 or 3.15\n"
    "  --TOGGLE CHOICE    set the sample object, e.g. --await closure --use await\n"
    "  --step N           begin at this step (\"last\" for the last)\n"
    "  --size WxH         size of the window (1280x800)\n"
    "  --scale S          enlarge everything, e.g. 1.5\n"
    "  --theme NAME       dark, light or contrast\n"
    "  --embed PARTS      as a frame in an article shows it: code,timeline,explanation or others\n"
    "  --press ID         press the control with this id first; may be said more than once\n"
    "  --screenshot FILE  write a PNG instead of opening a window\n"
    "  --point X,Y        with the mouse there\n"
    "  --help, --version\n";

struct Arguments {
  std::string file, lesson, screenshot, embed;
  std::vector<std::pair<std::string, std::string>> toggles;
  std::vector<std::string> presses;
  Theme theme = Theme::Dark;
  float point_x = -1, point_y = -1;
  std::optional<size_t> step;
  std::optional<Version> python;
  int width = 1280, height = 800;
  float scale = 1;
};

// Where the arguments cannot be understood, says so and gives 2; 0 after --help; else nothing.
std::optional<int> parse(int argc, char** argv, Arguments& arguments) {
  auto complain = [](const std::string& what) {
    std::fprintf(stderr, "awaitscope-desktop: %s\n%s", what.c_str(), kUsage);
    return 2;
  };
  for (int i = 1; i < argc; ++i) {
    std::string_view name = argv[i];
    if (name == "--help") {
      std::fputs(kUsage, stdout);
      return 0;
    }
    if (name == "--version") {
      std::puts("awaitscope-desktop " AWAITSCOPE_VERSION);
      return 0;
    }
    if (!name.starts_with("--")) {
      if (!arguments.file.empty()) return complain("only one file can be shown");
      arguments.file = name;
      continue;
    }
    if (i + 1 == argc) return complain(std::string(name) + " needs a value");
    std::string value = argv[++i];
    if (name == "--lesson") {
      arguments.lesson = value;
    } else if (name == "--python") {
      arguments.python = version_named(value);
      if (!arguments.python) return complain("--python takes 3.11, 3.14 or 3.15");
    } else if (name == "--screenshot") {
      arguments.screenshot = value;
    } else if (name == "--embed") {
      arguments.embed = value;
    } else if (name == "--press") {
      arguments.presses.push_back(value);
    } else if (name == "--point") {
      if (std::sscanf(value.c_str(), "%f,%f", &arguments.point_x, &arguments.point_y) != 2)
        return complain("--point takes something like 640,400");
    } else if (name == "--theme") {
      if (value != "dark" && value != "light" && value != "contrast")
        return complain("--theme takes dark, light or contrast");
      arguments.theme = value == "dark"    ? Theme::Dark
                        : value == "light" ? Theme::Light
                                           : Theme::HighContrast;
    } else if (name == "--step") {
      char* end = nullptr;
      arguments.step = value == "last" ? SIZE_MAX : std::strtoull(value.c_str(), &end, 10);
      if (end && (*end || value.empty())) return complain("--step takes a number or \"last\"");
    } else if (name == "--size") {
      if (std::sscanf(value.c_str(), "%dx%d", &arguments.width, &arguments.height) != 2 ||
          arguments.width < 100 || arguments.height < 100)
        return complain("--size takes something like 1280x800");
    } else if (name == "--scale") {
      arguments.scale = std::strtof(value.c_str(), nullptr);
      if (!(arguments.scale >= 0.5f && arguments.scale <= 4))
        return complain("--scale takes 0.5 to 4");
    } else {
      arguments.toggles.emplace_back(name.substr(2), value);
    }
  }
  return std::nullopt;
}

// Nothing, or why the session cannot be as the arguments say.
std::optional<std::string> prepare(Session& session, ProgramFile& file,
                                   const Arguments& arguments) {
  if (!arguments.lesson.empty() && !session.load_lesson(arguments.lesson))
    return "there is no lesson \"" + arguments.lesson + "\"";
  for (const auto& [toggle, choice] : arguments.toggles)
    if (!session.set(toggle, choice)) return "there is no --" + toggle + " " + choice;
  if (!arguments.file.empty() && !file.open(arguments.file, session))
    return "cannot read " + arguments.file;
  if (arguments.python) session.set_python(*arguments.python);
  if (arguments.step) session.seek(*arguments.step);
  return std::nullopt;
}

void draw(SdlWindow& window, Interface& interface) {
  window.begin_frame();
  interface.draw();
  window.end_frame();
}

// Into the working folder, under a name that is free: main.py, main-2.py, ... Gives what to say of
// it.
std::string save_file(std::string_view name, std::string_view text) {
  const std::filesystem::path wanted(name);
  std::filesystem::path path = wanted;
  for (int number = 2; std::filesystem::exists(path); ++number) {
    path = wanted.stem();
    path += "-" + std::to_string(number);
    path += wanted.extension();
  }
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), std::streamsize(text.size()));
  file.close();
  return (file ? "Saved as " : "Cannot write ") + path.string();
}

// Layout settles within a few frames; what moves gets a little longer to arrive.
void settle(SdlWindow& window, Interface& interface) {
  for (int frame = 0; frame < 8 || (frame < 120 && interface.wants_frame()); ++frame)
    draw(window, interface);
}

int take_screenshot(SdlWindow& window, Interface& interface, const std::string& path) {
  settle(window, interface);
  if (write_png(path, window.read())) return 0;
  std::fprintf(stderr, "awaitscope-desktop: cannot write %s\n", path.c_str());
  return 1;
}

double now() { return static_cast<double>(SDL_GetTicks64()) / 1000; }

void show(SdlWindow& window, Session& session, Interface& interface, ProgramFile& file) {
  FramePacer pacer;
  for (;;) {
    double wait = pacer.wait(now(), interface.wants_frame(), ImGui::GetIO().WantTextInput);
    if (file.watching() && wait == FramePacer::kNever) wait = ProgramFile::kLook;
    SDL_Event event;
    bool got = wait == FramePacer::kNever
                   ? SDL_WaitEvent(&event) != 0
                   : SDL_WaitEventTimeout(&event, static_cast<int>(wait * 1000)) != 0;
    for (; got; got = SDL_PollEvent(&event) != 0) {
      if (event.type == SDL_QUIT) return;
      if (event.type == SDL_DROPFILE) {
        file.open(event.drop.file, session);
        SDL_free(event.drop.file);
      }
      window.process(event);
      pacer.poke(now());
    }
    if (file.reload(session)) pacer.poke(now());
    draw(window, interface);
    pacer.drawn();
  }
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (std::optional<int> status = parse(argc, argv, arguments)) return *status;

  Session session;
  ProgramFile file;
  if (std::optional<std::string> problem = prepare(session, file, arguments)) {
    std::fprintf(stderr, "awaitscope-desktop: %s\n", problem->c_str());
    return 2;
  }

  bool hidden = !arguments.screenshot.empty();
  if (hidden && !std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  SdlWindow window;
  std::string problem = window.open({.title = "Awaitscope",
                                     .width = arguments.width,
                                     .height = arguments.height,
                                     .scale = arguments.scale,
                                     .hidden = hidden});
  if (!problem.empty()) {
    std::fprintf(stderr, "awaitscope-desktop: no window: %s\n", problem.c_str());
    return 1;
  }
  Interface interface(session);
  interface.host().open_link = [](std::string_view link) {
    SDL_OpenURL(std::string(link).c_str());
  };
  interface.host().copy_text = [](std::string_view text) {
    SDL_SetClipboardText(std::string(text).c_str());
  };
  interface.host().save_file = save_file;
  window.prepare_fonts = [&](float density) { return interface.prepare_fonts(density); };
  interface.set_theme({arguments.theme});
  if (!arguments.embed.empty()) {
    interface.set_embedded(true);
    interface.host().open_whole = [] {};
    if (!interface.set_parts(arguments.embed)) {
      std::fprintf(stderr,
                   "awaitscope-desktop: --embed takes some of code, switches, timeline, loop, "
                   "output, explanation\n");
      return 2;
    }
  }
  for (const std::string& id : arguments.presses) {
    settle(window, interface);
    if (interface.activate(id)) continue;
    std::fprintf(stderr, "awaitscope-desktop: there is no \"%s\" to press here\n", id.c_str());
    return 2;
  }
  if (arguments.point_x >= 0) {
    settle(window, interface);
    ImGui::GetIO().AddMousePosEvent(arguments.point_x, arguments.point_y);
  }
  if (hidden) return take_screenshot(window, interface, arguments.screenshot);
  show(window, session, interface, file);
  return 0;
}
