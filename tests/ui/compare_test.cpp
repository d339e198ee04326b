#include <doctest/doctest.h>

#include <string>

#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

TEST_SUITE_BEGIN("ui: compare");

namespace {

// The listing before it is pinned, and the one that awaits itself is shown.
struct Compared : Headless {
  explicit Compared(float width = 1280, float height = 720) : Headless(width, height) {
    session.load_lesson("context-manager");
    settle();
    click("source.pin");
    session.load_lesson("awaits-itself");
    settle();
    click("source.compare");
    settle();
  }
  const Widget* row(std::string_view label) const {
    for (const Widget& widget : interface.widgets()) {
      if (widget.id.starts_with("compare.row.") && widget.label.starts_with(label)) return &widget;
    }
    return nullptr;
  }
};

}  // namespace

TEST_CASE("without a pinned program there is nothing to compare with") {
  Headless ui;
  CHECK(ui.find("source.pin")->value == "false");
  CHECK_FALSE(ui.find("source.compare"));
  ui.key(ImGuiKey_J);
  CHECK_FALSE(ui.find("compare.close"));
  ui.click("source.pin");
  CHECK(ui.find("source.pin")->value == "true");
  CHECK(ui.find("source.compare"));
  ui.click("source.pin");
  CHECK(ui.find("source.pin")->value == "false");
  CHECK_FALSE(ui.find("source.compare"));
}

TEST_CASE("the order of calls of both programs is there, with what only one of them does") {
  for (const float width : {1280.f, 390.f}) {
    CAPTURE(width);
    Compared ui(width, width > 1000 ? 720.f : 844.f);
    REQUIRE(ui.row("start Hello.__aenter__"));
    CHECK(ui.row("start Hello.__aenter__")->value == "same");
    REQUIRE(ui.row("start Hello.__await__.<locals>.closure"));
    CHECK(ui.row("start Hello.__await__.<locals>.closure")->value == "shown");
    CHECK(bool(ui.find("compare.code")) == (width < 1000));
  }
}

TEST_CASE("pressing a row closes the view and goes to that step") {
  Compared ui;
  ui.click(ui.row("start Hello.__await__.<locals>.closure")->id);
  ui.settle();
  CHECK(ui.session.moment().function == "Hello.__await__.<locals>.closure");
  CHECK_FALSE(ui.find("compare.close"));
}

TEST_CASE("a row that only the pinned program has leads nowhere") {
  Compared ui;
  ui.click("compare.close");
  ui.session.load_lesson("init");
  ui.settle();
  ui.key(ImGuiKey_J);
  ui.settle();
  REQUIRE(ui.row("start Hello.__aexit__"));
  CHECK(ui.row("start Hello.__aexit__")->value == "pinned");
  CHECK_FALSE(ui.row("start Hello.__aexit__")->enabled);
}

TEST_CASE("the view is opened and closed from the keyboard") {
  Compared ui;
  ui.key(ImGuiKey_Escape);
  ui.settle();
  CHECK_FALSE(ui.find("compare.close"));
  ui.key(ImGuiKey_J);
  ui.settle();
  CHECK(ui.find("compare.close"));
  ui.key(ImGuiKey_J);
  ui.settle();
  CHECK_FALSE(ui.find("compare.close"));
}

TEST_SUITE_END();
