#include "ui/desktop/program_file.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/ui/headless.h"
#include "tests/ui/raster.h"

namespace awaitscope {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    static int number = 0;
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    path_ = fs::temp_directory_path() /
            ("awaitscope-" + std::to_string(now) + "-" + std::to_string(++number));
    fs::create_directory(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string write(const char* name, const std::string& text) {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  fs::path path_;
};

TEST_SUITE_BEGIN("ui: program file");

TEST_CASE("a file is shown anew when it changes, at the same place") {
  Folder folder;
  Session session;
  ProgramFile file;
  CHECK_FALSE(file.reload(session));
  const std::string path = folder.write("one.py", "x = 1\nprint(x)\nprint('end')\n");
  REQUIRE(file.open(path, session));
  CHECK(session.source() == "x = 1\nprint(x)\nprint('end')\n");
  session.seek(session.steps() - 3);
  const int line = session.moment().at.line;
  CHECK_FALSE(file.reload(session));
  folder.write("one.py", "x = 10\nprint(x)\nprint('end')\n");
  CHECK(file.reload(session));
  CHECK(session.source().substr(0, 6) == "x = 10");
  CHECK(session.moment().at.line == line);
  CHECK_FALSE(file.reload(session));
  SUBCASE("of the same size, too") {
    fs::last_write_time(path, fs::last_write_time(path) - std::chrono::seconds(5));
    file.reload(session);
    folder.write("one.py", "x = 20\nprint(x)\nprint('end')\n");
    CHECK(file.reload(session));
    CHECK(session.source().substr(0, 6) == "x = 20");
  }
  SUBCASE("and one that is gone for a moment is waited for") {
    fs::remove(path);
    CHECK_FALSE(file.reload(session));
    CHECK(session.source().substr(0, 6) == "x = 10");
    folder.write("one.py", "x = 3333\n");
    CHECK(file.reload(session));
    CHECK(session.source() == "x = 3333\n");
  }
}

TEST_CASE("another file takes the place of the first; what cannot be read changes nothing") {
  Folder folder;
  Session session;
  ProgramFile file;
  const std::string one = folder.write("one.py", "print(1)\n");
  REQUIRE(file.open(one, session));
  REQUIRE(file.open(folder.write("two.py", "print(22)\n"), session));
  CHECK(session.source() == "print(22)\n");
  CHECK(session.step() == 0);
  folder.write("one.py", "print('nobody looks at it')\n");
  CHECK_FALSE(file.reload(session));
  CHECK_FALSE(file.open((folder.path_ / "none.py").string(), session));
  CHECK_FALSE(file.open(folder.path_.string(), session));
  CHECK(session.source() == "print(22)\n");
  folder.write("two.py", "print('again')\n");
  CHECK(file.reload(session));
}

TEST_CASE("where something was saved is said beside how the run ended, for a while") {
  testing::Headless ui;
  int asked = 0;
  ui.interface.host().save_file = [&](std::string_view, std::string_view) {
    return ++asked ? std::string("Saved as main-2.py") : std::string();
  };
  ui.settle();
  auto letters = [] {
    size_t count = 0;
    for (const testing::Glyph& glyph : testing::rasterise(1).glyphs)
      count += glyph.at.y < 44 && glyph.at.x > 600;
    return count;
  };
  const size_t before = letters();
  ui.click("window.share");
  ui.settle();
  ui.interface.activate("share.python");
  ui.frames(3);
  CHECK(asked == 1);
  CHECK(letters() != before);
  for (int i = 0; i < 80; ++i) ui.frame(0.05f);
  CHECK(letters() == before);
  CHECK_FALSE(ui.interface.wants_frame());
}

TEST_SUITE_END();

}  // namespace
}  // namespace awaitscope
