#include <doctest/doctest.h>

#include <string>

#include "engine/lesson/changes.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

TEST_SUITE_BEGIN("ui: versions");

TEST_CASE("the version of Python is shown at the top, and chosen from a list") {
  struct Size {
    float width, height;
  };
  for (const Size size : {Size{1280, 720}, Size{390, 844}}) {
    CAPTURE(size.width);
    Headless ui(size.width, size.height);
    ui.settle();
    REQUIRE(ui.find("python"));
    const std::string first(names_of(kDefaultVersion).minor);
    CHECK(ui.find("python")->label == "Python " + first);
    CHECK(ui.find("python")->value == first);
    for (const Version version : {Version::V3_15, Version::V3_11}) {
      const std::string minor(names_of(version).minor);
      ui.click("python");
      ui.settle();
      CHECK(ui.find("python." + std::string(names_of(ui.session.python()).minor))->value == "true");
      ui.click("python." + minor);
      ui.settle();
      CHECK(ui.session.python() == version);
      CHECK(ui.find("python")->value == minor);
      CHECK_FALSE(ui.find("python." + minor));  // the list has closed
    }
  }
}

TEST_CASE("the same program under another version is one press away, side by side") {
  Headless ui;
  ui.session.load("import sys\nprint(sys.version_info[1])\n");
  ui.session.set_python(Version::V3_11);
  ui.settle();
  ui.key(ImGuiKey_Y);
  ui.settle();
  CHECK_FALSE(ui.find("python.compare.3.11"));
  ui.click("python.compare.3.15");
  ui.settle();
  bool differs = false;
  for (const Widget& widget : ui.interface.widgets()) {
    differs |= widget.id.starts_with("compare.row.") && widget.value == "both";
  }
  CHECK(differs);
  CHECK(ui.session.python() == Version::V3_11);
}

TEST_CASE(
    "what changed between the versions can be looked at, each with a program under two of them") {
  Headless ui(1280, 2400);
  for (const VersionChange& change : version_changes()) {
    CAPTURE(change.id);
    ui.key(ImGuiKey_Y);
    ui.settle();
    ui.click("change." + std::string(change.id));
    ui.settle();
    CHECK(ui.find("compare.close"));
    CHECK(ui.session.source() == change.program);
    CHECK(ui.session.python() == change.after);
    ui.click("compare.close");
    ui.settle();
  }
}

TEST_SUITE_END();
